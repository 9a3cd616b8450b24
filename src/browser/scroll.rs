//! How far the page is scrolled. The browser's own way back to a place is switched off: it scrolls
//! before the view is drawn, while the page is too short, and stays where that ends.

use std::cell::Cell;

use gloo::events::EventListener;
use web_sys::{ScrollRestoration, Storage};

use super::{Refused, Width, document, fragment, window};

thread_local! {
    /// How far the page was scrolled when the reader last asked for another view.
    static TOP: Cell<f64> = const { Cell::new(0.0) };
}

/// Where the storage of the tab has how far the page was scrolled when it was left.
const KEPT: &str = "guatu:scrolled";

/// Takes the place of the browser's own way back, until dropped. A page that is loaded anew finds how
/// far it was scrolled in the storage of the tab: see [`kept`].
///
/// # Errors
/// When there is no window or history.
pub fn watch_page() -> Result<EventListener, Refused> {
    let window = window()?;
    let history = window.history();
    let history = history.map_err(|why| Refused::new("the history", why))?;
    history
        .set_scroll_restoration(ScrollRestoration::Manual)
        .map_err(|why| Refused::new("to scroll", why))?;
    Ok(EventListener::new(&window, "pagehide", |_| {
        // Where the storage is refused, the page begins at its top again.
        let _ = keep();
    }))
}

/// Notes how far the page is scrolled, before another view takes the place of this one.
pub fn note_scrolled() {
    TOP.set(now().unwrap_or_default());
}

/// How far the page was scrolled before what is drawn now: see [`note_scrolled`].
#[must_use]
pub fn scrolled() -> f64 {
    TOP.get()
}

fn keep() -> Result<(), Refused> {
    let kept = format!("{} {}", now()? as i32, fragment()?);
    let stored = storage()?.set_item(KEPT, &kept);
    stored.map_err(|why| Refused::new("to store", why))
}

/// How far the page was scrolled when it was left, if it was left with the link that it has now.
#[must_use]
pub fn kept() -> Option<f64> {
    let kept = storage().ok()?.get_item(KEPT).ok()??;
    let (top, link) = kept.split_once(' ')?;
    let top: i32 = top.parse().ok()?;
    fragment()
        .is_ok_and(|now| now == link)
        .then_some(f64::from(top))
}

fn storage() -> Result<Storage, Refused> {
    let storage = window()?.session_storage();
    let storage = storage.map_err(|why| Refused::new("the storage", why))?;
    storage.ok_or_else(|| Refused::new("the storage", "there is none"))
}

/// Scrolls to the top of the page.
///
/// # Errors
/// When there is no window.
pub fn scroll_to_top() -> Result<(), Refused> {
    scroll_to(0.0)
}

/// Scrolls to a place, and again whenever the page has grown, after `grown` was called, until what this returns
/// is dropped. It ends where the reader scrolls.
///
/// # Errors
/// When there is no page, or the browser observes no sizes.
pub fn return_to(top: f64, grown: impl Fn() + 'static) -> Result<Width, Refused> {
    scroll_to(top)?;
    let reached = Cell::new(now()?);
    let body = document()?.body();
    let body = body.ok_or_else(|| Refused::new("the page", "it has no body"))?;
    Width::watch(&body, move |_| {
        let is_left_alone = now().is_ok_and(|now| is_same(now, reached.get()));
        if is_left_alone {
            grown();
            let _ = scroll_to(top);
            reached.set(now().unwrap_or(top));
        }
    })
}

fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() < 1.0
}

fn scroll_to(top: f64) -> Result<(), Refused> {
    window()?.scroll_to_with_x_and_y(0.0, top);
    Ok(())
}

fn now() -> Result<f64, Refused> {
    let top = window()?.scroll_y();
    top.map_err(|why| Refused::new("how far it is scrolled", why))
}
