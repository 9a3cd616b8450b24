//! Sorting, with one copy of the sorting code for the whole program.
//!
//! The standard library's sort is compiled anew for each type and each comparison, some 5 KB of
//! WebAssembly a time: thirty of them were a sixth of the program. Here only the comparison is
//! compiled anew; it is called through a pointer, and what is moved are positions.

use std::cmp::Ordering;

/// Sorts by a comparison. Equal items keep their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = sorted(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut places = places(&order);
    for index in 0..items.len() {
        // Each swap brings one item to its place, so there are no more swaps than items.
        while let Some(place) = places.get(index).copied().filter(|place| *place != index) {
            items.swap(index, place);
            places.swap(index, place);
        }
    }
}

/// Sorts by a key. Equal items keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The positions of so many items in the order that a comparison of two positions gives.
fn sorted(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Where each item comes to stand.
fn places(order: &[usize]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    for (place, item) in order.iter().enumerate() {
        if let Some(slot) = places.get_mut(*item) {
            *slot = place;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_standard_library() {
        // Every length up to 40, with keys that recur and are in no order.
        for len in 0..40_usize {
            let items: Vec<(usize, usize)> = (0..len).map(|n| (n * 7 % 11 % 5, n)).collect();
            let mut ours = items.clone();
            sort_by_key(&mut ours, |item| item.0);
            let mut theirs = items;
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs);
        }
    }
}
