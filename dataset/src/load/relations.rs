//! `relations.csv`: how printings relate.

use super::super::cell::Keys;
use super::super::codes::{Kind, RelationKind};
use super::super::columns::Observations;
use super::super::entities::{Relation, Row};
use super::super::fault::{Fault, Rule};
use super::super::name::Name;
use super::super::rows::RelationRow;
use super::super::tables::Tables;
use super::Index;

pub(super) fn load(
    tables: &Tables,
    index: &Index,
    figures: &Observations,
    faults: &mut Vec<Fault>,
) -> Vec<Relation> {
    let mut found = Vec::new();
    let mut seen = Keys::rows("relations.csv");
    // Positions are those of the figures only where no row of theirs was refused.
    let aligned = index.observations.len() == figures.len() as usize;
    RelationRow::visit(tables, faults, |row, place| {
        let key = format!("{} {} {}", row.from, row.to, row.kind);
        if seen.add_any(place, "from", &key).is_none() {
            return;
        }
        let from = index.observations.find_row(place, "from", row.from);
        let to = index.observations.find_row(place, "to", row.to);
        let kind = place.code("kind", row.kind, RelationKind::parse, RelationKind::CODES);
        place.text("note_zh", row.note_zh);
        place.text("note_en", row.note_en);
        if row.to == row.from {
            place.fault("to", Rule::OwnRow);
        }
        let (Some(from), Some(to), Some(kind)) = (from, to, kind) else {
            return;
        };
        if aligned && kind == RelationKind::TargetOf && !pairs(figures, from, to) {
            place.fault("kind", Rule::NoPair);
        }
        found.push(Relation {
            from,
            to,
            kind,
            note: Name::new(row.note_zh, row.note_en),
        });
    });
    found
}

/// Whether an outcome and a target are of the same indicator and area.
fn pairs(figures: &Observations, outcome: Row, target: Row) -> bool {
    let (outcome, target) = (outcome as usize, target as usize);
    let kind = |index: usize| figures.kind.get(index).copied();
    figures.indicator.get(outcome) == figures.indicator.get(target)
        && figures.area.get(outcome) == figures.area.get(target)
        && kind(outcome).is_some_and(Kind::is_outcome)
        && kind(target) == Some(Kind::Target)
}
