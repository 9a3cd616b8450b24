//! What a target comes to in the end with so much from now on.

use guatu::assess::{Case, Rest, Status, assess};
use guatu::dataset::{Direction, Measure};

use crate::cases::{case, from, near, target};

fn rest(case: &Case) -> Option<Rest<'_>> {
    let judged = assess(case).judgement;
    Rest::of(case, &judged)
}

#[test]
fn sums_levels_and_growth_end_where_their_arithmetic_leads() {
    let count = target("2021", Measure::Count, Direction::Up, ">=210");
    let count = case(count, &["2021-01/2021-09 to_date 150"]);
    let sum = rest(&count).expect("three months are left");
    near(Some(sum.needed), 20.0);
    near(sum.end(20.0), 210.0);
    near(sum.projected, 200.0);
    assert_eq!(sum.status(210.0), Status::Met);
    assert_eq!(sum.status(209.9), Status::Missed);

    let ceiling = target("2021", Measure::Count, Direction::Down, "<=40");
    let ceiling = case(ceiling, &["2021-01/2021-06 to_date 10"]);
    let under = rest(&ceiling).expect("half a year is left");
    near(Some(under.needed), 5.0);
    assert!(!under.is_upward());
    assert_eq!(under.status(41.0), Status::Missed);

    let level = target("2021/2025: 2025", Measure::Ratio, Direction::Up, "60");
    let with_base = from("2020 actual 40", case(level, &["2023 actual 50"]));
    let way = rest(&with_base).expect("two years are left");
    near(way.end(5.0), 60.0);
    near(way.projected, 56.667);
    let without = case(level, &["2023 actual 50"]);
    let way = rest(&without).expect("what is needed asks for no base");
    assert_eq!(way.projected, None);
    near(Some(way.needed), 5.0);

    let growth = target("2021/2025", Measure::Growth, Direction::Up, ">=0.07");
    let growth = case(growth, &["2022 actual 0.05", "2021 actual 0.072"]);
    let rate = rest(&growth).expect("three years are left");
    near(Some(rate.needed), 0.0761);
    near(rate.end(rate.needed), 0.07);
    assert_eq!(rate.end(-1.0), None);
    assert_eq!(rate.end(-2.0), None);
}

#[test]
fn nothing_is_worked_out_where_only_the_end_counts_or_the_figures_do_not_say() {
    let threshold = target("2021", Measure::Ratio, Direction::Up, "60");
    let within = target("2021", Measure::Count, Direction::None, "60");
    let rank = target("2021/2025: 2025", Measure::Rank, Direction::Down, "1");
    let count = target("2021", Measure::Count, Direction::Up, "60");
    for (promise, outcomes) in [
        (threshold, vec!["2021-01/2021-09 to_date 50"]),
        (within, vec!["2021-01/2021-09 to_date 50"]),
        (rank, vec!["2023 actual 2"]),
        (count, vec![]),
        (count, vec!["2021 actual 70"]),
        (count, vec!["2021-01/2021-09 to_date >50"]),
    ] {
        assert!(rest(&case(promise, &outcomes)).is_none(), "{outcomes:?}");
    }
}
