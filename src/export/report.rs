//! The execution table (执行情况表): every target with its outcome, status, gap, leading unit and the
//! documents that say so.

use super::sheet::{facts, paper_link};
use super::table::Table;
use crate::assess::{Assessed, Ledger, METHOD};
use crate::dataset::{Dataset, Lang, Observation, Row};
use crate::query::execution::execution;
use crate::text::{Msg, figure, label, method, period, proof, source};
use crate::view::ViewState;

/// The columns.
const HEADS: [Msg; 14] = [
    Msg::ColumnArea,
    Msg::ColumnPlan,
    Msg::FacetClass,
    Msg::ColumnIndicator,
    Msg::KindTarget,
    Msg::OutcomeFigure,
    Msg::ColumnKind,
    Msg::ColumnPeriod,
    Msg::FacetStatus,
    Msg::ColumnFlags,
    Msg::ColumnGap,
    Msg::ColumnLead,
    Msg::ColumnSource,
    Msg::ColumnMethod,
];

/// The execution table of the targets that `takes` says yes to.
#[must_use]
pub fn report(data: &Dataset, ledger: &Ledger, takes: &dyn Fn(Row) -> bool, lang: Lang) -> Table {
    let heads = HEADS.iter().map(|head| head.get(lang).to_owned());
    let groups = execution(data, ledger, takes);
    let targets = groups.iter().flat_map(|group| &group.targets);
    let rows = targets.filter_map(|row| cells(data, ledger.get(*row)?, lang));
    Table::new(heads.collect(), rows.collect()).with_notes(vec![proof::edition(data, lang)])
}

/// What the page says under the table that it gives away: whose figures, of which edition, how
/// filtered, by which method, and the way back to the view.
#[must_use]
pub fn report_notes(data: &Dataset, state: &ViewState, address: Option<&str>) -> Vec<String> {
    let mut known = facts(data, state);
    known.push(method::version(state.lang));
    vec![known.join(" · "), paper_link(data, state, address)]
}

fn cells(data: &Dataset, one: &Assessed, lang: Lang) -> Option<Vec<String>> {
    let target = data.observation(one.target)?;
    let judged = &one.assessment.judgement;
    let outcome = one.decisive().and_then(|row| data.observation(row));
    let of = |words: &dyn Fn(&Observation<'_>) -> String| {
        outcome.as_ref().map_or_else(String::new, words)
    };
    let flags = one.assessment.flags.iter();
    let flags: Vec<&str> = flags.map(|flag| method::flag(*flag, lang)).collect();
    let lead = data.answering(target.row);
    let lead = lead.map_or("", |(unit, _)| unit.name.get(lang));
    Some(vec![
        target.area.name.get(lang).to_owned(),
        target
            .plan
            .map_or_else(String::new, |plan| plan.id.to_string()),
        target.class.map_or_else(String::new, |class| {
            label::class(class).get(lang).to_owned()
        }),
        target.indicator.name.get(lang).to_owned(),
        figure::line(&target, lang),
        of(&|outcome| figure::line(outcome, lang)),
        of(&|outcome| label::kind(outcome.kind).get(lang).to_owned()),
        of(&|outcome| period::of(outcome, lang)),
        label::status(judged.status).get(lang).to_owned(),
        label::listed(&flags, lang),
        proof::gap(one, &target, lang),
        lead.to_owned(),
        documents(data, &target, &judged.parts, lang),
        METHOD.to_string(),
    ])
}

/// Where the target and the figures that decide on it are printed.
fn documents(data: &Dataset, target: &Observation<'_>, parts: &[Row], lang: Lang) -> String {
    let figures = parts.iter().filter_map(|row| data.observation(*row));
    let mut places: Vec<String> = Vec::new();
    for figure in std::iter::once(*target).chain(figures) {
        let title = label::document(data, figure.document, lang);
        let place = format!("{title} {}", source::line(figure.line, lang));
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}
