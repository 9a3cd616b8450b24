//! Editions of a target: another value is another edition, the same value printed again is not.

use guatu::assess::{Change, Edition, Editions, Ledger, alike};
use guatu::dataset::{Dataset, Lang, Row};
use guatu::text::proof;

use crate::sample::{target, with};

/// The editions of the targets of an indicator: ids with how often printed, and the changes in words.
fn editions(data: &Dataset, indicator: &str, lang: Lang) -> Vec<(Vec<String>, Vec<String>)> {
    let ledger = Ledger::new(data);
    let own = ledger.targets().filter(|row| {
        let target = data.observation(*row).expect("a target");
        &*target.indicator.id == indicator
    });
    let groups = alike(data, &own.collect::<Vec<Row>>());
    let groups = groups.iter().map(|rows| {
        let group = Editions::of(data, rows.iter().filter_map(|row| ledger.get(data, *row)));
        let ids = group.all.iter();
        let ids = ids.map(|edition| format!("{} ×{}", edition.target.id, edition.rows().count()));
        let words = group
            .changes()
            .map(|change| proof::change(data, change, lang));
        (ids.collect(), words.collect())
    });
    groups.collect()
}

#[test]
fn targets_are_alike_that_are_of_one_area_and_period() {
    let data = with(&[]);
    let ledger = Ledger::new(&data);
    let mut most = 0;
    for code in (0..).take(data.indicators.len()) {
        let is_own = |row: &Row| data.observations.indicator.get(*row as usize) == Some(code);
        let mut targets: Vec<Row> = ledger.targets().filter(is_own).collect();
        targets.reverse();
        let of = |row: Row| data.observation(row).map(|o| (o.area_code, o.period));
        let mut expected: Vec<Vec<Row>> = Vec::new();
        for row in &targets {
            match expected.iter_mut().find(|group| of(group[0]) == of(*row)) {
                Some(group) => group.push(*row),
                None => expected.push(vec![*row]),
            }
        }
        most = most.max(expected.len());
        assert_eq!(alike(&data, &targets), expected);
    }
    assert!(most > 1);
}

#[test]
fn a_value_that_is_only_printed_again_is_one_edition() {
    let data = with(&[]);
    let doctors = editions(&data, "doctors-per-1k", Lang::Zh);
    let once = vec!["wuchang-14fyp-task-division-52-1 ×2".to_owned()];
    assert_eq!(doctors, [(once, vec![])]);
}

#[test]
fn two_bounds_in_one_document_are_two_editions_and_no_revision() {
    let data = with(&[]);
    let [(ids, words)] = &editions(&data, "surveyed-unemployment", Lang::Zh)[..] else {
        panic!("one area and period");
    };
    assert_eq!(
        ids[..],
        [
            "wuchang-14fyp-task-division-50-1 ×1",
            "wuchang-14fyp-task-division-102-2 ×1"
        ]
    );
    assert_eq!(
        words[..],
        ["同一文件两处所列不同：低于6%；不超过6%。并非调整。"]
    );
}

#[test]
fn a_later_document_with_another_value_revises_the_target() {
    let revised = |plan: &str, value: &str| {
        with(&[target(
            "wuchang-14fyp-task-division",
            "total-fixed-investment",
            "2021",
            ["=", value, "yuan-100m", plan],
        )])
    };
    let words = |data: &Dataset, lang| {
        let all = editions(data, "total-fixed-investment", lang);
        let of_2021 = all
            .into_iter()
            .find(|(ids, _)| ids[0].contains("145-1") || ids.len() > 1);
        of_2021.expect("the target of 2021")
    };
    let (ids, said) = words(&revised("2021-annual", "270"), Lang::Zh);
    assert_eq!(ids.len(), 2);
    assert!(
        ids[0].starts_with("wuchang-14fyp-task-division"),
        "the newest first"
    );
    assert_eq!(said[..], ["2022年4月29日由300亿元调整为270亿元。"]);
    let (_, said) = words(&revised("2021-annual", "270"), Lang::En);
    assert_eq!(
        said[..],
        ["Changed from 30 billion yuan to 27 billion yuan on 29 Apr 2022."]
    );
    let (ids, said) = words(&revised("2021-annual", "300"), Lang::Zh);
    assert_eq!(ids[..], ["wuchang-2020-plan-145-1 ×2"]);
    assert!(said.is_empty());
    let (ids, said) = words(&revised("14fyp", "270"), Lang::En);
    assert_eq!(ids.len(), 2);
    assert!(said[0].contains("Each plan has its own target"), "{said:?}");
}

#[test]
fn every_target_stands_in_one_edition_and_only_rivals_share_a_group() {
    let data = with(&[]);
    let ledger = Ledger::new(&data);
    let mut seen = Vec::new();
    for indicator in 0..u16::try_from(data.indicators.len()).expect("few") {
        let is_own = |row: &Row| data.observations.indicator.get(*row as usize) == Some(indicator);
        let own: Vec<Row> = ledger.targets().filter(is_own).collect();
        for rows in alike(&data, &own) {
            let assessed = rows.iter().filter_map(|row| ledger.get(&data, *row));
            let group = Editions::of(&data, assessed);
            seen.extend(group.all.iter().flat_map(Edition::rows));
            let mut changes = group.changes().map(|(.., change)| change);
            assert!(
                changes.all(|change| change != Change::Revised),
                "no document here revises another"
            );
        }
    }
    seen.sort_unstable();
    let all: Vec<_> = ledger.targets().collect();
    assert_eq!(seen, all);
}
