//! Names of series above the plot, each after its marker. At a line's end a name would say that
//! the series goes on to there.

use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::{Inks, Look, MARKER, Pen, Shape, Trend};
use crate::chart::legend::{self, GAPS, LINE};
use crate::chart::paint::{SMALL, Type};

/// The names of the series that have something drawn; none where there is only one series.
pub(super) struct Names<'a> {
    /// Series, name.
    series: &'a [(usize, String)],
    places: Vec<(f64, f64)>,
}

impl<'a> Names<'a> {
    /// For a chart so many CSS pixels wide.
    pub(super) fn of(chart: &'a Trend, width: u32) -> Self {
        let series = if chart.many { &*chart.names } else { &[] };
        let names = series.iter().map(|(_, name)| name.as_str());
        Self {
            places: legend::places(names, MARKER * 2.0, width),
            series,
        }
    }

    /// The height that they take above the plot, in CSS pixels.
    pub(super) fn height(&self) -> f64 {
        legend::height(&self.places)
    }

    /// Writes each name after its series' marker.
    pub(super) fn draw<B: DrawingBackend>(&self, pen: &Pen<'_, B>, inks: &Inks<'_>) {
        for ((series, name), (left, line)) in self.series.iter().zip(&self.places) {
            let colour = pen.quiet(inks.outcome(*series));
            let (x, y) = (pen.px(left + MARKER), pen.px((line + 0.5) * LINE));
            pen.marker(Shape::of(*series), (x, y), Look::Actual, colour);
            let left = x + pen.px(MARKER + GAPS[0]);
            let look = Type::of(SMALL, colour);
            let name = pen.fit(name, pen.page.right - left, look);
            pen.text(&name, (left, y), HPos::Left, look);
        }
    }
}
