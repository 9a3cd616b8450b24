//! The scan behind every filter: narrow columns of codes, one byte a row for what the row fails, and one pass
//! that counts.
//!
//! Invariants, which tests hold against a naive definition:
//!
//! - a column has at most 8 neighbours, each with a bit of its own in the byte of a row;
//! - the bit is set where the column has chosen codes and the row's is none of them;
//! - a row passes where its byte is 0. It counts for a code of a column where no bit but that column's own is
//!   set: the count beside a choice leaves out the filter of its own column;
//! - so a row with two bits or more counts nowhere, and most rows are passed over by their bytes alone.
//!
//! Nothing here knows what a figure is. Start at [`Failures`]; [`order`] sorts, [`sorted`] does so by numbers, and
//! [`ends`] is what a chart of very many numbers asks of each column of pixels. A package of its own, for it is
//! compiled for speed where most of the page is compiled for its weight.

mod codes;
mod deal;
mod ends;
mod failures;
pub mod order;
mod tally;

pub use codes::Codes;
pub use deal::{first_used, further, keyed, ranked, sorted};
pub use ends::ends;
pub use failures::Failures;
pub use tally::tally;

/// Stands in a column for one of the values of its domain.
pub type Code = u16;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Columns by the plainest definition: a code or none in each row.
    type Plain = Vec<Vec<Option<Code>>>;

    /// Domains on both sides of what a byte holds.
    const DOMAINS: [usize; 8] = [1, 2, 5, 40, 254, 255, 256, 300];

    fn any_rows() -> impl Strategy<Value = Plain> {
        (0..200_usize).prop_flat_map(|rows| {
            DOMAINS
                .map(|domain| {
                    let last = Code::try_from(domain).unwrap_or(Code::MAX);
                    // Small codes, so that rows meet the same choices.
                    let code = prop_oneof![0..last.min(4), 0..last];
                    prop::collection::vec(prop::option::weighted(0.9, code), rows)
                })
                .prop_map(Vec::from)
        })
    }

    /// Changes of a filter: a column and what is chosen of it then.
    fn any_changes() -> impl Strategy<Value = Vec<(usize, Option<Vec<Code>>)>> {
        let code = prop_oneof![0..4_u16, 0..310_u16];
        let chosen = prop::option::weighted(0.8, prop::collection::vec(code, 0..7));
        prop::collection::vec((0..DOMAINS.len(), chosen), 0..12)
    }

    fn passes(plain: &Plain, chosen: &[Option<Vec<Code>>], row: usize, but: Option<usize>) -> bool {
        let mut columns = plain.iter().zip(chosen).enumerate();
        columns.all(|(at, (codes, chosen))| match chosen {
            Some(chosen) if but != Some(at) => {
                codes[row].is_some_and(|code| chosen.contains(&code))
            }
            _ => true,
        })
    }

    proptest! {
        #[test]
        fn a_search_keeps_what_a_column_or_the_rest_finds(
            plain in any_rows(),
            found in prop::collection::vec(prop::collection::vec(any::<bool>(), 300), DOMAINS.len()),
            every in 1..5_usize,
        ) {
            let columns: Vec<Codes> = plain
                .iter()
                .zip(DOMAINS)
                .map(|(codes, domain)| Codes::new(codes.iter().map(|code| code.unwrap_or(Code::MAX)), domain))
                .collect();
            let rows = plain[0].len();
            let asked: Vec<(&Codes, &[bool])> = columns
                .iter()
                .zip(&found)
                .zip(DOMAINS)
                .map(|((codes, found), domain)| (codes, &found[..domain.min(300)]))
                .collect();
            let mut failures = Failures::none(rows);
            failures.search(&asked[2..4], &|row| row % every == 0);
            let is_in = |at: usize, row: usize| plain[at][row].is_some_and(|code| found[at][usize::from(code)]);
            let expected = (0..rows).filter(|row| is_in(2, *row) || is_in(3, *row) || row % every == 0);
            prop_assert_eq!(failures.passing().collect::<Vec<_>>(), expected.collect::<Vec<_>>());
            let all: Vec<u32> = (0..rows as u32).rev().collect();
            let passing = failures.passing_of(&all).into_iter().rev().map(|row| row as usize);
            prop_assert_eq!(passing.collect::<Vec<_>>(), failures.passing().collect::<Vec<_>>());
        }

        #[test]
        fn after_any_changes_rows_and_counts_are_those_of_the_plain_definition(
            plain in any_rows(),
            changes in any_changes(),
        ) {
            let columns: Vec<Codes> = plain
                .iter()
                .zip(DOMAINS)
                .map(|(codes, domain)| Codes::new(codes.iter().map(|code| code.unwrap_or(Code::MAX)), domain))
                .collect();
            let rows = plain[0].len();
            let mut failures = Failures::none(rows);
            let mut chosen: Vec<Option<Vec<Code>>> = vec![None; DOMAINS.len()];
            for (at, codes) in changes {
                // A code that the column has not is chosen by nobody.
                let codes = codes.map(|codes| {
                    codes.into_iter().filter(|code| usize::from(*code) < DOMAINS[at]).collect::<Vec<_>>()
                });
                match &codes {
                    None => failures.clear(at),
                    Some(codes) => failures.mark(at, &columns[at], codes),
                }
                chosen[at] = codes;
            }
            let expected: Vec<usize> = (0..rows).filter(|row| passes(&plain, &chosen, *row, None)).collect();
            prop_assert_eq!(failures.count(), expected.len());
            prop_assert_eq!(failures.passing().collect::<Vec<_>>(), &expected[..]);
            let pairs: Vec<(&Codes, usize)> = columns.iter().zip(DOMAINS).collect();
            for (at, counts) in tally(&failures, &pairs).into_iter().enumerate() {
                let mut expected = vec![0; DOMAINS[at]];
                for row in 0..rows {
                    if let Some(code) = plain[at][row] && passes(&plain, &chosen, row, Some(at)) {
                        expected[usize::from(code)] += 1;
                    }
                }
                prop_assert_eq!(counts, expected);
            }
            let mut crossed = vec![0; DOMAINS[2] * DOMAINS[7]];
            for row in &expected {
                if let (Some(one), Some(other)) = (plain[2][*row], plain[7][*row]) {
                    crossed[usize::from(one) * DOMAINS[7] + usize::from(other)] += 1;
                }
            }
            prop_assert_eq!(failures.crossed(pairs[2], pairs[7]), crossed);
            let passing: Vec<u32> = expected.iter().map(|row| *row as u32).collect();
            let used = first_used(&passing, &columns[7], DOMAINS[7], 3);
            prop_assert_eq!(failures.first_used(&columns[7], DOMAINS[7], 3), used);
            // A row that fails for another reason passes nowhere and counts nowhere.
            if let Some(last) = expected.last() {
                let before = tally(&failures, &pairs);
                failures.fail(*last);
                prop_assert_eq!(failures.passing().count() + 1, expected.len());
                for (at, (before, after)) in before.iter().zip(tally(&failures, &pairs)).enumerate() {
                    let one = usize::from(plain[at][*last].is_some());
                    prop_assert_eq!(before.iter().sum::<u32>() as usize, after.iter().sum::<u32>() as usize + one);
                }
            }
        }
    }
}
