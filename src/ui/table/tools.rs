//! Above the table: its order and its columns, each behind a button that opens a popover. It does by
//! touch and keyboard what Shift does with a press on a head.

use web_sys::Element;
use yew::prelude::*;

use crate::browser;
use crate::query::column::{Column, Columns};
use crate::query::sort::KEYS;
use crate::text::{Msg, table};
use crate::ui::context::Shared;
use crate::ui::parts::close_behind;
use crate::view::Action;

/// The tools of the table.
pub fn tools(shared: &Shared) -> Html {
    let (keys, columns) = (&shared.state.sort, shared.state.columns);
    let lang = shared.lang();
    html! {
        <>
            { menu("table-order", &table::order(keys, lang), order(shared)) }
            { menu("table-columns", &table::columns(columns.iter().count(), lang), choose(shared)) }
        </>
    }
}

/// A button, and the popover that it opens.
fn menu(id: &'static str, words: &str, body: Html) -> Html {
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(opener) = event.target_dyn_into::<Element>() {
            // A popover that cannot be placed opens in the corner of the window.
            let _ = browser::place_popover(id, &opener);
        }
    });
    html! {
        <>
            <button type="button" class="tool" popovertarget={id} {onclick}>{ words }</button>
            <div
                {id}
                class="table-menu"
                popover="auto"
                role="group"
                aria-label={words.to_owned()}
                onfocusout={close_behind(id)}
            >
                { body }
            </div>
        </>
    }
}

/// A button a column: those that are shown, and those that the rows are ordered by anyway.
fn order(shared: &Shared) -> Html {
    let state = &shared.state;
    let is_listed = |column: &Column| {
        let is_key = state.sort.iter().any(|key| key.column == *column);
        column.is_sortable() && (is_key || state.columns.has(*column))
    };
    html! {
        <>
            <p class="table-hint">{ shared.msg(Msg::OrderHint) }</p>
            <ul>
                for column in Column::ALL.into_iter().filter(is_listed) {
                    <li key={column.key()}>{ order_button(shared, column, true) }</li>
                }
            </ul>
            { usual(shared, Msg::OrderNone, Action::Unsort, state.sort.is_empty()) }
        </>
    }
}

/// Orders the rows by a column, or by it after the others.
pub fn order_button(shared: &Shared, column: Column, adds: bool) -> Html {
    let keys = &shared.state.sort;
    let onclick = {
        let act = shared.act.clone();
        Callback::from(move |event: MouseEvent| {
            act.emit(if adds || event.shift_key() {
                Action::SortThen(column)
            } else {
                Action::Sort(column)
            });
        })
    };
    let words = table::order_words(keys, column, shared.lang());
    let is_full = adds && keys.len() == KEYS && keys.iter().all(|key| key.column != column);
    let disabled = is_full.then_some("true");
    html! {
        <button
            type="button"
            class="order"
            data-column={column.key()}
            aria-disabled={disabled}
            {onclick}
        >
            { shared.msg(table::column(column)) }
            <span class="order-sign" aria-hidden="true">{ table::order_sign(keys, column) }</span>
            if !words.is_empty() {
                <span class="visually-hidden">{ format!(" ({words})") }</span>
            }
        </button>
    }
}

/// A check box a column.
fn choose(shared: &Shared) -> Html {
    let columns = shared.state.columns;
    let choice = |column: Column| {
        let onchange = {
            let act = shared.act.clone();
            Callback::from(move |_: Event| act.emit(Action::Columns(columns.toggled(column))))
        };
        html! {
            <li key={column.key()}>
                <label class="choice">
                    <input
                        type="checkbox"
                        value={column.key()}
                        checked={columns.has(column)}
                        disabled={column == Column::Indicator}
                        {onchange}
                    />
                    <span>{ shared.msg(table::column(column)) }</span>
                </label>
            </li>
        }
    };
    let is_usual = columns == Columns::default();
    html! {
        <>
            <ul>{ Column::ALL.into_iter().map(choice).collect::<Html>() }</ul>
            { usual(shared, Msg::ColumnsUsual, Action::Columns(Columns::default()), is_usual) }
        </>
    }
}

/// Back to what is usual.
fn usual(shared: &Shared, msg: Msg, action: Action, is_usual: bool) -> Html {
    let act = shared.act.clone();
    let onclick = Callback::from(move |_: MouseEvent| act.emit(action.clone()));
    html! {
        <button type="button" class="quiet" aria-disabled={is_usual.then_some("true")} {onclick}>
            { shared.msg(msg) }
        </button>
    }
}
