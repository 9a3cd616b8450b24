//! `observations.csv`: each row checked alone and against the tables that it refers to.

use super::super::cell::Place;
use super::super::codes::{Class, Comparator, Kind, PeriodBasis};
use super::super::columns::Observations;
use super::super::entities::{Code, Indicator, Unit};
use super::super::fault::{Fault, Problem};
use super::super::period::Period;
use super::super::plan::Plan;
use super::super::rows::ObservationRow;
use super::super::tables::Tables;
use super::Index;

/// What is read of one row besides its texts.
struct Figure {
    document: Code,
    indicator: Code,
    area: Code,
    period: Period,
    basis: PeriodBasis,
    kind: Kind,
    comparator: Option<Comparator>,
    value: Option<f64>,
    value_high: Option<f64>,
    unit: Option<Code>,
    class: Option<Class>,
    plan: Option<String>,
    task: Option<Code>,
    shared: bool,
    line: u32,
}

/// Units, indicators, and the unit of each indicator where that is known.
type Known<'a> = (&'a [Unit], &'a [Indicator], &'a [Option<Code>]);

/// Reads the table of figures, and the periods and plans that occur in it.
pub(super) fn load(
    tables: &Tables,
    index: &mut Index,
    known: Known<'_>,
    faults: &mut Vec<Fault>,
) -> (Observations, Vec<Period>, Vec<Plan>) {
    let mut columns = Observations::default();
    let mut figures = Vec::new();
    let is_open = ObservationRow::visit(tables, faults, |row, place| {
        // A faulty row keeps its key, so that what refers to it is not called a fault as well.
        index.observations.add(place, "id", row.id);
        let Some(figure) = figure(row, index, place) else {
            return;
        };
        check(&figure, row, place);
        check_unit(&figure, known, place);
        push_texts(&mut columns, row);
        figures.push(figure);
    });
    index.observations.opened(is_open);
    let mut periods: Vec<Period> = figures.iter().map(|figure| figure.period).collect();
    periods.sort_by(|a, b| a.chronological(*b));
    periods.dedup();
    let mut plans: Vec<Plan> = index.plans.values().cloned().collect();
    plans.sort_by(|a, b| a.period.chronological(b.period).then(a.id.cmp(&b.id)));
    for figure in figures {
        push(&mut columns, &figure, &periods, &plans, known.1);
    }
    (columns, periods, plans)
}

fn figure(row: &ObservationRow<'_>, index: &mut Index, place: &mut Place<'_>) -> Option<Figure> {
    let document = index.documents.find(place, "document", row.document);
    let line = place.count("line", row.line);
    let indicator = index.indicators.find(place, "indicator", row.indicator);
    let area = index.areas.find(place, "area", row.area);
    let period = place.period("period", row.period);
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
    let plan = plan(row.plan, index, place);
    let task = (!row.task.is_empty())
        .then(|| index.tasks.find(place, "task", row.task))
        .flatten();
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
        unit,
        class: class.ok()?,
        plan,
        task,
        shared: shared?,
        line: line?,
    })
}

fn plan(id: &str, index: &mut Index, place: &mut Place<'_>) -> Option<String> {
    if id.is_empty() {
        return None;
    }
    let Some(plan) = Plan::parse(id) else {
        place.fault("plan", Problem::NotAPlan(id.to_owned()));
        return None;
    };
    index.plans.entry(id.to_owned()).or_insert(plan);
    Some(id.to_owned())
}

/// What must hold between the cells of one row.
fn check(figure: &Figure, row: &ObservationRow<'_>, place: &mut Place<'_>) {
    let mut say = |column: &str, what: &str| {
        place.fault(column, Problem::Inconsistent(what.to_owned()));
    };
    if figure.value.is_some() && row.unit.is_empty() {
        say("unit", "a figure with a value needs a unit");
    }
    if figure.value.is_some() && figure.comparator.is_none() {
        say("comparator", "a figure with a value needs a comparator");
    }
    if figure.value.is_none() && row.statement.is_empty() {
        say("statement", "a figure without a value needs a statement");
    }
    match (figure.value, figure.value_high) {
        (None, Some(_)) => say("value_high", "a range needs its lower end"),
        (Some(low), Some(high)) if high <= low => say("value_high", "must be above `value`"),
        _ => {}
    }
    if figure.kind == Kind::Target && row.plan.is_empty() {
        say("plan", "a target belongs to a plan");
    }
    if figure.kind != Kind::Target && !(row.plan.is_empty() && row.class.is_empty()) {
        say("kind", "only a target has a plan or a class");
    }
    if row.section.is_empty() {
        say(
            "section",
            "must name the headings that the figure stands under",
        );
    }
    let plan = Plan::parse(row.plan);
    if plan.is_some_and(|plan| !plan.period.contains(figure.period)) {
        say("period", "lies outside the plan");
    }
    place.fragment(row.as_printed);
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
        let what = "does not convert to the unit of its indicator";
        place.fault("unit", Problem::Inconsistent(what.to_owned()));
    }
}

fn push_texts(columns: &mut Observations, row: &ObservationRow<'_>) {
    columns.id.push(row.id);
    columns.section.push(row.section);
    columns.statement.push(row.statement);
    columns.as_printed.push(row.as_printed);
    columns.repair.push(row.repair);
    columns.note_zh.push(row.note_zh);
    columns.note_en.push(row.note_en);
}

fn push(
    columns: &mut Observations,
    figure: &Figure,
    periods: &[Period],
    plans: &[Plan],
    indicators: &[Indicator],
) {
    let position = |index: Option<usize>| index.and_then(|index| Code::try_from(index).ok());
    let period = position(periods.iter().position(|period| *period == figure.period));
    let plan = figure
        .plan
        .as_ref()
        .and_then(|id| position(plans.iter().position(|plan| *plan.id == **id)));
    let theme = indicators
        .get(usize::from(figure.indicator))
        .map(|indicator| indicator.theme);
    columns.document.push(figure.document);
    columns.indicator.push(figure.indicator);
    columns.theme.push(theme.unwrap_or_default());
    columns.area.push(figure.area);
    columns.period.push(period.unwrap_or_default());
    columns.kind.push(figure.kind);
    columns.class.push(figure.class);
    columns.plan.push(plan);
    columns.task.push(figure.task);
    columns.unit.push(figure.unit);
    columns.comparator.push(figure.comparator);
    columns.value.push(figure.value);
    columns.value_high.push(figure.value_high);
    columns.basis.push(figure.basis);
    columns.shared.push(figure.shared);
    columns.line.push(figure.line);
}
