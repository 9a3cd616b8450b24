//! Rules 1 to 4: no outcome, words, another basis, a threshold for the whole period.

use guatu::assess::{Reason, Rule, Status, assess};
use guatu::dataset::{Direction, Measure};

use crate::cases::{case, is, near, target, year};

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
