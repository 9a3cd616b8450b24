//! The numerals of a document that measure nothing, by reason.

use yew::prelude::*;

use super::fold;
use crate::dataset::{Exclusion, Reason};
use crate::query::listed;
use crate::text::{Msg, label, source};
use crate::ui::context::Shared;
use crate::ui::parts::quoted;
use crate::view::Place;

/// The exclusions of one document, folded.
pub fn excluded(shared: &Shared, at: Place) -> Html {
    let own = listed::exclusions_of(&shared.data, at.document);
    if own.is_empty() {
        return html! {};
    }
    let open = own.iter().any(|exclusion| at.is_line(exclusion.line));
    let heading = html! {
        <>
            <b>{ shared.msg(Msg::Excluded) }</b>
            <small>{ shared.msg(Msg::ExcludedNote) }</small>
        </>
    };
    let count = source::shown_of(own.len(), own.len(), shared.lang());
    let groups = Reason::ALL.iter().map(|reason| {
        group(
            shared,
            *reason,
            &own,
            at.line.filter(|line| at.is_line(*line)),
        )
    });
    fold(
        "excluded".to_owned(),
        heading,
        count,
        open,
        groups.collect(),
    )
}

fn group(shared: &Shared, reason: Reason, own: &[&Exclusion], at: Option<u32>) -> Html {
    let own: Vec<&&Exclusion> = own.iter().filter(|e| e.reason == reason).collect();
    if own.is_empty() {
        return html! {};
    }
    let item = |exclusion: &&Exclusion| {
        let is_pointed_at = at == Some(exclusion.line);
        let key = format!("{} {}", exclusion.line, exclusion.as_printed);
        html! {
            <li
                {key}
                data-line={exclusion.line.to_string()}
                class={classes!(is_pointed_at.then_some("pointed-at"))}
                tabindex={is_pointed_at.then_some("-1")}
            >
                <span>{ source::line(exclusion.line, shared.lang()) }</span>
                { quoted(shared, &exclusion.as_printed) }
            </li>
        }
    };
    html! {
        <section class="excluded">
            <h3>{ shared.msg(label::reason(reason)) }</h3>
            <ul>{ own.into_iter().map(item).collect::<Html>() }</ul>
        </section>
    }
}
