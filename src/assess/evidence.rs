//! The rows that a status rests on, and what each of them is: one list for the proof card, the execution
//! table and its exports.

use super::{Assessed, Judgement, Outcome, Rule};
use crate::dataset::Row;

/// What a row is to a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The target itself.
    Target,
    /// The figure from which a level starts.
    Base,
    /// An older figure, by which another method knows the yearly change.
    Earlier,
    /// An outcome.
    Outcome,
    /// The share of the task that a document prints, where it is what counts.
    Share,
    /// Another printing that contradicts one of these outcomes or the base.
    Rival,
}

/// The outcomes that tell how a target stands, as [`Assessed::deciding`] says.
pub(super) fn deciding(judged: &Judgement, newest: Option<Row>) -> impl Iterator<Item = Row> {
    let newest = newest.filter(|_| judged.parts.is_empty());
    judged.parts.iter().copied().chain(newest)
}

impl Assessed {
    /// The outcomes that tell how the target stands, in the order of time: those whose numbers decided, or
    /// the newest there is.
    #[must_use]
    pub fn deciding(&self) -> Vec<Row> {
        deciding(&self.assessment.judgement, self.outcome).collect()
    }

    /// The rows that the status rests on, each once: the target, then by what they are and in the order of
    /// time. Of a target that is not assessable the newest outcome, of which that is said.
    #[must_use]
    pub fn rows(&self) -> Vec<(Evidence, Row)> {
        let judged = &self.assessment.judgement;
        let outcomes = self.deciding();
        let base = self.base.filter(|_| judged.rule == Rule::Level);
        let others = self.assessment.others;
        let earlier = others.and_then(|others| others.way.earlier?.row);
        let earlier = earlier.filter(|row| Some(*row) != base && !outcomes.contains(row));
        let is_shared = judged.numbers.is_some_and(|n| n.implied.is_some());
        let share = self.used().find_map(|outcome| outcome.share);
        let share = share.filter(|_| is_shared).map(|(_, row)| row);
        let is_used = |row: &Row| outcomes.contains(row) || base == Some(*row);
        let rivals = self.case.contradicted.iter();
        let rivals = rivals.filter(|(known, _)| is_used(known));

        let mut rows = vec![(Evidence::Target, self.target)];
        rows.extend(base.map(|row| (Evidence::Base, row)));
        rows.extend(earlier.map(|row| (Evidence::Earlier, row)));
        rows.extend(outcomes.iter().map(|row| (Evidence::Outcome, *row)));
        rows.extend(share.map(|row| (Evidence::Share, row)));
        for (_, rival) in rivals {
            if rows.iter().all(|(_, row)| *row != rival.row) {
                rows.push((Evidence::Rival, rival.row));
            }
        }
        rows
    }

    /// The outcomes whose numbers the status comes from, in the order of time.
    pub fn used(&self) -> impl Iterator<Item = &Outcome> {
        let all = &self.case.outcomes;
        let rows = self.assessment.judgement.parts.iter();
        rows.filter_map(move |row| all.iter().find(|outcome| outcome.row == *row))
    }
}
