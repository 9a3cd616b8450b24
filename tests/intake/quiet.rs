//! Nothing is decided in silence: what could be meant in two ways is refused or told, and what was published stays.

use guatu::dataset::Problem;
use guatu::intake::{Finding, Mode, What};

use super::{HEAD, faults, own, published, set};

fn has(found: &[Finding], is: impl Fn(&What) -> bool) -> bool {
    found.iter().any(|one| is(&one.what))
}

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
fn another_name_is_told_and_gives_no_unit() {
    let rows = |unit| -> Vec<Vec<&'static str>> {
        let row = vec![
            "wuchang-2020-plan",
            "3",
            "一",
            "居民人均可支配收入",
            "2026",
            "实际",
            "52000",
            unit,
            "52000",
        ];
        vec![HEAD.to_vec(), row]
    };
    let (without, with) = (rows(""), rows("%"));
    let grid: Vec<&[&str]> = without.iter().map(Vec::as_slice).collect();
    let found = faults(&own(&[("a.csv", "", &grid)]), Mode::Add);
    assert!(
        found.iter().any(|one| &*one.place.column == "unit"),
        "{found:?}"
    );
    let grid: Vec<&[&str]> = with.iter().map(Vec::as_slice).collect();
    let (_, notes) = set(&own(&[("a.csv", "", &grid)]), Mode::Add);
    assert!(
        has(&notes, |what| matches!(what, What::ReadAs { .. })),
        "{notes:?}"
    );
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
fn rows_of_remarks_and_words_of_errors_are_told() {
    let rows: &[&[&str]] = &[
        HEAD,
        &[
            "# 待核", "3", "一", "gdp", "2026", "实际", "5", "亿元", "5亿元",
        ],
        &[
            "wuchang-2020-plan",
            "4",
            "一",
            "gdp",
            "2026",
            "实际",
            "6",
            "亿元",
            "6亿元",
        ],
    ];
    let (_, notes) = set(&own(&[("a.csv", "", rows)]), Mode::Add);
    assert!(has(&notes, |what| *what == What::Remarks(1)), "{notes:?}");
    let rows: &[&[&str]] = &[
        HEAD,
        &[
            "#N/A", "3", "一", "gdp", "2026", "实际", "5", "亿元", "5亿元",
        ],
    ];
    let found = faults(&own(&[("a.csv", "", rows)]), Mode::Add);
    assert!(
        has(&found, |what| *what == What::Error("#N/A".into())),
        "{found:?}"
    );
}

#[test]
fn a_row_twice_and_a_sheet_twice_are_refused() {
    let row: &[&str] = &[
        "wuchang-2020-plan",
        "4",
        "一",
        "gdp",
        "2026",
        "实际",
        "6",
        "亿元",
        "6亿元",
    ];
    let found = faults(&own(&[("a.csv", "", &[HEAD, row, row])]), Mode::Add);
    let is = |what: &What| matches!(what, What::Problem(Problem::Duplicate { first: 2, .. }));
    assert!(has(&found, is), "{found:?}");
    let sheets = own(&[
        ("a.xlsx", "数据", &[HEAD, row]),
        ("a.xlsx", "数据旧", &[HEAD]),
    ]);
    let found = faults(&sheets, Mode::Add);
    assert!(
        has(&found, |what| *what == What::TwoSheets("数据".into())),
        "{found:?}"
    );
}

#[test]
fn per_cent_beside_another_unit_is_refused_in_every_column() {
    let head: Vec<&str> = HEAD.iter().copied().chain(["数值上限"]).collect();
    for (value, high) in [("5", "7%"), ("5%", "7")] {
        let row = [
            "wuchang-2020-plan",
            "4",
            "一",
            "gdp",
            "2026",
            "实际",
            value,
            "亿元",
            "5至7",
            high,
        ];
        let found = faults(&own(&[("a.csv", "", &[&head, &row])]), Mode::Add);
        assert!(
            has(&found, |what| matches!(what, What::Percent(_))),
            "{found:?}"
        );
    }
}

#[test]
fn a_number_that_its_fragment_does_not_show_is_told() {
    let row: &[&str] = &[
        "wuchang-2020-plan",
        "4",
        "一",
        "gdp",
        "2026",
        "实际",
        "2200",
        "万元",
        "2,100.5亿元",
    ];
    let (_, notes) = set(&own(&[("a.csv", "", &[HEAD, row])]), Mode::Add);
    assert!(
        has(&notes, |what| *what == What::NotPrinted("2200".into())),
        "{notes:?}"
    );
    assert!(
        has(&notes, |what| *what == What::OtherUnit("yuan-10k".into())),
        "{notes:?}"
    );
}

#[test]
fn a_new_document_is_of_the_area_that_its_figure_names() {
    let head: Vec<&str> = HEAD.iter().copied().chain(["地区"]).collect();
    let row = [
        "某公报",
        "4",
        "一",
        "gdp",
        "2026",
        "实际",
        "6",
        "亿元",
        "6亿元",
        "武昌区",
    ];
    let (set, _) = set(&own(&[("a.csv", "", &[&head, &row])]), Mode::Add);
    let document = set
        .data
        .documents
        .iter()
        .find(|document| &*document.title.zh == "某公报");
    let area = document
        .and_then(|document| set.data.area(document.area))
        .expect("an area");
    assert_eq!(&*area.code, "420106");
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
fn a_head_of_another_meaning_is_no_head_and_a_table_of_two_meanings_is_none() {
    let head: Vec<&str> = HEAD
        .iter()
        .map(|head| {
            if *head == "数值" {
                "Target value"
            } else {
                *head
            }
        })
        .collect();
    let row = [
        "wuchang-2020-plan",
        "4",
        "一",
        "gdp",
        "2026",
        "实际",
        "6",
        "亿元",
        "6亿元",
    ];
    let found = faults(&own(&[("a.csv", "", &[&head, &row])]), Mode::Add);
    assert!(
        has(&found, |what| *what
            == What::Problem(Problem::UnknownColumn)),
        "{found:?}"
    );
    // A theme, a unit, an organisation: each has an id and names.
    let grid: &[&[&str]] = &[&["编号", "名称", "英文名称"], &["a", "甲", "A"]];
    let found = faults(&own(&[("a.csv", "", grid)]), Mode::Add);
    assert!(has(&found, |what| *what == What::NoTable), "{found:?}");
}
