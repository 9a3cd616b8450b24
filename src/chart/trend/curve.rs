//! More figures over time than there are pixels: one line, without markers, labels or marks to point at. The
//! sentence and the table beside the chart have the figures.

use guatu_scan::reach;
use plotters::coord::CoordTranslate as _;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::axis::Axes;
use super::figure::Figure;
use super::thin::{Column, thin};
use super::{ChartError, Colour, HitMap, Pen, Theme};
use crate::text::number::Digits;

/// Figures of one unit over time, in columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// When each figure is for, in decimal years, ascending.
    pub times: Vec<f64>,
    /// The values, one for each time; all are finite.
    pub values: Vec<f64>,
    /// Whether the value axis must start at zero.
    pub zero: bool,
    /// How the numbers of the axis are set apart.
    pub digits: Digits,
    /// What to say when there is nothing to draw.
    pub empty: String,
}

/// Where there are more figures than this to a pixel, markers would be one heap.
const DENSE: usize = 2;

impl Curve {
    /// The height in CSS pixels that the chart wants at a width in CSS pixels.
    #[must_use]
    pub fn height(width: u32) -> u32 {
        (f64::from(width) * 0.4).clamp(240.0, 320.0).ceil() as u32
    }
}

/// Draws the chart over the whole area.
pub(in crate::chart) fn draw<B: DrawingBackend>(
    chart: &Curve,
    area: &DrawingArea<B, Shift>,
    theme: &Theme,
) -> Result<HitMap, ChartError> {
    let pen = Pen::new(area, theme, 0);
    let ends = chart.times.first().zip(chart.times.last());
    match reach(&chart.values).zip(ends) {
        Some(((low, high), (first, last))) => {
            let kind = (chart.zero, chart.digits);
            let axes = Axes::of(&pen, vec![low, high], vec![(*first, *last)], kind, 0);
            axes.draw(&pen);
            line(&pen, &axes, (&chart.times, &chart.values), theme.accent);
        }
        None => pen.sentence(&chart.empty),
    }
    pen.done(Vec::new())
}

/// Whether figures are so many that they are drawn as lines alone.
pub(super) fn is_dense(figures: &[Figure<'_>], pixels: i32) -> bool {
    figures.len() > DENSE * usize::try_from(pixels).unwrap_or(0).max(1)
}

/// The line through the outcomes of a series; the figures are in order of their start.
pub(super) fn outcomes<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    axes: &Axes,
    figures: &[Figure<'_>],
    series: usize,
    colour: Colour,
) {
    let own = figures.iter().filter(|figure| figure.series == series);
    let own = own.filter(|figure| !figure.kind().is_promise());
    let (times, values): (Vec<f64>, Vec<f64>) =
        own.map(|figure| (figure.start, figure.value)).unzip();
    line(pen, axes, (&times, &values), colour);
}

/// A line through figures: stroked, or where they are dense the surface that the stroke would cover, which is
/// quicker to fill than thousands of turns are to stroke.
fn line<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    axes: &Axes,
    (times, values): (&[f64], &[f64]),
    colour: Colour,
) {
    let y = |value: f64| axes.coord.translate(&(0.0, value)).1;
    let columns = thin(times, values, |time| axes.coord.translate(&(time, 0.0)).0);
    let colour = pen.quiet(colour);
    if times.len() > DENSE * columns.len() {
        return pen.polygon(covered(&columns, y, pen.px(1.0)), colour);
    }
    let points = columns.iter().flat_map(|column| {
        let values = [column.first, column.low, column.high, column.last];
        values.map(|value| (column.at, y(value)))
    });
    let mut points: Vec<_> = points.collect();
    points.dedup();
    pen.path(points, colour);
}

/// The outline of what a line through columns covers, `beside` pixels above and below it: along its upper side
/// and back along the lower. From each column the line leads to the first figure of the next.
fn covered(columns: &[Column], y: impl Fn(f64) -> i32, beside: i32) -> Vec<(i32, i32)> {
    let next = columns.iter().skip(1).map(|column| column.first);
    let next = next.chain(columns.last().map(|column| column.last));
    let ends = columns.iter().zip(next).map(|(column, next)| {
        let (low, high) = (column.low.min(next), column.high.max(next));
        (column.at, y(high) - beside, y(low) + beside)
    });
    let ends: Vec<_> = ends.collect();
    // Each column is a pixel wide.
    let above = ends
        .iter()
        .flat_map(|(x, top, _)| [(*x, *top), (x + 1, *top)]);
    let below = ends.iter().rev();
    let below = below.flat_map(|(x, _, bottom)| [(x + 1, *bottom), (*x, *bottom)]);
    above.chain(below).collect()
}

#[cfg(test)]
mod tests {
    use super::{Column, covered};

    #[test]
    fn what_is_covered_reaches_from_the_lowest_to_the_highest_and_on_to_the_next_column() {
        let column = |at, first, low, high| Column {
            at,
            first,
            low,
            high,
            last: first,
        };
        let columns = [column(5, 2.0, 1.0, 3.0), column(6, 7.0, 7.0, 8.0)];
        let points = covered(&columns, |value| 100 - value as i32, 1);
        let above = [(5, 92), (6, 92), (6, 91), (7, 91)];
        let below = [(7, 94), (6, 94), (6, 100), (5, 100)];
        assert_eq!(points, [above, below].concat());
        assert_eq!(covered(&[], |_| 0, 1), []);
    }
}
