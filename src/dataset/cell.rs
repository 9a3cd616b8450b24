//! Reading one cell: the value, or a fault with the cell's place.

use std::collections::HashMap;
use std::rc::Rc;

use crate::order;

use super::decimal::decimal;
use super::entities::{Code, Row};
use super::fault::{Fault, Problem};
use super::period::Period;
use super::plan::Plan;

/// The longest fragment of a source that a row may carry, in characters.
const FRAGMENT: usize = 30;

/// A row's place in a file, and where its faults go.
pub(super) struct Place<'a> {
    pub file: &'static str,
    pub row: u64,
    pub faults: &'a mut Vec<Fault>,
}

/// The cell says something that cannot be read; its fault is noted.
pub(super) struct Faulty;

impl Place<'_> {
    /// Notes a fault of a column of this row.
    pub(super) fn fault(&mut self, column: &str, problem: Problem) {
        self.faults.push(Fault {
            file: self.file.to_owned(),
            row: self.row,
            column: column.to_owned(),
            problem,
        });
    }

    /// A text that must not be empty.
    pub(super) fn text<'t>(&mut self, column: &str, text: &'t str) -> Option<&'t str> {
        if text.trim().is_empty() {
            self.fault(column, Problem::Empty);
            return None;
        }
        Some(text)
    }

    /// A fragment of a source: no more of its text than shows the fact.
    pub(super) fn fragment(&mut self, text: &str) {
        if text.trim().is_empty() || text.chars().count() > FRAGMENT {
            let what = format!("must hold the fragment of 1 to {FRAGMENT} characters");
            self.fault("as_printed", Problem::Inconsistent(what));
        }
    }

    /// A code of an enumeration.
    pub(super) fn code<T>(
        &mut self,
        column: &str,
        text: &str,
        parse: fn(&str) -> Option<T>,
        allowed: &[&str],
    ) -> Option<T> {
        let value = parse(text);
        if value.is_none() {
            self.fault(
                column,
                Problem::NotAllowed {
                    read: text.to_owned(),
                    allowed: allowed.join(", "),
                },
            );
        }
        value
    }

    /// A code of an enumeration, or nothing where the cell is empty.
    pub(super) fn optional_code<T>(
        &mut self,
        column: &str,
        text: &str,
        parse: fn(&str) -> Option<T>,
        allowed: &[&str],
    ) -> Result<Option<T>, Faulty> {
        if text.is_empty() {
            return Ok(None);
        }
        self.code(column, text, parse, allowed)
            .map(Some)
            .ok_or(Faulty)
    }

    /// A plain decimal number.
    pub(super) fn number(&mut self, column: &str, text: &str) -> Option<f64> {
        let value = decimal(text);
        if value.is_none() {
            self.fault(column, Problem::NotANumber(text.to_owned()));
        }
        value
    }

    /// A number, or nothing where the cell is empty.
    pub(super) fn optional_number(
        &mut self,
        column: &str,
        text: &str,
    ) -> Result<Option<f64>, Faulty> {
        if text.is_empty() {
            return Ok(None);
        }
        self.number(column, text).map(Some).ok_or(Faulty)
    }

    /// A whole number from 1 on.
    pub(super) fn count(&mut self, column: &str, text: &str) -> Option<u32> {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit());
        let value = text.parse().ok().filter(|count| plain && *count >= 1);
        if value.is_none() {
            self.fault(column, Problem::NotACount(text.to_owned()));
        }
        value
    }

    /// A period, or nothing where the cell is empty.
    pub(super) fn optional_period(
        &mut self,
        column: &str,
        text: &str,
    ) -> Result<Option<Period>, Faulty> {
        if text.is_empty() {
            return Ok(None);
        }
        self.period(column, text).map(Some).ok_or(Faulty)
    }

    /// A period.
    pub(super) fn period(&mut self, column: &str, text: &str) -> Option<Period> {
        let value = Period::parse(text);
        if value.is_none() {
            self.fault(column, Problem::NotAPeriod(text.to_owned()));
        }
        value
    }

    /// A plan.
    pub(super) fn plan(&mut self, column: &str, text: &str) -> Option<Plan> {
        let value = Plan::parse(text);
        if value.is_none() {
            self.fault(column, Problem::NotAPlan(text.to_owned()));
        }
        value
    }

    /// A whole date, or nothing where the cell is empty.
    pub(super) fn date(&mut self, column: &str, text: &str) {
        let whole = text.len() == "2020-12-29".len() && Period::parse(text).is_some();
        if !text.is_empty() && !whole {
            self.fault(column, Problem::NotADate(text.to_owned()));
        }
    }

    /// `yes` or nothing.
    pub(super) fn flag(&mut self, column: &str, text: &str, no: &str) -> Option<bool> {
        let parse = |text: &str| text == "yes";
        if parse(text) || text == no {
            return Some(parse(text));
        }
        let allowed = if no.is_empty() {
            "yes or nothing"
        } else {
            "yes, no"
        };
        self.fault(
            column,
            Problem::NotAllowed {
                read: text.to_owned(),
                allowed: allowed.to_owned(),
            },
        );
        None
    }
}

/// Positions by text. All that is looked up while reading is, in this one type of map: each other
/// would be compiled anew, some 5 KB of WebAssembly a time.
pub(super) type Positions = HashMap<Rc<str>, Row>;

/// The keys of a table with their positions, and the lines they were first seen in.
pub(super) struct Keys {
    table: &'static str,
    positions: Positions,
    /// The line of each position.
    lines: Vec<u64>,
    /// How many entries the table may have, so that its positions fit their type.
    most: usize,
    /// The table could not be opened: what refers to it is no fault of its own.
    is_unknown: bool,
}

impl Keys {
    /// For a table whose positions are [`Code`]s.
    pub(super) fn codes(table: &'static str) -> Self {
        Self::new(table, usize::from(Code::MAX))
    }

    /// For a table whose positions are [`Row`]s.
    pub(super) fn rows(table: &'static str) -> Self {
        Self::new(table, Row::MAX as usize)
    }

    fn new(table: &'static str, most: usize) -> Self {
        Self {
            table,
            positions: Positions::new(),
            lines: Vec::new(),
            most,
            is_unknown: false,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.positions.len()
    }

    /// Takes note of whether the table could be opened.
    pub(super) fn opened(&mut self, is_open: bool) {
        self.is_unknown = !is_open;
    }

    /// Takes a new slug in. None, with a fault, when it is no slug, there already, or one too many.
    pub(super) fn add(
        &mut self,
        place: &mut Place<'_>,
        column: &str,
        key: &str,
    ) -> Option<Rc<str>> {
        let is_slug = key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !is_slug || key.starts_with('-') {
            place.fault(column, Problem::NotASlug(key.to_owned()));
            return None;
        }
        self.add_any(place, column, key)
    }

    /// Takes a new key of any form in; otherwise as [`Self::add`].
    pub(super) fn add_any(
        &mut self,
        place: &mut Place<'_>,
        column: &str,
        key: &str,
    ) -> Option<Rc<str>> {
        let key = place.text(column, key)?;
        if let Some(known) = self.positions.get(key) {
            let problem = Problem::Duplicate {
                read: key.to_owned(),
                first: self.line(*known),
            };
            place.fault(column, problem);
            return None;
        }
        let position = Row::try_from(self.positions.len()).ok();
        let Some(position) = position.filter(|_| self.positions.len() < self.most) else {
            place.fault(column, Problem::TooMany);
            return None;
        };
        let key: Rc<str> = key.into();
        self.positions.insert(Rc::clone(&key), position);
        self.lines.push(place.row);
        Some(key)
    }

    /// The position of a key, if there is one.
    pub(super) fn position(&self, key: &str) -> Option<Row> {
        self.positions.get(key).copied()
    }

    /// The code of a key that must exist.
    pub(super) fn find(&self, place: &mut Place<'_>, column: &str, key: &str) -> Option<Code> {
        self.find_row(place, column, key)
            .and_then(|position| Code::try_from(position).ok())
    }

    /// The position of a key that must exist.
    pub(super) fn find_row(&self, place: &mut Place<'_>, column: &str, key: &str) -> Option<Row> {
        let found = self.positions.get(key).copied();
        if found.is_none() && !self.is_unknown {
            let problem = if key.is_empty() {
                Problem::Empty
            } else {
                Problem::UnknownKey {
                    read: key.to_owned(),
                    table: self.table,
                }
            };
            place.fault(column, problem);
        }
        found
    }

    fn line(&self, position: Row) -> u64 {
        self.lines
            .get(position as usize)
            .copied()
            .unwrap_or_default()
    }

    /// The lines of the keys whose positions `is_used` does not hold, with the keys.
    pub(super) fn unused(&self, is_used: impl Fn(Row) -> bool) -> Vec<(u64, Rc<str>)> {
        let unused = self
            .positions
            .iter()
            .filter(|(_, position)| !is_used(**position));
        let mut lines: Vec<_> = unused
            .map(|(key, position)| (self.line(*position), Rc::clone(key)))
            .collect();
        order::sort_by(&mut lines, Ord::cmp);
        lines
    }
}
