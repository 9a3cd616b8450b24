//! A reader's own files as plain tables of text: CSV, workbooks (XLSX), and a data package as ZIP.
//!
//! What the tables mean is the page's affair. Here is only told apart what stands where; what cannot be read
//! with certainty is refused with its place, and nothing is guessed or left out unsaid. Files come from
//! anywhere: no size that a file tells of itself is trusted, memory is bounded (`room`), and nothing in a
//! file is run or fetched.
//!
//! Start at [`read`]. `file` tells what a file is; `text` decodes it, `csv` and `workbook` read tables, and
//! `archive` and `package` unpack.

mod archive;
mod csv;
mod file;
mod package;
mod room;
mod table;
mod text;
mod why;
mod workbook;

use std::iter;

use crate::book::{CELL, ROW, SHEET};

pub use why::{Refusal, Why};

/// Decodes bytes as GB18030; nothing where they are none.
type Decode<'a> = dyn Fn(&[u8]) -> Option<String> + 'a;

/// A table as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The file, by its name.
    pub file: String,
    /// The sheet of a workbook, by its name; empty for CSV.
    pub sheet: String,
    /// What of it nobody sees who looks at the sheet, and is read all the same.
    pub hidden: Hidden,
    /// Its rows, without those that are wholly empty.
    pub lines: Vec<Line>,
}

impl Grid {
    fn is_named_as(&self, other: &Self) -> bool {
        self.file == other.file && self.sheet == other.sheet
    }
}

/// What a workbook hides of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Whether the whole sheet is.
    pub is_sheet: bool,
    /// How many rows that hold anything are.
    pub rows: u64,
    /// How many columns that hold anything are.
    pub columns: u64,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The row of the sheet, or the line of the file where the row begins, from 1.
    pub number: u64,
    /// Its cells, as many as there are.
    pub cells: Vec<String>,
}

/// A file of text that is no table: the descriptor of a data package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The file, by its name.
    pub file: String,
    /// What it holds.
    pub text: String,
}

/// What files hold, and what of them could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The tables, in the order of the names of the files.
    pub grids: Vec<Grid>,
    /// The descriptors.
    pub texts: Vec<Text>,
    /// What was refused. Where anything was, the rest is not all that the files hold.
    pub refused: Vec<Refusal>,
}

/// Reads files, each with its name. Bytes that are no UTF-8 are given to `decode`, which is to give their
/// text in GB18030, or nothing where they are none.
#[must_use]
pub fn read(files: &[(String, Vec<u8>)], decode: &Decode<'_>) -> Reading {
    let mut desk = file::Desk {
        decode,
        room: room::Room::default(),
        reading: Reading::default(),
    };
    // By name, for ids follow the order of rows: what was chosen first makes no difference.
    let mut files: Vec<&(String, Vec<u8>)> = files.iter().collect();
    files.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (at, (name, bytes)) in files.into_iter().enumerate() {
        if at == room::FILES {
            desk.refuse(name, Refusal::of(Why::TooManyFiles));
            break;
        }
        if let Err(refusal) = file::read(&mut desk, name, bytes) {
            desk.refuse(name, refusal);
        }
    }
    desk.reading
}

impl Reading {
    /// The reading as text, with the separators of a [`Book`](crate::Book). The first sheet has a row for each
    /// refusal (file, sheet, row, column, code, what stood there), the second one for each descriptor (file,
    /// text). Each other sheet is a table: a row with file and sheet, where something is hidden also with 1 for a
    /// hidden sheet or 0 and how many rows and columns are; then its rows, each with its number before its cells.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = String::new();
        for refusal in &self.refused {
            let [line, column] = [refusal.row, refusal.column].map(|number| number.to_string());
            let (file, sheet) = (refusal.file.as_str(), refusal.sheet.as_str());
            let code = refusal.why.code();
            row(
                &mut text,
                [file, sheet, &line, &column, code, &refusal.read],
            );
        }
        text.push(SHEET);
        for document in &self.texts {
            row(&mut text, [document.file.as_str(), &document.text]);
        }
        text.push(SHEET);
        for grid in &self.grids {
            let names = [grid.file.as_str(), &grid.sheet];
            let hidden = grid.hidden.counts();
            let hidden = hidden.iter().flatten().map(String::as_str);
            row(&mut text, names.into_iter().chain(hidden));
            for line in &grid.lines {
                let number = line.number.to_string();
                let cells = line.cells.iter().map(String::as_str);
                row(&mut text, iter::once(number.as_str()).chain(cells));
            }
            text.push(SHEET);
        }
        text
    }
}

impl Hidden {
    /// As it is handed over; none where nothing is hidden.
    fn counts(self) -> Option<[String; 3]> {
        let counts = [u64::from(self.is_sheet), self.rows, self.columns];
        (self != Self::default()).then(|| counts.map(|count| count.to_string()))
    }
}

/// Writes a row. No text that was read has the separators.
fn row<'a>(to: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for cell in cells {
        to.push_str(cell);
        to.push(CELL);
    }
    to.push(ROW);
}

/// Decodes bytes as GB18030; nothing where they are none. In a browser the page does that.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(std::borrow::Cow::into_owned)
}
