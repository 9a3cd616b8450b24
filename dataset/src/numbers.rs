//! Columns of numbers that not every row has.

use super::entities::Row;

/// A column in which few rows have none.
#[derive(Debug, Default)]
pub(super) struct Numbers(Vec<f64>);

impl Numbers {
    pub(super) fn push(&mut self, number: Option<f64>) {
        // No number that is read is NaN.
        self.0.push(number.unwrap_or(f64::NAN));
    }

    pub(super) fn get(&self, index: usize) -> Option<f64> {
        self.0.get(index).copied().filter(|number| !number.is_nan())
    }

    /// Gives the room back that was kept for more.
    pub(super) fn finish(mut self) -> Self {
        self.0.shrink_to_fit();
        self
    }
}

impl PartialEq for Numbers {
    fn eq(&self, other: &Self) -> bool {
        let bits = |numbers: &Self| numbers.0.iter().map(|n| n.to_bits()).collect::<Vec<u64>>();
        bits(self) == bits(other)
    }
}

/// A column in which few rows have one.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Rare(Vec<(Row, f64)>);

impl Rare {
    /// Gives a number to a row after all that have one.
    pub(super) fn push(&mut self, row: Row, number: f64) {
        self.0.push((row, number));
    }

    pub(super) fn get(&self, index: usize) -> Option<f64> {
        let row = Row::try_from(index).ok()?;
        let place = self.0.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        self.0.get(place).map(|(_, number)| *number)
    }

    /// Gives the room back that was kept for more.
    pub(super) fn finish(mut self) -> Self {
        self.0.shrink_to_fit();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_without_a_number_has_none() {
        let (mut numbers, mut rare) = (Numbers::default(), Rare::default());
        for (row, number) in (0..).zip([None, Some(0.0), None, Some(-6.7)]) {
            numbers.push(number);
            if let Some(number) = number {
                rare.push(row, number);
            }
        }
        for index in 0..5 {
            let expected = [(1, 0.0), (3, -6.7)];
            let expected = expected.into_iter().find(|(row, _)| *row == index);
            let expected = expected.map(|(_, number)| number);
            assert_eq!(numbers.get(index), expected, "{index}");
            assert_eq!(rare.get(index), expected, "{index}");
        }
    }
}
