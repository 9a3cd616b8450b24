//! The figures of a trend that can be drawn, and how each is.

use super::{Look, Span};
use crate::chart::{scale, years};
use crate::order;

/// Two dates that are nearer than this, in years (a week), are the same.
pub(super) const SAME: f64 = 0.02;

/// How a figure is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An outcome of a year: a marker.
    Year,
    /// An outcome of a year in a chart where nothing is joined: a bar.
    Bar,
    /// An outcome of part of a year or of several: a level line with a marker.
    Stretch,
    /// A target for a year or less: a short dashed line.
    Target,
    /// A target for several years: a long dashed line.
    Plan,
}

impl Kind {
    fn of(look: Look, length: f64) -> Self {
        match look {
            Look::Target if length > 1.0 + SAME => Self::Plan,
            Look::Target => Self::Target,
            _ if (length - 1.0).abs() < SAME => Self::Year,
            _ => Self::Stretch,
        }
    }

    pub(super) fn is_promise(self) -> bool {
        matches!(self, Self::Target | Self::Plan)
    }
}

/// A figure that can be drawn: all numbers are finite and in range.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) series: usize,
    pub(super) span: Span,
}

impl Figure {
    /// None where it cannot be drawn.
    fn of(series: usize, span: Span) -> Option<Self> {
        let (start, end) = years::drawable(span.start, span.end)?;
        let span = Span {
            start,
            end,
            value: scale::drawable(span.value)?,
            high: span.high.and_then(scale::drawable),
            ..span
        };
        Some(Self { series, span })
    }

    pub(super) fn kind(&self) -> Kind {
        Kind::of(self.span.look, self.length())
    }

    /// In years.
    pub(super) fn length(&self) -> f64 {
        self.span.end - self.span.start
    }

    /// Its place on the axis of time.
    pub(super) fn middle(&self) -> f64 {
        f64::midpoint(self.span.start, self.span.end)
    }
}

/// The figures of series that can be drawn, in reading order: by start, then by end, then from
/// the top.
pub(super) fn figures(series: Vec<Vec<Span>>) -> Vec<Figure> {
    let series = series.into_iter().enumerate();
    let spans = series.flat_map(|(index, spans)| spans.into_iter().map(move |span| (index, span)));
    let mut figures: Vec<Figure> = spans
        .filter_map(|(series, span)| Figure::of(series, span))
        .collect();
    order::sort_by(
        &mut figures,
        |Figure { span: a, .. }, Figure { span: b, .. }| {
            let dates = a.start.total_cmp(&b.start).then(a.end.total_cmp(&b.end));
            dates.then(b.value.total_cmp(&a.value))
        },
    );
    figures
}
