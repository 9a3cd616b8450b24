//! The relations of each row, so that no figure looks through all of them.

use crate::dataset::{Relation, RelationKind, Row};
use crate::order;

/// A relation as one of its rows sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The row that sees it.
    row: Row,
    /// How the two relate.
    pub kind: RelationKind,
    /// The other row.
    pub other: Row,
    /// Whether the relation leads from the other row to this one.
    pub is_target: bool,
}

/// All relations by row.
#[derive(Debug, PartialEq)]
pub struct Ties(Vec<Tie>);

impl Ties {
    /// Each relation is known to both of its rows.
    pub fn new(relations: &[Relation]) -> Self {
        let mut ties = Vec::new();
        for Relation { from, to, kind, .. } in relations {
            for (row, other, is_target) in [(*from, *to, false), (*to, *from, true)] {
                ties.push(Tie {
                    row,
                    kind: *kind,
                    other,
                    is_target,
                });
            }
        }
        // By both rows, so that nothing hangs on the order of the relations.
        order::sort_by_key(&mut ties, |tie| (tie.row, tie.other));
        Self(ties)
    }

    /// The relations of a row that are of a kind.
    pub fn of(&self, row: Row, kind: RelationKind) -> impl Iterator<Item = &Tie> {
        let first = self.0.partition_point(|tie| tie.row < row);
        let own = self.0.iter().skip(first);
        own.take_while(move |tie| tie.row == row)
            .filter(move |tie| tie.kind == kind)
    }
}
