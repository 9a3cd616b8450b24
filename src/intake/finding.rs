//! What is found in a reader's files, each with its place.

use std::rc::Rc;

use crate::dataset::{DocumentKind, Problem};

/// Where something stands in a reader's files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file; empty where it is none of the reader's.
    pub file: Rc<str>,
    /// The sheet of a workbook; empty for other files.
    pub sheet: Rc<str>,
    /// The row, from 1; 0 where it is the file or sheet as a whole.
    pub row: u64,
    /// The rows that it stands for, where they are several.
    pub run: Option<Run>,
    /// The column, from 1; 0 where it is the row as a whole.
    pub at: u64,
    /// The column by its name in the tables; may be empty.
    pub column: Rc<str>,
    /// The table by its file; empty where it is none.
    pub table: &'static str,
    /// What stands there; empty where nothing does or it is not one cell.
    pub cell: Rc<str>,
    /// The fragment of the figure, where it is doubted beside that; may be empty.
    pub beside: Rc<str>,
    /// Whether it is a row of a published table, which stands in no file of the reader's.
    pub is_published: bool,
}

/// Rows of which the same is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The first and the last of those that follow each other; the first few of such.
    pub spans: Vec<(u64, u64)>,
    /// Whether there are others.
    pub has_more: bool,
    /// How many rows they all are; empty ones between them do not count.
    pub count: usize,
}

/// So many spans of cells are named.
const NAMED: usize = 3;

impl Place {
    /// The cell of a workbook as spreadsheets name it, such as `K7`, or `K7:K9,K12` of several rows; empty where there is none.
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
        let letters: String = letters.iter().rev().collect();
        let named = |(first, last): &(u64, u64)| {
            if first == last {
                format!("{letters}{first}")
            } else {
                format!("{letters}{first}:{letters}{last}")
            }
        };
        let own = [(self.row, self.row)];
        let spans = self.run.as_ref().map_or(&own[..], |run| &run.spans);
        let mut named: Vec<String> = spans.iter().take(NAMED).map(named).collect();
        if spans.len() > NAMED {
            named.push("…".to_owned());
        }
        named.join(",")
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

/// The names of an entry of a table, in Chinese and in English.
pub type Entry = [Box<str>; 2];

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
    /// What is named is not there, or may not stand there.
    Reference {
        /// The rule.
        problem: Problem,
        /// The entries that may be meant, or that may stand there.
        entries: Vec<Entry>,
    },
    /// A row that has so little that it is a title, a sum or a remark.
    Stray(Box<str>),
    /// A second column with the head of an earlier one.
    TwoColumns(Box<str>),
    /// Nothing of the files is one of our tables.
    NoTable,
    /// The file is one that the page has exported for reading.
    Exported,
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
        /// What a document was taken for.
        kind: Option<DocumentKind>,
    },
    /// Another name than its own was taken for an entry. A note.
    ReadAs {
        /// The name that was read.
        read: Box<str>,
        /// The entry's own.
        name: Box<str>,
    },
    /// An entry that is called as another one also is was added beside it. A note.
    Apart {
        /// The name that was read.
        read: Box<str>,
        /// The other entry's own.
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
    /// Columns whose head begins with the sign of a remark were not read. A note.
    RemarkColumns(usize),
    /// What a workbook hides was read. A note.
    Hidden(Hidden),
    /// The other printing of the same fact has another number. A note.
    OtherFact {
        /// The number.
        read: Box<str>,
        /// The other printing, with its number.
        other: Entry,
    },
    /// So many indicators are no longer parts of others, of which there are no figures. A note.
    NoWhole(usize),
    /// Targets have the plan of their year. A note.
    Yearly(usize),
    /// Another sheet of the workbook is the same table.
    TwoSheets(Box<str>),
    /// The number does not stand in the fragment that is to show it. A note.
    NotPrinted(Box<str>),
    /// The unit is another one than the indicator's. A note.
    OtherUnit(Box<str>),
    /// The number falls in its fragment and not in its cell, or the other way round. A note.
    OtherSign(Box<str>),
    /// The fragment bounds the number otherwise. A note.
    OtherBound {
        /// The word that stands there.
        read: Box<str>,
        /// The comparator that was written, or assumed.
        taken: Box<str>,
    },
    /// The fragment has another unit than the one that was taken where none is given, or one by which a given unit would
    /// make another number of it.
    PrintedUnit {
        /// The unit that stands there.
        read: Box<str>,
        /// The unit that was written, or taken.
        taken: Box<str>,
    },
    /// The fragment has another unit than the one that was written, of another quantity. A note.
    DoubtfulUnit {
        /// The unit that stands there.
        read: Box<str>,
        /// The unit that was written.
        taken: Box<str>,
    },
    /// The bound or unit of a published figure was kept though its number is another. A note.
    Kept(Box<str>),
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
    /// What became of figures up to another edition was left aside. A note.
    Changes,
    /// So many rows above the heads were not read. A note.
    Above(usize),
}

/// What a workbook hides of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Whether the whole sheet is.
    pub is_sheet: bool,
    /// How many rows that hold anything are.
    pub rows: usize,
    /// How many columns that hold anything are.
    pub columns: usize,
}

impl What {
    /// Whether it is a fault, which keeps the data from being opened, and not a note.
    #[must_use]
    pub const fn is_fault(&self) -> bool {
        match self {
            Self::Refused { .. }
            | Self::Problem(_)
            | Self::Reference { .. }
            | Self::Stray(_)
            | Self::TwoColumns(_)
            | Self::NoTable
            | Self::Exported
            | Self::NoRows(_)
            | Self::NoHead(_)
            | Self::Percent(_)
            | Self::PrintedUnit { .. }
            | Self::Error(_)
            | Self::TwoSheets(_)
            | Self::TooMany
            | Self::Ambiguous { .. } => true,
            Self::Unused
            | Self::Named { .. }
            | Self::NotPrinted(_)
            | Self::OtherUnit(_)
            | Self::OtherSign(_)
            | Self::OtherBound { .. }
            | Self::DoubtfulUnit { .. }
            | Self::Kept(_)
            | Self::Apart { .. }
            | Self::ReadAs { .. }
            | Self::Overwritten { .. }
            | Self::Remarks(_)
            | Self::RemarkColumns(_)
            | Self::Hidden(_)
            | Self::OtherFact { .. }
            | Self::NoWhole(_)
            | Self::Yearly(_)
            | Self::NoEnglish(_)
            | Self::Inferred(_)
            | Self::Ignored
            | Self::Changes
            | Self::Above(_) => false,
        }
    }
}

impl What {
    /// Whether a figure is otherwise in its fragment.
    #[must_use]
    pub const fn is_of_fragment(&self) -> bool {
        matches!(
            self,
            Self::NotPrinted(_)
                | Self::OtherSign(_)
                | Self::OtherBound { .. }
                | Self::PrintedUnit { .. }
                | Self::DoubtfulUnit { .. }
        )
    }

    /// Whether a note is of something that may be wrong: figures that contradict what else is known of them, and
    /// names that were taken for others.
    #[must_use]
    pub const fn is_doubt(&self) -> bool {
        matches!(
            self,
            Self::NotPrinted(_)
                | Self::OtherSign(_)
                | Self::OtherBound { .. }
                | Self::DoubtfulUnit { .. }
                | Self::OtherUnit(_)
                | Self::Apart { .. }
                | Self::Kept(_)
                | Self::OtherFact { .. }
                | Self::Named { .. }
                | Self::ReadAs { .. }
                | Self::Hidden(_)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_as_in_a_spreadsheet() {
        let place = |at, row| Place {
            sheet: "数据".into(),
            row,
            at,
            ..Place::default()
        };
        let cell = |at, row| place(at, row).reference();
        assert_eq!(
            [cell(1, 1), cell(26, 7), cell(27, 7), cell(703, 12)],
            ["A1", "Z7", "AA7", "AAA12"]
        );
        let run = Some(Run {
            spans: vec![(7, 9), (12, 12)],
            has_more: true,
            count: 9,
        });
        let run = Place {
            run,
            ..place(27, 7)
        };
        assert_eq!(run.reference(), "AA7:AA9,AA12");
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
