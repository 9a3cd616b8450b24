//! What can be wrong with a data package, and where.

use std::fmt;

use super::decimal::DIGITS;

/// One fault with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file within the package, such as `observations.csv`.
    pub file: String,
    /// The line of the file, 1 for the header; 0 where the fault is the file's as a whole.
    pub row: u64,
    /// The column's name; empty where the fault is the row's or the file's as a whole.
    pub column: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The package lacks the file.
    #[error("the file is missing")]
    MissingFile,
    /// The text is not CSV, or the row has too few or too many cells.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// The header lacks a column.
    #[error("the column is missing from the header")]
    MissingColumn,
    /// The header has a column that the table does not know.
    #[error("the table has no such column")]
    UnknownColumn,
    /// A cell that must say something is empty.
    #[error("must not be empty")]
    Empty,
    /// Not a plain decimal number that can be held.
    #[error("`{0}` is not a number of at most {DIGITS} digits")]
    NotANumber(String),
    /// Not a whole number of at least 1.
    #[error("`{0}` is not a whole number of 1 or more")]
    NotACount(String),
    /// Not a period in ISO 8601.
    #[error("`{0}` is not a period such as 2020, 2020-09, 2020-01/2020-09 or 2021/2025")]
    NotAPeriod(String),
    /// Not a date in ISO 8601.
    #[error("`{0}` is not a date such as 2020-12-29")]
    NotADate(String),
    /// Not a code of the enumeration.
    #[error("`{read}` is not allowed; allowed are {allowed}")]
    NotAllowed {
        /// What stands in the cell.
        read: String,
        /// The codes that may stand there.
        allowed: String,
    },
    /// Not a key of the table that the column refers to.
    #[error("`{read}` is not in {table}")]
    UnknownKey {
        /// What stands in the cell.
        read: String,
        /// The table that lacks it.
        table: &'static str,
    },
    /// A key that could not stand in a link.
    #[error("`{0}` is not a slug of small letters, digits and hyphens")]
    NotASlug(String),
    /// A key that an earlier row has.
    #[error("`{read}` stands already in line {first}")]
    Duplicate {
        /// The key.
        read: String,
        /// The line that has it first.
        first: u64,
    },
    /// A plan that fits neither form.
    #[error("`{0}` is not a plan such as 2020-annual or 14fyp")]
    NotAPlan(String),
    /// More rows or keys than the codes can count.
    #[error("holds more entries than can be counted")]
    TooMany,
    /// Cells that are valid alone and not together.
    #[error("{0}")]
    Inconsistent(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.row > 0 {
            write!(f, ", line {}", self.row)?;
        }
        if !self.column.is_empty() {
            write!(f, ", column {}", self.column)?;
        }
        write!(f, ": {}", self.problem)
    }
}
