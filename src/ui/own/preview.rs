//! What would be otherwise with a reader's own data: figures, and how targets stand.

use yew::prelude::*;

use crate::assess::Status;
use crate::dataset::Dataset;
use crate::intake::{Preview, StatusChange};
use crate::text::{Own, figure, label, number};
use crate::ui::context::Shared;
use crate::ui::parts::{status_class, status_shape};

/// So many targets are listed.
const MOST: usize = 200;

/// The numbers, then each target that stands otherwise.
pub fn preview(shared: &Shared, data: &Dataset, changes: &Preview) -> Html {
    let lang = shared.lang();
    let count = |name: &'static str, words: Own, count: usize| {
        html! {
            <div data-change={name} data-count={count.to_string()}>
                <dt>{ shared.msg(words) }</dt>
                <dd>{ number::count(count, lang) }</dd>
            </div>
        }
    };
    html! {
        <section class="open-preview">
            <dl>
                { count("new", Own::NewFigures, changes.new.len()) }
                { count("changed", Own::ChangedFigures, changes.changed.len()) }
                { count("gone", Own::GoneFigures, changes.gone.len()) }
                { count("status", Own::StatusChanges, changes.statuses.len()) }
            </dl>
            if changes.statuses.is_empty() {
                <p>{ shared.msg(Own::NoStatusChanges) }</p>
            } else {
                <ul class="open-statuses">
                    for change in changes.statuses.iter().take(MOST) { { status_change(shared, data, change) } }
                </ul>
            }
        </section>
    }
}

fn status_change(shared: &Shared, data: &Dataset, change: &StatusChange) -> Html {
    let lang = shared.lang();
    let Some(target) = data.observation(change.target) else {
        return html! {};
    };
    let plan = target
        .plan
        .map_or_else(String::new, |plan| label::plan(plan, lang));
    let mark = |status: Status| {
        html! {
            <span class={status_class(status)} data-status={status.code()}>
                { status_shape(status) }
                { label::status(status).get(lang) }
            </span>
        }
    };
    html! {
        <li data-target={target.id.to_owned()}>
            <span class="open-target">
                <b>{ target.indicator.name.get(lang) }</b>
                <small>{ [target.area.name.get(lang), " · ", &plan, " · ", &figure::line(&target, lang)].concat() }</small>
            </span>
            <span class="open-change">
                { match change.before {
                    Some(before) => mark(before),
                    None => html! { <small>{ shared.msg(Own::NewTarget) }</small> },
                } }
                <span aria-hidden="true">{ "→" }</span>
                { mark(change.after) }
            </span>
        </li>
    }
}
