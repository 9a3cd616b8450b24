//! What entries are called, and what stays of a published one that is given anew.

use guatu::dataset::Lang;
use guatu::intake::{Mode, What};

use super::{FIGURE, HEAD, figures, has, opened, own, published, set};

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
