//! What the page calls: each gives the bytes or the text of a file, or an error with its reason.

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
    Ok(crate::zip(&texts(files))?)
}

/// The text of a single file made of another, the text of `parent`, with these strings before its program and
/// these files of a data package: two objects with texts by their names.
///
/// # Errors
/// When `parent` is no single file, or one of another form.
#[wasm_bindgen]
pub fn single(parent: &str, front: &Object, files: &Object) -> Result<String, JsError> {
    Ok(crate::child(parent, &texts(front), &texts(files))?)
}

/// The pinyin initials of a name.
#[wasm_bindgen]
#[must_use]
pub fn initials(name: &str) -> String {
    crate::initials(name)
}

/// The texts of an object by their names.
fn texts(object: &Object) -> Vec<(String, String)> {
    let entries = Object::entries(object);
    let texts = entries.iter().filter_map(|entry| {
        let entry = Array::from(&entry);
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    });
    texts.collect()
}
