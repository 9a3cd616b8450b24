//! The figures, column by column.
//!
//! Codes and numbers lie in columns of their own, so that a filter reads only the columns that it
//! needs; texts are kept once and pointed at.

use std::rc::Rc;

use super::cell::Positions;
use super::codes::{Class, Comparator, Kind, PeriodBasis};
use super::entities::{Code, Row};

/// The columns of the table of figures, all of the same length.
#[derive(Debug, Default, PartialEq)]
pub struct Observations {
    /// The document's code.
    pub document: Vec<Code>,
    /// The indicator's code.
    pub indicator: Vec<Code>,
    /// The theme's code, which is its indicator's.
    pub theme: Vec<Code>,
    /// The area's code.
    pub area: Vec<Code>,
    /// The period's code.
    pub period: Vec<Code>,
    /// What the figure is.
    pub kind: Vec<Kind>,
    /// Whether it binds.
    pub class: Vec<Option<Class>>,
    /// The plan's code.
    pub plan: Vec<Option<Code>>,
    /// The task's code.
    pub task: Vec<Option<Code>>,
    pub(super) unit: Vec<Option<Code>>,
    pub(super) comparator: Vec<Option<Comparator>>,
    pub(super) value: Vec<Option<f64>>,
    pub(super) value_high: Vec<Option<f64>>,
    pub(super) decimals: Vec<u8>,
    pub(super) basis: Vec<PeriodBasis>,
    pub(super) shared: Vec<bool>,
    pub(super) line: Vec<u32>,
    pub(super) id: Vec<Rc<str>>,
    pub(super) section: Texts,
    pub(super) statement: Texts,
    pub(super) as_printed: Texts,
    pub(super) repair: Texts,
    pub(super) note_zh: Texts,
    pub(super) note_en: Texts,
}

impl Observations {
    /// How many figures there are.
    #[must_use]
    pub fn len(&self) -> Row {
        Row::try_from(self.document.len()).unwrap_or(Row::MAX)
    }

    /// Drops what only serves to take further texts in.
    pub(super) fn finish(&mut self) {
        for texts in [
            &mut self.section,
            &mut self.statement,
            &mut self.as_printed,
            &mut self.repair,
            &mut self.note_zh,
            &mut self.note_en,
        ] {
            texts.known = Positions::new();
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.document.is_empty()
    }
}

/// A column of texts, each different one kept once.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Texts {
    pool: Vec<Rc<str>>,
    codes: Vec<u32>,
    known: Positions,
}

impl Texts {
    pub(super) fn push(&mut self, text: &str) {
        // Neighbours are often alike: most are empty, or of one section.
        let last = self.codes.last().copied();
        if let Some(code) = last.filter(|code| {
            self.pool
                .get(*code as usize)
                .is_some_and(|known| **known == *text)
        }) {
            self.codes.push(code);
            return;
        }
        let code = self.known.get(text).copied().unwrap_or_else(|| {
            let code = u32::try_from(self.pool.len()).unwrap_or(u32::MAX);
            let text: Rc<str> = text.into();
            self.pool.push(Rc::clone(&text));
            self.known.insert(text, code);
            code
        });
        self.codes.push(code);
    }

    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let text = self.pool.get(*self.codes.get(index)? as usize)?;
        Some(text)
    }
}
