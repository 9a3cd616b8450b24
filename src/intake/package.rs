//! A reader's files as a package of our form, checked, or all that is wrong with them.

use hashbrown::HashSet;

use crate::dataset::{Dataset, Tables, load};

use super::describe::described;
use super::facts::contradictions;
use super::fill::Filling;
use super::finding::{Finding, Place, What};
use super::frame::{Frames, From};
use super::gather::gathered;
use super::grid::{DESCRIPTOR, Own};
use super::head::{Head, sorted};
use super::merge::{Written, joined, key_of, rows_by_key};
use super::near::Near;
use super::placed::{Checked, with_near};

/// The table of figures.
const FIGURES: &str = "observations.csv";

/// What becomes of the published figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// They stay, and the reader's come beside them; those of the same id give way.
    Add,
    /// They go.
    Replace,
}

/// What a reader's files are put beside, or in the place of.
#[derive(Clone, Copy)]
pub struct Base<'a> {
    /// The published tables.
    pub tables: &'a Tables,
    /// Their edition.
    pub edition: &'a str,
    /// The day, ISO 8601, which is the edition of what has none.
    pub today: &'a str,
    /// The pinyin initials of a name.
    pub initials: &'a dyn Fn(&str) -> String,
}

/// A reader's set.
pub struct Opened {
    /// Its tables.
    pub tables: Tables,
    /// The same, checked.
    pub data: Dataset,
}

/// Reads a reader's files beside the published tables or in their place: the set where there is no fault, and all that was
/// found, notes too.
#[must_use]
pub fn open(own: &Own, base: Base<'_>, mode: Mode) -> (Option<Opened>, Vec<Finding>) {
    let mut found = own.refused.clone();
    // Of a file that was not read whole nothing can be said.
    if found.iter().any(|one| one.place.row == 0) {
        return (None, found);
    }
    let (mut frames, heads) = sorted(&own.grids, &mut found);
    for one in &mut found {
        name_column(one, own, &heads);
    }
    found.extend(own.left_aside());
    let is_told = found.iter().any(|one| one.what.is_fault());
    found.extend(missing(is_told, &frames, &heads, mode));
    let published = Frames::of(base.tables);
    let place = |file: &str, (grid, row): From, column: &str| {
        let at = |grid: usize| heads.get(grid)?.as_ref().filter(|head| head.file() == file);
        let head = at(grid);
        let at = head.map_or(0, |head| head.at(column));
        let place = own.grids.get(grid).map(|grid| grid.place(row, at, column));
        let table = published.get(file).map_or("", |frame| frame.schema.file);
        place.map_or_else(Place::default, |place| Place { table, ..place })
    };
    if mode == Mode::Add || own.descriptor().is_none() {
        forget_changes(&mut frames, &mut found, &place);
    }
    Filling {
        own: &mut frames,
        base: &published,
        place: &place,
        initials: base.initials,
        found: &mut found,
        by_alias: HashSet::new(),
        added: HashSet::new(),
    }
    .run();
    overwritten(&published, &frames, &mut found);
    let all = joined(&published, frames, mode, &mut found);
    let mut written = Written::of(&all);
    let described = described(own, base, mode, &written.tables, &mut found);
    written.tables.insert(DESCRIPTOR, described);
    let checked = Checked {
        all: &all,
        written: &written,
        place: &place,
    };
    let data = match load(&written.tables) {
        Ok(mut data) => {
            data.is_opened = true;
            found.extend(contradictions(&data, &checked));
            Some(data).filter(|_| !found.iter().any(|one| one.what.is_fault()))
        }
        Err(faults) => {
            let is_told = found.iter().any(|one| one.what.is_fault());
            found.extend(checked.told(&faults, &heads, is_told));
            None
        }
    };
    let mut found = gathered(found, own, &heads);
    // Beside the published tables the set has their entries already.
    let named: &[&Frames] = match mode {
        Mode::Add => &[&all],
        Mode::Replace => &[&all, &published],
    };
    with_near(&mut found, &mut Near::new(named));
    let opened = data.map(|data| Opened {
        tables: written.tables,
        data,
    });
    (opened, found)
}

/// Tells how many published entries are otherwise; figures are compared one by one.
fn overwritten(base: &Frames, own: &Frames, found: &mut Vec<Finding>) {
    for frame in own.iter() {
        let table = frame.schema.file;
        let Some(published) = base.get(table).filter(|_| table != FIGURES) else {
            continue;
        };
        let known = rows_by_key(published);
        let is_other = |row: &usize| {
            let at = known.get(&key_of(frame, *row));
            let before = at.and_then(|at| published.entries.get(*at));
            let now = frame.entries.get(*row);
            before
                .zip(now)
                .is_some_and(|(before, now)| before.cells != now.cells)
        };
        let count = (0..frame.entries.len()).filter(is_other).count();
        if count > 0 {
            found.push(Finding {
                place: Place::default(),
                what: What::Overwritten { table, count },
            });
        }
    }
}

/// What became of the figures from edition to edition ends in an edition that this set is not.
fn forget_changes(
    own: &mut Frames,
    found: &mut Vec<Finding>,
    place: &dyn Fn(&str, From, &str) -> Place,
) {
    let file = "changes.csv";
    let Some(frame) = own.get_mut(file) else {
        return;
    };
    let first = frame.entries.first();
    if let Some(from) = first.and_then(|entry| entry.origin.own()) {
        let place = place(file, from, "");
        let what = What::Changes;
        found.push(Finding { place, what });
    }
    frame.entries.clear();
}

/// Names the column of a cell that could not be read by its head.
fn name_column(one: &mut Finding, own: &Own, heads: &[Option<Head>]) {
    let place = &mut one.place;
    if !matches!(one.what, What::Refused { .. }) || place.at == 0 {
        return;
    }
    let mut grids = own.grids.iter().zip(heads);
    let of_place = grids.find(|(grid, _)| grid.file == place.file && grid.sheet == place.sheet);
    if let Some((_, Some(head))) = of_place
        && let Some(column) = head.name(place.at)
    {
        place.table = head.file();
        place.column = column.into();
    }
}

/// What a package cannot go without.
fn missing(is_told: bool, frames: &Frames, heads: &[Option<Head>], mode: Mode) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut tell = |what| {
        found.push(Finding {
            place: Place::default(),
            what,
        });
    };
    if heads.iter().flatten().next().is_none() {
        if !is_told {
            tell(What::NoTable);
        }
        return found;
    }
    if mode == Mode::Replace && frames.count(FIGURES) == 0 {
        tell(What::NoRows(FIGURES));
    }
    found
}
