//! While an answer is on its way: what stands in the content is about to be another.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

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

/// Until dropped, a busy content takes no press: it would undo the one before, or be one of what is gone. A link beside
/// it is pressed when the answer is there, for until then it leads to the view before. A style that lets no pointer
/// through would be worked out for each element of the content, twice with each press, and would let keys through.
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
    Ok(EventListener::new_with_options(
        &window,
        "click",
        options,
        |event| {
            let pressed = event.target().and_then(|target| target.dyn_into().ok());
            if let Some(pressed) = pressed.filter(|_| is_busy()) {
                turn_away(event, &pressed);
            }
        },
    ))
}

fn is_busy() -> bool {
    let busy = element("content").map(|content| content.get_attribute(BUSY));
    busy.is_ok_and(|busy| busy.as_deref() == Some("true"))
}

fn turn_away(event: &Event, pressed: &Element) {
    let within = |selector| pressed.closest(selector).ok().flatten();
    let link = within("a[href^='#']").and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if within("#content").is_none() {
        let Some(link) = link else { return };
        after_paint(move || link.click());
    }
    event.stop_immediate_propagation();
    event.prevent_default();
}
