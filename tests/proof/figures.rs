//! What a card says where its numbers lie at a limit, in a range, or are known as a bound only; and the
//! gap and the lead that stand beside a status.

use guatu::assess::{Assessed, Evidence, Status};
use guatu::dataset::{Dataset, Lang};
use guatu::text::proof;

use crate::sample::{decided, outcome, target, with};

const TASKS: &str = "wuchang-14fyp-task-division";
const PROJECTS: &str = "wuchang-2020-plan-147-1";

fn line(data: &Dataset, one: &Assessed, head: &str) -> String {
    let text = proof::text(data, one, &[], Lang::Zh);
    let mut lines = text.lines().filter(|line| line.starts_with(head));
    lines.next().unwrap_or_default().to_owned()
}

/// Of a target its gap and its lead.
fn beside(data: &Dataset, one: &Assessed, lang: Lang) -> [String; 2] {
    let target = data.observation(one.target).expect("a target");
    [
        proof::gap(one, &target, lang),
        proof::lead(one, &target, lang),
    ]
}

/// A target of 2021 stated in the plan of 2020, with an outcome of it.
fn stated(indicator: &str, asked: [&str; 3], found: [&str; 3]) -> (Dataset, Assessed) {
    let [comparator, value, unit] = asked;
    let [period, kind, number] = found;
    let (number, bound) = match number.split_once(' ') {
        Some((bound, number)) => (number, bound),
        None => (number, "="),
    };
    let row = outcome(indicator, period, kind, number, unit);
    let row = row.replacen(",=,", &format!(",{bound},"), 1);
    let asked = target(
        "wuchang-2020-plan",
        indicator,
        "2021",
        [comparator, value, unit, "2021-annual"],
    );
    let data = with(&[asked, row]);
    let id = format!("wuchang-2020-plan-1-{indicator}-2021-target");
    let one = decided(&data, &id);
    (data, one)
}

#[test]
fn gap_and_lead_are_two_numbers_each_with_its_sign_and_unit() {
    let data = with(&[
        outcome("jobs-added", "2021", "actual", "1.8", "person-10k"),
        outcome("jobs-added", "2022", "actual", "2.3", "person-10k"),
    ]);
    let one = decided(&data, &format!("{TASKS}-102-1"));
    assert_eq!(beside(&data, &one, Lang::Zh), ["−6.4万人", "−0.95个百分点"]);
    assert_eq!(
        beside(&data, &one, Lang::En),
        ["−64,000 persons", "−0.95 percentage points"]
    );
    let summed = data.observation(one.target).expect("a target");
    assert_eq!(proof::together(&one, &summed, Lang::Zh), "累计4.1万人");
    let data = with(&[outcome("major-projects", "2021", "actual", "230", "item")]);
    let one = decided(&data, PROJECTS);
    assert_eq!(beside(&data, &one, Lang::Zh), ["+20项", ""]);
    let summed = data.observation(one.target).expect("a target");
    assert_eq!(proof::together(&one, &summed, Lang::Zh), "");
}

#[test]
fn a_lead_beside_a_limit_shows_the_digit_that_tells_it_apart() {
    // 146.99 of 210 to September: 69.9952 % of it, 5.0048 points behind.
    let data = with(&[outcome(
        "major-projects",
        "2021-01/2021-09",
        "to_date",
        "146.99",
        "item",
    )]);
    let one = decided(&data, PROJECTS);
    assert_eq!(
        line(&data, &one, "判定"),
        "判定：−15 ≤ −5.005 < −5 → 略滞后"
    );
}

#[test]
fn a_growth_that_must_be_exceeded_is_not_on_pace_where_it_is_only_reached() {
    let data = with(&[outcome(
        "labour-productivity-growth",
        "2021",
        "actual",
        "7",
        "percent",
    )]);
    let one = decided(&data, &format!("{TASKS}-40-1"));
    assert_eq!(one.assessment.judgement.status, Status::SlightlyBehind);
    assert_eq!(line(&data, &one, "判定"), "判定：−0.5 ≤ 0 ≤ 0 → 略滞后");
}

#[test]
fn an_outcome_that_is_a_bound_is_held_against_the_target_as_it_is() {
    let (data, one) = stated(
        "surveyed-unemployment",
        ["<", "6", "percent"],
        ["2021", "actual", "< 6"],
    );
    assert_eq!(one.assessment.judgement.status, Status::Met);
    assert_eq!(line(&data, &one, "判定"), "判定：结果< 6，目标< 6 → 完成");
    assert_eq!(line(&data, &one, "与目标之差"), "");
    assert_eq!(beside(&data, &one, Lang::Zh), ["", ""]);
}

#[test]
fn a_better_number_below_a_limit_has_a_gap_above_nothing() {
    let (data, one) = stated(
        "surveyed-unemployment",
        ["<=", "6", "percent"],
        ["2021", "actual", "5.8"],
    );
    assert_eq!(
        line(&data, &one, "与目标之差"),
        "与目标之差 = 6 − 5.8 = +0.2个百分点"
    );
    assert_eq!(beside(&data, &one, Lang::Zh), ["+0.2个百分点", ""]);
}

#[test]
fn the_rows_of_a_status_are_the_target_and_what_was_judged() {
    let data = with(&[
        outcome("jobs-added", "2021", "actual", "1.8", "person-10k"),
        outcome("jobs-added", "2022", "actual", "2.3", "person-10k"),
    ]);
    let one = decided(&data, &format!("{TASKS}-102-1"));
    let kinds: Vec<Evidence> = one.rows().into_iter().map(|(kind, _)| kind).collect();
    let expected = [Evidence::Target, Evidence::Outcome, Evidence::Outcome];
    assert_eq!(kinds, expected);
    let data = with(&[outcome(
        "retail-sales",
        "2023",
        "actual",
        "900",
        "yuan-100m",
    )]);
    let level = decided(&data, &format!("{TASKS}-74-9"));
    let kinds: Vec<Evidence> = level.rows().into_iter().map(|(kind, _)| kind).collect();
    let expected = [Evidence::Target, Evidence::Base, Evidence::Outcome];
    assert_eq!(kinds, expected);
}

#[test]
fn a_target_of_about_a_number_says_that_reaching_it_counts() {
    let (data, one) = stated(
        "gdp-growth",
        ["~", "7", "percent"],
        ["2021", "actual", "6.9"],
    );
    assert_eq!(one.assessment.judgement.status, Status::Missed);
    let note = line(&data, &one, "说明：");
    assert!(note.contains("按不低于该数判定"), "{note}");
    let (data, one) = stated(
        "gdp-growth",
        [">=", "7", "percent"],
        ["2021", "actual", "6.9"],
    );
    assert!(!line(&data, &one, "说明：").contains("左右"));
}

#[test]
fn an_outcome_that_the_documents_do_not_hold_is_not_said_to_be_unpublished() {
    let data = with(&[]);
    let one = decided(&data, PROJECTS);
    assert_eq!(
        line(&data, &one, "规则："),
        "规则：第1条，所收文件未载目标期内的结果。"
    );
    let english = proof::text(&data, &one, &[], Lang::En);
    assert!(
        english.contains("these documents hold no outcome"),
        "{english}"
    );
}
