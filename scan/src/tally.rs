//! How many rows have each code, the filter of the code's own column left out.

use crate::failures::BLOCK;
use crate::{Codes, Failures};

/// The counts of each column's codes below its domain, in one pass over the rows.
#[must_use]
pub fn tally(failures: &Failures, columns: &[(&Codes, usize)]) -> Vec<Vec<u32>> {
    // One place more for rows without a code.
    let places = columns.iter().map(|(_, domain)| vec![0_u32; domain + 1]);
    let mut counts: Vec<Vec<u32>> = places.collect();
    for (at, block) in failures.bytes().chunks(BLOCK).enumerate() {
        if block.iter().fold(true, |idle, byte| idle & has_two(*byte)) {
            continue;
        }
        for (row, byte) in (at * BLOCK..).zip(block) {
            if *byte == 0 {
                for ((codes, _), counts) in columns.iter().zip(&mut counts) {
                    count(counts, codes, row);
                }
            } else if !has_two(*byte) {
                let own = byte.trailing_zeros() as usize;
                if let (Some((codes, _)), Some(counts)) = (columns.get(own), counts.get_mut(own)) {
                    count(counts, codes, row);
                }
            }
        }
    }
    for (counts, (_, domain)) in counts.iter_mut().zip(columns) {
        counts.truncate(*domain);
    }
    counts
}

/// Whether two bits or more are set.
const fn has_two(byte: u8) -> bool {
    byte & byte.wrapping_sub(1) != 0
}

fn count(counts: &mut [u32], codes: &Codes, row: usize) {
    if let Some(count) = codes
        .get(row)
        .and_then(|code| counts.get_mut(usize::from(code)))
    {
        *count += 1;
    }
}
