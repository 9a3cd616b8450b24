//! The time axis: whole years as bands of equal width, each named at its middle.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

/// Years outside this range are taken for damaged data and not drawn.
const KNOWN: Range<f64> = 0.0..10_000.0;

/// A time span as charts draw it: start and end in decimal years, or none where it cannot be
/// drawn. An end before the start counts as the start: a point in time.
pub(super) fn drawable(start: f64, end: f64) -> Option<(f64, f64)> {
    let known = KNOWN.contains(&start) && (KNOWN.contains(&end) || end <= KNOWN.end);
    known.then_some((start, end.max(start)))
}

/// Years `first` up to but not including `last`, with equal room beside them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Years {
    first: i32,
    last: i32,
    /// Empty room on each side, in years.
    room: f64,
}

impl Years {
    /// The whole years that hold a time, on an axis `width` pixels long where a year is to have
    /// at most `widest` pixels: one year alone does not stretch over the whole chart.
    pub(super) fn around((start, end): (f64, f64), width: i32, widest: i32) -> Self {
        let first = (start + 0.01).floor() as i32;
        let last = ((end - 0.01).ceil() as i32).max(first + 1);
        let count = f64::from(last - first);
        let shown = f64::from(width.max(1)) / f64::from(widest.max(1));
        Self {
            first,
            last,
            room: ((shown - count) / 2.0).max(0.0),
        }
    }

    /// Where one year ends and the next starts, both ends of the axis included.
    pub(super) fn borders(&self) -> impl Iterator<Item = f64> + use<> {
        (self.first..=self.last).map(f64::from)
    }

    /// How many years there are, 1 or more.
    pub(super) fn count(&self) -> i32 {
        self.last - self.first
    }

    /// The length of the axis in years, the empty room included.
    fn length(&self) -> f64 {
        f64::from(self.count()) + 2.0 * self.room
    }

    /// The width of one year on an axis of so many pixels.
    pub(super) fn band(&self, width: i32) -> i32 {
        (f64::from(width) / self.length()) as i32
    }
}

impl Ranged for Years {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let share = (value - f64::from(self.first) + self.room) / self.length();
        let share = if share.is_finite() {
            share.clamp(0.0, 1.0)
        } else {
            0.0
        };
        let (start, end) = (f64::from(limit.0), f64::from(limit.1));
        (start + (end - start) * share).round() as i32
    }

    /// The middles of every year, or of every second, fifth, tenth … where the hint allows fewer.
    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        let most = i32::try_from(hint.max_num_points())
            .unwrap_or(i32::MAX)
            .max(1);
        let every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
            .into_iter()
            .find(|every| self.count() <= most.saturating_mul(*every))
            .unwrap_or(10_000);
        let round = |year: &i32| year.rem_euclid(every) == 0;
        // A few years with none round among them: the first is named.
        let first = (!(self.first..self.last).any(|year| round(&year))).then_some(self.first);
        let named = (self.first..self.last).filter(round).chain(first);
        named.map(|year| f64::from(year) + 0.5).collect()
    }

    fn range(&self) -> Range<f64> {
        f64::from(self.first)..f64::from(self.last)
    }
}

impl ValueFormatter<f64> for Years {
    fn format_ext(&self, value: &f64) -> String {
        format!("{:.0}", value.floor())
    }
}

#[cfg(test)]
mod tests {
    use super::{Years, drawable};
    use plotters::coord::ranged1d::{Ranged as _, ValueFormatter as _};

    #[test]
    fn the_axis_holds_whole_years() {
        let years = Years::around((2020.0, 2026.0), 600, 200);
        assert_eq!(years.range(), 2020.0..2026.0);
        assert_eq!(years.count(), 6);
        assert_eq!(years.borders().count(), 7);
    }

    #[test]
    fn years_are_named_at_their_middle() {
        let years = Years::around((2020.0, 2023.0), 600, 200);
        let points = years.key_points(10);
        assert_eq!(points, [2020.5, 2021.5, 2022.5]);
        let names: Vec<String> = points.iter().map(|at| years.format_ext(at)).collect();
        assert_eq!(names, ["2020", "2021", "2022"]);
        assert_eq!(years.map(&2021.5, (0, 600)), 300);
    }

    #[test]
    fn where_room_is_short_round_years_are_named() {
        let years = Years::around((2009.0, 2026.0), 600, 200);
        assert_eq!(years.key_points(4), [2010.5, 2015.5, 2020.5, 2025.5]);
        assert_eq!(years.key_points(0), [2020.5]);
        let few = Years::around((2021.0, 2024.0), 600, 200);
        assert_eq!(few.key_points(1), [2021.5]);
    }

    #[test]
    fn a_single_year_keeps_its_width_in_the_middle_of_the_axis() {
        let years = Years::around((2020.0, 2021.0), 600, 200);
        assert_eq!(years.map(&2020.0, (0, 600)), 200);
        assert_eq!(years.map(&2021.0, (0, 600)), 400);
        assert_eq!(years.band(600), 200);
    }

    #[test]
    fn spans_out_of_time_are_not_drawn() {
        assert_eq!(drawable(f64::NAN, 2020.0), None);
        assert_eq!(drawable(2020.0, f64::INFINITY), None);
        assert_eq!(drawable(-1e300, 2020.0), None);
        assert_eq!(drawable(2021.0, 2020.0), Some((2021.0, 2021.0)));
    }
}
