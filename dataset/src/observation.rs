//! One figure as a row: what its codes stand for, looked up.

use super::codes::{Class, Comparator, Kind, PeriodBasis};
use super::entities::{Area, Code, Document, Indicator, Row, Task, Unit};
use super::name::Lang;
use super::period::Period;
use super::plan::Plan;
use super::set::Dataset;

/// One figure with what its codes stand for.
#[derive(Clone, Copy, Debug)]
pub struct Observation<'a> {
    /// Its position.
    pub row: Row,
    /// Its id.
    pub id: &'a str,
    /// What is measured.
    pub indicator: &'a Indicator,
    /// The indicator's code.
    pub indicator_code: Code,
    /// Where.
    pub area: &'a Area,
    /// The area's code.
    pub area_code: Code,
    /// When.
    pub period: Period,
    /// Whether the period is printed.
    pub basis: PeriodBasis,
    /// The document that prints it.
    pub document: &'a Document,
    /// The document's code.
    pub document_code: Code,
    /// The line of the document's text, from 1.
    pub line: u32,
    /// The headings that it stands under.
    pub section: &'a str,
    /// What it is.
    pub kind: Kind,
    /// How it bounds the quantity.
    pub comparator: Option<Comparator>,
    /// The number in [`Self::unit`], as printed.
    pub value: Option<f64>,
    /// The upper end of a range.
    pub value_high: Option<f64>,
    /// How many decimals are printed: 7.0 is known more closely than 7.
    pub decimals: u8,
    /// The unit as printed.
    pub unit: Option<&'a Unit>,
    /// What a figure without number says.
    pub statement: &'a str,
    /// Whether it binds.
    pub class: Option<Class>,
    /// The plan that a target belongs to.
    pub plan: Option<&'a Plan>,
    /// The plan's code.
    pub plan_code: Option<Code>,
    /// The task that it belongs to.
    pub task: Option<&'a Task>,
    /// Whether one printed number serves several subjects.
    pub shared: bool,
    /// The fragment that carries it.
    pub as_printed: &'a str,
    /// What the text lost and how it was restored.
    pub repair: &'a str,
    note_zh: &'a str,
    note_en: &'a str,
}

impl<'a> Observation<'a> {
    pub(super) fn new(data: &'a Dataset, row: Row) -> Option<Self> {
        let columns = &data.observations;
        let index = row as usize;
        let indicator_code = columns.indicator.get(index)?;
        let area_code = columns.area.get(index)?;
        let document_code = columns.document.get(index)?;
        let plan_code = columns.plan.get(index)?;
        let plan = data.plans.get(usize::from(plan_code));
        Some(Self {
            row,
            id: columns.id.get(index)?,
            indicator: data.indicators.get(usize::from(indicator_code))?,
            indicator_code,
            area: data.areas.get(usize::from(area_code))?,
            area_code,
            period: *data.periods.get(usize::from(columns.period.get(index)?))?,
            basis: *columns.basis.get(index)?,
            document: data.documents.get(usize::from(document_code))?,
            document_code,
            line: *columns.line.get(index)?,
            section: columns.section.get(index)?,
            kind: *columns.kind.get(index)?,
            comparator: *columns.comparator.get(index)?,
            value: columns.value.get(index),
            value_high: columns.value_high.get(index),
            decimals: *columns.decimals.get(index)?,
            unit: data.units.get(usize::from(columns.unit.get(index)?)),
            statement: columns.statement.get(index)?,
            class: *columns.class.get(index)?,
            plan,
            plan_code: plan.map(|_| plan_code),
            task: data.tasks.get(usize::from(columns.task.get(index)?)),
            shared: *columns.shared.get(index)?,
            as_printed: columns.as_printed.get(index)?,
            repair: columns.repair.get(index)?,
            note_zh: columns.note_zh.get(index)?,
            note_en: columns.note_en.get(index)?,
        })
    }

    /// Which of its line it is: the number that ends its id, or 0. Ids sort as text, in which 10
    /// stands before 2.
    #[must_use]
    pub fn ordinal(&self) -> u32 {
        let last = self.id.rsplit('-').next();
        last.and_then(|number| number.parse().ok())
            .unwrap_or_default()
    }

    /// What the reader should know of this printing.
    #[must_use]
    pub fn note(&self, lang: Lang) -> &'a str {
        match lang {
            Lang::Zh => self.note_zh,
            Lang::En => self.note_en,
        }
    }

    /// The value in the dimension's base unit, so that 万元 and 亿元 compare.
    #[must_use]
    pub fn base_value(&self) -> Option<f64> {
        Some(self.value? * self.unit?.factor)
    }

    /// The value in the unit that its indicator is shown in.
    #[must_use]
    pub fn shown_value(&self, data: &Dataset) -> Option<f64> {
        let to = data.units.get(usize::from(self.indicator.unit))?;
        let from = self.unit?;
        if from.id == to.id {
            return self.value;
        }
        Some(self.base_value()? / to.factor)
    }
}

impl Dataset {
    /// One figure. `None` past the end.
    #[must_use]
    pub fn observation(&self, row: Row) -> Option<Observation<'_>> {
        Observation::new(self, row)
    }

    /// The figures of some kinds, in the order of the table, without a look at the others.
    pub fn of_kind(&self, is_wanted: fn(Kind) -> bool) -> impl Iterator<Item = Observation<'_>> {
        let kinds = (0..).zip(&self.observations.kind);
        let wanted = kinds.filter(move |(_, kind)| is_wanted(**kind));
        wanted.filter_map(|(row, _)| self.observation(row))
    }

    /// Every figure, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = Observation<'_>> {
        (0..self.observations.len()).filter_map(|row| self.observation(row))
    }
}
