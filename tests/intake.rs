//! A reader's own figures: what is understood, what is derived, what is refused and where.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::assess::Ledger;
use guatu::dataset::{Dataset, Lang, Problem, Rule, SCHEMAS, Tables, load};
use guatu::intake::{Base, Finding, Mode, Opened, Own, What, compared, open};

/// A grid as the second program hands it over: file, sheet, rows from a first number on.
type Sheet<'a> = (&'a str, &'a str, &'a [&'a [&'a str]]);

fn own(sheets: &[Sheet<'_>]) -> Own {
    with_texts(&[], sheets)
}

fn with_texts(texts: &[(&str, &str)], sheets: &[Sheet<'_>]) -> Own {
    let mut handed = String::from("\u{1d}");
    for (file, text) in texts {
        handed += &format!("{file}\u{1f}{text}\u{1f}\u{1e}");
    }
    handed.push('\u{1d}');
    for (file, sheet, rows) in sheets {
        handed += &format!("{file}\u{1f}{sheet}\u{1f}\u{1e}");
        for (number, row) in (1..).zip(*rows) {
            handed += &format!("{number}\u{1f}");
            for cell in *row {
                handed += &format!("{cell}\u{1f}");
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

fn opened(own: &Own, mode: Mode) -> (Option<Opened>, Vec<Finding>) {
    let tables = Tables::built_in();
    let base = Base {
        tables: &tables,
        today: (2026, 11, 23),
        initials: &initials,
    };
    open(own, base, mode)
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

/// A reader's figures of 2021 for targets of the published plan.
const NEXT: &[&[&str]] = &[
    HEAD,
    &[
        "武昌区2021年统计公报",
        "3",
        "一、综合",
        "地区生产总值",
        "2021年",
        "实际",
        "1,665.6",
        "亿元",
        "地区生产总值1665.6亿元",
    ],
    &[
        "武昌区2021年统计公报",
        "4",
        "一、综合",
        "gdp-growth",
        "2021",
        "实际",
        "１２.４%",
        "",
        "增长12.4%",
    ],
];

const DOCUMENT: &[&[&str]] = &[
    &[
        "标题",
        "地区",
        "文件类型",
        "发布单位",
        "报告（印发、报道）日期",
    ],
    &[
        "武昌区2021年统计公报",
        "武昌区",
        "统计资料汇编",
        "武昌区统计局",
        "2022年4月1日",
    ],
];

#[test]
fn figures_of_a_next_year_come_beside_the_published_ones() {
    let names: Vec<String> = published()
        .indicators
        .iter()
        .map(|i| i.name.zh.to_string())
        .collect();
    assert!(names.contains(&"地区生产总值".to_owned()), "{names:?}");
    let own = own(&[("next.xlsx", "数据", NEXT), ("next.xlsx", "文件", DOCUMENT)]);
    let (set, notes) = set(&own, Mode::Add);
    assert_eq!(
        set.data.observations.len(),
        published().observations.len() + 2
    );
    let new: Vec<_> = set
        .data
        .iter()
        .filter(|figure| figure.period.to_string() == "2021" && figure.line < 5)
        .collect();
    let gdp = new
        .iter()
        .find(|figure| figure.value == Some(1665.6))
        .expect("there");
    assert_eq!(
        (&*gdp.area.code, &*gdp.unit.expect("a unit").id),
        ("420106", "yuan-100m")
    );
    assert_eq!(
        gdp.comparator.map(guatu::dataset::Comparator::code),
        Some("=")
    );
    let growth = new
        .iter()
        .find(|figure| figure.value == Some(12.4))
        .expect("there");
    assert_eq!(growth.unit.map(|unit| &*unit.id), Some("percent"));
    assert_eq!(&*gdp.document.delivered, "2022-04-01");
    assert_eq!(set.data.edition.to_string(), "2026.11.23");
    assert_eq!(set.data.own.len(), 12);
    // What was assumed is told.
    assert!(
        notes.iter().any(|one| one.what == What::Inferred(2)),
        "{notes:?}"
    );
    let (ledger, before) = (Ledger::new(&set.data), published());
    let preview = compared((&set.data, &ledger), (&before, &Ledger::new(&before)));
    assert_eq!(
        (preview.new.len(), preview.changed.len(), preview.gone.len()),
        (2, 0, 0)
    );
    assert!(!preview.statuses.is_empty(), "{preview:?}");
}

#[test]
fn what_is_there_already_is_changed_and_not_doubled() {
    let published = published();
    let figure = published
        .iter()
        .find(|figure| figure.value.is_some())
        .expect("one");
    let value = "99";
    let line = figure.line.to_string();
    let rows: &[&[&str]] = &[
        &[
            "document",
            "line",
            "section",
            "indicator",
            "area",
            "period",
            "kind",
            "value",
            "as_printed",
        ],
        &[
            &figure.document.id,
            &line,
            "标题",
            &figure.indicator.id,
            &figure.area.code,
            &figure.period.to_string(),
            figure.kind.code(),
            value,
            "原文",
        ],
    ];
    let (set, _) = set(&own(&[("observations.csv", "", rows)]), Mode::Add);
    assert_eq!(set.data.observations.len(), published.observations.len());
    let changed = set
        .data
        .iter()
        .find(|other| other.id == figure.id)
        .expect("the same id");
    assert_eq!(changed.value, Some(99.0));
    let ledgers = [Ledger::new(&set.data), Ledger::new(&published)];
    let preview = compared((&set.data, &ledgers[0]), (&published, &ledgers[1]));
    assert_eq!(
        (preview.new.len(), preview.changed.len(), preview.gone.len()),
        (0, 1, 0)
    );
}

const INDICATORS: &[&[&str]] = &[
    &["名称", "主题", "计量单位", "量的种类", "方向"],
    &["公园绿地面积", "生态环境", "公顷", "时点数", "越高越好"],
    &["噪声投诉", "environment", "件", "个数", "down"],
];

const FIGURES: &[&[&str]] = &[
    &[
        "document",
        "line",
        "section",
        "indicator",
        "area",
        "period",
        "kind",
        "value",
        "unit",
        "as_printed",
    ],
    &[
        "某区公报",
        "1",
        "一",
        "公园绿地面积",
        "420107",
        "2025",
        "目标",
        "800",
        "公顷",
        "800公顷",
    ],
    &[
        "某区公报",
        "2",
        "一",
        "公园绿地面积",
        "420107",
        "2025",
        "实际",
        "810",
        "",
        "810公顷",
    ],
    &[
        "某区公报",
        "3",
        "一",
        "噪声投诉",
        "420107",
        "2025-09",
        "累计",
        "12",
        "",
        "12件",
    ],
];

#[test]
fn figures_and_indicators_alone_are_a_set() {
    let own = own(&[
        ("我的.xlsx", "indicators", INDICATORS),
        ("我的.xlsx", "Sheet2", FIGURES),
    ]);
    let (set, notes) = set(&own, Mode::Replace);
    let data = &set.data;
    assert_eq!(
        (
            data.observations.len(),
            data.indicators.len(),
            data.documents.len()
        ),
        (3, 2, 1)
    );
    // The published units and themes are known; of others no row is there.
    assert_eq!(
        (data.units.len(), data.themes.len(), data.areas.len()),
        (2, 1, 1)
    );
    assert_eq!(data.documents[0].covers.to_string(), "2025");
    assert_eq!(&*data.documents[0].title.en, "某区公报");
    let target = data
        .iter()
        .find(|figure| figure.plan.is_some())
        .expect("a target");
    assert_eq!(&*target.plan.expect("a plan").id, "2025-annual");
    let ledger = Ledger::new(data);
    assert_eq!(
        ledger.status(target.row).map(guatu::assess::Status::code),
        Some("met")
    );
    let named = |one: &Finding| matches!(&one.what, What::Named { .. });
    // The document and the area, each where it is first named.
    assert_eq!(
        notes.iter().filter(|one| named(one)).count(),
        2,
        "{notes:?}"
    );
    assert_eq!(&*data.title.zh, "420107 发展指标");
    assert!(
        data.indicators
            .iter()
            .all(|indicator| !indicator.pinyin.is_empty())
    );
}

#[test]
fn a_set_is_opened_again_from_its_own_tables_without_a_difference() {
    let own_figures = own(&[
        ("a.xlsx", "indicators", INDICATORS),
        ("a.xlsx", "observations", FIGURES),
    ]);
    let (first, _) = set(&own_figures, Mode::Replace);
    // As the second program reads the tables of the set that was saved.
    let rows: Vec<(&str, Vec<Vec<String>>)> = SCHEMAS
        .iter()
        .map(|schema| {
            let head = schema
                .columns
                .iter()
                .map(|name| (*name).to_owned())
                .collect();
            let cells = schema
                .rows(&first.tables)
                .into_iter()
                .map(|(_, cells)| cells);
            (schema.file, std::iter::once(head).chain(cells).collect())
        })
        .collect();
    let rows: Vec<(&str, Vec<Vec<&str>>)> = rows
        .iter()
        .map(|(file, rows)| {
            (
                *file,
                rows.iter()
                    .map(|row| row.iter().map(String::as_str).collect())
                    .collect(),
            )
        })
        .collect();
    let rows: Vec<(&str, Vec<&[&str]>)> = rows
        .iter()
        .map(|(file, rows)| (*file, rows.iter().map(Vec::as_slice).collect()))
        .collect();
    let sheets: Vec<Sheet<'_>> = rows
        .iter()
        .map(|(file, rows)| (*file, "", rows.as_slice()))
        .collect();
    let descriptor = first.tables.get("datapackage.json").expect("described");
    let (again, _) = set(
        &with_texts(&[("x/datapackage.json", descriptor)], &sheets),
        Mode::Replace,
    );
    for file in guatu::dataset::files() {
        assert_eq!(again.tables.get(file), first.tables.get(file), "{file}");
    }
    assert_eq!(again.data, first.data);
}

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
