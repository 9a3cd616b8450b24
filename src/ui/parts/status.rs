//! How a target stands, as a shape and a word: neither colour nor shape says it alone.

use yew::prelude::*;

use super::kind_badge;
use crate::assess::{Assessed, Status};
use crate::dataset::Observation;
use crate::text::{Msg, label, outcome, proof};
use crate::ui::context::Shared;
use crate::view::Action;

/// The status of a target with its flags.
pub fn status_mark(shared: &Shared, one: &Assessed) -> Html {
    let status = one.assessment.judgement.status;
    html! {
        <span class={status_class(status)} data-status={status.code()}>
            { status_shape(status) }
            { proof::status(one, shared.lang()) }
        </span>
    }
}

/// The same as a link to its proof, which says of which indicator to who cannot see where it stands.
pub fn proof_link(shared: &Shared, one: &Assessed) -> Html {
    let Some(target) = shared.data.observation(one.target) else {
        return html! {};
    };
    let href = shared.link(Action::Prove(target.indicator_code, target.row));
    let name = target.indicator.name.get(shared.lang());
    let name = label::headed(name, "", shared.lang());
    html! {
        <a class="status-link" {href} title={shared.msg(Msg::Proofs)}>
            <span class="visually-hidden">{ name }</span>
            { status_mark(shared, one) }
        </a>
    }
}

/// The outcome by which a target was judged, with its kind and its period; empty where there is none.
pub fn judged_outcome(shared: &Shared, one: &Assessed, target: &Observation<'_>) -> Html {
    let lang = shared.lang();
    html! {
        if let Some(judged) = outcome::judged(&shared.data, one, target, lang) {
            <span>
                { judged.figure }
                <small>
                    for kind in judged.kinds { { kind_badge(kind, lang) } }
                    { judged.period }
                </small>
            </span>
        }
    }
}

/// The colour, shared by what a reader acts on alike.
#[must_use]
pub const fn status_class(status: Status) -> &'static str {
    match status {
        Status::Met | Status::MetEarly | Status::ReportedMet => "status status-met",
        Status::Ahead => "status status-ahead",
        Status::OnPace => "status status-pace",
        Status::SlightlyBehind => "status status-warn",
        Status::Behind => "status status-behind",
        Status::Missed | Status::Reversing => "status status-missed",
        Status::Awaiting => "status status-awaiting",
        Status::NotAssessable => "status status-open",
    }
}

/// The shape, on a field of 12 by 12.
pub fn status_shape(status: Status) -> Html {
    let path = |d: &'static str| html! { <path {d} /> };
    let line = |d: &'static str| html! { <path {d} class="status-line" /> };
    let drawn = match status {
        Status::Met => html! { <circle cx="6" cy="6" r="5" /> },
        Status::MetEarly => html! {
            <>
                <circle cx="6" cy="6" r="5" class="status-line" />
                <circle cx="6" cy="6" r="2.6" />
            </>
        },
        Status::ReportedMet => html! {
            <>
                <circle cx="6" cy="6" r="5" class="status-line" />
                <path d="M6 1a5 5 0 0 1 0 10z" />
            </>
        },
        Status::Ahead => path("M6 1l5 10H1z"),
        Status::OnPace => path("M6 0.5L11.5 6 6 11.5 0.5 6z"),
        Status::SlightlyBehind => line("M1.8 2h8.4L6 10.4z"),
        Status::Behind => path("M1 1h10L6 11z"),
        Status::Missed => path("M1 1h10v10H1z"),
        Status::Reversing => path("M11 1v10L1 6z"),
        Status::Awaiting => html! { <circle cx="6" cy="6" r="4.6" class="status-line" /> },
        Status::NotAssessable => line("M1.5 6h9"),
    };
    html! { <svg viewBox="0 0 12 12" aria-hidden="true">{ drawn }</svg> }
}
