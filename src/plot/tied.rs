//! Earlier and later printings of a figure.

use crate::dataset::{Code, Dataset, Relation, RelationKind, Row};
use crate::order;

/// The relations that tie an earlier and a later printing to each other, by their indicator.
pub(super) struct Tied<'a>(Vec<(Code, &'a Relation)>);

impl<'a> Tied<'a> {
    pub(super) fn of(data: &'a Dataset) -> Self {
        let kinds = [RelationKind::LaterCutoff, RelationKind::Restates];
        let tying = data
            .relations
            .iter()
            .filter(|pair| kinds.contains(&pair.kind));
        let indicator = |row: Row| data.observations.indicator.get(row as usize);
        let mut tied: Vec<_> = tying
            .filter_map(|pair| Some((indicator(pair.from)?, pair)))
            .collect();
        order::sort_by_key(&mut tied, |(indicator, _)| *indicator);
        Self(tied)
    }

    /// Those of one indicator, in the order of the table.
    pub(super) fn of_indicator(&self, code: Code) -> impl Iterator<Item = &'a Relation> {
        let first = self.0.partition_point(|(known, _)| *known < code);
        let own = self.0.iter().skip(first);
        own.take_while(move |(known, _)| *known == code)
            .map(|(_, pair)| *pair)
    }
}
