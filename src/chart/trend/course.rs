//! The lines of a trend: outcomes that follow each other, with the numbers that drawing very many of them
//! reads in columns of their own.

use std::ops::Range;

use super::figure::{Figure, Kind, SAME};
use super::join;
use crate::order;

/// All outcomes, course by course.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Courses {
    /// By index.
    figures: Vec<usize>,
    times: Vec<f64>,
    values: Vec<f64>,
    /// The series of each course, and its places in the columns.
    lines: Vec<(usize, Range<usize>)>,
}

/// Outcomes of a series that one line goes through, one or more.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course<'a> {
    pub(super) series: usize,
    /// Where each stands in time, which never goes back.
    pub(super) times: &'a [f64],
    pub(super) values: &'a [f64],
}

impl Courses {
    /// The courses of so many series. Each outcome is in one; where lines of two meet, the second ends with the
    /// outcome that the first goes on from. An outcome that nothing is joined to has a course for itself.
    pub(super) fn of(figures: &[Figure], series: usize) -> Self {
        let mut outcomes: Vec<Vec<(usize, &Figure)>> = vec![Vec::new(); series];
        for (index, figure) in figures.iter().enumerate() {
            let own = outcomes.get_mut(figure.series);
            if let Some(own) = own.filter(|_| !figure.kind().is_promise()) {
                own.push((index, figure));
            }
        }
        let mut all = Self::default();
        for (series, own) in outcomes.iter().enumerate() {
            let nexts = join::nexts(own);
            let mut taken = vec![false; own.len()];
            for start in 0..own.len() {
                let first = all.figures.len();
                let mut at = (taken.get(start) == Some(&false)).then_some(start);
                while let Some(place) = at {
                    let goes_on = taken.get(place) == Some(&false);
                    at = nexts.get(place).copied().flatten().filter(|_| goes_on);
                    if let (Some((index, figure)), Some(taken)) =
                        (own.get(place), taken.get_mut(place))
                    {
                        all.push(*index, figure, first);
                        *taken = true;
                    }
                }
                if all.figures.len() > first {
                    all.lines.push((series, first..all.figures.len()));
                }
            }
        }
        all
    }

    /// Adds to a course that begins at a place.
    fn push(&mut self, index: usize, figure: &Figure, first: usize) {
        let time = figure.middle();
        let before = self.times.get(first..).and_then(<[f64]>::last);
        self.times
            .push(before.map_or(time, |before| before.max(time)));
        self.values.push(figure.span.value);
        self.figures.push(index);
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Course<'_>> {
        self.lines.iter().map(|(series, places)| Course {
            series: *series,
            times: self.times.get(places.clone()).unwrap_or_default(),
            values: self.values.get(places.clone()).unwrap_or_default(),
        })
    }

    /// The figures that follow each other in a course, by index and in their order.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for (_, places) in &self.lines {
            let figures = self.figures.get(places.clone()).unwrap_or_default();
            pairs.extend(figures.iter().copied().zip(figures.iter().copied().skip(1)));
        }
        order::sort_by_key(&mut pairs, |pair| *pair);
        pairs
    }

    /// Whether the outcomes among the figures are better drawn as bars: each is for a year of its own and nothing
    /// is joined. A marker alone over a wide grid says little.
    pub(super) fn are_lonely(&self, figures: &[Figure]) -> bool {
        let outcomes = || figures.iter().filter(|figure| !figure.kind().is_promise());
        let mut neighbours = outcomes().zip(outcomes().skip(1));
        outcomes().all(|figure| figure.kind() == Kind::Year)
            && neighbours.all(|(a, b)| b.span.start - a.span.start > 1.0 - SAME)
            && self.pairs().is_empty()
    }

    /// Takes the lines between some pairs of figures away.
    pub(super) fn cut(&mut self, is_broken: impl Fn(usize, usize) -> bool) {
        let mut lines = Vec::new();
        for (series, places) in &self.lines {
            let mut start = places.start;
            for at in places.start + 1..places.end {
                let ends = (self.figures.get(at - 1), self.figures.get(at));
                if let (Some(from), Some(to)) = ends
                    && is_broken(*from, *to)
                {
                    lines.push((*series, start..at));
                    start = at;
                }
            }
            lines.push((*series, start..places.end));
        }
        self.lines = lines;
    }
}
