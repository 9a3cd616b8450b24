//! The facets of a generated set, filtered and counted by `guatu_scan`.

use guatu_scan::{Codes, Failures, tally};

use crate::work::{Change, DOMAINS, PERIOD};

/// Columns, values, and what each row fails of the present choices.
#[derive(Clone, Debug)]
pub struct Facets {
    columns: Vec<Codes>,
    values: Vec<f64>,
    failures: Failures,
}

/// What is known after a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// For each column how many rows each of its values has, the column's own choice left out.
    pub counts: Vec<Vec<u32>>,
    /// The mean of the values of the rows that pass, period by period; no number where none does.
    pub means: Vec<f64>,
}

impl Facets {
    /// Rows without a choice: codes and values have one entry a row.
    #[must_use]
    pub fn new(columns: impl IntoIterator<Item = Vec<u16>>, values: Vec<f64>) -> Self {
        let columns = columns.into_iter().zip(DOMAINS);
        Self {
            columns: columns
                .map(|(codes, domain)| Codes::new(codes.into_iter(), usize::from(domain)))
                .collect(),
            failures: Failures::none(values.len()),
            values,
        }
    }

    /// Takes every choice away.
    pub fn reset(&mut self) {
        self.failures = Failures::none(self.values.len());
    }

    /// The answer to a change.
    pub fn change(&mut self, change: &Change) -> Answer {
        if change.codes.is_empty() {
            self.failures.clear(change.column);
        } else if let Some(codes) = self.columns.get(change.column) {
            self.failures.mark(change.column, codes, &change.codes);
        }
        let domains = DOMAINS.map(usize::from);
        let columns: Vec<_> = self.columns.iter().zip(domains).collect();
        Answer {
            counts: tally(&self.failures, &columns),
            means: self.means(),
        }
    }

    fn means(&self) -> Vec<f64> {
        let periods = DOMAINS.get(PERIOD).copied().unwrap_or_default();
        let mut sums = vec![(0.0, 0_u32); usize::from(periods)];
        if let Some(codes) = self.columns.get(PERIOD) {
            for row in self.failures.passing() {
                let sum = codes
                    .get(row)
                    .and_then(|code| sums.get_mut(usize::from(code)));
                if let (Some((sum, count)), Some(value)) = (sum, self.values.get(row)) {
                    *sum += value;
                    *count += 1;
                }
            }
        }
        let means = sums.into_iter().map(|(sum, count)| sum / f64::from(count));
        means.collect()
    }

    /// What is held for a row, in bytes: its codes, its value, and the byte of what it fails.
    #[must_use]
    pub fn bytes_per_row(&self) -> usize {
        let codes = self.columns.iter().map(|codes| match codes {
            Codes::Narrow(_) => size_of::<u8>(),
            Codes::Wide(_) => size_of::<u16>(),
        });
        codes.sum::<usize>() + size_of::<f64>() + size_of::<u8>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::{self, Spread, script};

    /// The answer by its plainest definition.
    fn plain(columns: &[Vec<u16>], values: &[f64], chosen: &[Vec<u16>]) -> Answer {
        let passes = |row: usize, but: Option<usize>| {
            let mut all = columns.iter().zip(chosen).enumerate();
            all.all(|(at, (codes, chosen))| {
                but == Some(at) || chosen.is_empty() || chosen.contains(&codes[row])
            })
        };
        let rows = || 0..values.len();
        let count = |at: usize, code: u16| {
            let found = rows().filter(|row| columns[at][*row] == code && passes(*row, Some(at)));
            u32::try_from(found.count()).expect("few rows")
        };
        let mean = |period: u16| {
            let found = rows().filter(|row| columns[PERIOD][*row] == period && passes(*row, None));
            let found: Vec<f64> = found.map(|row| values[row]).collect();
            found.iter().sum::<f64>() / found.len() as f64
        };
        let all = DOMAINS.iter().enumerate();
        Answer {
            counts: all
                .map(|(at, domain)| (0..*domain).map(|code| count(at, code)).collect())
                .collect(),
            means: (0..DOMAINS[PERIOD]).map(mean).collect(),
        }
    }

    #[test]
    fn every_answer_is_that_of_the_plain_definition() {
        for spread in [Spread::Uniform, Spread::Skewed] {
            let columns: Vec<Vec<u16>> = (0..7).map(|at| work::column(at, 800, spread)).collect();
            let values = work::values(800);
            let mut facets = Facets::new(columns.clone(), values.clone());
            let mut chosen = vec![Vec::new(); DOMAINS.len()];
            for change in script(30) {
                let answer = facets.change(&change);
                chosen[change.column] = change.codes;
                let expected = plain(&columns, &values, &chosen);
                assert_eq!(answer.counts, expected.counts);
                let bits = |answer: &Answer| -> Vec<Option<u64>> {
                    let means = answer.means.iter();
                    means
                        .map(|mean| (!mean.is_nan()).then_some(mean.to_bits()))
                        .collect()
                };
                assert_eq!(bits(&answer), bits(&expected));
            }
        }
    }

    #[test]
    fn a_row_takes_few_bytes() {
        let columns = (0..7).map(|at| work::column(at, 10, Spread::Uniform));
        assert_eq!(Facets::new(columns, work::values(10)).bytes_per_row(), 17);
    }
}
