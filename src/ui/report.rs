//! 执行情况表: every target that passes the filters with what became of it, to be read, copied into a
//! report, saved and printed.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Shared, use_shared};
use super::parts::{
    Outcome, SelectionProps, Told, cited, class_mark, copied, explained_link, head_row, kind_badge,
    line_link, nothing_found, place_link, proof_link, references, saved, strip, table_switch,
    unit_link,
};
use crate::assess::Assessed;
use crate::browser;
use crate::dataset::{Code, Observation, Row};
use crate::export::{Table, file_name, report, report_notes};
use crate::query::execution::{Group, execution};
use crate::query::sources::in_order_of_use;
use crate::query::strip::tallies;
use crate::query::{Facet, Selection};
use crate::text::{Msg, figure, label, method, period, proof, source};
use crate::view::{Action, Page, Place};

/// The columns, by their names.
const COLUMNS: [Msg; 7] = [
    Msg::ColumnIndicator,
    Msg::KindTarget,
    Msg::OutcomeFigure,
    Msg::FacetStatus,
    Msg::ColumnGap,
    Msg::ColumnLead,
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
            let groups = execution(data, ledger, &|row| selection.passes(row));
            let targets: Vec<Row> = ledger.iter().map(|one| one.target).collect();
            let asked = (&shared.state.filters, &**selection);
            (groups, tallies(data, ledger, asked, &targets))
        })
    };
    let (groups, tallies) = &*drawn;
    if groups.is_empty() {
        return nothing_found(&shared);
    }
    let targets = || groups.iter().flat_map(|group| &group.targets);
    let ledger = shared.index.ledger();
    let assessed = targets().filter_map(|row| ledger.get(*row));
    let mut rows = assessed
        .flat_map(|one| [Some(one.target), one.decisive()])
        .flatten();
    let documents = in_order_of_use(&shared.data, &mut rows);
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
                for group in groups.iter() { { body(&shared, group, &documents) } }
            </table>
            { references(&shared, &documents) }
        </div>
    }
}

/// The targets of one plan under its name.
fn body(shared: &Shared, group: &Group, documents: &[Code]) -> Html {
    let (data, lang) = (&shared.data, shared.lang());
    let area = data.area(group.area).map_or("", |area| area.name.get(lang));
    let plan = group
        .plan
        .and_then(|plan| data.plans.get(usize::from(plan)));
    let plan = plan.map_or_else(String::new, |plan| label::plan(plan, lang));
    let count = source::counted(group.targets.len(), lang, "项", "target");
    html! {
        <tbody key={format!("{}-{:?}", group.area, group.plan)} role="rowgroup">
            <tr class="execution-plan" role="row">
                <th colspan={COLUMNS.len().to_string()} scope="rowgroup" role="rowheader">
                    { format!("{area} · {plan}") }<span>{ count }</span>
                </th>
            </tr>
            for row in &group.targets { { target(shared, *row, documents) } }
        </tbody>
    }
}

fn target(shared: &Shared, row: Row, documents: &[Code]) -> Html {
    let lang = shared.lang();
    let target = shared.data.observation(row);
    let Some((target, one)) = target.zip(shared.index.ledger().get(row)) else {
        return html! {};
    };
    let indicator = shared.link(Action::Go(Page::Indicator(target.indicator_code)));
    let name = target.indicator.name.get(lang);
    let lead = shared.data.answering(row);
    let lead = lead.map(|(unit, _)| unit_link(shared, unit));
    let cell = |column: Msg, body: Html| html! { <td role="cell" data-label={shared.msg(column)}>{ body }</td> };
    html! {
        <tr key={target.id} role="row" data-observation={target.id.to_owned()}>
            <th scope="row" role="rowheader">
                { explained_link(shared, name, indicator) }
                { " " }
                { class_mark(shared, target.class) }
            </th>
            { cell(Msg::KindTarget, html! { { figure::line(&target, lang) } }) }
            { cell(Msg::OutcomeFigure, outcome(shared, one)) }
            { cell(Msg::FacetStatus, proof_link(shared, one)) }
            { cell(Msg::ColumnGap, html! { { proof::gap(one, &target, lang) } }) }
            { cell(Msg::ColumnLead, lead.unwrap_or_default()) }
            { cell(Msg::ColumnSource, places(shared, &target, one, documents)) }
        </tr>
    }
}

/// The outcome with its kind and, where it is not the target's, its period.
fn outcome(shared: &Shared, one: &Assessed) -> Html {
    let lang = shared.lang();
    let outcome = one.decisive().and_then(|row| shared.data.observation(row));
    html! {
        if let Some(outcome) = outcome {
            { figure::line(&outcome, lang) }
            <small>{ kind_badge(outcome.kind, lang) }{ period::of(&outcome, lang) }</small>
        }
    }
}

/// Where target and outcome are printed: of one document both lines.
fn places(shared: &Shared, target: &Observation<'_>, one: &Assessed, documents: &[Code]) -> Html {
    let outcome = one.decisive().and_then(|row| shared.data.observation(row));
    let link = |figure: &Observation<'_>, is_known: bool| {
        let place = Place::of(&shared.data, figure.row)?;
        Some(if is_known {
            line_link(shared, place)
        } else {
            html! { <>{ cited(documents, figure) }{ place_link(shared, place) }</> }
        })
    };
    let same = outcome.filter(|figure| figure.document_code == target.document_code);
    let other_line = same.filter(|figure| figure.line != target.line);
    let other = outcome.filter(|figure| figure.document_code != target.document_code);
    html! {
        <span>
            { link(target, false) }
            { other_line.and_then(|figure| link(&figure, true)) }
            { other.and_then(|figure| link(&figure, false)) }
        </span>
    }
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
    let button = |name: &'static str, words: Msg, act: fn(&Shared, &Table) -> _| {
        let (shared, selection) = (shared.clone(), Rc::clone(&props.selection));
        let (outcome, said) = (outcome.setter(), shared.msg(words));
        let onclick = Callback::from(move |_: MouseEvent| {
            outcome.set(Some(act(&shared, &table(&shared, &selection))));
        });
        html! { <button type="button" class="quiet" data-export={name} {onclick}>{ said }</button> }
    };
    html! {
        <div class="plot-export">
            { button("report-table", Msg::CopyTable, |_, table| copied(table.tsv(), &table.html())) }
            { button("report-csv", Msg::SaveCsv, save) }
            <Told outcome={(*outcome).clone()} name={Msg::Report} />
        </div>
    }
}

fn table(shared: &Shared, selection: &Selection) -> Table {
    let (data, ledger) = (&shared.data, shared.index.ledger());
    let notes = report_notes(data, &shared.state, browser::address().as_deref());
    report(data, ledger, &|row| selection.passes(row), shared.lang()).with_notes(notes)
}

/// Saves the table under a name with the areas that are chosen.
fn save(shared: &Shared, table: &Table) -> Outcome {
    let areas = shared.state.filters.get(Facet::Area).iter();
    let areas = areas.filter_map(|code| Some(&*shared.data.area(*code)?.code));
    let id: Vec<&str> = std::iter::once("report").chain(areas).collect();
    let name = file_name(&shared.data, &id.join("-")) + ".csv";
    // The mark by which spreadsheets know the encoding.
    let text = format!("\u{feff}{}", table.csv());
    saved(browser::save_text(&text, "text/csv;charset=utf-8", &name))
}
