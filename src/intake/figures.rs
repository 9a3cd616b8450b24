//! What follows in a row of figures from its other cells: its id, area, unit, comparator and plan.

use hashbrown::{HashMap, HashSet};

use crate::dataset::{Plan, Problem};

use super::fill::Filling;
use super::finding::What;
use super::frame::{Frame, Frames};
use super::value::{number, plain};

/// What a published figure keeps where a reader who gives it anew says nothing of it.
const KEPT: [&str; 9] = [
    "section",
    "period_basis",
    "comparator",
    "unit",
    "class",
    "plan",
    "task",
    "shared",
    "as_printed",
];

/// The table.
const FIGURES: &str = "observations.csv";

impl Filling<'_> {
    /// Fills in what a reader need not write of each figure.
    pub(super) fn figures(&mut self) {
        let units = Lookup::new([self.base, self.own], "indicators.csv", "unit");
        let areas = Lookup::new([self.base, self.own], "documents.csv", "area");
        let known = self.published();
        // The first row of each printing.
        let mut same_rows: HashMap<String, usize> = HashMap::new();
        let base = self.base.get(FIGURES);
        let rows = base.into_iter().flat_map(|base| {
            let rows = 0..base.entries.len();
            rows.map(move |row| (base.get(row, "id").to_owned(), row))
        });
        let rows: HashMap<String, usize> = rows.collect();
        let base_cell = |row: usize, column: &str| base.map_or("", |base| base.get(row, column));
        let mut taken = self.names(FIGURES);
        // How many have no basis of their period, and the first of them.
        let (mut first, mut inferred) = (None, 0);
        // How many targets have no plan, and the first of them.
        let mut yearly_targets: Option<(usize, usize)> = None;
        for row in 0..self.own.count(FIGURES) {
            let Some(frame) = self.own.get_mut(FIGURES) else {
                return;
            };
            // Of a document that was added by its name nothing is known but what each figure says.
            let document = frame.get(row, "document");
            if !self.added.contains(document) {
                let area = areas.get(document);
                frame.fill(row, "area", area);
            }
            if let Some(plan) = yearly(frame, row)
                && frame.get(row, "plan").is_empty()
            {
                frame.set(row, "plan", plan);
                let (first, count) = yearly_targets.unwrap_or((row, 0));
                yearly_targets = Some((first, count + 1));
            }
            let mut same = None;
            if frame.get(row, "id").is_empty() {
                same = known.get(&what_it_is(frame, row)).cloned();
                let id = match &same {
                    Some(Some(id)) => id.clone(),
                    Some(None) => String::new(),
                    None => {
                        let place = [frame.get(row, "document"), frame.get(row, "line"), ""];
                        taken.numbered(&place.join("-"), 1)
                    }
                };
                frame.set(row, "id", id);
            }
            if let Some(base) = self.base.get(FIGURES)
                && let Some(published) = rows.get(frame.get(row, "id"))
            {
                for column in KEPT {
                    frame.fill(row, column, base.get(*published, column));
                }
            }
            if frame.get(row, "period_basis").is_empty() {
                first.get_or_insert(row);
                inferred += 1;
                frame.set(row, "period_basis", "inferred");
            }
            let mut percent = Vec::new();
            for column in ["value", "value_high"] {
                let written = frame.get(row, column).to_owned();
                let value = number(&written);
                if value.digits.is_empty() {
                    continue;
                }
                // A name that is also said of another quantity does not tell the unit.
                if !self.by_alias.contains(&row) {
                    let unit = units.get(frame.get(row, "indicator"));
                    frame.fill(row, "unit", unit);
                }
                frame.fill(row, "comparator", "=");
                frame.set(row, column, value.digits);
                if value.is_percent && frame.get(row, "unit") != "percent" {
                    percent.push((column, written));
                }
            }
            let twin = same_rows.entry(
                [
                    &what_it_is(frame, row),
                    "\u{1f}",
                    frame.get(row, "as_printed"),
                ]
                .concat(),
            );
            let twin = *twin.or_insert(row);
            let is_published = rows.get(frame.get(row, "id")).is_some_and(|published| {
                let is_same =
                    |column: &str| base_cell(*published, column) == frame.get(row, column);
                ["value", "unit", "as_printed"].into_iter().all(is_same)
            });
            self.compare(row, &units, twin, is_published);
            for (column, written) in percent {
                self.tell((FIGURES, row, column), What::Percent(written.into()));
            }
            if same == Some(None) {
                let read = self.own.cell(FIGURES, row, "as_printed").into();
                let what = What::Ambiguous {
                    read,
                    table: FIGURES,
                };
                self.tell((FIGURES, row, "id"), what);
            }
        }
        if let Some(first) = first {
            self.tell((FIGURES, first, "period_basis"), What::Inferred(inferred));
        }
        if let Some((first, count)) = yearly_targets {
            self.tell((FIGURES, first, "plan"), What::Yearly(count));
        }
    }

    /// Sees whether a figure is an earlier row again, and tells what a reader could have mistaken in it.
    fn compare(&mut self, row: usize, units: &Lookup, twin: usize, is_published: bool) {
        let cell = |column: &str| self.own.cell(FIGURES, row, column);
        let (value, printed, unit) = (cell("value"), cell("as_printed"), cell("unit"));
        let preferred = units.get(&cell("indicator"));
        let is_shared = cell("shared") == "yes";
        let from = self
            .own
            .get(FIGURES)
            .and_then(|frame| frame.entries.get(twin)?.from);
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
        if !value.is_empty() && !is_printed(&value, &printed) {
            self.tell((FIGURES, row, "value"), What::NotPrinted(value.into()));
        }
        if !unit.is_empty() && !preferred.is_empty() && unit != preferred {
            self.tell((FIGURES, row, "unit"), What::OtherUnit(unit.into()));
        }
    }

    /// The ids of published figures by what they are, for a reader who gives none; none where several are the same.
    fn published(&self) -> HashMap<String, Option<String>> {
        let mut known = HashMap::new();
        let (Some(base), Some(own)) = (self.base.get(FIGURES), self.own.get(FIGURES)) else {
            return known;
        };
        let documents = (0..own.entries.len()).map(|row| own.get(row, "document"));
        let documents: HashSet<&str> = documents.collect();
        for row in 0..base.entries.len() {
            if documents.contains(base.get(row, "document")) {
                let id = known.entry(what_it_is(base, row));
                id.and_modify(|id| *id = None)
                    .or_insert_with(|| Some(base.get(row, "id").to_owned()));
            }
        }
        known
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

/// Whether the digits of a number stand in a fragment; one of Chinese numerals is not looked at.
fn is_printed(value: &str, printed: &str) -> bool {
    let plain: String = plain(printed)
        .chars()
        .filter(|c| !matches!(c, ',' | ' '))
        .collect();
    !plain.contains(|c: char| c.is_ascii_digit()) || plain.contains(value.trim_start_matches('-'))
}

/// The plan of a target for one year.
fn yearly(frame: &Frame, row: usize) -> Option<String> {
    let plan = Plan::parse(&[frame.get(row, "period"), "-annual"].concat())?;
    (frame.get(row, "kind") == "target").then(|| plan.id.to_string())
}

/// What tells a figure from others: a printing of this indicator, area, period and kind in this line.
fn what_it_is(frame: &Frame, row: usize) -> String {
    let columns = [
        "document",
        "line",
        "indicator",
        "area",
        "period",
        "kind",
        "plan",
    ];
    columns.map(|column| frame.get(row, column)).join("\u{1f}")
}
