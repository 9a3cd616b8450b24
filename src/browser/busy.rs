//! While an answer is on its way: what stands in the content is about to be another.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::page::set;
use super::{Refused, element, window};

const BUSY: &str = "aria-busy";

/// Tells whether an answer is on its way, for assistive technology and the style sheets, which say so.
///
/// # Errors
/// When there is no content.
pub fn set_busy(is_busy: bool) -> Result<(), Refused> {
    let is_busy = if is_busy { "true" } else { "false" };
    set(&element("content")?, BUSY, is_busy)
}

/// Until dropped, a busy content takes no press: it would undo the one before, or be one of what is gone. A style that
/// lets no pointer through would be worked out for each element of the content, twice with each press, and would let
/// keys through.
///
/// # Errors
/// When there is no window.
pub fn turn_away_presses() -> Result<EventListener, Refused> {
    // Before the program hears of it.
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    let window = window()?;
    let turn_away = |event: &web_sys::Event| {
        let pressed = event.target().and_then(|target| target.dyn_into().ok());
        let is_busy = |pressed: Element| {
            let busy = pressed.closest(&format!("#content[{BUSY}=true]"));
            busy.is_ok_and(|busy| busy.is_some())
        };
        if pressed.is_some_and(is_busy) {
            event.stop_immediate_propagation();
            event.prevent_default();
        }
    };
    Ok(EventListener::new_with_options(
        &window, "click", options, turn_away,
    ))
}
