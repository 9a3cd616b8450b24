//! What the parts of a unit's page have in common.

use crate::dataset::{Code, Role, Row};
use crate::query::charges::Charge;
use crate::query::duties::Fields;

/// What a unit answers for.
pub(super) struct Brief<'a> {
    /// Its duties in each part, what it leads first; none of a part that it does not have.
    pub(super) parts: Vec<(Role, Fields<'a>)>,
    /// Its targets, each once.
    pub(super) charges: Vec<Charge>,
    /// The documents that name it.
    pub(super) documents: Vec<Code>,
}

impl Brief<'_> {
    /// The charge that a printing of a target stands for in one part; none where the target is counted by
    /// another.
    pub(super) fn charge(&self, role: Role, target: Row) -> Option<&Charge> {
        let mut charges = self.charges.iter();
        charges.find(|charge| (charge.role, charge.target) == (role, target))
    }
}
