//! The sheet of targets: the execution table, and after its words the same numbers as numbers.

use super::columns::{Column, link, msg, number, out, text};
use super::{Export, Sheet, derived, printed, ungrouped};
use crate::assess::Assessed;
use crate::dataset::{Code, Dataset, Observation, Row, Unit};
use crate::export::report::{HEADS, cells, in_order};
use crate::order;
use crate::query::board;
use crate::text::{Msg, Out, figure, label, method, outcome, proof};
use crate::view::Page;

/// The columns of the execution table by their names for programs.
const NAMES: [&str; HEADS.len()] = [
    "area_name",
    "plan",
    "class_name",
    "indicator_name",
    "target",
    "target_period_name",
    "outcome",
    "outcome_kind",
    "outcome_period",
    "status_name",
    "flags",
    "gap",
    "pace",
    "responsible_units",
    "printed_in",
    "method",
    "edition",
];

/// Further columns.
const FURTHER: [Column; 19] = [
    text("reason", out(Out::HeadReason)),
    text("plan_name", out(Out::HeadPlanName)),
    text("bound", msg(Msg::ColumnBound)),
    number("target_value", out(Out::HeadTargetValue)),
    number("target_high", out(Out::HeadTargetUpper)),
    number("outcome_value", out(Out::HeadOutcomeValue)),
    number("gap_value", out(Out::HeadGapValue)),
    text("gap_unit", out(Out::HeadGapUnit)),
    text("unit_name", out(Out::HeadValuesUnit)),
    number("pace_points", out(Out::HeadPoints)),
    link("link", out(Out::FactLink)),
    text("id", out(Out::HeadId)),
    text("indicator", out(Out::HeadIndicatorId)),
    text("area", out(Out::HeadAreaCode)),
    text("target_period", out(Out::HeadIsoPeriod)),
    text("class", out(Out::HeadClassCode)),
    text("status", out(Out::HeadStatusCode)),
    text("document", out(Out::HeadDocumentId)),
    text("stands_for", out(Out::HeadStandsFor)),
];

/// The targets that are chosen, in the order of the execution table. A number that has been worked out is
/// in the unit of its target as printed; a gap between percentages is in points.
#[must_use]
pub fn targets(export: &Export<'_>) -> Sheet {
    let heads = NAMES.into_iter().zip(HEADS);
    let columns = heads.map(|(name, head)| match name {
        "method" => number(name, msg(head)),
        _ => text(name, msg(head)),
    });
    let (data, ledger) = (export.data(), export.index.ledger());
    let targets = in_order(data, ledger, &|row| export.scope.takes(row));
    let counted = board::targets(export.index);
    let counted = counted.filter_map(|row| Some((same(&data.observation(row)?), row)));
    let mut counted: Vec<(Target, Row)> = counted.collect();
    order::sort_by_key(&mut counted, |(target, _)| *target);
    let rows = targets.into_iter().filter_map(|row| {
        let (one, target) = (ledger.get(data, row)?, data.observation(row)?);
        let known = cells(data, &one, export.lang())?;
        let known = known.iter().map(|words| ungrouped(words));
        let further = further(export, &one, &target, standing(data, &counted, &target));
        Some(known.chain(further).collect())
    });
    Sheet {
        name: "targets",
        label: out(Out::SheetTargets),
        columns: columns.chain(FURTHER).collect(),
        rows: rows.collect(),
    }
}

fn further(
    export: &Export<'_>,
    one: &Assessed,
    target: &Observation<'_>,
    standing: &str,
) -> [String; FURTHER.len()] {
    let (data, lang) = (export.data(), export.lang());
    let judgement = &one.assessment.judgement;
    let owned = str::to_owned;
    [
        owned(
            judgement
                .reason
                .map_or("", |reason| method::reason(reason, lang)),
        ),
        target
            .plan
            .map_or_else(String::new, |plan| label::plan(plan, lang)),
        owned(figure::sign(target.comparator).trim_end()),
        printed(target.value, target.decimals),
        printed(target.value_high, target.decimals),
        derived(
            target
                .unit
                .and_then(|unit| outcome_in(data, one, target, unit)),
        ),
        derived(proof::gap_value(one, target)),
        proof::gap_unit(one, target, lang),
        owned(target.unit.map_or("", |unit| unit.name.get(lang))),
        derived(proof::lead_points(one)),
        export.link(
            Page::Indicator(target.indicator_code),
            None,
            Some(target.row),
        ),
        owned(target.id),
        target.indicator.id.to_string(),
        target.area.code.to_string(),
        target.period.to_string(),
        owned(target.class.map_or("", |class| class.code())),
        owned(judgement.status.code()),
        target.document.id.to_string(),
        owned(standing),
    ]
}

/// What makes two printings one target: area, plan, indicator.
type Target = (Code, Option<Code>, Code);

fn same(target: &Observation<'_>) -> Target {
    (target.area_code, target.plan_code, target.indicator_code)
}

/// Of a target that is printed several times the printing by which it is counted, where it is another one:
/// whoever counts targets leaves out the rows that name one. `counted` has one printing of each, in order.
fn standing<'a>(data: &'a Dataset, counted: &[(Target, Row)], target: &Observation<'_>) -> &'a str {
    let found = counted.binary_search_by_key(&same(target), |(target, _)| *target);
    let found = found.ok().and_then(|at| counted.get(at));
    let other = found.filter(|(_, row)| *row != target.row);
    let other = other.and_then(|(_, row)| data.observation(*row));
    other.map_or("", |counted| counted.id)
}

/// The outcome by which a target was judged in the unit of the target; none where it has another dimension.
fn outcome_in(
    data: &Dataset,
    one: &Assessed,
    target: &Observation<'_>,
    unit: &Unit,
) -> Option<f64> {
    let shown = data.units.get(usize::from(target.indicator.unit))?;
    let judged = outcome::judged(data, one, target, crate::dataset::Lang::Zh)?;
    let is_one = shown.dimension == unit.dimension;
    judged
        .value
        .filter(|_| is_one)
        .map(|value| value * shown.factor / unit.factor)
}
