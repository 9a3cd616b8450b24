//! Rules 6 and 7 where a figure of the wrong length, a base that is held, or a bound would mislead.

use guatu::assess::{Case, Flag, Reason, Rule, Status, assess};
use guatu::dataset::Direction::{Down, Up};
use guatu::dataset::{Direction, Measure};

use crate::cases::{case, from, is, near, outcome, target};

fn level(measure: Measure, direction: Direction, bound: &str, texts: &[&str]) -> Case {
    let promise = target("2021/2025: 2025", measure, direction, bound);
    case(promise, texts)
}

#[test]
fn an_amount_of_nine_months_is_no_year_s() {
    let sales = |texts: &[&str]| {
        let case = level(Measure::Level, Up, ">1200", texts);
        assess(&from("2020 actual 576", case))
    };
    let part = sales(&["2025-01/2025-09 to_date 430"]);
    assert_eq!(part.judgement.reason, Some(Reason::PartOfPeriod));
    let month = sales(&["2025-12 actual 80"]);
    assert_eq!(month.judgement.reason, Some(Reason::PartOfPeriod));
    // The last whole year is what is known.
    let known = sales(&["2023-01/2023-09 to_date 430", "2022 actual 900"]);
    is(&known, Rule::Level, Status::Ahead);
    assert_eq!(known.judgement.parts, [2]);
    // Nor is a sum of several years.
    let years = sales(&["2021/2023 actual 2100", "2023 actual 950"]);
    near(years.judgement.numbers.map(|n| n.outcome), 950.0);
    is(&sales(&["2025 actual 1201"]), Rule::Threshold, Status::Met);
}

#[test]
fn a_ratio_is_the_year_s_and_a_stock_is_of_its_day() {
    let of = |measure, text| {
        let case = level(measure, Up, "80", &[text]);
        assess(&from("2020 actual 60", case)).judgement.reason
    };
    let month = "2023-12 actual 75";
    assert_eq!(of(Measure::Ratio, month), Some(Reason::PartOfPeriod));
    assert_eq!(of(Measure::Stock, month), None);
}

#[test]
fn a_level_that_held_at_the_start_has_no_way_to_go() {
    for (direction, bound, base, now, status) in [
        (Up, "99", "99", "98", Status::Behind),
        (Up, ">=60", "65", "58", Status::Behind),
        (Up, ">=60", "65", "64", Status::Met),
        (Down, "<6", "5.5", "5.8", Status::Met),
    ] {
        let texts = format!("2023 actual {now}");
        let case = level(Measure::Ratio, direction, bound, &[&texts]);
        let kept = assess(&from(&format!("2020 actual {base}"), case));
        is(&kept, Rule::Level, status);
        let numbers = kept.judgement.numbers.expect("numbers");
        assert_eq!((numbers.share, numbers.pace), (None, None), "{bound}");
        assert_eq!(kept.others, None, "{bound}");
        assert!(!kept.flags.contains(&Flag::MethodDependent));
        assert_eq!(numbers.gap >= 0.0, status == Status::Met);
    }
}

#[test]
fn growth_that_may_be_nothing_has_no_way_either() {
    let growth = |bound: &str, rate: &str| {
        let promise = target("2021/2025", Measure::Growth, Up, bound);
        assess(&case(promise, &[&format!("2021 actual {rate}")]))
    };
    assert_eq!(growth("0", "-0.02").others, None);
    assert!(growth("0.07", "0.05").others.is_some());
}

#[test]
fn the_average_of_several_years_counts_as_so_many() {
    let promise = target("2021/2025", Measure::Growth, Up, "0.07");
    let texts = [
        "2024 actual 0.08",
        "2021/2023 actual 0.065",
        "2021 actual 0.072",
    ];
    let assessed = assess(&case(promise, &texts));
    is(&assessed, Rule::Growth, Status::SlightlyBehind);
    assert_eq!(assessed.judgement.parts, [2, 1]);
    let numbers = assessed.judgement.numbers.expect("numbers");
    near(
        Some(numbers.outcome),
        (1.065_f64.powi(3) * 1.08).powf(0.25) - 1.0,
    );
    near(numbers.elapsed, 0.8);
}

#[test]
fn bounds_are_compared_as_bounds() {
    let of = |direction, bound: &str, text: &str| {
        let promise = target("2025", Measure::Ratio, direction, bound);
        assess(&case(promise, &[&format!("2025 actual {text}")])).judgement
    };
    for (direction, bound, text, status) in [
        (Down, "<6", "<6", Status::Met),
        (Up, ">60", ">60", Status::Met),
        (Up, ">=60", ">60", Status::Met),
        (Up, ">=60", "<60", Status::Missed),
        (Up, ">60", "<=60", Status::Missed),
    ] {
        assert_eq!(of(direction, bound, text).status, status, "{bound} {text}");
    }
    let open = of(Up, ">60", ">=60");
    assert_eq!(open.reason, Some(Reason::Bound));
    let range = |low, high| {
        let promise = target("2025", Measure::Ratio, Direction::None, "6–7");
        let mut case = case(promise, &[&format!("2025 actual {low}")]);
        case.outcomes[0].high = Some(crate::cases::printed(high));
        assess(&case).judgement
    };
    assert_eq!(range("6.2", "6.8").status, Status::Met);
    assert_eq!(range("7.5", "8").status, Status::Missed);
    assert_eq!(range("6.5", "7.5").reason, Some(Reason::Bound));
}

#[test]
fn words_settle_their_own_period_alone() {
    let promise = || target("2021/2025", Measure::Count, Up, "100");
    let part = assess(&case(promise(), &["2021-01/2021-09 to_date met"]));
    assert_eq!(part.judgement.reason, Some(Reason::PartOfPeriod));
    // A number stands beside words that say nothing.
    let known = assess(&case(promise(), &["2022 actual other", "2021 actual 20"]));
    is(&known, Rule::Sum, Status::OnPace);
    is(
        &assess(&case(
            promise(),
            &["2021/2025 actual met", "2021 actual 20"],
        )),
        Rule::Words,
        Status::ReportedMet,
    );
}

#[test]
fn a_contradicted_base_or_part_disputes_a_status() {
    let up = level(Measure::Ratio, Up, "60", &["2023 actual 52"]);
    let mut up = from("2020 actual 40", up);
    is(&assess(&up), Rule::Level, Status::OnPace);
    up.contradicted = vec![(99, outcome("2020 actual 45"))];
    assert!(assess(&up).flags.contains(&Flag::Disputed));
    let promise = target("2021/2025", Measure::Count, Up, "100");
    let mut sum = case(promise, &["2022 actual 20", "2021 actual 18"]);
    sum.contradicted = vec![(2, outcome("2021 actual 30"))];
    assert!(assess(&sum).flags.contains(&Flag::Disputed));
    // One that decides nothing contradicts nothing.
    let mut apart = outcome("2021 actual 30");
    apart.low = None;
    sum.contradicted = vec![(2, apart)];
    assert!(!assess(&sum).flags.contains(&Flag::Disputed));
}
