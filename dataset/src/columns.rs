//! The figures, column by column.
//!
//! Codes and numbers lie in columns of their own, as narrow as what they hold, so that a filter reads only
//! the columns that it needs; texts are kept once and pointed at.

use std::rc::Rc;

use guatu_scan::Codes;

use super::codes::{Class, Comparator, Kind, PeriodBasis};
use super::entities::Row;
use super::numbers::{Numbers, Rare};
use super::texts::{Strings, Texts};

/// The columns of the table of figures, all of the same length. Those that facets read as well are
/// shared with them.
#[derive(Debug, PartialEq)]
pub struct Observations {
    /// The document's code.
    pub document: Rc<Codes>,
    /// The indicator's code.
    pub indicator: Codes,
    /// The theme's code, which is its indicator's.
    pub theme: Rc<Codes>,
    /// The area's code.
    pub area: Rc<Codes>,
    /// The period's code.
    pub period: Rc<Codes>,
    /// What the figure is.
    pub kind: Vec<Kind>,
    /// Whether it binds.
    pub class: Vec<Option<Class>>,
    /// The plan's code, or one after the last.
    pub plan: Codes,
    /// The task's code, or one after the last.
    pub task: Codes,
    pub(super) unit: Codes,
    pub(super) comparator: Vec<Option<Comparator>>,
    pub(super) value: Numbers,
    pub(super) value_high: Rare,
    pub(super) decimals: Vec<u8>,
    pub(super) basis: Vec<PeriodBasis>,
    pub(super) shared: Vec<bool>,
    pub(super) line: Vec<u32>,
    pub(super) id: Strings,
    pub(super) section: Texts,
    pub(super) statement: Texts,
    pub(super) as_printed: Strings,
    pub(super) repair: Texts,
    pub(super) note_zh: Texts,
    pub(super) note_en: Texts,
}

impl Observations {
    /// How many figures there are.
    #[must_use]
    pub fn len(&self) -> Row {
        Row::try_from(self.kind.len()).unwrap_or(Row::MAX)
    }

    /// The lines of the documents that print the figures, from 1.
    #[must_use]
    pub fn lines(&self) -> &[u32] {
        &self.line
    }

    /// The units' codes, or one after the last.
    #[must_use]
    pub fn units(&self) -> &Codes {
        &self.unit
    }

    /// The number of a figure, in its unit.
    #[must_use]
    pub fn value(&self, row: Row) -> Option<f64> {
        self.value.get(row as usize)
    }

    /// The headings that a figure stands under.
    #[must_use]
    pub fn section(&self, row: Row) -> Option<&str> {
        self.section.get(row as usize)
    }

    /// The fragment that carries a figure.
    #[must_use]
    pub fn as_printed(&self, row: Row) -> Option<&str> {
        self.as_printed.get(row as usize)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kind.is_empty()
    }
}
