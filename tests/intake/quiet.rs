//! Nothing is decided in silence: what could be meant in two ways is refused or told, and what was published stays.

use guatu::dataset::{Comparator, Lang, Problem, Tables};
use guatu::intake::{Finding, Hidden, Mode, Own, What, told};

use super::{FIGURE, HEAD, faults, figures, has, opened, own, published, set, with_texts};

#[test]
fn a_published_entry_that_is_named_again_keeps_what_is_not_said_of_it() {
    let indicators: &[&[&str]] = &[
        &["名称", "主题", "计量单位", "量的种类", "方向"],
        &["地区生产总值", "综合经济", "亿元", "总量", "越高越好"],
    ];
    let (set, notes) = set(&own(&[("a.xlsx", "indicators", indicators)]), Mode::Add);
    let before = published();
    assert_eq!(set.data.indicators, before.indicators);
    assert!(!has(&notes, |what| matches!(
        what,
        What::Overwritten { .. }
    )));
    let renamed: &[&[&str]] = &[
        &["id", "name_zh", "theme", "unit", "measure", "direction"],
        &["gdp", "生产总值", "economy", "yuan-100m", "level", "up"],
    ];
    let (_, notes) = super::set(&own(&[("a.xlsx", "indicators", renamed)]), Mode::Add);
    let is = |what: &What| {
        matches!(
            what,
            What::Overwritten {
                table: "indicators.csv",
                count: 1
            }
        )
    };
    assert!(has(&notes, is), "{notes:?}");
}

#[test]
fn what_two_published_figures_could_be_is_refused() {
    let before = published();
    let twins: Vec<_> = before
        .iter()
        .filter(|figure| &*figure.indicator.id == "relief-paid")
        .collect();
    let (one, other) = (&twins[0], &twins[1]);
    assert_eq!(
        (one.line, one.period),
        (other.line, other.period),
        "two of one line"
    );
    let (line, period) = (one.line.to_string(), one.period.to_string());
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
            &one.document.id,
            &line,
            "一",
            "relief-paid",
            &one.area.code,
            &period,
            one.kind.code(),
            "1.05",
            "1.05",
        ],
    ];
    let found = faults(&own(&[("observations.csv", "", rows)]), Mode::Add);
    assert!(
        has(&found, |what| matches!(what, What::Ambiguous { .. })),
        "{found:?}"
    );
}

#[test]
fn a_figure_that_is_given_anew_keeps_its_bound_its_class_and_its_task() {
    let before = published();
    let target = before
        .iter()
        .find(|figure| {
            figure.class.is_some()
                && figure.value.is_some()
                && figure.comparator.is_some_and(|c| c.code() != "=")
        })
        .expect("a bounded target");
    let rows: &[&[&str]] = &[
        &[
            "id",
            "document",
            "line",
            "section",
            "indicator",
            "period",
            "kind",
            "value",
            "as_printed",
        ],
        &[
            target.id,
            &target.document.id,
            &target.line.to_string(),
            "一",
            &target.indicator.id,
            &target.period.to_string(),
            "target",
            "42",
            "42",
        ],
    ];
    let (set, _) = set(&own(&[("observations.csv", "", rows)]), Mode::Add);
    let now = set
        .data
        .iter()
        .find(|figure| figure.id == target.id)
        .expect("the same");
    assert_eq!(
        (now.value, now.comparator, now.class),
        (Some(42.0), target.comparator, target.class)
    );
    assert_eq!(
        now.plan.map(|plan| &*plan.id),
        target.plan.map(|plan| &*plan.id)
    );
}

#[test]
fn a_project_of_a_published_line_is_another_project() {
    let before = published();
    let known = &before.projects[0];
    let document = &before.documents[usize::from(known.document)];
    let line = known.line.to_string();
    let rows: &[&[&str]] = &[
        &["name_zh", "area", "document", "line", "stage", "as_printed"],
        &["新项目", "420103", &document.id, &line, "started", "新项目"],
        &[
            "又一项目",
            "420103",
            &document.id,
            &line,
            "started",
            "又一项目",
        ],
    ];
    let (set, _) = set(&own(&[("projects.csv", "", rows)]), Mode::Add);
    assert_eq!(set.data.projects.len(), before.projects.len() + 2);
}

#[test]
fn an_own_descriptor_s_edition_says_that_the_figures_are_others() {
    let tables = guatu::dataset::Tables::built_in();
    let mut changed = tables.clone();
    let text = tables.get("observations.csv").expect("figures");
    changed.insert("observations.csv", text.replacen(",7.5,", ",7.6,", 1));
    let (set, _) = set(&super::sets::as_files(&changed), Mode::Replace);
    assert_eq!(*set.data.edition, *format!("2026.11.0+{}", set.data.own));
}

#[test]
fn what_is_decided_of_a_figure_is_told() {
    type Case<'a> = (&'a [(&'a str, &'a str)], fn(&What) -> bool);
    let income = ("指标", "居民人均可支配收入");
    let per_cent = ("计量单位", "%");
    let notes: [Case<'_>; 4] = [
        (&[income, per_cent], |what| {
            matches!(what, What::ReadAs { .. })
        }),
        (
            &[("数值", "2200"), ("原文片段", "2,100.5亿元")],
            |what| *what == What::NotPrinted("2200".into()),
        ),
        (
            &[("计量单位", "万元"), ("原文片段", "6万元")],
            |what| *what == What::OtherUnit("万元".into()),
        ),
        (&[("#备注", "待核")], |what| {
            *what == What::RemarkColumns(1)
        }),
    ];
    for (cells, is) in notes {
        let (_, notes) = set(&figures(&[cells]), Mode::Add);
        assert!(has(&notes, is), "{cells:?} {notes:?}");
    }
    let refused: [Case<'_>; 5] = [
        // Another name may be said of a level and of its growth.
        (&[income, ("计量单位", "")], |what| {
            matches!(what, What::Problem(_))
        }),
        (
            &[("数值", "5"), ("数值上限", "7%"), ("原文片段", "5至7")],
            |what| matches!(what, What::Percent(_)),
        ),
        (
            &[("数值", "5%"), ("数值上限", "7"), ("原文片段", "5至7")],
            |what| matches!(what, What::Percent(_)),
        ),
        (&[("文件", "#N/A")], |what| {
            *what == What::Error("#N/A".into())
        }),
        (&[("Target value", "6")], |what| {
            *what == What::Problem(Problem::UnknownColumn)
        }),
    ];
    for (cells, is) in refused {
        let found = faults(&figures(&[cells]), Mode::Add);
        assert!(has(&found, is), "{cells:?} {found:?}");
    }
}

#[test]
fn rows_and_columns_of_remarks_are_not_read() {
    let rows: &[&[(&str, &str)]] = &[&[("文件", "# 待核")], &[("# 备注", "#N/A")]];
    let (set, notes) = set(&figures(rows), Mode::Add);
    assert_eq!(
        set.data.observations.len(),
        published().observations.len() + 1
    );
    assert!(has(&notes, |what| *what == What::Remarks(1)), "{notes:?}");
    // The head of the first column, too, may be that of remarks.
    let head: Vec<&str> = [&["#序号"], HEAD].concat();
    let row: Vec<&str> = [&["1"], FIGURE].concat();
    let (_, notes) = super::set(&own(&[("a.csv", "", &[&head, &row])]), Mode::Add);
    let is = |what: &What| *what == What::RemarkColumns(1);
    assert!(has(&notes, is), "{notes:?}");
}

#[test]
fn a_row_twice_and_a_sheet_twice_are_refused() {
    let found = faults(&figures(&[&[], &[]]), Mode::Add);
    let is = |what: &What| matches!(what, What::Problem(Problem::Duplicate { first: 2, .. }));
    assert!(has(&found, is), "{found:?}");
    let sheets = own(&[
        ("a.xlsx", "数据", &[HEAD, FIGURE]),
        ("a.xlsx", "数据旧", &[HEAD]),
    ]);
    let found = faults(&sheets, Mode::Add);
    assert!(
        has(&found, |what| *what == What::TwoSheets("数据".into())),
        "{found:?}"
    );
}

#[test]
fn a_new_document_is_of_the_area_that_its_figure_names() {
    let cells = &[("文件", "某公报"), ("地区", "武昌区")];
    let (set, _) = set(&figures(&[cells]), Mode::Add);
    let mut documents = set.data.documents.iter();
    let document = documents.find(|document| &*document.title.zh == "某公报");
    let area = document
        .and_then(|document| set.data.area(document.area))
        .expect("an area");
    assert_eq!(&*area.code, "420106");
}

#[test]
fn a_table_of_two_meanings_is_none() {
    // A theme, a unit, an organisation: each has an id and names.
    let grid: &[&[&str]] = &[&["编号", "名称", "英文名称"], &["a", "甲", "A"]];
    let found = faults(&own(&[("a.csv", "", grid)]), Mode::Add);
    assert!(has(&found, |what| *what == What::NoTable), "{found:?}");
}

#[test]
fn bounds_and_times_are_read_as_people_write_them() {
    let bounds = [
        ("以上", ">="),
        ("不少于", ">="),
        ("≥", ">="),
        ("超过", ">"),
        ("以内", "<="),
        ("不超过", "<="),
        ("低于", "<"),
        ("左右", "~"),
        ("约", "~"),
        ("At most", "<="),
        ("等于", "="),
    ];
    let times = [
        ("2026年上半年", "2026-01/2026-06"),
        ("2026年一季度", "2026-01/2026-03"),
        ("2026Q1", "2026-01/2026-03"),
        ("2026-2030", "2026/2030"),
        ("2026-09", "2026-09"),
        ("“十五五”时期", "2026/2030"),
    ];
    let read = |cells: &[(&str, &str)]| -> (String, String) {
        let (set, _) = set(&figures(&[cells]), Mode::Add);
        let before = published();
        let is_new = |id: &str| before.iter().all(|figure| figure.id != id);
        let new = set.data.iter().find(|figure| is_new(figure.id));
        let new = new.expect("a new figure");
        let bound = new.comparator.map_or("", Comparator::code);
        (bound.to_owned(), new.period.to_string())
    };
    for (written, code) in bounds {
        assert_eq!(read(&[("限定", written)]).0, code, "{written}");
    }
    for (written, iso) in times {
        assert_eq!(read(&[("时期", written)]).1, iso, "{written}");
    }
    for (head, written) in [("限定", "以下"), ("时期", "上半年"), ("时期", "2026-30")] {
        let found = faults(&figures(&[&[(head, written)]]), Mode::Add);
        let [one] = &found[..] else {
            panic!("{written} {found:?}");
        };
        let told = told(one, Lang::Zh);
        assert_eq!(told.read, written);
        assert!(!told.allowed.is_empty(), "{told:?}");
    }
}

#[test]
fn what_a_workbook_hides_is_told_for_each_sheet() {
    let cells = |cells: &[&str]| -> String { cells.join("\u{1f}") + "\u{1f}\u{1e}" };
    let head = cells(&["a.xlsx", "数据", "1", "2", "0"]);
    let rows = [&["1"], HEAD].concat();
    let figure = [&["2"], FIGURE].concat();
    let text = [
        "\u{1d}\u{1d}",
        &head,
        &cells(&rows),
        &cells(&figure),
        "\u{1d}",
    ]
    .concat();
    let (_, notes) = set(&Own::read(&text).expect("of the form"), Mode::Add);
    let hidden = Hidden {
        is_sheet: true,
        rows: 2,
        columns: 0,
    };
    let of_sheet = notes.iter().filter(|one| one.what == What::Hidden(hidden));
    let told: Vec<String> = of_sheet.map(|one| told(one, Lang::Zh).wrong).collect();
    assert_eq!(told, ["隐藏的工作表、2行也已读入"]);
}

#[test]
fn only_the_descriptor_s_own_name_makes_a_descriptor() {
    let text = Tables::built_in()
        .get("datapackage.json")
        .expect("described")
        .to_owned();
    for name in ["notes.json", "mydatapackage.json"] {
        let own = with_texts(&[(name, &text)], &[("a.csv", "", &[HEAD, FIGURE])]);
        assert!(!own.is_described(), "{name}");
        let (_, notes) = opened(&own, Mode::Add);
        let aside: Vec<&Finding> = notes
            .iter()
            .filter(|one| one.what == What::Unused)
            .collect();
        assert!(
            matches!(aside[..], [one] if &*one.place.file == name),
            "{notes:?}"
        );
    }
}
