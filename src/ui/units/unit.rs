//! The page of one unit: how its targets stand, what is open about them, then all that it leads and all
//! that it only answers for. On paper it is a brief.

use yew::prelude::*;

use super::brief::Brief;
use super::questions::questions;
use super::standing::standing;
use super::table::table;
use crate::dataset::{Code, Lang, Organisation, Role};
use crate::query::Facet;
use crate::query::charges::{Charge, once};
use crate::query::duties::{Fields, duties, named, of_role, other_names};
use crate::query::units::area;
use crate::text::{Msg, label, units};
use crate::ui::context::Shared;
use crate::ui::parts::{explained, place_link, print_button};
use crate::view::{Action, Page, Place};

/// The page of one unit. Filters do not apply: it shows all that the unit answers for.
pub fn unit_page(shared: &Shared, code: Code) -> Html {
    let Some(unit) = shared.data.organisations.get(usize::from(code)) else {
        return html! {};
    };
    let fields = duties(&shared.data, code);
    let brief = Brief {
        charges: once(&shared.data, shared.index.ledger(), &named(&fields)),
        documents: documents(&fields),
        parts: [Role::Lead, Role::Responsible]
            .map(|role| (role, of_role(&fields, role)))
            .into_iter()
            .filter(|(_, fields)| !fields.is_empty())
            .collect(),
    };
    let narrow = |page: Page| shared.link(Action::Narrow(vec![(Facet::Organisation, code)], page));
    html! {
        <article key="unit" class="unit" data-unit={unit.id.to_string()}>
            { title(shared, unit, &fields) }
            if fields.is_empty() {
                <p class="muted">{ shared.msg(Msg::NoDuty) }</p>
            } else {
                { standing(shared, &brief) }
                { facts(shared, &brief) }
                { questions(shared, &brief) }
            }
            for (role, fields) in &brief.parts {
                { table(shared, &brief, *role, fields) }
            }
            <p class="unit-more">
                <a href={narrow(Page::Board)}>{ shared.msg(Msg::UnitOnBoard) }</a>
                <a href={narrow(Page::Table)}>{ shared.msg(Msg::UnitInTable) }</a>
            </p>
            <p class="unit-method">{ units::method(shared.lang()) }</p>
        </article>
    }
}

fn title(shared: &Shared, unit: &Organisation, fields: &Fields<'_>) -> Html {
    let lang = shared.lang();
    let first = fields.iter().flat_map(|(_, duties)| duties).next();
    let area = first.and_then(|duty| area(&shared.data, duty.printed.subject));
    let area = area.and_then(|area| shared.data.area(area));
    let (printed, full) = other_names(&shared.data, unit);
    let names = |msg: Msg, names: &[&str]| {
        let words = label::listed(names, Lang::Zh);
        html! {
            if !names.is_empty() {
                <span>{ label::headed(shared.msg(msg), "", lang) }<span lang="zh-CN">{ words }</span></span>
            }
        }
    };
    html! {
        <header class="indicator-title">
            <p>
                <a href={shared.link(Action::Go(Page::Units))}>{ shared.msg(Msg::Units) }</a>
                { " / " }
                { area.map(|area| area.name.get(lang).to_owned()) }
            </p>
            <h1>{ explained(shared, unit.name.get(lang)) }</h1>
            <p class="unit-names">
                { names(Msg::FullName, &full) }
                { names(Msg::AlsoPrinted, &printed) }
            </p>
            { print_button(shared) }
        </header>
    }
}

/// How many of the targets have an outcome, and which documents name the unit.
fn facts(shared: &Shared, brief: &Brief<'_>) -> Html {
    let ledger = shared.index.ledger();
    let is_known = |charge: &&Charge| {
        let place = ledger.place(charge.target);
        let judged = place.and_then(|place| ledger.judged(place));
        judged.is_some_and(|judged| !judged.outcomes.is_empty())
    };
    let known = brief.charges.iter().filter(is_known).count();
    html! {
        <p class="unit-open">
            { units::targets(brief.charges.len(), known, shared.lang()) }
            for (index, document) in brief.documents.iter().enumerate() {
                { if index == 0 { shared.msg(Msg::DutiesPrintedIn) } else { "；" } }{ " " }
                { place_link(shared, Place::document(*document)) }
            }
        </p>
    }
}

/// The documents that name the unit.
fn documents(fields: &Fields<'_>) -> Vec<Code> {
    let mut found = Vec::new();
    for duty in fields.iter().flat_map(|(_, duties)| duties) {
        if !found.contains(&duty.printed.document) {
            found.push(duty.printed.document);
        }
    }
    found
}
