//! From figures to pixels: where each figure of a trend is drawn and what is joined to what.

use plotters::coord::CoordTranslate as _;
use plotters_backend::{BackendCoord, DrawingBackend};

use super::axis::Axes;
use super::curve::Density;
use super::figure::{Figure, Kind};
use super::{Look, MARKER, Pen, Rect, SIGN, Trend};
use crate::assess::Status;

/// A figure in device pixels.
#[derive(Clone, Debug)]
pub(super) struct Placed<'a> {
    figure: &'a Figure,
    pub(super) series: usize,
    pub(super) kind: Kind,
    /// The ends of its level line.
    pub(super) from: i32,
    pub(super) to: i32,
    /// Its marker's middle; for a promise the middle of its line.
    pub(super) at: BackendCoord,
    /// The height of a range's upper end.
    pub(super) high: Option<i32>,
    /// The middle of its status' shape.
    sign: Option<BackendCoord>,
    /// What it takes up.
    pub(super) rect: Rect,
}

impl Placed<'_> {
    pub(super) fn point(&self) -> u32 {
        self.figure.span.point
    }

    pub(super) fn look(&self) -> Look {
        self.figure.span.look
    }

    /// The status of a target, and where its shape stands.
    pub(super) fn sign(&self) -> Option<(Status, BackendCoord)> {
        self.figure.span.status.zip(self.sign)
    }

    /// The figure in words, without the unit if `brief`.
    pub(super) fn label(&self, brief: bool) -> &str {
        if brief {
            &self.figure.span.brief
        } else {
            &self.figure.span.label
        }
    }

    pub(super) fn end(&self) -> f64 {
        self.figure.span.end
    }

    pub(super) fn value(&self) -> f64 {
        self.figure.span.value
    }
}

/// A straight piece of a series' line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) series: usize,
    pub(super) from: BackendCoord,
    pub(super) to: BackendCoord,
    /// One end is not final.
    pub(super) faint: bool,
}

/// Everything in its place; `placed` has the order of the figures.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    /// Whether outcomes are bars.
    pub(super) bars: bool,
    pub(super) placed: Vec<Placed<'a>>,
    pub(super) lines: Vec<Line>,
    /// Where a line is broken, for the figures beside must not be compared: middles.
    pub(super) breaks: Vec<BackendCoord>,
}

impl<'a> Layout<'a> {
    /// Places the figures of a trend on axes; of a heap promises alone. Lines are those between markers.
    pub(super) fn of<B: DrawingBackend>(
        pen: &Pen<'_, B>,
        axes: &Axes,
        chart: &'a Trend,
        density: Density,
    ) -> Self {
        let at = |index: usize| {
            let figure = chart.figures.get(index)?;
            Some((
                figure,
                axes.coord.translate(&(figure.middle(), figure.span.value)),
            ))
        };
        let ends = |(from, to): (usize, usize)| Some((at(from)?, at(to)?));
        let breaks = chart.gaps.iter().filter_map(|gap| ends(*gap));
        let middle = |a, b| i32::midpoint(a, b);
        let breaks =
            breaks.map(|((_, from), (_, to))| (middle(from.0, to.0), middle(from.1, to.1)));
        let is_final = |figure: &Figure| figure.span.look == Look::Actual;
        let line = |((a, from), (b, to)): ((&Figure, _), (&Figure, _))| Line {
            series: a.series,
            from,
            to,
            faint: !(is_final(a) && is_final(b)),
        };
        let figures: Vec<&Figure> = if density == Density::Heap {
            let promises = chart.promises.iter();
            promises.filter_map(|at| chart.figures.get(*at)).collect()
        } else {
            chart.figures.iter().collect()
        };
        let pairs = if density == Density::Roomy {
            chart.courses.pairs()
        } else {
            Vec::new()
        };
        let place = |figure| placed(pen, figure, axes, chart.bars);
        Self {
            bars: chart.bars,
            placed: figures.into_iter().map(place).collect(),
            lines: pairs.into_iter().filter_map(ends).map(line).collect(),
            breaks: breaks.collect(),
        }
    }
}

fn placed<'a, B: DrawingBackend>(
    pen: &Pen<'_, B>,
    figure: &'a Figure,
    axes: &Axes,
    bars: bool,
) -> Placed<'a> {
    let kind = match figure.kind() {
        Kind::Year if bars => Kind::Bar,
        kind => kind,
    };
    let at = |time: f64, value: f64| axes.coord.translate(&(time, value));
    let (span, middle) = (&figure.span, figure.middle());
    let (from, _) = at(span.start, span.value);
    let (to, _) = at(span.end, span.value);
    // Also of a figure to date: at its end it would stand right of its year's, which comes later.
    let (x, y) = at(middle, span.value);
    let (from, to) = match kind {
        // A year's target stands over its year without touching the neighbours'.
        Kind::Target => {
            let half = ((to - from) * 2 / 5).clamp(pen.px(6.0), pen.px(52.0));
            (x - half, x + half)
        }
        Kind::Bar => {
            let half = ((to - from) * 2 / 7).clamp(pen.px(3.0), pen.px(36.0));
            (x - half, x + half)
        }
        _ => (from, to),
    };
    let high = span.high.map(|high| at(middle, high).1);
    let marker = Rect::around((x, y), pen.px(MARKER) * 2, pen.px(MARKER) * 2);
    let line = Rect::new((from, y), (to, y)).grown(pen.px(2.0));
    let mut rect = match kind {
        Kind::Year => marker,
        Kind::Bar => Rect::new((from, y), (to, at(middle, 0.0).1)),
        Kind::Stretch => marker.with(&line),
        Kind::Target | Kind::Plan => line,
    };
    if let Some(high) = high {
        rect = rect.with(&Rect::new((rect.left, high), (rect.right, high)));
    }
    // Beside the end of its line, but never beyond the plot.
    let half = pen.px(SIGN / 2.0);
    let sign = span.status.filter(|_| kind.is_promise());
    let sign = sign.map(|_| {
        let right = axes.plot.right - half;
        ((to + pen.px(2.0) + half).min(right), y)
    });
    if let Some(middle) = sign {
        rect = rect.with(&Rect::around(middle, half * 2, half * 2));
    }
    Placed {
        sign,
        series: figure.series,
        figure,
        kind,
        from,
        to,
        at: (x, y),
        high,
        rect,
    }
}
