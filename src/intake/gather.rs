//! What was found, as a reader goes through the files to mend it: a row that is none of the table is told once, and
//! so is what rows that follow each other have alike.

use std::mem::{Discriminant, discriminant};

use hashbrown::HashMap;

use crate::order::sort_by_key;
use crate::text::columns::column;

use super::finding::{Finding, Place, Run, What};
use super::grid::Own;
use super::head::Head;

/// So many faults are told.
const MOST: usize = 2000;

/// A row with so few cells is perhaps none of the table.
const FEW: usize = 2;

/// Words that sums begin with: their rows may have more cells.
const SUMS: [&str; 5] = ["合计", "小计", "总计", "共计", "Total"];

/// A finding with the position of its grid and of its row there; without a grid, its row alone.
struct Found {
    grid: Option<usize>,
    line: usize,
    finding: Finding,
}

/// A column of a grid, or of a published table, and what kind of thing is told of it.
type Column = (
    Option<usize>,
    &'static str,
    u64,
    Box<str>,
    Discriminant<What>,
);

/// Findings in the order of files, sheets, rows and columns, each thing told once.
pub(super) fn gathered(found: Vec<Finding>, own: &Own, heads: &[Option<Head>]) -> Vec<Finding> {
    let mut found: Vec<Found> = found
        .into_iter()
        .map(|finding| located(finding, own))
        .collect();
    sort_by_key(&mut found, |one| {
        (one.grid, one.finding.place.row, one.finding.place.at)
    });
    let mut rows = Vec::new();
    let mut rest = found.into_iter().peekable();
    while let Some(first) = rest.next() {
        let at = (first.grid, first.finding.place.row);
        let mut row = vec![first];
        while let Some(next) = rest.next_if(|one| (one.grid, one.finding.place.row) == at) {
            row.push(next);
        }
        match stray(&row, own, heads) {
            Some(stray) => rows.push(stray),
            None => rows.append(&mut row),
        }
    }
    cut(runs(rows))
}

fn located(finding: Finding, own: &Own) -> Found {
    let place = &finding.place;
    let mut grids = own.grids.iter();
    let grid = grids.position(|grid| grid.file == place.file && grid.sheet == place.sheet);
    let line = grid.and_then(|grid| own.grids.get(grid)?.position(place.row));
    let line = line.or_else(|| usize::try_from(place.row).ok());
    Found {
        grid,
        line: line.unwrap_or_default(),
        finding,
    }
}

/// What is told in the place of all that is wrong with a row that lacks most of what each row must have, and has little
/// else: it is a title, a sum or a remark.
fn stray(found: &[Found], own: &Own, heads: &[Option<Head>]) -> Option<Found> {
    let first = found.first()?;
    let place = &first.finding.place;
    let grid = own.grids.get(first.grid?)?;
    let head = heads.get(first.grid?)?.as_ref()?;
    let line = grid.lines.get(grid.position(place.row)?)?;
    let mut filled = line.cells.iter().filter(|cell| !cell.trim().is_empty());
    let word = filled.next()?.trim();
    let is_little = filled.count() < FEW || SUMS.iter().any(|sum| word.starts_with(sum));
    let is_lacking = |one: &&Found| {
        let place = &one.finding.place;
        let known = column(place.table, &place.column);
        let is_required = known.is_some_and(|column| column.is_required);
        is_required && place.at > 0 && place.cell.is_empty() && place.table == head.file()
    };
    let lacking = found.iter().filter(is_lacking).count();
    (is_little && lacking >= FEW && lacking * 2 > head.required()).then(|| Found {
        finding: Finding {
            place: Place {
                table: head.file(),
                ..grid.place(place.row, 0, "")
            },
            what: What::Stray(word.into()),
        },
        ..*first
    })
}

/// Has one finding stand for equal ones of a column in rows that follow each other.
fn runs(found: Vec<Found>) -> Vec<Finding> {
    let mut told: Vec<Finding> = Vec::new();
    // Where the last finding of each column stands, and the row that it ends in.
    let mut last: HashMap<Column, (usize, usize)> = HashMap::new();
    for one in found {
        let place = &one.finding.place;
        // What a row lacks for several tables it lacks once.
        let table = if one.grid.is_none() { place.table } else { "" };
        let kind = discriminant(&one.finding.what);
        let column = (one.grid, table, place.at, Box::from(&*place.column), kind);
        let before = last.get_mut(&column);
        let same = before.and_then(|(at, line)| {
            let first = told.get_mut(*at)?;
            let is_same = first.what == one.finding.what && first.place.cell == place.cell;
            let is_next = place.row > 0 && (*line == one.line || *line + 1 == one.line);
            (is_same && is_next).then_some((first, line))
        });
        if let Some((first, line)) = same {
            if *line < one.line {
                *line = one.line;
                let count = first.place.run.map_or(1, |run| run.count) + 1;
                let last = place.row;
                first.place.run = Some(Run { last, count });
            }
            continue;
        }
        last.insert(column, (told.len(), one.line));
        told.push(one.finding);
    }
    told
}

/// Leaves faults out that are too many to be told, and says so at the end.
fn cut(mut found: Vec<Finding>) -> Vec<Finding> {
    let mut count = 0;
    let all = found.len();
    found.retain(|one| {
        let is_end = one.what == What::TooMany && one.place.row == 0;
        count += usize::from(one.what.is_fault());
        !is_end && (count <= MOST || !one.what.is_fault())
    });
    if found.len() < all {
        found.push(Finding {
            place: Place::default(),
            what: What::TooMany,
        });
    }
    found
}
