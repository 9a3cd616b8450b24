//! 表格: every figure that passes, a row each; on a phone the style sheet makes cards of the rows.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Shared, use_shared};
use super::parts::{
    SelectionProps, cited, explained_link, kind_badge, nothing_found, place_link, quoted,
};
use crate::dataset::{Observation, Row};
use crate::query::sort::{Column, Sort, sort};
use crate::text::{Msg, figure, label, period};
use crate::view::{Action, Page, Place};

/// The table.
#[component]
pub fn Table(props: &SelectionProps) -> Html {
    let shared = use_shared();
    let rows = {
        let data = Rc::clone(&shared.data);
        let order = (shared.state.sort, shared.lang());
        use_memo((props.clone(), order), move |(props, (by, lang))| {
            let mut rows: Vec<Row> = props.selection.rows().collect();
            sort(&data, &mut rows, *by, *lang);
            rows
        })
    };
    if rows.is_empty() {
        return nothing_found(&shared);
    }
    let heads = [
        (Column::Indicator, Msg::ColumnIndicator),
        (Column::Area, Msg::ColumnArea),
        (Column::Period, Msg::ColumnPeriod),
        (Column::Kind, Msg::ColumnKind),
        (Column::Value, Msg::ColumnValue),
        (Column::Unit, Msg::ColumnUnit),
    ];
    html! {
        <div class="table-frame">
            <h1 class="visually-hidden">{ shared.msg(Msg::Table) }</h1>
            <table class="figures">
                <caption class="visually-hidden">{ shared.msg(Msg::Table) }</caption>
                <thead>
                    <tr>
                        for (column, msg) in heads { { head(&shared, column, msg) } }
                        <th scope="col">{ shared.msg(Msg::ColumnPrinted) }</th>
                        { head(&shared, Column::Source, Msg::ColumnSource) }
                    </tr>
                </thead>
                <tbody>
                    for figure in rows.iter().filter_map(|row| shared.data.observation(*row)) {
                        { row(&shared, &figure) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn head(shared: &Shared, column: Column, msg: Msg) -> Html {
    let Sort {
        column: by,
        descending,
    } = shared.state.sort;
    let order = (by == column).then_some(if descending {
        "descending"
    } else {
        "ascending"
    });
    let sign = match order {
        None => "",
        Some("descending") => " ↓",
        Some(_) => " ↑",
    };
    let onclick = {
        let act = shared.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::Sort(column)))
    };
    let number = (column == Column::Value).then_some("number");
    html! {
        <th scope="col" class={classes!(number)} aria-sort={order}>
            <button type="button" {onclick}>{ shared.msg(msg) }<span aria-hidden="true">{ sign }</span></button>
        </th>
    }
}

fn row(shared: &Shared, figure: &Observation<'_>) -> Html {
    let lang = shared.lang();
    let figure::Figure {
        number,
        unit,
        in_words,
    } = figure::parts(figure, lang);
    let link = shared.link(Action::Go(Page::Indicator(figure.indicator_code)));
    let class = figure.class.map(|class| shared.msg(label::class(class)));
    let words = in_words.then_some("in-words");
    html! {
        <tr key={figure.id} data-observation={figure.id.to_string()}>
            <th scope="row">{ explained_link(shared, figure.indicator.name.get(lang), link) }</th>
            <td data-label={shared.msg(Msg::ColumnArea)}>{ figure.area.name.get(lang) }</td>
            <td data-label={shared.msg(Msg::ColumnPeriod)}>{ period::of(figure, lang) }</td>
            <td data-label={shared.msg(Msg::ColumnKind)}>
                <span>{ kind_badge(figure.kind, lang) }<small>{ class }</small></span>
            </td>
            <td data-label={shared.msg(Msg::ColumnValue)} class={classes!("number", words)}>{ number }</td>
            <td data-label={shared.msg(Msg::ColumnUnit)}>{ unit }</td>
            <td data-label={shared.msg(Msg::ColumnPrinted)} class="printed">{ quoted(shared, figure.as_printed) }</td>
            <td data-label={shared.msg(Msg::ColumnSource)} class="source">
                { source(shared, figure) }
            </td>
        </tr>
    }
}

/// Document and line, and the last of the headings: the document's page has all of them.
fn source(shared: &Shared, figure: &Observation<'_>) -> Html {
    let heading = figure.section.rsplit(" / ").next();
    let place = Place::of(&shared.data, figure.row).map(|place| place_link(shared, place));
    html! {
        <span>
            { cited(shared, figure.document) }
            { place }
            <small lang="zh-CN" title={figure.section.to_owned()}>{ heading }</small>
        </span>
    }
}
