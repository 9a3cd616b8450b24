//! What the audit finds wrong, and where.

use std::fmt;

use guatu::dataset;

/// One fault with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The file: a table, a text, or the page that holds the coverage.
    pub file: String,
    /// The line of that file, from 1; 0 where the fault is the file's as a whole.
    pub line: u64,
    /// The column of a table; empty elsewhere.
    pub column: String,
    /// What is wrong.
    pub what: What,
}

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum What {
    /// A rule of the package itself.
    #[error("{0}")]
    Package(dataset::Problem),
    /// There is no text of the document, or it cannot be read.
    #[error("the text `{file}` cannot be read: {why}")]
    NoText {
        /// The file.
        file: String,
        /// What the system says.
        why: String,
    },
    /// The text is another than that which was read.
    #[error("the text has changed: its SHA-256 is {0}")]
    Changed(String),
    /// The document's count of numerals is wrong.
    #[error("the text has {0} runs of digits")]
    Numerals(usize),
    /// The fragment does not stand where the row says.
    #[error("`{fragment}` does not stand in line {line} of the text; {elsewhere}")]
    NotInLine {
        /// The fragment.
        fragment: String,
        /// The line that the row names.
        line: u64,
        /// Where it does stand.
        elsewhere: String,
    },
    /// Which of several places a fragment means cannot be told.
    #[error("`{fragment}` stands {times} times in its line: which one is meant?")]
    Ambiguous {
        /// The fragment.
        fragment: String,
        /// How often it stands there.
        times: usize,
    },
    /// A fragment begins or ends within a number.
    #[error("`{fragment}` cuts the number `{number}` in two")]
    Cut {
        /// The fragment.
        fragment: String,
        /// The whole number.
        number: String,
    },
    /// The value cannot be read off the fragment.
    #[error("`{fragment}` does not carry the value {value}")]
    NotCarried {
        /// The value in the table.
        value: String,
        /// The fragment.
        fragment: String,
    },
    /// A row says that it shares its fragment, and no other has it.
    #[error("says `shared`, but no other row has the fragment `{0}`")]
    SharedAlone(String),
    /// Two rows that share a fragment say the same.
    #[error("says the same of the same subject as {0}")]
    SameSubject(String),
    /// A quantity in a figure's fragment is not its value, and no exclusion says what it is.
    #[error("`{quantity}` stands beside the value of {row} and is in no exclusion, in …{context}…")]
    Aside {
        /// The digits, or the words.
        quantity: String,
        /// The figure's row.
        row: String,
        /// The text around it.
        context: String,
    },
    /// A quantity of the text is in no row.
    #[error("`{quantity}` is not accounted for, in …{context}…")]
    Uncovered {
        /// The digits, or the words.
        quantity: String,
        /// The text around it.
        context: String,
    },
    /// A quantity of the text is in several rows.
    #[error("`{quantity}` is carried by {rows}, in …{context}…")]
    CoveredTwice {
        /// The digits, or the words.
        quantity: String,
        /// The rows.
        rows: String,
        /// The text around it.
        context: String,
    },
    /// The published coverage is not the true one.
    #[error(
        "the coverage table is not the true one: `cargo xtask audit --write` writes it \
             when there is no other fault"
    )]
    Stale,
}

impl From<dataset::Fault> for Fault {
    fn from(fault: dataset::Fault) -> Self {
        Self {
            file: fault.file,
            line: fault.row,
            column: fault.column,
            what: What::Package(fault.problem),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ", line {}", self.line)?;
        }
        if !self.column.is_empty() {
            write!(f, ", column {}", self.column)?;
        }
        write!(f, ": {}", self.what)
    }
}
