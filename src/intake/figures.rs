//! What follows in a row of figures from its other cells: its id, area, unit, comparator and plan.

use hashbrown::{HashMap, HashSet};

use crate::dataset::Plan;

use super::fill::Filling;
use super::finding::What;
use super::frame::{Frame, Frames};
use super::names::{Found, Names};
use super::value::number;

/// The table.
const FIGURES: &str = "observations.csv";

impl Filling<'_> {
    /// Fills in what a reader need not write of each figure.
    pub(super) fn figures(&mut self) {
        let units = Lookup::new([self.base, self.own], "indicators.csv", "unit");
        let areas = Lookup::new([self.base, self.own], "documents.csv", "area");
        let known = self.published();
        let mut taken = self.names(FIGURES);
        // How many have no basis of their period, and the first of them.
        let (mut first, mut inferred) = (None, 0);
        for row in 0..self.own.count(FIGURES) {
            let Some(frame) = self.own.get_mut(FIGURES) else {
                return;
            };
            let area = areas.get(frame.get(row, "document"));
            frame.fill(row, "area", area);
            if let Some(plan) = yearly(frame, row) {
                frame.fill(row, "plan", plan);
            }
            if frame.get(row, "period_basis").is_empty() {
                first.get_or_insert(row);
                inferred += 1;
                frame.set(row, "period_basis", "inferred");
            }
            if frame.get(row, "id").is_empty() {
                let same = known.get(&what_it_is(frame, row)).cloned();
                let id = same.unwrap_or_else(|| {
                    let place = [frame.get(row, "document"), frame.get(row, "line")];
                    numbered(&taken, &place.join("-"))
                });
                frame.set(row, "id", id);
                taken.add(frame, row);
            }
            let value = number(frame.get(row, "value"));
            if value.digits.is_empty() {
                continue;
            }
            let unit = units.get(frame.get(row, "indicator"));
            frame.fill(row, "unit", unit);
            frame.fill(row, "comparator", "=");
            let written = frame.get(row, "value").to_owned();
            frame.set(row, "value", value.digits);
            if value.is_percent && frame.get(row, "unit") != "percent" {
                self.tell((FIGURES, row, "value"), What::Percent(written.into()));
            }
        }
        if let Some(first) = first {
            self.tell((FIGURES, first, "period_basis"), What::Inferred(inferred));
        }
    }

    /// The ids of published figures by what they are, for a reader who gives none.
    fn published(&self) -> HashMap<String, String> {
        let (Some(base), Some(own)) = (self.base.get(FIGURES), self.own.get(FIGURES)) else {
            return HashMap::new();
        };
        let documents = (0..own.entries.len()).map(|row| own.get(row, "document"));
        let documents: HashSet<&str> = documents.collect();
        let rows = 0..base.entries.len();
        let rows = rows.filter(|row| documents.contains(base.get(*row, "document")));
        rows.map(|row| (what_it_is(base, row), base.get(row, "id").to_owned()))
            .collect()
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

/// The first id of a place that none has.
fn numbered(taken: &Names, place: &str) -> String {
    let mut ids = (1_u32..).map(|number| format!("{place}-{number}"));
    let is_new = |id: &String| taken.find(id) == Found::None;
    ids.find(is_new).unwrap_or_default()
}
