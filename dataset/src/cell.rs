//! Reading one cell: the value, or a fault with the cell's place.

use super::decimal::decimal;
use super::entities::{Code, Row};
use super::fault::{Fault, Problem, Rule};
use super::period::Period;
use super::plan::Plan;
use super::texts::{Pool, Strings};

/// The longest fragment of a source that a row may carry, in characters.
pub const FRAGMENT: usize = 30;

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
    pub(super) fn fault(&mut self, column: &str, problem: impl Into<Problem>) {
        self.faults.push(Fault {
            file: self.file.to_owned(),
            row: self.row,
            column: column.to_owned(),
            problem: problem.into(),
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
            self.fault("as_printed", Rule::Fragment);
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

/// The keys of a table with their positions, and the lines they were first seen in.
pub(super) struct Keys {
    table: &'static str,
    known: Pool,
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
            known: Pool::default(),
            lines: Vec::new(),
            most,
            is_unknown: false,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.known.len()
    }

    /// Takes note of whether the table could be opened.
    pub(super) fn opened(&mut self, is_open: bool) {
        self.is_unknown = !is_open;
    }

    /// Takes a new slug in. None, with a fault, when it is no slug, there already, or one too many.
    pub(super) fn add(&mut self, place: &mut Place<'_>, column: &str, key: &str) -> Option<Row> {
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
    ) -> Option<Row> {
        let key = place.text(column, key)?;
        let (position, is_new) = self.known.add(key);
        if !is_new {
            let problem = Problem::Duplicate {
                read: key.to_owned(),
                first: self.line(position),
            };
            place.fault(column, problem);
            return None;
        }
        self.lines.push(place.row);
        if position as usize >= self.most {
            place.fault(column, Problem::TooMany);
            return None;
        }
        Some(position)
    }

    /// The position of a key, if there is one.
    pub(super) fn position(&self, key: &str) -> Option<Row> {
        self.known.place(key)
    }

    /// The code of a key that must exist.
    pub(super) fn find(&self, place: &mut Place<'_>, column: &str, key: &str) -> Option<Code> {
        self.find_row(place, column, key)
            .and_then(|position| Code::try_from(position).ok())
    }

    /// The position of a key that must exist.
    pub(super) fn find_row(&self, place: &mut Place<'_>, column: &str, key: &str) -> Option<Row> {
        let found = self.known.place(key);
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

    /// The keys by their positions.
    pub(super) fn into_strings(self) -> Strings {
        self.known.into_strings()
    }

    /// The lines of the keys whose positions `is_used` does not hold, with the keys, in their order.
    pub(super) fn unused(
        &self,
        is_used: impl Fn(Row) -> bool,
    ) -> impl Iterator<Item = (u64, &str)> {
        let keys = (0..).zip(&self.lines);
        let unused = keys.filter(move |(position, _)| !is_used(*position));
        unused.filter_map(|(position, line)| Some((*line, self.known.get(position)?)))
    }
}
