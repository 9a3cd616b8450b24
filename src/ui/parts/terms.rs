//! Terms of the glossary, explained where they stand: a button that opens a popover, which the
//! browser itself closes on Escape or a press elsewhere.

use std::ops::Range;

use web_sys::Element;
use yew::prelude::*;

use super::place::place_link;
use crate::browser;
use crate::dataset::{Lang, Term};
use crate::query::glossary::{Mention, mentions};
use crate::query::search;
use crate::text::{Msg, label};
use crate::ui::context::Shared;
use crate::view::Place;

/// A text with what the search found in it marked, and its terms as buttons.
pub fn explained(shared: &Shared, text: &str) -> Html {
    explained_in(shared, text, shared.lang())
}

/// The same for a text that is in one language whatever the page's.
pub fn explained_in(shared: &Shared, text: &str, lang: Lang) -> Html {
    let mut rest = 0;
    let mut parts = Vec::new();
    for Mention { range, term } in mentions(&shared.data.terms, text, lang) {
        parts.push(marked_part(shared, text, rest..range.start));
        rest = range.end;
        let words = marked_part(shared, text, range);
        parts.push(button(shared, term, "term", None, words));
    }
    parts.push(marked_part(shared, text, rest..text.len()));
    parts.into_iter().collect()
}

/// A name that leads somewhere. A button cannot stand in a link, so its terms stand after it as
/// marks of a note.
pub fn explained_link(shared: &Shared, text: &str, href: String) -> Html {
    html! {
        <>
            <a {href}>{ marked(shared, text) }</a>
            { term_notes(shared, text) }
        </>
    }
}

/// A text with what the search found in it marked.
pub fn marked(shared: &Shared, text: &str) -> Html {
    marked_part(shared, text, 0..text.len())
}

/// A mark of a note for each term in a text that cannot hold buttons itself.
pub fn term_notes(shared: &Shared, text: &str) -> Html {
    let note = |mention: Mention| {
        let name = name(shared, mention.term);
        let label = label::headed(shared.msg(Msg::TermExplain), name, shared.lang());
        let words = html! { { shared.msg(Msg::TermMark) } };
        button(shared, mention.term, "term-note", Some(label), words)
    };
    found(shared, text).into_iter().map(note).collect()
}

/// The terms in a text by name, for a heading that cannot hold buttons itself.
pub fn terms_of(shared: &Shared, text: &str) -> Html {
    let terms = mentions(&shared.data.terms, text, Lang::Zh);
    if terms.is_empty() {
        return html! {};
    }
    html! {
        <p class="terms-here">
            { shared.msg(Msg::TermsHere) }
            for Mention { term, .. } in terms {
                { button(shared, term, "term", None, html! { { name(shared, term) } }) }
            }
        </p>
    }
}

fn found(shared: &Shared, text: &str) -> Vec<Mention> {
    mentions(&shared.data.terms, text, shared.lang())
}

fn name(shared: &Shared, term: usize) -> &str {
    let term = shared.data.terms.get(term);
    term.map_or("", |term| term.name.get(shared.lang()))
}

/// A part of a text with what the search found in the whole of it marked.
fn marked_part(shared: &Shared, text: &str, part: Range<usize>) -> Html {
    let piece = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
    let mut rest = part.start;
    let mut pieces = Vec::new();
    for mark in search::marks(text, &shared.state.filters.search) {
        let (start, end) = (mark.start.max(rest), mark.end.min(part.end));
        if start < end {
            pieces.push(html! { { piece(rest..start) } });
            pieces.push(html! { <mark>{ piece(start..end) }</mark> });
            rest = end;
        }
    }
    pieces.push(html! { { piece(rest..part.end) } });
    pieces.into_iter().collect()
}

fn popover(term: usize) -> String {
    format!("term-{term}")
}

fn button(
    shared: &Shared,
    term: usize,
    class: &'static str,
    label: Option<String>,
    words: Html,
) -> Html {
    let id = popover(term);
    let onclick = {
        let id = id.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(opener) = event.target_dyn_into::<Element>() {
                // A popover that cannot be placed opens in the corner of the window.
                let _ = browser::place_popover(&id, &opener);
            }
        })
    };
    let title = label.is_none().then(|| shared.msg(Msg::TermExplain));
    html! {
        <button type="button" {class} popovertarget={id} aria-label={label} {title} {onclick}>{ words }</button>
    }
}

/// The popovers of all terms, once for the page. Another view closes an open one: see `use_arrival`.
pub fn term_cards(shared: &Shared) -> Html {
    let lang = shared.lang();
    let terms = &shared.data.terms;
    let entries = |name: &str| -> Vec<&Term> {
        let same = terms.iter().filter(|term| term.name.get(lang) == name);
        same.collect()
    };
    let is_first = |(index, term): &(usize, &Term)| {
        let name = term.name.get(lang);
        terms.iter().position(|known| known.name.get(lang) == name) == Some(*index)
    };
    html! {
        <div>
            for (index, term) in terms.iter().enumerate().filter(is_first) {
                <div key={index} id={popover(index)} class="term-card" popover="auto">
                    <p class="term-name">
                        <b>{ term.name.get(lang) }</b>
                        { other_name(term, lang) }
                    </p>
                    for entry in entries(term.name.get(lang)) {
                        { definition(shared, entry) }
                    }
                </div>
            }
        </div>
    }
}

/// The term's name in the language that the page is not in.
pub fn other_name(term: &Term, lang: Lang) -> Html {
    let (code, other) = match lang {
        Lang::Zh => ("en", Lang::En),
        Lang::En => ("zh-CN", Lang::Zh),
    };
    html! { <span lang={code}>{ term.name.get(other) }</span> }
}

/// What a term means, and where that stands.
fn definition(shared: &Shared, term: &Term) -> Html {
    html! {
        <>
            <p>{ term.definition.get(shared.lang()) }</p>
            <p class="term-place">{ place_link(shared, Place::line(term.document, term.line)) }</p>
        </>
    }
}
