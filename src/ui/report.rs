//! 执行情况表: every target that passes the filters with what became of it, to be read, copied into a
//! report, saved and printed.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Shared, use_shared};
use super::parts::{
    Outcome, SelectionProps, Told, cited, class_mark, copied, explained_link, head_row,
    judged_outcome, leading, line_link, nothing_found, own_badge, place_link, proof_link,
    references, saved, strip, table_switch, unit_link, use_listed, use_steps,
};
use crate::assess::Assessed;
use crate::browser;
use crate::dataset::{Code, Row};
use crate::export::{Export, Scope, report, report_name, report_notes, targets};
use crate::query::documents::in_order_of_use;
use crate::query::execution::{Group, passing};
use crate::query::strip::tallies;
use crate::text::{Msg, figure, label, method, number, period, proof, units};
use crate::view::{Action, Page, Place};

/// So many targets fill a screen.
const SCREEN: usize = 12;

/// The columns, by their names.
const COLUMNS: [Msg; 8] = [
    Msg::ColumnIndicator,
    Msg::KindTarget,
    Msg::OutcomeFigure,
    Msg::FacetStatus,
    Msg::ColumnGap,
    Msg::ColumnPace,
    Msg::ColumnUnits,
    Msg::ColumnSource,
];

/// The execution table.
#[component]
pub fn Report(props: &SelectionProps) -> Html {
    let shared = use_shared();
    let drawn = {
        let shared = shared.clone();
        use_memo(props.clone(), move |SelectionProps { selection }| {
            let (data, ledger) = (&shared.data, shared.index.ledger());
            let groups = passing(data, &shared.index, selection);
            let targets = ledger.targets();
            let asked = (&shared.state.filters, &**selection);
            (groups, tallies(data, ledger, asked, targets))
        })
    };
    let (groups, tallies) = &*drawn;
    let all = groups.iter().map(|group| group.targets.len()).sum();
    let steps = use_steps(&shared, props.clone(), SCREEN, ".execution tbody th a");
    let (count, further) = use_listed(&shared, &steps, all);
    let documents = {
        let (shared, drawn) = (shared.clone(), Rc::clone(&drawn));
        use_memo((props.clone(), count), move |(_, count)| {
            let targets = drawn.0.iter().flat_map(|group| &group.targets);
            let targets = targets.take(*count);
            let assessed = targets.filter_map(|row| shared.assessed(*row));
            let mut rows = assessed.flat_map(|one| one.rows()).map(|(_, row)| row);
            in_order_of_use(&shared.data, &mut rows)
        })
    };
    if groups.is_empty() && shared.index.ledger().targets().next().is_none() {
        return html! { <div class="nothing"><h1>{ shared.msg(Msg::NoTargets) }</h1></div> };
    }
    if groups.is_empty() {
        return nothing_found(&shared);
    }
    html! {
        <div class="report">
            <header class="report-head">
                <h1 class="visually-hidden">{ shared.msg(Msg::Report) }</h1>
                { table_switch(&shared) }
                <p>{ method::version(shared.lang()) }</p>
                <Tools selection={Rc::clone(&props.selection)} />
            </header>
            { strip(&shared, tallies) }
            <table class="execution" role="table">
                <caption class="visually-hidden">{ shared.msg(Msg::Report) }</caption>
                <thead role="rowgroup">{ head_row(&shared, &COLUMNS) }</thead>
                for (group, count) in leading(groups, |group| group.targets.len(), count) {
                    { body(&shared, group, count, &documents) }
                }
            </table>
            { further }
            <p class="execution-note">{ shared.msg(Msg::GapSign) }</p>
            { references(&shared, &documents) }
        </div>
    }
}

/// The targets of one plan under its name.
fn body(shared: &Shared, group: &Group, listed: usize, documents: &[Code]) -> Html {
    let (data, lang) = (&shared.data, shared.lang());
    let area = data.area(group.area).map_or("", |area| area.name.get(lang));
    let plan = group
        .plan
        .and_then(|plan| data.plans.get(usize::from(plan)));
    let plan = plan.map_or_else(String::new, |plan| label::plan(plan, lang));
    let count = number::counted(group.targets.len(), lang, "项", "target");
    html! {
        <tbody key={format!("{}-{:?}", group.area, group.plan)} role="rowgroup">
            <tr class="execution-plan" role="row">
                <th colspan={COLUMNS.len().to_string()} scope="rowgroup" role="rowheader">
                    { format!("{area} · {plan}") }<span>{ count }</span>
                </th>
            </tr>
            for row in group.targets.iter().take(listed) { { target(shared, *row, documents) } }
        </tbody>
    }
}

fn target(shared: &Shared, row: Row, documents: &[Code]) -> Html {
    let lang = shared.lang();
    let target = shared.data.observation(row);
    let Some((target, one)) = target.zip(shared.assessed(row)) else {
        return html! {};
    };
    let indicator = shared.link(Action::Go(Page::Indicator(target.indicator_code)));
    let name = target.indicator.name.get(lang);
    let cell = |column: Msg, body: Html| html! { <td role="cell" data-label={shared.msg(column)}>{ body }</td> };
    html! {
        <tr key={target.id} role="row" data-observation={target.id.to_owned()}>
            <th scope="row" role="rowheader">
                { explained_link(shared, name, indicator) }
                { " " }
                { class_mark(shared, target.class) }
            </th>
            { cell(Msg::KindTarget, html! {
                <>
                    { figure::line(&target, lang) }
                    <small>{ period::of(&target, lang) }</small>
                </>
            }) }
            { cell(Msg::OutcomeFigure, judged_outcome(shared, &one, &target)) }
            { cell(Msg::FacetStatus, proof_link(shared, &one)) }
            { cell(Msg::ColumnGap, html! { { proof::gap(&one, &target, lang) } }) }
            { cell(Msg::ColumnPace, html! { { proof::lead(&one, &target, lang) } }) }
            { cell(Msg::ColumnUnits, units(shared, row)) }
            { cell(Msg::ColumnSource, places(shared, &one, documents)) }
        </tr>
    }
}

/// The units that answer for a target, those that lead marked.
fn units(shared: &Shared, row: Row) -> Html {
    let Some(subject) = shared.data.subject(row) else {
        return html! {};
    };
    html! {
        <ul class="responsible">
            for (unit, role) in shared.data.responsible(subject) {
                <li>{ unit_link(shared, unit) }{ units::leads(role, shared.lang()) }</li>
            }
        </ul>
    }
}

/// Where all the figures that the status rests on are printed: of one document the lines after its name.
fn places(shared: &Shared, one: &Assessed, documents: &[Code]) -> Html {
    let mut known: Vec<Place> = Vec::new();
    let mut links = Vec::new();
    for (_, row) in one.rows() {
        let figure = shared.data.observation(row);
        let Some((figure, place)) = figure.zip(Place::of(&shared.data, row)) else {
            continue;
        };
        let is_seen = |seen: &Place| (seen.document, seen.line) == (place.document, place.line);
        if known.iter().any(is_seen) {
            continue;
        }
        let link = match known.last() {
            Some(last) if last.document == place.document => line_link(shared, place),
            _ => html! { <>{ cited(documents, &figure) }{ place_link(shared, place) }</> },
        };
        links.push(html! { <>{ link }{ own_badge(shared, &figure) }</> });
        known.push(place);
    }
    html! { <span>{ links }</span> }
}

/// To copy and to save.
#[component]
fn Tools(props: &SelectionProps) -> Html {
    let shared = use_shared();
    let outcome = use_state_eq(|| None);
    {
        // What was said of some targets is not true of others.
        let outcome = outcome.clone();
        use_effect_with(props.clone(), move |_| outcome.set(None));
    }
    let button = |name: &'static str, words: Msg, act: fn(&Shared) -> _| {
        let shared = shared.clone();
        let (outcome, said) = (outcome.setter(), shared.msg(words));
        let onclick = Callback::from(move |_: MouseEvent| {
            outcome.set(Some(act(&shared)));
        });
        html! { <button type="button" class="quiet" data-export={name} {onclick}>{ said }</button> }
    };
    html! {
        <div class="plot-export">
            { button("report-table", Msg::CopyTable, copy) }
            { button("report-csv", Msg::SaveCsv, save) }
            <Told outcome={(*outcome).clone()} name={shared.msg(Msg::Report)} />
        </div>
    }
}

/// Copies the table as it is read, with what it is of.
fn copy(shared: &Shared) -> Outcome {
    let (data, ledger) = (&shared.data, shared.index.ledger());
    let scope = Scope::of(data, &shared.index, &shared.state);
    let notes = report_notes(data, &shared.state, browser::address().as_deref());
    let table = report(data, ledger, &|row| scope.takes(row), shared.lang());
    let table = table.with_notes(notes);
    copied(table.tsv(), &table.html())
}

/// Saves the table with its numbers in columns of their own, and with the mark by which spreadsheets know
/// the encoding.
fn save(shared: &Shared) -> Outcome {
    let name = report_name(&shared.data, &shared.state.filters) + ".csv";
    let targets = targets(&Export {
        scope: &Scope::of(&shared.data, &shared.index, &shared.state),
        index: &shared.index,
        address: browser::address().as_deref(),
    });
    let text = format!("\u{feff}{}", targets.table(shared.lang()).csv());
    saved(browser::save_text(&text, "text/csv;charset=utf-8", &name))
}
