//! The page as a whole: its state for hosts, language, appearance; and sizes that change, which
//! go through the style object because the security policy forbids style attributes.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{Refused, document, root, window};

/// How wide a popover is at most, with the space beside it, in CSS pixels: the style sheet's.
const POPOVER: f64 = 372.0;

/// The room that the page's head takes, with what stands over a mark, in CSS pixels.
const STICKY: f64 = 130.0;

/// The room that is left under what is brought into sight.
const EDGE: f64 = 24.0;

/// Between a popover and what opens it.
const GAP: f64 = 6.0;

/// Tells hosts and tests where the page stands: `loading`, `ready` or `failed`.
///
/// # Errors
/// When there is no document.
pub fn set_state(state: &str) -> Result<(), Refused> {
    set(&root()?, "data-state", state)
}

/// Whether the first view is not there yet.
#[must_use]
pub fn is_loading() -> bool {
    root().is_ok_and(|root| root.get_attribute("data-state").as_deref() == Some("loading"))
}

/// Sets the language of the page, for assistive technology and fonts, and its title.
///
/// # Errors
/// When there is no document.
pub fn set_language(code: &str, title: &str) -> Result<(), Refused> {
    document()?.set_title(title);
    set(&root()?, "lang", code)
}

/// Sets light, dark or neither, which the style sheets read.
///
/// # Errors
/// When there is no document.
pub fn set_appearance(appearance: &str) -> Result<(), Refused> {
    set(&root()?, "data-appearance", appearance)
}

/// Sets how large the text is, which the style sheets read.
///
/// # Errors
/// When there is no document.
pub fn set_text_size(size: &str) -> Result<(), Refused> {
    set(&root()?, "data-text", size)
}

/// Sets which view is open, by its name in the link: the style sheets choose the paper by it.
///
/// # Errors
/// When there is no document.
pub fn set_view(view: &str) -> Result<(), Refused> {
    set(&root()?, "data-view", view)
}

/// Says whether the page is an embed, and names the parts that it does without, with blanks between
/// them, for the style sheets.
///
/// # Errors
/// When there is no document.
pub fn set_embed(hidden: Option<&str>) -> Result<(), Refused> {
    let root = root()?;
    let Some(hidden) = hidden else {
        let removed = root.remove_attribute("data-embed");
        return removed.map_err(|why| Refused::new("an attribute", why));
    };
    set(&root, "data-embed", hidden)
}

/// Sets an element's height in CSS pixels.
///
/// # Errors
/// When the element takes no style.
pub fn set_height(element: &Element, height: u32) -> Result<(), Refused> {
    style(element, "height", &format!("{height}px"))
}

/// Puts an element at a place of its container, in CSS pixels.
///
/// # Errors
/// When the element takes no style.
pub fn place(element: &Element, left: f64, top: f64) -> Result<(), Refused> {
    style(element, "left", &format!("{left:.0}px"))?;
    style(element, "top", &format!("{top:.0}px"))
}

/// Puts a popover by the element that opens it: under it, or over it where there is more room.
///
/// # Errors
/// When there is no such popover, or it takes no style.
pub fn place_popover(id: &str, opener: &Element) -> Result<(), Refused> {
    let popover = element(id)?;
    let size = |length: Result<wasm_bindgen::JsValue, _>| length.ok().and_then(|l| l.as_f64());
    let (width, height) = (
        size(window()?.inner_width()),
        size(window()?.inner_height()),
    );
    let (width, height) = (width.unwrap_or_default(), height.unwrap_or_default());
    let place = opener.get_bounding_client_rect();
    let left = place.left().min(width - POPOVER).max(0.0);
    let (top, bottom) = if place.bottom() * 2.0 < height {
        (format!("{:.0}px", place.bottom() + GAP), "auto".to_owned())
    } else {
        (
            "auto".to_owned(),
            format!("{:.0}px", height - place.top() + GAP),
        )
    };
    style(&popover, "left", &format!("{left:.0}px"))?;
    style(&popover, "top", &top)?;
    style(&popover, "bottom", &bottom)
}

/// Closes an open popover unless an element stands in it, or is the button that opens it and will
/// close it itself.
///
/// # Errors
/// When there is no such popover, or it is not open.
pub fn close_unless_within(id: &str, within: &Element) -> Result<(), Refused> {
    let popover = element(id)?;
    let opens = within.get_attribute("popovertarget").as_deref() == Some(id);
    if opens || popover.contains(Some(within)) {
        return Ok(());
    }
    hide(popover)
}

/// Closes the popover of a class that is open.
///
/// # Errors
/// When none is.
pub fn close_popover(class: &str) -> Result<(), Refused> {
    let open = document()?.query_selector(&format!(".{class}:popover-open"));
    let open = open.map_err(|why| Refused::new("a popover", why))?;
    hide(open.ok_or_else(|| Refused::new("a popover", class))?)
}

fn hide(popover: Element) -> Result<(), Refused> {
    let popover = popover.dyn_into::<HtmlElement>();
    let popover = popover.map_err(|other| Refused::new("a popover", other.id()))?;
    let closed = popover.hide_popover();
    closed.map_err(|why| Refused::new("a popover", why))
}

/// Scrolls the window as little as brings a part of an element into sight: from `top`, as high as
/// `height`, in CSS pixels from the element's upper edge. What sticks to the window's top is left
/// room for.
///
/// # Errors
/// When there is no window.
pub fn keep_in_sight(element: &Element, top: f64, height: f64) -> Result<(), Refused> {
    let window = window()?;
    let room = window.inner_height().ok().and_then(|room| room.as_f64());
    let start = element.get_bounding_client_rect().top() + top;
    let below = (start + height + EDGE - room.unwrap_or(f64::MAX)).max(0.0);
    let above = (start - STICKY).min(0.0);
    window.scroll_by_with_x_and_y(0.0, if above < 0.0 { above } else { below });
    Ok(())
}

/// The element with an id.
///
/// # Errors
/// When there is none.
pub fn element(id: &str) -> Result<Element, Refused> {
    let found = document()?.get_element_by_id(id);
    found.ok_or_else(|| Refused::new("an element", id))
}

/// Whether the page is the single file, which carries its program and needs no copy of itself.
#[must_use]
pub fn is_single_file() -> bool {
    element("guatu-program").is_ok()
}

/// Sets an attribute.
pub(super) fn set(element: &Element, name: &str, value: &str) -> Result<(), Refused> {
    let done = element.set_attribute(name, value);
    done.map_err(|why| Refused::new("an attribute", why))
}

fn style(element: &Element, name: &str, value: &str) -> Result<(), Refused> {
    let element: &HtmlElement = element
        .dyn_ref()
        .ok_or_else(|| Refused::new("a style", element.tag_name()))?;
    let done = element.style().set_property(name, value);
    done.map_err(|why| Refused::new("a style", why))
}
