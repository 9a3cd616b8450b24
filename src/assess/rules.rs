//! The seven rules, the first that fits: from a case to a status with its numbers.

use crate::dataset::Comparator::{AtLeast, AtMost, LessThan, MoreThan};
use crate::dataset::Measure;

use super::case::{Bound, Case, Form, Outcome, Promise, Side, is_same};
use super::interval::Interval;
use super::judgement::{Judgement, Numbers};
use super::parts::{covering, total};
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
        return in_words(case, Reason::NoNumber);
    };
    let says = newest.words != Words::Other && case.promise.is_whole(newest.period);
    let known: Vec<&Outcome> = case.outcomes.iter().filter(|o| o.low.is_some()).collect();
    if known.is_empty() || newest.low.is_none() && says {
        return in_words(case, Reason::WordsOnly);
    }
    let goal = Goal::new(&case.promise, &bound, moves.target);
    goal.by(&known, case.base.as_ref(), moves)
}

/// What the words of the newest outcome of the whole period say that has any say.
fn in_words(case: &Case, otherwise: Reason) -> Judgement {
    let whole = case.outcomes.iter();
    let mut whole = whole.filter(|o| case.promise.is_whole(o.period)).peekable();
    let reason = match whole.peek() {
        None => Reason::PartOfPeriod,
        Some(_) => otherwise,
    };
    let said = whole.find(|o| o.words != Words::Other);
    let judged = match said.map(|outcome| outcome.words) {
        Some(Words::Met) => Judgement::new(Rule::Words, Status::ReportedMet),
        Some(Words::Missed) => Judgement::undecided(Rule::Words, Reason::SaysMissed),
        Some(Words::Other) | None => Judgement::undecided(Rule::Words, reason),
    };
    let shown = said.or(case.outcomes.first());
    Judgement {
        parts: shown.map(|outcome| outcome.row).into_iter().collect(),
        ..judged
    }
}

/// A target with a number, moved as asked.
struct Goal<'a> {
    promise: &'a Promise,
    /// The number that counts: of a range the end that is reached first.
    number: f64,
    /// The upper end of a range.
    high: Option<f64>,
    side: Side,
    /// Where a quantity must lie to reach it.
    asks: Interval,
}

impl<'a> Goal<'a> {
    fn new(promise: &'a Promise, bound: &Bound, moves: f64) -> Self {
        let low = bound.low.moved(moves);
        let high = bound.high.map(|high| high.moved(moves));
        let side = promise.side();
        let number = match (side, high) {
            (Side::Below, Some(high)) => high,
            _ => low,
        };
        let reach = match side {
            _ if matches!(bound.comparator, MoreThan | LessThan) => bound.comparator,
            Side::Above => AtLeast,
            Side::Below => AtMost,
            Side::Within => bound.comparator,
        };
        Self {
            promise,
            number,
            high,
            side,
            asks: Interval::bounded(reach, number, high.unwrap_or(number)),
        }
    }

    /// By the outcomes that have a number, of which there is one, the newest first.
    fn by(&self, known: &[&Outcome], base: Option<&Outcome>, moves: Moves) -> Judgement {
        let form = self.promise.form();
        let is_fit = |outcome: &&&Outcome| match form {
            Form::Sum => true,
            Form::Level => self.promise.measures(outcome.period),
            Form::Growth => outcome.period.is_whole_years(),
            Form::Threshold => self.promise.is_whole(outcome.period),
        };
        let fit: Vec<&Outcome> = known.iter().filter(is_fit).copied().collect();
        let newest = fit.first().or(known.first());
        if let Some(reason) = newest.and_then(|outcome| outcome.apart) {
            return Judgement::undecided(Rule::Basis, reason);
        }
        let fit: Vec<&Outcome> = fit.into_iter().filter(|o| o.is_comparable()).collect();
        match (form, fit.as_slice()) {
            (Form::Sum, own) => self.sum(own, moves),
            (Form::Growth, own) => self.growth(own, moves),
            (_, [whole, ..]) if self.promise.is_whole(whole.period) => {
                self.threshold(&[whole], moves)
            }
            (Form::Level, [newest, ..]) => self.level(newest, base, moves),
            (Form::Level, []) => Judgement::undecided(Rule::Level, Reason::PartOfPeriod),
            (Form::Threshold, _) => Judgement::undecided(Rule::Threshold, Reason::PartOfPeriod),
        }
    }

    fn is_reached(&self, by: f64) -> bool {
        Interval::closed(by, by).lies_in(self.asks) == Some(true)
    }

    fn gap(&self, outcome: f64) -> f64 {
        let over = outcome - self.number;
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
            target: self.number,
            outcome,
            gap: self.gap(outcome),
            ..Numbers::default()
        }
    }

    /// Rule 4.
    fn threshold(&self, outcomes: &[&Outcome], moves: Moves) -> Judgement {
        let known = total(outcomes, moves.outcome);
        let Some((known, printed)) = known.and_then(|known| Some((known, known.printed()?))) else {
            return Judgement::undecided(Rule::Threshold, Reason::Bound);
        };
        let judged = match known.lies_in(self.asks) {
            Some(true) => Judgement::new(Rule::Threshold, Status::Met),
            Some(false) => Judgement::new(Rule::Threshold, Status::Missed),
            None => Judgement::undecided(Rule::Threshold, Reason::Bound),
        };
        judged.of(outcomes, self.numbers(printed))
    }

    /// Rule 5.
    fn sum(&self, outcomes: &[&Outcome], moves: Moves) -> Judgement {
        let period = self.promise.period;
        let parts = match (self.promise.measure, outcomes) {
            // It holds all from its start on already.
            (Measure::Cumulative, [newest, ..]) => vec![*newest],
            _ => match covering(outcomes, period) {
                Ok(parts) => parts,
                Err(reason) => return Judgement::undecided(Rule::Sum, reason),
            },
        };
        let reached = parts
            .last()
            .map_or(period.start(), |last| last.period.end());
        if is_same(reached, period.end()) {
            return self.threshold(&parts, moves);
        }
        let known = total(&parts, moves.outcome);
        let Some((known, done)) = known.and_then(|known| Some((known, known.printed()?))) else {
            return Judgement::undecided(Rule::Sum, Reason::Bound);
        };
        let elapsed = share(reached - period.start(), period.end() - period.start());
        // A share that is printed is one of the year's task.
        let is_year = period.first_year() == period.last_year();
        let printed = match parts.as_slice() {
            [only] if is_year => only.share.map(|(share, _)| share.moved(moves.outcome)),
            _ => None,
        };
        let is_ceiling = self.side == Side::Below && self.number >= 0.0;
        // What is to be taken away counts as done like anything else; of a floor below nothing, and of
        // nothing, there is no share.
        let has_share = self.number > 0.0 || self.number < 0.0 && self.side == Side::Below;
        let share_of =
            |done: f64| printed.or_else(|| share(done, self.number).filter(|_| has_share));
        let pace_of = |done: f64| {
            let (share, elapsed) = (share_of(done)?, elapsed?);
            Some(if is_ceiling {
                elapsed - share
            } else {
                share - elapsed
            })
        };
        let months = (period.end() - reached) * 12.0;
        let numbers = Numbers {
            share: share_of(done),
            elapsed,
            pace: pace_of(done),
            needed: finite((self.number - done) / months),
            projected: elapsed.and_then(|elapsed| share(done, elapsed)),
            implied: printed.and_then(|share| finite(done / share)),
            ..self.numbers(done)
        };
        let judged = |status| Judgement::new(Rule::Sum, status);
        let is_met = known.lies_in(self.asks);
        let is_all = printed.is_some_and(|share| share >= 1.0) || has_share && is_met == Some(true);
        let judged = match self.side {
            Side::Within => Judgement::undecided(Rule::Sum, Reason::NoDirection),
            // A ceiling that is passed stays passed.
            Side::Below if is_ceiling && is_met == Some(false) => judged(Status::Missed),
            _ if !is_ceiling && is_all => judged(Status::MetEarly),
            _ if !is_ceiling && is_met.is_none() => Judgement::undecided(Rule::Sum, Reason::Bound),
            _ => match everywhere(known, |done| pace_of(done).map(banded)) {
                Ok(status) => judged(status),
                Err(reason) => Judgement::undecided(Rule::Sum, reason),
            },
        };
        judged.of(&parts, numbers)
    }

    /// Rule 6.
    fn level(&self, newest: &Outcome, base: Option<&Outcome>, moves: Moves) -> Judgement {
        let known = Interval::of(newest, moves.outcome);
        let Some((known, now)) = known.and_then(|known| Some((known, known.printed()?))) else {
            return Judgement::undecided(Rule::Level, Reason::Bound);
        };
        let (plan, end) = (self.promise.plan, newest.period.end());
        let start = base.and_then(|base| Some(base.low?.moved(moves.base)));
        let is_kept = start.is_some_and(|start| self.is_reached(start));
        let elapsed = share(end - plan.start(), plan.end() - plan.start());
        let way_of = |now: f64| {
            let start = start.filter(|_| !is_kept)?;
            share(now - start, self.number - start)
        };
        let pace_of = |now: f64| Some(way_of(now)? - elapsed?);
        let numbers = Numbers {
            base: start,
            share: way_of(now),
            elapsed,
            pace: pace_of(now),
            needed: finite((self.number - now) / (plan.end() - end)),
            projected: start
                .zip(elapsed)
                .and_then(|(start, elapsed)| finite(start + (now - start) / elapsed)),
            ..self.numbers(now)
        };
        let status_of = |now: f64| {
            let is_away = way_of(now)? < 0.0;
            let banded = banded(pace_of(now)?);
            Some(if is_away { Status::Reversing } else { banded })
        };
        let undecided = |reason| Judgement::undecided(Rule::Level, reason);
        let judged = match known.lies_in(self.asks) {
            Some(true) if is_kept => Judgement::new(Rule::Level, Status::Met),
            Some(true) => Judgement::new(Rule::Level, Status::MetEarly),
            None => undecided(Reason::Bound),
            _ if start.is_none() => undecided(Reason::NoBase),
            _ if is_kept => Judgement::new(Rule::Level, Status::Behind),
            // A place in an order is no way that is gone in even steps.
            _ if self.promise.measure == Measure::Rank => undecided(Reason::PartOfPeriod),
            _ if self.side == Side::Within => undecided(Reason::NoDirection),
            _ => match everywhere(known, status_of) {
                Ok(status) => Judgement::new(Rule::Level, status),
                Err(reason) => undecided(reason),
            },
        };
        judged.of(&[newest], numbers)
    }

    /// Rule 7.
    fn growth(&self, outcomes: &[&Outcome], moves: Moves) -> Judgement {
        let undecided = |reason| Judgement::undecided(Rule::Growth, reason);
        let period = self.promise.period;
        let parts = match covering(outcomes, period) {
            Ok(parts) => parts,
            Err(reason) => return undecided(reason),
        };
        let mut index = 1.0;
        for part in &parts {
            let rate = Interval::of(part, moves.outcome).filter(|rate| rate.is_one());
            let Some(rate) = rate else {
                return undecided(Reason::Bound);
            };
            // The rate of several years is their average.
            index *= (1.0 + rate.low).powf(part.period.end() - part.period.start());
        }
        let reached = parts
            .last()
            .map_or(period.start(), |last| last.period.end());
        let (all, over) = (period.end() - period.start(), reached - period.start());
        let Some(rate) = root(index, over).filter(|_| self.number > -1.0) else {
            return undecided(Reason::NoShare);
        };
        let pace = self.gap(rate);
        let rest = (1.0 + self.number).powf(all) / index;
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
            Side::Within => undecided(Reason::NoDirection),
            _ if self.is_reached(rate) => Judgement::new(Rule::Growth, Status::OnPace),
            _ if at_least(pace, GROWTH_SLIGHTLY) => {
                Judgement::new(Rule::Growth, Status::SlightlyBehind)
            }
            _ => Judgement::new(Rule::Growth, Status::Behind),
        };
        Judgement {
            is_average: true,
            ..judged.of(&parts, numbers)
        }
    }
}

/// The status wherever a quantity lies in an interval: it changes one way only from end to end.
fn everywhere(known: Interval, status: impl Fn(f64) -> Option<Status>) -> Result<Status, Reason> {
    if !known.is_finite() {
        return Err(Reason::Bound);
    }
    let low = status(known.low).ok_or(Reason::NoShare)?;
    let is_same = known.is_one() || status(known.high) == Some(low);
    is_same.then_some(low).ok_or(Reason::Bound)
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
