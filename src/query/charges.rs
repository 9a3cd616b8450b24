//! The targets in a unit's charge, each counted once, and which of them ask to be looked at.
//!
//! A target is an indicator of an area under a plan, as on the board. A unit may be named for it in several
//! places: beside the indicator and in a task, as leading in one and as answering in the other.

use crate::assess::{Ledger, Status};
use crate::dataset::{Class, Dataset, Observation, Role, Row};
use crate::order;

use super::{deck, documents};

/// A target in a unit's charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charge {
    /// The printing that stands for it.
    pub target: Row,
    /// The unit's part: it leads where it leads in any place.
    pub role: Role,
    /// Whether the target binds: one of its printings may say so, and another not.
    pub class: Option<Class>,
    /// How it stands.
    pub status: Status,
}

/// The worst status of some targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worst {
    /// The status.
    pub status: Status,
    /// How many of the targets have it.
    pub count: u32,
}

/// The targets that a unit is named for, each once and in the order of the documents.
#[must_use]
pub fn once(data: &Dataset, ledger: &Ledger, named: &[(Role, Row)]) -> Vec<Charge> {
    let mut charges = counted(data, ledger, named);
    order::sort_by_key(&mut charges, |charge| charge.target);
    let mut targets: Vec<Row> = charges.iter().map(|charge| charge.target).collect();
    documents::sort(data, &mut targets);
    let of = |target: &Row| {
        let at = charges.binary_search_by_key(target, |charge| charge.target);
        charges.get(at.ok()?).copied()
    };
    targets.iter().filter_map(of).collect()
}

/// The same in no order that means anything. Of several printings of one the newest stands, of those where the
/// unit leads before the others.
pub(super) fn counted(data: &Dataset, ledger: &Ledger, named: &[(Role, Row)]) -> Vec<Charge> {
    let of = |(role, row): &(Role, Row)| Some((*role, data.observation(*row)?));
    let mut named: Vec<(Role, Observation<'_>)> = named.iter().filter_map(of).collect();
    order::sort_by_key(&mut named, |(role, target)| {
        (same(target), *role, deck::newness(target))
    });
    let groups = named.chunk_by(|(_, a), (_, b)| same(a) == same(b));
    let charge = |group: &[(Role, Observation<'_>)]| {
        let (role, target) = group.first()?;
        Some(Charge {
            target: target.row,
            role: *role,
            class: group.iter().find_map(|(_, target)| target.class),
            status: ledger.status(target.row)?,
        })
    };
    groups.filter_map(charge).collect()
}

/// What makes two printings one target; without a plan each period has its own.
fn same(target: &Observation<'_>) -> impl Ord + use<> {
    let period = target
        .plan_code
        .is_none()
        .then(|| target.period.to_string());
    (
        target.area_code,
        target.plan_code,
        target.indicator_code,
        period,
    )
}

/// The targets that ask to be looked at: those missed or behind, then those that cannot be assessed, then
/// those without an outcome; of each the binding ones first, the worst first, and what the unit leads first.
#[must_use]
pub fn open(charges: &[Charge]) -> Vec<Charge> {
    let mut open: Vec<Charge> = charges
        .iter()
        .filter(|charge| charge.status.is_on_track() != Some(true))
        .copied()
        .collect();
    order::sort_by_key(&mut open, |charge| {
        let group = match charge.status.is_on_track() {
            Some(_) => 0,
            None => charge.status.urgency(),
        };
        (
            group,
            rank(charge.class),
            charge.status.urgency(),
            charge.role,
        )
    });
    open
}

/// Binding, anticipatory, not stated.
fn rank(class: Option<Class>) -> usize {
    class.map_or(Class::ALL.len(), |class| class as usize)
}

/// The worst status of the targets that a unit leads, and of those that it only answers for.
#[must_use]
pub fn worst(charges: &[Charge]) -> [Option<Worst>; 2] {
    [Role::Lead, Role::Responsible].map(|role| {
        let own = charges.iter().filter(|charge| charge.role == role);
        let status = own
            .clone()
            .map(|charge| charge.status)
            .min_by_key(|status| status.urgency())?;
        let count = own.filter(|charge| charge.status == status).count();
        Some(Worst {
            status,
            count: u32::try_from(count).unwrap_or(u32::MAX),
        })
    })
}

/// How many of some statuses there are of each, in the order of the strips; nothing of none.
#[must_use]
pub fn tally(statuses: &[Status]) -> Vec<(Status, usize)> {
    let count = |status: &Status| statuses.iter().filter(|known| *known == status).count();
    let counts = Status::ALL.iter().map(|status| (*status, count(status)));
    counts.filter(|(_, count)| *count > 0).collect()
}
