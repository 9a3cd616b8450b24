//! What outcomes come to together, and which of them cover a period without a gap.

use crate::dataset::Period;

use super::Reason;
use super::case::{Outcome, is_same};
use super::interval::Interval;

/// The sum of outcomes; none where one of them has no number.
pub(super) fn total(outcomes: &[&Outcome], moves: f64) -> Option<Interval> {
    let mut sum = Interval::closed(0.0, 0.0);
    for outcome in outcomes {
        sum = sum.plus(Interval::of(outcome, moves)?);
    }
    Some(sum)
}

/// The fewest outcomes that cover a period from its start to the end of the newest, without a gap and
/// without anything twice. They must stand with the newest first: of two that cover the same, that one
/// counts.
pub(super) fn covering<'a>(
    outcomes: &[&'a Outcome],
    period: Period,
) -> Result<Vec<&'a Outcome>, Reason> {
    let newest = outcomes.first().ok_or(Reason::PartOfPeriod)?.period.end();
    // From each point that is reached a step further by each outcome that starts there: the first way to
    // a point is one of the shortest.
    let mut ways = vec![(period.start(), Vec::new())];
    let mut next = 0;
    while let Some((reached, parts)) = ways.get(next).cloned() {
        if is_same(reached, newest) {
            return Ok(parts);
        }
        for outcome in outcomes {
            let end = outcome.period.end();
            let is_known = ways.iter().any(|(known, _)| is_same(*known, end));
            if is_same(outcome.period.start(), reached) && !is_known {
                let further = parts.iter().copied().chain([*outcome]);
                ways.push((end, further.collect()));
            }
        }
        next += 1;
    }
    Err(Reason::Gap)
}
