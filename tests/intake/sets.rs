//! Sets: what comes of figures that are in order.

use guatu::assess::{Ledger, Status};
use guatu::dataset::{Comparator, SCHEMAS, Tables, files};
use guatu::intake::{Finding, Mode, Own, What, compared};

use super::{FIGURE, HEAD, Sheet, figures, own, published, set, with_texts};

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
    assert_eq!(gdp.comparator.map(Comparator::code), Some("="));
    let growth = new
        .iter()
        .find(|figure| figure.value == Some(12.4))
        .expect("there");
    assert_eq!(growth.unit.map(|unit| &*unit.id), Some("percent"));
    assert_eq!(&*gdp.document.delivered, "2022-04-01");
    assert_eq!(*set.data.edition, *format!("2026.11.23+{}", set.data.own));
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
    assert_eq!(ledger.status(target.row).map(Status::code), Some("met"));
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
fn a_part_stays_one_where_its_whole_is_in_the_set_and_else_that_is_told() {
    let parts = ["major-projects", "major-projects-started", "volunteers"];
    for wholes in [1, 0] {
        let rows: Vec<Vec<(&str, &str)>> = parts
            .iter()
            .skip(1 - wholes)
            .map(|id| {
                let unstated = [("计量单位", ""), ("原文片段", "6")];
                [&unstated[..], &[("指标", *id)]].concat()
            })
            .collect();
        let rows: Vec<&[(&str, &str)]> = rows.iter().map(Vec::as_slice).collect();
        let (set, notes) = set(&super::figures(&rows), Mode::Replace);
        let part = |id: &str| {
            let mut all = set.data.indicators.iter();
            all.find(|one| &*one.id == id).expect("there").part_of
        };
        assert_eq!(part("major-projects-started").is_some(), wholes == 1);
        assert_eq!(part("volunteers"), None);
        let gone = What::NoWhole(2 - wholes);
        assert!(notes.iter().any(|one| one.what == gone), "{notes:?}");
    }
}

#[test]
fn an_entry_whose_name_has_no_letters_is_called_by_its_table() {
    let own = super::figures(&[&[("文件", "公报"), ("地区", "武昌区")]]);
    let tables = Tables::built_in();
    let base = guatu::intake::Base {
        tables: &tables,
        edition: "2026.11.0",
        today: "2026-11-23",
        initials: &|_| String::new(),
    };
    let (opened, found) = guatu::intake::open(&own, base, Mode::Replace);
    let opened = opened.unwrap_or_else(|| panic!("{found:?}"));
    let ids: Vec<&str> = opened.data.documents.iter().map(|one| &*one.id).collect();
    assert_eq!(ids, ["documents-1"]);
}

#[test]
fn a_set_is_opened_again_from_its_own_tables_without_a_difference() {
    let own_figures = own(&[
        ("a.xlsx", "indicators", INDICATORS),
        ("a.xlsx", "observations", FIGURES),
    ]);
    let (first, _) = set(&own_figures, Mode::Replace);
    let (again, _) = set(&as_files(&first.tables), Mode::Replace);
    for file in files() {
        assert_eq!(again.tables.get(file), first.tables.get(file), "{file}");
    }
    assert_eq!(again.data, first.data);
}

/// A package as the second program reads its files.
pub fn as_files(tables: &Tables) -> Own {
    let rows: Vec<(&str, Vec<Vec<String>>)> = SCHEMAS
        .iter()
        .map(|schema| {
            let head = schema
                .columns
                .iter()
                .map(|name| (*name).to_owned())
                .collect();
            let cells = schema.rows(tables).into_iter().map(|(_, cells)| cells);
            (schema.file, std::iter::once(head).chain(cells).collect())
        })
        .collect();
    let texts: Vec<(&str, Vec<Vec<&str>>)> = rows
        .iter()
        .map(|(file, rows)| {
            let rows = rows
                .iter()
                .map(|row| row.iter().map(String::as_str).collect());
            (*file, rows.collect())
        })
        .collect();
    let lists: Vec<(&str, Vec<&[&str]>)> = texts
        .iter()
        .map(|(file, rows)| (*file, rows.iter().map(Vec::as_slice).collect()))
        .collect();
    let sheets: Vec<Sheet<'_>> = lists
        .iter()
        .map(|(file, rows)| (*file, "", rows.as_slice()))
        .collect();
    let descriptor = tables.get("datapackage.json").expect("described");
    with_texts(&[("datapackage.json", descriptor)], &sheets)
}

#[test]
fn the_published_package_opened_is_the_published_one() {
    let tables = Tables::built_in();
    let (same, notes) = set(&as_files(&tables), Mode::Replace);
    for file in files() {
        assert_eq!(same.tables.get(file), tables.get(file), "{file}");
    }
    assert!(same.data.own.is_empty() && notes.is_empty(), "{notes:?}");
}

#[test]
fn two_outcomes_of_one_fact_are_told_where_their_numbers_differ() {
    let two = |other: &'static str| {
        let row: &[(&str, &str)] = &[("行", "8"), ("数值", other), ("原文片段", other)];
        let (_, notes) = set(&figures(&[&[], row]), Mode::Add);
        let notes = notes
            .into_iter()
            .filter(|one| matches!(one.what, What::OtherFact { .. }));
        notes.map(|one| one.place.row).collect::<Vec<_>>()
    };
    assert_eq!(two("77"), [3]);
    let same = FIGURE[HEAD
        .iter()
        .position(|head| *head == "数值")
        .expect("a column")];
    assert!(two(same).is_empty());
}
