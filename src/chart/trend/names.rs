//! Names of series: at their lines' ends where the chart is wide, above the plot, each after its
//! marker, where it is not. At the end a marker would look like one more figure.

use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::figure::Figure;
use super::place::{Layout, Placed};
use super::{Inks, Look, MARKER, Pen, Rect, Shape, Trend};
use crate::chart::ChartError;
use crate::chart::paint::{SMALL, Type};
use crate::order;

/// From here on, in CSS pixels, names of series stand at the right; in less room on top.
pub(super) const WIDE: u32 = 480;
/// Between the plot and a name beside it, and between a marker and its name, in CSS pixels.
const GAPS: [f64; 2] = [6.0, 5.0];
/// Height of a name in CSS pixels.
pub(super) const PITCH: f64 = 20.0;

/// The names of the series that have something drawn; none where there is only one series.
pub(super) struct Names {
    /// Series, name as it fits.
    series: Vec<(usize, String)>,
    wide: bool,
    pitch: i32,
    width: i32,
}

/// Fits the names beside the plot or above it.
pub(super) fn names<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    chart: &Trend,
    figures: &[Figure<'_>],
) -> Result<Names, ChartError> {
    let wide = pen.width_in_css() >= WIDE;
    let small = Type::of(SMALL, pen.theme.ink);
    let mut names = Names {
        series: Vec::new(),
        wide,
        pitch: pen.px(PITCH),
        width: 0,
    };
    if chart.series.len() < 2 {
        return Ok(names);
    }
    let [before, after] = GAPS;
    // A pixel more: widths are rounded.
    let marker = if wide {
        pen.px(before + 1.0)
    } else {
        pen.px(MARKER * 2.0 + after + 1.0)
    };
    let room = if wide {
        pen.page.width() * 3 / 10
    } else {
        pen.page.width() - marker
    };
    for (index, series) in chart.series.iter().enumerate() {
        if figures.iter().any(|figure| figure.series == index) {
            let name = pen.fit(&series.name, room, small)?;
            names.width = names.width.max(pen.width(&name, small)? + marker);
            names.series.push((index, name));
        }
    }
    Ok(names)
}

impl Names {
    /// The room that the names take above the plot, in device pixels.
    pub(super) fn above(&self) -> i32 {
        if self.wide {
            0
        } else {
            self.pitch * i32::try_from(self.series.len()).unwrap_or(0)
        }
    }

    /// The room that they take at the right.
    pub(super) fn beside(&self) -> i32 {
        if self.wide { self.width } else { 0 }
    }

    /// Writes each name after its series' marker.
    pub(super) fn draw<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        layout: &Layout<'_>,
        inks: &Inks<'_>,
        plot: Rect,
    ) -> Result<(), ChartError> {
        let tops = if self.wide {
            self.at_ends(layout, plot)
        } else {
            (0..)
                .map(|row| row * self.pitch)
                .take(self.series.len())
                .collect()
        };
        let [before, after] = GAPS;
        let left = if self.wide {
            pen.page.right - self.width + pen.px(before)
        } else {
            pen.px(MARKER * 2.0 + after)
        };
        for ((series, name), top) in self.series.iter().zip(tops) {
            let colour = pen.quiet(inks.outcome(*series));
            let y = top + self.pitch / 2;
            if !self.wide {
                let middle = (pen.px(MARKER), y);
                pen.marker(Shape::of(*series), middle, Look::Actual, colour)?;
            }
            pen.text(name, (left, y), HPos::Left, Type::of(SMALL, colour))?;
        }
        Ok(())
    }

    /// The upper edges of names as near as can be to the ends of their lines: pushed down where
    /// they would overlap, and back up where the last would leave the plot.
    fn at_ends(&self, layout: &Layout<'_>, plot: Rect) -> Vec<i32> {
        let wanted = self.series.iter().map(|(series, _)| {
            let marks = layout.placed.iter().filter(|mark| mark.series == *series);
            let last = marks.max_by(|a, b| {
                let outcome = |mark: &Placed<'_>| !mark.kind.is_promise();
                outcome(a)
                    .cmp(&outcome(b))
                    .then(a.end().total_cmp(&b.end()))
            });
            last.map_or(plot.top, |mark| mark.at.1) - self.pitch / 2
        });
        let mut tops: Vec<(usize, i32)> = wanted.enumerate().collect();
        order::sort_by_key(&mut tops, |(_, top)| *top);
        let mut free = i32::MIN;
        for (_, top) in &mut tops {
            *top = (*top).max(free);
            free = *top + self.pitch;
        }
        let mut limit = plot.bottom;
        for (_, top) in tops.iter_mut().rev() {
            *top = (*top).min(limit - self.pitch);
            limit = *top;
        }
        order::sort_by_key(&mut tops, |(index, _)| *index);
        tops.into_iter().map(|(_, top)| top).collect()
    }
}
