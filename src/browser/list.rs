//! A long list of which only some rows are in the page: what of it is in sight, and how tall the
//! rows are. It is scrolled by the frame that holds it, or by the window where the frame does not
//! scroll.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::crash::is_alive;
use super::{Refused, document, window};

/// The attribute that holds a row's position in the list, from 1 for the head.
const INDEX: &str = "aria-rowindex";

/// What of a list is above the upper edge of its frame or of the window, and how much is in sight,
/// in CSS pixels. Negative where the list begins below the edge.
///
/// # Errors
/// When there is no window.
pub fn in_sight(frame: &Element, list: &Element) -> Result<(f64, f64), Refused> {
    let begins = list.get_bounding_client_rect().top();
    if scrolls(frame) {
        let edge = frame.get_bounding_client_rect().top();
        return Ok((edge - begins, f64::from(frame.client_height())));
    }
    let height = window()?.inner_height();
    let height = height.ok().and_then(|height| height.as_f64());
    Ok((-begins, height.unwrap_or_default()))
}

/// Scrolls by so many CSS pixels what scrolls the list.
///
/// # Errors
/// When there is no window.
pub fn scroll_list(frame: &Element, by: f64) -> Result<(), Refused> {
    if scrolls(frame) {
        scroll_frame(frame, by);
    } else {
        window()?.scroll_by_with_x_and_y(0.0, by);
    }
    Ok(())
}

/// Scrolls the frame by so many CSS pixels, and never the window.
pub fn scroll_frame(frame: &Element, by: f64) {
    frame.scroll_by_with_x_and_y(0.0, by);
}

/// Scrolls the frame to its top.
pub fn rewind(frame: &Element) {
    frame.set_scroll_top(0);
}

/// Whether the frame scrolls. One that is taller than the window holds its rows whole, whatever
/// sticks out of it.
fn scrolls(frame: &Element) -> bool {
    let height = f64::from(frame.client_height());
    let window = window().and_then(|window| {
        window
            .inner_height()
            .map_err(|why| Refused::new("a height", why))
    });
    let is_whole = window
        .ok()
        .and_then(|window| window.as_f64())
        .is_some_and(|window| height > window);
    !is_whole && frame.scroll_height() > frame.client_height()
}

/// The rows of a list that are in the page: position from 0, and height in CSS pixels. A row that is
/// kept out of sight, a pixel in size, is left out.
#[must_use]
pub fn row_heights(list: &Element) -> Vec<(usize, f64)> {
    let mut heights = Vec::new();
    let mut next = list.first_element_child();
    while let Some(row) = next {
        let height = row.get_bounding_client_rect().height();
        if let Some(index) = position(&row).filter(|_| height > 1.0) {
            heights.push((index, height));
        }
        next = row.next_element_sibling();
    }
    heights
}

/// The position of the row that has the focus in it, from 0.
#[must_use]
pub fn focused_row(list: &Element) -> Option<usize> {
    let active = document().ok()?.active_element()?;
    let row = active.closest(&format!("[{INDEX}]")).ok()??;
    position(&row).filter(|_| list.contains(Some(&row)))
}

fn position(row: &Element) -> Option<usize> {
    let index: usize = row.get_attribute(INDEX)?.parse().ok()?;
    index.checked_sub(2)
}

/// Calls back when the window or any part of the page is scrolled, until dropped.
///
/// # Errors
/// When there is no document.
pub fn watch_scroll(scrolled: impl Fn() + 'static) -> Result<EventListener, Refused> {
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: true,
    };
    let document = document()?;
    let document = document.unchecked_ref();
    Ok(EventListener::new_with_options(
        document,
        "scroll",
        options,
        move |_| {
            if is_alive() {
                scrolled();
            }
        },
    ))
}
