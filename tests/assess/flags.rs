//! What a reader must know beside a status.

use guatu::assess::{Flag, assess};
use guatu::dataset::{Direction, Measure};

use crate::cases::{case, from, outcome, target, year};

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
    case.contradicted = vec![(1, outcome("2020 actual 9"))];
    assert_eq!(assess(&case).flags, []);
    case.contradicted = vec![(1, outcome("2020 actual 5"))];
    assert_eq!(assess(&case).flags, [Flag::Disputed]);
}
