//! How much is read: limits that no file passes, whatever it says of its own size.

use super::{Refusal, Why};

/// How many bytes a file has at most, as it stands and unpacked.
pub const FILE: usize = 64 << 20;
/// How many bytes all files have at most, unpacked; so many bytes of text the tables hold at most too.
pub const TOGETHER: usize = 96 << 20;
/// How many cells all tables hold at most.
const CELLS: usize = 10_000_000;
/// How many files and sheets are read at most.
pub const FILES: usize = 40;
/// How many entries an archive has at most.
pub const ENTRIES: usize = 2_000;
/// How many rows all tables have at most.
const ROWS: usize = 1_200_000;
/// How many columns a table has at most.
pub const COLUMNS: u64 = 200;
/// How many characters a cell has at most.
pub const CELL: usize = 10_000;
/// After how many faults a table is read no further.
pub const FAULTS: usize = 500;

/// What may still be read.
pub struct Room {
    files: usize,
    unpacked: usize,
    text: usize,
    rows: usize,
    cells: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            files: FILES,
            unpacked: TOGETHER,
            text: TOGETHER,
            rows: ROWS,
            cells: CELLS,
        }
    }
}

impl Room {
    /// Takes room for a file or a sheet.
    pub fn file(&mut self) -> Result<(), Refusal> {
        take(&mut self.files, 1, Why::TooManyFiles)
    }

    /// Takes room for the bytes of a file, unpacked.
    pub fn bytes(&mut self, bytes: usize) -> Result<(), Refusal> {
        if bytes > FILE {
            self.unpacked = self.unpacked.saturating_sub(bytes);
            return Err(Refusal::of(Why::TooLarge));
        }
        take(&mut self.unpacked, bytes, Why::TooLargeTogether)
    }

    /// How many bytes of a file need to be looked at to know whether there is room for it.
    pub fn reach(&self) -> usize {
        self.unpacked.min(FILE) + 1
    }

    /// Takes room for a row of cells.
    pub fn row(&mut self, cells: &[String]) -> Result<(), Refusal> {
        take(&mut self.rows, 1, Why::TooManyRows)?;
        take(&mut self.cells, cells.len(), Why::TooLargeTogether)?;
        self.text(cells.iter().map(String::len).sum())
    }

    /// Takes room for text.
    pub fn text(&mut self, bytes: usize) -> Result<(), Refusal> {
        take(&mut self.text, bytes, Why::TooLargeTogether)
    }
}

/// Takes an amount of what is left; where it is not enough nothing is left.
fn take(left: &mut usize, amount: usize, why: Why) -> Result<(), Refusal> {
    let enough = left.checked_sub(amount);
    *left = enough.unwrap_or_default();
    enough.map(|_| ()).ok_or(Refusal::of(why))
}
