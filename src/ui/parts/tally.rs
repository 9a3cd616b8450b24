//! How many targets have each status: a bar, and each status with its count; and the strip of them over a
//! view, binding and anticipatory targets apart, where a status is a link that narrows the view to it.

use yew::prelude::*;

use super::status::{status_class, status_shape};
use crate::assess::Status;
use crate::dataset::Class;
use crate::query::Facet;
use crate::query::strip::Tally;
use crate::text::{Msg, label, number};
use crate::ui::context::Shared;
use crate::view::Action;

/// The strip over the open view; nothing without targets.
pub fn strip(shared: &Shared, tallies: &[Tally]) -> Html {
    let of_class = |tally: &Tally| {
        let title = shared.msg(match tally.class {
            Some(Class::Binding) => Msg::BindingTargets,
            Some(Class::Anticipatory) => Msg::AnticipatoryTargets,
            None => Msg::OtherTargets,
        });
        html! {
            <div class="tally" role="group" aria-label={title}>
                <h2>{ title }<span>{ number::count(tally.all(), shared.lang()) }</span></h2>
                { tally_bar(&tally.counts) }
                <p>
                    for (status, count) in &tally.counts { { entry(shared, tally, *status, *count) } }
                </p>
            </div>
        }
    };
    html! {
        if !tallies.is_empty() {
            <div class="tallies">{ tallies.iter().map(of_class).collect::<Html>() }</div>
        }
    }
}

/// A status with its count, which narrows the view to these targets, and back where it has.
fn entry(shared: &Shared, tally: &Tally, status: Status, count: usize) -> Html {
    let choices = tally.choices(status);
    let filters = &shared.state.filters;
    let is_pressed = choices
        .iter()
        .all(|(facet, code)| filters.get(*facet) == [*code]);
    let current = is_pressed.then_some("true");
    // The strip counts all statuses also where the view shows some of them.
    let is_shown = choices.iter().all(|(facet, code)| {
        let chosen = filters.get(*facet);
        chosen.is_empty() || chosen.contains(code)
    });
    let is_narrowed = !filters.get(Facet::Status).is_empty();
    let among = is_narrowed.then_some(if is_shown { "is-shown" } else { "is-aside" });
    let href = shared.link(Action::Narrow(choices.to_vec(), shared.state.page));
    html! {
        <a
            class={classes!(status_class(status), among)}
            data-status={status.code()}
            data-count={count.to_string()}
            aria-current={current}
            {href}
        >
            { tally_words(shared, status, count) }
        </a>
    }
}

/// The shares of some counts, side by side.
pub fn tally_bar(counts: &[(Status, usize)]) -> Html {
    let all: usize = counts.iter().map(|(_, count)| count).sum();
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

/// A status by its shape and name, with how many have it.
pub fn tally_words(shared: &Shared, status: Status, count: usize) -> Html {
    html! {
        <>
            { status_shape(status) }
            { format!("{} {}", shared.msg(label::status(status)), number::count(count, shared.lang())) }
        </>
    }
}
