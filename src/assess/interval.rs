//! What is known of a quantity, and what a target asks of it: from where to where it may lie.

use crate::dataset::Comparator;

use super::case::{Outcome, is_same};

/// From where to where a quantity may lie. The same number twice where it is known as one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Interval {
    pub low: f64,
    pub high: f64,
    /// Whether the lower end itself is left out.
    is_low_open: bool,
    /// Whether the upper end itself is left out.
    is_high_open: bool,
}

impl Interval {
    /// Both ends belong to it.
    pub const fn closed(low: f64, high: f64) -> Self {
        Self {
            low,
            high,
            is_low_open: false,
            is_high_open: false,
        }
    }

    /// What a number says with its comparator; of a range `high` is the other end.
    pub fn bounded(comparator: Comparator, low: f64, high: f64) -> Self {
        let (least, most) = (low.min(high), low.max(high));
        let above = Self::closed(low, f64::INFINITY);
        let below = Self::closed(f64::NEG_INFINITY, low);
        match comparator {
            Comparator::Equal | Comparator::About => Self::closed(least, most),
            Comparator::AtLeast => above,
            Comparator::AtMost => below,
            Comparator::MoreThan => Self {
                is_low_open: true,
                ..above
            },
            Comparator::LessThan => Self {
                is_high_open: true,
                ..below
            },
        }
    }

    /// What is known by an outcome, its printed number moved by so many halves of its last digit.
    pub fn of(outcome: &Outcome, moves: f64) -> Option<Self> {
        let low = outcome.low?.moved(moves);
        let high = outcome.high.map_or(low, |high| high.moved(moves));
        Some(Self::bounded(outcome.comparator, low, high))
    }

    /// What two quantities come to together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            high: self.high + other.high,
            is_low_open: self.is_low_open || other.is_low_open,
            is_high_open: self.is_high_open || other.is_high_open,
        }
    }

    /// Whether both ends are known.
    pub const fn is_finite(self) -> bool {
        self.low.is_finite() && self.high.is_finite()
    }

    /// Whether it is one number.
    pub fn is_one(self) -> bool {
        self.is_finite() && is_same(self.low, self.high)
    }

    /// The end that is printed; none where neither is.
    pub fn printed(self) -> Option<f64> {
        let ends = [self.low, self.high];
        ends.into_iter().find(|end| end.is_finite())
    }

    /// Whether a quantity that lies in this interval lies in the other: none where it depends.
    pub fn lies_in(self, other: Self) -> Option<bool> {
        if self.is_from(other) && self.is_to(other) {
            Some(true)
        } else if self.is_before(other) || other.is_before(self) {
            Some(false)
        } else {
            None
        }
    }

    fn is_from(self, other: Self) -> bool {
        let is_at = is_same(self.low, other.low) && (self.is_low_open || !other.is_low_open);
        other.low == f64::NEG_INFINITY || is_beyond(self.low, other.low) || is_at
    }

    fn is_to(self, other: Self) -> bool {
        let is_at = is_same(self.high, other.high) && (self.is_high_open || !other.is_high_open);
        other.high == f64::INFINITY || is_beyond(other.high, self.high) || is_at
    }

    fn is_before(self, other: Self) -> bool {
        let touches = is_same(self.high, other.low);
        is_beyond(other.low, self.high) || touches && (self.is_high_open || other.is_low_open)
    }
}

/// Whether a number is above another by more than what computing makes of their last digits.
fn is_beyond(number: f64, other: f64) -> bool {
    number > other && !is_same(number, other)
}
