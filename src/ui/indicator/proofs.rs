//! Proof cards: each target of the indicator with its status and all that it comes from. Editions of one
//! target stand side by side.

use yew::prelude::*;

use super::card::card;
use crate::assess::{Edition, Editions, Status};
use crate::dataset::Observation;
use crate::text::{Msg, label, method, period, proof};
use crate::ui::context::Shared;
use crate::ui::parts::status_mark;

/// The targets among the figures, the newest plan first.
pub fn groups<'a>(shared: &'a Shared, own: &[Observation<'_>]) -> Vec<Editions<'a>> {
    let targets = own.iter().rev();
    let targets = targets.filter_map(|target| shared.assessed(target.row));
    Editions::of(&shared.data, targets)
}

/// The place of the group with the proof that the link points at.
pub fn pointed(shared: &Shared, groups: &[Editions<'_>]) -> Option<usize> {
    let pointed = shared.state.proof?;
    let has = |edition: &Edition<'_>| edition.rows().any(|own| own == pointed);
    groups.iter().position(|group| group.all.iter().any(has))
}

/// The cards of so many groups, and what leads to the others.
pub fn proofs(shared: &Shared, groups: &[Editions<'_>], (listed, further): (usize, Html)) -> Html {
    if groups.is_empty() {
        return html! {};
    }
    html! {
        <section class="panel">
            <h2>{ shared.msg(Msg::Proofs) }<span>{ method::version(shared.lang()) }</span></h2>
            for group in groups.iter().take(listed) { { editions(shared, group) } }
            { further }
        </section>
    }
}

/// What documents state for one area and period: one card, or several side by side under what changed.
fn editions(shared: &Shared, group: &Editions<'_>) -> Html {
    let Some(first) = group.all.first().filter(|_| group.all.len() > 1) else {
        return group.all.iter().map(|one| target(shared, one)).collect();
    };
    let (lang, figure) = (shared.lang(), &first.target);
    let words = |change| proof::change(&shared.data, change, lang);
    html! {
        <section class="editions" data-editions={group.all.len().to_string()}>
            <h3>
                { figure.area.name.get(lang) }{ " " }{ period::of(figure, lang) }
                { " · " }{ shared.msg(Msg::ProofEditions) }
            </h3>
            for change in group.changes() { <p class="edition-change">{ words(change) }</p> }
            <div class="edition-columns">{ for group.all.iter().map(|one| target(shared, one)) }</div>
        </section>
    }
}

/// One edition of a target.
fn target(shared: &Shared, edition: &Edition<'_>) -> Html {
    let (lang, figure, one) = (shared.lang(), &edition.target, &edition.one);
    let plan = figure.plan.map(|plan| label::plan(plan, lang));
    let pointed = shared.state.proof;
    let is_pointed = pointed.is_some_and(|row| edition.rows().any(|own| own == row));
    let is_open = is_pointed || one.assessment.judgement.status != Status::Awaiting;
    html! {
        <details class="proof" key={figure.id} open={is_open} data-proof={figure.id.to_string()}>
            <summary class={is_pointed.then_some("pointed-at")}>
                <span>
                    { figure.area.name.get(lang) }{ " " }{ plan.unwrap_or_default() }
                    <small>{ period::of(figure, lang) }</small>
                </span>
                { status_mark(shared, one) }
            </summary>
            { card(shared, edition) }
        </details>
    }
}
