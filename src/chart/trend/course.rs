//! The lines of a trend: outcomes that follow each other, with the numbers that drawing very many of them
//! reads in columns of their own.

use super::figure::Figure;
use super::join;

/// Outcomes of a series that one line goes through, one or more.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Course {
    pub(super) series: usize,
    /// By index.
    figures: Vec<usize>,
    /// Where each stands in time, which never goes back.
    pub(super) times: Vec<f64>,
    pub(super) values: Vec<f64>,
}

/// The courses of so many series. Each outcome is in one; where lines of two meet, the second ends with the
/// outcome that the first goes on from. An outcome that nothing is joined to has a course for itself.
pub(super) fn courses(figures: &[Figure], series: usize) -> Vec<Course> {
    let mut outcomes: Vec<Vec<usize>> = vec![Vec::new(); series];
    for (index, figure) in figures.iter().enumerate() {
        if let Some(own) = outcomes
            .get_mut(figure.series)
            .filter(|_| !figure.kind().is_promise())
        {
            own.push(index);
        }
    }
    let mut courses = Vec::new();
    for (series, indices) in outcomes.iter().enumerate() {
        let own: Vec<&Figure> = indices
            .iter()
            .filter_map(|index| figures.get(*index))
            .collect();
        let nexts = join::nexts(&own);
        let mut taken = vec![false; own.len()];
        for start in 0..own.len() {
            let mut course = Course::new(series);
            let mut at = (taken.get(start) == Some(&false)).then_some(start);
            while let Some(place) = at {
                let (Some(index), Some(figure), Some(is_taken)) =
                    (indices.get(place), own.get(place), taken.get_mut(place))
                else {
                    break;
                };
                course.push(*index, figure);
                let goes_on = !std::mem::replace(is_taken, true);
                at = nexts.get(place).copied().flatten().filter(|_| goes_on);
            }
            courses.extend((course.len() > 0).then_some(course));
        }
    }
    courses
}

impl Course {
    fn new(series: usize) -> Self {
        Self {
            series,
            figures: Vec::new(),
            times: Vec::new(),
            values: Vec::new(),
        }
    }

    fn push(&mut self, index: usize, figure: &Figure) {
        let before = self.times.last().copied();
        self.figures.push(index);
        self.times
            .push(before.map_or(figure.middle(), |before| before.max(figure.middle())));
        self.values.push(figure.span.value);
    }

    pub(super) fn len(&self) -> usize {
        self.figures.len()
    }

    /// The figures that follow each other, by index.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let figures = self.figures.iter().copied();
        figures.clone().zip(figures.skip(1))
    }

    /// The pieces that remain where some pairs of figures are not joined.
    pub(super) fn cut(&self, is_broken: impl Fn(usize, usize) -> bool) -> Vec<Self> {
        let pairs = (1..).zip(self.pairs());
        let cuts = pairs.filter(|(_, (from, to))| is_broken(*from, *to));
        let cuts = cuts.map(|(at, _)| at).chain([self.len()]);
        let mut start = 0;
        let pieces = cuts.map(|end| {
            let own = std::mem::replace(&mut start, end)..end;
            Self {
                series: self.series,
                figures: self.figures.get(own.clone()).unwrap_or_default().to_vec(),
                times: self.times.get(own.clone()).unwrap_or_default().to_vec(),
                values: self.values.get(own).unwrap_or_default().to_vec(),
            }
        });
        pieces.collect()
    }

    /// Of times, which ascend, with their values.
    #[cfg(test)]
    pub(super) fn of(figures: &[(f64, f64)]) -> Self {
        Self {
            series: 0,
            figures: (0..figures.len()).collect(),
            times: figures.iter().map(|(time, _)| *time).collect(),
            values: figures.iter().map(|(_, value)| *value).collect(),
        }
    }
}
