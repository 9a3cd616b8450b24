//! What became of figures from edition to edition. A package may go without the table.

use super::super::cell::{Keys, Place};
use super::super::codes::Changed;
use super::super::entities::Change;
use super::super::fault::{Fault, Rule};
use super::super::rows::{ChangeRow, ObservationRow};
use super::super::tables::Tables;
use super::super::texts::Pool;
use super::Index;

/// `edition` is that of the package; none where its descriptor cannot be read.
pub(super) fn load(
    tables: &Tables,
    index: &Index,
    edition: Option<&str>,
    faults: &mut Vec<Fault>,
) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    let mut lines = Vec::new();
    if !tables.has(ChangeRow::SCHEMA.file) {
        return changes;
    }
    let mut seen = Keys::rows("changes.csv");
    ChangeRow::visit(tables, faults, |row, place| {
        let key = [row.edition, row.change, row.observation, row.field].join(" ");
        seen.add_any(place, "observation", &key);
        check_order(row, changes.last(), place);
        if let Some(change) = change(row, index, place) {
            changes.push(change);
            lines.push(place.row);
        }
    });
    check_last(&changes, &lines, index, faults);
    check_end(&changes, &lines, edition, faults);
    changes
}

/// Each edition follows the one that the rows before are of.
fn check_order(row: &ChangeRow<'_>, before: Option<&Change>, place: &mut Place<'_>) {
    let is_next = |before: &Change| {
        let is_same = *before.edition == *row.edition && *before.since == *row.since;
        is_same || *before.edition == *row.since
    };
    if !before.is_none_or(is_next) {
        place.fault("since", Rule::EditionOrder);
    }
}

/// The last change of a figure decides whether the data have it. `lines` has the line of each change.
fn check_last(changes: &[Change], lines: &[u64], index: &Index, faults: &mut Vec<Fault>) {
    let mut later = Pool::default();
    let mut found = Vec::new();
    for (change, line) in changes.iter().zip(lines).rev() {
        let (_, is_last) = later.add(&change.observation);
        let is_there = index.observations.position(&change.observation).is_some();
        let is_right = match change.change {
            Changed::None => true,
            Changed::Removed => !is_there,
            Changed::Added | Changed::Revised => is_there,
        };
        if is_last && !is_right {
            let id = change.observation.to_string();
            found.push(Fault {
                file: ChangeRow::SCHEMA.file.to_owned(),
                row: *line,
                column: "observation".to_owned(),
                problem: Rule::LastChange { id, is_there }.into(),
            });
        }
    }
    faults.extend(found.into_iter().rev());
}

/// The table ends in the edition of the package: one that ends earlier would say of a figure that it is as it
/// was, though nobody has looked.
fn check_end(changes: &[Change], lines: &[u64], edition: Option<&str>, faults: &mut Vec<Fault>) {
    if let (Some(last), Some(line), Some(edition)) = (changes.last(), lines.last(), edition)
        && numbers(&last.edition) != numbers(edition)
    {
        faults.push(Fault {
            file: ChangeRow::SCHEMA.file.to_owned(),
            row: *line,
            column: "edition".to_owned(),
            problem: Rule::LastEdition(edition.to_owned()).into(),
        });
    }
}

/// What of an edition has an order: what follows a `+` tells data apart.
fn numbers(edition: &str) -> &str {
    edition.split('+').next().unwrap_or_default()
}

fn change(row: &ChangeRow<'_>, index: &Index, place: &mut Place<'_>) -> Option<Change> {
    place.text("edition", row.edition);
    place.text("since", row.since);
    if row.edition == row.since {
        place.fault("since", Rule::SameEdition);
    }
    let change = place.code("change", row.change, Changed::parse, Changed::CODES)?;
    match (change, row.observation.is_empty()) {
        (Changed::None, false) => {
            place.fault("observation", Rule::NoFigure);
        }
        (Changed::None, true) => {}
        _ => {
            place.text("observation", row.observation);
        }
    }
    let is_field = ObservationRow::SCHEMA.columns.contains(&row.field);
    if is_field != (change == Changed::Revised) || (!is_field && !row.field.is_empty()) {
        place.fault("field", Rule::NotAField);
    }
    // What is shown of a revision is its number.
    if matches!(row.field, "value" | "value_high") && !row.before.is_empty() {
        place.number("before", row.before);
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
