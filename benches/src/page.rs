//! What the pages of the benchmark call.

use guatu::browser;
use guatu::chart::{Chart, Theme};
use guatu_scan::Failures;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::HtmlCanvasElement;

use crate::charts;
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

/// The values of a line.
#[wasm_bindgen]
#[must_use]
pub fn walk(points: usize) -> Vec<f64> {
    work::walk(points)
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

/// The facets of a set, scanned as the page's program does.
#[wasm_bindgen]
pub struct Facets {
    columns: Vec<Vec<u16>>,
    held: Option<crate::Facets>,
    means: Vec<f64>,
}

#[wasm_bindgen]
impl Facets {
    /// Facets without columns.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self {
            columns: Vec::new(),
            held: None,
            means: Vec::new(),
        }
    }

    /// Takes the next column.
    pub fn add(&mut self, codes: Vec<u16>) {
        self.columns.push(codes);
    }

    /// Takes the values, after which it can be asked.
    pub fn build(&mut self, values: Vec<f64>) {
        self.held = Some(crate::Facets::new(self.columns.drain(..), values));
    }

    /// Takes every choice away.
    pub fn reset(&mut self) {
        if let Some(facets) = &mut self.held {
            facets.reset();
        }
    }

    /// The counts after a change, those of all columns one after the other.
    pub fn change(&mut self, column: usize, codes: Vec<u16>) -> Vec<u32> {
        let Some(facets) = &mut self.held else {
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
        let facets = self.held.as_ref();
        facets.map_or(0, crate::Facets::bytes_per_row)
    }
}

/// A chart, as the page's program draws it.
#[wasm_bindgen]
pub struct Drawing(Chart);

#[wasm_bindgen]
impl Drawing {
    /// A line through so many figures.
    #[must_use]
    pub fn line(points: usize) -> Self {
        Self(charts::line(points))
    }

    /// So many bars.
    #[must_use]
    pub fn bars(count: usize) -> Self {
        Self(charts::bars(count))
    }

    /// The height that it wants at a width.
    #[must_use]
    pub fn height(&self, width: u32) -> u32 {
        self.0.height(width)
    }

    /// Draws it on a canvas of this size.
    ///
    /// # Errors
    /// The browser refuses.
    pub fn draw(&self, canvas: &HtmlCanvasElement, width: u32, height: u32) -> Result<(), JsError> {
        let drawn = browser::draw(canvas, &self.0, &Theme::light(), (width, height));
        drawn.map(drop).map_err(JsError::from)
    }
}

/// Reads so many bytes and does next to nothing with them: what the memory gives to one pass.
#[wasm_bindgen]
pub struct Bytes(Failures);

#[wasm_bindgen]
impl Bytes {
    /// So many bytes.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(count: usize) -> Self {
        let mut bytes = Failures::none(count);
        (0..count).for_each(|row| bytes.fail(row));
        Self(bytes)
    }

    /// Reads them all: how many are zero.
    #[must_use]
    pub fn read(&self) -> usize {
        self.0.count()
    }
}
