//! How printings relate: the pairs by kind, what needs the reader's care first.

use crate::dataset::{Dataset, Relation, RelationKind, Row};

use super::select::Selection;

/// The order of the kinds on the page.
const ORDER: [RelationKind; 8] = [
    RelationKind::Conflicts,
    RelationKind::NotComparable,
    RelationKind::Restates,
    RelationKind::LaterCutoff,
    RelationKind::SameFact,
    RelationKind::TargetOf,
    RelationKind::ShareOf,
    RelationKind::PartOf,
];

/// Whether figures of this kind must not be read together without its reason.
#[must_use]
pub const fn needs_care(kind: RelationKind) -> bool {
    matches!(kind, RelationKind::Conflicts | RelationKind::NotComparable)
}

/// Whether another printing says otherwise.
#[must_use]
pub fn is_in_conflict(data: &Dataset, row: Row) -> bool {
    let mut conflicts = data
        .relations
        .iter()
        .filter(|pair| pair.kind == RelationKind::Conflicts);
    conflicts.any(|pair| pair.from == row || pair.to == row)
}

/// The pairs of each kind of which either printing passes; kinds without any are left out.
#[must_use]
pub fn by_kind<'a>(
    data: &'a Dataset,
    selection: &Selection,
) -> Vec<(RelationKind, Vec<&'a Relation>)> {
    let passes = |pair: &&Relation| selection.passes(pair.from) || selection.passes(pair.to);
    let of = |kind: RelationKind| {
        let pairs = data.relations.iter().filter(passes);
        (kind, pairs.filter(|pair| pair.kind == kind).collect())
    };
    let mut groups: Vec<(RelationKind, Vec<&Relation>)> = ORDER.map(of).into();
    groups.retain(|(_, pairs)| !pairs.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_place() {
        for kind in RelationKind::ALL {
            assert!(ORDER.contains(kind), "{kind:?}");
        }
    }
}
