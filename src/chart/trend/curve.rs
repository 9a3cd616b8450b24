//! More figures over time than there are pixels: one line, without markers, labels or marks to point at. The
//! sentence and the table beside the chart have the figures.

use guatu_scan::reach;
use plotters::coord::CoordTranslate as _;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::axis::Axes;
use super::figure::Figure;
use super::thin::thin;
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

fn line<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    axes: &Axes,
    (times, values): (&[f64], &[f64]),
    colour: Colour,
) {
    let at = |time: f64, value: f64| axes.coord.translate(&(time, value));
    let points = thin(times, values, |time| at(time, 0.0).0).into_iter();
    let points = points.map(|(x, value)| (x, at(0.0, value).1));
    pen.path(points.collect(), pen.quiet(colour));
}
