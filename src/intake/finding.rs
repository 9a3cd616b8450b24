//! What is found in a reader's files, each with its place.

use std::rc::Rc;

use crate::dataset::Problem;

/// Where something stands in a reader's files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file; empty where it is none of the reader's.
    pub file: Rc<str>,
    /// The sheet of a workbook; empty for other files.
    pub sheet: Rc<str>,
    /// The row, from 1; 0 where it is the file or sheet as a whole.
    pub row: u64,
    /// The column, from 1; 0 where it is the row as a whole.
    pub at: u64,
    /// The column by its name in the tables; may be empty.
    pub column: Rc<str>,
    /// The table by its file; empty where it is none.
    pub table: &'static str,
    /// What stands there; empty where nothing does or it is not one cell.
    pub cell: Rc<str>,
}

impl Place {
    /// The cell of a workbook as spreadsheets name it, such as `K7`; empty where there is none.
    #[must_use]
    pub fn reference(&self) -> String {
        if self.sheet.is_empty() || self.at == 0 || self.row == 0 {
            return String::new();
        }
        let mut letters = Vec::new();
        let mut rest = self.at;
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
            letters.push(char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        letters.iter().rev().collect::<String>() + &self.row.to_string()
    }
}

/// Something to tell the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// What.
    pub what: What,
}

impl Finding {
    /// The finding in one text: equal ones have the same.
    pub(super) fn words(&self) -> String {
        let Place {
            file,
            sheet,
            row,
            column,
            ..
        } = &self.place;
        format!(
            "{file}\u{1f}{sheet}\u{1f}{row}\u{1f}{column}\u{1f}{:?}",
            self.what
        )
    }
}

/// What is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The file, or a cell of it, could not be read.
    Refused {
        /// Why, by the code of `guatu-files`.
        code: Box<str>,
        /// What stood there.
        read: Box<str>,
    },
    /// A rule of the tables is broken.
    Problem(Problem),
    /// Nothing of the files is one of our tables.
    NoTable,
    /// Figures or indicators are missing altogether.
    NoRows(&'static str),
    /// A cell under no head.
    NoHead(Box<str>),
    /// A sign of per cent where the unit is another.
    Percent(Box<str>),
    /// A name that several entries of a table have.
    Ambiguous {
        /// The name.
        read: Box<str>,
        /// The table.
        table: &'static str,
    },
    /// A sheet or file that is none of our tables was left aside. A note.
    Unused,
    /// An entry was added by its name alone. A note.
    Named {
        /// The name.
        read: Box<str>,
        /// The table that it was added to.
        table: &'static str,
    },
    /// Another name than its own was taken for an entry. A note.
    ReadAs {
        /// The name that was read.
        read: Box<str>,
        /// The entry's own.
        name: Box<str>,
    },
    /// Published entries of a table are otherwise. A note.
    Overwritten {
        /// The table.
        table: &'static str,
        /// How many.
        count: usize,
    },
    /// Rows that begin with the sign of a remark were not read. A note.
    Remarks(usize),
    /// Targets have the plan of their year. A note.
    Yearly(usize),
    /// Another sheet of the workbook is the same table.
    TwoSheets(Box<str>),
    /// The number does not stand in the fragment that is to show it. A note.
    NotPrinted(Box<str>),
    /// The unit is another one than the indicator's. A note.
    OtherUnit(Box<str>),
    /// A word by which a spreadsheet tells an error.
    Error(Box<str>),
    /// More faults than are told.
    TooMany,
    /// Entries have no English name. A note.
    NoEnglish(usize),
    /// Periods are taken as inferred. A note.
    Inferred(usize),
    /// A file that has no say beside the published one. A note.
    Ignored,
}

impl What {
    /// Whether it is a fault, which keeps the data from being opened, and not a note.
    #[must_use]
    pub const fn is_fault(&self) -> bool {
        match self {
            Self::Refused { .. }
            | Self::Problem(_)
            | Self::NoTable
            | Self::NoRows(_)
            | Self::NoHead(_)
            | Self::Percent(_)
            | Self::Error(_)
            | Self::TwoSheets(_)
            | Self::TooMany
            | Self::Ambiguous { .. } => true,
            Self::Unused
            | Self::Named { .. }
            | Self::NotPrinted(_)
            | Self::OtherUnit(_)
            | Self::ReadAs { .. }
            | Self::Overwritten { .. }
            | Self::Remarks(_)
            | Self::Yearly(_)
            | Self::NoEnglish(_)
            | Self::Inferred(_)
            | Self::Ignored => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_as_in_a_spreadsheet() {
        let cell = |at, row| {
            let sheet = "数据".into();
            Place {
                sheet,
                row,
                at,
                ..Place::default()
            }
            .reference()
        };
        assert_eq!(
            [cell(1, 1), cell(26, 7), cell(27, 7), cell(703, 12)],
            ["A1", "Z7", "AA7", "AAA12"]
        );
        assert_eq!(cell(0, 7), "");
        assert_eq!(
            Place {
                at: 3,
                row: 2,
                ..Place::default()
            }
            .reference(),
            ""
        );
    }
}
