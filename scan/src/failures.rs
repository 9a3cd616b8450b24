//! Which columns each row fails.

use std::ops::BitOr;

use crate::deal::used;
use crate::{Code, Codes};

/// Rows are looked at in so many at a time: where all bytes of a block are of no interest, its rows are passed
/// over without a branch each.
pub(super) const BLOCK: usize = 64;

/// One byte a row, with a bit for each column that the row fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failures(Vec<u8>);

impl Failures {
    /// Rows that fail nothing.
    #[must_use]
    pub fn none(rows: usize) -> Self {
        Self(vec![0; rows])
    }

    /// The bytes of the rows.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Makes a row fail every column, until they are cleared or marked again.
    pub fn fail(&mut self, row: usize) {
        if let Some(byte) = self.0.get_mut(row) {
            *byte = u8::MAX;
        }
    }

    /// Makes every row fail in which nothing is found: of each column it is told which codes are. What no column
    /// finds, `is_found` is asked for, unless the row fails all the same.
    pub fn search(&mut self, columns: &[(&Codes, &[bool])], is_found: &dyn Fn(usize) -> bool) {
        let finding = columns.iter().filter(|(_, codes)| codes.contains(&true));
        let finding: Vec<(&Codes, &[bool])> = finding.copied().collect();
        for (row, byte) in self.0.iter_mut().enumerate() {
            let is_in = |(codes, found): &(&Codes, &[bool])| {
                codes.get(row).and_then(|code| found.get(usize::from(code))) == Some(&true)
            };
            if *byte != u8::MAX && !finding.iter().any(is_in) && !is_found(row) {
                *byte = u8::MAX;
            }
        }
    }

    /// Takes the bit of a column from every row.
    pub fn clear(&mut self, column: usize) {
        let others = !(1_u8 << column);
        self.0.iter_mut().for_each(|byte| *byte &= others);
    }

    /// Sets the bit of a column anew: in every row that has none of the chosen codes.
    pub fn mark(&mut self, column: usize, codes: &Codes, chosen: &[Code]) {
        let bit = 1_u8 << column;
        match codes {
            Codes::Narrow(codes) => {
                let chosen = chosen.iter().filter_map(|code| u8::try_from(*code).ok());
                mark(&mut self.0, codes, bit, &chosen.collect::<Vec<u8>>());
            }
            Codes::Wide(codes) => mark(&mut self.0, codes, bit, chosen),
        }
    }

    /// How many rows pass. A function that is compiled here, for speed, as the rows' iterator is not.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.iter().map(|byte| usize::from(*byte == 0)).sum()
    }

    /// Those of some rows that pass, as they stand.
    #[must_use]
    pub fn passing_of(&self, rows: &[u32]) -> Vec<u32> {
        let rows = rows.iter().copied();
        rows.filter(|row| self.0.get(*row as usize) == Some(&0))
            .collect()
    }

    /// How many rows that pass have each pair of codes below the domains of two columns: for each code of the first
    /// those of the second.
    #[must_use]
    pub fn crossed(&self, one: (&Codes, usize), other: (&Codes, usize)) -> Vec<u32> {
        let ((one, ones), (other, others)) = (one, other);
        let mut counts = vec![0_u32; ones * others];
        for row in self.passing() {
            let codes = one.get(row).zip(other.get(row));
            let place = codes.map(|(one, other)| (usize::from(one), usize::from(other)));
            let place = place.filter(|(one, other)| *one < ones && *other < others);
            let count = place.and_then(|(one, other)| counts.get_mut(one * others + other));
            if let Some(count) = count {
                *count += 1;
            }
        }
        counts
    }

    /// The codes that rows which pass have in a column, as [`first_used`](crate::first_used) has them.
    #[must_use]
    pub fn first_used(&self, codes: &Codes, domain: usize, most: usize) -> Vec<Code> {
        used(&mut self.passing(), codes, domain, most)
    }

    /// The rows that pass, in their order.
    pub fn passing(&self) -> impl Iterator<Item = usize> {
        let blocks = self.0.chunks(BLOCK).enumerate();
        let blocks = blocks.filter(|(_, block)| block.contains(&0));
        blocks.flat_map(|(at, block)| {
            let rows = block.iter().enumerate().filter(|(_, byte)| **byte == 0);
            rows.map(move |(row, _)| at * BLOCK + row)
        })
    }
}

/// A few chosen codes are compared with, which processors do for many rows at once; of more a table tells.
fn mark<T: Copy + Eq + Into<usize>>(bytes: &mut [u8], codes: &[T], bit: u8, chosen: &[T]) {
    match *chosen {
        [] => compare(bytes, codes, bit, []),
        [a] => compare(bytes, codes, bit, [a]),
        [a, b] => compare(bytes, codes, bit, [a, b]),
        [a, b, c] => compare(bytes, codes, bit, [a, b, c]),
        [a, b, c, d] => compare(bytes, codes, bit, [a, b, c, d]),
        _ => {
            let last = chosen.iter().map(|code| (*code).into()).max();
            let mut table = vec![false; last.unwrap_or_default() + 1];
            for code in chosen {
                if let Some(slot) = table.get_mut((*code).into()) {
                    *slot = true;
                }
            }
            set(bytes, codes, bit, |code| {
                table.get(code.into()) == Some(&true)
            });
        }
    }
}

fn compare<T: Copy + Eq, const N: usize>(bytes: &mut [u8], codes: &[T], bit: u8, chosen: [T; N]) {
    // Every one is compared with: to stop at the first would be a branch in each row.
    set(bytes, codes, bit, |code| {
        let equal = chosen.iter().map(|chosen| u8::from(*chosen == code));
        equal.fold(0, BitOr::bitor) != 0
    });
}

fn set<T: Copy>(bytes: &mut [u8], codes: &[T], bit: u8, is_chosen: impl Fn(T) -> bool) {
    for (byte, code) in bytes.iter_mut().zip(codes) {
        let failed = if is_chosen(*code) { 0 } else { bit };
        *byte = *byte & !bit | failed;
    }
}
