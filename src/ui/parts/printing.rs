//! One printing of a figure, in the words that the views share.

use yew::prelude::*;

use super::place::place_link;
use super::terms::{explained, explained_in};
use crate::dataset::{Lang, Observation};
use crate::text::{Msg, Own, label};
use crate::ui::context::Shared;
use crate::view::Place;

/// The fragment as printed, with its terms explained.
pub fn quoted(shared: &Shared, text: &str) -> Html {
    html! { <q lang="zh-CN">{ explained_in(shared, text, Lang::Zh) }</q> }
}

/// What the reader should know of a printing, a line each.
pub fn printing_notes(shared: &Shared, figure: &Observation<'_>) -> Html {
    let mut notes = Vec::new();
    if figure.shared {
        notes.push(shared.msg(Msg::SharedFigure).to_owned());
    }
    let own = figure.note(shared.lang());
    if !own.is_empty() {
        notes.push(own.to_owned());
    }
    let line = |note: String| html! { <small>{ explained(shared, &note) }</small> };
    html! {
        <>
            if !figure.repair.is_empty() {
                <small>
                    { label::headed(shared.msg(Msg::Repaired), "", shared.lang()) }
                    <span lang="zh-CN">{ explained_in(shared, figure.repair, Lang::Zh) }</span>
                </small>
            }
            { notes.into_iter().map(line).collect::<Html>() }
        </>
    }
}

/// That a figure is the reader's, where published ones stand beside it.
pub fn own_badge(shared: &Shared, figure: &Observation<'_>) -> Html {
    html! {
        if shared.data.is_own(figure.row) {
            <span class="own-figure">{ shared.msg(Own::Figure) }</span>
        }
    }
}

/// Document and line as a link to the place in the sources, and the headings there.
pub fn printing_place(shared: &Shared, figure: &Observation<'_>) -> Html {
    let Some(place) = Place::of(&shared.data, figure.row) else {
        return html! {};
    };
    html! {
        <>
            { place_link(shared, place) }
            { own_badge(shared, figure) }
            <small lang="zh-CN">{ explained(shared, figure.section) }</small>
        </>
    }
}
