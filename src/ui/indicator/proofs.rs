//! Proof cards: each target of the indicator with its status and all that it comes from. Editions of one
//! target stand side by side.

use std::rc::Rc;

use yew::prelude::*;

use super::card::card;
use crate::assess::{Edition, Editions, Status, alike};
use crate::dataset::Row;
use crate::text::{Msg, figure, label, method, period, proof};
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::{status_mark, use_listed, use_steps};

/// So many proofs fill the room below a chart.
const SCREEN: usize = 4;

/// The proof of each target; of editions that stand side by side the first.
const PROOFS: &str = ".panel > .proof > summary, .editions .proof:first-child > summary";

/// Properties of [`Proofs`].
#[derive(PartialEq, Properties)]
pub struct ProofsProps {
    /// The figures of an indicator, oldest period first. Required.
    pub rows: Rc<Vec<Row>>,
}

/// The proofs of the targets among the figures, the newest plan first. A proof is worked out when it is listed.
#[component]
pub fn Proofs(props: &ProofsProps) -> Html {
    let shared = &use_shared();
    let groups = {
        let (data, index) = (Rc::clone(&shared.data), Rc::clone(&shared.index));
        use_memo(Rc::clone(&props.rows), move |rows| {
            let newest = rows.iter().rev().copied();
            let targets = newest.filter(|row| index.ledger().status(*row).is_some());
            let groups = alike(&data, &targets.collect::<Vec<Row>>()).into_iter();
            groups.map(Rc::from).collect::<Vec<Rc<[Row]>>>()
        })
    };
    let pointed = shared.state.proof;
    let pointed = pointed.and_then(|row| groups.iter().position(|own| own.contains(&row)));
    let first = pointed.map_or(SCREEN, |place| SCREEN.max(place + 1));
    let steps = use_steps(shared, Rc::clone(&props.rows), first, PROOFS);
    let (listed, further) = use_listed(shared, &steps, groups.len());
    if groups.is_empty() {
        return html! {};
    }
    html! {
        <section class="panel">
            <h2>{ shared.msg(Msg::Proofs) }<span>{ method::version(shared.lang()) }</span></h2>
            for rows in groups.iter().take(listed) { <Group rows={Rc::clone(rows)} /> }
            { further }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct GroupProps {
    rows: Rc<[Row]>,
}

/// What documents state for one area and period. A component, so that it is made once however many are listed.
#[component]
fn Group(props: &GroupProps) -> Html {
    let shared = &use_shared();
    let targets = props.rows.iter().filter_map(|row| shared.assessed(*row));
    editions(shared, &Editions::of(&shared.data, targets))
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
    let (lang, target, one) = (shared.lang(), &edition.target, &edition.one);
    let plan = target.plan.map(|plan| label::plan(plan, lang));
    let pointed = shared.state.proof;
    let is_pointed = pointed.is_some_and(|row| edition.rows().any(|own| own == row));
    let is_open = is_pointed || one.assessment.judgement.status != Status::Awaiting;
    html! {
        <details class="proof" key={target.id} open={is_open} data-proof={target.id.to_string()}>
            <summary class={is_pointed.then_some("pointed-at")}>
                <span>
                    { target.area.name.get(lang) }{ " " }{ plan.unwrap_or_default() }
                    <small>{ period::of(target, lang) }</small>
                    <small class="proof-target">{ " · " }{ figure::line(target, lang) }</small>
                </span>
                { status_mark(shared, one) }
            </summary>
            { card(shared, edition) }
        </details>
    }
}
