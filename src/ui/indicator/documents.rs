//! The documents that print an indicator's figures, by their numbers.

use std::rc::Rc;

use yew::prelude::*;

use super::panel;
use crate::dataset::{Code, Document};
use crate::text::{Msg, label};
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::{explained_link, use_listed, use_steps};
use crate::view::{Action, Place};

/// So many documents fill their part of a screen.
const SCREEN: usize = 8;

/// Properties of [`Documents`].
#[derive(PartialEq, Properties)]
pub struct DocumentsProps {
    /// The documents, in the order of their first use. Required.
    pub used: Rc<Vec<Code>>,
}

/// The documents, as they are cited.
#[component]
pub fn Documents(props: &DocumentsProps) -> Html {
    let shared = &use_shared();
    let used = &props.used;
    let steps = use_steps(Rc::clone(used), SCREEN);
    let (listed, further) = use_listed(shared, &steps, used.len(), ".documents a");
    let listed = used.iter().take(listed).enumerate();
    let list = html! {
        <>
            <ul class="documents">{ for listed.filter_map(|one| item(shared, one)) }</ul>
            { further }
        </>
    };
    panel(shared, Msg::Documents, list)
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
