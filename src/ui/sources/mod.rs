//! 来源: the documents line by line, how their figures relate, and what they name and explain.
//!
//! Start at [`sources_view`]: one of four parts is open, and of the documents one may be open at a
//! line, to which every figure elsewhere in the page leads.

mod contents;
mod coverage;
mod document;
mod excluded;
mod glossary;
mod lines;
mod projects;
mod relations;
mod shelf;
mod tasks;

use std::rc::Rc;

use yew::prelude::*;

use self::document::DocumentPage;
use self::glossary::glossary;
use self::projects::projects;
use self::relations::pairs;
use self::shelf::Shelf;
use super::context::Shared;
use crate::query::{Facet, Selection, listed, relations as related};
use crate::text::{Msg, label, number};
use crate::view::{Action, Part};

/// The sources.
pub fn sources_view(shared: &Shared, selection: &Rc<Selection>) -> Html {
    let body = match (shared.state.part, shared.state.at) {
        (Part::Documents, None) => html! { <Shelf selection={Rc::clone(selection)} /> },
        (Part::Documents, Some(at)) => html! {
            <DocumentPage key={at.document} {at} selection={Rc::clone(selection)} />
        },
        (Part::Relations, _) => pairs(shared, selection),
        (Part::Projects, _) => projects(shared),
        (Part::Glossary, _) => glossary(shared),
    };
    html! {
        <>
            { switch(shared, selection) }
            { body }
        </>
    }
}

/// The four parts, each with how much of it passes the filters.
fn switch(shared: &Shared, selection: &Selection) -> Html {
    let data = &shared.data;
    let documents = shared.index.choices(Facet::Document).iter();
    let documents = documents.filter(|code| selection.count_of(Facet::Document, **code) > 0);
    let pairs = related::by_kind(data, selection);
    let filters = &shared.state.filters;
    let counts = [
        (Part::Documents, documents.count()),
        (
            Part::Relations,
            pairs.iter().map(|(_, pairs)| pairs.len()).sum(),
        ),
        (Part::Projects, listed::projects(data, filters).len()),
        (Part::Glossary, listed::terms(data, filters).len()),
    ];
    let option = |(part, count): (Part, usize)| {
        let current = (shared.state.part == part).then_some("true");
        let name = shared.msg(label::part(part));
        html! {
            <a href={shared.link(Action::Show(part))} aria-current={current}>
                { name }<span class="switch-count">{ number::count(count, shared.lang()) }</span>
            </a>
        }
    };
    html! {
        <nav class="switch parts" aria-label={shared.msg(Msg::Parts)}>
            { counts.map(option).into_iter().collect::<Html>() }
        </nav>
    }
}

/// What folds away under its heading. Whether it is open at first is the caller's, then the
/// reader's.
fn fold(key: String, heading: Html, count: String, open: bool, body: Html) -> Html {
    html! {
        <details {key} class="fold" {open}>
            <summary>
                <span class="fold-heading">{ heading }</span>
                <span class="fold-count">{ count }</span>
            </summary>
            { body }
        </details>
    }
}

/// A heading of one line.
fn heading(text: &str) -> Html {
    html! { <b>{ text }</b> }
}

/// What stands in place of a part that the filters leave nothing of.
fn nothing(shared: &Shared, msg: Msg) -> Html {
    html! {
        <div class="nothing">
            <p>{ shared.msg(msg) }</p>
            if shared.state.filters.active() > 0 {
                <p><a href={shared.link(Action::Clear)}>{ shared.msg(Msg::Clear) }</a></p>
            }
        </div>
    }
}

/// That some of the choices that are on narrow nothing here.
fn other_choices(shared: &Shared) -> Html {
    if !listed::has_other_choices(&shared.state.filters) {
        return html! {};
    }
    html! { <p class="muted part-note">{ shared.msg(Msg::OtherChoices) }</p> }
}
