//! Faults of the loader where the reader wrote what they are about, with the entries that may be meant.

use crate::dataset::{Fault, Problem, Rule};

use super::finding::{Entry, Finding, Place, What};
use super::frame::{Frames, From, Origin, names};
use super::head::Head;
use super::merge::Written;
use super::near::Near;

/// After so many faults the others are not looked at.
const MOST: usize = 20_000;

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
    pub(super) fn told(&self, faults: Vec<Fault>, heads: &[Option<Head>]) -> Vec<Finding> {
        let mut told = Vec::new();
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
            if told.len() == MOST {
                let place = Place::default();
                let what = What::TooMany;
                told.push(Finding { place, what });
                break;
            }
            told.push(self.finding(fault, origin));
        }
        told
    }

    fn finding(&self, fault: Fault, origin: Option<(usize, Origin)>) -> Finding {
        let place = self.place(&fault, origin);
        let what = match fault.problem {
            Problem::Duplicate { read, first } => {
                let row = self.written.row(&fault.file, first);
                let entry = row.and_then(|row| self.all.get(&fault.file)?.entries.get(row));
                let own = entry.and_then(|entry| entry.origin.own());
                let first = own.map_or(first, |(_, row)| row);
                What::Problem(Problem::Duplicate { read, first })
            }
            Problem::NotANumber(read) | Problem::NotACount(read) | Problem::NotAPeriod(read)
                if read.is_empty() =>
            {
                What::Problem(Problem::Empty)
            }
            Problem::Broken(Rule::OtherDimension) => What::Reference {
                problem: fault.problem,
                entries: origin.map_or_else(Vec::new, |(row, _)| self.units(row)),
            },
            other => What::Problem(other),
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
    fn units(&self, row: usize) -> Vec<Entry> {
        let indicator = self.all.cell("observations.csv", row, "indicator");
        let of = |file: &'static str, id: &str, column: &str| {
            let frame = self.all.get(file)?;
            let row = (0..frame.entries.len()).find(|row| frame.get(*row, "id") == id)?;
            Some(frame.get(row, column).to_owned())
        };
        let unit = of("indicators.csv", &indicator, "unit");
        let dimension = unit.and_then(|unit| of("units.csv", &unit, "dimension"));
        let (Some(dimension), Some(units)) = (dimension, self.all.get("units.csv")) else {
            return Vec::new();
        };
        let rows = 0..units.entries.len();
        let rows = rows.filter(|row| units.get(*row, "dimension") == dimension);
        rows.map(|row| names(units, row)).collect()
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
