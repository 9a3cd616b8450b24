//! The execution table, read back by another program's rules.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use std::collections::BTreeMap;

use guatu::assess::Ledger;
use guatu::dataset::{Lang, Tables, load};
use guatu::export;

fn rows(lang: Lang) -> Vec<Vec<String>> {
    let data = load(&Tables::built_in()).expect("a valid package");
    let table = export::report(&data, &Ledger::new(&data), &|_| true, lang);
    let text = table.csv();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|row| {
        let row = row.expect("a row as long as its head");
        row.iter().map(str::to_owned).collect()
    });
    rows.collect()
}

#[test]
fn every_target_has_a_row_with_its_status_and_method() {
    for (lang, missed, area) in [
        (Lang::Zh, "未完成", "武昌区"),
        (Lang::En, "Missed", "Wuchang District"),
    ] {
        let rows = rows(lang);
        let (heads, rows) = rows.split_first().expect("heads");
        assert_eq!((heads.len(), rows.len()), (14, 180));
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for row in rows {
            let status = row.get(8).expect("a status");
            *counts.entry(status).or_default() += 1;
            assert_eq!(row.last().map(String::as_str), Some("1"), "the method");
        }
        let mut counts: Vec<usize> = counts.into_values().collect();
        counts.sort_unstable();
        assert_eq!(counts, [1, 2, 2, 2, 173]);
        let missed = rows
            .iter()
            .filter(|row| row.iter().any(|cell| cell == missed));
        assert!(
            missed
                .clone()
                .all(|row| row.first().map(String::as_str) == Some(area))
        );
        assert_eq!(missed.count(), 2);
    }
}

#[test]
fn markdown_has_as_many_cells_in_each_line() {
    let data = load(&Tables::built_in()).expect("a valid package");
    let table = export::report(&data, &Ledger::new(&data), &|row| row % 2 == 0, Lang::Zh);
    let text = table.markdown();
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let (notes, rows): (Vec<&str>, Vec<&str>) = text
        .lines()
        .filter(|line| !line.is_empty())
        .partition(|line| !line.starts_with('|'));
    assert!(rows.len() > 3);
    assert!(rows.iter().all(|line| bars(line) == 15), "{text}");
    assert_eq!(notes.len(), 1);
    assert!(notes.iter().all(|note| note.ends_with("评估方法第1版")));
}
