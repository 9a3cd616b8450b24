//! The work: generated columns and a script of facet changes, the same on every machine.

use crate::Random;

/// How many values each categorical column has.
pub const DOMAINS: [u16; 7] = [300, 40, 120, 8, 5, 60, 6];

/// The column by whose values means are taken: forty periods.
pub const PERIOD: usize = 1;

/// The seed of everything.
const SEED: u64 = 20_201_231;

/// A stream of its own for each purpose.
fn random(purpose: u64) -> Random {
    Random::new(Random::new(SEED ^ purpose).number())
}

/// How the values of a column are spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// Every value is as frequent as any other.
    Uniform,
    /// A few values have most rows: the share of the first tenth of them is 46 % (the cube root of 0.1).
    Skewed,
}

/// A change of one facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which column.
    pub column: usize,
    /// What is chosen of it then: 1 to 4 different codes, or none where the facet is cleared.
    pub codes: Vec<u16>,
}

/// The codes of a categorical column, one a row.
#[must_use]
pub fn column(index: usize, rows: usize, spread: Spread) -> Vec<u16> {
    let domain = DOMAINS.get(index).copied().unwrap_or(1);
    let mut random = random(index as u64);
    let code = |_| match spread {
        Spread::Uniform => (random.share() * f64::from(domain)) as u16,
        Spread::Skewed => (random.share().powi(3) * f64::from(domain)) as u16,
    };
    (0..rows).map(code).collect()
}

/// The numeric column. The numbers are whole, so that their sums are exact in whatever order an engine
/// adds and takes them away.
#[must_use]
pub fn values(rows: usize) -> Vec<f64> {
    let mut random = random(100);
    let value = |_| (random.share() * 100_000.0).floor();
    (0..rows).map(value).collect()
}

/// A line that goes up and down at random, as prices do.
#[must_use]
pub fn walk(points: usize) -> Vec<f64> {
    let mut random = random(300);
    let mut value = 0.0;
    let step = |_| {
        value += random.share() - 0.5;
        value
    };
    (0..points).map(step).collect()
}

/// So many changes of the generated columns.
#[must_use]
pub fn script(changes: usize) -> Vec<Change> {
    script_of(&DOMAINS, changes)
}

/// So many changes of columns with so many values each: a quarter clear a column, the others choose 1 to 4 of its
/// codes.
#[must_use]
pub fn script_of(domains: &[u16], changes: usize) -> Vec<Change> {
    let mut random = random(200);
    let change = |_| {
        let column = random.below(domains.len() as u64) as usize;
        let domain = domains.get(column).copied().unwrap_or(1);
        let wanted = match random.below(4) {
            0 => 0,
            _ => (1 + random.below(4) as usize).min(usize::from(domain)),
        };
        let mut codes = Vec::new();
        while codes.len() < wanted {
            let code = random.below(u64::from(domain)) as u16;
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        Change { column, codes }
    };
    (0..changes).map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_of_their_domain_and_every_one_occurs() {
        for spread in [Spread::Uniform, Spread::Skewed] {
            for (index, domain) in DOMAINS.into_iter().enumerate() {
                let codes = column(index, 100_000, spread);
                let all: std::collections::BTreeSet<u16> = codes.into_iter().collect();
                assert!(all.into_iter().eq(0..domain), "column {index}");
            }
        }
    }

    #[test]
    fn the_skewed_set_is_as_skewed_as_it_says() {
        let codes = column(0, 100_000, Spread::Skewed);
        let first = codes.iter().filter(|code| **code < 30).count();
        assert!((45_000..48_000).contains(&first), "{first}");
    }

    #[test]
    fn a_script_chooses_different_codes_of_every_column_and_clears_some() {
        let script = script(60);
        assert_eq!(script.len(), 60);
        for change in &script {
            let mut codes = change.codes.clone();
            codes.sort_unstable();
            codes.dedup();
            assert_eq!(codes.len(), change.codes.len());
            assert!(codes.len() <= 4);
            assert!(codes.iter().all(|code| *code < DOMAINS[change.column]));
        }
        assert!((0..DOMAINS.len()).all(|index| script.iter().any(|change| change.column == index)));
        assert!(script.iter().any(|change| change.codes.is_empty()));
    }
}
