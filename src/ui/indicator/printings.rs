//! Every printing of a figure: what it says, and where it stands.

use yew::prelude::*;

use crate::dataset::{Code, Dataset, Lang, Observation, PeriodBasis, Row};
use crate::order;
use crate::text::{Msg, figure, label, period};
use crate::ui::context::Shared;
use crate::ui::parts::{cited, head_row, kind_badge, printing_notes, printing_place, quoted};
use crate::ui::share::cite_button;

/// The printings of an indicator, oldest period first.
pub fn ordered<'a>(data: &'a Dataset, rows: &[Row]) -> Vec<Observation<'a>> {
    let own = rows.iter().filter_map(|row| data.observation(*row));
    let mut own: Vec<Observation<'_>> = own.collect();
    order::sort_by(&mut own, |a, b| {
        let period = a.period.chronological(b.period);
        period.then(b.kind.cmp(&a.kind)).then(a.row.cmp(&b.row))
    });
    own
}

/// The table of the printings with the numbers of their `documents`: so many of them, and what leads to the others.
pub fn printings(
    shared: &Shared,
    own: &[Observation<'_>],
    (listed, further): (usize, Html),
    documents: &[Code],
) -> Html {
    let heads = [
        Msg::ColumnPeriod,
        Msg::ColumnKind,
        Msg::ColumnValue,
        Msg::ColumnPrinted,
        Msg::ColumnSource,
    ];
    let count = match shared.lang() {
        Lang::Zh => format!("{}处", own.len()),
        Lang::En => own.len().to_string(),
    };
    html! {
        <section class="panel">
            <h2>{ shared.msg(Msg::Printings) }<span>{ count }</span></h2>
            <table role="table" class="printings">
                <thead role="rowgroup">
                    { head_row(shared, &heads) }
                </thead>
                <tbody role="rowgroup">
                    for figure in own.iter().take(listed) {
                        { row(shared, figure, documents) }
                    }
                </tbody>
            </table>
            { further }
        </section>
    }
}

fn row(shared: &Shared, figure: &Observation<'_>, documents: &[Code]) -> Html {
    let lang = shared.lang();
    let plan = figure.plan.map(|plan| label::plan(plan, lang));
    let class = figure.class.map(|class| shared.msg(label::class(class)));
    html! {
        <tr role="row" key={figure.id} data-observation={figure.id.to_string()}>
            <th role="rowheader" scope="row" data-label={shared.msg(Msg::ColumnPeriod)}>
                { period::of(figure, lang) }
                <small>{ figure.area.name.get(lang) }</small>
            </th>
            <td role="cell" data-label={shared.msg(Msg::ColumnKind)}>
                { kind_badge(figure.kind, lang) }
                <small>{ plan }</small>
                <small>{ class }</small>
            </td>
            <td role="cell" data-label={shared.msg(Msg::ColumnValue)} class={classes!("number", figure.value.is_none().then_some("in-words"))}>
                { figure::line(figure, lang) }
            </td>
            <td role="cell" data-label={shared.msg(Msg::ColumnPrinted)}>
                { quoted(shared, figure.as_printed) }
                { printing_notes(shared, figure) }
                if figure.basis == PeriodBasis::Inferred {
                    <small>{ shared.msg(Msg::PeriodInferred) }</small>
                }
            </td>
            <td role="cell" data-label={shared.msg(Msg::ColumnSource)}>
                { cited(documents, figure) }
                { printing_place(shared, figure) }
                { cite_button(shared, figure.row) }
            </td>
        </tr>
    }
}
