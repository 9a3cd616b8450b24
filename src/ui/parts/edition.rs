//! What a link that was made with another edition of the data shows otherwise.

use yew::prelude::*;

use crate::dataset::{Change, Row};
use crate::export::Scope;
use crate::query::changes::{Since, since};
use crate::text::{changes, label};
use crate::ui::context::Shared;
use crate::view::{Action, Page};

/// How many indicators are named.
const NAMED: usize = 6;

/// With which edition the link was made, and which of the figures that are shown are otherwise.
pub fn other_edition(shared: &Shared, edition: &str) -> Html {
    let (data, lang) = (&shared.data, shared.lang());
    let scope = Scope::of(data, &shared.index, &shared.state);
    let since = since(data, edition, &|row| scope.takes(row));
    let head = changes::head(data, edition, &since, lang);
    let Since::Known(known) = since else {
        return html! { <p>{ head }</p> };
    };
    let added: Vec<(Row, Option<&Change>)> = known.added.iter().map(|row| (*row, None)).collect();
    let revised = known
        .revised
        .iter()
        .map(|(row, change)| (*row, Some(*change)));
    let revised: Vec<(Row, Option<&Change>)> = revised.collect();
    html! {
        <>
            <p>{ head }</p>
            <ul>
                { named(shared, changes::added(added.len(), lang), &added) }
                { named(shared, changes::revised(revised.len(), lang), &revised) }
                if known.removed > 0 {
                    <li>{ changes::removed(known.removed, lang) }</li>
                }
            </ul>
        </>
    }
}

/// How many figures, with the names of a few, each leading to its indicator.
fn named(shared: &Shared, head: String, figures: &[(Row, Option<&Change>)]) -> Html {
    if figures.is_empty() {
        return html! {};
    }
    let lang = shared.lang();
    let link = |(row, change): &(Row, Option<&Change>)| {
        let figure = shared.data.observation(*row)?;
        let href = shared.link(Action::Go(Page::Indicator(figure.indicator_code)));
        let name = figure.indicator.name.get(lang).to_owned();
        let before = change.map(|change| changes::before(&shared.data, &figure, change, lang));
        Some(html! { <><a {href}>{ name }</a>{ before.unwrap_or_default() }{ " " }</> })
    };
    let names: Html = figures.iter().take(NAMED).filter_map(link).collect();
    html! {
        <li>
            { label::headed(&head, "", lang) }
            { names }
            if figures.len() > NAMED { { "…" } }
        </li>
    }
}
