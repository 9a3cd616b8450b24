//! 表格: every figure that passes, a row each; on a phone the style sheet makes cards of the rows.
//!
//! Start at [`Table`]. Only the rows near the screen are in the page: [`body`] says which, [`row`]
//! what stands in one; [`tools`] is where the reader chooses order and columns.

mod body;
mod row;
mod tools;

use std::rc::Rc;

use yew::prelude::*;

use self::body::Body;
use self::tools::{order_button, tools};
use super::context::{Shared, use_shared};
use super::parts::{SelectionProps, nothing_found, references, table_switch};
use crate::query::column::Column;
use crate::query::sort::{Sort, sorted};
use crate::text::{Msg, table};

/// The table.
#[component]
pub fn Table(props: &SelectionProps) -> Html {
    let shared = use_shared();
    let frame = use_node_ref();
    let listed = {
        let (data, index) = (Rc::clone(&shared.data), Rc::clone(&shared.index));
        let order = (shared.state.sort.clone(), shared.lang());
        use_memo((props.clone(), order), move |(props, (keys, lang))| {
            let rows = sorted(&data, &index, &props.selection, keys, *lang);
            let documents = props.selection.documents(&data, &index, &rows);
            (Rc::new(rows), Rc::new(documents))
        })
    };
    let (rows, documents) = &*listed;
    if rows.is_empty() {
        return nothing_found(&shared);
    }
    let columns = || shared.state.columns.iter();
    let name = shared.msg(Msg::Table);
    // Other rows are another list, at its top; the frame and its head stay, and keep the focus.
    let list = Rc::as_ptr(rows) as usize;
    html! {
        <div class="table-view">
            <h1 class="visually-hidden">{ name }</h1>
            <div class="table-tools">{ table_switch(&shared) }{ tools(&shared) }</div>
            <div ref={&frame} class="table-frame" tabindex="0" role="region" aria-label={name}>
                <table role="table" class="figures" aria-rowcount={(rows.len() + 1).to_string()}>
                    <caption class="visually-hidden">{ name }</caption>
                    <colgroup>
                        for column in columns() { <col key={column.key()} class={class(column)} /> }
                    </colgroup>
                    <thead role="rowgroup">
                        <tr role="row" aria-rowindex="1">for column in columns() { { head(&shared, column) } }</tr>
                    </thead>
                    <Body key={list} {rows} {documents} {frame} />
                </table>
            </div>
            <p class="table-note">{ shared.msg(Msg::WindowNote) }</p>
            <p class="table-print-note">{ shared.msg(Msg::PrintNote) }</p>
            { references(&shared, documents) }
        </div>
    }
}

/// What the style sheet knows a column by.
fn class(column: Column) -> String {
    format!("col-{}", column.key())
}

fn head(shared: &Shared, column: Column) -> Html {
    let first = shared.state.sort.first().copied().unwrap_or(Sort::SOURCE);
    let order = (first.column == column).then_some(if first.descending {
        "descending"
    } else {
        "ascending"
    });
    html! {
        <th role="columnheader" key={column.key()} scope="col" class={class(column)} aria-sort={order}>
            if column.is_sortable() {
                { order_button(shared, column, false) }
            } else {
                { shared.msg(table::column(column)) }
            }
        </th>
    }
}
