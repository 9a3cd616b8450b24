//! The strip above the board: how the targets stand, binding and anticipatory ones apart. A status is a
//! link that narrows the board to it.

use yew::prelude::*;

use crate::assess::Status;
use crate::dataset::{Class, Code};
use crate::query::Facet;
use crate::query::board::Card;
use crate::text::{Msg, label};
use crate::ui::context::Shared;
use crate::ui::parts::{status_class, status_shape};
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
    let statuses: Vec<Status> = statuses.collect();
    let count = |status: &Status| statuses.iter().filter(|known| *known == status).count();
    let counts = Status::ALL.iter().map(|status| (*status, count(status)));
    counts.filter(|(_, count)| *count > 0).collect()
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
            { bar(&counts, all) }
            <p>
                for (status, count) in counts { { share(shared, class, status, count) } }
            </p>
        </div>
    }
}

fn bar(counts: &[(Status, usize)], all: usize) -> Html {
    let share = |count: usize| count as f64 / all as f64 * 100.0;
    let mut done = 0;
    let part = |(status, count): &(Status, usize)| {
        let (x, width) = (share(done), share(*count));
        done += count;
        let class = status_class(*status);
        html! { <rect {class} x={format!("{x:.2}")} width={format!("{width:.2}")} height="8" /> }
    };
    html! {
        <svg class="tally-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            { counts.iter().map(part).collect::<Html>() }
        </svg>
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
            { status_shape(status) }
            { format!("{} {count}", shared.msg(label::status(status))) }
        </a>
    }
}
