//! Every printing of a figure: what it says, and where it stands.

use std::rc::Rc;

use yew::prelude::*;

use crate::dataset::{Code, Dataset, Lang, Observation, Period, PeriodBasis, Row};
use crate::order;
use crate::text::{Msg, figure, label, number, period};
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::{
    cited, head_row, kind_badge, printing_notes, printing_place, quoted, use_listed, use_steps,
};
use crate::ui::share::cite_button;

/// So many printings fill the room below a chart.
const SCREEN: usize = 12;

/// The printings of an indicator, oldest period first.
pub fn ordered(data: &Dataset, rows: &[Row]) -> Vec<Row> {
    let kind = |row: &Row| data.observations.kind.get(*row as usize);
    let dated = rows
        .iter()
        .filter_map(|row| Some((data.period(*row)?, *row)));
    let mut dated: Vec<(Period, Row)> = dated.collect();
    order::sort_by(&mut dated, |(one, a), (other, b)| {
        let period = one.chronological(*other);
        period.then(kind(b).cmp(&kind(a))).then(a.cmp(b))
    });
    dated.into_iter().map(|(_, row)| row).collect()
}

/// Properties of [`Printings`], both required.
#[derive(PartialEq, Properties)]
pub struct PrintingsProps {
    /// The figures, in their order.
    pub rows: Rc<Vec<Row>>,
    /// The documents that print them, by their numbers.
    pub documents: Rc<Vec<Code>>,
}

/// The table of the printings.
#[component]
pub fn Printings(props: &PrintingsProps) -> Html {
    let shared = &use_shared();
    let PrintingsProps { rows, documents } = props;
    let steps = use_steps(shared, Rc::clone(rows), SCREEN, ".printings a");
    let (listed, further) = use_listed(shared, &steps, rows.len());
    let own = rows.iter().take(listed);
    let own = own.filter_map(|row| shared.data.observation(*row));
    let heads = [
        Msg::ColumnPeriod,
        Msg::ColumnKind,
        Msg::ColumnValue,
        Msg::ColumnPrinted,
        Msg::ColumnSource,
    ];
    let count = number::count(rows.len(), shared.lang());
    let count = match shared.lang() {
        Lang::Zh => count + "处",
        Lang::En => count,
    };
    html! {
        <section class="panel">
            <h2>{ shared.msg(Msg::Printings) }<span>{ count }</span></h2>
            <table role="table" class="printings">
                <thead role="rowgroup">
                    { head_row(shared, &heads) }
                </thead>
                <tbody role="rowgroup">
                    for figure in own { { row(shared, &figure, documents) } }
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
