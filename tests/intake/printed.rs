//! A figure beside its fragment: what was left out is derived, and the fragment may have it otherwise.

use guatu::dataset::{Lang, SCHEMAS, Tables};
use guatu::intake::{Finding, Mode, What, open, told};

use super::{base, faults, figures, has, own, published, set};

fn found(cells: &[(&str, &str)]) -> Vec<Finding> {
    super::opened(&figures(&[cells]), Mode::Add).1
}

/// What was found of the numbers, bounds and units of all published figures, of each of which a cell may be changed
/// before it is given: by the row's cells, the column and the cell.
fn doubts_of_published(
    change: impl Fn(&dyn Fn(&str) -> String, &str) -> Option<String>,
) -> Vec<What> {
    let tables = Tables::built_in();
    let schema = SCHEMAS.iter().find(|one| one.file == "observations.csv");
    let schema = schema.expect("figures");
    let rows = schema.rows(&tables).into_iter().map(|(_, row)| {
        let at = |name: &str| schema.columns.iter().position(|column| *column == name);
        let cell = |name: &str| row[at(name).expect("a column")].clone();
        let columns = schema.columns.iter();
        let changed = columns.map(|column| change(&cell, column).unwrap_or_else(|| cell(column)));
        changed.collect()
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let grid: Vec<&[&str]> = std::iter::once(schema.columns)
        .chain(rows.iter().map(Vec::as_slice))
        .collect();
    // Beside no published figures, of which all cells would be known.
    let mut others = tables.clone();
    for file in ["observations.csv", "relations.csv", "changes.csv"] {
        let head = tables.get(file).and_then(|text| text.lines().next());
        others.insert(file, head.expect("a head").to_owned() + "\n");
    }
    let own = own(&[("observations.csv", "", &grid)]);
    let (_, found) = open(&own, base(&others), Mode::Add);
    let told = found.into_iter().filter(|one| {
        matches!(
            one.what,
            What::NotPrinted(_)
                | What::OtherSign(_)
                | What::OtherBound { .. }
                | What::DoubtfulUnit { .. }
                | What::PrintedUnit { .. }
        )
    });
    told.flat_map(|one| vec![one.what; one.place.run.map_or(1, |run| run.count)])
        .collect()
}

/// The unit of an indicator.
fn usual() -> impl Fn(&str) -> String {
    let data = published();
    move |indicator| {
        let mut all = data.indicators.iter();
        let found = all.find(|one| &*one.id == indicator).expect("known");
        data.units[usize::from(found.unit)].id.to_string()
    }
}

#[test]
fn of_the_published_figures_nothing_is_doubted() {
    let usual = usual();
    let empty = |is_empty: bool| is_empty.then(String::new);
    let is_equal = |cell: &dyn Fn(&str) -> String| cell("comparator") == "=";
    let is_usual = |cell: &dyn Fn(&str) -> String| cell("unit") == usual(&cell("indicator"));
    assert_eq!(doubts_of_published(|_, _| None), []);
    let told = doubts_of_published(|cell, column| match column {
        "comparator" => empty(is_equal(cell)),
        _ => None,
    });
    assert_eq!(told, []);
    let told = doubts_of_published(|cell, column| match column {
        "unit" => empty(is_usual(cell)),
        _ => None,
    });
    assert_eq!(told, []);
}

#[test]
fn a_bound_of_a_published_figure_that_is_left_out_is_doubted() {
    let is_bounded = |cell: &dyn Fn(&str) -> String| {
        let has_digits = cell("as_printed").contains(|c: char| c.is_ascii_digit());
        let has_word = !cell("as_printed").contains("降至");
        cell("comparator") != "=" && has_digits && has_word && !cell("value").is_empty()
    };
    let count = std::cell::Cell::new(0);
    let told = doubts_of_published(|cell, column| {
        let is_meant = column == "comparator" && is_bounded(cell) && cell("repair").is_empty();
        count.set(count.get() + usize::from(is_meant));
        is_meant.then(String::new)
    });
    let bounds = told
        .iter()
        .filter(|what| matches!(what, What::OtherBound { .. }));
    assert_eq!(bounds.count(), told.len(), "{told:?}");
    // Of numbers in words some are read, too.
    assert!(count.get() > 0 && told.len() >= count.get(), "{told:?}");
}

#[test]
fn a_bound_that_no_published_fragment_has_is_doubted() {
    let is_whole = |cell: &dyn Fn(&str) -> String| {
        let printed = cell("as_printed");
        let mut numbers = printed.split(|c: char| !c.is_ascii_digit() && c != '.');
        let has_number = numbers.any(|number| number == cell("value"));
        let is_plain = has_number && !printed.contains(['降', '控', '以']);
        cell("comparator") == "=" && is_plain && !cell("value").is_empty()
    };
    let count = std::cell::Cell::new(0);
    let told = doubts_of_published(|cell, column| {
        let is_meant = column == "comparator" && is_whole(cell) && cell("repair").is_empty();
        count.set(count.get() + usize::from(is_meant));
        is_meant.then(|| ">=".to_owned())
    });
    assert!(count.get() > 0);
    assert_eq!(told.len(), count.get());
}

#[test]
fn sums_of_published_figures_in_another_unit_of_money_are_refused() {
    let others = [
        ("yuan-100m", "yuan-10k"),
        ("yuan-10k", "yuan-100m"),
        ("person-10k", "person"),
        ("household-10k", "household"),
        ("m2-10k", "m2"),
        ("percent", "per-mille"),
    ];
    for (unit, other) in others {
        let count = std::cell::Cell::new(0);
        let told = doubts_of_published(|cell, column| {
            let is_meant = column == "unit" && cell("unit") == unit && cell("repair").is_empty();
            let is_said = cell("as_printed").contains(|c: char| c.is_ascii_digit());
            count.set(count.get() + usize::from(is_meant && is_said));
            (is_meant && is_said).then(|| other.to_owned())
        });
        let units = told
            .iter()
            .filter(|what| matches!(what, What::PrintedUnit { .. }));
        assert_eq!(units.count(), count.get(), "{unit} {told:?}");
        assert!(count.get() > 0, "{unit}");
    }
}

#[test]
fn a_unit_in_the_fragment_that_is_not_the_indicator_s_is_refused_where_none_is_given() {
    for (fragment, is) in [
        ("完成6万元", Some("万元")),
        ("增长6%", Some("%")),
        ("增长6个百分点", Some("%")),
        ("新增6家", Some("家")),
        ("达到6万", Some("万")),
        ("达到6千万元", Some("千万")),
        ("达到6千亿元", Some("千亿")),
        ("达到6百余亿元", Some("百亿")),
        ("达到6万亿", Some("万亿")),
        ("1—6月完成6万元", Some("万元")),
        ("6.完成6万元", Some("万元")),
        ("达到6万亿元", Some("万亿元")),
        ("完成6 亿元", None),
        ("完成6余亿元", None),
        ("增加6家，完成6亿元", None),
        ("达到6", None),
    ] {
        let found = found(&[("计量单位", ""), ("原文片段", fragment)]);
        let mut units = found.iter().filter_map(|one| match &one.what {
            What::PrintedUnit { read, .. } => Some((&**read, told(one, Lang::Zh))),
            _ => None,
        });
        let told = units.next();
        assert_eq!(told.as_ref().map(|(read, _)| *read), is, "{fragment}");
        if let Some((_, told)) = told {
            assert!(told.wrong.contains("亿元"), "{told:?}");
            assert_eq!(told.read, "", "nothing stands there");
            assert!(told.allowed.contains("照原文"), "{told:?}");
        }
    }
    let range = [("数值", "5"), ("数值上限", "7"), ("计量单位", "")];
    let range = [&range[..], &[("原文片段", "5-7%")]].concat();
    let found = faults(&figures(&[&range]), Mode::Add);
    assert!(has(&found, |what| matches!(what, What::PrintedUnit { .. })));
}

#[test]
fn a_unit_that_is_written_is_refused_where_the_number_would_be_another_by_the_fragment() {
    for (unit, fragment, is_fault, is_note) in [
        ("万元", "完成6亿元", true, false),
        ("亿元", "完成6万元", true, false),
        ("亿元", "完成6万", true, false),
        ("亿元", "完成6亿元", false, false),
        ("亿元", "6亿元中的6万元", false, false),
        ("亿元", "6", false, false),
        ("亿元", "新增6家", false, true),
        ("亿元", "增长6%", false, true),
    ] {
        let found = found(&[("计量单位", unit), ("原文片段", fragment)]);
        let is_refused = has(&found, |what| matches!(what, What::PrintedUnit { .. }));
        let is_doubted = has(&found, |what| matches!(what, What::DoubtfulUnit { .. }));
        assert_eq!(
            (is_refused, is_doubted),
            (is_fault, is_note),
            "{unit} {fragment}"
        );
    }
    let is_other = |unit: &str, fragment: &str| {
        let indicator = ("指标", "volunteers");
        let told = found(&[indicator, ("计量单位", unit), ("原文片段", fragment)]);
        has(&told, |what| {
            matches!(what, What::PrintedUnit { .. } | What::DoubtfulUnit { .. })
        })
    };
    for (unit, fragment, is) in [
        ("小时", "历时6个小时", false),
        ("小时", "历时6分钟", true),
        ("/10万", "6人/10万", false),
        ("/10万", "6人", true),
        ("公里", "新建道路6米", true),
        ("公顷", "投入6元", true),
        ("%", "增长6倍", true),
        ("%", "提高6百分点", false),
        ("%", "提高6个百分点", false),
        ("%", "达到6成", true),
        ("%", "提高6成效明显", false),
        ("人", "6千多人", true),
        ("座/平方公里", "6座", false),
        ("公顷", "6处", false),
        ("%", "6处", true),
        ("%", "6个点", false),
        ("万人", "6人", true),
    ] {
        assert_eq!(is_other(unit, fragment), is, "{unit} {fragment}");
    }
    let repaired = [
        ("计量单位", "万元"),
        ("原文片段", "6亿元"),
        ("原文订正", "原文误作亿元"),
    ];
    set(&figures(&[&repaired]), Mode::Add);
}

#[test]
fn a_bound_in_the_fragment_is_told_where_another_is_taken() {
    for (fragment, bound, is) in [
        ("达到6亿元以上", "", Some("以上")),
        ("不低于6亿元", "", Some("不低于")),
        ("约6亿元", "", Some("约")),
        ("6亿元左右", "", Some("左右")),
        ("6余亿元", "", Some("余")),
        ("6多亿元", "", Some("余")),
        ("超6亿元", "", Some("超")),
        ("近6亿元", "", Some("近")),
        ("6名以上", "", Some("以上")),
        ("控制在6亿元以内", "", Some("以内")),
        ("6亿元以下", "", Some("以下")),
        ("不得低于6亿元", "", Some("不得低于")),
        ("不得低于6亿元", "以上", None),
        ("不得低于6亿元", "低于", Some("不得低于")),
        ("不得高于6亿元", "以内", None),
        ("不宜超过6亿元", "超过", Some("不宜超过")),
        ("没有突破6亿元", "以内", None),
        ("6个超算中心", "", None),
        ("不超6亿元", "以内", None),
        ("未超过6亿元", "超过", Some("未超过")),
        ("＞6亿元", "", Some(">")),
        (">=6亿元", "以上", None),
        ("1—6月完成6亿元以上", "", Some("以上")),
        ("6千多亿元", "", Some("余")),
        ("达到6亿元以上", "以上", None),
        ("超过6亿元", "以上", None),
        ("6亿元以下", "低于", None),
        ("近6亿元", "左右", None),
        ("达到6亿元以上", "等于", Some("以上")),
        ("达到6亿元以上", "以内", Some("以上")),
        ("签约6亿元", "", None),
        ("预约6亿元", "", None),
        ("其余6亿元", "", None),
        ("最近6个月", "", None),
        ("6个2亿元以上项目", "", None),
        ("完成6亿元", "", None),
        ("完成6亿元", "以上", Some("")),
        ("控制在6亿元", "以内", None),
    ] {
        let unit = ("计量单位", "亿元");
        let notes = found(&[("限定", bound), unit, ("原文片段", fragment)]);
        let mut words = notes.iter().filter_map(|one| match &one.what {
            What::OtherBound { read, .. } => Some(&**read),
            _ => None,
        });
        assert_eq!(words.next(), is, "{fragment} {bound}");
    }
}

#[test]
fn a_number_stands_in_its_fragment_as_a_number_with_its_sign() {
    for (value, fragment, is) in [
        ("5", "增长15%", false),
        ("20", "2026年完成", false),
        ("5", "2.5亿元", false),
        ("2", "2.5亿元", false),
        ("7.5", "7.50亿元", true),
        ("1234.5", "完成1,234.5亿元", true),
        ("234", "2020，234亿元", true),
        ("2020234", "2020，234亿元", false),
        ("2", "两座2026年", true),
        ("2", "二〇二六", true),
        ("3", "2026年的一座", false),
        ("3", "三座", true),
        ("3", "完成年度目标", false),
        ("3", "前三季度增长5.2%", false),
        ("1", "进一步增长5.2%", false),
        ("35", "一般公共预算收入", false),
        ("35", "完成三十五项", true),
        ("305.6", "完成投资三百亿元", false),
    ] {
        let notes = found(&[("数值", value), ("原文片段", fragment)]);
        let is_told = has(&notes, |what| *what == What::NotPrinted(value.into()));
        assert_eq!(is_told, !is, "{value} {fragment}");
    }
    let notes = found(&[("数值", "5"), ("数值上限", "7"), ("原文片段", "5至17")]);
    assert!(has(&notes, |what| *what == What::NotPrinted("7".into())));
    for (value, fragment, is) in [
        ("6", "下降6%", true),
        ("6", "下降约6%", true),
        ("6", "下降 6%", true),
        ("6", "下降了6%", true),
        ("6", "负增长6%", true),
        ("6", "增速-6%", true),
        ("6", "2026年-6%", true),
        ("6", "2026年为-6%", true),
        ("-6", "2024年是-6%", false),
        ("6", "2025年-6年", false),
        ("6", "5万-6万元", false),
        ("6", "1-6月下降6%", true),
        ("-6", "2025-2026年增长6%", true),
        ("-6", "同比下降，同口径增长6%", true),
        ("-6", "降幅收窄至6%", false),
        ("6", "增长6%", false),
        ("6", "5-6%", false),
        ("-6", "下降6%", false),
        ("-6", "-6%", false),
        ("-6", "增长6%", true),
    ] {
        let notes = found(&[("数值", value), ("原文片段", fragment)]);
        let is_told = has(&notes, |what| *what == What::OtherSign(value.into()));
        assert_eq!(is_told, is, "{value} {fragment}");
    }
}
