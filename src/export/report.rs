//! The execution table (执行情况表): every target with its outcome, status, gap, leading unit and the
//! documents that say so.

use super::table::{Table, text};
use crate::assess::{Assessed, Ledger, METHOD};
use crate::dataset::{Dataset, Lang, Observation, Role, Row};
use crate::order;
use crate::text::{Msg, figure, label, method, period, proof, source};

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

/// The execution table of the targets that `takes` says yes to: by area, plan, and the order of the
/// documents.
#[must_use]
pub fn report(data: &Dataset, ledger: &Ledger, takes: &dyn Fn(Row) -> bool, lang: Lang) -> Table {
    let mut targets: Vec<(&Assessed, Observation<'_>)> = ledger
        .iter()
        .filter(|one| takes(one.target))
        .filter_map(|one| Some((one, data.observation(one.target)?)))
        .collect();
    order::sort_by_key(&mut targets, |(_, target)| {
        let place = (&target.document.id, target.line, target.ordinal());
        (target.area_code, target.plan_code, place)
    });
    let heads = HEADS.iter().map(|head| head.get(lang).to_owned());
    let rows = targets
        .iter()
        .map(|(one, target)| cells(data, one, target, lang));
    Table::new(heads.collect(), rows.collect())
}

fn cells(data: &Dataset, one: &Assessed, target: &Observation<'_>, lang: Lang) -> Vec<String> {
    let judged = &one.assessment.judgement;
    let outcome = one.shown().and_then(|row| data.observation(row));
    let of = |words: &dyn Fn(&Observation<'_>) -> String| {
        outcome.as_ref().map_or_else(String::new, words)
    };
    let flags = one.assessment.flags.iter();
    let flags: Vec<&str> = flags.map(|flag| method::flag(*flag, lang)).collect();
    let gap = proof::gap(one, target, lang);
    vec![
        text(target.area.name.get(lang)),
        target
            .plan
            .map_or_else(String::new, |plan| plan.id.to_string()),
        target.class.map_or_else(String::new, |class| {
            label::class(class).get(lang).to_owned()
        }),
        text(target.indicator.name.get(lang)),
        text(&figure::line(target, lang)),
        of(&|outcome| text(&figure::line(outcome, lang))),
        of(&|outcome| label::kind(outcome.kind).get(lang).to_owned()),
        of(&|outcome| text(&period::of(outcome, lang))),
        label::status(judged.status).get(lang).to_owned(),
        label::listed(&flags, lang),
        gap,
        lead(data, target.row, lang),
        text(&documents(data, target, &judged.parts, lang)),
        METHOD.to_string(),
    ]
}

/// The first of the units that lead, or else that answer.
fn lead(data: &Dataset, target: Row, lang: Lang) -> String {
    let units = data.subject(target).into_iter();
    let units: Vec<_> = units
        .flat_map(|subject| data.responsible(subject))
        .collect();
    let leading = units.iter().find(|(_, role)| *role == Role::Lead);
    let unit = leading
        .or(units.first())
        .map(|(unit, _)| unit.name.get(lang));
    text(unit.unwrap_or_default())
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
