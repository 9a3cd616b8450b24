//! What the pages of the benchmark call.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::work::{self, Change, Spread};

/// The codes of a column.
#[wasm_bindgen]
#[must_use]
pub fn column(index: usize, rows: usize, skewed: bool) -> Vec<u16> {
    let spread = if skewed {
        Spread::Skewed
    } else {
        Spread::Uniform
    };
    work::column(index, rows, spread)
}

/// The numeric column.
#[wasm_bindgen]
#[must_use]
pub fn values(rows: usize) -> Vec<f64> {
    work::values(rows)
}

/// How many values each column has.
#[wasm_bindgen]
#[must_use]
pub fn domains() -> Vec<u16> {
    work::DOMAINS.into()
}

/// The column by whose values means are taken.
#[wasm_bindgen]
#[must_use]
pub fn period() -> usize {
    work::PERIOD
}

/// So many changes, each as its column, the number of its codes, and these.
#[wasm_bindgen]
#[must_use]
pub fn script(changes: usize) -> Vec<u16> {
    let script = work::script(changes).into_iter();
    let flat = script.flat_map(|change| {
        let head = [change.column as u16, change.codes.len() as u16];
        head.into_iter().chain(change.codes)
    });
    flat.collect()
}

/// The facets of a set, as the page's program holds them.
#[wasm_bindgen]
pub struct Facets {
    columns: Vec<Vec<u16>>,
    facets: Option<crate::Facets>,
    means: Vec<f64>,
}

#[wasm_bindgen]
impl Facets {
    /// Facets without columns.
    #[wasm_bindgen(constructor)]
    #[must_use]
    #[expect(clippy::new_without_default, reason = "a page calls it")]
    pub fn new() -> Self {
        Self {
            columns: Vec::new(),
            facets: None,
            means: Vec::new(),
        }
    }

    /// Takes the next column.
    pub fn add(&mut self, codes: Vec<u16>) {
        self.columns.push(codes);
    }

    /// Takes the values, after which it can be asked.
    pub fn build(&mut self, values: Vec<f64>) {
        self.facets = Some(crate::Facets::new(self.columns.drain(..), values));
    }

    /// Takes every choice away.
    pub fn reset(&mut self) {
        if let Some(facets) = &mut self.facets {
            facets.reset();
        }
    }

    /// The counts after a change, those of all columns one after the other.
    pub fn change(&mut self, column: usize, codes: Vec<u16>) -> Vec<u32> {
        let Some(facets) = &mut self.facets else {
            return Vec::new();
        };
        let answer = facets.change(&Change { column, codes });
        self.means = answer.means;
        answer.counts.concat()
    }

    /// The means after the last change.
    #[must_use]
    pub fn means(&self) -> Vec<f64> {
        self.means.clone()
    }

    /// What is held for a row.
    #[must_use]
    pub fn bytes_per_row(&self) -> usize {
        let facets = self.facets.as_ref();
        facets.map_or(0, crate::Facets::bytes_per_row)
    }
}
