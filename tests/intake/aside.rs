//! What is left aside is told: the changes of editions, rows above the heads, names that are looked for too often.

use std::time::{Duration, Instant};

use guatu::dataset::{Lang, Problem, Tables};
use guatu::intake::{Mode, What, told};

use super::{FIGURE, HEAD, base, faults, figures, has, open, opened, own, set, with_texts};

#[test]
fn thousands_of_names_that_there_are_not_are_answered_soon() {
    let names: Vec<String> = (0..2000)
        .map(|number| format!("Overdue construction payments repaid{number:04}"))
        .collect();
    let cells: Vec<[(&str, &str); 1]> = names.iter().map(|name| [("指标", &**name)]).collect();
    let rows: Vec<&[(&str, &str)]> = cells.iter().map(|cells| &cells[..]).collect();
    let own = figures(&rows);
    let start = Instant::now();
    let found = faults(&own, Mode::Add);
    assert!(
        start.elapsed() < Duration::from_secs(8),
        "{:?}",
        start.elapsed()
    );
    let entries = found.iter().filter_map(|one| match &one.what {
        What::Reference {
            entries,
            problem: Problem::UnknownKey { .. },
        } => Some(entries.len()),
        _ => None,
    });
    let entries: Vec<usize> = entries.collect();
    assert_eq!(entries.len(), names.len());
    assert!(entries[0] > 0 && entries[1999] == 0, "{entries:?}");
}

#[test]
fn changes_of_editions_are_left_aside_in_words_of_their_own() {
    let tables = Tables::built_in();
    let schema = guatu::dataset::SCHEMAS.iter();
    let schema = schema
        .into_iter()
        .find(|schema| schema.file == "changes.csv");
    let columns = schema.expect("changes").columns;
    let row = vec!["x"; columns.len()];
    for (mode, texts) in [
        (Mode::Add, true),
        (Mode::Add, false),
        (Mode::Replace, false),
    ] {
        let descriptor = tables.get("datapackage.json").expect("a descriptor");
        let texts: &[(&str, &str)] = if texts {
            &[("datapackage.json", descriptor)]
        } else {
            &[]
        };
        let sheets = [
            ("a.csv", "", &[HEAD, FIGURE][..]),
            ("changes.csv", "", &[columns, &row[..]][..]),
        ];
        let (opened, found) = set(&with_texts(texts, &sheets), mode);
        assert!(opened.data.changes.is_empty());
        let of_changes: Vec<_> = found
            .iter()
            .filter(|one| &*one.place.file == "changes.csv")
            .collect();
        assert_eq!(of_changes.len(), 1, "{of_changes:?}");
        assert_eq!(of_changes[0].what, What::Changes);
        assert!(
            told(of_changes[0], Lang::Zh)
                .wrong
                .starts_with("变动记录 changes")
        );
    }
}

#[test]
fn rows_above_the_heads_are_told_and_heads_that_stand_again_end_nothing() {
    let title: &[&str] = &["武昌区主要指标"];
    let groups: &[&str] = &["出处", "", "", "指标与数值"];
    let sheet: &[&[&str]] = &[title, groups, groups, HEAD, FIGURE];
    let (opened, found) = set(&own(&[("a.csv", "", sheet)]), Mode::Replace);
    assert_eq!(opened.data.observations.len(), 1);
    let above: Vec<_> = found
        .iter()
        .filter(|one| matches!(one.what, What::Above(_)))
        .collect();
    assert_eq!(above.len(), 1, "{found:?}");
    assert_eq!((above[0].place.row, &above[0].what), (2, &What::Above(2)));

    let mut again = HEAD.to_vec();
    again.push("说明");
    let sheet: &[&[&str]] = &[HEAD, FIGURE, &again, FIGURE];
    let found = faults(&own(&[("a.csv", "", sheet)]), Mode::Replace);
    assert!(!has(&found, |what| matches!(what, What::Above(_))));
    let is_read = found.iter().any(|one| {
        let is_again = matches!(one.what, What::Problem(Problem::Duplicate { first: 2, .. }));
        one.place.row == 4 && is_again
    });
    assert!(is_read, "{found:?}");
}

#[test]
fn a_set_without_a_descriptor_does_not_say_what_the_published_one_says_of_itself() {
    let tables = Tables::built_in();
    let own = figures(&[&[]]);
    let said = |tables: &Tables| {
        let descriptor = tables.get("datapackage.json").expect("a descriptor");
        let mut lines = descriptor.lines();
        lines
            .find(|line| line.starts_with("  \"description\""))
            .map(str::to_owned)
    };
    let (replaced, _) = open(&own, base(&tables), Mode::Replace);
    let replaced = said(&replaced.expect("a set").tables).expect("a description");
    assert!(!replaced.contains("two districts"), "{replaced}");
    let (added, _) = opened(&own, Mode::Add);
    assert_eq!(said(&added.expect("a set").tables), said(&tables));
}
