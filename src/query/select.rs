//! Which rows pass the filters, and how many would pass with each further choice.
//!
//! One byte a row with a bit for each facet that the row fails. A row passes when the byte is 0;
//! it counts for a choice of a facet when no bit but that facet's own is set, which is what the
//! count beside a check box means. A row that the search does not match fails all.

use crate::dataset::{Dataset, Row};

use super::facet::{Facet, FacetIndex, NONE};
use super::filter::Filters;
use super::search;

/// Set in a row that no choice can bring back.
const ALL_FAIL: u8 = u8::MAX;

/// The answer to [`Filters`].
#[derive(Debug, PartialEq, Eq)]
pub struct Selection {
    failed: Vec<u8>,
    count: u32,
    counts: [Vec<u32>; 8],
}

impl Selection {
    /// Filters a data set.
    #[must_use]
    pub fn new(data: &Dataset, index: &FacetIndex, filters: &Filters) -> Self {
        let mut failed = searched(data, index, filters);
        for facet in Facet::ALL {
            mark(&mut failed, data, index, facet, filters);
        }
        let counts = Facet::ALL.map(|facet| tally(&failed, data, index, facet));
        let mut selection = Self {
            failed,
            count: 0,
            counts,
        };
        selection.count = u32::try_from(selection.rows().count()).unwrap_or(u32::MAX);
        selection
    }

    /// How many rows pass.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.count
    }

    /// How many rows each choice of a facet has, the facet's own filter left out.
    #[must_use]
    pub fn counts(&self, facet: Facet) -> &[u32] {
        self.counts.get(facet as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether a row passes.
    #[must_use]
    pub fn passes(&self, row: Row) -> bool {
        self.failed.get(row as usize) == Some(&0)
    }

    /// Whether a row passes where the filters of some facets are left out.
    #[must_use]
    pub fn passes_without(&self, row: Row, facets: &[Facet]) -> bool {
        let own = facets
            .iter()
            .fold(0, |bits, facet| bits | 1 << *facet as u8);
        let failed = self.failed.get(row as usize);
        failed.is_some_and(|bits| bits & !own == 0)
    }

    /// The rows that pass, in the order of the table.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        (0..)
            .zip(&self.failed)
            .filter(|(_, bits)| **bits == 0)
            .map(|(row, _)| row)
    }
}

/// Each word must be found in the row's indicator, its area, or a unit that answers for it; a number
/// may stand in the fragment too.
fn searched(data: &Dataset, index: &FacetIndex, filters: &Filters) -> Vec<u8> {
    let figures = &data.observations;
    let mut failed = vec![0; figures.len() as usize];
    let no_sets = Vec::new();
    let sets = index
        .columns
        .get(Facet::Organisation as usize)
        .unwrap_or(&no_sets);
    for found in search::find_words(data, &filters.search) {
        let is_found = |list: &[bool], code: u16| list.get(usize::from(code)) == Some(&true);
        let in_set = |set: u16| {
            let units = index
                .sets
                .get(usize::from(set))
                .map_or(&[][..], Vec::as_slice);
            units
                .iter()
                .any(|unit| is_found(&found.organisations, *unit))
        };
        let is_printed = |row: Row| {
            let number = found.number.as_deref();
            let fragment = data.observation(row).map(|figure| figure.as_printed);
            number
                .zip(fragment)
                .is_some_and(|(number, fragment)| search::prints(fragment, number))
        };
        let rows = figures.indicator.iter().zip(&figures.area).zip(sets);
        for ((row, bits), ((indicator, area), set)) in (0..).zip(failed.iter_mut()).zip(rows) {
            if !is_found(&found.indicators, *indicator)
                && !is_found(&found.areas, *area)
                && !in_set(*set)
                && !is_printed(row)
            {
                *bits = ALL_FAIL;
            }
        }
    }
    failed
}

/// Sets the facet's bit in every row that fails it.
fn mark(failed: &mut [u8], data: &Dataset, index: &FacetIndex, facet: Facet, filters: &Filters) {
    let chosen = filters.get(facet);
    let Some(column) = index
        .columns
        .get(facet as usize)
        .filter(|_| !chosen.is_empty())
    else {
        return;
    };
    let mut wanted = vec![false; facet.len(data)];
    for code in chosen {
        if let Some(slot) = wanted.get_mut(usize::from(*code)) {
            *slot = true;
        }
    }
    let is_wanted = |code: u16| wanted.get(usize::from(code)).copied().unwrap_or_default();
    if facet == Facet::Organisation {
        let sets = index
            .sets
            .iter()
            .map(|set| set.iter().any(|code| is_wanted(*code)));
        wanted = sets.collect();
    }
    let bit = 1 << facet as u8;
    for (bits, code) in failed.iter_mut().zip(column) {
        let passes = wanted.get(usize::from(*code)).copied().unwrap_or_default();
        *bits |= if passes { 0 } else { bit };
    }
}

/// Counts the rows of each choice that fail nothing but the facet itself.
fn tally(failed: &[u8], data: &Dataset, index: &FacetIndex, facet: Facet) -> Vec<u32> {
    let own = 1 << facet as u8;
    let slots = match facet {
        Facet::Organisation => index.sets.len(),
        _ => facet.len(data),
    };
    let mut counts = vec![0_u32; slots];
    let column = index
        .columns
        .get(facet as usize)
        .map_or(&[][..], Vec::as_slice);
    for (bits, code) in failed.iter().zip(column) {
        if *bits & !own == 0
            && *code != NONE
            && let Some(count) = counts.get_mut(usize::from(*code))
        {
            *count += 1;
        }
    }
    if facet != Facet::Organisation {
        return counts;
    }
    let mut members = vec![0_u32; facet.len(data)];
    for (set, count) in index.sets.iter().zip(counts) {
        for code in set {
            if let Some(total) = members.get_mut(usize::from(*code)) {
                *total += count;
            }
        }
    }
    members
}
