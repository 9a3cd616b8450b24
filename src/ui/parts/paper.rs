//! What stands on paper alone: the head and foot of a print, the numbers of the documents, and
//! drawings in place of what only a screen can show.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::browser;
use crate::dataset::{Code, Document, Observation};
use crate::export::{paper_state, qr};
use crate::text::{Msg, Own, edition, filter, label, method};
use crate::ui::context::{Shared, use_shared};
use crate::view::{Page, link};

/// Fills an element with drawings, each an SVG, while the page is printed.
///
/// They are made when printing begins and taken away after it, past the state and rendering
/// of the page: browsers wait for neither.
#[hook]
pub fn use_drawing_on_paper<T: PartialEq + 'static>(
    drawn: T,
    draw: fn(&T) -> Vec<String>,
) -> NodeRef {
    let host = use_node_ref();
    let place = host.clone();
    use_effect_with(Rc::new(drawn), move |drawn| {
        let drawn = Rc::clone(drawn);
        let (before, after) = (place.clone(), place);
        let listeners = browser::on_print(
            move || {
                if let Some(host) = before.cast::<Element>() {
                    // Without them the screen's own drawing is printed.
                    let _ = browser::put_drawings(&host, &draw(&drawn));
                }
            },
            move || {
                if let Some(host) = after.cast::<Element>() {
                    browser::clear_drawings(&host);
                }
            },
        );
        move || drop(listeners)
    });
    host
}

/// So many rows are printed at most: more would be thousands of pages, and stop the browser.
pub const PRINTED: usize = 20_000;

/// Whether the page is being printed. What renders by it is on the paper: rendering is a microtask, which runs
/// before the browser goes on, but for Firefox's own menu, which holds microtasks back while it prints.
#[hook]
pub fn use_printing() -> bool {
    let is_printed = use_state_eq(|| false);
    let setter = is_printed.setter();
    use_effect_with((), move |()| {
        let done = setter.clone();
        let watched = browser::on_print(move || setter.set(true), move || done.set(false));
        move || drop(watched)
    });
    *is_printed
}

/// The button that prints.
pub fn print_button(shared: &Shared) -> Html {
    let onclick = Callback::from(|_: MouseEvent| {
        // The browser's own menu prints where the page may not.
        let _ = browser::print();
    });
    html! {
        <button type="button" class="quiet print-button" data-print="" {onclick}>
            { shared.msg(Msg::Print) }
        </button>
    }
}

/// The head of a print: whose figures, which view by its name, what is filtered.
pub fn paper_head(shared: &Shared, view: &str) -> Html {
    let (data, state, lang) = (&shared.data, &shared.state, shared.lang());
    let title = data.title.get(lang);
    let (brand, has_heading) = (
        shared.msg(Msg::Brand),
        has_heading(state.page, state.at.is_some()),
    );
    let above = if view == title {
        brand.to_owned()
    } else {
        format!("{brand} · {title}")
    };
    html! {
        <div class="paper-head">
            <p>{ above }</p>
            if data.is_opened {
                <p>{ shared.msg(Own::Mark) }</p>
            }
            if !has_heading {
                <p class="paper-title">{ view.to_owned() }</p>
            }
            if state.page.takes_filters() {
                <p>{ filter::words(data, &state.filters, lang) }</p>
            }
        </div>
    }
}

/// Whether the view begins with a heading that paper shows too.
const fn has_heading(page: Page, is_document: bool) -> bool {
    !page.takes_filters() || is_document
}

/// The foot of a print: the edition, and the way back to the view.
#[component]
pub fn PaperFoot() -> Html {
    let shared = use_shared();
    let (data, lang) = (&shared.data, shared.lang());
    let address = browser::address();
    let link = link::share(&paper_state(&shared.state), data);
    let online = address.map(|address| address + &link);
    // Whoever scans it has not opened the data.
    let scanned = online.clone().filter(|_| !data.is_opened);
    let code = use_drawing_on_paper(scanned, |online| {
        online.as_deref().and_then(qr).into_iter().collect()
    });
    let way = match (data.is_opened, &online) {
        (true, _) => shared.msg(Own::LinkToOpened),
        (false, Some(_)) => shared.msg(Msg::LinkToView),
        (false, None) => shared.msg(Msg::LinkInFile),
    };
    html! {
        <div class="paper-foot">
            <div>
                <p>
                    { format!("{} · {} {}", data.title.get(lang), shared.msg(Msg::Edition), edition::words(data, lang)) }
                    { " · " }{ method::version(lang) }
                </p>
                <p class="paper-link">{ label::headed(way, &online.unwrap_or(link), lang) }</p>
            </div>
            <div ref={code} class="paper-code" />
        </div>
    }
}

/// The documents of a print, by the numbers that stand at its figures.
pub fn references(shared: &Shared, documents: &[Code]) -> Html {
    let known = documents
        .iter()
        .filter_map(|code| shared.data.documents.get(usize::from(*code)));
    html! {
        <div class="paper-list">
            <p>{ shared.msg(Msg::Documents) }</p>
            <ul>
                for (index, document) in known.enumerate() {
                    <li>{ format!("[{}] {}", index + 1, reference(shared, document)) }</li>
                }
            </ul>
        </div>
    }
}

/// A document as a list of sources has it: title, issuer, number, day of delivery.
fn reference(shared: &Shared, document: &Document) -> String {
    let facts = [&document.issuer, &document.number, &document.delivered];
    let facts = facts.into_iter().filter(|fact| !fact.is_empty());
    let mut parts = vec![document.title.get(shared.lang())];
    parts.extend(facts.map(|fact| &**fact));
    parts.join(" · ")
}

/// The number on paper of the document that prints a figure: the first that is used is 1.
pub fn cited(documents: &[Code], figure: &Observation<'_>) -> Html {
    let number = documents
        .iter()
        .position(|code| *code == figure.document_code);
    html! { <span class="cited">{ number.map(|number| format!("[{}]", number + 1)) }</span> }
}
