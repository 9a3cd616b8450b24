//! Rules 6 and 7: levels and growth over several years, and the other methods.

use guatu::assess::{Flag, Number, Reason, Rule, Status, Track, assess};
use guatu::dataset::{Direction, Measure};

use crate::cases::{case, from, is, near, target};

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
