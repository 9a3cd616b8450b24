//! A figure beside its fragment: what was left out is derived, and the fragment may have it otherwise.

use guatu::dataset::{Lang, SCHEMAS, Tables};
use guatu::intake::{Finding, Mode, What, open, told};

use super::{base, faults, figures, has, own, published, set};

fn found(cells: &[(&str, &str)]) -> Vec<Finding> {
    super::opened(&figures(&[cells]), Mode::Add).1
}

#[test]
fn of_the_published_figures_no_unit_and_no_bound_is_doubted() {
    let tables = Tables::built_in();
    let schema = SCHEMAS.iter().find(|one| one.file == "observations.csv");
    let schema = schema.expect("figures");
    let at = |name: &str| schema.columns.iter().position(|column| *column == name);
    let at = |name: &str| at(name).expect("a column");
    let data = published();
    let usual = |indicator: &str| {
        let mut all = data.indicators.iter();
        let found = all.find(|one| &*one.id == indicator).expect("known");
        data.unit(found.unit).expect("a unit").id.to_string()
    };
    let mut emptied = 0;
    let rows: Vec<Vec<String>> = schema
        .rows(&tables)
        .into_iter()
        .map(|(_, mut row)| {
            if row[at("comparator")] == "=" {
                row[at("comparator")].clear();
            }
            if row[at("unit")] == usual(&row[at("indicator")]) {
                row[at("unit")].clear();
                emptied += 1;
            }
            row
        })
        .collect();
    assert!(emptied > 400, "{emptied}");
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
    let told: Vec<_> = found
        .iter()
        .filter(|one| {
            let what = &one.what;
            let is_note = matches!(what, What::NotPrinted(_) | What::OtherSign(_));
            let is_doubt = matches!(what, What::OtherBound { .. } | What::PrintedUnit { .. });
            is_note || is_doubt
        })
        .map(|one| (one.place.row, &one.what))
        .collect();
    assert_eq!(told, [], "{told:#?}");
}

#[test]
fn a_unit_in_the_fragment_that_is_not_the_indicator_s_is_refused_where_none_is_given() {
    for (fragment, is) in [
        ("完成6万元", Some("万元")),
        ("增长6%", Some("%")),
        ("增长6个百分点", Some("%")),
        ("新增6家", Some("家")),
        ("达到6万", Some("万")),
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
            assert!(told.allowed.contains("照原文"), "{told:?}");
        }
        let written = super::figures(&[&[("计量单位", "亿元"), ("原文片段", fragment)]]);
        set(&written, Mode::Add);
    }
    let range = [("数值", "5"), ("数值上限", "7"), ("计量单位", "")];
    let range = [&range[..], &[("原文片段", "5-7%")]].concat();
    let found = faults(&figures(&[&range]), Mode::Add);
    assert!(has(&found, |what| matches!(what, What::PrintedUnit { .. })));
}

#[test]
fn a_bound_in_the_fragment_is_told_where_none_is_given() {
    for (fragment, bound, is) in [
        ("达到6亿元以上", "", Some("以上")),
        ("不低于6亿元", "", Some("不低于")),
        ("约6亿元", "", Some("约")),
        ("6亿元左右", "", Some("左右")),
        ("6余亿元", "", Some("余")),
        ("控制在6亿元以内", "", Some("以内")),
        ("6亿元以下", "", Some("以下")),
        ("达到6亿元以上", "以上", None),
        ("达到6亿元以上", "等于", None),
        ("签约6亿元", "", None),
        ("完成6亿元", "", None),
    ] {
        let notes = found(&[("限定", bound), ("原文片段", fragment)]);
        let mut words = notes.iter().filter_map(|one| match &one.what {
            What::OtherBound { read, .. } => Some(&**read),
            _ => None,
        });
        assert_eq!(words.next(), is, "{fragment}");
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
        ("2", "两座2026年", true),
        ("2", "二〇二六", true),
        ("3", "2026年的一座", false),
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
