//! Faults of the loader where the reader wrote what they are about, with the entries that may be meant.

use hashbrown::{HashMap, HashSet};

use crate::dataset::{Fault, Problem, Rule};

use super::finding::{Entry, Finding, Place, What};
use super::frame::{Frames, From, Origin, names};
use super::head::Head;
use super::merge::{Written, rows_by_key};
use super::near::Near;

/// After so many faults the others are not looked at.
const MOST: usize = 20_000;

/// So many units are told that a figure may have.
const UNITS: usize = 12;

/// The table of figures.
const FIGURES: &str = "observations.csv";

/// What a figure that leaves it out has of an entry that it names: the column, that of the name, and the table and column
/// that it is in.
const TAKEN: [(&str, &str, &str, &str); 2] = [
    ("area", "document", "documents.csv", "area"),
    ("unit", "indicator", "indicators.csv", "unit"),
];

/// The tables that are checked, and what leads from them back to the reader's files.
pub(super) struct Checked<'a> {
    /// The tables.
    pub all: &'a Frames,
    /// Their texts.
    pub written: &'a Written,
    /// Where a row and column of a table stands.
    pub place: &'a dyn Fn(&str, From, &str) -> Place,
}

impl Checked<'_> {
    /// The first of the loader's faults, without those of columns that a grid lacks: these are told by their heads.
    pub(super) fn told(
        &self,
        faults: &[Fault],
        heads: &[Option<Head>],
        is_told: bool,
    ) -> Vec<Finding> {
        let (mut told, mut following) = (Vec::new(), Vec::new());
        let known = Known::of(self, faults);
        for fault in faults {
            let row = self.written.row(&fault.file, fault.row);
            let origin = row.and_then(|row| {
                let entry = self.all.get(&fault.file)?.entries.get(row)?;
                Some((row, entry.origin))
            });
            if let Some((_, Origin::Own((grid, _)))) = origin {
                let head = heads.get(grid).and_then(Option::as_ref);
                if head.is_some_and(|head| head.file() == fault.file && head.lacks(&fault.column)) {
                    continue;
                }
            }
            if told.len() + following.len() == MOST {
                let place = Place::default();
                let what = What::TooMany;
                told.push(Finding { place, what });
                break;
            }
            let follows = match origin {
                Some((row, Origin::Own(from))) => self.follows(fault, row, from, &known),
                _ => false,
            };
            let to = if follows { &mut following } else { &mut told };
            to.push(self.finding(fault, origin, &known));
        }
        // What they follow from is told; were it not, they would be.
        if told.is_empty() && !is_told {
            return following;
        }
        told
    }

    /// Whether a fault is in a cell that the reader left empty and what it would be follows from another one, which is
    /// told.
    fn follows(&self, fault: &Fault, row: usize, from: From, known: &Known<'_>) -> bool {
        let place = (self.place)(&fault.file, from, &fault.column);
        if !place.cell.is_empty() {
            return false;
        }
        let is_faulty = |file, row, column| known.faulty.contains(&(file, row, column));
        let has_other = || {
            let columns = self
                .all
                .get(&fault.file)
                .map_or(&[][..], |frame| frame.schema.columns);
            let mut others = columns.iter().filter(|column| **column != fault.column);
            others.any(|column| is_faulty(fault.file.as_str(), row, *column))
        };
        match &fault.problem {
            // Ids are made of other cells of the row; that of a figure is missing where it could be several.
            Problem::NotASlug(_) => return has_other(),
            Problem::Empty if fault.column == "id" => return fault.file == FIGURES || has_other(),
            Problem::Duplicate { read, .. } => return read.split('-').any(str::is_empty),
            _ => {}
        }
        if fault.file != FIGURES {
            return false;
        }
        let taken = TAKEN.iter().find(|(column, ..)| *column == fault.column);
        let is_taken = taken.is_some_and(|(_, name, table, column)| {
            let id = self.all.cell(FIGURES, row, name);
            let entry = known.rows(table).and_then(|rows| rows.get(&id));
            // What was added by its name in a figure has no cells that others could follow from.
            let entry = entry.filter(|row| self.grid_of(table, **row) != Some(from.0));
            is_faulty(FIGURES, row, name) || entry.is_some_and(|row| is_faulty(table, *row, column))
        });
        is_taken || fault.column == "plan" && is_faulty(FIGURES, row, "period")
    }

    /// The grid that an entry came from; none of a published one.
    fn grid_of(&self, table: &str, row: usize) -> Option<usize> {
        let entry = self.all.get(table)?.entries.get(row)?;
        entry.origin.own().map(|(grid, _)| grid)
    }

    fn finding(
        &self,
        fault: &Fault,
        origin: Option<(usize, Origin)>,
        known: &Known<'_>,
    ) -> Finding {
        let place = self.place(fault, origin);
        let what = match &fault.problem {
            Problem::Duplicate { read, first } => {
                let row = self.written.row(&fault.file, *first);
                let entry = row.and_then(|row| self.all.get(&fault.file)?.entries.get(row));
                let own = entry.and_then(|entry| entry.origin.own());
                let first = own.map_or(*first, |(_, row)| row);
                let read = read.clone();
                What::Problem(Problem::Duplicate { read, first })
            }
            Problem::NotANumber(read) | Problem::NotACount(read) | Problem::NotAPeriod(read)
                if read.is_empty() =>
            {
                What::Problem(Problem::Empty)
            }
            Problem::Broken(Rule::OtherDimension) => What::Reference {
                problem: fault.problem.clone(),
                entries: origin.map_or_else(Vec::new, |(row, _)| self.units(row, known)),
            },
            other => What::Problem(other.clone()),
        };
        Finding { place, what }
    }

    fn place(&self, fault: &Fault, origin: Option<(usize, Origin)>) -> Place {
        match origin {
            Some((_, Origin::Own(from))) => (self.place)(&fault.file, from, &fault.column),
            Some((row, Origin::Published(line))) => Place {
                row: line,
                table: self
                    .all
                    .get(&fault.file)
                    .map_or("", |frame| frame.schema.file),
                column: fault.column.as_str().into(),
                cell: self.all.cell(&fault.file, row, &fault.column).into(),
                is_published: true,
                ..Place::default()
            },
            None => Place {
                file: fault.file.as_str().into(),
                row: fault.row,
                column: fault.column.as_str().into(),
                ..Place::default()
            },
        }
    }

    /// The units that convert to the one of a figure's indicator.
    fn units(&self, row: usize, known: &Known<'_>) -> Vec<Entry> {
        let cell = |file: &'static str, id: &str, column: &str| {
            let row = known.rows(file)?.get(id)?;
            Some(self.all.cell(file, *row, column))
        };
        let indicator = self.all.cell(FIGURES, row, "indicator");
        let unit = cell("indicators.csv", &indicator, "unit");
        let dimension = unit.and_then(|unit| cell("units.csv", &unit, "dimension"));
        let units = dimension.and_then(|dimension| known.units.get(&dimension));
        units.cloned().unwrap_or_default()
    }
}

/// What is looked up for each fault.
struct Known<'a> {
    /// Which cells have one: table, row and column.
    faulty: HashSet<(&'a str, usize, &'a str)>,
    /// The rows of the tables that figures take something of, by their ids.
    rows: Vec<(&'static str, HashMap<String, usize>)>,
    /// The first units of each dimension.
    units: HashMap<String, Vec<Entry>>,
}

impl<'a> Known<'a> {
    fn of(checked: &Checked<'_>, faults: &'a [Fault]) -> Self {
        let cells = faults.iter().filter_map(|fault| {
            let row = checked.written.row(&fault.file, fault.row)?;
            Some((fault.file.as_str(), row, fault.column.as_str()))
        });
        let tables = ["documents.csv", "indicators.csv", "units.csv"];
        let rows = tables.map(|file| (file, checked.all.get(file).map(rows_by_key)));
        let mut units: HashMap<String, Vec<Entry>> = HashMap::new();
        if let Some(frame) = checked.all.get("units.csv") {
            for row in 0..frame.entries.len() {
                let of_dimension = units.entry(frame.get(row, "dimension").to_owned());
                let of_dimension = of_dimension.or_default();
                if of_dimension.len() < UNITS {
                    of_dimension.push(names(frame, row));
                }
            }
        }
        Self {
            faulty: cells.collect(),
            rows: rows
                .map(|(file, rows)| (file, rows.unwrap_or_default()))
                .into(),
            units,
        }
    }

    fn rows(&self, file: &str) -> Option<&HashMap<String, usize>> {
        let found = self.rows.iter().find(|(known, _)| *known == file);
        found.map(|(_, rows)| rows)
    }
}

/// Tells with each name that there is not the entries that are called nearly so.
pub(super) fn with_near(found: &mut [Finding], near: &mut Near<'_>) {
    for one in found {
        if let What::Problem(problem @ Problem::UnknownKey { .. }) = &one.what
            && let Problem::UnknownKey { read, table } = problem
        {
            one.what = What::Reference {
                entries: near.to(read, table),
                problem: problem.clone(),
            };
        }
    }
}
