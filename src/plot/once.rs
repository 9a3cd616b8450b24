//! Facts that are printed twice.

use std::cmp::Ordering;

use crate::dataset::Observation;
use crate::order;
use crate::query::same::repeats;

/// The figures without those that print again what an earlier one says: a fact printed twice is
/// drawn once, and stands twice in the list of printings.
pub(super) fn once<'a>(figures: impl IntoIterator<Item = Observation<'a>>) -> Vec<Observation<'a>> {
    let mut figures: Vec<_> = figures.into_iter().enumerate().collect();
    // Side by side, and in their order, what could be the same fact: nothing else is compared.
    order::sort_by(&mut figures, |(_, a), (_, b)| by_fact(a, b));
    let mut kept: Vec<(usize, Observation<'a>)> = Vec::new();
    for (place, figure) in figures {
        let known = kept.iter().rev().map(|(_, known)| known);
        let mut rivals = known.take_while(|known| by_fact(known, &figure).is_eq());
        if !rivals.any(|known| repeats(known, &figure)) {
            kept.push((place, figure));
        }
    }
    order::sort_by_key(&mut kept, |(place, _)| *place);
    kept.into_iter().map(|(_, figure)| figure).collect()
}

fn by_fact(a: &Observation<'_>, b: &Observation<'_>) -> Ordering {
    let area = a.area_code.cmp(&b.area_code);
    area.then(a.period.chronological(b.period))
        .then(a.kind.cmp(&b.kind))
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use super::once;
    use crate::dataset::{Row, Tables, load};
    use crate::query::same::repeats;

    #[test]
    fn what_is_left_out_is_what_an_earlier_figure_that_stays_says() {
        let data = load(&Tables::built_in()).expect("no fault");
        // Of all indicators together, in which many more figures are alike than in one.
        let mut kept = Vec::new();
        for figure in data.iter() {
            if !kept.iter().any(|known| repeats(known, &figure)) {
                kept.push(figure);
            }
        }
        let rows: Vec<Row> = once(data.iter()).iter().map(|figure| figure.row).collect();
        let expected: Vec<Row> = kept.iter().map(|figure| figure.row).collect();
        assert_eq!(rows, expected);
        assert!(rows.len() < data.iter().count());
    }
}
