//! What follows in a row of figures from its other cells: its id, area, unit, comparator and plan.

use hashbrown::{HashMap, HashSet};

use crate::dataset::{Comparator, Plan, Problem, decimal};

use super::fill::{Filling, is_outdated};
use super::finding::What;
use super::frame::{Frame, Frames};
use super::measures::Measures;
use super::merge::rows_by_key;
use super::names::Names;
use super::printed::Printed;
use super::value::number;

/// What a figure says; where a reader says it anew the rest of it is not as it was.
const SAID: [&str; 3] = ["value", "value_high", "statement"];

/// What goes with a number.
const MEASURED: [&str; 2] = ["comparator", "unit"];

/// What of a figure is compared with its fragment.
const COMPARED: [&str; 6] = [
    "comparator",
    "value",
    "value_high",
    "unit",
    "as_printed",
    "repair",
];

/// What a figure that is no target has not.
const OF_TARGETS: [&str; 2] = ["class", "plan"];

/// The table.
const FIGURES: &str = "observations.csv";

impl Filling<'_> {
    /// Fills in what a reader need not write of each figure.
    pub(super) fn figures(&mut self) {
        let mut known = Known {
            units: Lookup::new([self.base, self.own], "indicators.csv", "unit"),
            indicators: Lookup::new([self.base, self.own], "indicators.csv", "name_zh"),
            areas: Lookup::new([self.base, self.own], "documents.csv", "area"),
            ids: self.published(),
            rows: self.base.get(FIGURES).map(rows_by_key).unwrap_or_default(),
            taken: self.names(FIGURES),
            printed: Measures::of([self.base, self.own]),
        };
        let mut printings: HashMap<String, usize> = HashMap::new();
        let (mut inferred, mut of_year) = (Count::default(), Count::default());
        for row in 0..self.own.count(FIGURES) {
            self.place_figure(row, &mut known);
            let has_unit = !self.own.cell(FIGURES, row, "unit").is_empty();
            self.keep_published(row, &known);
            of_year.add(row, self.assume_plan(row));
            inferred.add(row, self.assume_basis(row));
            self.read_values(row, &known);
            let printing = self.own.get(FIGURES).map(|frame| {
                [
                    &what_it_is(frame, row),
                    "\u{1f}",
                    frame.get(row, "as_printed"),
                ]
                .concat()
            });
            let twin = printings.entry(printing.unwrap_or_default()).or_insert(row);
            let twin = *twin;
            self.compare(row, &known, twin, has_unit);
        }
        if let Some((first, count)) = inferred.0 {
            self.tell((FIGURES, first, "period_basis"), What::Inferred(count));
        }
        if let Some((first, count)) = of_year.0 {
            self.tell((FIGURES, first, "plan"), What::Yearly(count));
        }
    }

    /// Fills in area and id: that of the published figure, or a new one.
    fn place_figure(&mut self, row: usize, known: &mut Known) {
        let Some(frame) = self.own.get_mut(FIGURES) else {
            return;
        };
        // Of a document that was added by its name nothing is known but what each figure says.
        let document = frame.get(row, "document");
        let id = frame.get(row, "id");
        if !self.added.contains(document) && !known.rows.contains_key(id) {
            let area = known.areas.get(document);
            frame.fill(row, "area", area);
        }
        if !frame.get(row, "id").is_empty() {
            return;
        }
        match known.ids.get(&what_it_is(frame, row)) {
            Some(Some(id)) => frame.set(row, "id", id.as_str()),
            Some(None) => {
                let read = frame.get(row, "as_printed").into();
                let table = FIGURES;
                self.tell((FIGURES, row, "id"), What::Ambiguous { read, table });
            }
            None => {
                let place = [frame.get(row, "document"), frame.get(row, "line"), ""].join("-");
                let id = known.taken.numbered(&place, 1);
                frame.set(row, "id", id);
            }
        }
    }

    /// What is not said anew of a published figure is as it was. Of another number, or of words in its place, the upper
    /// end and the words are not, and that its bound and unit are is told.
    fn keep_published(&mut self, row: usize, known: &Known) {
        let (Some(frame), Some(base)) = (self.own.get_mut(FIGURES), self.base.get(FIGURES)) else {
            return;
        };
        let Some(&published) = known.rows.get(frame.get(row, "id")) else {
            return;
        };
        let value = number(frame.get(row, "value")).digits;
        let is_as_it_was = match value.as_str() {
            "" => SAID.iter().all(|column| frame.get(row, column).is_empty()),
            value => value == base.get(published, "value"),
        };
        let mut kept = Vec::new();
        for column in base.schema.columns {
            let was = base.get(published, column);
            let is_said = SAID.contains(column);
            let is_measured = MEASURED.contains(column);
            if !frame.get(row, column).is_empty() || was.is_empty() {
                continue;
            }
            let is_of_targets = OF_TARGETS.contains(column) && frame.get(row, "kind") != "target";
            if is_of_targets || is_outdated(frame, row, base, published, column) {
                continue;
            }
            if is_as_it_was || !is_said && !is_measured {
                frame.set(row, column, was);
            } else if is_measured && !value.is_empty() {
                frame.set(row, column, was);
                let usual = known.units.get(frame.get(row, "indicator"));
                if was != "=" && was != usual {
                    kept.push((*column, was));
                }
            }
        }
        for (column, was) in kept {
            let was = match column {
                "unit" => known.printed.name(was),
                _ => was,
            };
            self.tell((FIGURES, row, column), What::Kept(was.into()));
        }
    }

    /// A target for one year without a plan has that of the year; whether it is one.
    fn assume_plan(&mut self, row: usize) -> bool {
        let Some(frame) = self.own.get_mut(FIGURES) else {
            return false;
        };
        let plan = yearly(frame, row).filter(|_| frame.get(row, "plan").is_empty());
        let is_assumed = plan.is_some();
        frame.fill(row, "plan", plan.unwrap_or_default());
        is_assumed
    }

    /// The basis of a period where nothing is said of it: printed where the fragment has it, else inferred;
    /// whether it is that.
    fn assume_basis(&mut self, row: usize) -> bool {
        let Some(frame) = self.own.get_mut(FIGURES) else {
            return false;
        };
        let is_printed =
            Printed::new(frame.get(row, "as_printed")).has_period(frame.get(row, "period"));
        let basis = if is_printed { "printed" } else { "inferred" };
        let is_assumed = frame.get(row, "period_basis").is_empty();
        frame.fill(row, "period_basis", basis);
        is_assumed && !is_printed
    }

    /// Numbers in the form of the tables, with unit and comparator.
    fn read_values(&mut self, row: usize, known: &Known) {
        for column in ["value", "value_high"] {
            let Some(frame) = self.own.get_mut(FIGURES) else {
                return;
            };
            let written = frame.get(row, column).to_owned();
            let value = number(&written);
            if value.digits.is_empty() {
                continue;
            }
            // A name that is also said of another quantity does not tell the unit.
            if !self.by_alias.contains(&row) {
                let unit = known.units.get(frame.get(row, "indicator"));
                frame.fill(row, "unit", unit);
            }
            frame.fill(row, "comparator", "=");
            frame.set(row, column, value.digits);
            if value.is_percent && frame.get(row, "unit") != "percent" {
                self.tell((FIGURES, row, column), What::Percent(written.into()));
            }
        }
    }

    /// Sees whether a figure is an earlier row again, and tells what a reader could have mistaken in it.
    fn compare(&mut self, row: usize, known: &Known, twin: usize, has_unit: bool) {
        let cell = |column: &str| self.own.cell(FIGURES, row, column);
        let published = known.rows.get(&cell("id"));
        let is_published = published.is_some_and(|published| {
            let is_same =
                |column: &str| self.base.cell(FIGURES, *published, column) == cell(column);
            COMPARED.into_iter().all(is_same)
        });
        let (printed, unit) = (cell("as_printed"), cell("unit"));
        let preferred = known.units.get(&cell("indicator"));
        let is_shared = cell("shared") == "yes";
        let from = self
            .own
            .get(FIGURES)
            .and_then(|frame| frame.entries.get(twin)?.origin.own());
        if let Some((_, first)) = from.filter(|_| twin != row && !is_shared) {
            let problem = Problem::Duplicate {
                read: printed.clone(),
                first,
            };
            self.tell((FIGURES, row, "as_printed"), What::Problem(problem));
        }
        if is_published {
            return;
        }
        let is_told = self.beside_fragment(row, known, has_unit);
        if !is_told && unit != preferred && known.printed.convert(&unit, &preferred) {
            let name = known.printed.name(&unit).into();
            self.tell((FIGURES, row, "unit"), What::OtherUnit(name));
        }
    }

    /// Tells where the fragment has another number, sign, bound or unit, but for one that is repaired, which may say what
    /// the damaged text does not; whether the unit is told.
    fn beside_fragment(&mut self, row: usize, known: &Known, has_unit: bool) -> bool {
        let cell = |column: &str| self.own.cell(FIGURES, row, column);
        let (printed, units) = (Printed::new(&cell("as_printed")), &known.printed);
        let (value, high, unit) = (cell("value"), cell("value_high"), cell("unit"));
        let (bound, indicator) = (cell("comparator"), cell("indicator"));
        // That a fragment is missing is told by itself.
        if !cell("repair").is_empty() || cell("as_printed").is_empty() {
            return false;
        }
        let mut told = Vec::new();
        for (column, value) in [("value", &value), ("value_high", &high)] {
            if decimal(value).is_none() {
                continue;
            }
            let read = || value.as_str().into();
            if !printed.has(value) {
                told.push((column, What::NotPrinted(read())));
            } else if printed.contradicts_sign(value, &known.indicators.get(&indicator)) {
                told.push((column, What::OtherSign(read())));
            }
        }
        // Behind a range stands what is of both its ends.
        let last = if high.is_empty() { &value } else { &high };
        let taken = Comparator::parse(&bound);
        let word = taken.and_then(|taken| printed.other_bound(last, taken, units));
        if let Some(word) = word {
            let (read, taken) = (word.into(), bound.into());
            told.push(("comparator", What::OtherBound { read, taken }));
        }
        if let Some(other) = printed.other_unit(last, &unit, units) {
            let (read, taken) = (other.name.into(), units.name(&unit).into());
            let what = if has_unit && !other.converts {
                What::DoubtfulUnit { read, taken }
            } else {
                What::PrintedUnit { read, taken }
            };
            told.push(("unit", what));
        }
        let is_unit = told.iter().any(|(column, _)| *column == "unit");
        for (column, what) in told {
            self.tell((FIGURES, row, column), what);
        }
        is_unit
    }

    /// The ids of published figures by what they are, with their plan and without, for a reader who gives none; none
    /// where several are the same.
    fn published(&self) -> HashMap<String, Option<String>> {
        let mut known = HashMap::new();
        let (Some(base), Some(own)) = (self.base.get(FIGURES), self.own.get(FIGURES)) else {
            return known;
        };
        let documents = (0..own.entries.len()).map(|row| own.get(row, "document"));
        let documents: HashSet<&str> = documents.collect();
        for row in 0..base.entries.len() {
            if documents.contains(base.get(row, "document")) {
                let plan = base.get(row, "plan");
                let keys = [plan, ""].map(|plan| described(base, row, plan));
                let count = if plan.is_empty() { 1 } else { 2 };
                for key in keys.into_iter().take(count) {
                    let id = known.entry(key);
                    id.and_modify(|id| *id = None)
                        .or_insert_with(|| Some(base.get(row, "id").to_owned()));
                }
            }
        }
        known
    }
}

/// What is looked up for each figure.
struct Known {
    /// The unit of each indicator.
    units: Lookup,
    /// The name of each indicator.
    indicators: Lookup,
    /// The area of each document.
    areas: Lookup,
    /// The ids of published figures by what they are.
    ids: HashMap<String, Option<String>>,
    /// Their rows by their ids.
    rows: HashMap<String, usize>,
    /// The ids that there are.
    taken: Names,
    /// The units that there are.
    printed: Measures,
}

/// The first row of several, and how many they are.
#[derive(Default)]
struct Count(Option<(usize, usize)>);

impl Count {
    fn add(&mut self, row: usize, is_one: bool) {
        if is_one {
            let (first, count) = self.0.unwrap_or((row, 0));
            self.0 = Some((first, count + 1));
        }
    }
}

/// One column of a table by the ids of its rows.
struct Lookup(HashMap<String, String>);

impl Lookup {
    /// Of several tables of one name, of which later ones have the word.
    fn new(frames: [&Frames; 2], file: &str, column: &str) -> Self {
        let mut cells = HashMap::new();
        for frame in frames.into_iter().filter_map(|frames| frames.get(file)) {
            for row in 0..frame.entries.len() {
                let text = frame.get(row, column);
                if !text.is_empty() {
                    cells.insert(frame.get(row, "id").to_owned(), text.to_owned());
                }
            }
        }
        Self(cells)
    }

    fn get(&self, id: &str) -> String {
        self.0.get(id).cloned().unwrap_or_default()
    }
}

/// The plan of a target for one year.
fn yearly(frame: &Frame, row: usize) -> Option<String> {
    let plan = Plan::parse(&[frame.get(row, "period"), "-annual"].concat())?;
    (frame.get(row, "kind") == "target").then(|| plan.id.to_string())
}

/// What tells a figure from others: a printing of this indicator, area, period, kind and plan in this line.
fn what_it_is(frame: &Frame, row: usize) -> String {
    described(frame, row, frame.get(row, "plan"))
}

fn described(frame: &Frame, row: usize, plan: &str) -> String {
    let columns = ["document", "line", "indicator", "area", "period", "kind"];
    let cells = columns.map(|column| frame.get(row, column));
    [&cells[..], &[plan]].concat().join("\u{1f}")
}
