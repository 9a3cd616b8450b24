//! What the page calls: each gives the bytes or the text of a file, or an error with its reason.

use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::{TextDecoder, TextDecoderOptions};

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

/// What files hold, each given as a list of its name and its bytes: the text of a
/// [`Reading`](crate::Reading::write).
#[wasm_bindgen]
#[must_use]
pub fn read(files: &Array) -> String {
    let files = files.iter().filter_map(|file| {
        let file = Array::from(&file);
        Some((
            file.get(0).as_string()?,
            Uint8Array::new(&file.get(1)).to_vec(),
        ))
    });
    crate::read(&files.collect::<Vec<_>>(), &gb18030).write()
}

/// Decodes by the browser, which knows the tables of that encoding.
fn gb18030(bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
