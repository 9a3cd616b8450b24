//! Tables while they are put together: rows of text in the order of the columns, each with where it came from.

use crate::dataset::{SCHEMAS, Schema, Tables};

/// Where a row came from: the grid and its row there.
pub(super) type From = (usize, u64);

/// Where a row of the joined tables came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The reader's files.
    Own(From),
    /// A line of the published table.
    Published(u64),
}

impl Origin {
    /// The reader's row; none of a published one.
    pub(super) const fn own(self) -> Option<From> {
        match self {
            Self::Own(from) => Some(from),
            Self::Published(_) => None,
        }
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its cells, one for each column of the table.
    pub cells: Vec<String>,
    /// Where it came from.
    pub origin: Origin,
}

/// A table.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// Its columns.
    pub schema: &'static Schema,
    /// Its rows.
    pub entries: Vec<Entry>,
}

impl Frame {
    /// The position of a column.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.schema.columns.iter().position(|known| *known == name)
    }

    /// A cell by its row and column; empty where the table has no such.
    pub(super) fn get(&self, row: usize, column: &str) -> &str {
        let cell = self
            .column(column)
            .and_then(|at| self.entries.get(row)?.cells.get(at));
        cell.map_or("", String::as_str)
    }

    /// Writes a cell.
    pub(super) fn set(&mut self, row: usize, column: &str, text: impl Into<String>) {
        let at = self.column(column);
        let cell = at.and_then(|at| self.entries.get_mut(row)?.cells.get_mut(at));
        if let Some(cell) = cell {
            *cell = text.into();
        }
    }

    /// Writes a cell that is empty.
    pub(super) fn fill(&mut self, row: usize, column: &str, text: impl Into<String>) {
        if self.get(row, column).is_empty() {
            self.set(row, column, text);
        }
    }

    /// Adds a row with some of its cells.
    pub(super) fn add(&mut self, origin: Origin, cells: &[(&str, &str)]) {
        let row = self.entries.len();
        self.entries.push(Entry {
            cells: vec![String::new(); self.schema.columns.len()],
            origin,
        });
        for (column, text) in cells {
            self.set(row, column, *text);
        }
    }
}

/// The names of an entry in Chinese and English, or its key where it has none.
pub(super) fn names(frame: &Frame, row: usize) -> [Box<str>; 2] {
    let first = |columns: &[&str]| {
        let mut cells = columns.iter().map(|column| frame.get(row, column));
        cells.find(|cell| !cell.is_empty())
    };
    let key = frame.schema.columns.first().copied().unwrap_or_default();
    let zh = first(&["name_zh", "title_zh", key]).unwrap_or_default();
    let en = first(&["name_en", "title_en"]).unwrap_or(zh);
    [zh.into(), en.into()]
}

/// All tables of a package, in the order of their schemas.
#[derive(Clone, Debug)]
pub(super) struct Frames(Vec<Frame>);

impl Frames {
    /// Tables without rows.
    pub(super) fn empty() -> Self {
        Self::made(|_| Vec::new())
    }

    /// The tables of a package as they stand.
    pub(super) fn of(tables: &Tables) -> Self {
        Self::made(|schema| {
            let rows = schema.rows(tables).into_iter();
            let entries = rows.map(|(line, cells)| Entry {
                cells,
                origin: Origin::Published(line),
            });
            entries.collect()
        })
    }

    fn made(entries: impl Fn(&Schema) -> Vec<Entry>) -> Self {
        let frames = SCHEMAS.iter().map(|schema| Frame {
            schema,
            entries: entries(schema),
        });
        Self(frames.collect())
    }

    /// The position of a table.
    fn position(file: &str) -> Option<usize> {
        SCHEMAS.iter().position(|schema| schema.file == file)
    }

    /// A table by its file.
    pub(super) fn get(&self, file: &str) -> Option<&Frame> {
        self.0.get(Self::position(file)?)
    }

    /// A table by its file, to change it.
    pub(super) fn get_mut(&mut self, file: &str) -> Option<&mut Frame> {
        self.0.get_mut(Self::position(file)?)
    }

    /// The tables.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Frame> {
        self.0.iter()
    }

    /// How many rows a table has.
    pub(super) fn count(&self, file: &str) -> usize {
        self.get(file).map_or(0, |frame| frame.entries.len())
    }

    /// A cell by its table, row and column; empty where there is none.
    pub(super) fn cell(&self, file: &str, row: usize, column: &str) -> String {
        self.get(file)
            .map_or("", |frame| frame.get(row, column))
            .to_owned()
    }
}
