//! What could not be read: the place, and a code that tells why.

/// How much is told of what stood at the place, in characters.
const SHOWN: usize = 80;

/// The reasons with their codes, which the page puts into words.
macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// Why something could not be read.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Why {
            $($(#[$doc])* $name,)+
        }

        impl Why {
            /// All reasons.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The code of the reason.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

reasons! {
    /// The file holds nothing.
    Empty = "empty",
    /// The file is larger than 64 MB, as it stands or unpacked.
    TooLarge = "too-large",
    /// The files together hold more than is read at once.
    TooLargeTogether = "too-large-together",
    /// More than 40 files and sheets.
    TooManyFiles = "too-many-files",
    /// An archive of more than 2,000 entries.
    TooManyEntries = "too-many-entries",
    /// The ending of the name is none of those that are read.
    UnknownType = "unknown-type",
    /// A file named as a table that is something else: a picture, a PDF, JSON, a web page.
    NotATable = "not-a-table",
    /// A file named `.zip` or `.xlsx` that is neither.
    NotAnArchive = "not-an-archive",
    /// A workbook of the form before 2007, or one with a password: they look the same.
    OldOrLockedWorkbook = "old-or-locked-workbook",
    /// An archive that ends in the middle, is damaged, or is of a form that is not read.
    BrokenArchive = "broken-archive",
    /// A workbook whose parts are missing, damaged or contradict each other.
    BrokenWorkbook = "broken-workbook",
    /// An entry of an archive that has a password.
    Encrypted = "encrypted",
    /// An entry of an archive whose name leads out of its folder.
    UnsafeName = "unsafe-name",
    /// An archive or a workbook within an archive.
    NestedFile = "nested-file",
    /// The tables of an archive lie in several folders, or deeper than in one.
    ManyFolders = "many-folders",
    /// Two tables of one name.
    SameName = "same-name",
    /// Bytes that are text neither in UTF-8 nor in GB18030.
    NotText = "not-text",
    /// A table that is one in UTF-8 and another one in GB18030, and says not which.
    UnclearEncoding = "unclear-encoding",
    /// A quotation mark opens a cell and none closes it.
    UnclosedQuote = "unclosed-quote",
    /// A quotation mark that begins or ends in the middle of a cell.
    StrayQuote = "stray-quote",
    /// More than 1,200,000 rows, in all tables together.
    TooManyRows = "too-many-rows",
    /// More than 200 columns.
    TooManyColumns = "too-many-columns",
    /// A cell of more than 10,000 characters.
    CellTooLong = "cell-too-long",
    /// A sign that no text has: a control character, or the mark of a byte order.
    ControlCharacter = "control-character",
    /// A cell whose formula gives an error.
    FormulaError = "formula-error",
    /// A formula whose result is not in the file.
    FormulaWithoutValue = "formula-without-value",
    /// A date or time from which no day, month or year can be told.
    UnclearDate = "unclear-date",
    /// A number that is shown as another one, or that is none.
    UnclearNumber = "unclear-number",
    /// Cells of several rows that are merged into one.
    MergedCells = "merged-cells",
    /// So many faults that the rest of the table was not read.
    TooManyFaults = "too-many-faults",
}

impl Why {
    /// A refusal for this reason, where it holds.
    pub(super) fn when(self, holds: bool) -> Result<(), Refusal> {
        if holds {
            Err(Refusal::of(self))
        } else {
            Ok(())
        }
    }
}

/// What could not be read, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The file, by its name.
    pub file: String,
    /// The sheet, by its name; empty where the file has none, or all of it is meant.
    pub sheet: String,
    /// The line of the file or the row of the sheet, from 1; 0 means all of it.
    pub row: u64,
    /// The column, from 1; 0 means the row.
    pub column: u64,
    /// Why.
    pub why: Why,
    /// What stood there, shortened.
    pub read: String,
}

impl Refusal {
    /// A refusal of a whole file, which is named where it is known.
    pub(super) const fn of(why: Why) -> Self {
        Self {
            file: String::new(),
            sheet: String::new(),
            row: 0,
            column: 0,
            why,
            read: String::new(),
        }
    }

    /// The same at a row and a column.
    pub(super) fn at(self, row: u64, column: u64) -> Self {
        Self {
            row,
            column,
            ..self
        }
    }

    /// The same with what stood there.
    pub(super) fn reading(self, text: &str) -> Self {
        Self {
            read: shown(text),
            ..self
        }
    }

    /// The same in a file and a sheet.
    pub(super) fn within(self, file: &str, sheet: &str) -> Self {
        Self {
            file: shown(file),
            sheet: shown(sheet),
            ..self
        }
    }
}

/// Text as it can be told: shortened, and with a sign in the place of those that nobody sees.
pub(super) fn shown(text: &str) -> String {
    let mut signs = text.chars();
    let first: String = signs.by_ref().take(SHOWN).map(visible).collect();
    match signs.next() {
        Some(_) => first + "…",
        None => first,
    }
}

fn visible(sign: char) -> char {
    match sign {
        '\t' | '\n' | '\r' => ' ',
        sign if sign.is_control() || sign == '\u{feff}' => char::REPLACEMENT_CHARACTER,
        sign => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_has_a_code_of_its_own() {
        for (at, why) in Why::ALL.iter().enumerate() {
            let code = why.code();
            assert!(
                code.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
                "{code}"
            );
            assert!(Why::ALL[..at].iter().all(|other| other.code() != code));
        }
    }

    #[test]
    fn what_stood_there_is_shortened_and_seen() {
        assert_eq!(shown("a\u{1f}b\nc\u{feff}"), "a\u{fffd}b c\u{fffd}");
        assert_eq!(shown(&"挂".repeat(80)), "挂".repeat(80));
        assert_eq!(shown(&"挂".repeat(81)), "挂".repeat(80) + "…");
    }
}
