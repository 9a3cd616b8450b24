//! Published figures that a reader gives anew: what they contradict, and what counts as changed.

use guatu::assess::Ledger;
use guatu::dataset::{Dataset, Lang, Observation, RelationKind, SCHEMAS, Tables, load};
use guatu::intake::{Finding, Mode, Own, What, changed_columns, compared};

use super::{has, own, published, set};

/// Figures that are said to be one fact: ids of two printings with a number.
fn same_fact(data: &Dataset) -> (String, String) {
    let kind = RelationKind::SameFact;
    let mut same = data.relations.iter().filter(|one| one.kind == kind);
    let found = same.find_map(|one| {
        let (from, to) = (data.observation(one.from)?, data.observation(one.to)?);
        from.base_value().zip(to.base_value())?;
        Some((from.id.to_owned(), to.id.to_owned()))
    });
    found.expect("two printings")
}

/// A published figure as a reader's row, with some other cells.
fn anew(id: &str, cells: &[(&str, &str)]) -> Own {
    let tables = Tables::built_in();
    let schema = SCHEMAS
        .iter()
        .find(|schema| schema.file == "observations.csv")
        .expect("figures");
    let rows = schema.rows(&tables);
    let (_, row) = rows
        .iter()
        .find(|(_, row)| row.iter().any(|cell| cell == id))
        .expect("there");
    let columns = schema.columns.iter().zip(row);
    let row: Vec<&str> = columns
        .map(|(column, cell)| {
            let other = cells.iter().find(|(known, _)| known == column);
            other.map_or(cell.as_str(), |(_, other)| other)
        })
        .collect();
    own(&[("observations.csv", "", &[schema.columns, &row])])
}

#[test]
fn a_figure_that_contradicts_another_printing_of_its_fact_is_told() {
    let (one, other) = same_fact(&published());
    for id in [&one, &other] {
        let is = |what: &What| matches!(what, What::OtherFact { .. });
        let (_, notes) = set(&anew(id, &[("value", "7.25")]), Mode::Add);
        assert!(has(&notes, is), "{id} {notes:?}");
        let (_, notes) = set(&anew(id, &[("note_zh", "无")]), Mode::Add);
        assert!(!has(&notes, is), "{id} {notes:?}");
    }
}

#[test]
fn a_figure_of_which_one_text_is_another_counts_as_changed() {
    let before = published();
    let ledger = Ledger::new(&before);
    let id = before.observation(0).expect("one").id.to_owned();
    for (column, text) in [
        ("repair", "补正"),
        ("note_zh", "说明"),
        ("note_en", "A note"),
        ("section", "另一标题"),
        ("statement", "表述"),
    ] {
        let (set, _) = set(&anew(&id, &[(column, text)]), Mode::Add);
        let now = Ledger::new(&set.data);
        let preview = compared((&set.data, &now), (&before, &ledger));
        assert_eq!(preview.changed.len(), 1, "{column}");
    }
}

#[test]
fn a_number_known_more_closely_is_another_in_its_own_column_alone() {
    let before = published();
    let ledger = Ledger::new(&before);
    let is_meant = |one: &guatu::dataset::Observation<'_>| {
        let is_one = one.value_high.is_none() && one.decimals == 1;
        is_one && one.value.is_some_and(|value| value.fract() != 0.0)
    };
    let figure = before.iter().find(is_meant).expect("one");
    let value = figure.value.expect("a number");
    let (set, _) = set(
        &anew(figure.id, &[("value", &format!("{value}0"))]),
        Mode::Add,
    );
    let now = Ledger::new(&set.data);
    let preview = compared((&set.data, &now), (&before, &ledger));
    let (row, was) = preview.changed[0];
    let (one, other) = (set.data.observation(row), before.observation(was));
    let columns = changed_columns(&one.expect("new"), &other.expect("old"));
    assert_eq!(columns, ["value"]);
}

#[test]
fn a_target_that_became_an_outcome_is_a_target_less() {
    let before = published();
    let ledger = Ledger::new(&before);
    let tables = Tables::built_in();
    let file = "observations.csv";
    let text = tables.get(file).expect("figures");
    let is_plain = |line: &&str| line.contains(",target,=,") && line.contains(",2025-annual,");
    let gone = text.lines().filter(is_plain).find_map(|line| {
        let outcome = line.replace(",target,=,", ",actual,=,");
        let outcome = outcome.replace(",2025-annual,", ",,");
        let mut tables = tables.clone();
        tables.insert(file, text.replace(line, &outcome));
        let data = load(&tables).ok()?;
        let now = Ledger::new(&data);
        Some(compared((&data, &now), (&before, &ledger)).gone_targets)
    });
    assert_eq!(gone, Some(1));
}

/// A published figure as a reader's row without some cells, and what becomes of it.
fn without(id: &str, left_out: &[&str]) -> (Vec<String>, Vec<String>, Vec<Finding>) {
    let cells: Vec<(&str, &str)> = left_out.iter().map(|column| (*column, "")).collect();
    let (set, notes) = set(&anew(id, &cells), Mode::Add);
    let rows = |text: &str| text.lines().map(str::to_owned).collect();
    let table = |tables: &Tables| rows(tables.get("observations.csv").expect("figures"));
    (table(&Tables::built_in()), table(&set.tables), notes)
}

#[test]
fn a_target_of_a_five_year_plan_for_one_year_keeps_its_plan() {
    let before = published();
    let mut all = before.iter();
    let target = all.find(|figure| {
        let is_of_one_year = figure.period.to_string().len() == 4;
        is_of_one_year && figure.plan.is_some_and(|plan| plan.five_year.is_some())
    });
    let id = target.expect("one").id;
    for left_out in [&["plan"][..], &["plan", "id"], &["id"]] {
        let (was, is, notes) = without(id, left_out);
        assert_eq!(was, is, "{left_out:?}");
        assert!(!has(&notes, |what| matches!(what, What::Yearly(_))));
    }
}

#[test]
fn a_target_that_is_given_anew_as_an_outcome_has_no_plan_and_no_class() {
    let before = published();
    let targets = before
        .iter()
        .filter(|one| one.class.is_some() && one.plan.is_some());
    let target = targets.into_iter().next().expect("one");
    let (id, kind) = (target.id.to_owned(), ("kind", "实际"));
    let left_out = [kind, ("class", ""), ("plan", "")];
    let (set, _) = set(&anew(&id, &left_out), Mode::Add);
    let outcome = set.data.iter().find(|one| one.id == id).expect("there");
    assert!(outcome.class.is_none() && outcome.plan.is_none());
    let (none, found) = super::opened(&anew(&id, &[kind]), Mode::Add);
    assert!(
        none.is_none() && !found.is_empty(),
        "what is written counts"
    );
}

#[test]
fn what_is_left_out_of_a_published_figure_stays() {
    let before = published();
    let id = |is: &dyn Fn(&Observation<'_>) -> bool| {
        let found = before.iter().find(|figure| is(figure));
        found.expect("one").id
    };
    let all = [
        "section",
        "area",
        "comparator",
        "value",
        "value_high",
        "unit",
        "statement",
        "class",
        "plan",
        "repair",
        "note_zh",
        "note_en",
    ];
    for id in [
        id(&|figure| figure.value_high.is_some()),
        id(&|figure| figure.value.is_none()),
        id(&|figure| !figure.repair.is_empty()),
        id(&|figure| !figure.note(Lang::Zh).is_empty()),
        id(&|figure| figure.area.code != before.area(figure.document.area).expect("one").code),
    ] {
        let (was, is, _) = without(id, &all);
        assert_eq!(was, is, "{id}");
    }
}

#[test]
fn a_bound_that_stays_beside_another_number_is_told() {
    let before = published();
    let mut all = before.iter();
    let bounded = all.find(|figure| {
        figure.value.is_some() && figure.comparator.is_some_and(|bound| bound.code() == ">=")
    });
    let id = bounded.expect("one").id;
    let is = |what: &What| *what == What::Kept(">=".into());
    for (value, bound, is_told) in [("4242", "", true), ("4242", "=", false)] {
        let cells = [("value", value), ("comparator", bound)];
        let (_, notes) = set(&anew(id, &cells), Mode::Add);
        assert_eq!(has(&notes, is), is_told, "{value} {bound} {notes:?}");
    }
    let (_, _, notes) = without(id, &["comparator"]);
    assert!(!has(&notes, is), "{notes:?}");
}

#[test]
fn another_number_is_not_the_lower_end_of_the_range_that_was() {
    let before = published();
    let range = before.iter().find(|figure| figure.value_high.is_some());
    let id = range.expect("one").id;
    let (set, _) = set(&anew(id, &[("value", "42"), ("value_high", "")]), Mode::Add);
    let now = set.data.iter().find(|figure| figure.id == id);
    let now = now.expect("there");
    assert_eq!((now.value, now.value_high), (Some(42.0), None));
}
