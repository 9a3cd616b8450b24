//! Which outcomes of a trend are joined by a line.

use super::Look;
use super::figure::{Figure, SAME};

/// An outcome and its index among the figures of the trend.
type Outcome<'a> = (usize, &'a Figure);

/// For each outcome of a series the place of the one that a line joins it to: the next period's of the same
/// length. Years are joined to years, and the first nine months to the next year's first nine; over a gap
/// nothing is joined. The outcomes must be sorted by start.
pub(super) fn nexts(outcomes: &[Outcome<'_>]) -> Vec<Option<usize>> {
    let mut nexts = vec![None; outcomes.len()];
    let chosen = chosen(outcomes);
    for (place, at) in chosen.iter().enumerate() {
        let (Some((_, from)), Some(next)) = (outcomes.get(*at), nexts.get_mut(*at)) else {
            continue;
        };
        let later = chosen.get(place + 1..).unwrap_or_default();
        let near = |start: f64| {
            // With room to spare: `follows` decides.
            let [first, end] =
                [-2.0, 2.0].map(|by| first_from(outcomes, later, start + by * tolerance(from)));
            let mut near = later.get(first..end).unwrap_or_default().iter().copied();
            near.find(|at| outcomes.get(*at).is_some_and(|(_, to)| follows(from, to)))
        };
        let starts = (from.span.end, from.span.start + 1.0);
        *next = near(starts.0.min(starts.1)).or_else(|| near(starts.0.max(starts.1)));
    }
    nexts
}

/// The first of some places whose outcome starts at a time or later, which is likely to be among the first.
fn first_from(outcomes: &[Outcome<'_>], places: &[usize], start: f64) -> usize {
    let is_before = |at: &usize| starts_before(outcomes, *at, start);
    let mut near = 1;
    while places.get(near).is_some_and(is_before) {
        near *= 2;
    }
    let places = places.get(..near).unwrap_or(places);
    places.partition_point(is_before)
}

fn starts_before(outcomes: &[Outcome<'_>], at: usize, start: f64) -> bool {
    let outcome = outcomes.get(at);
    outcome.is_some_and(|(_, figure)| figure.span.start < start)
}

/// The places of the outcomes that lines go through: one for each period.
fn chosen(outcomes: &[Outcome<'_>]) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    for (at, (_, figure)) in outcomes.iter().enumerate() {
        // Sorted by start, so the same period can only be among the last few.
        let start = figure.span.start - tolerance(figure);
        let recent = chosen.iter().rev();
        let recent = recent.take_while(|at| !starts_before(outcomes, **at, start));
        let recent = chosen.len() - recent.count();
        let other = |place: usize| outcomes.get(*chosen.get(place)?).map(|(_, other)| *other);
        let is_rival = |place: &usize| {
            other(*place).is_some_and(|other| is_near(other.span.end, figure.span.end, figure))
        };
        let rival = (recent..chosen.len()).rev().find(is_rival);
        let is_weaker = rival
            .and_then(other)
            .is_some_and(|other| finality(figure) < finality(other));
        if let Some(rival) = rival.filter(|_| !is_weaker) {
            chosen.remove(rival);
        }
        if !is_weaker {
            chosen.push(at);
        }
    }
    chosen
}

/// How final an outcome is: of two for the same period the more final one is on the line.
fn finality(figure: &Figure) -> u8 {
    match figure.span.look {
        Look::Actual => 2,
        Look::Estimate => 1,
        Look::ToDate | Look::Target => 0,
    }
}

/// How far two dates may be apart that are the same, as a figure's period has it: the days of a month are
/// told apart, and its ends are not moved by a leap year.
fn tolerance(figure: &Figure) -> f64 {
    SAME.min(figure.length() / 2.0)
}

fn is_near(a: f64, b: f64, figure: &Figure) -> bool {
    (a - b).abs() <= tolerance(figure)
}

/// Whether `to` is for the next period: as long as `from`'s, and right after it or a year later.
fn follows(from: &Figure, to: &Figure) -> bool {
    let as_long = is_near(from.length(), to.length(), from);
    let right_after = is_near(from.span.end, to.span.start, from);
    let year_later = is_near(from.span.start + 1.0, to.span.start, from);
    as_long && (right_after || year_later)
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Look, Series, Span, Trend};
    use super::{Outcome, SAME, finality, follows, nexts};
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
        let series = vec![Series {
            name: String::new(),
            spans: (0..).zip(spans).map(span).collect(),
        }];
        Trend::new(series, true, Digits::of(Lang::Zh), String::new())
    }

    /// The points that are joined.
    fn joined(spans: &[(f64, f64, Look)]) -> Vec<(u32, u32)> {
        chart(spans).joined()
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
        let lonely = |spans: &[(f64, f64, Look)]| chart(spans).bars;
        let first = (2018.0, 2019.0, Look::Actual);
        assert!(lonely(&[first, (2020.0, 2021.0, Look::Estimate)]));
        assert!(lonely(&[first, (2019.0, 2020.0, Look::Target)]));
        assert!(!lonely(&[first, (2019.0, 2020.0, Look::Actual)]));
        assert!(!lonely(&[first, (2018.0, 2019.0, Look::Estimate)]));
        assert!(!lonely(&[first, (2020.0, 2020.75, Look::ToDate)]));
    }

    /// What `nexts` is to find, by comparing every outcome with every other.
    fn plainly(outcomes: &[Outcome<'_>]) -> Vec<Option<usize>> {
        let places = || 0..outcomes.len();
        let is_rival = |a: usize, b: usize| {
            let (a, b) = (&outcomes[a].1.span, &outcomes[b].1.span);
            (a.start - b.start).abs() < SAME && (a.end - b.end).abs() < SAME
        };
        // Of rivals the more final one stays, and of equals the last.
        let rank = |at: usize| (finality(outcomes[at].1), at);
        let stays =
            |at: usize| places().all(|other| !is_rival(at, other) || rank(other) <= rank(at));
        let next = |from: usize| {
            let mut later = (from + 1..outcomes.len()).filter(|to| stays(*to));
            later.find(|to| follows(outcomes[from].1, outcomes[*to].1))
        };
        places()
            .map(|at| stays(at).then(|| next(at)).flatten())
            .collect()
    }

    proptest! {
        #[test]
        fn each_outcome_is_joined_to_the_first_that_follows_it(
            spans in prop::collection::vec((0..48_u32, 1..26_u32, 0..3_usize), 0..60),
        ) {
            let looks = [Look::Actual, Look::Estimate, Look::ToDate];
            let months = |count: u32| f64::from(count) / 12.0;
            let spans: Vec<_> = spans
                .into_iter()
                .map(|(start, length, look)| (2000.0 + months(start), 2000.0 + months(start + length), looks[look]))
                .collect();
            let chart = chart(&spans);
            let outcomes: Vec<Outcome<'_>> = chart.figures.iter().enumerate().collect();
            prop_assert_eq!(nexts(&outcomes), plainly(&outcomes));
        }
    }

    #[test]
    fn days_are_joined_to_the_next_day() {
        let day = |day: u32| f64::from(day) / 365.0;
        let days: Vec<_> = [0, 1, 2, 4]
            .map(|at| (2021.0 + day(at), 2021.0 + day(at + 1), Look::Actual))
            .into();
        assert_eq!(joined(&days), [(0, 1), (1, 2)]);
    }
}
