//! How figures relate: both printings side by side, and between them why.

use yew::prelude::*;

use super::{fold, heading, nothing};
use crate::dataset::{Relation, RelationKind, Row};
use crate::query::{Selection, relations};
use crate::text::{Msg, figure, label, period, source};
use crate::ui::context::Shared;
use crate::ui::parts::{explained, explained_link, kind_badge, printing_place, quoted};
use crate::view::{Action, Page};

/// The pairs by kind, what needs care first and unfolded.
pub fn pairs(shared: &Shared, selection: &Selection) -> Html {
    let groups = relations::by_kind(&shared.data, selection);
    if groups.is_empty() {
        return nothing(shared, Msg::NoPair);
    }
    html! {
        <>
            <h1 class="visually-hidden">{ shared.msg(Msg::PartRelations) }</h1>
            for (index, (kind, pairs)) in groups.iter().enumerate() {
                { group(shared, *kind, pairs, index == 0 || relations::needs_care(*kind)) }
            }
        </>
    }
}

fn group(shared: &Shared, kind: RelationKind, pairs: &[&Relation], open: bool) -> Html {
    let body = html! {
        <ul class="pairs">
            for pair in pairs {
                { self::pair(shared, pair) }
            }
        </ul>
    };
    let name = heading(shared.msg(label::relation(kind)));
    let count = source::pairs(pairs.len(), shared.lang());
    fold(kind.code().to_owned(), name, count, open, body)
}

fn pair(shared: &Shared, pair: &Relation) -> Html {
    let [from, to] = match label::ends(pair.kind) {
        Some((from, to)) => [Some(from), Some(to)],
        None => [None, None],
    };
    let why = pair.note.get(shared.lang());
    html! {
        <li key={format!("{}-{}", pair.from, pair.to)} class="pair" data-relation={pair.kind.code()}>
            { side(shared, pair.from, from) }
            <div class="pair-note"><p>{ explained(shared, why) }</p></div>
            { side(shared, pair.to, to) }
        </li>
    }
}

/// One of the two printings, and what it is to the other.
fn side(shared: &Shared, row: Row, end: Option<Msg>) -> Html {
    let Some(figure) = shared.data.observation(row) else {
        return html! {};
    };
    let lang = shared.lang();
    let href = shared.link(Action::Go(Page::Indicator(figure.indicator_code)));
    html! {
        <div class="pair-side" data-row={figure.id.to_string()}>
            <p class="pair-name">
                { explained_link(shared, figure.indicator.name.get(lang), href) }
                if let Some(end) = end {
                    <em class="class-mark">{ shared.msg(end) }</em>
                }
            </p>
            <p class="pair-figure">
                <b>{ figure::line(&figure, lang) }</b>
                { kind_badge(figure.kind, lang) }
                <span>{ format!("{} · {}", period::of(&figure, lang), figure.area.name.get(lang)) }</span>
            </p>
            <p>{ quoted(shared, figure.as_printed) }</p>
            <p class="pair-place">{ printing_place(shared, &figure) }</p>
        </div>
    }
}
