//! What is open about a unit's targets, before all the rest: what is missed or behind and what cannot be
//! assessed in a table, what is awaited in a row.

use yew::prelude::*;

use super::brief::Brief;
use super::role_mark;
use super::table::{class_mark, indicator_link, outcome_cell, standing_cell, target_cell};
use crate::assess::{Assessed, Status};
use crate::dataset::{Observation, Role};
use crate::query::charges::{Charge, open};
use crate::text::{Msg, figure, period, units};
use crate::ui::context::Shared;
use crate::ui::parts::{dot, head_row, line_link, place_link, status_class, status_shape};
use crate::view::Place;

/// The open questions, or that there is none.
pub(super) fn questions(shared: &Shared, brief: &Brief<'_>) -> Html {
    let open = open(&brief.charges);
    let (awaited, pressing): (Vec<Charge>, Vec<Charge>) = open
        .iter()
        .partition(|charge| charge.status == Status::Awaiting);
    html! {
        <section class="panel questions" data-open={open.len().to_string()}>
            <h2>{ shared.msg(Msg::OpenQuestions) }<span>{ units::open(&open, shared.lang()) }</span></h2>
            if open.is_empty() {
                <p>{ shared.msg(Msg::NoQuestion) }</p>
            }
            if !pressing.is_empty() {
                { table(shared, brief, &pressing) }
            }
            if !awaited.is_empty() {
                { awaiting(shared, brief, &awaited) }
            }
        </section>
    }
}

fn table(shared: &Shared, brief: &Brief<'_>, pressing: &[Charge]) -> Html {
    let heads = [
        Msg::ColumnIndicator,
        Msg::ColumnTarget,
        Msg::ColumnOutcome,
        Msg::FacetStatus,
        Msg::ColumnSource,
    ];
    html! {
        <table role="table" class="duties">
            <thead role="rowgroup">{ head_row(shared, &heads) }</thead>
            <tbody role="rowgroup">
                for charge in pressing { { row(shared, brief, charge) } }
            </tbody>
        </table>
    }
}

fn row(shared: &Shared, brief: &Brief<'_>, charge: &Charge) -> Html {
    let Some((one, target)) = known(shared, charge) else {
        return html! {};
    };
    html! {
        <tr role="row" data-question={target.id.to_string()}>
            <th role="rowheader" scope="row">
                { indicator_link(shared, target.indicator_code) }
                { class_mark(shared, charge.class) }
                <small>{ role_mark(shared, charge.role, None) }</small>
            </th>
            { target_cell(shared, &target) }
            { outcome_cell(shared, &one, &target) }
            { standing_cell(shared, &one, &target, true) }
            <td role="cell" data-label={shared.msg(Msg::ColumnSource)} class="duty-place">{ place(shared, brief, &target) }</td>
        </tr>
    }
}

/// What has no outcome yet: one after the other, the binding ones first.
fn awaiting(shared: &Shared, brief: &Brief<'_>, awaited: &[Charge]) -> Html {
    let lang = shared.lang();
    let item = |charge: &Charge| {
        let (_, target) = known(shared, charge)?;
        let figure = [figure::line(&target, lang), period::of(&target, lang)].join(" · ");
        Some(html! {
            <li data-question={target.id.to_string()}>
                <span class="role" title={shared.msg(units::role(charge.role))}>
                    { dot(charge.role == Role::Lead) }
                    <span class="visually-hidden">{ shared.msg(units::role(charge.role)) }</span>
                </span>
                { indicator_link(shared, target.indicator_code) }
                { " " }
                { class_mark(shared, charge.class) }
                { " " }
                { figure }
                { " · " }
                { place(shared, brief, &target) }
            </li>
        })
    };
    html! {
        <div class="questions-awaited">
            <p class={status_class(Status::Awaiting)}>
                { status_shape(Status::Awaiting) }
                { units::awaited(awaited.len(), lang) }
            </p>
            <ul>{ for awaited.iter().filter_map(item) }</ul>
        </div>
    }
}

fn known<'a>(shared: &'a Shared, charge: &Charge) -> Option<(Assessed, Observation<'a>)> {
    let one = shared.assessed(charge.target)?;
    Some((one, shared.data.observation(charge.target)?))
}

/// Where a target is printed; with the document where the unit has duties from several.
fn place(shared: &Shared, brief: &Brief<'_>, target: &Observation<'_>) -> Html {
    let place = Place::of(&shared.data, target.row);
    let link = if brief.documents == [target.document_code] {
        line_link
    } else {
        place_link
    };
    place.map_or_else(Html::default, |place| link(shared, place))
}
