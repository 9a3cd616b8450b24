//! A reader's own figures: what is understood, what is derived, what is refused and where.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

mod anew;
mod aside;
mod faults;
mod following;
mod hostile;
mod mending;
mod names;
mod printed;
mod quiet;
mod sets;
mod template;

use guatu::dataset::{Dataset, Tables, load};
use guatu::intake::{Base, Finding, Mode, Opened, Own, What, open};

/// A grid as the second program hands it over: file, sheet, rows from a first number on.
type Sheet<'a> = (&'a str, &'a str, &'a [&'a [&'a str]]);

fn own(sheets: &[Sheet<'_>]) -> Own {
    with_texts(&[], sheets)
}

fn with_texts(texts: &[(&str, &str)], sheets: &[Sheet<'_>]) -> Own {
    let mut handed = String::from("\u{1d}");
    for (file, text) in texts {
        handed.extend([*file, "\u{1f}", text, "\u{1f}\u{1e}"]);
    }
    handed.push('\u{1d}');
    for (file, sheet, rows) in sheets {
        handed.extend([*file, "\u{1f}", sheet, "\u{1f}\u{1e}"]);
        for (number, row) in (1..).zip(*rows) {
            handed.extend([&number.to_string(), "\u{1f}"]);
            for cell in *row {
                handed.extend([*cell, "\u{1f}"]);
            }
            handed.push('\u{1e}');
        }
        handed.push('\u{1d}');
    }
    Own::read(&handed).expect("of the form")
}

fn initials(name: &str) -> String {
    // Any letters do here: the real ones need a dictionary.
    name.chars()
        .map(|c| char::from(b'a' + (u32::from(c) % 26) as u8))
        .collect()
}

/// What a reader's files are put beside, or in the place of.
fn base(tables: &Tables) -> Base<'_> {
    Base {
        tables,
        edition: "2026.11.0",
        today: "2026-11-23",
        initials: &initials,
    }
}

fn opened(own: &Own, mode: Mode) -> (Option<Opened>, Vec<Finding>) {
    open(own, base(&Tables::built_in()), mode)
}

/// The set, where no fault is found; the notes that come with it.
fn set(own: &Own, mode: Mode) -> (Opened, Vec<Finding>) {
    let (opened, found) = opened(own, mode);
    (opened.unwrap_or_else(|| panic!("{found:#?}")), found)
}

fn faults(own: &Own, mode: Mode) -> Vec<Finding> {
    let (opened, found) = opened(own, mode);
    assert!(opened.is_none(), "no fault");
    found
        .into_iter()
        .filter(|one| one.what.is_fault())
        .collect()
}

fn published() -> Dataset {
    load(&Tables::built_in()).expect("valid")
}

/// A reader's figures, each as one of [`HEAD`] that is in order but for these cells, by their heads.
fn figures(rows: &[&[(&str, &str)]]) -> Own {
    let given = rows.iter().copied().flatten().map(|(head, _)| *head);
    let mut heads = HEAD.to_vec();
    for head in given {
        if !heads.contains(&head) {
            heads.push(head);
        }
    }
    let cells = |row: &[(&'_ str, &'_ str)]| -> Vec<String> {
        let cell = |head: &&str| {
            let given = row.iter().find(|(known, _)| known == head);
            let usual = HEAD.iter().zip(FIGURE).find(|(known, _)| *known == head);
            let cell = given.map(|(_, cell)| *cell);
            cell.or(usual.map(|(_, cell)| *cell)).unwrap_or_default()
        };
        heads.iter().map(|head| cell(head).to_owned()).collect()
    };
    let rows: Vec<Vec<String>> = rows.iter().map(|row| cells(row)).collect();
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let grid: Vec<&[&str]> = std::iter::once(&heads[..])
        .chain(rows.iter().map(Vec::as_slice))
        .collect();
    own(&[("a.csv", "", &grid)])
}

/// Whether something is among what was found.
fn has(found: &[Finding], is: impl Fn(&What) -> bool) -> bool {
    found.iter().any(|one| is(&one.what))
}

const HEAD: &[&str] = &[
    "文件",
    "行",
    "所在标题",
    "指标",
    "时期",
    "性质",
    "数值",
    "计量单位",
    "原文片段",
];

/// A figure that is in order.
const FIGURE: &[&str] = &[
    "wuchang-2020-plan",
    "4",
    "一",
    "gdp",
    "2026",
    "实际",
    "6",
    "亿元",
    "6亿元",
];
