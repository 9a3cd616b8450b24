//! Files for the reader: made in the page, saved by the browser.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Array;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::{Refused, after, document};

/// After so long every browser has fetched a file that was pressed, in milliseconds.
const FETCHED: u32 = 60_000;

/// Saves a text as a file of a type, such as `image/svg+xml`.
///
/// # Errors
/// When the browser makes no file of it.
pub fn save_text(text: &str, kind: &str, name: &str) -> Result<(), Refused> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    save(&blob.map_err(|why| Refused::new("a file", why))?, name)
}

/// Saves a file under a name, as a press on a link to it would.
pub(super) fn save(blob: &Blob, name: &str) -> Result<(), Refused> {
    let refused = |why| Refused::new("a download", why);
    let address = Url::create_object_url_with_blob(blob).map_err(refused)?;
    let link = document()?.create_element("a").map_err(refused)?;
    if let Some(link) = link.dyn_ref::<HtmlAnchorElement>() {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The address keeps the file in memory, but WebKit fetches it some time after the press.
    let forget = move || {
        // A file that is kept is memory, and no more.
        let _ = Url::revoke_object_url(&address);
    };
    after(FETCHED, forget).forget();
    Ok(())
}
