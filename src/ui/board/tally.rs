//! The strip above the board: how many targets there are and how many have an outcome, binding
//! and anticipatory ones apart.

use yew::prelude::*;

use crate::dataset::Class;
use crate::query::board::Card;
use crate::text::Msg;
use crate::ui::context::Shared;
use crate::ui::parts::dot;

/// The strip, of the cards on the board.
pub fn tallies(shared: &Shared, cards: &[Card]) -> Html {
    let of = |class: Option<Class>| {
        let targets = cards.iter().filter(|card| {
            let target = card.target.and_then(|row| shared.data.observation(row));
            target.is_some_and(|target| target.class == class)
        });
        let known = targets
            .clone()
            .filter(|card| card.outcome.is_some())
            .count();
        (targets.count(), known)
    };
    html! {
        <div class="tallies">
            { tally(shared, Msg::BindingTargets, of(Some(Class::Binding))) }
            { tally(shared, Msg::AnticipatoryTargets, of(Some(Class::Anticipatory))) }
            { tally(shared, Msg::OtherTargets, of(None)) }
        </div>
    }
}

fn tally(shared: &Shared, title: Msg, (all, known): (usize, usize)) -> Html {
    if all == 0 {
        return html! {};
    }
    let share = format!("{:.2}", known as f64 / all as f64 * 100.0);
    html! {
        <div class="tally">
            <h2>{ shared.msg(title) }<span>{ all }</span></h2>
            <svg class="tally-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect class="tally-all" width="100" height="8" />
                <rect class="tally-known" width={share} height="8" />
            </svg>
            <p>
                <span class="tally-mark-known">{ dot(true) }{ format!("{} {known}", shared.msg(Msg::WithOutcome)) }</span>
                <span>{ dot(false) }{ format!("{} {}", shared.msg(Msg::WithoutOutcome), all - known) }</span>
            </p>
        </div>
    }
}
