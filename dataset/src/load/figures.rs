//! `observations.csv`: each row checked alone and against the tables that it refers to.

use super::super::cell::Place;
use super::super::codes::{Class, Comparator, Kind, PeriodBasis};
use super::super::columns::Observations;
use super::super::decimal::decimals;
use super::super::entities::{Code, Indicator, Unit};
use super::super::fault::{Fault, Rule};
use super::super::period::Period;
use super::super::plan::Plan;
use super::super::rows::ObservationRow;
use super::super::tables::Tables;
use super::Index;
use super::building::{Building, Domains, Figure};
use super::few::Few;

/// Units, indicators, and the unit of each indicator where that is known.
type Known<'a> = (&'a [Unit], &'a [Indicator], &'a [Option<Code>]);

/// The periods and plans that occur.
struct Times {
    periods: Few<Period>,
    plans: Few<Plan>,
}

/// Reads the table of figures, and the periods and plans that occur in it.
pub(super) fn load(
    tables: &Tables,
    index: &mut Index,
    known: Known<'_>,
    faults: &mut Vec<Fault>,
) -> (Observations, Vec<Period>, Vec<Plan>) {
    let mut columns = Building::default();
    let mut times = Times {
        periods: Few::new(),
        plans: Few::new(),
    };
    let is_open = ObservationRow::visit(tables, faults, |row, place| {
        // A faulty row keeps its key, so that what refers to it is not called a fault as well.
        index.observations.add(place, "id", row.id);
        let Some(figure) = figure(row, index, &mut times, place) else {
            return;
        };
        check(&figure, row, &times, place);
        check_unit(&figure, known, place);
        columns.push(&figure, row);
    });
    index.observations.opened(is_open);
    let (periods, by_time) = times.periods.sorted(|a, b| a.chronological(*b));
    let order = |a: &Plan, b: &Plan| a.period.chronological(b.period).then(a.id.cmp(&b.id));
    let (plans, by_plan) = times.plans.sorted(order);
    columns.recode(&by_time, &by_plan);
    let domains = Domains {
        documents: index.documents.len(),
        themes: index.themes.len(),
        areas: index.areas.len(),
        tasks: index.tasks.len(),
        units: index.units.len(),
    };
    let columns = columns.finish(&domains, known.1, (periods.len(), plans.len()));
    (columns, periods, plans)
}

fn figure(
    row: &ObservationRow<'_>,
    index: &Index,
    times: &mut Times,
    place: &mut Place<'_>,
) -> Option<Figure> {
    let document = index.documents.find(place, "document", row.document);
    let line = place.count("line", row.line);
    let indicator = index.indicators.find(place, "indicator", row.indicator);
    let area = index.areas.find(place, "area", row.area);
    let period = times.periods.code(place, "period", row.period, |place| {
        place.period("period", row.period)
    });
    let basis = place.code(
        "period_basis",
        row.period_basis,
        PeriodBasis::parse,
        PeriodBasis::CODES,
    );
    let kind = place.code("kind", row.kind, Kind::parse, Kind::CODES);
    let comparator = place.optional_code(
        "comparator",
        row.comparator,
        Comparator::parse,
        Comparator::CODES,
    );
    let value = place.optional_number("value", row.value);
    let value_high = place.optional_number("value_high", row.value_high);
    let unit = (!row.unit.is_empty())
        .then(|| index.units.find(place, "unit", row.unit))
        .flatten();
    let class = place.optional_code("class", row.class, Class::parse, Class::CODES);
    let shared = place.flag("shared", row.shared, "");
    let plan = (!row.plan.is_empty())
        .then(|| {
            times.plans.code(place, "plan", row.plan, |place| {
                place.plan("plan", row.plan)
            })
        })
        .flatten();
    let task = (!row.task.is_empty())
        .then(|| index.tasks.find(place, "task", row.task))
        .flatten();
    if row.section.is_empty() {
        place.fault("section", Rule::NeedsSection);
    }
    place.fragment(row.as_printed);
    Some(Figure {
        document: document?,
        indicator: indicator?,
        area: area?,
        period: period?,
        basis: basis?,
        kind: kind?,
        comparator: comparator.ok()?,
        value: value.ok()?,
        value_high: value_high.ok()?,
        decimals: decimals(row.value).max(decimals(row.value_high)),
        unit,
        class: class.ok()?,
        plan,
        task,
        shared: shared?,
        line: line?,
    })
}

/// What must hold between the cells of one row.
fn check(figure: &Figure, row: &ObservationRow<'_>, times: &Times, place: &mut Place<'_>) {
    let mut say = |column: &str, rule: Rule| place.fault(column, rule);
    if figure.value.is_some() && row.unit.is_empty() {
        say("unit", Rule::NeedsUnit);
    }
    if figure.value.is_some() && figure.comparator.is_none() {
        say("comparator", Rule::NeedsComparator);
    }
    if figure.value.is_none() && row.statement.is_empty() {
        say("statement", Rule::NeedsStatement);
    }
    match (figure.value, figure.value_high) {
        (None, Some(_)) => say("value_high", Rule::NeedsLowerEnd),
        (Some(low), Some(high)) if high <= low => say("value_high", Rule::NotAboveLowerEnd),
        _ => {}
    }
    if figure.kind == Kind::Target && row.plan.is_empty() {
        say("plan", Rule::NeedsPlan);
    }
    if figure.kind != Kind::Target && !(row.plan.is_empty() && row.class.is_empty()) {
        say("kind", Rule::NotATarget);
    }
    let plan = figure.plan.and_then(|plan| times.plans.get(plan));
    let pair = plan.zip(times.periods.get(figure.period));
    if pair.is_some_and(|(plan, period)| !plan.period.contains(*period)) {
        say("period", Rule::OutsidePlan);
    }
}

/// A figure's unit must convert to that of its indicator, where both are known.
fn check_unit(figure: &Figure, (units, _, preferred): Known<'_>, place: &mut Place<'_>) {
    let dimension = |unit: Option<Code>| units.get(usize::from(unit?)).map(|unit| &unit.dimension);
    let preferred = preferred
        .get(usize::from(figure.indicator))
        .copied()
        .flatten();
    let pair = dimension(figure.unit).zip(dimension(preferred));
    if pair.is_some_and(|(own, wanted)| own != wanted) {
        place.fault("unit", Rule::OtherDimension);
    }
}
