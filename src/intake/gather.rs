//! What was found, as a reader goes through the files to mend it: a row that is none of the table is told once, and
//! so is what several rows have alike.

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

/// So many spans of rows are listed of a finding.
const SPANS: usize = 3;

/// With so many of the last findings of its column each is compared.
const BEFORE: usize = 20;

/// A finding with the position of its grid and of its row there, the last of its rows; without a grid, its row alone.
struct Found {
    grid: Option<usize>,
    line: usize,
    finding: Finding,
}

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
    let filled = (1..)
        .zip(&line.cells)
        .filter(|(_, cell)| !cell.trim().is_empty());
    let word = filled.clone().next()?.1.trim();
    // A row that has two things which an entry must have is one.
    let is_needed = |(at, _): &(u64, &String)| {
        let column = head.name(*at).and_then(|name| column(head.file(), name));
        column.is_some_and(|column| column.is_required)
    };
    let is_little = filled.clone().count() <= FEW && filled.filter(is_needed).count() < FEW;
    let is_little = is_little || SUMS.iter().any(|sum| word.starts_with(sum));
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

/// Has one finding stand for equal ones of a column.
fn runs(found: Vec<Found>) -> Vec<Finding> {
    let mut told: Vec<Found> = Vec::new();
    // Where the faults and the notes of each column stand.
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    for one in found {
        let of_column = known.entry(column_of(&one)).or_default();
        let mut before = of_column.iter().rev().take(BEFORE).copied();
        let equal = before.find(|at| told.get(*at).is_some_and(|first| is_equal(first, &one)));
        if let Some(first) = equal.and_then(|at| told.get_mut(at)) {
            extend(first, &one);
        } else {
            of_column.push(told.len());
            told.push(one);
        }
    }
    told.into_iter().map(|one| one.finding).collect()
}

/// Has a finding stand for an equal one of a later row, too.
fn extend(first: &mut Found, one: &Found) {
    if first.line == one.line {
        return;
    }
    let (own, row) = (first.finding.place.row, one.finding.place.row);
    let run = first.finding.place.run.get_or_insert_with(|| Run {
        spans: vec![(own, own)],
        has_more: false,
        count: 1,
    });
    run.count += 1;
    let is_next = first.line + 1 == one.line && !run.has_more;
    let has_room = run.spans.len() < SPANS;
    match run.spans.last_mut() {
        Some((_, last)) if is_next => *last = row,
        _ if has_room => run.spans.push((row, row)),
        _ => run.has_more = true,
    }
    first.line = one.line;
}

/// The column of a grid or of a published table; what a row lacks for several tables it lacks once.
fn column_of(one: &Found) -> String {
    let place = &one.finding.place;
    let grid = one.grid.map(|grid| grid.to_string());
    let kind = if one.finding.what.is_fault() { "!" } else { "" };
    [
        grid.as_deref().unwrap_or(place.table),
        &place.at.to_string(),
        &place.column,
        kind,
    ]
    .join("\u{1f}")
}

/// Whether a finding is the same as another one.
fn is_equal(first: &Found, one: &Found) -> bool {
    let (before, place) = (&first.finding.place, &one.finding.place);
    place.row > 0 && first.finding.what == one.finding.what && before.cell == place.cell
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
