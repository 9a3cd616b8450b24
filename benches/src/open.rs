//! A table of CSV text made ready for filters: the reader of `guatu::dataset`, a dictionary for each column.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::Facets;
use crate::work::{self, DOMAINS, Spread};

/// A table that was read.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its rows, to be filtered.
    pub facets: Facets,
    /// For each column its texts, in the order of their codes.
    pub names: Vec<Vec<String>>,
}

/// The generated set as CSV: a letter and a number for each code, so that each is a text.
#[must_use]
pub fn as_csv(rows: usize, spread: Spread) -> String {
    let columns: Vec<Vec<u16>> = (0..DOMAINS.len())
        .map(|index| work::column(index, rows, spread))
        .collect();
    let mut text = "c0,c1,c2,c3,c4,c5,c6,value\n".to_owned();
    for (row, value) in work::values(rows).into_iter().enumerate() {
        for (column, letter) in columns.iter().zip('a'..) {
            let code = column.get(row).copied().unwrap_or_default();
            // Text is written to memory, which does not fail.
            let _ = write!(text, "{letter}{code},");
        }
        let _ = writeln!(text, "{value}");
    }
    text
}

/// Reads a table of seven columns of text and one of numbers.
///
/// # Errors
/// What is wrong with the text, and in which line.
pub fn open(text: &str) -> Result<Opened, csv::Error> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut columns: Vec<Column> = DOMAINS.iter().map(|_| Column::default()).collect();
    let mut values = Vec::new();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record)? {
        for (column, cell) in columns.iter_mut().zip(&record) {
            column.push(cell);
        }
        let value = record.get(DOMAINS.len()).and_then(|cell| cell.parse().ok());
        values.push(value.unwrap_or(f64::NAN));
    }
    let (codes, names): (Vec<_>, Vec<_>) = columns
        .into_iter()
        .map(|column| (column.codes, column.names))
        .unzip();
    Ok(Opened {
        facets: Facets::new(codes, values),
        names,
    })
}

/// A column that is being read.
#[derive(Default)]
struct Column {
    codes: Vec<u16>,
    names: Vec<String>,
    known: HashMap<String, u16>,
}

impl Column {
    /// The code of a text is its place among those that differ.
    fn push(&mut self, cell: &str) {
        let known = self.known.get(cell).copied();
        let code = known.unwrap_or_else(|| {
            let code = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
            self.names.push(cell.to_owned());
            self.known.insert(cell.to_owned(), code);
            code
        });
        self.codes.push(code);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::Change;

    #[test]
    fn a_table_that_is_read_has_the_counts_of_the_columns_that_it_was_written_from() {
        let opened = open(&as_csv(500, Spread::Skewed)).expect("a table");
        let mut facets = opened.facets;
        let answer = facets.change(&Change {
            column: 0,
            codes: Vec::new(),
        });
        for (index, names) in opened.names.iter().enumerate() {
            let codes = work::column(index, 500, Spread::Skewed);
            for (name, count) in names.iter().zip(&answer.counts[index]) {
                let code: u16 = name[1..].parse().expect("a number after a letter");
                let expected = codes.iter().filter(|other| **other == code).count();
                assert_eq!(*count as usize, expected, "{name}");
            }
        }
    }
}
