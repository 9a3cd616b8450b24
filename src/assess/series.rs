//! The outcomes of a data set, put together once, so that nothing looks through all rows for those of one
//! indicator.

use super::outcome::by_age;
use crate::dataset::{Code, Dataset, Observation, Period, Row};
use crate::order;

/// The outcomes by indicator and area, the newest of each first. Background figures are no outcomes.
#[derive(Debug, PartialEq)]
pub struct Series {
    rows: Vec<Row>,
    /// Indicator and area of each group of rows, in their order.
    keys: Vec<u32>,
    /// Where each group ends.
    ends: Vec<usize>,
}

impl Series {
    /// Puts the outcomes of a data set together.
    #[must_use]
    pub fn new(data: &Dataset) -> Self {
        let kinds = (0..).zip(&data.observations.kind);
        let outcomes = kinds.filter(|(_, kind)| kind.is_outcome());
        let dated = outcomes.filter_map(|(row, _)| Some((age(data, row)?, row)));
        let mut dated = guatu_scan::sorted(dated.collect());
        // Periods do not tell everything: of figures of the same one the best comes first.
        for alike in dated.chunk_by_mut(|(a, _), (b, _)| a == b) {
            if alike.len() == 1 {
                continue;
            }
            let figures = alike.iter().filter_map(|(_, row)| data.observation(*row));
            let mut figures: Vec<Observation<'_>> = figures.collect();
            order::sort_by(&mut figures, |a, b| by_age(b, a));
            for ((_, slot), figure) in alike.iter_mut().zip(figures) {
                *slot = figure.row;
            }
        }
        let (mut keys, mut ends, mut end) = (Vec::new(), Vec::new(), 0);
        for group in dated.chunk_by(|(a, _), (b, _)| a >> 16 == b >> 16) {
            end += group.len();
            keys.extend(group.first().map(|(age, _)| (age >> 16) as u32));
            ends.push(end);
        }
        Self {
            rows: dated.into_iter().map(|(_, row)| row).collect(),
            keys,
            ends,
        }
    }

    /// The outcomes of an indicator in an area, the newest first, as
    /// [`newest`](super::outcome::newest) says.
    pub fn of<'a>(
        &self,
        data: &'a Dataset,
        indicator: Code,
        area: Code,
    ) -> impl Iterator<Item = Observation<'a>> {
        let rows = self.rows(indicator, area).iter();
        rows.filter_map(|row| data.observation(*row))
    }

    /// Those of them whose period ends between two moments, with this period. They are found without a look at
    /// the others.
    pub fn ending(
        &self,
        data: &Dataset,
        (indicator, area): (Code, Code),
        (from, to): (f64, f64),
    ) -> impl Iterator<Item = (Row, Period)> {
        let after = data.periods.partition_point(|period| period.end() <= to);
        let first = data.periods.partition_point(|period| period.end() < from);
        let rows = self.rows(indicator, area);
        let own = rows.partition_point(|row| code(data, *row) >= after);
        let own = rows.get(own..).unwrap_or_default().iter();
        let own = own.take_while(move |row| code(data, **row) >= first);
        own.filter_map(|row| Some((*row, data.period(*row)?)))
    }

    /// The newest of them whose period has ended by a moment.
    #[must_use]
    pub fn newest_until(
        &self,
        data: &Dataset,
        (indicator, area): (Code, Code),
        moment: f64,
    ) -> Option<Row> {
        let after = data
            .periods
            .partition_point(|period| period.end() <= moment);
        let rows = self.rows(indicator, area);
        let first = rows.partition_point(|row| code(data, *row) >= after);
        rows.get(first).copied()
    }

    /// Each indicator and area that has outcomes, with these.
    pub fn iter(&self) -> impl Iterator<Item = ((Code, Code), &[Row])> {
        let groups = self.keys.iter().enumerate();
        groups.map(|(group, key)| (((key >> 16) as Code, *key as Code), self.group(group)))
    }

    fn rows(&self, indicator: Code, area: Code) -> &[Row] {
        let group = self.keys.binary_search(&key(indicator, area));
        group.map_or(&[], |group| self.group(group))
    }

    fn group(&self, group: usize) -> &[Row] {
        let before = group.checked_sub(1);
        let start = before.and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(group).copied().unwrap_or_default();
        let own = self.rows.get(start.unwrap_or_default()..end);
        own.unwrap_or_default()
    }
}

/// The period of a figure by its place in time.
fn code(data: &Dataset, row: Row) -> usize {
    let code = data.observations.period.get(row as usize);
    code.map_or(0, usize::from)
}

/// A number that orders by indicator, by area, and the newest period first: their codes are in the order
/// of time.
fn age(data: &Dataset, row: Row) -> Option<u64> {
    let (columns, index) = (&data.observations, row as usize);
    let key = key(columns.indicator.get(index)?, columns.area.get(index)?);
    let period = Code::MAX - columns.period.get(index)?;
    Some(u64::from(key) << 16 | u64::from(period))
}

fn key(indicator: Code, area: Code) -> u32 {
    u32::from(indicator) << 16 | u32::from(area)
}
