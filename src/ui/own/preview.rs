//! What would be otherwise with a reader's own data: figures, and how targets stand.

use yew::prelude::*;

use crate::assess::{Ledger, Status};
use crate::dataset::{Dataset, Observation};
use crate::intake::{Preview, StatusChange, changed_columns};
use crate::text::{Msg, Own, columns, figure, label, number, outcome, period, proof, source};
use crate::ui::context::Shared;
use crate::ui::parts::{status_class, status_shape};

/// So many targets are listed.
const MOST: usize = 200;

/// The columns that the line of a figure tells.
const LINE: [&str; 5] = ["comparator", "value", "value_high", "unit", "statement"];

/// The numbers, then each target that stands otherwise.
pub fn preview(shared: &Shared, (data, ledger): (&Dataset, &Ledger), changes: &Preview) -> Html {
    let before = &shared.data;
    let lang = shared.lang();
    let count = |name: &'static str, words: Own, count: usize| {
        html! {
            <div data-change={name} data-count={count.to_string()}>
                <dt>{ shared.msg(words) }</dt>
                <dd>{ number::count(count, lang) }</dd>
            </div>
        }
    };
    let is_same = changes.new.is_empty() && changes.changed.is_empty() && changes.gone.is_empty();
    html! {
        <section class="open-preview">
            <dl>
                { count("new", Own::NewFigures, changes.new.len()) }
                { count("changed", Own::ChangedFigures, changes.changed.len()) }
                { count("gone", Own::GoneFigures, changes.gone.len()) }
                { count("status", Own::StatusChanges, changes.statuses.len()) }
                if changes.gone_targets > 0 {
                    { count("targets", Own::GoneTargets, changes.gone_targets) }
                }
            </dl>
            if !changes.changed.is_empty() {
                <h3>{ shared.msg(Own::ChangedList) }</h3>
                <ul class="open-statuses">
                    for (now, was) in changes.changed.iter().take(MOST) {
                        { changed(shared, data.observation(*now), before.observation(*was)) }
                    }
                </ul>
                { cut(shared, changes.changed.len()) }
            }
            if changes.statuses.is_empty() {
                <p>{ shared.msg(if is_same { Own::SameData } else { Own::NoStatusChanges }) }</p>
            } else {
                <ul class="open-statuses">
                    for change in changes.statuses.iter().take(MOST) { { status_change(shared, (data, ledger), change) } }
                </ul>
                { cut(shared, changes.statuses.len()) }
            }
        </section>
    }
}

/// That a list has more than is listed.
fn cut(shared: &Shared, count: usize) -> Html {
    html! {
        if count > MOST {
            <p>{ shared.msg(Own::ListCut) }</p>
        }
    }
}

/// A figure that would be another.
fn changed(shared: &Shared, now: Option<Observation<'_>>, was: Option<Observation<'_>>) -> Html {
    let lang = shared.lang();
    let Some((now, was)) = now.zip(was) else {
        return html! {};
    };
    let place = source::place_in_document(&now, false, lang);
    let title = now.document.title.get(lang);
    let words = [
        now.area.name.get(lang),
        " · ",
        &period::of(&now, lang),
        " · ",
        title,
        " ",
        &place,
    ];
    let lines = [&was, &now].map(|figure| figure::line(figure, lang));
    let is_other = lines[0] != lines[1];
    // What else is another than the lines say.
    let is_told = |name: &&str| is_other && LINE.contains(name);
    let named = |name: &str| Some(columns::column("observations.csv", name)?.name.get(lang));
    let others = changed_columns(&now, &was).into_iter();
    let others: Vec<&str> = others
        .filter(|name| !is_told(name))
        .filter_map(named)
        .collect();
    html! {
        <li data-changed={now.id.to_owned()}>
            <span class="open-target">
                <b>{ now.indicator.name.get(lang) }</b>
                <small>{ words.concat() }</small>
            </span>
            <span class="open-change">
                if is_other {
                    { &lines[0] }
                    <span aria-hidden="true">{ "→" }</span>
                    <b>{ &lines[1] }</b>
                }
                if !others.is_empty() {
                    <small>{ label::headed(shared.msg(Own::ChangedIn), &label::listed(&others, lang), lang) }</small>
                }
            </span>
        </li>
    }
}

/// A target that would stand otherwise, and by which outcome.
fn status_change(
    shared: &Shared,
    (data, ledger): (&Dataset, &Ledger),
    change: &StatusChange,
) -> Html {
    let lang = shared.lang();
    let target = data.observation(change.target);
    let Some((target, one)) = target.zip(ledger.get(data, change.target)) else {
        return html! {};
    };
    let area = target.area.name.get(lang);
    let judged = outcome::judged(data, &one, &target, lang);
    let judged = judged
        .map(|judged| label::headed(shared.msg(Msg::OutcomeFigure), &judged.dated(lang), lang));
    let plan = target
        .plan
        .map_or_else(String::new, |plan| label::plan(plan, lang));
    let mark = |status: Status, words: &str| {
        html! {
            <span class={status_class(status)} data-status={status.code()}>
                { status_shape(status) }
                { words.to_owned() }
            </span>
        }
    };
    html! {
        <li data-target={target.id.to_owned()}>
            <span class="open-target">
                <b>{ target.indicator.name.get(lang) }</b>
                <small>{ [area, &plan, &figure::line(&target, lang)].join(" · ") }</small>
                if let Some(judged) = judged {
                    <small>{ judged }</small>
                }
            </span>
            <span class="open-change">
                { match change.before {
                    Some(before) => mark(before, label::status(before).get(lang)),
                    None => html! { <small>{ shared.msg(Own::NewTarget) }</small> },
                } }
                <span aria-hidden="true">{ "→" }</span>
                { mark(change.after, &proof::status(&one, lang)) }
            </span>
        </li>
    }
}
