//! What a search was found in, where the name on the page does not show it.

use yew::prelude::*;

use super::terms::marked;
use super::unit::unit_link;
use crate::dataset::{Indicator, Lang, Row};
use crate::query::search::{self, FoundIn};
use crate::text::Msg;
use crate::ui::context::Shared;

/// More units than this are no unit that somebody looks for.
const NAMED: usize = 6;

/// The alias, initials, unit or fragment by which an indicator was found, whose figures are `rows`.
pub fn found_beside(shared: &Shared, indicator: &Indicator, rows: &[Row]) -> Html {
    let (search, lang) = (&shared.state.filters.search, shared.lang());
    let names = [&*indicator.name.zh, &*indicator.name.en];
    let line = |(place, text): (FoundIn, &str)| {
        let head = match place {
            FoundIn::Name if names.contains(&text) => Msg::ColumnOtherName,
            FoundIn::Name => Msg::AlsoCalled,
            FoundIn::Initials => Msg::Initials,
            FoundIn::Unit => Msg::FacetOrganisation,
            FoundIn::Fragment => Msg::ColumnPrinted,
        };
        let is_chinese = text.contains(|c| c >= '\u{4e00}');
        html! {
            <span class="found">
                { shared.msg(head) }{ " " }
                <span lang={(lang == Lang::En && is_chinese).then_some("zh-CN")}>{ marked(shared, text) }</span>
            </span>
        }
    };
    let found = search::found_beside(&shared.data, (indicator, rows), search, lang);
    found.into_iter().map(line).collect()
}

/// The units of government that a search names, as links to their pages.
pub fn found_units(shared: &Shared) -> Html {
    let found = search::units(&shared.data, &shared.state.filters.search);
    if found.is_empty() || found.len() > NAMED {
        return html! {};
    }
    let units = found.iter();
    let units = units.filter_map(|code| shared.data.organisations.get(usize::from(*code)));
    html! {
        <p class="found-units">
            { shared.msg(Msg::FoundUnits) }
            { units.map(|unit| unit_link(shared, unit)).collect::<Html>() }
        </p>
    }
}
