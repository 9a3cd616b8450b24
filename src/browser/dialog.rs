//! Modal dialogs: the browser's own, which keep the focus within, close on Escape and give the focus back.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

use super::Refused;
use super::focus::give_focus;

/// What a reader opens a dialog for: the first of its choices, or the first text to be copied.
const FIRST: &str = "[data-copy], [type=radio]";

/// Opens a dialog over the page, with the focus at what one came for.
///
/// # Errors
/// When the element is no dialog, or the browser does not open it.
pub fn open_dialog(element: &Element) -> Result<(), Refused> {
    let opened = dialog(element)?.show_modal();
    opened.map_err(|why| Refused::new("a dialog", why))?;
    match element.query_selector(FIRST) {
        Ok(Some(first)) => give_focus(first, FIRST),
        // The browser has given it to the first control.
        _ => Ok(()),
    }
}

/// Closes a dialog; it says so by its `close` event.
///
/// # Errors
/// When the element is no dialog.
pub fn close_dialog(element: &Element) -> Result<(), Refused> {
    dialog(element)?.close();
    Ok(())
}

fn dialog(element: &Element) -> Result<&HtmlDialogElement, Refused> {
    let dialog = element.dyn_ref::<HtmlDialogElement>();
    dialog.ok_or_else(|| Refused::new("a dialog", element.tag_name()))
}
