//! The documents that print an indicator's figures, by their numbers.

use yew::prelude::*;

use crate::dataset::{Code, Document};
use crate::text::{Msg, label};
use crate::ui::context::Shared;
use crate::ui::parts::explained_link;
use crate::view::{Action, Place};

/// So many of the documents, as they are cited, and what leads to the others.
pub fn documents(shared: &Shared, used: &[Code], (listed, further): (usize, Html)) -> Html {
    let listed = used.iter().take(listed).enumerate();
    html! {
        <>
            <ul class="documents">{ for listed.filter_map(|one| item(shared, one)) }</ul>
            { further }
        </>
    }
}

fn item(shared: &Shared, (index, code): (usize, &Code)) -> Option<Html> {
    let document = shared.data.documents.get(usize::from(*code))?;
    let href = shared.link(Action::Open(Place::document(*code)));
    Some(html! {
        <li>
            <span class="cited">{ format!("[{}]", index + 1) }</span>
            { explained_link(shared, document.title.get(shared.lang()), href) }
            { facts(shared, document) }
        </li>
    })
}

fn facts(shared: &Shared, document: &Document) -> Html {
    let dated = [
        (label::delivered(document.kind), &document.delivered),
        (Msg::Published, &document.published),
    ];
    let known = dated.into_iter().filter(|(_, text)| !text.is_empty());
    let known = known.map(|(msg, text)| format!(" · {} {text}", shared.msg(msg)));
    html! {
        <small>
            <span lang="zh-CN">{ &document.issuer }{ " " }{ &document.number }</span>
            { known.collect::<String>() }
        </small>
    }
}
