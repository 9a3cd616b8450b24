//! A data package as the page opens and filters it: the code of the page itself.

use std::collections::BTreeSet;

use guatu::dataset::{Dataset, Tables, load};
use guatu::query::{Facet, FacetIndex, Filters, Selection};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use crate::work::{self, Change};

/// The files of a package as texts, as the page is handed them.
#[wasm_bindgen]
#[derive(Default)]
pub struct Texts(Tables);

#[wasm_bindgen]
impl Texts {
    /// No file.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a file in.
    pub fn insert(&mut self, name: &str, text: String) {
        self.0.insert(name, text);
    }
}

/// What the page holds of a package: the checked figures, the index of their facets, and the last answer.
#[wasm_bindgen]
pub struct Package {
    data: Dataset,
    index: FacetIndex,
    filters: Filters,
    selection: Option<Selection>,
    script: Vec<Change>,
}

#[wasm_bindgen]
impl Package {
    /// Opens a package, up to the first counts.
    ///
    /// # Errors
    /// The package has faults: tells the first.
    pub fn open(texts: &Texts) -> Result<Self, JsError> {
        let data = load(&texts.0).map_err(|faults| {
            let first = faults.first().map(ToString::to_string);
            JsError::new(&first.unwrap_or_default())
        })?;
        let index = FacetIndex::new(&data);
        let filters = Filters::default();
        Ok(Self {
            selection: Some(Selection::new(&data, &index, &filters)),
            script: Vec::new(),
            data,
            index,
            filters,
        })
    }

    /// How many figures there are.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.data.observations.len()
    }

    /// The choices of a facet, as they stand in the table.
    #[must_use]
    pub fn names(&self, facet: &str) -> Vec<String> {
        let Some(facet) = facet_of(facet) else {
            return Vec::new();
        };
        let codes = facet.choices(&self.data);
        codes
            .map(|code| facet.value(&self.data, code).unwrap_or_default())
            .collect()
    }

    /// How many rows each choice of a facet has.
    #[must_use]
    pub fn counts(&self, facet: &str) -> Vec<u32> {
        let answer = self.selection.as_ref().zip(facet_of(facet));
        answer.map_or_else(Vec::new, |(answer, facet)| answer.counts(facet).to_vec())
    }

    /// The sum of all values as printed.
    #[must_use]
    pub fn sum(&self) -> f64 {
        let rows = 0..self.rows();
        let values = rows.filter_map(|row| self.data.observation(row)?.value);
        values.sum()
    }

    /// The bytes of the texts that are held for the figures: ids and fragments, and of all others each different
    /// one.
    #[must_use]
    pub fn text_bytes(&self) -> usize {
        let mut known = BTreeSet::new();
        let figures = (0..self.rows()).filter_map(|row| self.data.observation(row));
        let bytes = figures.map(|figure| {
            let repeating = [figure.section, figure.statement];
            let new = repeating.into_iter().filter(|text| known.insert(*text));
            figure.id.len() + figure.as_printed.len() + new.map(str::len).sum::<usize>()
        });
        bytes.sum()
    }

    /// Takes a script of so many presses, with no choice made yet.
    pub fn rehearse(&mut self, presses: usize) {
        let domains = Facet::ALL.map(|facet| facet.len(&self.data) as u16);
        self.script = work::script_of(&domains, presses);
        self.filters = Filters::default();
        self.selection = Some(Selection::new(&self.data, &self.index, &self.filters));
    }

    /// One press of the script: how many rows pass then.
    pub fn press(&mut self, step: usize) -> u32 {
        if let Some(change) = self.script.get(step)
            && let Some(facet) = Facet::ALL.get(change.column)
        {
            self.filters.set(*facet, change.codes.clone());
        }
        let last = self.selection.take();
        let answer = last.map(|last| last.then(&self.data, &self.index, &self.filters));
        let count = answer.as_ref().map_or(0, Selection::count);
        self.selection = answer;
        count
    }
}

fn facet_of(key: &str) -> Option<Facet> {
    Facet::ALL.into_iter().find(|facet| facet.key() == key)
}
