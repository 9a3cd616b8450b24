//! What entries are called, and what stays of a published one that is given anew.

use guatu::dataset::{DocumentKind, Lang};
use guatu::intake::{Mode, What, told};

use super::{FIGURE, HEAD, faults, figures, has, opened, own, published, set};

#[test]
fn a_word_for_an_empty_cell_names_nothing() {
    for word in ["同上", "—", "无", "/", "待定", "N/A", "……"] {
        let own = figures(&[&[("文件", word), ("地区", "武昌区")]]);
        let (opened, found) = opened(&own, Mode::Add);
        assert!(opened.is_none(), "{word}");
        let is_refused = has(&found, |what| matches!(what, What::Reference { .. }));
        assert!(is_refused, "{word} {found:?}");
        let is_added = has(&found, |what| matches!(what, What::Named { .. }));
        assert!(!is_added, "{word}");
    }
}

#[test]
fn a_new_entry_that_is_called_as_a_published_one_also_is_stands_apart_and_is_told() {
    let heads: &[&str] = &["名称", "主题", "计量单位", "量的种类", "方向", "别名"];
    let others = "人均收入 ｜ 收入水平";
    let row: &[&str] = &[
        "居民人均可支配收入",
        "economy",
        "亿元",
        "总量",
        "越高越好",
        others,
    ];
    for name in ["居民人均可支配收入", "人均收入", "收入水平"] {
        let mut figure = FIGURE.to_vec();
        figure[3] = name;
        let own = own(&[
            ("a.xlsx", "indicators", &[heads, row]),
            ("a.xlsx", "observations", &[HEAD, &figure]),
        ]);
        let (set, notes) = set(&own, Mode::Add);
        let is_told = has(&notes, |what| matches!(what, What::Apart { .. }));
        assert!(is_told, "{notes:?}");
        let mut figures = set.data.iter();
        let is_of_it = figures.any(|one| one.indicator.name.get(Lang::Zh) == row[0]);
        assert!(is_of_it, "{name}");
    }
}

#[test]
fn what_is_left_out_of_a_published_row_that_refers_to_others_stays() {
    let published = published();
    let term = published.terms.first().expect("a term");
    let document = &published.documents[usize::from(term.document)];
    let (name, line) = (term.name.get(Lang::Zh), term.line.to_string());
    let rows: &[&[&str]] = &[
        &["term_zh", "term_en", "document", "line", "definition_zh"],
        &[name, "Another word", &document.id, &line, ""],
    ];
    let (set, _) = set(&own(&[("a.xlsx", "glossary", rows)]), Mode::Add);
    let mut terms = set.data.terms.iter();
    let now = terms.find(|one| one.name.get(Lang::Zh) == name);
    let now = now.expect("there");
    assert_eq!(now.name.get(Lang::En), "Another word");
    assert_eq!(now.definition, term.definition);
}

#[test]
fn an_indicator_with_a_name_and_a_theme_alone_is_told_by_what_it_lacks() {
    let heads: &[&str] = &["名称", "主题", "计量单位", "量的种类", "方向"];
    let rows: &[&[&str]] = &[
        heads,
        &["数字经济增加值", "经济", "", "", ""],
        &["一、经济", "", "", "", ""],
    ];
    let found = faults(&own(&[("a.xlsx", "indicators", rows)]), Mode::Add);
    let of_row = |row: u64| found.iter().filter(move |one| one.place.row == row);
    let columns: Vec<&str> = of_row(2).map(|one| &*one.place.column).collect();
    assert_eq!(columns, ["unit", "measure", "direction"], "{found:#?}");
    let titles: Vec<&What> = of_row(3).map(|one| &one.what).collect();
    assert_eq!(titles, [&What::Stray("一、经济".into())]);
}

#[test]
fn an_entry_with_another_name_keeps_no_english_one_and_no_letters_of_the_old() {
    let name = |name: &str| {
        let rows: &[&[&str]] = &[
            &["id", "name_zh", "theme", "unit", "measure", "direction"],
            &["gdp", name, "", "", "", ""],
        ];
        let own = own(&[("a.xlsx", "indicators", rows)]);
        let (set, notes) = set(&own, Mode::Add);
        let is_told = has(&notes, |what| matches!(what, What::NoEnglish(1)));
        let mut all = set.data.indicators.iter();
        let gdp = all.find(|one| &*one.id == "gdp").expect("there");
        let english = gdp.name.get(Lang::En).to_owned();
        (english, gdp.pinyin.to_string(), is_told)
    };
    let mut all = published().indicators.into_iter();
    let gdp = all.find(|one| &*one.id == "gdp").expect("there");
    let (zh, en) = (gdp.name.get(Lang::Zh), gdp.name.get(Lang::En).to_owned());
    assert_eq!(name(zh), (en, gdp.pinyin.to_string(), false));
    let other = ("生产总值".to_owned(), super::initials("生产总值"), true);
    assert_eq!(name("生产总值"), other);
}

#[test]
fn a_unit_without_an_english_name_is_called_by_its_chinese_one() {
    let rows: &[&[&str]] = &[
        &["名称", "量纲", "换算系数"],
        &["盏", "", ""],
        &["家", "", ""],
    ];
    let (set, notes) = set(&own(&[("a.xlsx", "units", rows)]), Mode::Add);
    assert!(has(&notes, |what| *what == What::NoEnglish(1)), "{notes:?}");
    let english = |name: &str| {
        let mut units = set.data.units.iter();
        let unit = units.find(|unit| unit.name.get(Lang::Zh) == name);
        unit.expect("there").name.get(Lang::En).to_owned()
    };
    assert_eq!(english("盏"), "盏");
    // Of the published ones those that need no word in English have none.
    let english_of_published = |id: &str| {
        let units = published().units;
        let unit = units.into_iter().find(|unit| &*unit.id == id);
        unit.expect("there").name.get(Lang::En).to_owned()
    };
    assert_eq!(english("家"), english_of_published("enterprise"));
}

#[test]
fn a_unit_that_reports_commonly_have_is_known_by_its_name() {
    let heads: &[&str] = &["名称", "主题", "计量单位", "量的种类", "方向"];
    for (unit, of_figure, factor) in [
        ("元", "万元", 10_000.0),
        ("吨", "万吨", 10_000.0),
        ("千瓦时", "亿千瓦时", 100_000_000.0),
        ("公里", "米", 0.001),
        ("亩", "万亩", 10_000.0),
    ] {
        let fragment = ["6", of_figure].concat();
        let mut figure = FIGURE.to_vec();
        (figure[3], figure[7], figure[8]) = ("新指标", of_figure, &fragment);
        let row: &[&str] = &["新指标", "economy", unit, "总量", "越高越好"];
        let own = own(&[
            ("a.xlsx", "indicators", &[heads, row]),
            ("a.xlsx", "observations", &[HEAD, &figure]),
        ]);
        let (set, notes) = set(&own, Mode::Add);
        let mut figures = set.data.iter();
        let figure = figures.find(|one| one.indicator.name.get(Lang::Zh) == "新指标");
        let figure = figure.expect("there");
        let base = figure.base_value().expect("a number");
        let own = set.data.units[usize::from(figure.indicator.unit)].factor;
        assert!(
            (base / own - 6.0 * factor).abs() < factor * 1e-9,
            "{unit} {base}"
        );
        let is_told = |what: &What| {
            matches!(
                what,
                What::Named {
                    table: "units.csv",
                    ..
                }
            )
        };
        assert!(has(&notes, is_told), "{unit} {notes:?}");
    }
    let found = faults(&figures(&[&[("计量单位", "斗")]]), Mode::Add);
    assert!(has(&found, |what| matches!(what, What::Reference { .. })));
}

#[test]
fn what_a_document_is_taken_for_by_its_title_is_told() {
    for (title, kind, told_so) in [
        (
            "某区2027年政府工作报告",
            DocumentKind::WorkReport,
            "政府工作报告",
        ),
        ("某区年报", DocumentKind::Statistics, "统计资料汇编"),
    ] {
        let own = figures(&[&[("文件", title), ("地区", "武昌区")]]);
        let (set, notes) = set(&own, Mode::Add);
        let mut all = set.data.documents.iter();
        let document = all.find(|one| one.title.get(Lang::Zh) == title);
        assert_eq!(document.map(|one| one.kind), Some(kind));
        let note = notes
            .iter()
            .find(|one| matches!(one.what, What::Named { .. }));
        let words = told(note.expect("told"), Lang::Zh).wrong;
        assert!(words.ends_with(&format!("按“{told_so}”处理")), "{words}");
    }
}
