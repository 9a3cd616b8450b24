//! While an answer is on its way: what stands in the content is about to be another.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use super::crash::is_alive;
use super::page::set;
use super::{Refused, after_paint, element, window};

const BUSY: &str = "aria-busy";

/// Tells whether an answer is on its way, for assistive technology and the style sheets, which say so.
///
/// # Errors
/// When there is no content.
pub fn set_busy(is_busy: bool) -> Result<(), Refused> {
    let is_busy = if is_busy { "true" } else { "false" };
    set(&element("content")?, BUSY, is_busy)
}

/// Until dropped, a busy content takes no press: it would undo the one before, or be one of what is gone. What stands
/// beside it and depends on the view, links and dialogs, is pressed when the answer is there. A style that lets no pointer
/// through would be worked out for each element of the content, twice with each press, and would let keys through.
/// `leaving` is called before a link leads away.
///
/// # Errors
/// When there is no window.
pub fn watch_presses(leaving: impl Fn() + Clone + 'static) -> Result<[EventListener; 2], Refused> {
    // Before the program hears of it.
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    let window = window()?;
    Ok(["click", "keydown"].map(|kind| {
        let leaving = leaving.clone();
        EventListener::new_with_options(&window, kind, options, move |event| {
            let pressed = event.target().and_then(|target| target.dyn_into().ok());
            let Some(pressed) = pressed.filter(|_| is_alive() && is_press(event)) else {
                return;
            };
            if is_busy() {
                turn_away(event, &pressed);
            } else if within(&pressed, "a[href^='#']").is_some() {
                leaving();
            }
        })
    }))
}

/// A press, or the key that is one of a chart. With another key held it opens a window of its own.
fn is_press(event: &Event) -> bool {
    match (
        event.dyn_ref::<MouseEvent>(),
        event.dyn_ref::<KeyboardEvent>(),
    ) {
        (Some(mouse), _) => !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key()),
        (_, Some(key)) => key.key() == "Enter",
        _ => false,
    }
}

fn is_busy() -> bool {
    let busy = element("content").map(|content| content.get_attribute(BUSY));
    busy.is_ok_and(|busy| busy.as_deref() == Some("true"))
}

fn turn_away(event: &Event, pressed: &Element) {
    if within(pressed, "#content").is_none() {
        let later = within(pressed, "a[href^='#'], button[data-dialog]");
        let later = later.and_then(|later| later.dyn_into::<HtmlElement>().ok());
        let Some(later) = later else { return };
        after_paint(move || later.click());
    }
    event.stop_immediate_propagation();
    event.prevent_default();
}

fn within(pressed: &Element, selector: &str) -> Option<Element> {
    pressed.closest(selector).ok().flatten()
}
