//! A reader's tables beside the published ones, or in their place, and the texts that both become.

use hashbrown::HashMap;

use crate::dataset::{Schema, Tables};
use crate::order::sort_by;

use super::fill::REFERENCES;
use super::finding::{Finding, Place, What};
use super::frame::{Frame, Frames};
use super::package::Mode;

/// The table of what is measured.
const INDICATORS: &str = "indicators.csv";

/// The columns that tell the rows of a table apart.
fn key(schema: &Schema) -> &'static [&'static str] {
    match schema.file {
        "areas.csv" => &["code"],
        "relations.csv" => &["from", "to", "kind"],
        "responsibilities.csv" => &["subject", "organisation"],
        "glossary.csv" => &["term_zh", "document"],
        "exclusions.csv" => &["document", "line", "as_printed"],
        "changes.csv" => &["edition", "change", "observation", "field"],
        _ => &["id"],
    }
}

pub(super) fn key_of(frame: &Frame, row: usize) -> String {
    let cells = key(frame.schema)
        .iter()
        .map(|column| frame.get(row, column));
    cells.collect::<Vec<_>>().join("\u{1f}")
}

/// The rows of a table by their keys.
pub(super) fn rows_by_key(frame: &Frame) -> HashMap<String, usize> {
    let rows = 0..frame.entries.len();
    rows.map(|row| (key_of(frame, row), row)).collect()
}

/// The tables of a package: the published ones with the reader's rows, or the reader's with those published rows
/// that they refer to. Rows are in the order of their keys.
pub(super) fn joined(base: &Frames, own: Frames, mode: Mode, found: &mut Vec<Finding>) -> Frames {
    let mut all = match mode {
        Mode::Add => added(base, &own),
        Mode::Replace => replaced(base, own, found),
    };
    let files: Vec<&'static str> = all.iter().map(|frame| frame.schema.file).collect();
    for file in files {
        if let Some(frame) = all.get_mut(file) {
            // The changes of editions stand in their own order.
            if file != "changes.csv" {
                sort_by(&mut frame.entries, |a, b| {
                    a.cells.first().cmp(&b.cells.first())
                });
            }
        }
    }
    all
}

fn added(base: &Frames, own: &Frames) -> Frames {
    let mut all = base.clone();
    for frame in own.iter() {
        let file = frame.schema.file;
        // What became of the figures is told from this set on anew.
        let Some(to) = all.get_mut(file) else {
            continue;
        };
        if file == "changes.csv" {
            to.entries.clear();
            continue;
        }
        let mut known = rows_by_key(to);
        for (row, entry) in frame.entries.iter().enumerate() {
            // A second row of one key stays, and the loader names it.
            match known
                .remove(&key_of(frame, row))
                .and_then(|at| to.entries.get_mut(at))
            {
                Some(published) => *published = entry.clone(),
                None => to.entries.push(entry.clone()),
            }
        }
    }
    all
}

fn replaced(base: &Frames, own: Frames, found: &mut Vec<Finding>) -> Frames {
    let mut all = own;
    let published = |table| base.get(table).map(rows_by_key).unwrap_or_default();
    loop {
        let mut count = 0;
        for (file, column, table) in REFERENCES {
            // A whole is not brought along: nothing says that there are figures of it.
            if column == "part_of" {
                continue;
            }
            count += bring(base, &mut all, (file, column, table), &published(table));
        }
        if count == 0 {
            break;
        }
    }
    let count = parted(&mut all, &published(INDICATORS));
    if count > 0 {
        let place = Place::default();
        let what = What::NoWhole(count);
        found.push(Finding { place, what });
    }
    all
}

/// Parts indicators from published ones that did not come along; how many they are.
fn parted(all: &mut Frames, published: &HashMap<String, usize>) -> usize {
    let Some(frame) = all.get_mut(INDICATORS) else {
        return 0;
    };
    let there = rows_by_key(frame);
    let mut count = 0;
    for row in 0..frame.entries.len() {
        let whole = frame.get(row, "part_of");
        if published.contains_key(whole) && !there.contains_key(whole) {
            frame.set(row, "part_of", "");
            count += 1;
        }
    }
    count
}

/// Adds the published rows that a column refers to and the reader's tables lack; how many there were.
fn bring(
    base: &Frames,
    all: &mut Frames,
    (file, column, table): (&str, &str, &str),
    published: &HashMap<String, usize>,
) -> usize {
    let Some(frame) = all.get(table) else {
        return 0;
    };
    let mut known: hashbrown::HashSet<String> = (0..frame.entries.len())
        .map(|row| key_of(frame, row))
        .collect();
    let wanted: Vec<String> = (0..all.count(file))
        .map(|row| all.cell(file, row, column))
        .collect();
    let mut count = 0;
    for id in wanted {
        let Some(row) = published.get(&id).filter(|_| !known.contains(&id)) else {
            continue;
        };
        let entry = base.get(table).and_then(|frame| frame.entries.get(*row));
        if let (Some(entry), Some(frame)) = (entry, all.get_mut(table)) {
            frame.entries.push(entry.clone());
            known.insert(id);
            count += 1;
        }
    }
    count
}

/// The text of each table, and the line that each of its rows begins in.
pub(super) struct Written {
    /// The texts.
    pub tables: Tables,
    lines: Vec<(&'static str, Vec<u64>)>,
}

impl Written {
    /// Writes tables as the published ones are: a head, lines that end in LF, quotes only where they must be.
    pub(super) fn of(all: &Frames) -> Self {
        let mut tables = Tables::default();
        let mut lines = Vec::new();
        for frame in all.iter() {
            let mut text = frame.schema.columns.join(",");
            text.push('\n');
            let mut number = 2;
            let mut of_frame = Vec::new();
            for entry in &frame.entries {
                of_frame.push(number);
                for (at, cell) in entry.cells.iter().enumerate() {
                    if at > 0 {
                        text.push(',');
                    }
                    quote(cell, &mut text);
                    number += cell.bytes().filter(|byte| *byte == b'\n').count() as u64;
                }
                text.push('\n');
                number += 1;
            }
            lines.push((frame.schema.file, of_frame));
            tables.insert(frame.schema.file, text);
        }
        Self { tables, lines }
    }

    /// The row that begins in a line of a table; none for a head, or no row at all.
    pub(super) fn row(&self, file: &str, line: u64) -> Option<usize> {
        let (_, lines) = self.lines.iter().find(|(known, _)| *known == file)?;
        lines.binary_search(&line).ok()
    }
}

fn quote(cell: &str, text: &mut String) {
    if cell.contains([',', '"', '\n', '\r']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}
