//! Editions of a target: another value is another edition, the same value printed again is not.

use guatu::assess::{Change, Edition, Editions, Ledger, alike};
use guatu::dataset::{Dataset, Lang, Row};
use guatu::text::proof;

use crate::sample::{target, with};

/// The editions of the targets of an indicator: ids with how often printed, and the changes in words.
fn editions(data: &Dataset, indicator: &str, lang: Lang) -> Vec<(Vec<String>, Vec<String>)> {
    let ledger = Ledger::new(data);
    let own = ledger.iter(data).filter(|one| {
        let target = data.observation(one.target).expect("a target");
        &*target.indicator.id == indicator
    });
    let groups = Editions::of(data, own);
    let groups = groups.iter().map(|group| {
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
fn targets_that_are_alike_are_those_of_one_group_of_editions() {
    let data = with(&[]);
    let ledger = Ledger::new(&data);
    let mut most = 0;
    for code in (0..).take(data.indicators.len()) {
        let is_own = |row: &Row| data.observations.indicator.get(*row as usize) == Some(code);
        let mut targets: Vec<Row> = ledger.targets().filter(is_own).collect();
        targets.reverse();
        let assessed = targets.iter().filter_map(|row| ledger.get(&data, *row));
        let groups = Editions::of(&data, assessed);
        let rows = |group: &Editions<'_>| {
            let mut rows: Vec<Row> = group.all.iter().flat_map(Edition::rows).collect();
            rows.sort_unstable();
            rows
        };
        let mut found = alike(&data, &targets);
        for rows in &mut found {
            rows.sort_unstable();
        }
        most = most.max(found.len());
        assert_eq!(found, groups.iter().map(rows).collect::<Vec<_>>());
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
        let own = ledger.iter(&data).filter(|one| {
            let target = data.observation(one.target).expect("a target");
            target.indicator_code == indicator
        });
        for group in Editions::of(&data, own) {
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
