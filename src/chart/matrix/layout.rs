//! Where everything of a matrix goes, in CSS pixels. Pure arithmetic: the height of the canvas must
//! be known before there is anything to draw on, so text is measured by the table of widths.

use super::super::paint::{NAME, SMALL};
use super::super::width::{css, wrap};
use super::{Cell, Matrix};

/// From here on there is room to spare, in CSS pixels.
const WIDE: f64 = 860.0;
/// Room for the totals at the right, on a narrow and on a wide chart.
const TOTALS: [f64; 2] = [56.0, 76.0];
/// The share of the width that names take at most, likewise.
const NAMES: [f64; 2] = [0.165, 0.25];
/// Between a name and what follows it.
const GAP: f64 = 12.0;
/// Height of a line of a head, or of a second line of a name.
const LINE: f64 = 16.0;
/// Height of a row whose name takes one line.
const ROW: f64 = 30.0;
/// Above a band that is not the first.
const APART: f64 = 24.0;
/// Room for a count beside its circle.
const DIGITS: f64 = 18.0;
/// Half of what parts the two circles of a cell.
const HALF_GAP: f64 = 3.0;

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
        let names = widest.min((width * by_room(NAMES)).max(80.0)) + GAP;
        let count = chart.columns.len().max(1) as f64;
        let column = ((width - names - totals) / count).max(24.0);
        let heads = chart.columns.iter();
        let heads: Vec<Vec<String>> = heads
            .map(|(head, _)| balanced(head, column - 2.0, SMALL))
            .collect();
        let lines = heads.iter().map(Vec::len).max().unwrap_or(0);
        let head = (lines + 1) as f64 * LINE + 10.0;
        let largest = ((column - 2.0 * (HALF_GAP + DIGITS)) / 4.0).clamp(4.0, 11.0);
        let cells = rows().flat_map(|row| row.cells.iter().flatten());
        let most = cells.map(Cell::most).max().unwrap_or(1).max(1);
        let (bands, height) = bands(chart, names - GAP, head);
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

    /// The middles of a cell's two circles, as distances from the middle of its column.
    pub(super) fn lanes(&self) -> [f64; 2] {
        let lead = -HALF_GAP - DIGITS - self.largest;
        [lead, HALF_GAP + self.largest]
    }
}

/// The bands one under the other, and the height of all.
fn bands(chart: &Matrix, names: f64, head: f64) -> (Vec<BandPlace>, f64) {
    let mut top = 0.0;
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
    use super::balanced;

    #[test]
    fn lines_are_of_about_one_length_and_words_stay_whole() {
        assert_eq!(balanced("经济体系升级", 62.0, 12.0), ["经济体", "系升级"]);
        assert_eq!(balanced("创新驱动", 62.0, 12.0), ["创新驱动"]);
        let heads = balanced("Reform and opening", 90.0, 12.0);
        assert_eq!(heads, ["Reform and", "opening"]);
        assert_eq!(balanced("", 90.0, 12.0), [""; 0]);
    }
}
