//! Rule 5: a sum over the period, of which a part is over.

use guatu::assess::{Number, Reason, Rule, Status, assess};
use guatu::dataset::{Direction, Measure};

use crate::cases::{case, is, near, printed, target, year};

#[test]
fn a_sum_is_held_against_the_calendar() {
    use Status::{Ahead, Behind, MetEarly, OnPace, SlightlyBehind};
    let sum = |done: &str| {
        let outcome = format!("2020-01/2020-06 to_date {done}");
        year(Measure::Count, Direction::Up, "1000", &outcome)
    };
    // Months count alike: half of them are over.
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
fn a_sum_is_reached_as_its_comparator_says() {
    let sum = |bound: &str, done: &str| {
        let outcome = format!("2020-01/2020-09 to_date {done}");
        year(Measure::Count, Direction::Up, bound, &outcome)
    };
    is(&sum(">1000", "1000"), Rule::Sum, Status::Ahead);
    is(&sum(">1000", "1000.1"), Rule::Sum, Status::MetEarly);
    is(&sum("1000", ">999"), Rule::Sum, Status::NotAssessable);
    // Less than 1200 may be less than 1000.
    let open = sum("1000", "<1200");
    assert_eq!(open.judgement.reason, Some(Reason::Bound));
    let full = year(
        Measure::Count,
        Direction::Down,
        "<100",
        "2020-01/2020-06 to_date 100",
    );
    is(&full, Rule::Sum, Status::Missed);
    // 1.0 and 0.1 are 1.1, whatever their binary digits say.
    let promise = target("2021/2025", Measure::Count, Direction::Up, "1.1");
    let parts = case(promise, &["2022 actual 0.1", "2021 actual 1.0"]);
    is(&assess(&parts), Rule::Sum, Status::MetEarly);
}

#[test]
fn a_range_decides_where_all_of_it_says_the_same() {
    let sum = |low: &str, high: &str| {
        let promise = target("2020", Measure::Count, Direction::Up, "100");
        let outcome = format!("2020-01/2020-06 to_date {low}");
        let mut case = case(promise, &[&outcome]);
        case.outcomes[0].high = Some(printed(high));
        assess(&case)
    };
    is(&sum("46", "54"), Rule::Sum, Status::OnPace);
    assert_eq!(sum("44", "54").judgement.reason, Some(Reason::Bound));
    assert_eq!(sum("90", "101").judgement.reason, Some(Reason::Bound));
    is(&sum("100", "101"), Rule::Sum, Status::MetEarly);
}

#[test]
fn what_is_to_be_taken_away_is_done_like_anything_else() {
    let sum = |done: &str| {
        let outcome = format!("2020-01/2020-06 to_date {done}");
        year(Measure::Count, Direction::Down, "-10", &outcome)
    };
    is(&sum("-5"), Rule::Sum, Status::OnPace);
    is(&sum("-2"), Rule::Sum, Status::Behind);
    is(&sum("-10"), Rule::Sum, Status::MetEarly);
}

#[test]
fn a_printed_share_is_one_of_the_year_s_task_alone() {
    let promise = target("2021/2025", Measure::Count, Direction::Up, "100");
    let mut case = case(promise, &["2021-01/2021-09 to_date 15"]);
    case.outcomes[0].share = Some((Number::new(0.7143, 0.00005), 7));
    let assessed = assess(&case);
    is(&assessed, Rule::Sum, Status::OnPace);
    near(assessed.judgement.numbers.and_then(|n| n.share), 0.15);
}

#[test]
fn what_is_counted_from_a_start_on_is_not_added_again() {
    let promise = target("2021/2025", Measure::Cumulative, Direction::Up, "258");
    let assessed = assess(&case(promise, &["2022 actual 210", "2021 actual 180"]));
    is(&assessed, Rule::Sum, Status::Ahead);
    near(assessed.judgement.numbers.map(|n| n.outcome), 210.0);
    assert_eq!(assessed.judgement.parts, [1]);
}

#[test]
fn any_outcomes_that_cover_the_period_are_added() {
    let promise = target("2020", Measure::Count, Direction::Up, "100");
    let texts = [
        "2020-10/2020-12 actual 20",
        "2020-01/2020-11 to_date 95",
        "2020-01/2020-09 to_date 81",
    ];
    let assessed = assess(&case(promise, &texts));
    is(&assessed, Rule::Threshold, Status::Met);
    assert_eq!(assessed.judgement.parts, [3, 1]);
}
