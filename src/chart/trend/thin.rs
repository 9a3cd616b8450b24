//! What can be seen of more figures than there are pixels.

use guatu_scan::reach;

/// Of the figures of each column of pixels the first, the lowest, the highest and the last: a line through
/// these covers in every column what the line through all figures would. `times` ascend, and each has its
/// value; `column` says in which column a time is, and never goes back.
pub(super) fn thin(
    mut times: &[f64],
    mut values: &[f64],
    column: impl Fn(f64) -> i32,
) -> Vec<(i32, f64)> {
    let mut points = Vec::new();
    while let Some(time) = times.first() {
        let at = column(*time);
        let count = times.partition_point(|time| column(*time) <= at).max(1);
        let (here, later) = values.split_at(count.min(values.len()));
        if let (Some(first), Some((low, high)), Some(last)) =
            (here.first(), reach(here), here.last())
        {
            points.extend([*first, low, high, *last].map(|value| (at, value)));
        }
        times = times.get(count..).unwrap_or_default();
        values = later;
    }
    points.dedup();
    points
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::thin;

    /// First, lowest, highest and last of each column.
    fn columns(points: impl Iterator<Item = (i32, f64)>) -> BTreeMap<i32, [f64; 4]> {
        let mut columns = BTreeMap::new();
        for (column, value) in points {
            let seen: &mut [f64; 4] = columns.entry(column).or_insert([value; 4]);
            *seen = [seen[0], seen[1].min(value), seen[2].max(value), value];
        }
        columns
    }

    proptest! {
        #[test]
        fn every_column_reaches_as_far_as_before_and_is_entered_and_left_where_it_was(
            mut times in prop::collection::vec(0.0..50.0_f64, 0..300),
            values in prop::collection::vec(-9.0..9.0_f64, 300),
        ) {
            times.sort_by(f64::total_cmp);
            let column = |time: f64| time.floor() as i32;
            let all = times.iter().zip(&values).map(|(time, value)| (column(*time), *value));
            let values = &values[..times.len()];
            let points = thin(&times, values, column);
            prop_assert!(points.len() <= 4 * 50);
            prop_assert!(points.is_sorted_by_key(|(column, _)| *column));
            prop_assert_eq!(columns(points.into_iter()), columns(all));
        }
    }
}
