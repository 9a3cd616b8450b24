//! What was read of a reader's files: grids of text.

use std::rc::Rc;

use super::finding::{Finding, Hidden, Place, What};

/// The file that describes a package.
pub(super) const DESCRIPTOR: &str = "datapackage.json";

/// The separators of the text, as `guatu-files` writes it: of cells, rows and sheets.
pub(super) const CELL: char = '\u{1f}';
pub(super) const ROW: char = '\u{1e}';
pub(super) const SHEET: char = '\u{1d}';

/// A table as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    /// The file.
    pub file: Rc<str>,
    /// The sheet of a workbook; empty for other files.
    pub sheet: Rc<str>,
    /// What of it nobody sees who looks at the sheet.
    pub hidden: Hidden,
    /// The rows that hold anything, each with its number.
    pub lines: Vec<Line>,
}

/// A row of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its line in the file, or its row in the sheet, from 1.
    pub number: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

impl Grid {
    /// A place in it: a row, and a column from 1 on with the name that it has there.
    pub(super) fn place(&self, row: u64, at: u64, column: &str) -> Place {
        Place {
            file: Rc::clone(&self.file),
            sheet: Rc::clone(&self.sheet),
            row,
            at,
            column: column.into(),
            cell: self.cell(row, at).into(),
            ..Place::default()
        }
    }

    /// The position of a row among those that hold anything.
    pub(super) fn position(&self, row: u64) -> Option<usize> {
        let found = self.lines.binary_search_by_key(&row, |line| line.number);
        found.ok()
    }

    /// What stands in a cell; empty where nothing does.
    fn cell(&self, row: u64, at: u64) -> &str {
        let line = self.position(row).and_then(|line| self.lines.get(line));
        let cell = usize::try_from(at).ok().and_then(|at| at.checked_sub(1));
        let cell = cell.and_then(|at| line?.cells.get(at));
        cell.map_or("", |cell| cell.as_str())
    }
}

/// All that was read of a reader's files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    pub(super) grids: Vec<Grid>,
    /// Files that are no tables, with their texts.
    pub(super) texts: Vec<(String, String)>,
    /// What could not be read.
    pub(super) refused: Vec<Finding>,
}

impl Own {
    /// Whether a descriptor comes with the tables.
    #[must_use]
    pub fn is_described(&self) -> bool {
        self.descriptor().is_some()
    }

    /// The descriptor with its file.
    pub(super) fn descriptor(&self) -> Option<(&str, &str)> {
        let mut texts = self.texts.iter();
        let found = texts.find(|(file, _)| file == DESCRIPTOR);
        found.map(|(file, text)| (file.as_str(), text.as_str()))
    }

    /// Files that are neither tables nor the descriptor.
    pub(super) fn left_aside(&self) -> impl Iterator<Item = Finding> {
        let others = self.texts.iter().filter(|(file, _)| file != DESCRIPTOR);
        others.map(|(file, _)| Finding {
            place: Place {
                file: file.as_str().into(),
                ..Place::default()
            },
            what: What::Unused,
        })
    }

    /// Takes what the second program hands over: a sheet of what it refused, one of texts, then the grids. None for a
    /// text of another form.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut sheets = ended(text, SHEET)?.into_iter();
        let refused = ended(sheets.next()?, ROW)?.into_iter().map(refusal);
        let refused = refused.collect::<Option<_>>()?;
        let texts = ended(sheets.next()?, ROW)?.into_iter().map(|row| {
            let [file, text] = ended(row, CELL)?[..] else {
                return None;
            };
            Some((file.to_owned(), text.to_owned()))
        });
        let texts = texts.collect::<Option<_>>()?;
        let grids = sheets.map(grid).collect::<Option<_>>()?;
        Some(Self {
            grids,
            texts,
            refused,
        })
    }
}

fn refusal(row: &str) -> Option<Finding> {
    let [file, sheet, row, at, code, read] = ended(row, CELL)?[..] else {
        return None;
    };
    let place = Place {
        file: file.into(),
        sheet: sheet.into(),
        row: row.parse().ok()?,
        at: at.parse().ok()?,
        ..Place::default()
    };
    let what = What::Refused {
        code: code.into(),
        read: read.into(),
    };
    Some(Finding { place, what })
}

fn grid(sheet: &str) -> Option<Grid> {
    let mut rows = ended(sheet, ROW)?.into_iter();
    let head = ended(rows.next()?, CELL)?;
    let [file, sheet, hidden @ ..] = &head[..] else {
        return None;
    };
    let hidden = match hidden {
        [] => Hidden::default(),
        [is_sheet, rows, columns] => Hidden {
            is_sheet: *is_sheet == "1",
            rows: rows.parse().ok()?,
            columns: columns.parse().ok()?,
        },
        _ => return None,
    };
    let lines = rows.map(|row| {
        let mut cells = ended(row, CELL)?.into_iter();
        Some(Line {
            number: cells.next()?.parse().ok()?,
            cells: cells.map(str::to_owned).collect(),
        })
    });
    Some(Grid {
        file: (*file).into(),
        sheet: (*sheet).into(),
        hidden,
        lines: lines.collect::<Option<_>>()?,
    })
}

/// The parts of a text that each end with a sign.
fn ended(text: &str, sign: char) -> Option<Vec<&str>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    Some(text.strip_suffix(sign)?.split(sign).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_handed_over_is_read_with_its_places() {
        let text = "甲.xlsx\u{1f}数据\u{1f}7\u{1f}3\u{1f}formula-error\u{1f}#REF!\u{1f}\u{1e}\u{1d}\
            datapackage.json\u{1f}{}\u{1f}\u{1e}\u{1d}\
            甲.xlsx\u{1f}数据\u{1f}1\u{1f}2\u{1f}0\u{1f}\u{1e}1\u{1f}编号\u{1f}数值\u{1f}\u{1e}3\u{1f}\u{1f}5\u{1f}\u{1e}\u{1d}";
        let own = Own::read(text).expect("of the form");
        assert_eq!(
            own.texts,
            [("datapackage.json".to_owned(), "{}".to_owned())]
        );
        let [refused] = &own.refused[..] else {
            panic!("one: {own:?}");
        };
        assert_eq!((refused.place.row, refused.place.at), (7, 3));
        let [grid] = &own.grids[..] else {
            panic!("one: {own:?}");
        };
        assert_eq!((&*grid.file, &*grid.sheet), ("甲.xlsx", "数据"));
        let hidden = Hidden {
            is_sheet: true,
            rows: 2,
            columns: 0,
        };
        assert_eq!(grid.hidden, hidden);
        assert_eq!(grid.lines[1].number, 3);
        assert_eq!(grid.lines[1].cells, ["", "5"]);
    }

    #[test]
    fn a_text_of_another_form_is_none() {
        for text in [
            "",
            "a",
            "\u{1d}",
            "\u{1d}\u{1d}a\u{1f}\u{1e}\u{1d}",
            "a\u{1f}\u{1e}\u{1d}\u{1d}",
            "\u{1d}\u{1d}a\u{1f}b\u{1f}1\u{1f}\u{1e}\u{1d}",
            "\u{1d}\u{1d}a\u{1f}b\u{1f}1\u{1f}x\u{1f}0\u{1f}\u{1e}\u{1d}",
        ] {
            assert_eq!(Own::read(text), None, "{text:?}");
        }
        assert_eq!(Own::read("\u{1d}\u{1d}"), Some(Own::default()));
    }
}
