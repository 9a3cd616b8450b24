//! Faults say how they are mended: each thing once, with the rows that it is of, and with what could stand there.

use guatu::dataset::{Lang, Problem};
use guatu::export::{Export, Scope, figures as figures_of, targets};
use guatu::intake::{Finding, Mode, Told, What, told};
use guatu::query::FacetIndex;
use guatu::view::{Page, ViewState};

use super::{FIGURE, HEAD, faults, figures, has, opened, own};

fn in_chinese(found: &[Finding]) -> Vec<Told> {
    found.iter().map(|one| told(one, Lang::Zh)).collect()
}

#[test]
fn a_row_of_a_title_a_sum_or_a_remark_is_one_fault() {
    let empty = |first: &'static str, value: &'static str| -> Vec<&'static str> {
        let mut row = vec![""; HEAD.len()];
        (row[0], row[6]) = (first, value);
        row
    };
    let sum = {
        let mut row = empty("合计", "12");
        (row[4], row[7]) = ("2026", "亿元");
        row
    };
    let rows = [
        empty("一、综合", ""),
        FIGURE.to_vec(),
        empty("小计", "6"),
        sum,
        empty("注：数据为初步核算数", ""),
        empty("数据来源：区统计局", ""),
    ];
    let grid: Vec<&[&str]> = std::iter::once(HEAD)
        .chain(rows.iter().map(Vec::as_slice))
        .collect();
    let found = faults(&own(&[("年报.xlsx", "数据", &grid)]), Mode::Add);
    let rows: Vec<(u64, bool)> = found
        .iter()
        .map(|one| (one.place.row, matches!(one.what, What::Stray(_))))
        .collect();
    let expected = [2, 4, 5, 6, 7].map(|row| (row, true));
    assert_eq!(rows, expected, "{found:#?}");
    let told = told(&found[1], Lang::Zh);
    assert_eq!(told.read, "小计");
    assert!(told.wrong.contains("在行首加 #"), "{told:?}");
}

#[test]
fn a_row_that_lacks_one_thing_is_told_by_what_it_lacks() {
    let found = faults(&figures(&[&[("所在标题", ""), ("数值", "x")]]), Mode::Add);
    let columns: Vec<&str> = found.iter().map(|one| &*one.place.column).collect();
    assert_eq!(columns, ["section", "value"], "{found:?}");
    let told = in_chinese(&found);
    assert_eq!(told[0].allowed, "各级标题，用 / 隔开");
    let (elsewhere, form) = told[1].allowed.split_once('；').expect("two parts");
    assert_eq!(form, "如 1234.5，至多15位数字");
    assert!(elsewhere.contains("“限定”列"), "{elsewhere}");
}

#[test]
fn the_same_fault_in_several_rows_is_told_once() {
    let lacks: &[(&str, &str)] = &[("所在标题", "")];
    let rows: [&[(&str, &str)]; 6] = [
        &[("行", "1")],
        &[("行", "2"), lacks[0]],
        &[("行", "3"), lacks[0]],
        &[("行", "4"), lacks[0]],
        &[("行", "5")],
        &[("行", "6"), lacks[0]],
    ];
    let found = faults(&figures(&rows), Mode::Add);
    let told = in_chinese(&found);
    let rows: Vec<&str> = told.iter().map(|told| &*told.row).collect();
    assert_eq!(rows, ["3–5、7"], "{told:?}");
    assert!(told[0].wrong.ends_with("（共4行）"), "{told:?}");
    let lines: Vec<String> = (1..=12).map(|line| line.to_string()).collect();
    let every_other = lines.iter().enumerate().map(|(at, line)| {
        let value = if at % 2 == 0 { "x" } else { "y" };
        [("行", &**line), ("数值", value)]
    });
    let every_other: Vec<[(&str, &str); 2]> = every_other.collect();
    let rows: Vec<&[(&str, &str)]> = every_other.iter().map(|row| &row[..]).collect();
    let told = in_chinese(&faults(&figures(&rows), Mode::Add));
    let rows: Vec<&str> = told.iter().map(|told| &*told.row).collect();
    assert_eq!(rows, ["2、4、6等", "3、5、7等"], "{told:?}");
    assert!(told[1].wrong.ends_with("（共6行）"), "{told:?}");
    // What was read differs from row to row, and so each is told.
    let rows: [&[(&str, &str)]; 2] = [&[("数值", "x")], &[("行", "5"), ("数值", "y")]];
    assert_eq!(faults(&figures(&rows), Mode::Add).len(), 2);
}

#[test]
fn a_name_that_there_is_not_comes_with_the_nearest_and_the_sheet_that_takes_it() {
    for (head, written, near, sheet) in [
        ("计量单位", "亿", "亿元", "“计量单位 units”表"),
        ("计量单位", "万亿", "万亿元", "“计量单位 units”表"),
        (
            "指标",
            "地区生产总值增长率",
            "地区生产总值",
            "“指标 indicators”表",
        ),
        ("地区", "武昌", "武昌区", "“地区 areas”表"),
        ("任务", "没有", "", "“任务 tasks”表"),
    ] {
        let (_, found) = opened(&figures(&[&[(head, written)]]), Mode::Add);
        let told = in_chinese(&found);
        let told = told.iter().find(|told| told.read == written);
        let told = told.unwrap_or_else(|| panic!("{written} {found:?}"));
        let is_converted = has(&found, |what| matches!(what, What::OtherUnit(_)));
        assert!(!is_converted, "{written}");
        let names = told.allowed.strip_prefix("是否为：");
        let names = names.and_then(|names| names.split_once('；'));
        let names = names.map_or("", |(names, _)| names);
        assert!(told.allowed.contains(sheet), "{told:?}");
        assert!(names.split('、').any(|name| name == near), "{told:?}");
        assert!(names.split('、').count() <= 3, "{told:?}");
    }
}

#[test]
fn a_unit_of_another_quantity_comes_with_those_of_the_indicator() {
    let found = faults(&figures(&[&[("计量单位", "件")]]), Mode::Add);
    let [told] = &in_chinese(&found)[..] else {
        panic!("{found:?}");
    };
    assert_eq!(told.allowed, "亿元、万元、万亿元");
    let told = guatu::intake::told(&found[0], Lang::En);
    assert!(told.allowed.contains("100 million yuan"), "{told:?}");
}

#[test]
fn a_column_twice_and_an_unknown_one_are_told_as_columns() {
    let head: Vec<&str> = [HEAD, &["数值", "备注"]].concat();
    let row: Vec<&str> = [FIGURE, &["7", "待核"]].concat();
    let found = faults(&own(&[("a.csv", "", &[&head, &row])]), Mode::Add);
    assert!(has(&found, |what| *what == What::TwoColumns("数值".into())));
    let unknown = found.iter().find(|one| &*one.place.column == "备注");
    let told = told(unknown.expect("told"), Lang::Zh);
    assert!(told.allowed.contains("删去此列"), "{told:?}");
}

#[test]
fn a_published_row_that_no_longer_holds_is_told_as_one() {
    let indicators: &[&[&str]] = &[
        &["id", "name_zh", "theme", "unit", "measure", "direction"],
        &["gdp", "地区生产总值", "economy", "item", "level", "up"],
    ];
    let found = faults(&own(&[("a.xlsx", "indicators", indicators)]), Mode::Add);
    let one = found.iter().find(|one| &*one.place.column == "unit");
    let one = one.expect("figures in another unit");
    assert!(one.place.is_published && one.place.file.is_empty());
    let text = guatu::dataset::Tables::built_in();
    let text = text.get("observations.csv").expect("figures");
    let line = usize::try_from(one.place.row).expect("a line") - 1;
    let published = text.lines().nth(line).expect("there");
    assert!(published.contains(",gdp,"), "{published}");
    let told = told(one, Lang::Zh);
    assert_eq!(told.place, "已有数据“数据”表");
    assert!(told.wrong.contains("不再成立"), "{told:?}");
    assert_eq!(told.read, "yuan-100m");
}

#[test]
fn very_many_equal_faults_are_one_and_very_many_others_are_cut() {
    let lines: Vec<String> = (1..=5000).map(|line| line.to_string()).collect();
    let given = |value: &'static str| -> Vec<[(&str, &str); 2]> {
        let lines = lines.iter();
        lines
            .map(|line| [("行", &**line), ("数值", value)])
            .collect()
    };
    let same = given("x");
    let rows: Vec<&[(&str, &str)]> = same.iter().map(|row| &row[..]).collect();
    let found = faults(&figures(&rows), Mode::Add);
    let runs: Vec<_> = found.iter().map(|one| one.place.run.clone()).collect();
    let run = guatu::intake::Run {
        spans: vec![(2, 5001)],
        has_more: false,
        count: 5000,
    };
    assert_eq!(runs, [Some(run)], "{:?}", found.first());
    let words: Vec<String> = lines.iter().map(|line| format!("第{line}")).collect();
    let others: Vec<[(&str, &str); 1]> = words.iter().map(|word| [("数值", &**word)]).collect();
    let rows: Vec<&[(&str, &str)]> = others.iter().map(|row| &row[..]).collect();
    let found = faults(&figures(&rows), Mode::Add);
    assert_eq!(found.last().map(|one| &one.what), Some(&What::TooMany));
    let numbers = found.iter().filter(|one| {
        matches!(&one.what, What::Problem(Problem::NotANumber(read)) if read.starts_with('第'))
    });
    assert!((1000..=2000).contains(&numbers.count()), "{}", found.len());
}

#[test]
fn a_table_that_was_exported_for_reading_is_refused_as_such() {
    let data = super::published();
    let index = FacetIndex::new(&data);
    let state = ViewState {
        page: Page::Table,
        ..ViewState::default()
    };
    let scope = Scope::of(&data, &index, &state);
    let export = Export {
        scope: &scope,
        index: &index,
        address: None,
    };
    for lang in [Lang::Zh, Lang::En] {
        let sheets = [figures_of(&export), targets(&export)].map(|sheet| {
            let heads = sheet
                .columns
                .iter()
                .map(|column| column.head(lang).to_owned());
            std::iter::once(heads.collect())
                .chain(sheet.rows)
                .collect::<Vec<Vec<String>>>()
        });
        let rows = sheets.each_ref().map(|rows| {
            let rows = rows
                .iter()
                .map(|row| row.iter().map(String::as_str).collect());
            rows.collect::<Vec<Vec<&str>>>()
        });
        let rows = rows
            .each_ref()
            .map(|rows| rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let sheets = [
            ("guatu.xlsx", "数据", &*rows[0]),
            ("guatu.xlsx", "目标", &*rows[1]),
        ];
        for mode in [Mode::Add, Mode::Replace] {
            let found = faults(&own(&sheets), mode);
            let [one] = &found[..] else {
                panic!("one: {found:#?}");
            };
            assert_eq!(
                (&one.what, &*one.place.file),
                (&What::Exported, "guatu.xlsx")
            );
        }
    }
}
