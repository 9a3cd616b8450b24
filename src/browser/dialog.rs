//! Modal dialogs: the browser's own, which keep the focus within, close on Escape and give the focus back.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

use super::focus::give_focus;
use super::{Refused, root};

/// What a reader opens a dialog for: the first of its choices, or the first text to be copied.
const FIRST: &str = "[data-copy], [type=radio]";

/// Opens a dialog over the page, with the focus at what one came for.
///
/// # Errors
/// When the element is no dialog, or the browser does not open it.
pub fn open_dialog(element: &Element) -> Result<(), Refused> {
    let dialog = dialog(element)?;
    let shown = dialog.show_modal();
    shown.map_err(|why| Refused::new("a dialog", why))?;
    // Its button stands before it. Not every browser gives that the focus.
    let opener = element.previous_element_sibling();
    if let Some(opener) = opener.filter(|_| is_embedded()) {
        stand_by(dialog, &opener)?;
    }
    match element.query_selector(FIRST) {
        Ok(Some(first)) => give_focus(first, FIRST),
        // The browser has given it to the first control.
        _ => Ok(()),
    }
}

fn is_embedded() -> bool {
    root().is_ok_and(|root| root.has_attribute("data-embed"))
}

/// Places a dialog where it was opened: the frame of an embed is as tall as its content, and its middle may
/// be far from what the reader sees.
fn stand_by(dialog: &HtmlDialogElement, opener: &Element) -> Result<(), Refused> {
    const EDGE: f64 = 16.0;
    const ABOVE: f64 = 120.0;
    let frame = f64::from(root()?.client_height());
    let lowest = frame - f64::from(dialog.offset_height()) - EDGE;
    let opened_at = opener.get_bounding_client_rect().top();
    let top = (opened_at - ABOVE).min(lowest).max(EDGE);
    let style = dialog.style();
    for (name, value) in [
        ("top", &*format!("{top}px")),
        ("bottom", "auto"),
        ("margin-block", "0"),
    ] {
        let set = style.set_property(name, value);
        set.map_err(|why| Refused::new("a place", why))?;
    }
    Ok(())
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
