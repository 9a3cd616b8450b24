//! What outcomes come to together: a quantity that is known exactly or within bounds, and the outcomes
//! that cover a period without a gap.

use crate::dataset::{Comparator, Period};

use super::Reason;
use super::case::{Outcome, is_same};

/// What is known of a quantity: from where to where it may lie. The same number twice where it is
/// printed as one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    pub low: f64,
    pub high: f64,
}

impl Range {
    pub fn of(outcome: &Outcome, moves: f64) -> Option<Self> {
        let low = outcome.low?.moved(moves);
        let high = outcome.high.map_or(low, |high| high.moved(moves));
        Some(match outcome.comparator {
            Comparator::Equal | Comparator::About => Self { low, high },
            Comparator::AtLeast | Comparator::MoreThan => Self {
                low,
                high: f64::INFINITY,
            },
            Comparator::AtMost | Comparator::LessThan => Self {
                low: f64::NEG_INFINITY,
                high: low,
            },
        })
    }

    pub fn is_one(self) -> bool {
        self.low.is_finite() && self.high.is_finite() && is_same(self.low, self.high)
    }

    /// The end that is printed.
    pub fn printed(self) -> f64 {
        if self.low.is_finite() {
            self.low
        } else {
            self.high
        }
    }
}

/// The sum of outcomes that follow each other.
pub(super) fn total(outcomes: &[&Outcome], moves: f64) -> Option<Range> {
    let mut sum = Range {
        low: 0.0,
        high: 0.0,
    };
    for outcome in outcomes {
        let range = Range::of(outcome, moves)?;
        sum = Range {
            low: sum.low + range.low,
            high: sum.high + range.high,
        };
    }
    sum.printed().is_finite().then_some(sum)
}

/// The fewest outcomes that cover a period from its start to the end of the newest, without a gap and
/// without anything twice.
pub(super) fn tiled(outcomes: &[Outcome], period: Period) -> Result<Vec<&Outcome>, Reason> {
    let newest = outcomes.first().map_or(period.start(), |o| o.period.end());
    let mut parts: Vec<&Outcome> = Vec::new();
    let mut reached = period.start();
    while reached < newest && !is_same(reached, newest) {
        let next = outcomes
            .iter()
            .filter(|o| o.low.is_some() && o.apart.is_none());
        let next = next.filter(|o| is_same(o.period.start(), reached));
        // The newest stand first: of two that end together the first counts.
        let next = next.reduce(|best, o| {
            if o.period.end() > best.period.end() {
                o
            } else {
                best
            }
        });
        let Some(next) = next else {
            return Err(Reason::Gap);
        };
        reached = next.period.end();
        parts.push(next);
    }
    Ok(parts)
}

/// The rate of each whole year from the start of a period to the last that is known.
pub(super) fn yearly(outcomes: &[Outcome], period: Period) -> Result<Vec<&Outcome>, Reason> {
    let of_year = |year| {
        outcomes
            .iter()
            .find(|o| o.period == Period::year(year) && o.low.is_some() && o.apart.is_none())
    };
    let years = period.first_year()..=period.last_year();
    let last = years.clone().rev().find(|year| of_year(*year).is_some());
    let last = last.ok_or(Reason::PartOfPeriod)?;
    let parts: Option<Vec<&Outcome>> = (period.first_year()..=last).map(of_year).collect();
    parts.ok_or(Reason::Gap)
}
