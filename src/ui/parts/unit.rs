//! A unit of government by name, as a link to its page.

use yew::prelude::*;

use crate::dataset::Organisation;
use crate::query::Facet;
use crate::ui::context::Shared;
use crate::ui::parts::marked;
use crate::view::{Action, Page};

/// A unit's name as a link to all that it answers for.
pub fn unit_link(shared: &Shared, unit: &Organisation) -> Html {
    let name = marked(shared, unit.name.get(shared.lang()));
    match Facet::Organisation.find(&shared.data, &unit.id) {
        Some(code) => html! {
            <a class="unit-link" href={shared.link(Action::Go(Page::Unit(code)))}>{ name }</a>
        },
        None => name,
    }
}
