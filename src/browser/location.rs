//! The link in the address bar, and the history behind it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

use super::crash::is_alive;
use super::{Refused, window};

/// The fragment of the address, with its `#`; empty where there is none.
///
/// # Errors
/// When the location cannot be read.
pub fn fragment() -> Result<String, Refused> {
    let hash = window()?.location().hash();
    hash.map_err(|why| Refused::new("the address", why))
}

/// The address of the page for others to open: without its fragment, and without the query, which is this
/// reader's alone. `None` where nobody else can open it: the page was opened from a file, or stands in a
/// frame without an address.
#[must_use]
pub fn address() -> Option<String> {
    let href = window().ok()?.location().href().ok()?;
    let address = href.split(['?', '#']).next()?;
    address.starts_with("http").then(|| address.to_owned())
}

/// The address that loads the page anew with the same view: the same address would only go to its
/// fragment, so the query counts up.
#[must_use]
pub fn reload_address() -> String {
    let query = window().and_then(|window| {
        let search = window.location().search();
        search.map_err(|why| Refused::new("the address", why))
    });
    let count = query
        .ok()
        .and_then(|query| query.strip_prefix("?reload=")?.parse::<u32>().ok());
    let next = count.unwrap_or_default().saturating_add(1);
    format!("?reload={next}{}", fragment().unwrap_or_default())
}

/// Adds a step to the history.
///
/// # Errors
/// When the history refuses, as Safari does after 100 calls in 30 seconds.
pub fn push(link: &str) -> Result<(), Refused> {
    let history = window()?.history();
    history
        .and_then(|history| history.push_state_with_url(&JsValue::TRUE, "", Some(link)))
        .map_err(|why| Refused::new("a step in the history", why))
}

/// Changes the present step of the history.
///
/// # Errors
/// As [`push`].
pub fn replace(link: &str) -> Result<(), Refused> {
    let history = window()?.history();
    history
        .and_then(|history| history.replace_state_with_url(&JsValue::TRUE, "", Some(link)))
        .map_err(|why| Refused::new("a change of the history", why))
}

/// Goes to a fragment of this page, `#…`, in the present step of the history. Those who watch the
/// fragment are told.
///
/// # Errors
/// When the address refuses.
pub fn visit(link: &str) -> Result<(), Refused> {
    let visited = window()?.location().replace(link);
    visited.map_err(|why| Refused::new("the address", why))
}

/// Whether the present step of the history is new, and not one that the reader came back to.
///
/// A step that a link made has no state of its own; it is marked, so that it is new once.
///
/// # Errors
/// As [`replace`].
pub fn is_new_step() -> Result<bool, Refused> {
    let history = window()?.history();
    let state = history.and_then(|history| history.state());
    let is_new = state.is_ok_and(|state| state.is_null());
    if is_new {
        replace(&fragment()?)?;
    }
    Ok(is_new)
}

/// Whether the present step of the history is one that has been seen before, or that the program made
/// itself: what [`is_new_step`] will say no to. Marks nothing.
///
/// # Errors
/// When the history is refused.
pub fn is_known_step() -> Result<bool, Refused> {
    let state = window()?.history().and_then(|history| history.state());
    let state = state.map_err(|why| Refused::new("the history", why))?;
    Ok(!state.is_null())
}

/// Calls back when the reader goes back, forward, or to another fragment; until dropped. Most of the time two events tell
/// of it, and the second has nothing new.
///
/// # Errors
/// When there is no window.
pub fn watch_fragment(changed: impl Fn() + Clone + 'static) -> Result<[EventListener; 2], Refused> {
    let window = window()?;
    let told = Rc::new(RefCell::new(None));
    Ok(["popstate", "hashchange"].map(|event| {
        let (changed, told) = (changed.clone(), Rc::clone(&told));
        EventListener::new(&window, event, move |event| {
            let now = fragment().ok();
            let is_second = told.take() == Some(now.clone());
            if event.type_() == "popstate" {
                told.replace(Some(now));
            }
            if is_alive() && !(is_second && event.type_() == "hashchange") {
                changed();
            }
        })
    }))
}
