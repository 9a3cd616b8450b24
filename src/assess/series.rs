//! The outcomes of a data set, put together once, so that nothing looks through all rows for those of one
//! indicator.

use super::outcome::by_age;
use crate::dataset::{Code, Dataset, Observation, Row};
use crate::order;

/// The outcomes by indicator and area, the newest of each first. Background figures are no outcomes.
#[derive(Debug, PartialEq)]
pub struct Series(Vec<Row>);

impl Series {
    /// Puts the outcomes of a data set together.
    #[must_use]
    pub fn new(data: &Dataset) -> Self {
        let kinds = (0..).zip(&data.observations.kind);
        let outcomes = kinds.filter(|(_, kind)| kind.is_outcome());
        let mut rows: Vec<Row> = outcomes.map(|(row, _)| row).collect();
        order::sort_by_key(&mut rows, |row| key(data, *row));
        for one in rows.chunk_by_mut(|a, b| key(data, *a) == key(data, *b)) {
            let figures = one.iter().filter_map(|row| data.observation(*row));
            let mut figures: Vec<Observation<'_>> = figures.collect();
            order::sort_by(&mut figures, |a, b| by_age(b, a));
            for (slot, figure) in one.iter_mut().zip(figures) {
                *slot = figure.row;
            }
        }
        Self(rows)
    }

    /// The outcomes of an indicator in an area, the newest first, as
    /// [`newest`](super::outcome::newest) says.
    pub fn of<'a>(
        &self,
        data: &'a Dataset,
        indicator: Code,
        area: Code,
    ) -> impl Iterator<Item = Observation<'a>> {
        let wanted = Some((indicator, area));
        let first = self.0.partition_point(|row| key(data, *row) < wanted);
        let own = self.0.iter().skip(first);
        let own = own.take_while(move |row| key(data, **row) == wanted);
        own.filter_map(|row| data.observation(*row))
    }
}

fn key(data: &Dataset, row: Row) -> Option<(Code, Code)> {
    let columns = &data.observations;
    let index = row as usize;
    Some((*columns.indicator.get(index)?, *columns.area.get(index)?))
}
