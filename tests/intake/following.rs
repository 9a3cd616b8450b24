//! Faults that follow from others are not told, and what is told says what to write where.

use guatu::dataset::{Lang, Problem};
use guatu::intake::{Mode, What, told};

use super::{FIGURE, HEAD, faults, figures, own};

/// The columns that a figure has faults in, by their codes.
fn columns(cells: &[(&str, &str)]) -> Vec<String> {
    let found = faults(&figures(&[cells]), Mode::Add);
    let columns = found.iter().map(|one| one.place.column.to_string());
    columns.collect()
}

#[test]
fn an_id_that_was_made_of_empty_cells_is_not_told() {
    for (cells, column) in [
        ([("文件", ""), ("行", "8")], "document"),
        ([("文件", "同上"), ("行", "8")], "document"),
        ([("文件", "wuchang-2020-plan"), ("行", "")], "line"),
        ([("文件", "wuchang-2020-plan"), ("行", "第8行")], "line"),
    ] {
        assert_eq!(columns(&cells), [column], "{cells:?}");
    }
    // One that the reader wrote is.
    assert_eq!(columns(&[("编号", "甲")]), ["id"]);
}

#[test]
fn what_follows_from_a_missing_entry_or_period_is_not_told() {
    for (cells, column) in [
        ([("文件", ""), ("地区", "")], "document"),
        ([("指标", "没有的"), ("计量单位", "")], "indicator"),
        ([("性质", "目标"), ("时期", "明年")], "period"),
    ] {
        assert_eq!(columns(&cells), [column], "{cells:?}");
    }
    let documents: &[&[&str]] = &[
        &["标题", "地区", "文件类型"],
        &["某区公报", "没有的区", "统计资料汇编"],
    ];
    let mut figure = FIGURE.to_vec();
    figure[0] = "某区公报";
    let own = own(&[
        ("a.xlsx", "documents", documents),
        ("a.xlsx", "observations", &[HEAD, &figure]),
    ]);
    let found = faults(&own, Mode::Add);
    let places: Vec<_> = found
        .iter()
        .map(|one| (one.place.table, &*one.place.column))
        .collect();
    assert_eq!(places, [("documents.csv", "area")], "{found:#?}");
}

#[test]
fn an_empty_choice_is_told_as_empty_with_the_choices() {
    let found = faults(&figures(&[&[("性质", "")]]), Mode::Add);
    let told = told(&found[0], Lang::Zh);
    assert_eq!(told.wrong, "不能为空");
    assert_eq!(told.allowed, "实际、预计、累计、目标、背景");
}

#[test]
fn what_is_written_together_is_told_with_the_columns_that_it_belongs_in() {
    for (head, written, is) in [
        (
            "数值",
            "7%左右",
            "“数值”填 7，“限定”填 左右，“计量单位”填 %；如 ",
        ),
        ("数值", "112家", "“数值”填 112，“计量单位”填 家；如 "),
        ("数值", ">500", "“数值”填 500，“限定”填 >；如 "),
        ("数值", "稳步增长", "“左右”“以上”等填“限定”列"),
        ("性质", "预计数", "是否为：预计；实际、"),
        ("时期", "上半年", "须写明年份，如 2026年上半年；如 2026、"),
        ("时期", "9月", "须写明年份，如 2026年9月；"),
        ("时期", "2026年底", "年底、年末的数填年份：2026；"),
        ("时期", "截止到2026 年年末", "年底、年末的数填年份：2026；"),
        ("时期", "明年", "如 2026、"),
    ] {
        let found = faults(&figures(&[&[(head, written)]]), Mode::Add);
        let told = told(&found[0], Lang::Zh);
        assert_eq!(told.read, written);
        assert!(told.allowed.starts_with(is), "{told:?}");
    }
}

#[test]
fn very_many_units_of_another_quantity_are_answered_soon() {
    let names: Vec<String> = (0..20_000).map(|at| format!("量器{at}")).collect();
    let units = names.iter().map(|name| vec![name.as_str(), "count", "1"]);
    let units: Vec<Vec<&str>> = std::iter::once(vec!["名称", "量纲", "换算系数"])
        .chain(units)
        .collect();
    let units: Vec<&[&str]> = units.iter().map(Vec::as_slice).collect();
    let lines: Vec<String> = (1..=20_000).map(|line| line.to_string()).collect();
    let figures = lines.iter().map(|line| {
        let mut figure = FIGURE.to_vec();
        (figure[1], figure[3], figure[7]) = (line, "volunteers", "亿元");
        figure
    });
    let figures: Vec<Vec<&str>> = std::iter::once(HEAD.to_vec()).chain(figures).collect();
    let figures: Vec<&[&str]> = figures.iter().map(Vec::as_slice).collect();
    let own = own(&[
        ("a.xlsx", "units", &units),
        ("a.xlsx", "observations", &figures),
    ]);
    let start = std::time::Instant::now();
    let found = faults(&own, Mode::Add);
    assert!(
        start.elapsed() < std::time::Duration::from_secs(8),
        "{:?}",
        start.elapsed()
    );
    let is = |what: &What| matches!(what, What::Reference { problem: Problem::Broken(_), entries } if entries.len() == 12);
    assert!(found.iter().any(|one| is(&one.what)), "{:?}", found.first());
}
