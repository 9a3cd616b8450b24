//! The columns of the table of figures while it is read.

use std::rc::Rc;

use guatu_scan::Codes;

use super::super::codes::{Class, Comparator, Kind, PeriodBasis};
use super::super::columns::Observations;
use super::super::entities::{Code, Indicator, Row};
use super::super::numbers::{Numbers, Rare};
use super::super::rows::ObservationRow;
use super::super::texts::{Repeating, Strings};

/// Stands in a column where a row has no code.
pub(super) const NONE: Code = Code::MAX;

/// What is read of one row besides its texts.
pub(super) struct Figure {
    pub document: Code,
    pub indicator: Code,
    pub area: Code,
    pub period: Code,
    pub basis: PeriodBasis,
    pub kind: Kind,
    pub comparator: Option<Comparator>,
    pub value: Option<f64>,
    pub value_high: Option<f64>,
    pub decimals: u8,
    pub unit: Option<Code>,
    pub class: Option<Class>,
    pub plan: Option<Code>,
    pub task: Option<Code>,
    pub shared: bool,
    pub line: u32,
}

/// Codes as they are read; how narrow they can be is known at the end.
#[derive(Default)]
pub(super) struct Building {
    document: Vec<Code>,
    indicator: Vec<Code>,
    area: Vec<Code>,
    period: Vec<Code>,
    plan: Vec<Code>,
    task: Vec<Code>,
    unit: Vec<Code>,
    kind: Vec<Kind>,
    class: Vec<Option<Class>>,
    comparator: Vec<Option<Comparator>>,
    value: Numbers,
    value_high: Rare,
    decimals: Vec<u8>,
    basis: Vec<PeriodBasis>,
    shared: Vec<bool>,
    line: Vec<u32>,
    section: Repeating,
    statement: Repeating,
    as_printed: Strings,
    repair: Repeating,
    note_zh: Repeating,
    note_en: Repeating,
}

/// How many entries each table has that figures point into.
pub(super) struct Domains {
    pub documents: usize,
    pub themes: usize,
    pub areas: usize,
    pub tasks: usize,
    pub units: usize,
}

impl Building {
    pub(super) fn push(&mut self, figure: &Figure, row: &ObservationRow<'_>) {
        let number = Row::try_from(self.kind.len()).unwrap_or(Row::MAX);
        self.document.push(figure.document);
        self.indicator.push(figure.indicator);
        self.area.push(figure.area);
        self.period.push(figure.period);
        self.plan.push(figure.plan.unwrap_or(NONE));
        self.task.push(figure.task.unwrap_or(NONE));
        self.unit.push(figure.unit.unwrap_or(NONE));
        self.kind.push(figure.kind);
        self.class.push(figure.class);
        self.comparator.push(figure.comparator);
        self.value.push(figure.value);
        if let Some(high) = figure.value_high {
            self.value_high.push(number, high);
        }
        self.decimals.push(figure.decimals);
        self.basis.push(figure.basis);
        self.shared.push(figure.shared);
        self.line.push(figure.line);
        self.section.push(row.section);
        self.statement.push(row.statement);
        self.as_printed.push(row.as_printed);
        self.repair.push(row.repair);
        self.note_zh.push(row.note_zh);
        self.note_en.push(row.note_en);
    }

    /// Puts the codes of the order of time in the place of those in which periods and plans were met.
    pub(super) fn recode(&mut self, periods: &[Code], plans: &[Code]) {
        for (column, codes) in [(&mut self.period, periods), (&mut self.plan, plans)] {
            for code in column.iter_mut().filter(|code| **code != NONE) {
                *code = codes.get(usize::from(*code)).copied().unwrap_or(NONE);
            }
        }
    }

    /// The columns, without their ids: these are still looked up.
    pub(super) fn finish(
        self,
        domains: &Domains,
        indicators: &[Indicator],
        (periods, plans): (usize, usize),
    ) -> Observations {
        let codes = |column: &[Code], domain| Codes::new(column.iter().copied(), domain);
        let theme = |code: &Code| {
            let indicator = indicators.get(usize::from(*code));
            indicator.map_or(NONE, |indicator| indicator.theme)
        };
        let themes = self.indicator.iter().map(theme);
        Observations {
            theme: Rc::new(Codes::new(themes, domains.themes)),
            document: Rc::new(codes(&self.document, domains.documents)),
            indicator: codes(&self.indicator, indicators.len()),
            area: Rc::new(codes(&self.area, domains.areas)),
            period: Rc::new(codes(&self.period, periods)),
            plan: codes(&self.plan, plans),
            task: codes(&self.task, domains.tasks),
            unit: codes(&self.unit, domains.units),
            kind: shrunk(self.kind),
            class: shrunk(self.class),
            comparator: shrunk(self.comparator),
            value: self.value.finish(),
            value_high: self.value_high.finish(),
            decimals: shrunk(self.decimals),
            basis: shrunk(self.basis),
            shared: shrunk(self.shared),
            line: shrunk(self.line),
            id: Strings::default(),
            section: self.section.finish(),
            statement: self.statement.finish(),
            as_printed: self.as_printed.finish(),
            repair: self.repair.finish(),
            note_zh: self.note_zh.finish(),
            note_en: self.note_en.finish(),
        }
    }
}

/// Without the room that a growing column keeps for more.
fn shrunk<T>(mut column: Vec<T>) -> Vec<T> {
    column.shrink_to_fit();
    column
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_without_a_plan_has_none_in_the_order_of_time_either() {
        let mut columns = Building {
            plan: vec![1, NONE, 0],
            ..Building::default()
        };
        columns.recode(&[], &vec![7; usize::from(NONE) + 1]);
        assert_eq!(columns.plan, [7, NONE, 7]);
    }
}
