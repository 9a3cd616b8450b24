//! Figures that must not be compared.

use crate::dataset::{Dataset, RelationKind, Row};
use crate::order;

/// Every pair of figures that the data call not comparable, looked up rather than looked for: a chart of very
/// many figures asks of each.
pub(super) struct Apart(Vec<(Row, Row)>);

impl Apart {
    pub(super) fn of(data: &Dataset) -> Self {
        let pairs = data.relations.iter();
        let pairs = pairs.filter(|pair| pair.kind == RelationKind::NotComparable);
        let mut pairs: Vec<_> = pairs.map(|pair| ordered(pair.from, pair.to)).collect();
        order::sort_by_key(&mut pairs, |pair| *pair);
        pairs.dedup();
        Self(pairs)
    }

    /// Whether the data say of two figures that they must not be compared.
    pub(super) fn has(&self, a: Row, b: Row) -> bool {
        self.0.binary_search(&ordered(a, b)).is_ok()
    }

    /// The pairs among some rows, as places in these, in the order of the first and then of the second.
    pub(super) fn among(&self, rows: &[Row]) -> Vec<(usize, usize)> {
        let mut places: Vec<(Row, usize)> = rows.iter().copied().zip(0..).collect();
        order::sort_by_key(&mut places, |place| *place);
        let place = |row: Row| {
            let found = places
                .binary_search_by_key(&row, |(known, _)| *known)
                .ok()?;
            places.get(found).map(|(_, place)| *place)
        };
        let pairs = self.0.iter();
        let mut pairs: Vec<_> = pairs
            .filter_map(|(a, b)| Some((place(*a)?, place(*b)?)))
            .map(|(a, b)| (a.min(b), a.max(b)))
            .collect();
        order::sort_by_key(&mut pairs, |pair| *pair);
        pairs
    }
}

fn ordered(a: Row, b: Row) -> (Row, Row) {
    (a.min(b), a.max(b))
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use super::Apart;
    use crate::dataset::{RelationKind, Row, Tables, load};
    use crate::plot::are_related;

    #[test]
    fn the_pairs_are_those_of_the_data_in_the_order_of_the_rows() {
        let data = load(&Tables::built_in()).expect("no fault");
        let apart = Apart::of(&data);
        let is_apart = |a: Row, b: Row| are_related(&data, RelationKind::NotComparable, a, b);
        // Neither all rows nor in their order.
        let last = data.iter().count() as Row;
        let rows: Vec<Row> = (0..last).rev().filter(|row| row % 7 > 0).collect();
        let mut expected = Vec::new();
        for (at, a) in rows.iter().enumerate() {
            for (other, b) in rows.iter().enumerate() {
                assert_eq!(apart.has(*a, *b), is_apart(*a, *b));
                if at < other && is_apart(*a, *b) {
                    expected.push((at, other));
                }
            }
        }
        assert!(!expected.is_empty());
        assert_eq!(apart.among(&rows), expected);
    }
}
