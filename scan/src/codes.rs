//! A column of codes, as narrow as its domain allows: what a scan reads is what it costs.

use crate::Code;

/// One code a row. The code after the last of the domain stands in a row that has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Codes {
    /// At most 255 different codes.
    Narrow(Vec<u8>),
    /// At most 65,535.
    Wide(Vec<Code>),
}

impl Codes {
    /// A column of codes below `domain`; a greater one is none.
    #[must_use]
    pub fn new(codes: impl Iterator<Item = Code>, domain: usize) -> Self {
        let none = Code::try_from(domain).unwrap_or(Code::MAX);
        let codes = codes.map(|code| code.min(none));
        match u8::try_from(domain) {
            Ok(none) => Self::Narrow(
                codes
                    .map(|code| u8::try_from(code).unwrap_or(none))
                    .collect(),
            ),
            Err(_) => Self::Wide(codes.collect()),
        }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Narrow(codes) => codes.len(),
            Self::Wide(codes) => codes.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The code of a row, or one after the last where it has none.
    #[must_use]
    #[inline]
    pub fn get(&self, row: usize) -> Option<Code> {
        match self {
            Self::Narrow(codes) => codes.get(row).map(|code| Code::from(*code)),
            Self::Wide(codes) => codes.get(row).copied(),
        }
    }

    /// The codes of all rows.
    pub fn iter(&self) -> impl Iterator<Item = Code> {
        (0..self.len()).filter_map(|row| self.get(row))
    }

    /// The rows in the order of their codes below `domain`, those without one last; rows of one code as they stand.
    #[must_use]
    pub fn ordered(&self, domain: usize) -> Vec<u32> {
        // Where the rows of each code begin, and after them those without one.
        let mut places = vec![0];
        let mut next = 0;
        for total in self.totals(domain) {
            next += total as usize;
            places.push(next);
        }
        let mut rows = vec![0; self.len()];
        for (row, code) in (0..).zip(self.iter()) {
            if let Some(place) = places.get_mut(usize::from(code).min(domain)) {
                if let Some(slot) = rows.get_mut(*place) {
                    *slot = row;
                }
                *place += 1;
            }
        }
        rows
    }

    /// How many rows have each code below `domain`.
    #[must_use]
    pub fn totals(&self, domain: usize) -> Vec<u32> {
        // One place more for none.
        let mut totals = vec![0_u32; domain + 1];
        let mut count = |code: usize| {
            if let Some(total) = totals.get_mut(code) {
                *total += 1;
            }
        };
        match self {
            Self::Narrow(codes) => codes.iter().for_each(|code| count(usize::from(*code))),
            Self::Wide(codes) => codes.iter().for_each(|code| count(usize::from(*code))),
        }
        totals.truncate(domain);
        totals
    }
}
