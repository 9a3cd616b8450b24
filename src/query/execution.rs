//! The execution table: which targets stand in it, and in which order.

use crate::assess::Ledger;
use crate::dataset::{Code, Dataset, Row};
use crate::order;

use super::facet::FacetIndex;
use super::select::Selection;
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
    let mut targets: Vec<Row> = ledger.targets().filter(|row| takes(*row)).collect();
    documents::sort(data, &mut targets);
    let columns = &data.observations;
    let numbered = guatu_scan::ranked(&targets, &columns.plan, &ranks(data));
    let numbered = guatu_scan::further(numbered, &[&columns.area, &columns.plan]);
    let numbered = guatu_scan::sorted(numbered);
    let groups = numbered.chunk_by(|(a, _), (b, _)| a == b);
    let group = |targets: &[(u64, Row)]| {
        let (area, plan) = group_of(data, targets.first()?.1);
        Some(Group {
            area,
            plan,
            targets: targets.iter().map(|(_, row)| *row).collect(),
        })
    };
    groups.filter_map(group).collect()
}

/// Those of all targets of a data set that pass.
#[must_use]
pub fn passing(data: &Dataset, index: &FacetIndex, selection: &Selection) -> Vec<Group> {
    let all = index.execution(data).iter();
    let passing = all.map(|group| Group {
        targets: selection.of(&group.targets),
        ..*group
    });
    passing.filter(|group| !group.targets.is_empty()).collect()
}

/// The place of each plan among all, the newest first; plans of the same years have the same.
fn ranks(data: &Dataset) -> Vec<u64> {
    let period = |plan: &Code| Some(data.plans.get(usize::from(*plan))?.period);
    let mut plans: Vec<Code> = (0..).take(data.plans.len()).collect();
    order::sort_by(&mut plans, |a, b| deck::newest_plan(period(a), period(b)));
    let mut ranks = vec![0; plans.len()];
    let same = plans.chunk_by(|a, b| deck::newest_plan(period(a), period(b)).is_eq());
    for (rank, plans) in (0..).zip(same) {
        for plan in plans {
            if let Some(slot) = ranks.get_mut(usize::from(*plan)) {
                *slot = rank;
            }
        }
    }
    ranks
}

fn group_of(data: &Dataset, target: Row) -> (Code, Option<Code>) {
    let (figures, at) = (&data.observations, target as usize);
    let plan = figures.plan.get(at);
    (
        figures.area.get(at).unwrap_or_default(),
        plan.filter(|plan| usize::from(*plan) < data.plans.len()),
    )
}
