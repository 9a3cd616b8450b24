//! The editions of a target: what documents state for the same indicator, area and period. A value that
//! is only printed again is one edition with several printings; another value is another edition.

use super::case::{Bound, Number, is_same};
use super::ledger::Assessed;
use crate::dataset::{Dataset, Observation, Row};
use crate::order;

/// One value of a target.
#[derive(Clone, Debug)]
pub struct Edition<'a> {
    /// What was decided on it.
    pub one: Assessed,
    /// Its first printing, which leads.
    pub target: Observation<'a>,
    /// Where else the same value is printed, in the order of the table.
    pub again: Vec<Row>,
}

/// How an edition follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A later document states another value for the same plan.
    Revised,
    /// The same document, or documents of which neither is known to be later, state both.
    Differs,
    /// It belongs to another plan.
    OtherPlan,
}

/// What documents state for one area and period.
#[derive(Clone, Debug)]
pub struct Editions<'a> {
    /// The editions, the newest first; none where there is no target.
    pub all: Vec<Edition<'a>>,
}

/// The targets of one indicator by area and period, in the order in which they come.
#[must_use]
pub fn alike(data: &Dataset, targets: &[Row]) -> Vec<Vec<Row>> {
    let columns = &data.observations;
    let keyed = guatu_scan::keyed(targets, &[&columns.area, &columns.period]);
    // Each with its place in place of its row.
    let placed = keyed.iter().map(|(key, _)| *key).zip(0..).collect();
    let placed = guatu_scan::sorted(placed);
    let mut groups: Vec<&[(u64, u32)]> = placed.chunk_by(|(a, _), (b, _)| a == b).collect();
    order::sort_by_key(&mut groups, |group| group.first().map(|(_, place)| *place));
    let row = |(_, place): &(u64, u32)| targets.get(*place as usize).copied();
    let rows = |group: &[(u64, u32)]| group.iter().filter_map(row).collect();
    groups.into_iter().map(rows).collect()
}

impl<'a> Editions<'a> {
    /// The editions of targets that are [`alike`].
    #[must_use]
    pub fn of(data: &'a Dataset, targets: impl Iterator<Item = Assessed>) -> Self {
        let mut editions = Self { all: Vec::new() };
        for one in targets {
            if let Some(target) = data.observation(one.target) {
                editions.add(one, target);
            }
        }
        order::sort_by(&mut editions.all, |a, b| {
            let delivered = |edition: &Edition<'a>| edition.target.document.delivered.clone();
            let (one, other) = (delivered(a), delivered(b));
            // The main table of a document stands before what it says of single tasks.
            other.cmp(&one).then(a.target.line.cmp(&b.target.line))
        });
        editions
    }

    fn add(&mut self, one: Assessed, target: Observation<'a>) {
        let is_same = |edition: &&mut Edition<'a>| edition.says_the_same(&one, &target);
        match self.all.iter_mut().find(is_same) {
            Some(edition) => edition.add(one, target),
            None => self.all.push(Edition::new(one, target)),
        }
    }

    /// Each edition but the oldest with the one before it, and how it follows that.
    pub fn changes(&self) -> impl Iterator<Item = (&Edition<'a>, &Edition<'a>, Change)> {
        let before = self.all.iter().skip(1);
        let pairs = self.all.iter().zip(before);
        pairs.map(|(after, before)| (after, before, after.follows(before)))
    }
}

impl<'a> Edition<'a> {
    const fn new(one: Assessed, target: Observation<'a>) -> Self {
        Self {
            one,
            target,
            again: Vec::new(),
        }
    }

    /// Every row that prints it.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        std::iter::once(self.target.row).chain(self.again.iter().copied())
    }

    fn add(&mut self, one: Assessed, target: Observation<'a>) {
        let place = |o: &Observation<'a>| (o.document.delivered.clone(), o.document_code, o.line);
        let again = if place(&target) < place(&self.target) {
            let first = std::mem::replace(&mut self.target, target);
            self.one = one;
            first.row
        } else {
            target.row
        };
        self.again.push(again);
        order::sort_by_key(&mut self.again, |row| *row);
    }

    fn says_the_same(&self, one: &Assessed, target: &Observation<'_>) -> bool {
        let bounds = (&self.one.case.promise.bound, &one.case.promise.bound);
        self.target.plan_code == target.plan_code
            && match bounds {
                (Some(own), Some(other)) => are_same(own, other),
                (None, None) => self.target.statement == target.statement,
                _ => false,
            }
    }

    fn follows(&self, before: &Self) -> Change {
        let delivered = |edition: &Self| edition.target.document.delivered.clone();
        let (later, earlier) = (delivered(self), delivered(before));
        if self.target.plan_code != before.target.plan_code {
            Change::OtherPlan
        } else if !earlier.is_empty() && later > earlier {
            Change::Revised
        } else {
            Change::Differs
        }
    }
}

fn are_same(one: &Bound, other: &Bound) -> bool {
    let same = |a: Number, b: Number| is_same(a.value, b.value);
    let ends = match (one.high, other.high) {
        (Some(one), Some(other)) => same(one, other),
        (None, None) => true,
        _ => false,
    };
    one.comparator == other.comparator && same(one.low, other.low) && ends
}
