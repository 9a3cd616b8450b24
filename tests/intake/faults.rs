//! What is refused, and where.

use guatu::dataset::{Lang, Problem, Rule};
use guatu::intake::{Mode, What};

use super::{HEAD, faults, own};

#[test]
fn every_fault_is_told_with_its_sheet_row_and_column() {
    let rows: &[&[&str]] = &[
        &["本表由计划科填写"],
        &[
            "文件",
            "行",
            "所在标题",
            "指标",
            "时期",
            "性质",
            "数值",
            "计量单位",
            "原文片段",
            "备注",
        ],
        &["# 例", "填写说明"],
        &[
            "wuchang-2020-plan",
            "3",
            "一",
            "gdp",
            "2026年秋",
            "实际",
            "1,23",
            "亿元",
            "x",
        ],
        &[
            "wuchang-2020-plan",
            "4",
            "一",
            "没有的指标",
            "2026",
            "实绩",
            "5%",
            "亿元",
            "",
        ],
        &[
            "wuchang-2020-plan",
            "5",
            "一",
            "gdp",
            "2026",
            "实际",
            "6",
            "件",
            "六件",
            "",
            "多出",
        ],
    ];
    let found = faults(&own(&[("年报.xlsx", "数据", rows)]), Mode::Add);
    let places: Vec<(u64, u64, &str)> = found
        .iter()
        .map(|one| (one.place.row, one.place.at, &*one.place.column))
        .collect();
    for place in [
        (2, 10, "备注"),
        (4, 5, "period"),
        (4, 7, "value"),
        (5, 4, "indicator"),
        (5, 6, "kind"),
        (5, 7, "value"),
        (5, 9, "as_printed"),
        (6, 8, "unit"),
        (6, 11, ""),
    ] {
        assert!(places.contains(&place), "{place:?} of {found:#?}");
    }
    assert_eq!(places.len(), 9, "{found:#?}");
    assert!(
        found
            .iter()
            .all(|one| (&*one.place.file, &*one.place.sheet) == ("年报.xlsx", "数据"))
    );
}

#[test]
fn a_missing_column_is_told_once_and_by_its_name() {
    let rows: &[&[&str]] = &[
        &["文件", "指标", "时期", "性质", "数值"],
        &["wuchang-2020-plan", "gdp", "2026", "实际", "5"],
    ];
    let found = faults(&own(&[("a.csv", "", rows)]), Mode::Add);
    let missing = found
        .iter()
        .filter(|one| one.what == What::Problem(Problem::MissingColumn));
    let missing: Vec<&str> = missing.map(|one| &*one.place.column).collect();
    assert_eq!(missing, ["line", "section", "as_printed"]);
    assert_eq!(found.len(), 3, "{found:#?}");
}

#[test]
fn two_rows_of_one_key_are_told_by_the_reader_s_rows() {
    let rows: &[&[&str]] = &[
        &["id", "name_zh", "theme", "unit", "measure", "direction"],
        &["trees-planted", "植树", "urban", "tree-10k", "count", "up"],
        &[
            "trees-planted",
            "植树造林",
            "urban",
            "tree-10k",
            "count",
            "up",
        ],
    ];
    let figures: &[&[&str]] = &[
        HEAD,
        &[
            "wuchang-2020-plan",
            "3",
            "一",
            "trees-planted",
            "2026",
            "实际",
            "5",
            "",
            "5万株",
        ],
    ];
    let found = faults(
        &own(&[
            ("a.xlsx", "indicators", rows),
            ("a.xlsx", "observations", figures),
        ]),
        Mode::Add,
    );
    let [one] = &found[..] else {
        panic!("{found:#?}");
    };
    assert_eq!((one.place.row, &*one.place.column), (3, "id"));
    let What::Problem(Problem::Duplicate { first, .. }) = &one.what else {
        panic!("{one:?}");
    };
    assert_eq!(*first, 2);
}

#[test]
fn an_indicator_without_figures_and_a_circle_are_told_where_they_stand() {
    let rows: &[&[&str]] = &[
        &[
            "id",
            "name_zh",
            "theme",
            "unit",
            "measure",
            "direction",
            "part_of",
        ],
        &["a", "甲", "urban", "item", "count", "up", "乙"],
        &["b", "乙", "urban", "item", "count", "up", "甲"],
    ];
    let found = faults(&own(&[("a.xlsx", "indicators", rows)]), Mode::Add);
    assert!(
        found
            .iter()
            .any(|one| one.what == What::Problem(Rule::Circle.into()) && one.place.row == 2)
    );
}

#[test]
fn what_is_no_table_is_told_and_nothing_is_opened() {
    let found = faults(
        &own(&[("a.csv", "", &[&["你好", "世界"], &["1", "2"]])]),
        Mode::Add,
    );
    assert!(
        found.iter().any(|one| one.what == What::NoTable),
        "{found:?}"
    );
    assert!(!faults(&own(&[]), Mode::Replace).is_empty());
}

#[test]
fn a_name_that_two_entries_have_is_told_and_not_chosen() {
    let indicators: &[&[&str]] = &[
        &["id", "name_zh", "theme", "unit", "measure", "direction"],
        &["a", "同名", "urban", "item", "count", "up"],
        &["b", "同名", "urban", "item", "count", "up"],
    ];
    let figures: &[&[&str]] = &[
        HEAD,
        &[
            "wuchang-2020-plan",
            "3",
            "一",
            "同名",
            "2026",
            "实际",
            "5",
            "",
            "5个",
        ],
    ];
    let found = faults(
        &own(&[
            ("a.xlsx", "indicators", indicators),
            ("a.xlsx", "observations", figures),
        ]),
        Mode::Add,
    );
    assert!(
        found
            .iter()
            .any(|one| matches!(one.what, What::Ambiguous { .. })),
        "{found:#?}"
    );
}

#[test]
fn words_of_a_fault_are_in_both_languages() {
    use guatu::text::fault;
    let problems = [
        Problem::Empty,
        Problem::NotANumber("x".to_owned()),
        Problem::Broken(Rule::Fragment),
        Problem::Ragged {
            cells: 1,
            header: 2,
        },
    ];
    for problem in problems {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| fault::wrong(&problem, lang));
        assert!(
            zh.chars().any(|c| c > '\u{4dff}') && en.is_ascii(),
            "{zh} {en}"
        );
    }
}
