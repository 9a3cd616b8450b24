//! What must hold of any case.

use guatu::assess::{
    Bound, Case, Flag, Number, Outcome, Promise, Reason, Rest, Side, Status, Words, assess,
};
use guatu::dataset::{Comparator, Direction, Kind, Measure};
use proptest::prelude::*;

use crate::cases::period;

fn any_number() -> impl Strategy<Value = Number> {
    let value = prop_oneof![
        Just(0.0),
        -200.0..200.0,
        Just(1e300),
        Just(-1e300),
        Just(1e-300)
    ];
    let half = prop_oneof![Just(0.5), Just(0.05), Just(0.0)];
    (value, half).prop_map(|(value, half)| Number::new(value, half))
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

fn any_outcome() -> impl Strategy<Value = Outcome> {
    let when = any_of(&[
        "2021",
        "2022",
        "2023",
        "2025",
        "2021-01/2021-09",
        "2021-07/2021-09",
        "2021/2025",
        "2025-12-31",
    ]);
    let kind = any_of(&[Kind::Actual, Kind::Estimate, Kind::ToDate]);
    let words = any_of(&[Words::Met, Words::Missed, Words::Other]);
    let apart = any_of(&[None, None, None, Some(Reason::NotComparable)]);
    let numbers = (
        proptest::option::weighted(0.9, any_number()),
        proptest::option::weighted(0.1, any_number()),
        proptest::option::weighted(0.1, any_number()),
    );
    (when, kind, any_of(Comparator::ALL), words, apart, numbers).prop_map(
        |(when, kind, comparator, words, apart, (low, high, share))| Outcome {
            row: 0,
            period: period(when),
            kind,
            comparator,
            low,
            // A range ends above where it starts.
            high: high.filter(|high| low.is_some_and(|low| high.value > low.value)),
            words,
            apart,
            share: share.map(|share| (share, 50)),
        },
    )
}

fn any_case() -> impl Strategy<Value = Case> {
    let when = any_of(&["2021", "2021/2025", "2021/2025: 2025"]);
    let bound = proptest::option::weighted(
        0.9,
        (
            any_of(Comparator::ALL),
            any_number(),
            proptest::option::weighted(0.2, any_number()),
        ),
    );
    let promise = (when, any_of(Measure::ALL), any_of(Direction::ALL), bound).prop_map(
        |(when, measure, direction, bound)| {
            let (plan, own) = when.split_once(": ").unwrap_or((when, when));
            Promise {
                bound: bound.map(|(comparator, low, high)| Bound {
                    comparator,
                    low,
                    high: high.filter(|high| high.value > low.value),
                }),
                period: period(own),
                plan: period(plan),
                measure,
                direction,
            }
        },
    );
    let some = proptest::collection::vec(any_outcome(), 0..4);
    (promise, some, proptest::option::of(any_outcome())).prop_map(|(promise, some, base)| {
        let scope = promise.scope();
        let mut outcomes: Vec<Outcome> = some
            .into_iter()
            .filter(|o| scope.contains(o.period))
            .collect();
        outcomes.sort_by(|a, b| b.period.end().total_cmp(&a.period.end()));
        for (row, outcome) in (1..).zip(&mut outcomes) {
            outcome.row = row;
        }
        Case {
            promise,
            outcomes,
            base,
            contradicted: Vec::new(),
        }
    })
}

/// How good a status is among those that a number decides.
fn worth(status: Status) -> Option<u8> {
    Some(match status {
        Status::Missed => 0,
        Status::Reversing => 1,
        Status::Behind => 2,
        Status::SlightlyBehind => 3,
        Status::OnPace => 4,
        Status::Ahead => 5,
        Status::ReportedMet | Status::Met | Status::MetEarly => 6,
        Status::Awaiting | Status::NotAssessable => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_case_ends_in_a_status_with_finite_numbers_or_a_reason(case in any_case()) {
        let assessed = assess(&case);
        let judged = &assessed.judgement;
        prop_assert_eq!(judged.status == Status::NotAssessable, judged.reason.is_some());
        prop_assert_eq!(judged.status == Status::Awaiting, case.outcomes.is_empty());
        if let Some(n) = judged.numbers {
            let all = [Some(n.target), Some(n.outcome), Some(n.gap), n.base, n.share, n.elapsed, n.pace, n.needed, n.projected, n.implied];
            prop_assert!(all.into_iter().flatten().all(f64::is_finite), "{:?}", n);
        }
        if let Some(others) = assessed.others {
            let results = [others.ratio, others.extrapolation, others.projection];
            prop_assert!(results.into_iter().flatten().all(|(number, _)| number.is_finite()));
        }
    }

    #[test]
    fn a_better_outcome_never_makes_it_worse(case in any_case(), by in 0.0..50.0_f64) {
        let side = case.promise.side();
        if side == Side::Within {
            return Ok(());
        }
        let mut better = case.clone();
        for outcome in &mut better.outcomes {
            outcome.share = None;
            outcome.high = None;
            outcome.comparator = Comparator::Equal;
        }
        let before = assess(&better);
        let by = if side == Side::Above { by } else { -by };
        if let Some(newest) = better.outcomes.first_mut() {
            newest.low = newest.low.map(|n| Number::new(n.value + by, n.half));
        }
        let after = assess(&better);
        let worths = [&before, &after].map(|assessed| worth(assessed.judgement.status));
        let is_huge = |case: &Case| {
            let bound = case.promise.bound.map(|bound| bound.low.value);
            let known = case.outcomes.iter().chain(&case.base);
            let values = known.filter_map(|outcome| outcome.low.map(|low| low.value));
            values.chain(bound).any(|value| value.abs() > 1e200)
        };
        match worths {
            [Some(one), Some(other)] => {
                prop_assert!(other >= one, "{:?}\n{:?}\n{:?}", case, before, after);
            }
            // What a number decides, a better number decides too, unless it is a share of nothing.
            [Some(_), None] => {
                let has_no_share = after.judgement.reason == Some(Reason::NoShare);
                prop_assert!(has_no_share || is_huge(&better), "{:?}\n{:?}\n{:?}", case, before, after);
            }
            [None, _] => {}
        }
    }

    #[test]
    fn what_is_met_early_is_met_in_the_end_by_the_same_number(case in any_case()) {
        let judged = assess(&case).judgement;
        if judged.status != Status::MetEarly || case.outcomes.iter().any(|o| o.share.is_some()) {
            return Ok(());
        }
        let number = judged.numbers.expect("numbers").outcome;
        let mut end = case.clone();
        end.outcomes.truncate(1);
        let whole = &mut end.outcomes[0];
        whole.period = end.promise.period;
        whole.apart = None;
        whole.words = Words::Other;
        (whole.comparator, whole.low, whole.high) = (Comparator::Equal, Some(Number::new(number, 0.0)), None);
        // Of an outcome that is a bound another number is printed than all that it allows.
        let is_number = case.outcomes.iter().all(|o| matches!(o.comparator, Comparator::Equal | Comparator::About) && o.high.is_none());
        let status = assess(&end).judgement.status;
        prop_assert!(!is_number || status == Status::Met, "{:?} {:?}", case, status);
    }

    #[test]
    fn the_sign_of_the_gap_says_whether_the_target_is_reached(case in any_case()) {
        let judged = assess(&case).judgement;
        let Some(numbers) = judged.numbers.filter(|_| case.outcomes.iter().all(|o| o.share.is_none())) else {
            return Ok(());
        };
        let slack = 1e-9 * numbers.target.abs().max(numbers.outcome.abs());
        let is_number = case.outcomes.iter().all(|o| matches!(o.comparator, Comparator::Equal | Comparator::About) && o.high.is_none());
        match judged.status {
            _ if !is_number => {}
            Status::Met | Status::MetEarly => prop_assert!(numbers.gap >= -slack, "{:?}", case),
            Status::Missed => prop_assert!(numbers.gap <= slack, "{:?}", case),
            _ => {}
        }
    }

    #[test]
    fn a_rival_that_leads_to_another_decided_status_is_flagged_and_no_other(case in any_case(), rival in any_outcome()) {
        let Some(newest) = case.outcomes.first().copied() else {
            return Ok(());
        };
        let rival = Outcome { row: newest.row, period: newest.period, ..rival };
        let swapped = Case {
            outcomes: std::iter::once(rival).chain(case.outcomes.iter().skip(1).copied()).collect(),
            ..case.clone()
        };
        let disputed = Case { contradicted: vec![(newest.row, rival)], ..case.clone() };
        let [one, other] = [&case, &swapped].map(|case| assess(case).judgement.status);
        let is_other = one != other && other.is_on_track().is_some();
        prop_assert_eq!(assess(&disputed).flags.contains(&Flag::Disputed), is_other);
    }

    #[test]
    fn an_expected_figure_never_loses_its_flag(case in any_case(), which in 0..5_usize) {
        let mut case = case;
        let before = assess(&case).judgement;
        let level = before.numbers.is_some_and(|numbers| numbers.base.is_some());
        let (first, used) = (case.outcomes.first().map(|o| o.row), before.parts.clone());
        // Any outcome of which the status is made, or the base.
        let mut known = case.outcomes.iter_mut().chain(case.base.as_mut());
        let Some(figure) = known.nth(which) else {
            return Ok(());
        };
        figure.kind = Kind::Estimate;
        let is_base = figure.row == 0 && level;
        let is_used = used.contains(&figure.row) || used.is_empty() && first == Some(figure.row);
        let assessed = assess(&case);
        prop_assert_eq!(&assessed.judgement, &before);
        prop_assert!(assessed.flags.contains(&Flag::Provisional) || !(is_used || is_base));
    }

    #[test]
    fn a_better_pace_never_ends_worse_and_no_end_is_broken(case in any_case(), pace in any_pace(), by in 0.0..50.0_f64) {
        let judged = assess(&case).judgement;
        let Some(rest) = Rest::of(&case, &judged) else {
            return Ok(());
        };
        let better = if rest.is_upward() { pace + by } else { pace - by };
        let end = |pace| rest.end(pace).map(|end| (end, worth(rest.status(end))));
        let ends = [pace, better].map(end);
        prop_assert!(ends.iter().flatten().all(|(end, _)| end.is_finite()));
        if let [Some((_, Some(one))), Some((_, Some(other)))] = ends {
            prop_assert!(other >= one, "{:?} {} {}", case, pace, better);
        }
    }
}

fn any_pace() -> impl Strategy<Value = f64> {
    prop_oneof![
        -100.0..100.0,
        Just(0.0),
        Just(1e308),
        Just(-1e308),
        Just(f64::NAN),
        Just(f64::INFINITY)
    ]
}
