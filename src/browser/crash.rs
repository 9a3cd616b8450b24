//! The last resort: a panic leaves a plain page that says so, never a blank screen.
//!
//! After a panic the program must not be called again: every callback of this folder asks
//! [`is_alive`] first, and the page is plain elements with no handler of ours.

use std::cell::Cell;

use super::{Refused, document, page, reload_address};
use crate::dataset::Lang;
use crate::text::Msg;

thread_local! {
    static DEAD: Cell<bool> = const { Cell::new(false) };
}

/// Whether no panic has happened.
pub(super) fn is_alive() -> bool {
    !DEAD.get()
}

/// Has every panic show the page.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|info| {
        DEAD.set(true);
        let what = format!("Guatu {}\n{info}", env!("CARGO_PKG_VERSION"));
        web_sys::console::error_1(&what.as_str().into());
        // Where even the page is refused, the console has the message.
        let _ = show(&what);
    }));
}

fn show(what: &str) -> Result<(), Refused> {
    page::set_state("failed")?;
    let document = document()?;
    let body = document
        .body()
        .ok_or_else(|| Refused::new("the body", "there is none"))?;
    body.set_text_content(None);
    let add = |tag: &str, text: &str| -> Result<web_sys::Element, Refused> {
        let element = document
            .create_element(tag)
            .map_err(|why| Refused::new("an element", why))?;
        element.set_text_content(Some(text));
        body.append_child(&element)
            .map_err(|why| Refused::new("an element", why))?;
        Ok(element)
    };
    for lang in [Lang::Zh, Lang::En] {
        add("h1", Msg::CrashTitle.get(lang))?;
        add("p", Msg::CrashText.get(lang))?;
        let link = add("a", Msg::Reload.get(lang))?;
        link.set_attribute("href", &reload_address())
            .map_err(|why| Refused::new("a link", why))?;
    }
    add("pre", what)?;
    Ok(())
}
