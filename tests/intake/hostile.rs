//! Whatever stands in a reader's files, each cell is refused, or is the word that it is; nothing panics or takes long.

use std::time::{Duration, Instant};

use guatu::dataset::{SCHEMAS, Tables};
use guatu::intake::{Mode, Own};
use proptest::prelude::*;

use super::sets::as_files;
use super::{opened, own};

/// Words that would be something else elsewhere.
const WORDS: [&str; 3] = [
    "</script><img src=x onerror=alert(1)>\"",
    "NaN",
    "=a\"b,c\n\u{202e}gnp\u{2066}d",
];

#[test]
fn a_word_in_any_column_is_refused_there_or_stays_the_word() {
    for schema in SCHEMAS {
        for (at, column) in schema.columns.iter().enumerate() {
            for word in WORDS {
                let tables = Tables::built_in();
                let head: Vec<&str> = schema.columns.to_vec();
                let rows = schema.rows(&tables);
                let Some((_, first)) = rows.first() else {
                    continue;
                };
                let mut row: Vec<&str> = first.iter().map(String::as_str).collect();
                row[at] = word;
                let grid: [&[&str]; 2] = [&head, &row];
                let (opened, found) = opened(&own(&[(schema.file, "", &grid)]), Mode::Add);
                let Some(opened) = opened else {
                    assert!(found.iter().any(|one| one.what.is_fault()), "{column}");
                    continue;
                };
                // A name stands in the table that it was added to; the changes of editions are told anew.
                let mut cells = SCHEMAS
                    .iter()
                    .flat_map(|schema| schema.rows(&opened.tables));
                let is_there = cells.any(|(_, cells)| cells.iter().any(|cell| cell == word));
                assert!(is_there || schema.file == "changes.csv", "{column} {word}");
            }
        }
    }
}

#[test]
fn very_many_rows_and_very_many_faults_are_answered_soon() {
    let head: &[&str] = &[
        "document",
        "line",
        "section",
        "indicator",
        "period",
        "kind",
        "value",
        "as_printed",
    ];
    let lines: Vec<String> = (1..30_000).map(|line| line.to_string()).collect();
    let good: Vec<[&str; 8]> = lines
        .iter()
        .map(|line| {
            [
                "wuchang-2020-plan",
                line,
                "一",
                "gdp",
                "2019",
                "actual",
                "5",
                "5亿元",
            ]
        })
        .collect();
    let bad: Vec<[&str; 8]> = lines
        .iter()
        .map(|line| ["没有的文件", line, "", "没有的指标", "x", "y", "z", ""])
        .collect();
    for (rows, is_right) in [(good, true), (bad, false)] {
        let grid: Vec<&[&str]> = std::iter::once(head)
            .chain(rows.iter().map(|row| &row[..]))
            .collect();
        let own = own(&[("a.csv", "", &grid)]);
        let start = Instant::now();
        let (opened, found) = opened(&own, Mode::Add);
        assert!(
            start.elapsed() < Duration::from_secs(8),
            "{:?}",
            start.elapsed()
        );
        assert_eq!(opened.is_some(), is_right, "{:?}", found.first());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_that_is_handed_over_is_read_or_refused(
        text in "([a-z数编号\u{1d}\u{1e}\u{1f}0-9]|observations|indicators|id|name_zh|value){0,60}"
    ) {
        if let Some(own) = Own::read(&text) {
            for mode in [Mode::Add, Mode::Replace] {
                let (opened, found) = super::opened(&own, mode);
                prop_assert!(opened.is_some() || found.iter().any(|one| one.what.is_fault()));
            }
        }
    }

    #[test]
    fn tables_with_a_cell_of_another_table_never_panic(
        table in 0..SCHEMAS.len(), row in 0..40_usize, column in 0..22_usize, word in "[ -~数一%，]{0,12}"
    ) {
        let mut tables = Tables::built_in();
        let schema = &SCHEMAS[table];
        let mut rows: Vec<Vec<String>> = schema.rows(&tables).into_iter().map(|(_, cells)| cells).collect();
        if let Some(cell) = rows.get_mut(row).and_then(|cells| cells.get_mut(column)) {
            cell.clone_from(&word);
        }
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let lines = rows.iter().map(|cells| cells.iter().map(quoted).collect::<Vec<_>>().join(","));
        let text = std::iter::once(schema.columns.join(",")).chain(lines).collect::<Vec<_>>().join("\n");
        tables.insert(schema.file, text + "\n");
        let (opened, found) = super::opened(&as_files(&tables), Mode::Replace);
        prop_assert!(opened.is_some() || found.iter().any(|one| one.what.is_fault()));
    }
}
