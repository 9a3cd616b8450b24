//! Which outcomes of a trend are joined by a line.

use super::Look;
use super::figure::{Figure, Kind, SAME};

/// Pairs of indices: each outcome and the next period's of the same series and length. Years are
/// joined to years, and the first nine months to the next year's first nine; over a gap nothing
/// is joined. The figures must be sorted by start.
pub(super) fn pairs(figures: &[Figure<'_>]) -> Vec<(usize, usize)> {
    let ends = chosen(figures);
    let mut pairs = Vec::new();
    for (place, (index, from)) in ends.iter().enumerate() {
        let later = ends.iter().skip(place + 1);
        let mut near = later.take_while(|(_, to)| to.start < from.end + 1.0 + SAME);
        if let Some((next, _)) = near.find(|(_, to)| follows(from, to)) {
            pairs.push((*index, *next));
        }
    }
    pairs
}

/// Whether outcomes are better drawn as bars: each is for a year of its own and nothing is
/// joined. A marker alone over a wide grid says little.
pub(super) fn are_lonely(figures: &[Figure<'_>]) -> bool {
    let outcomes = || figures.iter().filter(|figure| !figure.kind().is_promise());
    let mut neighbours = outcomes().zip(outcomes().skip(1));
    outcomes().all(|figure| figure.kind() == Kind::Year)
        && neighbours.all(|(a, b)| b.start - a.start > 1.0 - SAME)
        && pairs(figures).is_empty()
}

/// The outcomes that lines go through, with their indices: one for each period of a series.
fn chosen<'a, 'b>(figures: &'a [Figure<'b>]) -> Vec<(usize, &'a Figure<'b>)> {
    let mut chosen: Vec<(usize, &Figure<'_>)> = Vec::new();
    let outcomes = figures.iter().enumerate();
    for (index, figure) in outcomes.filter(|(_, figure)| !figure.kind().is_promise()) {
        let same_period = |other: &Figure<'_>| {
            other.series == figure.series && (other.end - figure.end).abs() < SAME
        };
        // Sorted by start, so the same period can only be among the last few.
        let rivals = chosen.iter_mut().rev();
        let mut rivals = rivals.take_while(|(_, other)| figure.start - other.start < SAME);
        match rivals.find(|(_, other)| same_period(other)) {
            Some(rival) if finality(figure) >= finality(rival.1) => *rival = (index, figure),
            Some(_) => {}
            None => chosen.push((index, figure)),
        }
    }
    chosen
}

/// How final an outcome is: of two for the same period the more final one is on the line.
fn finality(figure: &Figure<'_>) -> u8 {
    match figure.span.look {
        Look::Actual => 2,
        Look::Estimate => 1,
        Look::ToDate | Look::Target => 0,
    }
}

/// Whether `to` is for the next period: as long as `from`'s, and right after it or a year later.
fn follows(from: &Figure<'_>, to: &Figure<'_>) -> bool {
    let as_long = ((from.end - from.start) - (to.end - to.start)).abs() < SAME;
    let right_after = (to.start - from.end).abs() < SAME;
    let year_later = (to.start - from.start - 1.0).abs() < SAME;
    from.series == to.series && as_long && (right_after || year_later)
}

#[cfg(test)]
mod tests {
    use super::super::figure::figures;
    use super::super::{Look, Series, Span, Trend};
    use super::{are_lonely, pairs};
    use crate::dataset::Lang;
    use crate::text::number::Digits;

    /// A chart of one series: start, end and kind of each figure, the point being its place here.
    fn chart(spans: &[(f64, f64, Look)]) -> Trend {
        let span = |(point, (start, end, look)): (u32, &(f64, f64, Look))| Span {
            point,
            start: *start,
            end: *end,
            value: 1.0,
            high: None,
            look: *look,
            status: None,
            label: String::new(),
            brief: String::new(),
        };
        Trend {
            zero: true,
            breaks: Vec::new(),
            series: vec![Series {
                name: String::new(),
                spans: (0..).zip(spans).map(span).collect(),
            }],
            digits: Digits::of(Lang::Zh),
            empty: String::new(),
        }
    }

    /// The points that are joined.
    fn joined(spans: &[(f64, f64, Look)]) -> Vec<(u32, u32)> {
        let chart = chart(spans);
        let figures = figures(&chart);
        let point = |index: usize| {
            figures
                .get(index)
                .map_or(u32::MAX, |figure| figure.span.point)
        };
        let pairs = pairs(&figures).into_iter();
        pairs.map(|(from, to)| (point(from), point(to))).collect()
    }

    #[test]
    fn years_are_joined_in_order_but_not_over_a_gap() {
        let years = [2021.0, 2018.0, 2019.0].map(|year| (year, year + 1.0, Look::Actual));
        assert_eq!(joined(&years), [(1, 2)]);
    }

    #[test]
    fn part_years_are_joined_to_the_same_part_of_the_next_year() {
        let spans = [
            (2019.0, 2019.75, Look::ToDate),
            (2019.0, 2020.0, Look::Actual),
            (2020.0, 2020.25, Look::ToDate),
            (2020.0, 2020.75, Look::ToDate),
        ];
        assert_eq!(joined(&spans), [(0, 3)]);
    }

    #[test]
    fn of_two_outcomes_the_more_final_is_on_the_line() {
        let spans = [
            (2019.0, 2020.0, Look::Actual),
            (2019.0, 2020.0, Look::Estimate),
            (2020.0, 2021.0, Look::Estimate),
            (2020.0, 2021.0, Look::Target),
        ];
        assert_eq!(joined(&spans), [(0, 2)]);
    }

    #[test]
    fn single_years_are_bars_and_everything_else_is_not() {
        let lonely = |spans: &[(f64, f64, Look)]| are_lonely(&figures(&chart(spans)));
        let first = (2018.0, 2019.0, Look::Actual);
        assert!(lonely(&[first, (2020.0, 2021.0, Look::Estimate)]));
        assert!(lonely(&[first, (2019.0, 2020.0, Look::Target)]));
        assert!(!lonely(&[first, (2019.0, 2020.0, Look::Actual)]));
        assert!(!lonely(&[first, (2018.0, 2019.0, Look::Estimate)]));
        assert!(!lonely(&[first, (2020.0, 2020.75, Look::ToDate)]));
    }
}
