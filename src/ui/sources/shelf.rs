//! The documents side by side: what each is, when it was delivered, what of it is accounted for.

use yew::prelude::*;

use super::coverage::coverage;
use super::document::{contents, facts, overtaken};
use crate::dataset::{Code, Document};
use crate::query::{Selection, documents, sources};
use crate::text::{Msg, label, source};
use crate::ui::context::Shared;
use crate::ui::parts::{marked, nothing_found};
use crate::view::{Action, Place};

/// The documents of which a figure passes, in reading order.
pub fn shelf(shared: &Shared, selection: &Selection) -> Html {
    let data = &shared.data;
    let documents: Vec<(Code, &Document, usize)> = documents::documents(data)
        .into_iter()
        .filter_map(|code| {
            let document = data.documents.get(usize::from(code))?;
            Some((code, document, sources::passing(data, selection, code)))
        })
        .filter(|(_, _, passing)| *passing > 0)
        .collect();
    if documents.is_empty() {
        return nothing_found(shared);
    }
    html! {
        <>
            <h1 class="visually-hidden">{ shared.msg(Msg::Documents) }</h1>
            <div class="shelf">
                for (code, document, passing) in documents {
                    { item(shared, selection, code, document, passing) }
                }
            </div>
        </>
    }
}

fn item(
    shared: &Shared,
    selection: &Selection,
    code: Code,
    document: &Document,
    passing: usize,
) -> Html {
    let lang = shared.lang();
    let open = Place::document(code);
    let found = sources::coverage(&shared.data, code);
    let sections = sources::sections(&shared.data, selection, code, None);
    html! {
        <article key={code} class="shelf-item" data-document={document.id.to_string()}>
            <div class="shelf-title">
                <p class="document-kind">{ shared.msg(label::document_kind(document.kind)) }</p>
                <h2>
                    <a href={shared.link(Action::Open(open))}>{ marked(shared, document.title.get(lang)) }</a>
                </h2>
                { facts(shared, document) }
                { overtaken(shared, document) }
            </div>
            <div class="shelf-proof">
                <p class="shelf-count">
                    <b>{ passing }</b>
                    { count_words(shared, passing, found.figures) }
                </p>
                { coverage(shared, &found) }
            </div>
            <details class="shelf-contents">
                <summary>{ shared.msg(Msg::Contents) }</summary>
                { contents(shared, code, &sections) }
            </details>
        </article>
    }
}

/// What the number before these words counts, and of how many it is.
fn count_words(shared: &Shared, passing: usize, all: usize) -> String {
    source::figures_of(passing, all, shared.lang())
}
