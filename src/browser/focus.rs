//! The focus of the keyboard: where it goes when what had it is gone, or when a link points.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::page::{element, set};
use super::{Refused, document};

/// Brings the first element of a selector into sight, with all that is folded around it opened,
/// and gives it the focus.
///
/// # Errors
/// When there is no such element, or it takes no focus.
pub fn reveal(selector: &str) -> Result<(), Refused> {
    let found = document()?.query_selector(selector);
    let found = found.ok().flatten();
    let element = found.ok_or_else(|| Refused::new("an element", selector))?;
    if let Ok(Some(folded)) = element.closest("details") {
        set(&folded, "open", "")?;
    }
    element.scroll_into_view();
    give_focus(element, selector)
}

/// Whether nothing that is there has the focus.
fn is_lost() -> Result<bool, Refused> {
    let active = document()?.active_element();
    Ok(active.is_none_or(|element| element.tag_name() == "BODY"))
}

/// Moves the focus to the link to `href`, where the reader left from, or else to the element with
/// an id; unless something else that is still there has it.
///
/// # Errors
/// As [`focus`].
pub fn return_focus(href: &str, id: &str) -> Result<(), Refused> {
    if !is_free(id)? {
        return Ok(());
    }
    match link_within(href, id)? {
        Some(link) => give_focus(link, href),
        None => focus(id),
    }
}

/// The same once more, where the link came after the rest of the page.
///
/// # Errors
/// As [`focus`].
pub fn regain_focus(href: &str, id: &str) -> Result<(), Refused> {
    match link_within(href, id)?.filter(|_| is_free(id).unwrap_or_default()) {
        Some(link) => give_focus(link, href),
        None => Ok(()),
    }
}

/// Whether nothing has the focus, or only the element with an id.
fn is_free(id: &str) -> Result<bool, Refused> {
    let active = document()?.active_element();
    Ok(is_lost()? || active.is_some_and(|element| element.id() == id))
}

fn link_within(href: &str, id: &str) -> Result<Option<Element>, Refused> {
    let links = document()?.query_selector_all(&format!("#{id} a[href]"));
    let links = links.map_err(|why| Refused::new("the links", why))?;
    let links =
        (0..links.length()).filter_map(|index| links.get(index)?.dyn_into::<Element>().ok());
    let mut same = links.filter(|link| link.get_attribute("href").as_deref() == Some(href));
    Ok(same.next())
}

/// Moves the focus to the element at an index among those of a selector, or the last of them.
///
/// # Errors
/// When there is none, or it takes no focus.
pub fn focus_among(selector: &str, index: usize) -> Result<(), Refused> {
    let found = document()?.query_selector_all(selector);
    let found = found.map_err(|why| Refused::new("elements", why))?;
    let last = found.length().checked_sub(1);
    let index = u32::try_from(index).ok().zip(last);
    let element = index.and_then(|(index, last)| found.get(index.min(last))?.dyn_into().ok());
    let element = element.ok_or_else(|| Refused::new("an element", selector))?;
    give_focus(element, selector)
}

/// Moves the focus to the element with an id, unless something that is still there has it.
///
/// # Errors
/// As [`focus`].
pub fn rescue_focus(id: &str) -> Result<(), Refused> {
    if is_lost()? { focus(id) } else { Ok(()) }
}

/// Moves the focus to the element with an id.
///
/// # Errors
/// When there is no such element, or it takes no focus.
pub fn focus(id: &str) -> Result<(), Refused> {
    give_focus(element(id)?, id)
}

pub(super) fn give_focus(element: Element, name: &str) -> Result<(), Refused> {
    let element = element.dyn_into::<HtmlElement>();
    let element = element.map_err(|_| Refused::new("the focus", name))?;
    element
        .focus()
        .map_err(|why| Refused::new("the focus", why))
}
