//! A single file with other data: the second program makes it of the text of one (`guatu-files`).

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Array, Object};
use web_sys::{Blob, BlobPropertyBag, RequestCache, RequestInit, Response};

use super::download::save;
use super::files::{called, object, shown_files};
use super::leave::ask_before_leaving;
use super::{Refused, document, is_single_file, window};
use crate::dataset::{Tables, files};

/// The single file as it stands beside the site.
const PARENT: &str = "guatu.html";

/// Has a single file made of these tables and of what it says before its program, by name, and saves it under a
/// name without its ending; `done` is told what came of it. Data that were shown and saved so are no longer asked about
/// before the page is left.
pub fn save_single(
    front: &[(String, String)],
    tables: &Tables,
    name: String,
    done: impl FnOnce(Result<(), Refused>) + 'static,
) {
    let texts = files().filter_map(|name| Some((name, tables.get(name)?)));
    let (front, files) = (
        object(front.iter().map(|(name, text)| (&**name, &**text))),
        object(texts),
    );
    let shown = shown_files();
    spawn_local(async move {
        let page = page(&front, &files).await;
        let page = page.map_err(|why| Refused::new("a single file", why));
        let saved = page.and_then(|page| save(&page, &[&name, ".html"].concat()));
        // Others may be shown by now.
        if saved.is_ok() && shown.is_some() && shown == shown_files() {
            ask_before_leaving(false);
        }
        done(saved);
    });
}

async fn page(front: &Object, files: &Object) -> Result<Blob, JsValue> {
    let page = called("single", &[&parent().await?, front, files]).await?;
    let options = BlobPropertyBag::new();
    options.set_type("text/html;charset=utf-8");
    Blob::new_with_str_sequence_and_options(&Array::of1(&page), &options)
}

/// The text of a single file: what this page is, as far as another is made of it, or what stands beside it.
async fn parent() -> Result<JsValue, JsValue> {
    if is_single_file() {
        let head = document().ok().and_then(|document| document.head());
        return Ok(head.map_or(JsValue::NULL, |head| head.outer_html().into()));
    }
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    let window = window().map_err(|_| JsValue::NULL)?;
    let answer = JsFuture::from(window.fetch_with_str_and_init(PARENT, &options)).await?;
    let answer: Response = answer.dyn_into()?;
    if !answer.ok() {
        return Err(answer.status().into());
    }
    JsFuture::from(answer.text()?).await
}
