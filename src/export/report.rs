//! The execution table (执行情况表): every target with the outcome by which it was judged, its status, its
//! gap, its lead over time, the responsible units and every printing that the status rests on.

use super::sheet::{facts, shared_link};
use super::table::Table;
use crate::assess::{Assessed, Ledger, METHOD};
use crate::dataset::{Dataset, Lang, Row};
use crate::query::execution::execution;
use crate::text::{Msg, edition, figure, label, method, outcome, period, proof, source, units};
use crate::view::ViewState;

/// The columns. Method and edition stand in each row, for CSV has no room for them elsewhere.
pub(super) const HEADS: [Msg; 17] = [
    Msg::ColumnArea,
    Msg::ColumnPlan,
    Msg::FacetClass,
    Msg::ColumnIndicator,
    Msg::KindTarget,
    Msg::TargetPeriod,
    Msg::OutcomeFigure,
    Msg::OutcomeKind,
    Msg::OutcomePeriod,
    Msg::FacetStatus,
    Msg::ColumnFlags,
    Msg::ColumnGap,
    Msg::ColumnPace,
    Msg::ColumnUnits,
    Msg::ColumnSource,
    Msg::ColumnMethod,
    Msg::ColumnEdition,
];

/// The execution table of the targets that `takes` says yes to.
#[must_use]
pub fn report(data: &Dataset, ledger: &Ledger, takes: &dyn Fn(Row) -> bool, lang: Lang) -> Table {
    let heads = HEADS.iter().map(|head| head.get(lang).to_owned());
    let targets = in_order(data, ledger, takes).into_iter();
    let rows = targets.filter_map(|row| cells(data, &ledger.get(data, row)?, lang));
    Table::new(heads.collect(), rows.collect()).with_notes(vec![
        Msg::GapSign.get(lang).to_owned(),
        proof::edition(data, lang),
    ])
}

/// What the page says under the table that it gives away: whose figures, of which edition, how
/// filtered, by which method, and the way back to the view.
#[must_use]
pub fn report_notes(data: &Dataset, state: &ViewState, address: Option<&str>) -> Vec<String> {
    let mut known = facts(data, state);
    known.push(method::version(state.lang));
    vec![
        Msg::GapSign.get(state.lang).to_owned(),
        known.join(" · "),
        shared_link(data, state, address),
    ]
}

/// The targets that `takes` says yes to, in the order of the table.
pub(super) fn in_order(data: &Dataset, ledger: &Ledger, takes: &dyn Fn(Row) -> bool) -> Vec<Row> {
    let groups = execution(data, ledger, takes).into_iter();
    groups.flat_map(|group| group.targets).collect()
}

/// The row of a target.
pub(super) fn cells(data: &Dataset, one: &Assessed, lang: Lang) -> Option<Vec<String>> {
    let target = data.observation(one.target)?;
    let status = one.assessment.judgement.status;
    let judged = outcome::judged(data, one, &target, lang);
    let kinds = judged.iter().flat_map(|judged| &judged.kinds);
    let kinds: Vec<&str> = kinds.map(|kind| label::kind(*kind).get(lang)).collect();
    let kinds = label::listed(&kinds, lang);
    let judged = judged.map(|judged| (judged.figure, judged.period));
    let (figure, judged_of) = judged.unwrap_or_default();
    let flags = one.assessment.flags.iter();
    let flags: Vec<&str> = flags.map(|flag| method::flag(*flag, lang)).collect();
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
        period::of(&target, lang),
        figure,
        kinds,
        judged_of,
        label::status(status).get(lang).to_owned(),
        label::listed(&flags, lang),
        proof::gap(one, &target, lang),
        proof::lead(one, &target, lang),
        units::answering(data, target.row, lang),
        documents(data, one, lang),
        METHOD.to_string(),
        edition::words(data, lang),
    ])
}

/// Where all the figures that the status rests on are printed, each place once.
fn documents(data: &Dataset, one: &Assessed, lang: Lang) -> String {
    let mut places: Vec<String> = Vec::new();
    for (_, row) in one.rows() {
        let Some(figure) = data.observation(row) else {
            continue;
        };
        let title = label::document(data, figure.document, lang);
        let place = [&*title, &source::line(figure.line, lang)].join(" ");
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}
