//! What is asked for: choices per facet and words.

use crate::dataset::Code;
use crate::order;

use super::facet::Facet;

/// Choices per facet ("or" within one, "and" between them) and search words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filters {
    /// Sorted, without doubles: equal questions are equal values.
    chosen: [Vec<Code>; 8],
    /// Words that the indicator must match; empty asks for all.
    pub search: String,
}

impl Filters {
    /// The choices of a facet, sorted; empty asks for all.
    #[must_use]
    pub fn get(&self, facet: Facet) -> &[Code] {
        self.chosen.get(facet as usize).map_or(&[], Vec::as_slice)
    }

    /// Sets the choices of a facet.
    pub fn set(&mut self, facet: Facet, mut codes: Vec<Code>) {
        order::sort_by(&mut codes, Ord::cmp);
        codes.dedup();
        if let Some(slot) = self.chosen.get_mut(facet as usize) {
            *slot = codes;
        }
    }

    /// Adds a choice, or takes it away if it is there.
    pub fn toggle(&mut self, facet: Facet, code: Code) {
        let mut codes = self.get(facet).to_vec();
        match codes.iter().position(|known| *known == code) {
            Some(index) => {
                codes.remove(index);
            }
            None => codes.push(code),
        }
        self.set(facet, codes);
    }

    /// How many choices are on, the search counted as one.
    #[must_use]
    pub fn active(&self) -> usize {
        let choices: usize = self.chosen.iter().map(Vec::len).sum();
        choices + usize::from(!self.search.is_empty())
    }
}
