//! Which table a grid is, and which of its columns each of its cells is.

use crate::dataset::{Lang, Problem, SCHEMAS, Schema};
use crate::text::columns::{Column, column};
use crate::text::{Out, Own};

use super::finding::{Finding, Hidden, Place, What};
use super::frame::{Entry, Frame, Frames, Origin};
use super::grid::{Grid, Line};
use super::template::remarks;
use super::value::plain;

/// In so many rows from the top the heads of a table are looked for: a title may stand above them.
const SOUGHT: usize = 10;

/// A row whose first cell begins so is no row of the table but an explanation or an example; a column whose head begins
/// so is none of its columns.
pub(super) const REMARK: char = '#';

/// The words of spreadsheets for errors.
const ERRORS: [&str; 8] = [
    "#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!",
];

/// So many findings of one grid are told.
const MOST: usize = 1000;

/// The columns of a grid.
pub(super) struct Head {
    schema: &'static Schema,
    /// The row of the heads, by its position.
    line: usize,
    /// For each cell the column of the table; none for a cell without a head.
    columns: Vec<Option<usize>>,
}

impl Head {
    /// The heads of a grid: of a table that the sheet or file is named after, or else of the only one whose required
    /// columns all stand in one row.
    pub(super) fn of(grid: &Grid) -> Option<Self> {
        let name = if grid.sheet.is_empty() {
            &grid.file
        } else {
            &grid.sheet
        };
        let named = SCHEMAS.iter().filter(|schema| is_named(name, schema));
        let named = named.filter_map(|schema| Self::in_grid(grid, schema));
        let best = named.fold(None, |best: Option<Self>, next| match best {
            Some(best) if best.known() >= next.known() => Some(best),
            _ => Some(next),
        });
        if best.is_some() {
            return best;
        }
        let all: Vec<Self> = SCHEMAS
            .iter()
            .filter_map(|schema| Self::in_grid(grid, schema))
            .collect();
        let is_whole = |head: &&Self| head.is_whole();
        let most = all.iter().filter(is_whole).map(Self::known).max();
        let of_most = |head: &&Self| is_whole(head) && Some(head.known()) == most;
        // Where several tables would do it is none of them.
        let only = all.iter().filter(of_most).count() == 1;
        let place = if most.is_some() {
            all.iter().position(|head| only && of_most(&head))?
        } else {
            // A table that lacks heads is told as the one that it is most like, and so refused.
            let most = all.iter().map(Self::known).filter(|known| *known >= 3);
            let most = most.max()?;
            all.iter().position(|head| head.known() == most)?
        };
        all.into_iter().nth(place)
    }

    /// The first row of a grid that has all heads that a table must have, else the one that has most; two at least.
    fn in_grid(grid: &Grid, schema: &'static Schema) -> Option<Self> {
        let best = |is_meant: &dyn Fn(usize, &Line) -> bool| {
            let lines = grid.lines.iter().take(SOUGHT).enumerate();
            let lines = lines.filter(|(line, cells)| is_meant(*line, cells));
            let heads = lines.map(|(line, cells)| Self {
                schema,
                line,
                columns: columns(schema, cells),
            });
            let heads = heads.filter(|head| head.known() >= 2);
            heads.fold(None, |best: Option<Self>, next| match best {
                Some(best) if best.is_whole() || best.known() >= next.known() => Some(best),
                _ => Some(next),
            })
        };
        let last = grid.lines.iter().rposition(|line| !is_remark(line));
        // Heads of which the first is that of a column of remarks have rows below them.
        best(&|_, line| !is_remark(line)).or_else(|| best(&|at, _| Some(at) < last))
    }

    /// How many of the cells are heads of the table.
    fn known(&self) -> usize {
        self.columns.iter().flatten().count()
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

    /// Whether all columns that must be there are.
    fn is_whole(&self) -> bool {
        !self.schema.columns.iter().any(|name| self.lacks(name))
    }

    /// The column of the table that a cell, from 1 on, is of.
    pub(super) fn name(&self, at: u64) -> Option<&'static str> {
        let at = usize::try_from(at).ok()?.checked_sub(1)?;
        let column = self.columns.get(at).copied().flatten()?;
        self.schema.columns.get(column).copied()
    }

    /// How many of the columns that must be there are.
    pub(super) fn required(&self) -> usize {
        let columns = self.columns.iter().flatten();
        let columns = columns.filter_map(|at| column(self.file(), self.schema.columns.get(*at)?));
        columns.filter(|column| column.is_required).count()
    }

    fn place(&self, grid: &Grid, row: u64, at: u64, column: &str) -> Place {
        let table = self.file();
        Place {
            table,
            ..grid.place(row, at, column)
        }
    }

    /// What is to be told of the heads: unknown ones, two of one column, and those of remarks. Cells under no head are
    /// looked for by row.
    pub(super) fn told(&self, grid: &Grid) -> Vec<Finding> {
        let Some(line) = grid.lines.get(self.line) else {
            return Vec::new();
        };
        let mut found = self.above(grid);
        let mut seen: Vec<usize> = Vec::new();
        let remarks = line.cells.iter().filter(|cell| is_marked(cell)).count();
        if remarks > 0 {
            found.push(Finding {
                place: self.place(grid, line.number, 0, ""),
                what: What::RemarkColumns(remarks),
            });
        }
        for ((at, cell), column) in (1..).zip(&line.cells).zip(&self.columns) {
            let what = match column {
                Some(column) if seen.contains(column) => What::TwoColumns(cell.as_str().into()),
                Some(column) => {
                    seen.push(*column);
                    continue;
                }
                None if plain(cell).is_empty() || is_marked(cell) => continue,
                None => What::Problem(Problem::UnknownColumn),
            };
            found.push(Finding {
                place: self.place(grid, line.number, at, cell),
                what,
            });
        }
        let required = self.schema.columns.iter().filter(|name| self.lacks(name));
        found.extend(required.map(|name| Finding {
            place: self.place(grid, line.number, 0, name),
            what: What::Problem(Problem::MissingColumn),
        }));
        found
    }

    /// The rows above the heads that have more than a title has, as one note.
    fn above(&self, grid: &Grid) -> Vec<Finding> {
        let is_more = |line: &&Line| {
            let filled = line.cells.iter().filter(|cell| !cell.trim().is_empty());
            !is_remark(line) && filled.count() >= 2
        };
        let mut lines = grid.lines.iter().take(self.line).filter(is_more);
        let first = lines.next().map(|first| Finding {
            place: self.place(grid, first.number, 0, ""),
            what: What::Above(1 + lines.count()),
        });
        first.into_iter().collect()
    }

    /// Adds the rows of a grid to its table; cells under no head are told.
    pub(super) fn rows(
        &self,
        (position, grid): (usize, &Grid),
        to: &mut Frame,
        found: &mut Vec<Finding>,
    ) {
        let most = found.len() + MOST;
        let mut remarks: Option<(u64, usize)> = None;
        for line in grid.lines.iter().skip(self.line + 1) {
            if found.len() >= most {
                let place = grid.place(line.number, 0, "");
                let what = What::TooMany;
                found.push(Finding { place, what });
                break;
            }
            if is_remark(line) {
                if !is_of_template(self.schema, line) {
                    let (first, count) = remarks.unwrap_or((line.number, 0));
                    remarks = Some((first, count + 1));
                }
                continue;
            }
            let mut cells = vec![String::new(); self.schema.columns.len()];
            for (at, cell) in line.cells.iter().enumerate() {
                let head = self.head(grid, at);
                if cell.trim().is_empty() || is_marked(head) {
                    continue;
                }
                if ERRORS.contains(&cell.trim()) {
                    found.push(Finding {
                        place: grid.place(line.number, at as u64 + 1, ""),
                        what: What::Error(cell.trim().into()),
                    });
                    continue;
                }
                let column = self.columns.get(at).copied().flatten();
                match column.and_then(|column| cells.get_mut(column)) {
                    Some(to) => cell.trim().clone_into(to),
                    // An unknown head is told once, and not with each of its cells.
                    None if !plain(head).is_empty() => {}
                    None => found.push(Finding {
                        place: grid.place(line.number, at as u64 + 1, ""),
                        what: What::NoHead(cell.as_str().into()),
                    }),
                }
            }
            to.entries.push(Entry {
                cells,
                origin: Origin::Own((position, line.number)),
            });
        }
        if let Some((first, count)) = remarks {
            let place = grid.place(first, 0, "");
            let what = What::Remarks(count);
            found.push(Finding { place, what });
        }
    }

    /// The head above a cell; empty where there is none.
    fn head<'g>(&self, grid: &'g Grid, at: usize) -> &'g str {
        let heads = grid.lines.get(self.line);
        let head = heads.and_then(|line| line.cells.get(at));
        head.map_or("", String::as_str)
    }
}

/// Puts the rows of all grids into tables of their own; gives the heads of each grid, none for one that is no table.
pub(super) fn sorted(grids: &[Grid], found: &mut Vec<Finding>) -> (Frames, Vec<Option<Head>>) {
    let mut frames = Frames::empty();
    let mut heads = Vec::new();
    let exported: Vec<&Grid> = grids.iter().filter(|grid| is_exported(grid)).collect();
    for (position, grid) in grids.iter().enumerate() {
        let mut exported = exported.iter().filter(|known| known.file == grid.file);
        if let Some(first) = exported.next() {
            if std::ptr::eq(*first, grid) {
                let what = What::Exported;
                let place = grid.place(0, 0, "");
                found.push(Finding { place, what });
            }
            heads.push(None);
            continue;
        }
        let head = Head::of(grid);
        match &head {
            Some(head) => {
                let is_same = |before: &(&Grid, &Option<Head>)| {
                    let is_of_file = before.0.file == grid.file && !grid.sheet.is_empty();
                    is_of_file
                        && before
                            .1
                            .as_ref()
                            .is_some_and(|before| before.file() == head.file())
                };
                // A second sheet may be an older one, or a hidden one.
                if let Some((before, _)) = grids.iter().zip(&heads).find(is_same) {
                    let place = grid.place(0, 0, "");
                    let what = What::TwoSheets(before.sheet.as_ref().into());
                    found.push(Finding { place, what });
                }
                found.extend(head.told(grid));
                if grid.hidden != Hidden::default() {
                    let place = grid.place(0, 0, "");
                    let what = What::Hidden(grid.hidden);
                    found.push(Finding { place, what });
                }
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

/// Whether a grid is a table that the page exports with words beside its codes.
fn is_exported(grid: &Grid) -> bool {
    let heads = [Lang::Zh, Lang::En]
        .map(|lang| [Out::HeadIndicatorId, Out::HeadStatusCode].map(|head| head.get(lang)));
    let has_both = |line: &Line| {
        let has = |head: &&str| line.cells.iter().any(|cell| plain(cell) == plain(head));
        heads.iter().any(|both| both.iter().all(has))
    };
    grid.lines.iter().take(SOUGHT).any(has_both)
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

/// Whether a row says nothing, or is a remark.
fn is_remark(line: &Line) -> bool {
    let mut cells = line.cells.iter();
    let first = cells.find(|cell| !cell.trim().is_empty());
    first.is_none_or(|first| is_marked(first))
}

/// Whether a cell begins with the sign of a remark.
fn is_marked(cell: &str) -> bool {
    let cell = cell.trim();
    cell.starts_with([REMARK, '＃']) && !ERRORS.contains(&cell)
}

/// Whether a remark is one of a template.
fn is_of_template(schema: &Schema, line: &Line) -> bool {
    let trimmed = |cells: &[String]| -> Vec<String> {
        let cells = cells.iter().map(|cell| cell.trim().to_owned());
        cells.filter(|cell| !cell.is_empty()).collect()
    };
    let own = trimmed(&line.cells);
    own.is_empty()
        || [Lang::Zh, Lang::En]
            .iter()
            .any(|lang| remarks(schema, *lang).iter().any(|row| trimmed(row) == own))
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

/// Whether a head means a column: by its code, its name, or the name with the code behind it.
fn is_head(head: &str, code: &str, column: Option<Column>) -> bool {
    let is_named = |lang: Lang| {
        let name = column.map_or_else(String::new, |column| plain(column.name.get(lang)));
        !name.is_empty() && (head == name || head == [&name, " ", code].concat())
    };
    head == code || is_named(Lang::Zh) || is_named(Lang::En)
}
