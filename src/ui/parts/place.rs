//! Where something is printed, as a link to it.

use yew::prelude::*;

use crate::text::{label, source};
use crate::ui::context::Shared;
use crate::view::{Action, Place};

/// A document's short name and a line of it, as a link to that line.
pub fn place_link(shared: &Shared, place: Place) -> Html {
    let lang = shared.lang();
    let Some(document) = shared.data.documents.get(usize::from(place.document)) else {
        return html! {};
    };
    let name = label::document(&shared.data, document, lang);
    let title = document.title.get(lang).to_owned();
    html! {
        <a class="place" href={shared.link(Action::Open(place))} {title}>
            <span class="place-document">{ name }{ " " }</span>{ line(shared, place) }
        </a>
    }
}

/// A line of a document that is named already, as a link to it.
pub fn line_link(shared: &Shared, place: Place) -> Html {
    html! { <a class="place" href={shared.link(Action::Open(place))}>{ line(shared, place) }</a> }
}

fn line(shared: &Shared, place: Place) -> Html {
    let words = place.line.map(|line| source::line(line, shared.lang()));
    html! { <span class="place-line">{ words }</span> }
}
