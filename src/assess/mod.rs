//! Which promises were kept: one status for each target, with the rule, the numbers and the flags that a
//! reader needs to redo it.
//!
//! Start at [`assess`]: it takes a [`Case`], plain numbers that know no data set but by the rows they came from, and
//! decides. [`Ledger`] makes the cases of a data set and keeps what was decided. Everything is a pure function: no clock, no
//! opinion, no score over several targets. What cannot be decided says why.
//!
//! The rules are those of method 1, described for readers in `docs/method.md`; the bands are ours and
//! stand in [`rules`].

mod case;
mod editions;
mod evidence;
mod forecast;
mod interval;
mod judgement;
mod ledger;
mod methods;
mod outcome;
mod parts;
mod rules;
mod series;
mod status;
mod ties;
mod words;

pub use case::{Bound, Case, Form, Number, Outcome, Promise, Side, Words, is_same};
pub use editions::{Change, Edition, Editions, alike};
pub use evidence::Evidence;
pub use forecast::Rest;
pub use judgement::{Judgement, Numbers};
pub use ledger::{Assessed, Judged, Ledger};
pub use methods::{Earlier, Others, Track, Way};
pub use rules::{AHEAD, GROWTH_SLIGHTLY, ON_PACE, SLIGHTLY};
pub use series::Series;
pub use status::{Flag, Reason, Rule, Status};

use crate::dataset::Comparator::{About, Equal};
use crate::dataset::{Kind, Row};
use rules::{Moves, judge};

/// The version of the method, which stands on every proof card, in links and in exports.
pub const METHOD: u8 = 1;

/// A status and all that it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// What the first rule that fits says.
    pub judgement: Judgement,
    /// What a reader must know beside it.
    pub flags: Vec<Flag>,
    /// What other methods say, of a level or a growth over several years.
    pub others: Option<Others>,
}

/// Decides on a target.
#[must_use]
pub fn assess(case: &Case) -> Assessment {
    let judgement = judge(case, Moves::default());
    let others = way(case, &judgement).map(|way| Others::of(&way));
    let status = judgement.status;
    let contradicted = || {
        let on = status.is_on_track();
        on.zip(others)
            .is_some_and(|(on, others)| others.contradict(on))
    };
    let is = |flag: &&Flag| match flag {
        Flag::Provisional => is_provisional(case, &judgement),
        Flag::Borderline => is_borderline(case, status),
        Flag::Disputed => is_disputed(case, status),
        Flag::MethodDependent => contradicted(),
    };
    let flags = Flag::ALL.iter().filter(is).copied().collect();
    Assessment {
        judgement,
        flags,
        others,
    }
}

/// Whether any figure that the status comes from is expected, and not yet known.
fn is_provisional(case: &Case, judgement: &Judgement) -> bool {
    let used = |outcome: &&Outcome| judgement.parts.contains(&outcome.row);
    let parts = case.outcomes.iter().filter(used);
    let newest = case.outcomes.first().filter(|_| judgement.parts.is_empty());
    let base = judgement.numbers.and_then(|numbers| numbers.base);
    let base = case.base.as_ref().filter(|_| base.is_some());
    parts
        .chain(newest)
        .chain(base)
        .any(|outcome| outcome.kind == Kind::Estimate)
}

/// Whether the status changes with some of the printed figures moved by half their last digit.
fn is_borderline(case: &Case, status: Status) -> bool {
    const HALVES: [f64; 3] = [-1.0, 0.0, 1.0];
    let moves = |index: usize| {
        let at = |place: usize| HALVES.get(index / place % 3).copied().unwrap_or_default();
        Moves {
            target: at(1),
            outcome: at(3),
            base: at(9),
        }
    };
    status.is_on_track().is_some()
        && (0..27).any(|index| judge(case, moves(index)).status != status)
}

/// Whether a printing that contradicts an outcome or the base leads to another status. One that leads to
/// none is no contradiction of it.
fn is_disputed(case: &Case, status: Status) -> bool {
    let with = |row: Row, other: Outcome| {
        let put = |known: &Outcome| if known.row == row { other } else { *known };
        Case {
            outcomes: case.outcomes.iter().map(put).collect(),
            base: case.base.as_ref().map(put),
            ..case.clone()
        }
    };
    let mut others = case.contradicted.iter();
    others.any(|(row, other)| {
        let led = judge(&with(*row, *other), Moves::default()).status;
        led != status && led.is_on_track().is_some()
    })
}

/// The way that the other methods judge: of a level as it is, of a growth as an index from 1.
fn way(case: &Case, judgement: &Judgement) -> Option<Way> {
    let numbers = judgement.numbers.filter(|_| judgement.reason.is_none())?;
    let plan = case.promise.plan;
    let all = plan.end() - plan.start();
    let over = numbers.elapsed? * all;
    match judgement.rule {
        Rule::Level => {
            // Where the base has reached the target there is no way.
            let base = numbers.base.filter(|_| numbers.share.is_some())?;
            Some(Way {
                base,
                now: numbers.outcome,
                target: numbers.target,
                over,
                all,
                earlier: earlier(case, judgement, base),
            })
        }
        // An index that may stay where it is goes no way either.
        Rule::Growth if case.promise.is_better(numbers.target, 0.0) => {
            let index = |rate: f64, years: f64| (1.0 + rate).powf(years);
            let now = index(numbers.outcome, over);
            Some(Way {
                base: 1.0,
                now,
                target: index(numbers.target, all),
                over,
                all,
                earlier: Some(Earlier {
                    value: 1.0,
                    years: over,
                    row: None,
                }),
            })
        }
        _ => None,
    }
}

/// The oldest figure of the five years up to the outcome that was judged, or of as many as are known.
fn earlier(case: &Case, judgement: &Judgement, base: f64) -> Option<Earlier> {
    const YEARS: f64 = 5.0;
    let judged = judgement.parts.last();
    let newest = case.outcomes.iter().find(|o| Some(&o.row) == judged)?;
    let end = newest.period.end();
    let is_exact = |o: &&Outcome| {
        let is_one = o.high.is_none() && matches!(o.comparator, Equal | About);
        is_one && o.is_comparable() && case.promise.measures(o.period)
    };
    let before = |at: f64, value: f64, row: Option<Row>| Earlier {
        value,
        years: end - at,
        row,
    };
    let known = case
        .outcomes
        .iter()
        .filter(is_exact)
        .filter_map(|o| Some(before(o.period.end(), o.low?.value, Some(o.row))));
    let row = case.base.as_ref().map(|base| base.row);
    known
        .chain([before(case.promise.plan.start(), base, row)])
        .filter(|one| one.years > 0.0 && one.years <= YEARS + 1e-9)
        .reduce(|first, next| {
            if next.years > first.years {
                next
            } else {
                first
            }
        })
}
