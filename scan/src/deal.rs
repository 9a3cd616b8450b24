//! An order of rows by numbers: passes over bytes, which take the same time however the rows stand.

use crate::{Code, Codes};

/// How many bytes a number has, and how many values a byte.
const BYTES: usize = 8;
const VALUES: usize = 256;

/// How often each value of a byte occurs, for each byte of a number.
type Counts = [[u32; VALUES]; BYTES];

/// Rows with the rank of the code that each has in a column; one without a rank comes last.
#[must_use]
pub fn ranked(rows: &[u32], codes: &Codes, ranks: &[u64]) -> Vec<(u64, u32)> {
    let rank = |row: &u32| {
        let code = codes.get(*row as usize);
        let rank = code.and_then(|code| ranks.get(usize::from(code)));
        (rank.copied().unwrap_or(u64::MAX), *row)
    };
    rows.iter().map(rank).collect()
}

/// Rows with the codes that each has in some columns, those of the first before those of the next, as one number.
#[must_use]
pub fn keyed(rows: &[u32], columns: &[&Codes]) -> Vec<(u64, u32)> {
    further(rows.iter().map(|row| (0, *row)).collect(), columns)
}

/// Numbered rows with the codes that each has in some columns after its number: what orders those of equal numbers.
#[must_use]
pub fn further(mut keyed: Vec<(u64, u32)>, columns: &[&Codes]) -> Vec<(u64, u32)> {
    for codes in columns {
        for (number, row) in &mut keyed {
            let code = codes.get(*row as usize).unwrap_or(Code::MAX);
            *number = *number << Code::BITS | u64::from(code);
        }
    }
    keyed
}

/// The codes that rows have in a column, each below `domain` once, in the order of their first use; no longer looked
/// for than until there are so many.
#[must_use]
pub fn first_used(rows: &[u32], codes: &Codes, domain: usize, most: usize) -> Vec<Code> {
    let mut rows = rows.iter().map(|row| *row as usize);
    used(&mut rows, codes, domain, most)
}

pub(super) fn used(
    rows: &mut dyn Iterator<Item = usize>,
    codes: &Codes,
    domain: usize,
    most: usize,
) -> Vec<Code> {
    let mut is_used = vec![false; domain];
    let mut used = Vec::new();
    for row in rows {
        let code = codes.get(row);
        let slot = code.and_then(|code| Some((code, is_used.get_mut(usize::from(code))?)));
        if let Some((code, is_used)) = slot.filter(|(_, is_used)| !**is_used) {
            *is_used = true;
            used.push(code);
            if used.len() >= most {
                break;
            }
        }
    }
    used
}

/// Orders rows by their numbers, the least first; rows of equal numbers stay as they stand.
#[must_use]
pub fn sorted(mut rows: Vec<(u64, u32)>) -> Vec<(u64, u32)> {
    let counts = counts(&rows);
    let mut others = vec![(0, 0); rows.len()];
    for (byte, counts) in counts.iter().enumerate() {
        // A byte that is the same in all numbers orders nothing.
        if counts.iter().any(|count| *count as usize == rows.len()) {
            continue;
        }
        deal(&rows, &mut others, byte, counts);
        std::mem::swap(&mut rows, &mut others);
    }
    rows
}

fn counts(rows: &[(u64, u32)]) -> Counts {
    let mut counts = [[0; VALUES]; BYTES];
    for (number, _) in rows {
        for (counts, byte) in counts.iter_mut().zip(number.to_le_bytes()) {
            if let Some(count) = counts.get_mut(usize::from(byte)) {
                *count += 1;
            }
        }
    }
    counts
}

/// Puts what stands in `from` into the order of one byte.
fn deal(from: &[(u64, u32)], to: &mut [(u64, u32)], byte: usize, counts: &[u32; VALUES]) {
    let mut places = [0_usize; VALUES];
    let mut next = 0;
    for (place, count) in places.iter_mut().zip(counts) {
        *place = next;
        next += *count as usize;
    }
    for one in from {
        let value = (one.0 >> (8 * byte)) as u8;
        if let Some(place) = places.get_mut(usize::from(value)) {
            if let Some(slot) = to.get_mut(*place) {
                *slot = *one;
            }
            *place += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_the_standard_library(
            numbers in prop::collection::vec(
                prop_oneof![0..4_u64, 0..70_000_u64, any::<u64>(), Just(u64::MAX)],
                0..300,
            ),
        ) {
            let rows: Vec<(u64, u32)> = numbers.into_iter().zip(0..).collect();
            let mut expected = rows.clone();
            expected.sort_by_key(|(number, _)| *number);
            prop_assert_eq!(sorted(rows), expected);
        }

        #[test]
        fn ranks_and_first_uses_are_those_of_the_plain_definition(
            codes in prop::collection::vec(0..300_u16, 0..200),
            most in 0..310_usize,
        ) {
            let rows: Vec<u32> = (0..codes.len() as u32).rev().collect();
            let column = Codes::new(codes.iter().copied(), 299);
            let ranks: Vec<u64> = (0..299).map(|code| code * 7 % 13).collect();
            let of = |row: u32| usize::from(codes[row as usize]);
            let expected = rows.iter().map(|row| (ranks.get(of(*row)).copied().unwrap_or(u64::MAX), *row));
            prop_assert_eq!(ranked(&rows, &column, &ranks), expected.collect::<Vec<_>>());
            let narrow = Codes::new(codes.iter().map(|code| code % 7), 7);
            let key = |row: u32| u64::from(of(row).min(299) as u16) << 16 | (of(row) % 7) as u64;
            let keys: Vec<(u64, u32)> = rows.iter().map(|row| (key(*row), *row)).collect();
            prop_assert_eq!(&keyed(&rows, &[&column, &narrow]), &keys);
            prop_assert_eq!(further(keyed(&rows, &[&column]), &[&narrow]), keys);
            let mut ordered: Vec<u32> = (0..codes.len() as u32).collect();
            ordered.sort_by_key(|row| of(*row).min(299));
            prop_assert_eq!(column.ordered(299), ordered);
            let mut used: Vec<u16> = Vec::new();
            for code in rows.iter().map(|row| codes[*row as usize]).filter(|code| *code < 299) {
                if !used.contains(&code) {
                    used.push(code);
                }
            }
            used.truncate(most.max(1));
            prop_assert_eq!(first_used(&rows, &column, 299, most), used);
        }
    }
}
