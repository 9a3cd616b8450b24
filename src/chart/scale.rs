//! A value axis: which values it shows, where its ticks are and how they are written.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

use crate::dataset::Lang;
use crate::text::number::Digits;

/// Values beyond this are not drawn: an `f64` no longer tells neighbouring integers apart there.
const LARGEST: f64 = 1e15;
/// Values nearer to zero than this are drawn as zero.
const SMALLEST: f64 = 1e-12;

/// The value as charts draw it, or none where it cannot be drawn. Plotters panics on a value that
/// is no number and may loop for ever on a range without width, so every value passes here first.
pub(super) fn drawable(value: f64) -> Option<f64> {
    let in_range = value.is_finite() && value.abs() <= LARGEST;
    in_range.then_some(if value.abs() < SMALLEST { 0.0 } else { value })
}

/// A range of values with round ticks, `low` and `high` among them. `low` is below `high`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    /// Distance of two ticks: 1, 2 or 5 times a power of ten.
    step: f64,
    /// Decimals that the step needs.
    decimals: usize,
    /// How the digits of the numbers are set apart.
    digits: Digits,
}

/// Before anybody says otherwise.
const DIGITS: Digits = Digits::of(Lang::Zh);

impl Scale {
    /// The scale around drawable values with at most `most` ticks (at least 3 are allowed);
    /// `zero` makes it reach zero.
    pub(super) fn around(values: impl IntoIterator<Item = f64>, zero: bool, most: usize) -> Self {
        let values = values.into_iter().filter_map(drawable);
        let ends = values.fold(None, |ends: Option<(f64, f64)>, value| {
            let (low, high) = ends.unwrap_or((value, value));
            Some((low.min(value), high.max(value)))
        });
        let (mut low, mut high) = ends.unwrap_or((0.0, 1.0));
        if zero {
            (low, high) = (low.min(0.0), high.max(0.0));
        }
        let (low, high) = widened(low, high);
        Self::rounded(low, high, most.max(3))
    }

    /// The scale with its numbers set apart in another way.
    pub(super) fn with_digits(self, digits: Digits) -> Self {
        Self { digits, ..self }
    }

    /// The scale of bars: from `low` to `high` exactly, which includes zero.
    pub(super) fn bars(low: f64, high: f64) -> Self {
        let (low, high) = widened(low.min(0.0), high.max(0.0));
        Self {
            low,
            high,
            step: high - low,
            decimals: 0,
            digits: DIGITS,
        }
    }

    /// Widens the range to whole steps, taking the smallest step that leaves at most `most` ticks.
    fn rounded(low: f64, high: f64, most: usize) -> Self {
        let gaps = most.saturating_sub(1).max(1) as f64;
        let mut power = ((high - low) / gaps).log10().floor() as i32;
        // 1, 2, 5, 10, 20, 50: three powers are plenty, for the first step is less than ten
        // times too small. The loop is bounded whatever the numbers are.
        for _ in 0..4 {
            for factor in [1.0, 2.0, 5.0] {
                let scale = Self::stepped(low, high, factor, power);
                if (scale.high - scale.low) / scale.step <= gaps + 0.5 {
                    return scale;
                }
            }
            power = power.saturating_add(1);
        }
        Self::bars(low, high)
    }

    fn stepped(low: f64, high: f64, factor: f64, power: i32) -> Self {
        let step = if power < 0 {
            // Dividing by a power of ten gives 0.1, multiplying by its inverse may not.
            factor / 10_f64.powi(-power)
        } else {
            factor * 10_f64.powi(power)
        };
        // A value on a tick must not open a further step by a rounding error.
        Self {
            low: (low / step + 1e-9).floor() * step,
            high: (high / step - 1e-9).ceil() * step,
            step,
            decimals: usize::try_from(-power).unwrap_or(0),
            digits: DIGITS,
        }
    }

    /// The ticks, lowest first; never more than a few.
    pub(super) fn ticks(&self) -> Vec<f64> {
        let first = (self.low / self.step).round();
        let count = ((self.high - self.low) / self.step)
            .round()
            .clamp(0.0, 16.0) as u32;
        let ticks = (0..=count).map(|index| (first + f64::from(index)) * self.step);
        ticks.collect()
    }
}

/// A range that has width, however small or equal its ends are.
fn widened(low: f64, high: f64) -> (f64, f64) {
    let largest = low.abs().max(high.abs());
    if high - low > largest * 1e-9 {
        return (low, high);
    }
    let by = if largest > 0.0 { largest * 0.1 } else { 1.0 };
    // Zero stays an end where it is one: all-zero bars grow upwards.
    let low = if low.abs() <= 0.0 { low } else { low - by };
    (low, high + by)
}

impl Ranged for Scale {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    /// Values off the scale land on its ends, so that no pixel is far outside the area.
    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let share = (value - self.low) / (self.high - self.low);
        let share = if share.is_finite() {
            share.clamp(0.0, 1.0)
        } else {
            0.0
        };
        let (start, end) = (f64::from(limit.0), f64::from(limit.1));
        (start + (end - start) * share).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        let ticks = self.ticks();
        let every = ticks.len().div_ceil(hint.max_num_points().max(1));
        ticks.into_iter().step_by(every.max(1)).collect()
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

impl ValueFormatter<f64> for Scale {
    /// Digits with no more decimals than the step has, and a true minus sign.
    fn format_ext(&self, value: &f64) -> String {
        let digits = format!("{:.*}", self.decimals, value.abs());
        if !digits.chars().any(|digit| ('1'..='9').contains(&digit)) {
            return "0".to_owned();
        }
        let sign = if *value < 0.0 { "−" } else { "" };
        let (whole, rest) = match digits.split_once('.') {
            Some((whole, rest)) => (whole, format!(".{rest}")),
            None => (digits.as_str(), String::new()),
        };
        // Numbers of one axis are all set apart, or none is.
        let most = format!("{:.0}", self.low.abs().max(self.high.abs()));
        let grouped = if most.len() >= self.digits.from {
            Digits {
                from: 4,
                ..self.digits
            }
            .group(whole)
        } else {
            whole.to_owned()
        };
        format!("{sign}{grouped}{rest}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Scale, drawable};
    use plotters::coord::ranged1d::{Ranged as _, ValueFormatter as _};

    /// The ticks of the scale around some values, as written.
    fn ticks(values: &[f64], zero: bool) -> Vec<String> {
        let scale = Scale::around(values.iter().copied(), zero, 5);
        let ticks = scale.ticks();
        ticks.iter().map(|tick| scale.format_ext(tick)).collect()
    }

    #[test]
    fn ticks_are_round_and_three_to_five() {
        assert_eq!(ticks(&[-6.7, 15.0], true), ["−10", "0", "10", "20"]);
        assert_eq!(
            ticks(&[0.0, 1550.0], true),
            ["0", "500", "1000", "1500", "2000"]
        );
        assert_eq!(
            ticks(&[7.1, 8.9], false),
            ["7.0", "7.5", "8.0", "8.5", "9.0"]
        );
        assert_eq!(ticks(&[0.0, 0.3], true), ["0", "0.1", "0.2", "0.3"]);
    }

    #[test]
    fn large_and_small_numbers_are_written_plainly() {
        assert_eq!(
            ticks(&[1e12], true),
            [
                "0",
                "500\u{202f}000\u{202f}000\u{202f}000",
                "1\u{202f}000\u{202f}000\u{202f}000\u{202f}000"
            ]
        );
        assert_eq!(ticks(&[1e-6], true), ["0", "0.0000005", "0.0000010"]);
        assert_eq!(
            ticks(&[9000.0, 21000.0], false),
            [
                "5\u{202f}000",
                "10\u{202f}000",
                "15\u{202f}000",
                "20\u{202f}000",
                "25\u{202f}000"
            ]
        );
    }

    #[test]
    fn equal_values_get_room_on_both_sides() {
        assert_eq!(
            ticks(&[100.0, 100.0], false),
            ["90", "95", "100", "105", "110"]
        );
        assert_eq!(ticks(&[0.0, 0.0], false), ["0", "0.5", "1.0"]);
        assert_eq!(ticks(&[], false), ["0", "0.5", "1.0"]);
    }

    #[test]
    fn values_that_cannot_be_drawn_are_left_out() {
        assert_eq!(drawable(f64::NAN), None);
        assert_eq!(drawable(f64::NEG_INFINITY), None);
        assert_eq!(drawable(1e16), None);
        assert_eq!(drawable(-1e-300), Some(0.0));
        assert_eq!(
            ticks(&[f64::NAN, 1.0, f64::INFINITY, 3.0], true),
            ["0", "1", "2", "3"]
        );
    }

    #[test]
    fn every_range_of_values_gets_three_to_five_ticks_that_enclose_it() {
        for low in [-1e15, -12.3, -1e-9, 0.0, 1e-6, 3.0, 999.0, 1e12] {
            for spread in [0.0, 1e-9, 0.07, 1.0, 4.2, 99.0, 1e6, 9e14] {
                let scale = Scale::around([low, low + spread], false, 5);
                let count = scale.ticks().len();
                assert!((3..=5).contains(&count), "{low} + {spread}: {count} ticks");
                let range = scale.range();
                let hair = (range.end - range.start) * 1e-6;
                assert!(range.start <= low + hair && range.end >= low + spread - hair);
            }
        }
    }

    #[test]
    fn mapping_is_linear_and_stays_within_the_pixels() {
        let scale = Scale::around([0.0, 10.0], true, 5);
        assert_eq!(scale.map(&5.0, (100, 0)), 50);
        assert_eq!(scale.map(&99.0, (100, 0)), 0);
        assert_eq!(scale.map(&f64::NAN, (100, 0)), 100);
        assert_eq!(scale.map(&5.0, (7, 7)), 7);
    }

    #[test]
    fn plotters_gets_no_more_key_points_than_it_asks_for() {
        let scale = Scale::around([0.0, 40.0], true, 5);
        assert_eq!(scale.key_points(5).len(), 5);
        assert_eq!(scale.key_points(3).len(), 3);
        assert!(scale.key_points(0).len() <= 1);
    }
}
