//! The seven rules, the first that fits: from a case to a status with its numbers.

use crate::dataset::{Comparator, Measure};

use super::case::{Bound, Case, Form, Outcome, Promise, Side, is_same};
use super::judgement::{Judgement, Numbers};
use super::parts::{Range, tiled, total, yearly};
use super::{Reason, Rule, Status, Words};

/// From so many points ahead of the calendar on a sum or a level counts as ahead of it.
pub const AHEAD: f64 = 0.05;
/// Down to so many points against the calendar it counts as on pace.
pub const ON_PACE: f64 = -0.05;
/// Down to so many points against the calendar it counts as slightly behind.
pub const SLIGHTLY: f64 = -0.15;
/// Down to so many points a year below the required growth it counts as slightly behind.
pub const GROWTH_SLIGHTLY: f64 = -0.005;

/// By how many halves of its last digit each printed figure is moved.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Moves {
    pub target: f64,
    pub outcome: f64,
    pub base: f64,
}

/// The first rule that fits.
pub(super) fn judge(case: &Case, moves: Moves) -> Judgement {
    let Some(newest) = case.outcomes.first() else {
        return Judgement::new(Rule::NoOutcome, Status::Awaiting);
    };
    let Some(bound) = case.promise.bound else {
        return in_words(&case.outcomes, Reason::NoNumber);
    };
    if let Some(reason) = newest.apart {
        return Judgement::undecided(Rule::Basis, reason);
    }
    if newest.low.is_none() {
        return in_words(&case.outcomes, Reason::WordsOnly);
    }
    let goal = Goal::new(&case.promise, &bound, moves.target);
    match case.promise.form() {
        Form::Sum => goal.sum(&case.outcomes, moves),
        _ if goal.is_whole(newest) => goal.threshold(&[newest], moves),
        Form::Level => goal.level(newest, case.base.as_ref(), moves),
        Form::Growth => goal.growth(&case.outcomes, moves),
        Form::Threshold => Judgement::undecided(Rule::Threshold, Reason::PartOfPeriod),
    }
}

/// What the words of the newest outcome that has any say.
fn in_words(outcomes: &[Outcome], otherwise: Reason) -> Judgement {
    let said = outcomes.iter().find(|o| o.words != Words::Other);
    let judged = match said.map(|outcome| outcome.words) {
        Some(Words::Met) => Judgement::new(Rule::Words, Status::ReportedMet),
        Some(Words::Missed) => Judgement::undecided(Rule::Words, Reason::SaysMissed),
        Some(Words::Other) | None => Judgement::undecided(Rule::Words, otherwise),
    };
    Judgement {
        parts: said
            .or(outcomes.first())
            .map(|o| o.row)
            .into_iter()
            .collect(),
        ..judged
    }
}

/// A target with a number, moved as asked.
struct Goal<'a> {
    promise: &'a Promise,
    comparator: Comparator,
    low: f64,
    high: Option<f64>,
    side: Side,
}

impl<'a> Goal<'a> {
    fn new(promise: &'a Promise, bound: &Bound, moves: f64) -> Self {
        Self {
            promise,
            comparator: bound.comparator,
            low: bound.low.moved(moves),
            high: bound.high.map(|high| high.moved(moves)),
            side: promise.side(),
        }
    }

    /// The number that counts: of a range the end that is reached first.
    fn number(&self) -> f64 {
        match (self.side, self.high) {
            (Side::Below, Some(high)) => high,
            _ => self.low,
        }
    }

    fn is_reached(&self, by: f64) -> bool {
        let number = self.number();
        let is_at = is_same(by, number);
        match (self.comparator, self.side, self.high) {
            (Comparator::MoreThan, _, _) => by > number && !is_at,
            (Comparator::LessThan, _, _) => by < number && !is_at,
            (_, Side::Above, _) => by > number || is_at,
            (_, Side::Below, _) => by < number || is_at,
            (_, Side::Within, None) => is_at,
            (_, Side::Within, Some(high)) => {
                (by > number || is_at) && (by < high || is_same(by, high))
            }
        }
    }

    /// Whether the target is reached wherever in a range the quantity lies; none where it depends.
    fn holds(&self, range: Range) -> Option<bool> {
        let (low, high) = (self.is_reached(range.low), self.is_reached(range.high));
        (low == high && (range.is_one() || self.side != Side::Within)).then_some(low)
    }

    fn gap(&self, outcome: f64) -> f64 {
        let over = outcome - self.number();
        match self.side {
            Side::Above => over,
            Side::Below => -over,
            Side::Within => -self
                .high
                .map_or(over.abs(), |high| (outcome - high).max(-over).max(0.0)),
        }
    }

    fn numbers(&self, outcome: f64) -> Numbers {
        Numbers {
            target: self.number(),
            outcome,
            gap: self.gap(outcome),
            ..Numbers::default()
        }
    }

    /// Whether an outcome is of the whole period. What is measured at a moment needs the end alone.
    fn is_whole(&self, outcome: &Outcome) -> bool {
        let period = self.promise.period;
        let is_moment = matches!(
            self.promise.measure,
            Measure::Stock | Measure::Ratio | Measure::Rank
        ) || self.promise.form() == Form::Level;
        period == outcome.period || is_moment && is_same(period.end(), outcome.period.end())
    }

    /// Rule 4.
    fn threshold(&self, outcomes: &[&Outcome], moves: Moves) -> Judgement {
        let Some(range) = total(outcomes, moves.outcome) else {
            return Judgement::undecided(Rule::Threshold, Reason::WordsOnly);
        };
        let judged = match self.holds(range) {
            Some(true) => Judgement::new(Rule::Threshold, Status::Met),
            Some(false) => Judgement::new(Rule::Threshold, Status::Missed),
            None => Judgement::undecided(Rule::Threshold, Reason::Bound),
        };
        judged.of(outcomes, self.numbers(range.printed()))
    }

    /// Rule 5.
    fn sum(&self, outcomes: &[Outcome], moves: Moves) -> Judgement {
        let period = self.promise.period;
        let parts = match tiled(outcomes, period) {
            Ok(parts) => parts,
            Err(reason) => return Judgement::undecided(Rule::Sum, reason),
        };
        let reached = parts
            .last()
            .map_or(period.start(), |last| last.period.end());
        if is_same(reached, period.end()) {
            return self.threshold(&parts, moves);
        }
        let Some(range) = total(&parts, moves.outcome) else {
            return Judgement::undecided(Rule::Sum, Reason::WordsOnly);
        };
        let (goal, done) = (self.number(), range.printed());
        let elapsed = share(reached - period.start(), period.end() - period.start());
        let printed = match parts.as_slice() {
            [only] => only.share.map(|(share, _)| share.moved(moves.outcome)),
            _ => None,
        };
        let share = printed.or_else(|| share(done, goal).filter(|_| goal > 0.0));
        let pace = share.zip(elapsed).map(|(share, elapsed)| match self.side {
            Side::Below => elapsed - share,
            Side::Above | Side::Within => share - elapsed,
        });
        let months = (period.end() - reached) * 12.0;
        let numbers = Numbers {
            share,
            elapsed,
            pace,
            needed: finite((goal - done) / months),
            projected: elapsed.and_then(|elapsed| finite(done / elapsed)),
            implied: printed.and_then(|share| finite(done / share)),
            ..self.numbers(done)
        };
        let judged = |status| Judgement::new(Rule::Sum, status);
        let over = range.low > goal && !is_same(range.low, goal);
        let judged = match (self.side, share, pace) {
            (Side::Within, ..) => Judgement::undecided(Rule::Sum, Reason::NoDirection),
            // A ceiling that is passed stays passed.
            (Side::Below, ..) if over => judged(Status::Missed),
            (Side::Above, Some(share), _) if share >= 1.0 => judged(Status::MetEarly),
            _ if !range.is_one() => Judgement::undecided(Rule::Sum, Reason::Bound),
            (_, _, Some(pace)) => judged(banded(pace)),
            _ => Judgement::undecided(Rule::Sum, Reason::NoShare),
        };
        judged.of(&parts, numbers)
    }

    /// Rule 6.
    fn level(&self, newest: &Outcome, base: Option<&Outcome>, moves: Moves) -> Judgement {
        let Some(range) = Range::of(newest, moves.outcome) else {
            return Judgement::undecided(Rule::Level, Reason::WordsOnly);
        };
        let plan = self.promise.plan;
        let holds = self.holds(range);
        let start = base.and_then(|base| Some(base.low?.moved(moves.base)));
        let (now, goal) = (range.printed(), self.number());
        let elapsed = share(
            newest.period.end() - plan.start(),
            plan.end() - plan.start(),
        );
        let way = start.and_then(|start| share(now - start, goal - start));
        let years = plan.end() - newest.period.end();
        let numbers = Numbers {
            base: start,
            share: way,
            elapsed,
            pace: way.zip(elapsed).map(|(way, elapsed)| way - elapsed),
            needed: finite((goal - now) / years),
            projected: start
                .zip(elapsed)
                .and_then(|(s, e)| finite(s + (now - s) / e)),
            ..self.numbers(now)
        };
        let judged = |status| Judgement::new(Rule::Level, status);
        let is_kept = start.is_some_and(|start| self.is_reached(start));
        let judged = match (holds, way) {
            (Some(true), _) if is_kept => judged(Status::Met),
            (Some(true), _) => judged(Status::MetEarly),
            (None, _) => Judgement::undecided(Rule::Level, Reason::Bound),
            _ if start.is_none() => Judgement::undecided(Rule::Level, Reason::NoBase),
            _ if is_kept => judged(Status::Behind),
            // A place in an order is no way that is gone in even steps.
            _ if self.promise.measure == Measure::Rank => {
                Judgement::undecided(Rule::Level, Reason::PartOfPeriod)
            }
            _ if self.side == Side::Within => {
                Judgement::undecided(Rule::Level, Reason::NoDirection)
            }
            _ if !range.is_one() => Judgement::undecided(Rule::Level, Reason::Bound),
            (_, Some(way)) if way < 0.0 => judged(Status::Reversing),
            (_, Some(way)) => judged(banded(way - elapsed.unwrap_or_default())),
            (_, None) => Judgement::undecided(Rule::Level, Reason::NoShare),
        };
        judged.of(&[newest], numbers)
    }

    /// Rule 7.
    fn growth(&self, outcomes: &[Outcome], moves: Moves) -> Judgement {
        let period = self.promise.period;
        let parts = match yearly(outcomes, period) {
            Ok(parts) => parts,
            Err(reason) => return Judgement::undecided(Rule::Growth, reason),
        };
        let rates = parts.iter().map(|part| Range::of(part, moves.outcome));
        let index = rates.map(|rate| Some(1.0 + rate.filter(|rate| rate.is_one())?.low));
        let Some(index) = index.product::<Option<f64>>() else {
            return Judgement::undecided(Rule::Growth, Reason::Bound);
        };
        let (all, over) = (period.end() - period.start(), parts.len() as f64);
        let Some(rate) = root(index, over).filter(|_| self.low > -1.0) else {
            return Judgement::undecided(Rule::Growth, Reason::NoShare);
        };
        let pace = self.gap(rate);
        let rest = (1.0 + self.number()).powf(all) / index;
        let is_over = is_same(all, over);
        let numbers = Numbers {
            elapsed: share(over, all),
            pace: Some(pace),
            needed: root(rest, all - over).filter(|_| !is_over),
            projected: Some(rate),
            ..self.numbers(rate)
        };
        let judged = match self.side {
            _ if is_over && self.is_reached(rate) => Judgement::new(Rule::Threshold, Status::Met),
            _ if is_over => Judgement::new(Rule::Threshold, Status::Missed),
            Side::Within => Judgement::undecided(Rule::Growth, Reason::NoDirection),
            _ if self.is_reached(rate) => Judgement::new(Rule::Growth, Status::OnPace),
            _ if at_least(pace, GROWTH_SLIGHTLY) => {
                Judgement::new(Rule::Growth, Status::SlightlyBehind)
            }
            _ => Judgement::new(Rule::Growth, Status::Behind),
        };
        judged.of(&parts, numbers)
    }
}

/// The status for a lead over the calendar.
fn banded(pace: f64) -> Status {
    if at_least(pace, AHEAD) {
        Status::Ahead
    } else if at_least(pace, ON_PACE) {
        Status::OnPace
    } else if at_least(pace, SLIGHTLY) {
        Status::SlightlyBehind
    } else {
        Status::Behind
    }
}

fn at_least(pace: f64, band: f64) -> bool {
    pace >= band - 1e-12
}

fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}

fn share(part: f64, whole: f64) -> Option<f64> {
    finite(part / whole)
}

/// The average yearly rate that so many years of growth by a factor come to.
pub(super) fn root(factor: f64, years: f64) -> Option<f64> {
    let rate = (factor > 0.0 && years > 0.0).then(|| factor.powf(1.0 / years) - 1.0);
    rate.and_then(finite)
}
