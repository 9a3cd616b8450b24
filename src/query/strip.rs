//! The strip over some targets: how many have each status, binding and anticipatory ones apart.
//!
//! An entry narrows the page to its targets. So it counts what that would show: as the count beside a choice
//! of a facet it leaves out what it would replace.

use crate::assess::{Ledger, Status};
use crate::dataset::{Class, Code, Dataset, Row};

use super::facet::{Facet, class_code};
use super::filter::Filters;
use super::select::Selection;

/// The targets of one class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The class; none for targets whose plan does not say.
    pub class: Option<Class>,
    /// The statuses that occur, each with how many targets have it.
    pub counts: Vec<(Status, usize)>,
}

impl Tally {
    /// How many targets there are.
    #[must_use]
    pub fn all(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    /// The choices that an entry stands for.
    #[must_use]
    pub fn choices(&self, status: Status) -> [(Facet, Code); 2] {
        let class = class_code(self.class);
        [(Facet::Class, class), (Facet::Status, status as Code)]
    }
}

/// The tallies of some targets, class by class; none of a class without any.
///
/// The targets are those that pass without the filter of statuses; where an entry has been pressed, without
/// the class that it chose too.
#[must_use]
pub fn tallies(
    data: &Dataset,
    ledger: &Ledger,
    (filters, selection): (&Filters, &Selection),
    targets: impl Iterator<Item = Row>,
) -> Vec<Tally> {
    let set_by_entry = [Facet::Status, Facet::Class];
    let is_pressed = set_by_entry
        .iter()
        .all(|facet| filters.get(*facet).len() == 1);
    let left_out = set_by_entry.get(..1 + usize::from(is_pressed));
    let left_out = left_out.unwrap_or_default();
    let mut counts = [[0; Status::ALL.len()]; Class::ALL.len() + 1];
    let classes = &data.observations.class;
    for row in targets.filter(|row| selection.passes_without(*row, left_out)) {
        let class = classes.get(row as usize).copied();
        let found = class.zip(ledger.status(row)).and_then(|(class, status)| {
            let counts = counts.get_mut(usize::from(class_code(class)))?;
            counts.get_mut(status as usize)
        });
        if let Some(count) = found {
            *count += 1;
        }
    }
    let tally = |class: Option<Class>| {
        let counts = counts.get(usize::from(class_code(class)))?.iter().copied();
        let counts = Status::ALL.iter().copied().zip(counts);
        let counts: Vec<_> = counts.filter(|(_, count)| *count > 0).collect();
        (!counts.is_empty()).then_some(Tally { class, counts })
    };
    let all = [Some(Class::Binding), Some(Class::Anticipatory), None];
    all.into_iter().filter_map(tally).collect()
}
