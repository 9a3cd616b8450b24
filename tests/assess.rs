//! Every rule, status and flag of the method from small cases, its check values, and what must hold of
//! any case.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::assess::{
    Assessment, Bound, Case, Flag, Number, Outcome, Promise, Reason, Rule, Side, Status, Track,
    Words, assess,
};
use guatu::dataset::{Comparator, Direction, Kind, Measure, Period};
use proptest::prelude::*;

fn period(text: &str) -> Period {
    Period::parse(text).expect("a period")
}

/// A number and half of its last digit, as it is printed.
fn printed(text: &str) -> Number {
    let decimals = text.split_once('.').map_or(0, |(_, digits)| digits.len());
    let half = 0.5 * 10_f64.powi(-i32::try_from(decimals).expect("few digits"));
    Number::new(text.parse().expect("a number"), half)
}

/// A target of a plan: "2020" is a year's, "2021/2025: 2025" a level at the end of a plan.
fn target(when: &str, measure: Measure, direction: Direction, bound: &str) -> Promise {
    let (plan, own) = when.split_once(": ").unwrap_or((when, when));
    let sign = bound.trim_end_matches(|c: char| c.is_ascii_digit() || ".-–".contains(c));
    let (low, high) = match bound[sign.len()..].split_once('–') {
        Some((low, high)) => (low, Some(high)),
        None => (&bound[sign.len()..], None),
    };
    Promise {
        bound: (!low.is_empty()).then(|| Bound {
            comparator: comparator(sign),
            low: printed(low),
            high: high.map(printed),
        }),
        period: period(own),
        plan: period(plan),
        measure,
        direction,
    }
}

fn comparator(sign: &str) -> Comparator {
    if sign.is_empty() {
        Comparator::Equal
    } else {
        Comparator::parse(sign).expect("a sign")
    }
}

/// An outcome, as `2020 actual >12.5`.
fn outcome(text: &str) -> Outcome {
    let mut words = text.split(' ');
    let mut next = || words.next().expect("a word");
    let (when, kind, value) = (next(), next(), next());
    let sign = value.trim_end_matches(|c: char| c.is_ascii_digit() || ".-".contains(c));
    let number = &value[sign.len()..];
    let said = match sign {
        "met" => Words::Met,
        "missed" => Words::Missed,
        _ => Words::Other,
    };
    Outcome {
        row: 1,
        period: period(when),
        kind: Kind::parse(kind).expect("a kind"),
        comparator: if number.is_empty() {
            Comparator::Equal
        } else {
            comparator(sign)
        },
        low: (!number.is_empty()).then(|| printed(number)),
        high: None,
        words: said,
        apart: None,
        share: None,
    }
}

/// Outcomes, the newest first, each with a row of its own.
fn outcomes(texts: &[&str]) -> Vec<Outcome> {
    (1..)
        .zip(texts)
        .map(|(row, text)| Outcome {
            row,
            ..outcome(text)
        })
        .collect()
}

fn case(promise: Promise, texts: &[&str]) -> Case {
    Case {
        promise,
        outcomes: outcomes(texts),
        base: None,
        contradicted: Vec::new(),
    }
}

fn from(base: &str, case: Case) -> Case {
    Case {
        base: Some(Outcome {
            row: 99,
            ..outcome(base)
        }),
        ..case
    }
}

fn is(assessed: &Assessment, rule: Rule, status: Status) {
    let judged = &assessed.judgement;
    assert_eq!((judged.rule, judged.status), (rule, status), "{assessed:?}");
}

#[track_caller]
fn near(value: Option<f64>, expected: f64) {
    let value = value.expect("a number");
    assert!((value - expected).abs() < 6e-4, "{value} for {expected}");
}

/// A year's target and its outcome.
#[track_caller]
fn year(measure: Measure, direction: Direction, bound: &str, outcome: &str) -> Assessment {
    assess(&case(target("2020", measure, direction, bound), &[outcome]))
}

#[test]
fn without_an_outcome_it_is_awaited() {
    for bound in ["7.5", ""] {
        let promise = target("2020", Measure::Growth, Direction::Up, bound);
        is(
            &assess(&case(promise, &[])),
            Rule::NoOutcome,
            Status::Awaiting,
        );
    }
}

#[test]
fn words_are_taken_at_their_word() {
    let words = |said: &str| year(Measure::Growth, Direction::Up, "", said);
    is(&words("2020 actual met"), Rule::Words, Status::ReportedMet);
    for (said, reason) in [
        ("2020 estimate missed", Reason::SaysMissed),
        ("2020 actual 5.0", Reason::NoNumber),
    ] {
        let assessed = words(said);
        is(&assessed, Rule::Words, Status::NotAssessable);
        assert_eq!(assessed.judgement.reason, Some(reason));
    }
    // A number is promised, and the outcome is in words.
    let said = |said: &str| year(Measure::Count, Direction::Up, "190", said);
    is(&said("2020 actual met"), Rule::Words, Status::ReportedMet);
    assert_eq!(
        said("2020 actual missed").judgement.reason,
        Some(Reason::SaysMissed)
    );
    assert_eq!(
        said("2020 actual other").judgement.reason,
        Some(Reason::WordsOnly)
    );
}

#[test]
fn what_must_not_be_compared_is_not_assessed() {
    for reason in [Reason::NotComparable, Reason::OtherDimension] {
        let promise = target("2020", Measure::Count, Direction::Up, "133");
        let mut case = case(promise, &["2020 actual 120"]);
        case.outcomes[0].apart = Some(reason);
        let assessed = assess(&case);
        is(&assessed, Rule::Basis, Status::NotAssessable);
        assert_eq!(assessed.judgement.reason, Some(reason));
    }
}

#[test]
fn a_threshold_for_the_whole_period_is_met_or_missed() {
    use Direction::{Down, None, Up};
    use Status::{Met, Missed};
    for (direction, bound, outcome, expected) in [
        (Up, "7.5", "0.5", Missed),
        (Up, "7.5", "7.5", Met),
        (Up, "~7.5", "8", Met),
        (Up, ">=5", "5", Met),
        (Up, ">5", "5", Missed),
        (Up, ">5", "5.1", Met),
        (Down, "4", "3.9", Met),
        (Down, "4", "4.1", Missed),
        (Down, "<=4", "4", Met),
        (Down, "<4", "4", Missed),
        // A bound says itself which way is better.
        (None, "<=107", "106", Met),
        (Up, "<=107", "108", Missed),
        // Without a side only the number itself, or the range.
        (None, "98.67", "98.67", Met),
        (None, "98.67", "99", Missed),
        (None, "6–7", "6.5", Met),
        (None, "6–7", "7.5", Missed),
        // A range with a side is reached at its nearer end: more than was promised is no failure.
        (Up, "6–7", "6", Met),
        (Up, "6–7", "8", Met),
        (Up, "6–7", "5", Missed),
        (Down, "6–7", "7", Met),
        (Up, "0", "-0.1", Missed),
        (Up, "-2", "-1", Met),
        (Down, "0", "0", Met),
    ] {
        let assessed = year(
            Measure::Growth,
            direction,
            bound,
            &format!("2020 actual {outcome}"),
        );
        let judged = (assessed.judgement.rule, assessed.judgement.status);
        assert_eq!(
            judged,
            (Rule::Threshold, expected),
            "{direction:?} {bound} {outcome}"
        );
    }
    let gap = |direction, bound, outcome| {
        let assessed = year(Measure::Growth, direction, bound, outcome);
        assessed.judgement.numbers.map(|numbers| numbers.gap)
    };
    near(gap(Up, "7.5", "2020 actual 0.5"), -7.0);
    near(gap(Down, "4", "2020 actual 3"), 1.0);
    near(gap(None, "6–7", "2020 actual 8.5"), -1.5);
}

#[test]
fn an_outcome_that_is_a_bound_decides_where_it_can() {
    let of = |bound, outcome| year(Measure::Growth, Direction::Up, bound, outcome);
    is(
        &of(">=190", "2020 actual >200"),
        Rule::Threshold,
        Status::Met,
    );
    let open = of(">=210", "2020 actual >200");
    assert_eq!(open.judgement.reason, Some(Reason::Bound));
    is(
        &of(">=210", "2020 actual <200"),
        Rule::Threshold,
        Status::Missed,
    );
}

#[test]
fn a_part_of_a_year_does_not_decide_on_a_rate() {
    let assessed = year(
        Measure::Growth,
        Direction::Up,
        "7.5",
        "2020-01/2020-09 to_date 5",
    );
    assert_eq!(assessed.judgement.reason, Some(Reason::PartOfPeriod));
    // What is measured at a moment needs the end of the period alone.
    let stock = year(
        Measure::Stock,
        Direction::Up,
        "100",
        "2020-12-31 actual 101",
    );
    is(&stock, Rule::Threshold, Status::Met);
}

#[test]
fn a_sum_is_held_against_the_calendar() {
    use Status::{Ahead, Behind, MetEarly, OnPace, SlightlyBehind};
    let sum = |done: &str| {
        let outcome = format!("2020-01/2020-06 to_date {done}");
        year(Measure::Count, Direction::Up, "1000", &outcome)
    };
    // Half the year is over, within a thousandth: January to June has 182 days of 366.
    let elapsed = sum("1")
        .judgement
        .numbers
        .and_then(|numbers| numbers.elapsed);
    near(elapsed, 0.5);
    for (done, expected) in [
        ("1000", MetEarly),
        ("551", Ahead),
        ("549", OnPace),
        ("451", OnPace),
        ("449", SlightlyBehind),
        ("351", SlightlyBehind),
        ("349", Behind),
        ("-10", Behind),
    ] {
        is(&sum(done), Rule::Sum, expected);
    }
    let numbers = sum("400").judgement.numbers.expect("numbers");
    near(numbers.share, 0.4);
    near(numbers.pace, -0.1);
    near(numbers.needed, 100.0);
    near(numbers.projected, 800.0);
    // The whole year decides as a threshold.
    is(
        &year(Measure::Count, Direction::Up, "1000", "2020 actual 999"),
        Rule::Threshold,
        Status::Missed,
    );
}

#[test]
fn a_ceiling_on_a_sum_is_kept_by_doing_less() {
    let sum = |done: &str| {
        let outcome = format!("2020-01/2020-06 to_date {done}");
        year(Measure::Count, Direction::Down, "<=100", &outcome)
    };
    is(&sum("30"), Rule::Sum, Status::Ahead);
    is(&sum("52"), Rule::Sum, Status::OnPace);
    is(&sum("70"), Rule::Sum, Status::Behind);
    is(&sum("101"), Rule::Sum, Status::Missed);
    // None at all was promised.
    let none = |done: &str| {
        let outcome = format!("2020-01/2020-06 to_date {done}");
        year(Measure::Count, Direction::Down, "0", &outcome)
    };
    is(&none("1"), Rule::Sum, Status::Missed);
    assert_eq!(none("0").judgement.reason, Some(Reason::NoShare));
}

#[test]
fn a_sum_that_cannot_be_held_against_the_calendar_says_why() {
    let part = |direction, bound| {
        let assessed = year(
            Measure::Count,
            direction,
            bound,
            "2020-01/2020-06 to_date 5",
        );
        assessed.judgement.reason
    };
    assert_eq!(part(Direction::Up, "-10"), Some(Reason::NoShare));
    assert_eq!(part(Direction::None, "10"), Some(Reason::NoDirection));
    let later = year(
        Measure::Count,
        Direction::Up,
        "10",
        "2020-07/2020-09 actual 5",
    );
    assert_eq!(later.judgement.reason, Some(Reason::Gap));
    let bound = year(
        Measure::Count,
        Direction::Up,
        "10",
        "2020-01/2020-06 to_date >5",
    );
    assert_eq!(bound.judgement.reason, Some(Reason::Bound));
    is(
        &year(
            Measure::Count,
            Direction::Up,
            "10",
            "2020-01/2020-06 to_date >12",
        ),
        Rule::Sum,
        Status::MetEarly,
    );
}

#[test]
fn the_share_that_a_document_prints_is_taken() {
    let promise = target("2020", Measure::Count, Direction::Up, "100");
    let mut case = case(promise, &["2020-01/2020-06 to_date 30"]);
    case.outcomes[0].share = Some((Number::new(0.6, 0.005), 7));
    let assessed = assess(&case);
    is(&assessed, Rule::Sum, Status::Ahead);
    let numbers = assessed.judgement.numbers.expect("numbers");
    near(numbers.share, 0.6);
    near(numbers.implied, 50.0);
}

#[test]
fn the_years_of_a_sum_are_added() {
    let promise = || target("2021/2025", Measure::Count, Direction::Up, "100");
    let assessed = assess(&case(promise(), &["2022 actual 20", "2021 actual 18"]));
    is(&assessed, Rule::Sum, Status::OnPace);
    let numbers = assessed.judgement.numbers.expect("numbers");
    near(Some(numbers.outcome), 38.0);
    near(numbers.elapsed, 0.4);
    assert_eq!(assessed.judgement.parts, [2, 1]);
    let gap = assess(&case(promise(), &["2023 actual 20", "2021 actual 18"]));
    assert_eq!(gap.judgement.reason, Some(Reason::Gap));
    let years = [
        "2025 actual 20",
        "2024 actual 20",
        "2023 actual 20",
        "2022 actual 20",
        "2021 actual 19",
    ];
    is(
        &assess(&case(promise(), &years)),
        Rule::Threshold,
        Status::Missed,
    );
}

#[test]
fn a_level_at_the_end_of_a_plan_is_held_against_its_start() {
    let level = |bound, base: &str, now: &str| {
        let direction = if bound == "0.865" {
            Direction::Down
        } else {
            Direction::Up
        };
        let promise = target("2021/2025: 2025", Measure::Ratio, direction, bound);
        assess(&from(base, case(promise, &[now])))
    };
    // The check values of the method.
    let up = level("60", "2020 actual 40", "2023 actual 50");
    is(&up, Rule::Level, Status::SlightlyBehind);
    let numbers = up.judgement.numbers.expect("numbers");
    near(numbers.share, 0.5);
    near(numbers.elapsed, 0.6);
    near(numbers.pace, -0.1);
    near(numbers.needed, 5.0);
    near(numbers.projected, 40.0 + 10.0 / 0.6);
    let others = up.others.expect("others");
    near(others.ratio.map(|(ratio, _)| ratio), 0.914);
    near(others.extrapolation.map(|(covered, _)| covered), 0.901);
    near(others.projection.map(|(missed, _)| missed), 1.0 / 3.0);
    assert_eq!(others.projection.map(|(_, track)| track), Some(Track::Slow));

    let down = level("0.865", "2020 actual 1.00", "2023 actual 0.945");
    near(
        down.judgement.numbers.and_then(|numbers| numbers.share),
        0.407,
    );
    let others = down.others.expect("others");
    near(others.ratio.map(|(ratio, _)| ratio), 0.653);
    near(others.extrapolation.map(|(covered, _)| covered), 0.666);

    let steep = level("21", "2020 actual 1", "2023 actual 6");
    is(&steep, Rule::Level, Status::Behind);
    near(
        steep.judgement.numbers.and_then(|numbers| numbers.share),
        0.25,
    );
    near(
        steep.others.and_then(|o| o.ratio).map(|(ratio, _)| ratio),
        0.975,
    );
    assert!(steep.flags.contains(&Flag::MethodDependent));

    let none = level("10", "2020 actual 0", "2023 actual 6");
    assert_eq!(none.others.and_then(|others| others.ratio), None);
    is(
        &level("99", "2020 actual 99", "2023 actual 99"),
        Rule::Level,
        Status::Met,
    );
    is(
        &level("99", "2020 actual 99", "2023 actual 98"),
        Rule::Level,
        Status::Behind,
    );
    is(
        &level("60", "2020 actual 40", "2023 actual 39"),
        Rule::Level,
        Status::Reversing,
    );
    is(
        &level("60", "2020 actual 40", "2023 actual 61"),
        Rule::Level,
        Status::MetEarly,
    );
    is(
        &level("60", "2020 actual 40", "2022 actual 52"),
        Rule::Level,
        Status::Ahead,
    );
    is(
        &level("60", "2020 actual 40", "2025 actual 59"),
        Rule::Threshold,
        Status::Missed,
    );
}

#[test]
fn a_level_without_a_start_is_assessed_only_once_it_is_reached() {
    let promise = |measure| target("2021/2025: 2025", measure, Direction::Up, "60");
    let of = |measure, now| assess(&case(promise(measure), &[now]));
    assert_eq!(
        of(Measure::Ratio, "2023 actual 50").judgement.reason,
        Some(Reason::NoBase)
    );
    is(
        &of(Measure::Ratio, "2023 actual 60"),
        Rule::Level,
        Status::MetEarly,
    );
    let rank = target("2021/2025: 2025", Measure::Rank, Direction::Down, "1");
    let rank = assess(&from("2020 actual 3", case(rank, &["2023 actual 2"])));
    assert_eq!(rank.judgement.reason, Some(Reason::PartOfPeriod));
    let promise = target("2021/2025: 2025", Measure::Ratio, Direction::None, "60");
    let either = assess(&from("2020 actual 40", case(promise, &["2023 actual 50"])));
    assert_eq!(either.judgement.reason, Some(Reason::NoDirection));
}

#[test]
fn an_average_growth_is_held_against_the_rate_so_far() {
    let growth = |bound: &str, rates: &[&str]| {
        let mut promise = target("2021/2025", Measure::Growth, Direction::Up, bound);
        if let Some(bound) = &mut promise.bound {
            bound.low = Number::new(bound.low.value / 100.0, bound.low.half / 100.0);
        }
        let mut case = case(promise, rates);
        for outcome in &mut case.outcomes {
            outcome.low = outcome
                .low
                .map(|n| Number::new(n.value / 100.0, n.half / 100.0));
        }
        assess(&case)
    };
    let on = growth("~7", &["2022 actual 8.1", "2021 actual 7.2"]);
    is(&on, Rule::Growth, Status::OnPace);
    near(on.judgement.numbers.map(|numbers| numbers.outcome), 0.0765);
    near(
        on.judgement.numbers.and_then(|numbers| numbers.needed),
        0.0657,
    );
    is(
        &growth("7", &["2021 actual 6.6"]),
        Rule::Growth,
        Status::SlightlyBehind,
    );
    is(
        &growth("7", &["2021 actual 6.4"]),
        Rule::Growth,
        Status::Behind,
    );
    is(
        &growth("7", &["2021/2025 actual 7.1"]),
        Rule::Threshold,
        Status::Met,
    );
    let years = [
        "2025 actual 7",
        "2024 actual 7",
        "2023 actual 7",
        "2022 actual 7",
        "2021 actual 6",
    ];
    is(&growth("7", &years), Rule::Threshold, Status::Missed);
    for (rates, reason) in [
        (vec!["2022 actual 7"], Reason::Gap),
        (vec!["2021-01/2021-09 to_date 7"], Reason::PartOfPeriod),
        (vec!["2021 actual -100"], Reason::NoShare),
        (vec!["2021 actual >7"], Reason::Bound),
    ] {
        assert_eq!(
            growth("7", &rates).judgement.reason,
            Some(reason),
            "{rates:?}"
        );
    }
}

#[test]
fn an_estimate_makes_a_status_provisional() {
    let of = |outcome| year(Measure::Growth, Direction::Up, "7.5", outcome).flags;
    assert_eq!(of("2020 estimate 0.5"), [Flag::Provisional]);
    assert_eq!(of("2020 actual 0.5"), []);
    assert!(of("2020 estimate met").contains(&Flag::Provisional));
    let promise = target("2021/2025: 2025", Measure::Ratio, Direction::Up, "60");
    let start = from("2020 estimate 40", case(promise, &["2023 actual 50"]));
    assert!(assess(&start).flags.contains(&Flag::Provisional));
}

#[test]
fn a_status_that_hangs_on_the_last_digit_is_borderline() {
    let of = |outcome| year(Measure::Growth, Direction::Up, "7.5", outcome).flags;
    assert_eq!(of("2020 actual 7.5"), [Flag::Borderline]);
    assert_eq!(of("2020 actual 7.4"), [Flag::Borderline]);
    assert_eq!(of("2020 actual 7.3"), []);
}

#[test]
fn a_status_is_disputed_where_another_printing_changes_it() {
    let promise = target("2020", Measure::Growth, Direction::Up, "7");
    let mut case = case(promise, &["2020 actual 8"]);
    case.contradicted = vec![outcome("2020 actual 9")];
    assert_eq!(assess(&case).flags, []);
    case.contradicted = vec![outcome("2020 actual 5")];
    assert_eq!(assess(&case).flags, [Flag::Disputed]);
}

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
            high: high.filter(|_| low.is_some()),
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
                    high,
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
    status.is_on_track().map(|_| 10 - status.severity())
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
        let others = assessed.others.unwrap_or_default();
        for result in [others.ratio, others.extrapolation, others.projection].into_iter().flatten() {
            prop_assert!(result.0.is_finite());
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
        let worths = worth(before.judgement.status).zip(worth(after.judgement.status));
        if let Some((before_worth, after_worth)) = worths {
            prop_assert!(after_worth >= before_worth, "{:?}\n{:?}\n{:?}", case, before, after);
        }
    }

    #[test]
    fn an_expected_outcome_never_loses_its_flag(case in any_case()) {
        let mut case = case;
        if let Some(newest) = case.outcomes.first_mut() {
            newest.kind = Kind::Estimate;
            let newest = newest.row;
            let assessed = assess(&case);
            let is_used = assessed.judgement.parts.is_empty() || assessed.judgement.parts.contains(&newest);
            prop_assert_eq!(is_used && !assessed.flags.contains(&Flag::Provisional), false);
        }
    }
}
