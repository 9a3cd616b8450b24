//! The last resort: a panic leaves a plain page that says so, never a blank screen.
//!
//! After a panic the program must not be called again, so the page is plain elements with no
//! handler of ours: reloading is a link to the address itself.

use std::panic::PanicHookInfo;

use super::{Refused, document, fragment, page};
use crate::dataset::Lang;
use crate::text::Msg;

/// Has every panic show the page.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|info| {
        // Where even this is refused the browser's own console has the message.
        let _ = show(info);
    }));
}

fn show(info: &PanicHookInfo<'_>) -> Result<(), Refused> {
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
        // An empty query would reload; the same address with its fragment does not. The file's
        // or site's own address without fragment is loaded anew, the view given as it was.
        let address = format!("?reload{}", fragment().unwrap_or_default());
        link.set_attribute("href", &address)
            .map_err(|why| Refused::new("a link", why))?;
    }
    add(
        "pre",
        &format!("Guatu {}\n{info}", env!("CARGO_PKG_VERSION")),
    )?;
    Ok(())
}
