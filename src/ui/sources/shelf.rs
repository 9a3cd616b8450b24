//! The documents side by side: what each is, when it was delivered, what of it is accounted for.

use std::rc::Rc;

use yew::prelude::*;

use super::contents::Contents;
use super::coverage::coverage;
use super::document::{facts, overtaken};
use crate::dataset::Code;
use crate::query::{Facet, Selection, sources};
use crate::text::{Msg, label, number, source};
use crate::ui::context::use_shared;
use crate::ui::parts::{SelectionProps, marked, nothing_found, use_listed, use_steps};
use crate::view::{Action, Place};

/// So many documents fill a screen.
const SCREEN: usize = 6;

/// The documents of which a figure passes, in reading order.
#[component]
pub fn Shelf(props: &SelectionProps) -> Html {
    let shared = use_shared();
    let SelectionProps { selection } = props;
    let passing = |code: &Code| selection.count_of(Facet::Document, *code) > 0;
    let all = shared.index.choices(Facet::Document);
    let documents: Vec<Code> = all.iter().copied().filter(passing).collect();
    let steps = use_steps(&shared, props.clone(), SCREEN, ".shelf-item h2 a");
    let (count, further) = use_listed(&shared, &steps, documents.len());
    if documents.is_empty() {
        return nothing_found(&shared);
    }
    html! {
        <>
            <h1 class="visually-hidden">{ shared.msg(Msg::Documents) }</h1>
            <div class="shelf">
                for code in documents.into_iter().take(count) {
                    <Item key={code} {code} selection={Rc::clone(selection)} />
                }
            </div>
            { further }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ItemProps {
    code: Code,
    selection: Rc<Selection>,
}

/// A document. What is in it is looked up once it is opened.
#[component]
fn Item(props: &ItemProps) -> Html {
    let shared = use_shared();
    let is_open = use_state_eq(|| false);
    let (data, lang, code) = (&shared.data, shared.lang(), props.code);
    let Some(document) = data.documents.get(usize::from(code)) else {
        return html! {};
    };
    let passing = props.selection.count_of(Facet::Document, code) as usize;
    let found = {
        let shared = shared.clone();
        use_memo((), move |()| {
            sources::coverage(&shared.data, &shared.index, code)
        })
    };
    let sections = {
        let shared = shared.clone();
        use_memo((props.clone(), *is_open), move |(props, is_open)| {
            let (data, index) = (&shared.data, &shared.index);
            let sections = || sources::sections(data, index, &props.selection, props.code, None);
            is_open.then(|| Rc::new(sections()))
        })
    };
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |_: Event| is_open.set(true))
    };
    html! {
        <article class="shelf-item" data-document={document.id.to_string()}>
            <div class="shelf-title">
                <p class="document-kind">{ shared.msg(label::document_kind(document.kind)) }</p>
                <h2>
                    <a href={shared.link(Action::Open(Place::document(code)))}>
                        { marked(&shared, document.title.get(lang)) }
                    </a>
                </h2>
                { facts(&shared, document) }
                { overtaken(&shared, document) }
            </div>
            <div class="shelf-proof">
                <p class="shelf-count">
                    <b>{ number::count(passing, lang) }</b>
                    { source::figures_of(passing, found.figures, lang) }
                </p>
                { coverage(&shared, &found) }
            </div>
            <details class="shelf-contents" {ontoggle}>
                <summary>{ shared.msg(Msg::Contents) }</summary>
                if let Some(sections) = &*sections {
                    <Contents document={code} sections={Rc::clone(sections)} />
                }
            </details>
        </article>
    }
}
