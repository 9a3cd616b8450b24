//! What the boot script hands over when it starts the program.

use wasm_bindgen::JsValue;
use web_sys::js_sys::{Array, Object};

use crate::dataset::Tables;

/// The files of a data package: an object with the text of each by its name. What is no text is
/// left out, and so becomes a fault of the package, as a file that is missing.
#[must_use]
pub fn tables(files: &JsValue) -> Tables {
    let mut tables = Tables::default();
    let Some(files) = Object::try_from(files) else {
        return tables;
    };
    for entry in Object::entries(files) {
        let entry = Array::from(&entry);
        if let (Some(name), Some(text)) = (entry.get(0).as_string(), entry.get(1).as_string()) {
            tables.insert(&name, text);
        }
    }
    tables
}
