//! The execution table: which targets stand in it, and in which order.

use crate::assess::Ledger;
use crate::dataset::{Code, Dataset, Observation, Row};
use crate::order;

use super::{deck, documents};

/// The targets of one area's plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The area.
    pub area: Code,
    /// The plan; none for targets that no plan is named for.
    pub plan: Option<Code>,
    /// The targets, in the order of the documents.
    pub targets: Vec<Row>,
}

/// The targets that `takes` says yes to: by plan, the newest first, and area, as on the board; in each in
/// the order of the documents.
#[must_use]
pub fn execution(data: &Dataset, ledger: &Ledger, takes: &dyn Fn(Row) -> bool) -> Vec<Group> {
    let targets = ledger.targets().filter(|row| takes(*row));
    let mut targets: Vec<_> = targets.filter_map(|row| data.observation(row)).collect();
    let places = documents::places(data);
    order::sort_by_key(&mut targets, |target| {
        (group_of(target), documents::place_of(&places, target))
    });
    order::sort_by(&mut targets, |a, b| {
        let period = |target: &Observation<'_>| target.plan.map(|plan| plan.period);
        deck::newest_plan(period(a), period(b))
    });
    let of = |a: &_, b: &_| group_of(a) == group_of(b);
    let groups = targets.chunk_by(of);
    let group = |targets: &[_]| {
        let (area, plan) = group_of(targets.first()?);
        let targets = targets.iter().map(|target| target.row).collect();
        Some(Group {
            area,
            plan,
            targets,
        })
    };
    groups.filter_map(group).collect()
}

const fn group_of(target: &Observation<'_>) -> (Code, Option<Code>) {
    (target.area_code, target.plan_code)
}
