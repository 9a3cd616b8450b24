//! What the built-in set holds, beyond that it is valid: the tasks with their units, and a relation
//! between every two printings of one thing.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::dataset::{Dataset, Observation, RelationKind, Role, Subject, Tables, load};

fn built_in() -> Dataset {
    load(&Tables::built_in()).expect("a valid package")
}

#[test]
fn the_task_division_has_23_tasks_in_7_themes_and_each_is_led() {
    let data = built_in();
    let of = |theme: u32| data.tasks.iter().filter(|task| task.theme == theme).count();
    let counts: Vec<usize> = (1..=7).map(of).collect();
    assert_eq!(counts, [3, 3, 4, 3, 4, 3, 3]);
    assert_eq!(data.tasks.len(), 23);
    for (code, task) in (0..).zip(&data.tasks) {
        let mut units = data.responsible(Subject::Task(code));
        assert!(
            units.any(|(_, role)| role == Role::Lead),
            "{} has no lead",
            task.id
        );
    }
}

/// The printings of the same fact as the first one, itself among them.
fn same_fact(data: &Dataset, first: u32) -> Vec<u32> {
    let mut found = vec![first];
    let mut next = 0;
    while let Some(row) = found.get(next).copied() {
        next += 1;
        let same = data.relations.iter().filter(|relation| {
            matches!(
                relation.kind,
                RelationKind::SameFact | RelationKind::Restates
            )
        });
        for relation in same {
            for (one, other) in [(relation.from, relation.to), (relation.to, relation.from)] {
                if one == row && !found.contains(&other) {
                    found.push(other);
                }
            }
        }
    }
    found
}

/// Whether a relation ties two printings, or others of the same facts.
fn are_tied(data: &Dataset, a: u32, b: u32) -> bool {
    let (one, other) = (same_fact(data, a), same_fact(data, b));
    let ties = |from: u32, to: u32| {
        one.contains(&from) && other.contains(&to) || one.contains(&to) && other.contains(&from)
    };
    one.contains(&b) || data.relations.iter().any(|r| ties(r.from, r.to))
}

/// Whether two figures are printings of one thing: the same indicator of the same area at a time
/// that they share. Targets of two plans are two promises.
fn are_of_one_thing(a: &Observation<'_>, b: &Observation<'_>) -> bool {
    let overlap = a.period.start() < b.period.end() && b.period.start() < a.period.end();
    let plans = a.plan.map(|plan| &plan.id) == b.plan.map(|plan| &plan.id)
        || a.plan.is_none()
        || b.plan.is_none();
    let same = a.indicator_code == b.indicator_code && a.area.code == b.area.code;
    same && overlap && plans && a.row != b.row
}

#[test]
fn every_two_printings_of_one_thing_are_related() {
    let data = built_in();
    let mut alone = Vec::new();
    for figure in data.iter() {
        let others = data.iter().filter(|other| are_of_one_thing(&figure, other));
        alone.extend(
            others
                .filter(|other| !are_tied(&data, figure.row, other.row))
                .map(|other| format!("{} and {}", figure.id, other.id)),
        );
    }
    assert!(alone.is_empty(), "{}", alone.join("\n"));
}
