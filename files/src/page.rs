//! What the page calls: each gives the bytes of a file, or an error with its reason.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use crate::Book;

/// A workbook of the book that the text holds.
///
/// # Errors
/// When it is no book, or no workbook can hold it.
#[wasm_bindgen]
pub fn xlsx(book: &str) -> Result<Vec<u8>, JsError> {
    Ok(crate::xlsx(&Book::read(book)?)?)
}

/// JSON of the book that the text holds.
///
/// # Errors
/// When it is no book.
#[wasm_bindgen]
pub fn json(book: &str) -> Result<Vec<u8>, JsError> {
    Ok(crate::json(&Book::read(book)?).into_bytes())
}

/// An archive of files, given as an object with the text of each by its name.
///
/// # Errors
/// When no archive can hold them.
#[wasm_bindgen]
pub fn zip(files: &Object) -> Result<Vec<u8>, JsError> {
    let entries = Object::entries(files);
    let texts = entries.iter().filter_map(|entry| {
        let entry = Array::from(&entry);
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    });
    Ok(crate::zip(&texts.collect::<Vec<_>>())?)
}
