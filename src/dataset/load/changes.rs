//! What became of figures from edition to edition. A package may go without the table.

use std::rc::Rc;

use super::super::cell::{Keys, Place, Positions};
use super::super::codes::Changed;
use super::super::entities::Change;
use super::super::fault::{Fault, Problem};
use super::super::rows::{ChangeRow, ObservationRow};
use super::super::tables::Tables;
use super::Index;

pub(super) fn load(tables: &Tables, index: &Index, faults: &mut Vec<Fault>) -> Vec<Change> {
    let mut changes = Vec::new();
    if !tables.has(ChangeRow::SCHEMA.file) {
        return changes;
    }
    let mut seen = Keys::rows("changes.csv");
    ChangeRow::visit(tables, faults, |row, place| {
        let key = [row.edition, row.change, row.observation, row.field].join(" ");
        seen.add_any(place, "observation", &key);
        changes.extend(change(row, index, place));
    });
    check_last(&changes, index, faults);
    changes
}

/// The last change of a figure decides whether the data have it.
fn check_last(changes: &[Change], index: &Index, faults: &mut Vec<Fault>) {
    let mut last = Positions::new();
    for (at, change) in (0..).zip(changes) {
        last.insert(Rc::clone(&change.observation), at);
    }
    for (at, change) in (0..).zip(changes) {
        let is_there = index.observations.position(&change.observation).is_some();
        let is_right = match change.change {
            Changed::None => true,
            Changed::Removed => !is_there,
            Changed::Added | Changed::Revised => is_there,
        };
        if last.get(&change.observation) == Some(&at) && !is_right {
            let id = &change.observation;
            let what = format!(
                "by its last change `{id}` must{} be in `observations.csv`",
                if is_there { " not" } else { "" }
            );
            faults.push(Fault {
                file: ChangeRow::SCHEMA.file.to_owned(),
                row: 0,
                column: "observation".to_owned(),
                problem: Problem::Inconsistent(what),
            });
        }
    }
}

fn change(row: &ChangeRow<'_>, index: &Index, place: &mut Place<'_>) -> Option<Change> {
    place.text("edition", row.edition);
    place.text("since", row.since);
    if row.edition == row.since {
        let what = "an edition is compared with an earlier one";
        place.fault("since", Problem::Inconsistent(what.to_owned()));
    }
    let change = place.code("change", row.change, Changed::parse, Changed::CODES)?;
    match (change, row.observation.is_empty()) {
        (Changed::None, false) => {
            let what = "a row of no change names no figure";
            place.fault("observation", Problem::Inconsistent(what.to_owned()));
        }
        (Changed::None, true) => {}
        _ => {
            place.text("observation", row.observation);
        }
    }
    let is_field = ObservationRow::SCHEMA.columns.contains(&row.field);
    if is_field != (change == Changed::Revised) || (!is_field && !row.field.is_empty()) {
        let what = "a revised figure names its column of `observations.csv`, other changes none";
        place.fault("field", Problem::Inconsistent(what.to_owned()));
    }
    Some(Change {
        edition: row.edition.into(),
        since: row.since.into(),
        change,
        observation: row.observation.into(),
        // A later edition may have taken away what an earlier one added.
        row: index.observations.position(row.observation),
        field: row.field.into(),
        before: row.before.into(),
    })
}
