//! The figures of a chart as a table, for those who read rather than look.

use yew::prelude::*;

use super::{explained, kind_badge};
use crate::dataset::Row;
use crate::text::{Msg, figure, period};
use crate::ui::context::Shared;

/// The table of the figures in `rows`.
pub fn figures_table(shared: &Shared, rows: &[Row], caption: &str) -> Html {
    let lang = shared.lang();
    let heads = [
        Msg::ColumnIndicator,
        Msg::ColumnArea,
        Msg::ColumnPeriod,
        Msg::ColumnKind,
        Msg::ColumnValue,
    ];
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={caption.to_owned()}>
            <table class="plain-table">
                <caption class="visually-hidden">{ caption.to_owned() }</caption>
                <thead>
                    <tr>for head in heads { <th scope="col">{ shared.msg(head) }</th> }</tr>
                </thead>
                <tbody>
                    for figure in rows.iter().filter_map(|row| shared.data.observation(*row)) {
                        <tr key={figure.row}>
                            <th scope="row">{ explained(shared, figure.indicator.name.get(lang)) }</th>
                            <td>{ figure.area.name.get(lang) }</td>
                            <td>{ period::of(&figure, lang) }</td>
                            <td>{ kind_badge(figure.kind, lang) }</td>
                            <td class="number">{ figure::line(&figure, lang) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
