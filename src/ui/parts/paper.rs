//! What stands on paper alone: the head and foot of a print, the numbers of the documents, and
//! drawings in place of what only a screen can show.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::SelectionProps;
use crate::browser;
use crate::dataset::Document;
use crate::export::{paper_state, qr};
use crate::query::sources;
use crate::text::{Msg, filter, label};
use crate::ui::context::{Shared, use_shared};
use crate::view::{Page, link};

/// Fills an element with a drawing, an SVG, while the page is printed.
///
/// The drawing is made when printing begins and taken away after it, past the state and rendering
/// of the page: browsers wait for neither.
#[hook]
pub fn use_drawing_on_paper<T: PartialEq + 'static>(
    drawn: T,
    draw: fn(&T) -> Option<String>,
) -> NodeRef {
    let host = use_node_ref();
    let place = host.clone();
    use_effect_with(Rc::new(drawn), move |drawn| {
        let drawn = Rc::clone(drawn);
        let (before, after) = (place.clone(), place);
        let listeners = browser::on_print(
            move || {
                if let (Some(host), Some(svg)) = (before.cast::<Element>(), draw(&drawn)) {
                    // Without it the screen's own drawing is printed.
                    let _ = browser::put_drawing(&host, &svg);
                }
            },
            move || {
                if let Some(host) = after.cast::<Element>() {
                    browser::clear_drawing(&host);
                }
            },
        );
        move || drop(listeners)
    });
    host
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

/// The foot of a print: the documents by their numbers, the edition, and the way back to the view.
#[component]
pub fn PaperFoot(props: &SelectionProps) -> Html {
    let shared = use_shared();
    let (data, lang) = (&shared.data, shared.lang());
    let documents = {
        let data = Rc::clone(data);
        let wanted = matches!(shared.state.page, Page::Board | Page::Table);
        use_memo((props.clone(), wanted), move |(props, wanted)| {
            let all = (1..).zip(sources::documents(&data)).filter(|_| *wanted);
            all.filter(|(_, code)| sources::passing(&data, &props.selection, *code) > 0)
                .collect::<Vec<(usize, u16)>>()
        })
    };
    let address = browser::address();
    let link = link::write(&paper_state(&shared.state), data);
    let online = address.map(|address| address + &link);
    let code = use_drawing_on_paper(online.clone(), |online| qr(online.as_deref()?));
    let way = if online.is_some() {
        Msg::LinkToView
    } else {
        Msg::LinkInFile
    };
    let known = documents
        .iter()
        .filter_map(|(number, code)| Some((*number, data.documents.get(usize::from(*code))?)));
    html! {
        <div class="paper-foot">
            <div>
                if !documents.is_empty() {
                    <p>{ shared.msg(Msg::Documents) }</p>
                    <ul>
                        for (number, document) in known {
                            <li>{ format!("[{number}] {}", reference(&shared, document)) }</li>
                        }
                    </ul>
                }
                <p>{ format!("{} · {} {}", data.title.get(lang), shared.msg(Msg::Edition), data.edition) }</p>
                <p class="paper-link">{ label::headed(shared.msg(way), &online.unwrap_or(link), lang) }</p>
            </div>
            <div ref={code} class="paper-code" />
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

/// The number of a document on paper. It is the same in every print, whatever is filtered.
pub fn cited(shared: &Shared, document: &Document) -> Html {
    let data = &shared.data;
    let is_it = |code: &u16| {
        let known = data.documents.get(usize::from(*code));
        known.is_some_and(|known| known.id == document.id)
    };
    let number = sources::documents(data).iter().position(is_it);
    html! { <span class="cited">{ number.map(|number| format!("[{}]", number + 1)) }</span> }
}
