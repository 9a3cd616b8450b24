//! Leaving the page while a reader's own data are in it and nowhere else.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;

use super::crash::is_alive;
use super::window;

thread_local! {
    static ASKING: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// Whether the browser asks before the page is left.
#[must_use]
pub fn asks_before_leaving() -> bool {
    ASKING.with_borrow(Option::is_some)
}

/// Has the browser ask before the page is left or loaded anew, or no longer. It asks only who has pressed something.
pub(super) fn ask_before_leaving(is_asked: bool) {
    let window = window().ok().filter(|_| is_asked);
    let listener = window.map(|window| {
        let may_prevent = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, "beforeunload", may_prevent, |event| {
            if !is_alive() {
                return;
            }
            event.prevent_default();
            // For browsers that ask by this alone.
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                event.set_return_value("unsaved");
            }
        })
    });
    ASKING.set(listener);
}
