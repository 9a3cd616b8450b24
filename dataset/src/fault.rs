//! What can be wrong with a data package, and where.

use std::fmt;

use super::cell::FRAGMENT;
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
    /// The text is not CSV.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// The row has too few or too many cells.
    #[error("the row has {cells} cells, the header {header}")]
    Ragged {
        /// How many cells the row has.
        cells: u64,
        /// How many the header has.
        header: u64,
    },
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
    #[error(transparent)]
    Broken(#[from] Rule),
}

/// What must hold between the cells of a row, or between rows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rule {
    /// A row carries the fragment of its source that shows the fact, and no more.
    #[error("must hold the fragment of 1 to {FRAGMENT} characters")]
    Fragment,
    /// Nothing relates to itself.
    #[error("names the row itself")]
    OwnRow,
    /// Nothing is a part of itself, or of its own parts.
    #[error("leads back to the row itself")]
    Circle,
    /// A sum of a text has its form.
    #[error("is not a SHA-256 of 64 small hexadecimal digits")]
    NotASum,
    /// A factor is a number of something.
    #[error("must be above 0")]
    NotAboveZero,
    /// A number is of a unit.
    #[error("a figure with a value needs a unit")]
    NeedsUnit,
    /// A number is exact, a bound or rounded.
    #[error("a figure with a value needs a comparator")]
    NeedsComparator,
    /// What has no number says something in words.
    #[error("a figure without a value needs a statement")]
    NeedsStatement,
    /// A range has both ends.
    #[error("a range needs its lower end")]
    NeedsLowerEnd,
    /// A range goes up.
    #[error("must be above `value`")]
    NotAboveLowerEnd,
    /// A target is one of a plan.
    #[error("a target belongs to a plan")]
    NeedsPlan,
    /// Outcomes belong to no plan and bind nobody.
    #[error("only a target has a plan or a class")]
    NotATarget,
    /// A figure stands under headings.
    #[error("must name the headings that the figure stands under")]
    NeedsSection,
    /// A target lies within the years of its plan.
    #[error("lies outside the plan")]
    OutsidePlan,
    /// Figures of one indicator convert into each other.
    #[error("does not convert to the unit of its indicator")]
    OtherDimension,
    /// Tasks of one theme name it alike.
    #[error("another task of the document names this theme otherwise")]
    OtherTheme,
    /// The relation ties two printings that it can tie.
    #[error("`target_of` ties an outcome to a target of the same indicator and area")]
    NoPair,
    /// An indicator is of figures.
    #[error("no figure is of `{0}`")]
    Unused(String),
    /// Editions follow each other.
    #[error("must be the edition of the row before, or that which it was compared with")]
    EditionOrder,
    /// The last change of a figure says whether the data have it.
    #[error("by its last change `{id}` must{} be in `observations.csv`", if *is_there { " not" } else { "" })]
    LastChange {
        /// The figure.
        id: String,
        /// Whether the data have it.
        is_there: bool,
    },
    /// The changes end in the present edition.
    #[error("the last edition must be that of the package, {0}")]
    LastEdition(String),
    /// An edition is compared with another one.
    #[error("an edition is compared with an earlier one")]
    SameEdition,
    /// That nothing changed is said of no figure.
    #[error("a row of no change names no figure")]
    NoFigure,
    /// A revision is of a column.
    #[error("a revised figure names its column of `observations.csv`, other changes none")]
    NotAField,
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
