//! Where everything of a matrix goes, in CSS pixels. Pure arithmetic: the height of the canvas must
//! be known before there is anything to draw on, so text is measured by the table of widths.

use super::super::paint::{NAME, SMALL};
use super::super::width::{css, longest, wrap};
use super::{Cell, Matrix, key};

/// From here on there is room to spare, in CSS pixels.
const WIDE: f64 = 860.0;
/// Room for the totals at the right, on a narrow and on a wide chart.
const TOTALS: [f64; 2] = [64.0, 76.0];
/// The share of the width that names take at most, likewise.
const NAMES: [f64; 2] = [0.165, 0.25];
/// Between a name and what follows it.
const GAP: f64 = 12.0;
/// What a head leaves free of its column.
const SIDES: f64 = 2.0;
/// Height of a line of a head, or of a second line of a name.
const LINE: f64 = 16.0;
/// Height of a row whose name takes one line.
const ROW: f64 = 30.0;
/// Above a band that is not the first.
const APART: f64 = 24.0;
/// Between a circle and its count.
pub(super) const BESIDE: f64 = 4.0;
/// Half of what parts the two counts of a cell.
const HALF_GAP: f64 = 3.0;
/// Between what a cell holds and what its neighbour holds, at least: more than within a cell, or the
/// counts could not be told to their columns.
const BETWEEN: f64 = 14.0;

/// The places of a matrix at one width, in CSS pixels.
#[derive(Debug)]
pub(super) struct Layout {
    /// Right end of the names.
    pub(super) names: f64,
    /// Width of a column.
    pub(super) column: f64,
    /// Width of the totals.
    totals: f64,
    /// The heads, broken into lines.
    pub(super) heads: Vec<Vec<String>>,
    /// Height of the heads with their counts.
    pub(super) head: f64,
    /// The bands from the top.
    pub(super) bands: Vec<BandPlace>,
    /// Height of the whole.
    pub(super) height: f64,
    /// Radius of a circle of one.
    unit: f64,
    /// Radius of the largest circle.
    largest: f64,
    /// Room for a count, with what parts it from its circle.
    digits: f64,
}

/// Where a band is.
#[derive(Debug)]
pub(super) struct BandPlace {
    /// Upper edge of its heads.
    pub(super) top: f64,
    /// Its rows.
    pub(super) rows: Vec<RowPlace>,
}

/// Where a row is.
#[derive(Debug)]
pub(super) struct RowPlace {
    pub(super) top: f64,
    pub(super) height: f64,
    /// Its name, broken into lines.
    pub(super) name: Vec<String>,
}

impl Layout {
    pub(super) fn of(chart: &Matrix, width: f64) -> Self {
        let rows = || chart.bands.iter().flat_map(|band| &band.rows);
        let widest = rows().map(|row| css(&row.name, NAME)).fold(0.0, f64::max);
        let by_room = |[narrow, wide]: [f64; 2]| if width < WIDE { narrow } else { wide };
        let totals = by_room(TOTALS);
        let count = chart.columns.len().max(1) as f64;
        // The names leave the heads their longest word, and keep their own.
        let head = longest_of(chart.columns.iter().map(|(head, _)| head), SMALL);
        let room = width - totals - GAP - count * (head + SIDES);
        let least = longest_of(rows().map(|row| &row.name), NAME);
        let names = widest.min(width * by_room(NAMES)).min(room).max(least) + GAP;
        let column = ((width - names - totals) / count).max(24.0);
        let heads = chart.columns.iter();
        let heads: Vec<Vec<String>> = heads
            .map(|(head, _)| balanced(head, column - SIDES, SMALL))
            .collect();
        let lines = heads.iter().map(Vec::len).max().unwrap_or(0);
        let head = (lines + 1) as f64 * LINE + 10.0;
        let cells = rows().flat_map(|row| row.cells.iter().flatten());
        let most = cells.map(Cell::most).max().unwrap_or(1).max(1);
        let digits = BESIDE + css(&most.to_string(), SMALL);
        let circles = column - BETWEEN - 2.0 * (HALF_GAP + digits);
        let largest = (circles / 4.0).clamp(4.0, 11.0);
        let above = key::height(chart, width);
        let (bands, height) = bands(chart, names - GAP, head, above);
        Self {
            names,
            column,
            totals,
            heads,
            head,
            bands,
            height,
            // The area of a circle is in proportion to its count.
            unit: (largest / f64::from(most).sqrt()).min(4.5),
            largest,
            digits,
        }
    }

    /// The middle of a column; that of the totals past the last.
    pub(super) fn middle(&self, column: usize) -> f64 {
        let left = self.names + column as f64 * self.column;
        let is_total = column >= self.heads.len();
        left + if is_total { self.totals } else { self.column } / 2.0
    }

    /// The radius of the circle of a count.
    pub(super) fn radius(&self, count: u32) -> f64 {
        (self.unit * f64::from(count).sqrt()).clamp(2.5, self.largest)
    }

    /// The room for a shape in a lane.
    pub(super) fn sign(&self) -> f64 {
        2.0 * self.largest
    }

    /// The middles of a cell's two circles, as distances from the middle of its column.
    pub(super) fn lanes(&self) -> [f64; 2] {
        let lead = -HALF_GAP - self.digits - self.largest;
        [lead, HALF_GAP + self.largest]
    }
}

/// The room that no text needs more of to be set without being cut.
fn longest_of<'a>(texts: impl Iterator<Item = &'a String>, size: f64) -> f64 {
    let widths = texts.map(|text| longest(text, size));
    widths.fold(0.0, f64::max).ceil()
}

/// The bands one under the other below a key, and the height of all.
fn bands(chart: &Matrix, names: f64, head: f64, above: f64) -> (Vec<BandPlace>, f64) {
    let mut top = above;
    let mut bands = Vec::new();
    for band in &chart.bands {
        if !bands.is_empty() {
            top += APART;
        }
        let start = top;
        top += head;
        let rows = band.rows.iter().map(|row| {
            let name = balanced(&row.name, names, NAME);
            let more = name.len().saturating_sub(1) as f64;
            let place = RowPlace {
                top,
                height: ROW + more * LINE,
                name,
            };
            top += place.height;
            place
        });
        let rows = rows.collect();
        bands.push(BandPlace { top: start, rows });
    }
    (bands, top + 1.0)
}

/// A text in as few lines as it takes, all of about the same length.
fn balanced(words: &str, room: f64, size: f64) -> Vec<String> {
    let width = |part: &str| css(part, size).ceil() as i32;
    let room = room as i32;
    let mut lines = wrap(words, room, width);
    for less in 1..room / 4 {
        let even = wrap(words, room - 4 * less, width);
        if even.len() != lines.len() || is_cut(&even, &lines) {
            break;
        }
        lines = even;
    }
    lines
}

/// Whether a narrower setting shortened what the wider one had whole.
fn is_cut(narrow: &[String], wide: &[String]) -> bool {
    let cuts = |lines: &[String]| lines.iter().filter(|line| line.ends_with('…')).count();
    cuts(narrow) > cuts(wide)
}

#[cfg(test)]
mod tests {
    use super::super::{Band, Cell, Matrix, MatrixRow};
    use super::{BETWEEN, HALF_GAP, Layout, balanced};

    fn matrix(heads: &[&str], name: &str) -> Matrix {
        let cell = Cell {
            point: 0,
            lead: 3,
            responsible: 4,
            worst: [None; 2],
        };
        let row = MatrixRow {
            name: name.to_owned(),
            cells: vec![Some(cell); heads.len()],
            total: cell,
        };
        Matrix {
            columns: heads
                .iter()
                .map(|h| ((*h).to_owned(), String::new()))
                .collect(),
            total: String::new(),
            bands: vec![Band {
                title: String::new(),
                rows: vec![row],
            }],
            key: Vec::new(),
            empty: String::new(),
        }
    }

    #[test]
    fn names_give_way_so_that_heads_and_names_keep_their_longest_words() {
        let heads = ["Modern governance", "Main indicators", "Quality of life"];
        let chart = matrix(&heads, "Housing Security and Administration Bureau");
        // As eight such columns have at the least width that the style sheet shows a matrix at.
        let layout = Layout::of(&chart, 380.0);
        assert_eq!(layout.heads[0], ["Modern", "governance"]);
        assert_eq!(layout.heads[1], ["Main", "indicators"]);
        let name = &layout.bands[0].rows[0].name;
        assert!(name.contains(&"Administration".to_owned()), "{name:?}");
    }

    #[test]
    fn neighbours_stand_further_apart_than_the_two_counts_of_a_cell() {
        for width in [380.0, 480.0, 900.0] {
            let layout = Layout::of(&matrix(&["幸福生活"; 4], "区发改局"), width);
            let [lead, responsible] = layout.lanes();
            let (left, right) = (
                layout.largest - lead,
                responsible + layout.largest + layout.digits,
            );
            assert!((left - right).abs() < 1e-9, "about the middle of the head");
            let apart = layout.column - left - right;
            assert!(apart >= BETWEEN, "{apart} at {width}");
            assert!(apart > 2.0 * HALF_GAP);
        }
    }

    #[test]
    fn lines_are_of_about_one_length_and_words_stay_whole() {
        assert_eq!(balanced("经济体系升级", 62.0, 12.0), ["经济体", "系升级"]);
        assert_eq!(balanced("创新驱动", 62.0, 12.0), ["创新驱动"]);
        let heads = balanced("Reform and opening", 90.0, 12.0);
        assert_eq!(heads, ["Reform and", "opening"]);
        assert_eq!(balanced("", 90.0, 12.0), [""; 0]);
    }
}
