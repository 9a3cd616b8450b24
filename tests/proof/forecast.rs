//! Where a target leads, and the field that a reader types into.

use guatu::assess::{Assessed, Ledger, Status};
use guatu::dataset::{Dataset, Lang};
use guatu::text::proof::{answer, forecast, text};
use proptest::prelude::*;

use crate::sample::{decided, outcome, with};

#[test]
fn the_field_holds_what_is_needed_and_that_reaches_the_target() {
    let plan = "wuchang-14fyp-task-division";
    let data = with(&[
        outcome("jobs-added", "2021", "actual", "1.8", "person-10k"),
        outcome("gdp-growth", "2021", "actual", "6.1", "percent"),
        outcome("retail-sales", "2023", "actual", "900", "yuan-100m"),
        outcome(
            "major-projects",
            "2021-01/2021-07",
            "to_date",
            "150",
            "item",
        ),
    ]);
    for (target, needed, unit) in [
        (
            format!("{plan}-102-1"),
            ["0.1813", "1812.5"],
            ["万人", "persons"],
        ),
        (format!("{plan}-38-1"), ["7.23", "7.23"], ["%", "%"]),
        // More than 120 billion, so that what just comes to it is not enough.
        (
            format!("{plan}-74-9"),
            ["150.01", "15.01"],
            ["亿元", "billion yuan"],
        ),
        (
            "wuchang-2020-plan-147-1".to_owned(),
            ["12", "12"],
            ["项", ""],
        ),
    ] {
        let one = decided(&data, &target);
        for (lang, needed, unit) in [
            (Lang::Zh, needed[0], unit[0]),
            (Lang::En, needed[1], unit[1]),
        ] {
            let found = forecast(&data, &one, lang).expect("a period that runs");
            assert_eq!((&*found.needed, &*found.unit), (needed, unit), "{target}");
            let (status, words) = answer(&data, &one, needed, lang).expect("a number");
            assert_eq!(status, Status::Met, "{target} {words}");
        }
    }
}

#[test]
fn a_period_that_is_over_or_has_not_begun_leads_nowhere() {
    let data = with(&[]);
    for target in ["wuchang-2020-plan-55-1", "wuchang-2020-plan-147-1"] {
        assert_eq!(forecast(&data, &decided(&data, target), Lang::Zh), None);
    }
}

#[test]
fn what_is_met_already_starts_the_field_at_nothing() {
    let data = with(&[
        outcome("unicorns", "2021", "actual", "7", "enterprise"),
        outcome("retail-sales", "2023", "actual", "1300", "yuan-100m"),
    ]);
    let ledger = Ledger::new(&data);
    let mut fields = 0;
    for one in ledger.iter(&data) {
        let target = data.observation(one.target).expect("a target");
        let is_asked = matches!(&*target.indicator.id, "unicorns" | "retail-sales");
        let found = forecast(&data, &one, Lang::Zh).filter(|_| is_asked);
        let Some(found) = found else { continue };
        assert_eq!(found.needed, "0", "{}", target.id);
        let (status, _) = answer(&data, &one, "0", Lang::Zh).expect("a number");
        assert_eq!(status, Status::Met, "{}", target.id);
        fields += 1;
    }
    assert!(fields >= 2, "{fields} fields");
}

#[test]
fn things_that_are_counted_are_projected_in_wholes_and_never_onto_the_target() {
    let projected = |done: &str, lang: Lang| {
        let data = with(&[outcome(
            "major-projects",
            "2021-01/2021-09",
            "to_date",
            done,
            "item",
        )]);
        let one = decided(&data, "wuchang-2020-plan-147-1");
        let goes_on = forecast(&data, &one, lang).and_then(|forecast| forecast.goes_on);
        (goes_on.expect("a projection"), text(&data, &one, &[], lang))
    };
    let (goes_on, card) = projected("127", Lang::Zh);
    assert!(goes_on.contains("将达到约169项，"), "{goes_on}");
    assert!(
        card.contains("期末推算值 = 127 ÷ 9 × 12 = 169.33，即约169项"),
        "{card}"
    );
    let (goes_on, _) = projected("127", Lang::En);
    assert!(goes_on.contains("it comes to about 169,"), "{goes_on}");
    // Parts of things are left as they are: 157.2 to September leads to 209.6 of 210.
    let (goes_on, _) = projected("157.2", Lang::Zh);
    assert!(goes_on.contains("将达到209.6项，"), "{goes_on}");
    let (goes_on, card) = projected("150", Lang::Zh);
    assert!(goes_on.contains("将达到200项，"), "{goes_on}");
    assert!(card.contains(" = 200项\n"), "{card}");
}

#[test]
fn what_is_typed_is_read_as_people_type_it_or_refused_in_words() {
    let data = with(&[outcome(
        "major-projects",
        "2021-01/2021-09",
        "to_date",
        "150",
        "item",
    )]);
    let one = decided(&data, "wuchang-2020-plan-147-1");
    let said = |typed: &str| answer(&data, &one, typed, Lang::Zh);
    for typed in ["20", " 20 ", "２０", "20.0", "+20", "1,000"] {
        assert!(said(typed).is_ok(), "{typed}");
    }
    let (status, words) = said("20").expect("a number");
    assert_eq!(status, Status::Met);
    assert_eq!(
        words,
        "到2021年末将达到210项，为目标的100%，届时判定为“完成”。"
    );
    let (status, words) = said("−10").expect("a number");
    assert_eq!(status, Status::Missed);
    assert!(words.contains("120项"), "{words}");
    for typed in [
        "",
        "二十",
        "NaN",
        "inf",
        "1e400",
        "--2",
        "1.2.3",
        "1,5",
        "1,0000",
        "99999999999999999999",
    ] {
        let wrong = said(typed).expect_err("no number");
        assert!(wrong.contains("请"), "{typed}: {wrong}");
    }
    let growth = with(&[outcome("gdp-growth", "2021", "actual", "7.2", "percent")]);
    let one = decided(&growth, "wuchang-14fyp-task-division-38-1");
    assert!(answer(&growth, &one, "-100", Lang::En).is_err());
    assert!(answer(&growth, &one, "-99", Lang::En).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_the_answer_has_words_and_no_broken_number(typed in ".{0,12}|-?[0-9]{1,18}(\\.[0-9]{0,4})?") {
        RUNNING.with(|(data, all)| {
            for (one, lang) in all.iter().flat_map(|one| [(one, Lang::Zh), (one, Lang::En)]) {
                let words = match answer(data, one, &typed, lang) {
                    Ok((_, words)) => words,
                    Err(wrong) => wrong.to_owned(),
                };
                prop_assert!(!words.is_empty() && !words.contains("NaN") && !words.contains("inf"), "{}", words);
            }
            Ok(())
        })?;
    }
}

thread_local! {
    /// Targets whose period runs.
    static RUNNING: (Dataset, Vec<Assessed>) = {
        let data = with(&[
            outcome("major-projects", "2021-01/2021-09", "to_date", "150", "item"),
            outcome("gdp-growth", "2021", "actual", "7.2", "percent"),
        ]);
        let all = ["wuchang-2020-plan-147-1", "wuchang-14fyp-task-division-38-1"];
        let all = all.map(|target| decided(&data, target)).to_vec();
        (data, all)
    };
}
