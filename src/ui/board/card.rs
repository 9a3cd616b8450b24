//! One card: name, figure, bar, and who answers.

use yew::prelude::*;

use super::bar::{Bar, bar};
use crate::dataset::{Class, Kind, Lang, Observation};
use crate::query::board::Card;
use crate::query::relations;
use crate::text::{Msg, figure, label, period};
use crate::ui::context::Shared;
use crate::ui::parts::{cited, compare_button, kind_badge, marked, term_notes};
use crate::view::{Action, Page};

/// A card that leads to its indicator. Where it stands under a theme, `in_theme`, it names its area
/// and plan itself.
pub fn card(shared: &Shared, card: &Card, key: String, in_theme: bool) -> Html {
    let Some(indicator) = shared.data.indicator(card.indicator) else {
        return html! {};
    };
    let row = |row: Option<u32>| row.and_then(|row| shared.data.observation(row));
    let (target, outcome) = (row(card.target), row(card.outcome));
    let lang = shared.lang();
    let name = indicator.name.get(lang);
    let link = html! {
        <a
            class="card"
            data-indicator={indicator.id.to_string()}
            href={shared.link(Action::Go(Page::Indicator(card.indicator)))}
        >
            <span class="card-name">
                <span>{ marked(shared, name) }</span>
                { class_mark(shared, target.as_ref()) }
            </span>
            { main_figure(shared, target.as_ref(), outcome.as_ref()) }
            { conflict_mark(shared, card) }
            { bar_of(shared, target.as_ref(), outcome.as_ref()) }
            <span class="card-foot">
                <span>{ foot(shared, target.as_ref(), outcome.as_ref()) }</span>
                <span class="card-unit">{ side(shared, card, in_theme) }</span>
            </span>
        </a>
    };
    html! {
        <div {key} class="card-cell">
            { link }
            <div class="card-tools">
                { compare_button(shared, card.indicator) }
                { term_notes(shared, name) }
            </div>
        </div>
    }
}

fn class_mark(shared: &Shared, target: Option<&Observation<'_>>) -> Html {
    let msg = match target.and_then(|target| target.class) {
        None => return html! {},
        Some(Class::Binding) => Msg::ClassBindingShort,
        Some(Class::Anticipatory) => Msg::ClassAnticipatoryShort,
    };
    html! { <em class="class-mark">{ shared.msg(msg) }</em> }
}

/// That another printing says otherwise: the indicator's page says which, and why.
fn conflict_mark(shared: &Shared, card: &Card) -> Html {
    let mut rows = [card.outcome, card.target].into_iter().flatten();
    html! {
        if rows.any(|row| relations::is_in_conflict(&shared.data, row)) {
            <span class="conflict-mark">{ shared.msg(Msg::Conflicts) }</span>
        }
    }
}

/// The outcome in large figures, or the target in lighter ones where no outcome is known.
fn main_figure(
    shared: &Shared,
    target: Option<&Observation<'_>>,
    outcome: Option<&Observation<'_>>,
) -> Html {
    let Some(shown) = outcome.or(target) else {
        return html! {};
    };
    let lang = shared.lang();
    let figure::Figure {
        number,
        unit,
        in_words,
    } = figure::parts(shown, lang);
    let class = classes!(
        "card-figure",
        (shown.kind == Kind::Target).then_some("card-figure-goal"),
        in_words.then_some("card-figure-words"),
    );
    html! {
        <>
            <span {class}>{ number }<small>{ unit }</small></span>
            <span class="card-when">
                { kind_badge(shown.kind, lang) }
                { period::of(shown, lang) }
                { cited(shared, shown.document) }
            </span>
        </>
    }
}

fn bar_of(
    shared: &Shared,
    target: Option<&Observation<'_>>,
    outcome: Option<&Observation<'_>>,
) -> Html {
    let value = |o: Option<&Observation<'_>>| o.and_then(|o| o.shown_value(&shared.data));
    match (value(target), value(outcome), outcome) {
        (Some(target), Some(value), Some(outcome)) => bar(Bar {
            target,
            value,
            kind: outcome.kind,
        }),
        _ => html! {},
    }
}

/// What stands at the foot: the target beside the outcome, or what is missing of the two.
fn foot(
    shared: &Shared,
    target: Option<&Observation<'_>>,
    outcome: Option<&Observation<'_>>,
) -> String {
    match (target, outcome) {
        (Some(target), Some(_)) => {
            let figure = figure::line(target, shared.lang());
            label::headed(shared.msg(Msg::KindTarget), &figure, shared.lang())
        }
        (Some(_), None) => shared.msg(Msg::OutcomeAwaited).to_owned(),
        (None, _) => shared.msg(Msg::NoTarget).to_owned(),
    }
}

/// The unit that answers for the target; under a theme, whose target it is.
fn side(shared: &Shared, card: &Card, in_theme: bool) -> String {
    let lang = shared.lang();
    if in_theme {
        let area = shared.data.areas.get(usize::from(card.area));
        let area = area.map_or_else(String::new, |area| area.name.get(lang).to_string());
        let plan = card
            .plan
            .and_then(|plan| shared.data.plans.get(usize::from(plan)));
        let plan = plan.map(|plan| label::plan(plan, lang));
        return format!("{area} {}", plan.unwrap_or_default());
    }
    let Some(subject) = card.target.and_then(|row| shared.data.subject(row)) else {
        return String::new();
    };
    let mut units = shared.data.responsible(subject);
    let Some((first, role)) = units.next() else {
        return String::new();
    };
    let name = first.name.get(lang);
    let role = shared.msg(label::role(role));
    match (units.count(), lang) {
        (0, _) => format!("{role} {name}"),
        (more, Lang::Zh) => format!("{role} {name}等{}家", more + 1),
        (more, Lang::En) => format!("{role} {name} +{more}"),
    }
}
