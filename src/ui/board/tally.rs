//! The strip above the board: how the targets stand, binding and anticipatory ones apart. A status is a
//! link that narrows the board to it.

use yew::prelude::*;

use crate::assess::Status;
use crate::dataset::{Class, Code};
use crate::query::board::Card;
use crate::query::{Facet, charges};
use crate::text::Msg;
use crate::ui::context::Shared;
use crate::ui::parts::{status_class, tally_bar, tally_words};
use crate::view::{Action, Page};

/// The strip, of the cards on the board.
pub fn tallies(shared: &Shared, cards: &[Card]) -> Html {
    html! {
        <div class="tallies">
            { tally(shared, Msg::BindingTargets, Some(Class::Binding), cards) }
            { tally(shared, Msg::AnticipatoryTargets, Some(Class::Anticipatory), cards) }
            { tally(shared, Msg::OtherTargets, None, cards) }
        </div>
    }
}

/// The statuses of a class that occur, each with how many targets have it.
fn counts(shared: &Shared, class: Option<Class>, cards: &[Card]) -> Vec<(Status, usize)> {
    let targets = cards.iter().filter_map(|card| {
        let target = shared.data.observation(card.target?)?;
        (target.class == class).then_some(target.row)
    });
    let statuses = targets.filter_map(|row| shared.index.ledger().status(row));
    charges::tally(&statuses.collect::<Vec<Status>>())
}

fn tally(shared: &Shared, title: Msg, class: Option<Class>, cards: &[Card]) -> Html {
    let counts = counts(shared, class, cards);
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    if all == 0 {
        return html! {};
    }
    html! {
        <div class="tally">
            <h2>{ shared.msg(title) }<span>{ all }</span></h2>
            { tally_bar(&counts) }
            <p>
                for (status, count) in counts { { share(shared, class, status, count) } }
            </p>
        </div>
    }
}

/// One status with its count, which narrows the board to these targets.
fn share(shared: &Shared, class: Option<Class>, status: Status, count: usize) -> Html {
    let class_choice = class.map(|class| (Facet::Class, class as Code));
    let choices = class_choice
        .into_iter()
        .chain([(Facet::Status, status as Code)]);
    let href = shared.link(Action::Narrow(choices.collect(), Page::Board));
    html! {
        <a class={status_class(status)} data-status={status.code()} {href}>
            { tally_words(shared, status, count) }
        </a>
    }
}
