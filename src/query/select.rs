//! Which rows pass the filters, and how many would pass with each further choice.

use guatu_scan::{Codes, Failures, tally};

use crate::dataset::{Code, Dataset, Row};

use super::facet::{Facet, FacetIndex};
use super::filter::Filters;
use super::search;

/// The answer to [`Filters`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    filters: Filters,
    /// By the choices alone: what the next answer begins with.
    chosen: Failures,
    /// With the search too, where there is one: a row that it does not match fails every facet.
    searched: Option<Failures>,
    count: u32,
    counts: [Vec<u32>; 8],
}

impl Selection {
    /// Filters a data set.
    #[must_use]
    pub fn new(data: &Dataset, index: &FacetIndex, filters: &Filters) -> Self {
        Self::uncounted(data, index, filters).counted(data, index)
    }

    /// Which rows pass, for who asks for no counts.
    #[must_use]
    pub fn uncounted(data: &Dataset, index: &FacetIndex, filters: &Filters) -> Self {
        let nothing = Self {
            filters: Filters::default(),
            chosen: Failures::none(data.observations.len() as usize),
            searched: None,
            count: 0,
            counts: Default::default(),
        };
        nothing.marked(data, index, filters)
    }

    /// The answer to other filters of the same data: only the facets that changed are read again.
    #[must_use]
    pub fn then(self, data: &Dataset, index: &FacetIndex, filters: &Filters) -> Self {
        self.marked(data, index, filters).counted(data, index)
    }

    fn marked(mut self, data: &Dataset, index: &FacetIndex, filters: &Filters) -> Self {
        for facet in Facet::ALL {
            let chosen = filters.get(facet);
            if chosen == self.filters.get(facet) {
                continue;
            }
            if chosen.is_empty() {
                self.chosen.clear(facet as usize);
            } else if let Some(codes) = index.columns.get(facet as usize) {
                let sets = (facet == Facet::Organisation).then(|| index.sets_with(chosen));
                let chosen = sets.as_deref().unwrap_or(chosen);
                self.chosen.mark(facet as usize, codes, chosen);
            }
        }
        self.filters.clone_from(filters);
        self.searched = searched(data, index, &self.chosen, &filters.search);
        self
    }

    fn counted(mut self, data: &Dataset, index: &FacetIndex) -> Self {
        let counts = tally(self.failures(), &columns(data, index));
        for (facet, counts) in Facet::ALL.into_iter().zip(counts) {
            let counts = match facet {
                Facet::Organisation => index.of_members(&counts, facet.len(data)),
                _ => counts,
            };
            if let Some(slot) = self.counts.get_mut(facet as usize) {
                *slot = counts;
            }
        }
        self.count = u32::try_from(self.failures().count()).unwrap_or(u32::MAX);
        self
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

    /// How many rows pass that have a choice.
    #[must_use]
    pub fn count_of(&self, facet: Facet, code: Code) -> u32 {
        let chosen = self.filters.get(facet);
        let count = self.counts(facet).get(usize::from(code)).copied();
        let count = count.filter(|_| chosen.is_empty() || chosen.contains(&code));
        count.unwrap_or_default()
    }

    /// The documents that print the rows that pass, in the order of their first use in these.
    #[must_use]
    pub fn documents(&self, data: &Dataset, index: &FacetIndex, rows: &[Row]) -> Vec<Code> {
        let (column, domain) = (&data.observations.document, data.documents.len());
        guatu_scan::first_used(rows, column, domain, self.passing_documents(index))
    }

    /// The documents that print the rows that pass, in the order of their first use in the table.
    #[must_use]
    pub fn all_documents(&self, data: &Dataset, index: &FacetIndex) -> Vec<Code> {
        let (column, domain) = (&data.observations.document, data.documents.len());
        self.failures()
            .first_used(column, domain, self.passing_documents(index))
    }

    fn passing_documents(&self, index: &FacetIndex) -> usize {
        let all = index.choices(Facet::Document).iter();
        let passing = all.filter(|code| self.count_of(Facet::Document, **code) > 0);
        passing.count()
    }

    /// How many rows that pass have each two choices of two facets: for each of the first a count of every one of
    /// the second. Not for units of government, of which several may stand behind a row.
    #[must_use]
    pub fn crossed(&self, data: &Dataset, index: &FacetIndex, facets: [Facet; 2]) -> Vec<Vec<u32>> {
        let [one, other] = facets.map(|facet| index.columns.get(facet as usize));
        let Some((one, other)) = one.zip(other) else {
            return Vec::new();
        };
        let [ones, others] = facets.map(|facet| facet.len(data));
        let counts = self.failures().crossed((one, ones), (other, others));
        counts.chunks(others.max(1)).map(<[u32]>::to_vec).collect()
    }

    /// Whether a row passes.
    #[must_use]
    pub fn passes(&self, row: Row) -> bool {
        self.failures().bytes().get(row as usize) == Some(&0)
    }

    /// Whether a row passes where the filters of some facets are left out.
    #[must_use]
    pub fn passes_without(&self, row: Row, facets: &[Facet]) -> bool {
        let own = facets
            .iter()
            .fold(0, |bits, facet| bits | 1 << *facet as u8);
        let failed = self.failures().bytes().get(row as usize);
        failed.is_some_and(|bits| bits & !own == 0)
    }

    /// Those of some rows that pass, as they stand.
    #[must_use]
    pub fn of(&self, rows: &[Row]) -> Vec<Row> {
        self.failures().passing_of(rows)
    }

    /// The rows that pass, in the order of the table.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        let rows = self.failures().passing();
        rows.map(|row| Row::try_from(row).unwrap_or(Row::MAX))
    }

    fn failures(&self) -> &Failures {
        self.searched.as_ref().unwrap_or(&self.chosen)
    }
}

/// The column of each facet, and how many codes it has.
fn columns<'a>(data: &Dataset, index: &'a FacetIndex) -> Vec<(&'a Codes, usize)> {
    let domain = |facet: Facet| match facet {
        Facet::Organisation => index.sets.len(),
        _ => facet.len(data),
    };
    let columns = Facet::ALL.into_iter().zip(&index.columns);
    columns
        .map(|(facet, codes)| (&**codes, domain(facet)))
        .collect()
}

/// Each word must be found in the row's indicator, its area, or a unit that answers for it; a number
/// may stand in the fragment too. None without a search.
fn searched(
    data: &Dataset,
    index: &FacetIndex,
    chosen: &Failures,
    words: &str,
) -> Option<Failures> {
    let words = search::find_words(data, words);
    if words.is_empty() {
        return None;
    }
    let mut failures = chosen.clone();
    for found in words {
        let is_in = |units: &Vec<Code>| {
            let mut units = units.iter();
            units.any(|unit| found.organisations.get(usize::from(*unit)) == Some(&true))
        };
        let sets: Vec<bool> = index.sets.iter().map(is_in).collect();
        let number = found.number.as_deref();
        let is_printed = |row: usize| {
            let fragment = data.observations.as_printed(row as Row);
            let both = number.zip(fragment);
            both.is_some_and(|(number, fragment)| search::prints(fragment, number))
        };
        let columns = [Facet::Area, Facet::Organisation].map(|facet| facet as usize);
        let columns = columns.iter().filter_map(|facet| index.columns.get(*facet));
        let columns = columns.map(|codes| &**codes);
        let columns = columns.chain([&data.observations.indicator]);
        let found = [&found.areas, &sets, &found.indicators].map(Vec::as_slice);
        let columns: Vec<_> = columns.zip(found).collect();
        failures.search(&columns, &is_printed);
    }
    Some(failures)
}
