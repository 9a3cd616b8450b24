//! Proof cards: each target of the indicator with its status and all that it comes from.

use yew::prelude::*;

use crate::assess::{Assessed, Status};
use crate::dataset::{Observation, Row};
use crate::text::{Msg, label, method, period, proof};
use crate::ui::context::Shared;
use crate::ui::parts::{CopyText, place_link, quoted, status_mark};
use crate::view::Place;

/// The targets among the figures, the newest plan first.
pub fn proofs(shared: &Shared, own: &[Observation<'_>]) -> Html {
    let ledger = shared.index.ledger();
    let targets = own.iter().rev();
    let targets: Vec<_> = targets
        .filter_map(|target| Some((target, ledger.get(target.row)?)))
        .collect();
    if targets.is_empty() {
        return html! {};
    }
    html! {
        <section class="panel">
            <h2>{ shared.msg(Msg::Proofs) }<span>{ method::version(shared.lang()) }</span></h2>
            for (target, one) in targets { { card(shared, target, one) } }
        </section>
    }
}

fn card(shared: &Shared, target: &Observation<'_>, one: &Assessed) -> Html {
    let (data, lang) = (&*shared.data, shared.lang());
    let card = proof::proof(data, one, lang);
    let plan = target.plan.map(|plan| label::plan(plan, lang));
    let is_pointed = shared.state.proof == Some(target.row);
    let is_open = is_pointed || one.assessment.judgement.status != Status::Awaiting;
    let line = |text: &String| html! { <p>{ text }</p> };
    html! {
        <details class="proof" key={target.id} open={is_open} data-proof={target.id.to_string()}>
            <summary class={is_pointed.then_some("pointed-at")}>
                <span>
                    { target.area.name.get(lang) }{ " " }{ plan.unwrap_or_default() }
                    <small>{ period::of(target, lang) }</small>
                </span>
                { status_mark(shared, one) }
            </summary>
            <p class="proof-rule">{ card.rule }</p>
            <ul class="proof-figures">
                for (words, row) in &card.figures { { figure(shared, words, *row) } }
            </ul>
            <div class="proof-steps">{ for card.steps.iter().map(line) }</div>
            <p>{ card.reason }</p>
            { for card.outlook.iter().map(line) }
            <div class="proof-notes">{ for card.notes.iter().chain(&card.others).map(line) }</div>
            <CopyText text={proof::text(data, one, lang)} words={Msg::CopyProof} />
        </details>
    }
}

/// A figure of the proof, and the way to where it is printed.
fn figure(shared: &Shared, words: &str, row: Row) -> Html {
    let place = Place::of(&shared.data, row);
    let fragment = shared.data.observation(row).map(|figure| figure.as_printed);
    html! {
        <li>
            <span>{ words.to_owned() }</span>
            { fragment.map(|fragment| quoted(shared, fragment)) }
            { place.map(|place| place_link(shared, place)) }
        </li>
    }
}
