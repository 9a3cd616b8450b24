//! The last resort: a panic leaves a plain page that says so, never a blank screen.
//!
//! After a panic the program must not be called again: every callback of this folder asks
//! [`is_alive`] first, and the page is plain elements with no handler of ours.

use std::cell::Cell;

use web_sys::Element;

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
    let body = document()?.body();
    let body = body.ok_or_else(|| Refused::new("the body", "there is none"))?;
    body.set_text_content(None);
    let main = add(&body, "main", "")?;
    page::set(&main, "class", "faults")?;
    let title = [Lang::Zh, Lang::En].map(|lang| Msg::CrashTitle.get(lang));
    add(&main, "h1", &title.join(" · "))?;
    for (lang, code) in [(Lang::Zh, "zh-CN"), (Lang::En, "en")] {
        let said = add(&main, "p", Msg::CrashText.get(lang))?;
        page::set(&said, "lang", code)?;
        let link = add(&add(&said, "b", " ")?, "a", Msg::Reload.get(lang))?;
        page::set(&link, "href", &reload_address())?;
    }
    add(&main, "pre", what)?;
    Ok(())
}

/// A new element at the end of another, with a text in it.
fn add(within: &Element, tag: &str, text: &str) -> Result<Element, Refused> {
    let refused = |why| Refused::new("an element", why);
    let element = document()?.create_element(tag).map_err(refused)?;
    element.set_text_content(Some(text));
    within.append_child(&element).map_err(refused)?;
    Ok(element)
}
