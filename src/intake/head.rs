//! Which table a grid is, and which of its columns each of its cells is.

use crate::dataset::{Lang, Problem, SCHEMAS, Schema};
use crate::text::Own;
use crate::text::columns::{Column, column};

use super::finding::{Finding, Place, What};
use super::frame::{Entry, Frame, Frames};
use super::grid::{Grid, Line};
use super::value::plain;

/// In so many rows from the top the heads of a table are looked for: a title may stand above them.
const SOUGHT: usize = 10;

/// A row whose first words begin so is no row of the table: an explanation or an example.
pub(super) const REMARK: char = '#';

/// The columns of a grid.
pub(super) struct Head {
    schema: &'static Schema,
    /// The row of the heads, by its position.
    line: usize,
    /// For each cell the column of the table; none for a cell without a head.
    columns: Vec<Option<usize>>,
}

impl Head {
    /// The heads of a grid: of the table that the sheet or file is named after, or else of the one most of whose
    /// columns stand in one row.
    pub(super) fn of(grid: &Grid) -> Option<Self> {
        let name = if grid.sheet.is_empty() {
            &grid.file
        } else {
            &grid.sheet
        };
        let named = SCHEMAS.iter().find(|schema| is_named(name, schema));
        let fits = |schema: &'static Schema| {
            let lines = grid.lines.iter().take(SOUGHT).enumerate();
            let lines = lines.filter(|(_, line)| !is_remark(line));
            let heads = lines.map(|(at, line)| (at, columns(schema, line)));
            let known = |heads: &[Option<usize>]| heads.iter().flatten().count();
            heads.map(|(at, heads)| (known(&heads), at, heads)).fold(
                (0, 0, Vec::new()),
                |best, next| {
                    if next.0 > best.0 { next } else { best }
                },
            )
        };
        let best = |(schema, (known, line, columns)): (&'static Schema, (usize, usize, _))| {
            (known >= 2).then_some(Self {
                schema,
                line,
                columns,
            })
        };
        if let Some(schema) = named {
            return best((schema, fits(schema)));
        }
        // What has few columns is like parts of others: most of its own columns decide between equals.
        let all = SCHEMAS.iter().map(|schema| (schema, fits(schema)));
        let found = all.fold(
            None,
            |best: Option<(&'static Schema, (usize, usize, Vec<_>))>, next| {
                let rank = |of: &(&'static Schema, (usize, usize, Vec<Option<usize>>))| {
                    (of.1.0, usize::MAX - of.0.columns.len())
                };
                match best {
                    Some(best) if rank(&best) >= rank(&next) => Some(best),
                    _ => Some(next),
                }
            },
        );
        found.filter(|(_, (known, ..))| *known >= 3).and_then(best)
    }

    /// The table.
    pub(super) const fn file(&self) -> &'static str {
        self.schema.file
    }

    /// The cell, from 1 on, that has a column of the table; 0 where none has.
    pub(super) fn at(&self, name: &str) -> u64 {
        let column = self.schema.columns.iter().position(|known| *known == name);
        let at = self
            .columns
            .iter()
            .position(|known| known.is_some() && *known == column);
        at.map_or(0, |at| at as u64 + 1)
    }

    /// Whether a column that must be there is not.
    pub(super) fn lacks(&self, name: &str) -> bool {
        let is_required = column(self.file(), name).is_some_and(|column| column.is_required);
        is_required && self.at(name) == 0
    }

    fn place(&self, grid: &Grid, row: u64, at: u64, column: &str) -> Place {
        let table = self.file();
        Place {
            table,
            ..grid.place(row, at, column)
        }
    }

    /// What is wrong with the heads: unknown ones, and two of one column. Cells under no head are looked for by row.
    pub(super) fn faults(&self, grid: &Grid) -> Vec<Finding> {
        let Some(line) = grid.lines.get(self.line) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut seen: Vec<usize> = Vec::new();
        for ((at, cell), column) in (1..).zip(&line.cells).zip(&self.columns) {
            let problem = match column {
                Some(column) if seen.contains(column) => Problem::Duplicate {
                    read: cell.clone(),
                    first: line.number,
                },
                Some(column) => {
                    seen.push(*column);
                    continue;
                }
                None if plain(cell).is_empty() => continue,
                None => Problem::UnknownColumn,
            };
            found.push(Finding {
                place: self.place(grid, line.number, at, cell),
                what: What::Problem(problem),
            });
        }
        let required = self.schema.columns.iter().filter(|name| self.lacks(name));
        found.extend(required.map(|name| Finding {
            place: self.place(grid, line.number, 0, name),
            what: What::Problem(Problem::MissingColumn),
        }));
        found
    }

    /// Adds the rows of a grid to its table; cells under no head are told.
    pub(super) fn rows(
        &self,
        (position, grid): (usize, &Grid),
        to: &mut Frame,
        found: &mut Vec<Finding>,
    ) {
        for line in grid.lines.iter().skip(self.line + 1) {
            if is_remark(line) {
                continue;
            }
            let mut cells = vec![String::new(); self.schema.columns.len()];
            for (at, cell) in line.cells.iter().enumerate() {
                if cell.trim().is_empty() {
                    continue;
                }
                let column = self.columns.get(at).copied().flatten();
                match column.and_then(|column| cells.get_mut(column)) {
                    Some(to) => cell.trim().clone_into(to),
                    // An unknown head is told once, and not with each of its cells.
                    None if self.has_head(grid, at) => {}
                    None => found.push(Finding {
                        place: grid.place(line.number, at as u64 + 1, ""),
                        what: What::NoHead(cell.as_str().into()),
                    }),
                }
            }
            to.entries.push(Entry {
                cells,
                from: Some((position, line.number)),
            });
        }
    }

    fn has_head(&self, grid: &Grid, at: usize) -> bool {
        let head = grid
            .lines
            .get(self.line)
            .and_then(|line| line.cells.get(at));
        head.is_some_and(|head| !plain(head).is_empty())
    }
}

/// Puts the rows of all grids into tables of their own; gives the heads of each grid, none for one that is no table.
pub(super) fn sorted(grids: &[Grid], found: &mut Vec<Finding>) -> (Frames, Vec<Option<Head>>) {
    let mut frames = Frames::empty();
    let mut heads = Vec::new();
    for (position, grid) in grids.iter().enumerate() {
        let head = Head::of(grid);
        match &head {
            Some(head) => {
                found.extend(head.faults(grid));
                if let Some(frame) = frames.get_mut(head.file()) {
                    head.rows((position, grid), frame, found);
                }
            }
            None if grid.lines.iter().all(is_remark) || is_about(grid) => {}
            None => found.push(Finding {
                place: grid.place(0, 0, ""),
                what: What::Unused,
            }),
        }
        heads.push(head);
    }
    (frames, heads)
}

/// Whether a grid is the sheet of a template that explains it.
fn is_about(grid: &Grid) -> bool {
    let names = [Lang::Zh, Lang::En].map(|lang| Own::About.get(lang));
    names.contains(&&*grid.sheet)
}

/// Whether a file or sheet is named after a table: one of its words is the table's.
fn is_named(name: &str, schema: &Schema) -> bool {
    let own = schema.file.trim_end_matches(".csv");
    let name = name.to_ascii_lowercase();
    let mut words = name.split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|word| word == own)
}

fn is_remark(line: &Line) -> bool {
    let first = line
        .cells
        .iter()
        .map(|cell| cell.trim())
        .find(|cell| !cell.is_empty());
    first.is_none_or(|first| first.starts_with([REMARK, '＃']))
}

fn columns(schema: &Schema, line: &Line) -> Vec<Option<usize>> {
    let found = line.cells.iter().map(|cell| {
        let cell = plain(cell);
        let cell = cell.trim_end_matches('*').trim_end();
        let mut names = schema.columns.iter();
        names.position(|name| is_head(cell, name, column(schema.file, name)))
    });
    found.collect()
}

/// Whether a head means a column: by its code, its name, or both, the code last.
fn is_head(head: &str, code: &str, column: Option<Column>) -> bool {
    let name = |lang: Lang| column.is_some_and(|column| plain(column.name.get(lang)) == head);
    let last = head.rsplit(char::is_whitespace).next();
    head == code || last == Some(code) || name(Lang::Zh) || name(Lang::En)
}
