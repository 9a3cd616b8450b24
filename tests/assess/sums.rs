//! Rule 5: a sum over the period, of which a part is over.

use guatu::assess::{Number, Reason, Rule, Status, assess};
use guatu::dataset::{Direction, Measure};

use crate::cases::{case, is, near, target, year};

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
