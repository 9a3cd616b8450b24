//! The clipboard, by the old command: it asks for no permission and works in a page from a file or
//! from a plain `http` address, where the newer interface does not exist.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DataTransfer, Element, Event, HtmlDocument, HtmlElement, HtmlTextAreaElement,
};

use super::{Refused, document};

/// Copies a text, and the same as HTML for those programs that take it. It must be called while a
/// press is handled.
///
/// # Errors
/// When the browser does not allow it.
pub fn copy(text: &str, html: &str) -> Result<(), Refused> {
    let document = document()?;
    let refused = |why| Refused::new("the clipboard", why);
    // Behind an open dialog nothing can be selected.
    let dialog = document.query_selector("dialog[open]").ok().flatten();
    let place = dialog.or_else(|| document.body().map(Element::from));
    let place = place.ok_or_else(|| Refused::new("the body", "there is none"))?;
    let focus = document.active_element();
    // Something must be selected, or the browser has nothing to copy.
    let field = document.create_element("textarea").map_err(refused)?;
    field.set_class_name("copied");
    place.append_child(&field).map_err(refused)?;
    if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        field.set_value(text);
        field.select();
    }
    let (text, html) = (text.to_owned(), html.to_owned());
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::once_with_options(&document, "copy", options, move |event| {
        // Without both forms the selected text is copied as it is.
        if put(event, &text, &html).is_some() {
            event.prevent_default();
        }
    });
    let page: Option<&HtmlDocument> = document.dyn_ref();
    let copied = page.map(|page| page.exec_command("copy"));
    drop(listener);
    field.remove();
    if let Some(focus) = focus.and_then(|focus| focus.dyn_into::<HtmlElement>().ok()) {
        // It was there a moment ago, and loses nothing if it is gone.
        let _ = focus.focus();
    }
    match copied {
        Some(Ok(true)) => Ok(()),
        other => Err(Refused::new("the clipboard", other)),
    }
}

fn put(event: &Event, text: &str, html: &str) -> Option<()> {
    let event: &ClipboardEvent = event.dyn_ref()?;
    let data: DataTransfer = event.clipboard_data()?;
    data.set_data("text/plain", text).ok()?;
    data.set_data("text/html", html).ok()
}

/// Selects the whole text of a field, for the reader to copy, and gives it the focus.
///
/// # Errors
/// When the field takes no focus.
pub fn select(field: &HtmlTextAreaElement) -> Result<(), Refused> {
    field.select();
    field.focus().map_err(|why| Refused::new("the focus", why))
}
