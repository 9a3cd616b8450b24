//! A trend, and what every drawing of it needs whatever its width: worked out once, for a redraw of very many
//! figures should pass over them as little as it can.

use super::Look;
use super::course::Courses;
use super::figure::{self, Figure};
use super::names::Names;
use crate::assess::Status;
use crate::order;
use crate::text::number::Digits;

/// Figures of one unit over time, in one or more series.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// Whether the value axis must start at zero.
    pub(super) zero: bool,
    /// Whether there is more than one series: then their names are drawn.
    pub(super) many: bool,
    /// The series that have something to draw, by index.
    pub(super) names: Vec<(usize, String)>,
    /// What can be drawn, in reading order: by start, then by end, then from the top.
    pub(super) figures: Vec<Figure>,
    /// Which of the figures are promises.
    pub(super) promises: Vec<usize>,
    /// Every outcome, in lines as they are drawn.
    pub(super) courses: Courses,
    /// Pairs of figures that a line would join if they could be compared.
    pub(super) gaps: Vec<(usize, usize)>,
    /// Whether outcomes are bars, for no two of them can be joined.
    pub(super) bars: bool,
    /// The earliest start and the latest end, the lowest value and the highest.
    pub(super) ends: Option<Ends>,
    /// How the numbers of the axis are set apart, as those of the labels are.
    pub(super) digits: Digits,
    /// What to say when there is nothing to draw.
    pub(super) empty: String,
}

/// The figures of one thing: an indicator, an area or a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What the figures are of.
    pub name: String,
    /// The figures, in any order. Of several outcomes for the same period the line goes through
    /// one: an actual before an estimate, and of equals the last given.
    pub spans: Vec<Span>,
}

/// One figure and the period that it is for.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// What it stands for, as in [`Mark`](crate::chart::Mark).
    pub point: u32,
    /// Start of the period in decimal years, such as 2020.0.
    pub start: f64,
    /// End of the period in decimal years, exclusive: 2021.0 for the year 2020, 2020.75 for
    /// January to September.
    pub end: f64,
    /// The value in the unit of the chart, or the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// What the figure is, which decides how it is drawn.
    pub look: Look,
    /// How a target stands: a shape at the end of its line.
    pub status: Option<Status>,
    /// The figure in words with its comparator, such as "≥ 7 %". Drawn where there is room.
    pub label: String,
    /// The figure without the unit of the chart, for where the years are narrow.
    pub brief: String,
}

/// How far figures reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ends {
    pub(super) times: (f64, f64),
    pub(super) values: (f64, f64),
}

impl Ends {
    fn of(figure: &Figure) -> Self {
        let span = &figure.span;
        let high = span.high.unwrap_or(span.value);
        Self {
            times: (span.start, span.end),
            values: (span.value.min(high), span.value.max(high)),
        }
    }

    fn with(self, other: Self) -> Self {
        let wider = |a: (f64, f64), b: (f64, f64)| (a.0.min(b.0), a.1.max(b.1));
        Self {
            times: wider(self.times, other.times),
            values: wider(self.values, other.values),
        }
    }
}

impl Trend {
    /// A trend whose value axis starts at zero where it must (`zero`); `empty` is what to say when there is
    /// nothing to draw.
    #[must_use]
    pub fn new(series: Vec<Series>, zero: bool, digits: Digits, empty: String) -> Self {
        let many = series.len() > 1;
        let (names, spans): (Vec<String>, Vec<Vec<Span>>) =
            series.into_iter().map(|one| (one.name, one.spans)).unzip();
        let figures = figure::figures(spans);
        let mut has = vec![false; names.len()];
        for figure in &figures {
            if let Some(has) = has.get_mut(figure.series) {
                *has = true;
            }
        }
        let courses = Courses::of(&figures, names.len());
        let names = names.into_iter().enumerate();
        let names = names.zip(has).filter(|(_, has)| *has).map(|(name, _)| name);
        let promises = figures.iter().enumerate();
        let promises = promises.filter(|(_, figure)| figure.kind().is_promise());
        Self {
            zero,
            many,
            names: names.collect(),
            promises: promises.map(|(index, _)| index).collect(),
            bars: zero && !many && courses.are_lonely(&figures),
            ends: figures.iter().map(Ends::of).reduce(Ends::with),
            courses,
            figures,
            gaps: Vec::new(),
            digits,
            empty,
        }
    }

    /// The height in CSS pixels that the chart wants at a width in CSS pixels.
    #[must_use]
    pub fn height(&self, width: u32) -> u32 {
        if self.figures.is_empty() {
            return 120;
        }
        let names = Names::of(self, width).height();
        let plot = (f64::from(width) * 0.4).clamp(240.0, 320.0);
        (plot + names).ceil() as u32
    }

    /// The figures that can be drawn, in reading order.
    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        self.figures.iter().map(|figure| &figure.span)
    }

    /// The figures that lines join, as pairs of points.
    #[must_use]
    pub fn joined(&self) -> Vec<(u32, u32)> {
        let pairs = self.courses.pairs().into_iter();
        pairs
            .filter_map(|(from, to)| Some((self.point(from)?, self.point(to)?)))
            .collect()
    }

    /// The trend without the lines between these pairs of points, which must not be compared: a mark in
    /// place of each says so.
    #[must_use]
    pub fn broken(mut self, breaks: &[(u32, u32)]) -> Self {
        let ordered = |(a, b): (u32, u32)| (a.min(b), a.max(b));
        let mut breaks: Vec<_> = breaks.iter().copied().map(ordered).collect();
        order::sort_by_key(&mut breaks, |pair| *pair);
        let point = |index: usize| Some(self.figures.get(index)?.span.point);
        let is_broken = |from: usize, to: usize| {
            let points = point(from).zip(point(to)).map(ordered);
            points.is_some_and(|points| breaks.binary_search(&points).is_ok())
        };
        self.gaps = self.courses.pairs();
        self.gaps.retain(|(from, to)| is_broken(*from, *to));
        self.courses.cut(is_broken);
        self
    }

    fn point(&self, figure: usize) -> Option<u32> {
        Some(self.figures.get(figure)?.span.point)
    }
}

#[cfg(test)]
mod tests {
    use super::{Series, Span, Trend};
    use crate::chart::Look;
    use crate::dataset::Lang;
    use crate::text::number::Digits;

    /// A trend of so many series of the same outcomes, one a year from 2020 on.
    fn trend(series: usize, years: u32) -> Trend {
        let span = |point: u32| Span {
            point,
            start: 2020.0 + f64::from(point),
            end: 2021.0 + f64::from(point),
            value: 1.0,
            high: None,
            look: Look::Actual,
            status: None,
            label: String::new(),
            brief: String::new(),
        };
        let series = vec![
            Series {
                name: String::new(),
                spans: (0..years).map(span).collect(),
            };
            series
        ];
        Trend::new(series, true, Digits::of(Lang::Zh), String::new())
    }

    #[test]
    fn names_of_several_series_make_a_narrow_chart_taller() {
        assert_eq!(trend(1, 1).height(360), 240);
        assert_eq!(trend(3, 1).height(360), 260);
        assert_eq!(trend(3, 1).height(2000), 340);
        assert_eq!(trend(0, 1).height(2000), 120);
    }

    #[test]
    fn a_break_takes_one_line_away_whichever_way_round_it_is_told() {
        let whole = trend(1, 4);
        assert_eq!(whole.joined(), [(0, 1), (1, 2), (2, 3)]);
        for told in [(1, 2), (2, 1)] {
            let broken = whole.clone().broken(&[told, (0, 3)]);
            assert_eq!(broken.joined(), [(0, 1), (2, 3)]);
            assert_eq!(broken.gaps, [(1, 2)]);
        }
        assert_eq!(whole.clone().broken(&[]), whole);
    }
}
