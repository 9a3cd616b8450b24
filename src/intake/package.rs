//! A reader's files as a package of our form, checked, or all that is wrong with them.

use hashbrown::{HashMap, HashSet};

use crate::dataset::{Dataset, Fault, Problem, Tables, edition_of, files, load};
use crate::front::Said;
use crate::order::sort_by_key;
use crate::query::changes::is_later;

use super::fill::Filling;
use super::finding::{Finding, Place, What};
use super::frame::{Frames, From};
use super::grid::{Grid, Own};
use super::head::{Head, sorted};
use super::merge::{Written, joined, key_of};

/// The table of figures.
const FIGURES: &str = "observations.csv";

/// So many findings are told.
const MOST: usize = 2000;

/// The file that describes a package.
pub(super) const DESCRIPTOR: &str = "datapackage.json";

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
    found.extend(missing(own, &frames, &heads, mode));
    let published = Frames::of(base.tables);
    let place = |file: &str, (grid, row): From, column: &str| {
        let at = |grid: usize| heads.get(grid)?.as_ref().filter(|head| head.file() == file);
        let head = at(grid);
        let at = head.map_or(0, |head| head.at(column));
        let place = own.grids.get(grid).map(|grid| grid.place(row, at, column));
        let table = head.map_or("", Head::file);
        place.map_or_else(Place::default, |place| Place { table, ..place })
    };
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
    if mode == Mode::Replace && own.descriptor().is_none() {
        forget_changes(&mut frames, &mut found, &place);
    }
    let mut written = Written::of(&joined(&published, frames, mode));
    let described = described(own, base, mode, &written.tables, &mut found);
    written.tables.insert(DESCRIPTOR, described);
    let (opened, mut found) = match load(&written.tables) {
        Ok(mut data) if !found.iter().any(|one| one.what.is_fault()) => {
            data.is_opened = true;
            let tables = written.tables;
            (Some(Opened { tables, data }), found)
        }
        Ok(_) => (None, found),
        Err(faults) => {
            let mut seen = HashSet::new();
            for fault in faults {
                if found.len() > MOST {
                    let what = What::TooMany;
                    let place = Place::default();
                    found.push(Finding { place, what });
                    break;
                }
                let told = at_its_place(fault, &written, &place);
                // A column that is missing is told by its head, and what one row lacks for several entries once.
                let is_new = told.place.at > 0 || seen.insert(told.words());
                if is_new && !is_of_missing(&told, own, &heads) {
                    found.push(told);
                }
            }
            (None, found)
        }
    };
    // As a reader goes through the files.
    let at = |one: &Finding| {
        let is_there = |grid: &Grid| grid.file == one.place.file && grid.sheet == one.place.sheet;
        (
            own.grids.iter().position(is_there),
            one.place.row,
            one.place.at,
        )
    };
    sort_by_key(&mut found, at);
    (opened, found)
}

/// Tells how many published entries are otherwise; figures are compared one by one.
fn overwritten(base: &Frames, own: &Frames, found: &mut Vec<Finding>) {
    for frame in own.iter() {
        let table = frame.schema.file;
        let Some(published) = base.get(table).filter(|_| table != FIGURES) else {
            continue;
        };
        let known = (0..published.entries.len()).map(|row| (key_of(published, row), row));
        let known: HashMap<String, usize> = known.collect();
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
    if let Some(from) = frame.entries.first().and_then(|entry| entry.from) {
        let place = place(file, from, "");
        let what = What::Ignored;
        found.push(Finding { place, what });
    }
    frame.entries.clear();
}

/// What a package cannot go without.
fn missing(own: &Own, frames: &Frames, heads: &[Option<Head>], mode: Mode) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut tell = |what| {
        found.push(Finding {
            place: Place::default(),
            what,
        });
    };
    if heads.iter().flatten().next().is_none() {
        if own.refused.is_empty() {
            tell(What::NoTable);
        }
        return found;
    }
    if mode == Mode::Replace && frames.count(FIGURES) == 0 {
        tell(What::NoRows(FIGURES));
    }
    found
}

/// Whether a fault is of the cells of a column that a grid lacks and must have.
fn is_of_missing(told: &Finding, own: &Own, heads: &[Option<Head>]) -> bool {
    let place = &told.place;
    let is_there = |grid: &Grid| grid.file == place.file && grid.sheet == place.sheet;
    let grid = own.grids.iter().position(is_there);
    let head = grid.and_then(|grid| heads.get(grid)?.as_ref());
    head.is_some_and(|head| place.at == 0 && head.lacks(&place.column))
}

/// A fault of the package where the reader wrote what it is about.
fn at_its_place(
    fault: Fault,
    written: &Written,
    place: &dyn Fn(&str, From, &str) -> Place,
) -> Finding {
    let from = written.from(&fault.file, fault.row);
    let problem = match fault.problem {
        Problem::Duplicate { read, first } => {
            let own = written
                .from(&fault.file, first)
                .map_or(first, |(_, row)| row);
            Problem::Duplicate { read, first: own }
        }
        Problem::NotANumber(read) | Problem::NotACount(read) | Problem::NotAPeriod(read)
            if read.is_empty() =>
        {
            Problem::Empty
        }
        other => other,
    };
    let place = match from {
        Some(from) => place(&fault.file, from, &fault.column),
        None => Place {
            file: fault.file.as_str().into(),
            row: fault.row,
            column: fault.column.as_str().into(),
            ..Place::default()
        },
    };
    Finding {
        place,
        what: What::Problem(problem),
    }
}

/// What the set says of itself: the reader's own descriptor where it takes the place of the published one, which is
/// otherwise taken over, under an edition of its day. The sum of the tables is the set's name in links.
fn described(
    own: &Own,
    base: Base<'_>,
    mode: Mode,
    tables: &Tables,
    found: &mut Vec<Finding>,
) -> String {
    let theirs = own.descriptor();
    if let Some((file, _)) = theirs.filter(|_| mode == Mode::Add) {
        found.push(Finding {
            place: Place {
                file: file.into(),
                ..Place::default()
            },
            what: What::Ignored,
        });
    }
    let sum = sum(tables);
    let theirs = theirs.filter(|_| mode == Mode::Replace);
    if let Some((_, text)) = theirs {
        let is_published = |file| tables.get(file) == base.tables.get(file);
        let mut of_tables = files().filter(|file| *file != DESCRIPTOR);
        if Some(text) == base.tables.get(DESCRIPTOR) && of_tables.all(is_published) {
            return text.to_owned();
        }
        // Whoever names the edition tells this set from the one that it was made of.
        let version = described_edition(text).map(|edition| with_sum(&edition, &sum));
        return Said {
            version: version.as_deref(),
            own: Some(&sum),
            ..Said::default()
        }
        .put(text);
    }
    let published = base.tables.get(DESCRIPTOR).unwrap_or_default();
    let title = match mode {
        Mode::Add => [None, None],
        Mode::Replace => title(tables).map(Some),
    };
    let [title, title_en] = title.each_ref().map(Option::as_deref);
    Said {
        title,
        title_en,
        created: Some(base.today),
        version: Some(&edition(base, &sum)),
        own: Some(&sum),
    }
    .put(published)
}

/// The edition that a descriptor names.
fn described_edition(descriptor: &str) -> Option<String> {
    let mut tables = Tables::default();
    tables.insert(DESCRIPTOR, descriptor);
    edition_of(&tables)
}

/// An edition with the sum of the tables in the place of one that it had.
fn with_sum(edition: &str, sum: &str) -> String {
    let numbers = edition.split('+').next().unwrap_or_default();
    [numbers, "+", sum].concat()
}

/// The edition of a day, or one after the published edition where that is later; with the sum of the tables, so that
/// whatever names its edition tells a reader's own data from published ones.
fn edition(base: Base<'_>, sum: &str) -> String {
    let numbers = base.today.split('-');
    let numbers = numbers.map(|number| number.trim_start_matches('0'));
    let of_day = numbers.collect::<Vec<_>>().join(".");
    let published = base.edition.split('+').next().unwrap_or_default();
    if is_later(&of_day, published) {
        with_sum(&of_day, sum)
    } else {
        with_sum(&[published, ".1"].concat(), sum)
    }
}

/// The title of a set that has none: the areas that its documents are of.
fn title(tables: &Tables) -> [String; 2] {
    let frames = Frames::of(tables);
    let of_documents: Vec<String> = (0..frames.count("documents.csv"))
        .map(|row| frames.cell("documents.csv", row, "area"))
        .collect();
    let named = |column: &str| -> Vec<String> {
        let rows = 0..frames.count("areas.csv");
        let rows =
            rows.filter(|row| of_documents.contains(&frames.cell("areas.csv", *row, "code")));
        rows.map(|row| frames.cell("areas.csv", row, column))
            .collect()
    };
    [
        named("name_zh").join(" · ") + " 发展指标",
        "Development indicators of ".to_owned() + &named("name_en").join(" and "),
    ]
}

/// The sum of all tables (FNV-1a), twelve hexadecimal digits: the same tables have the same.
fn sum(tables: &Tables) -> String {
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for file in files().filter(|file| *file != DESCRIPTOR) {
        for byte in tables.get(file).unwrap_or_default().bytes().chain([0]) {
            sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{:012x}", sum >> 16)
}
