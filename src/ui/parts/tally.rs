//! How many targets have each status: a bar, and each status with its count.

use yew::prelude::*;

use super::status::{status_class, status_shape};
use crate::assess::Status;
use crate::text::label;
use crate::ui::context::Shared;

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
            { format!("{} {count}", shared.msg(label::status(status))) }
        </>
    }
}
