//! What can be seen of more figures than there are pixels.

use guatu_scan::reach;

/// What the figures in one column of pixels come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Column {
    /// Which column.
    pub(super) at: i32,
    pub(super) first: f64,
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) last: f64,
}

/// Of the figures of each column of pixels the first, the lowest, the highest and the last: a line through
/// these covers in every column what the line through all figures would. `times` ascend, and each has its
/// value; `column` says in which column a time is, and never goes back.
pub(super) fn thin(
    mut times: &[f64],
    mut values: &[f64],
    column: impl Fn(f64) -> i32,
) -> Vec<Column> {
    let mut columns = Vec::new();
    while let Some(time) = times.first() {
        let at = column(*time);
        let count = times.partition_point(|time| column(*time) <= at).max(1);
        let (here, later) = values.split_at(count.min(values.len()));
        if let (Some(first), Some((low, high)), Some(last)) =
            (here.first(), reach(here), here.last())
        {
            columns.push(Column {
                at,
                first: *first,
                low,
                high,
                last: *last,
            });
        }
        times = times.get(count..).unwrap_or_default();
        values = later;
    }
    columns
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::{Column, thin};

    proptest! {
        #[test]
        fn every_column_reaches_as_far_as_its_figures_and_is_entered_and_left_where_they_are(
            mut times in prop::collection::vec(0.0..50.0_f64, 0..300),
            values in prop::collection::vec(-9.0..9.0_f64, 300),
        ) {
            times.sort_by(f64::total_cmp);
            let values = &values[..times.len()];
            let column = |time: f64| time.floor() as i32;
            let mut expected: Vec<Column> = Vec::new();
            for (time, value) in times.iter().zip(values) {
                let (at, value) = (column(*time), *value);
                match expected.last_mut().filter(|known| known.at == at) {
                    Some(known) => {
                        known.low = known.low.min(value);
                        known.high = known.high.max(value);
                        known.last = value;
                    }
                    None => expected.push(Column { at, first: value, low: value, high: value, last: value }),
                }
            }
            prop_assert_eq!(thin(&times, values, column), expected);
        }
    }
}
