//! 名词解释: the terms that documents explain.

use yew::prelude::*;

use super::{fold, heading, nothing, other_choices};
use crate::dataset::Term;
use crate::query::listed;
use crate::text::{Msg, source};
use crate::ui::context::Shared;
use crate::ui::parts::{marked, other_name, place_link};
use crate::view::Place;

/// The terms of all documents.
pub fn glossary(shared: &Shared) -> Html {
    let found = listed::terms(&shared.data, &shared.state.filters);
    if found.is_empty() {
        return html! { <>{ other_choices(shared) }{ nothing(shared, Msg::NoTerm) }</> };
    }
    html! {
        <>
            <h1 class="visually-hidden">{ shared.msg(Msg::PartGlossary) }</h1>
            { other_choices(shared) }
            <div class="panel">{ list(shared, &found, None) }</div>
        </>
    }
}

/// The terms of one document, folded.
pub fn terms_of_document(shared: &Shared, at: Place) -> Html {
    let own = listed::terms_of(&shared.data, at.document);
    if own.is_empty() {
        return html! {};
    }
    let open = own.iter().any(|term| at.is_line(term.line));
    let count = source::terms(own.len(), shared.lang());
    let name = heading(shared.msg(Msg::PartGlossary));
    let body = list(shared, &own, at.line.filter(|line| at.is_line(*line)));
    fold("glossary".to_owned(), name, count, open, body)
}

fn list(shared: &Shared, terms: &[&Term], at: Option<u32>) -> Html {
    html! {
        <dl class="glossary">
            for term in terms {
                { entry(shared, term, at == Some(term.line)) }
            }
        </dl>
    }
}

fn entry(shared: &Shared, term: &Term, is_pointed_at: bool) -> Html {
    let lang = shared.lang();
    let place = Place::line(term.document, term.line);
    html! {
        <div
            key={format!("{} {}", term.name.zh, term.document)}
            data-line={term.line.to_string()}
            class={classes!(is_pointed_at.then_some("pointed-at"))}
            tabindex={is_pointed_at.then_some("-1")}
        >
            <dt><b>{ marked(shared, term.name.get(lang)) }</b>{ other_name(term, lang) }</dt>
            <dd>
                { marked(shared, term.definition.get(lang)) }
                <small>{ place_link(shared, place) }</small>
            </dd>
        </div>
    }
}
