//! A table while it is read: rows come in one by one, and each cell is looked at.

use super::room::{CELL, FAULTS, Room};
use super::{Grid, Hidden, Line, Refusal, Why};

/// The table, what was refused of it, and what may still be read.
pub struct Table<'a> {
    grid: Grid,
    refused: Vec<Refusal>,
    room: &'a mut Room,
}

impl<'a> Table<'a> {
    /// A table without rows.
    pub fn new(file: String, sheet: String, room: &'a mut Room) -> Self {
        Self {
            grid: Grid {
                file,
                sheet,
                hidden: Hidden::default(),
                lines: Vec::new(),
            },
            refused: Vec::new(),
            room,
        }
    }

    /// Takes in a row. A cell that may not stand so is refused and left empty; a row that is wholly empty
    /// is left out. Whether it was taken in.
    ///
    /// # Errors
    /// When the table is read no further.
    pub fn row(&mut self, number: u64, mut cells: Vec<String>) -> Result<bool, Refusal> {
        if cells.is_empty() {
            return Ok(false);
        }
        let room = self.room.row(&cells);
        room.map_err(|refusal| refusal.at(number, 0))?;
        for (column, cell) in (1..).zip(&mut cells) {
            if let Some(why) = fault(cell) {
                let refusal = Refusal::of(why).at(number, column).reading(cell);
                self.refuse(refusal)?;
                cell.clear();
            }
        }
        let is_blank = |cell: &String| cell.chars().all(char::is_whitespace);
        if cells.iter().all(is_blank) {
            return Ok(false);
        }
        self.grid.lines.push(Line { number, cells });
        Ok(true)
    }

    /// Refuses something, and goes on.
    ///
    /// # Errors
    /// When that was one fault too many.
    pub fn refuse(&mut self, refusal: Refusal) -> Result<(), Refusal> {
        if self.refused.len() == FAULTS {
            return Err(Refusal::of(Why::TooManyFaults).at(refusal.row, 0));
        }
        self.refused.push(refusal);
        Ok(())
    }

    /// What a cell holds; empty where it has none.
    pub fn cell(&self, row: u64, column: u64) -> &str {
        let lines = &self.grid.lines;
        let found = lines.binary_search_by_key(&row, |line| line.number).ok();
        let cells = found.and_then(|at| lines.get(at)).map(|line| &line.cells);
        let at = usize::try_from(column)
            .ok()
            .and_then(|at| at.checked_sub(1));
        let cell = cells.zip(at).and_then(|(cells, at)| cells.get(at));
        cell.map_or("", String::as_str)
    }

    /// What a workbook hides of the table.
    pub fn hidden(&mut self) -> &mut Hidden {
        &mut self.grid.hidden
    }

    /// Counts those of the columns that nobody sees which hold anything.
    pub fn hide_columns(&mut self, is_hidden: &[bool]) {
        let mut left = is_hidden.to_vec();
        for line in &self.grid.lines {
            for (cell, is_left) in line.cells.iter().zip(&mut left) {
                if *is_left && !cell.is_empty() {
                    *is_left = false;
                    self.grid.hidden.columns += 1;
                }
            }
        }
    }

    /// The table as it was read, and what was refused of it.
    pub fn finish(self) -> (Grid, Vec<Refusal>) {
        (self.grid, self.refused)
    }
}

/// Why a text may not stand in a cell.
fn fault(cell: &str) -> Option<Why> {
    if is_long(cell) {
        return Some(Why::CellTooLong);
    }
    cell.chars().any(is_alien).then_some(Why::ControlCharacter)
}

/// Whether a text is longer than a cell may be.
pub fn is_long(text: &str) -> bool {
    text.len() > CELL && text.chars().nth(CELL).is_some()
}

/// Whether no text has the sign.
pub fn is_alien(sign: char) -> bool {
    matches!(sign, '\0'..='\u{1f}' | '\u{7f}' | '\u{feff}') && !matches!(sign, '\t' | '\n')
}
