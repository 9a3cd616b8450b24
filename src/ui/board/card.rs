//! One card: name, figure, bar, and who answers.

use yew::prelude::*;

use super::bar::{Bar, bar};
use crate::dataset::{Code, Kind, Lang, Observation, Row};
use crate::query::board::Card;
use crate::query::relations;
use crate::text::outcome::{self, Judged};
use crate::text::{Msg, figure, label, period, units};
use crate::ui::context::Shared;
use crate::ui::parts::{
    cited, class_mark, compare_button, found_beside, kind_badge, marked, own_badge, proof_link,
    term_notes,
};
use crate::view::{Action, Page};

/// A card that leads to its indicator. Where it stands under a theme, `in_theme`, it names its area
/// and plan itself. `documents` are those of the board as paper numbers them.
pub fn card(shared: &Shared, card: &Card, key: String, in_theme: bool, documents: &[Code]) -> Html {
    let Some(indicator) = shared.data.indicator(card.indicator) else {
        return html! {};
    };
    let row = |row: Option<u32>| row.and_then(|row| shared.data.observation(row));
    let (target, outcome) = (row(card.target), row(card.outcome));
    let lang = shared.lang();
    let judged = judged(shared, card, target.as_ref());
    let name = indicator.name.get(lang);
    let link = html! {
        <a
            class="card"
            data-indicator={indicator.id.to_string()}
            href={shared.link(Action::Go(Page::Indicator(card.indicator)))}
        >
            <span class="card-name">
                <span>{ marked(shared, name) }</span>
                { class_mark(shared, target.as_ref().and_then(|target| target.class)) }
            </span>
            { found_beside(shared, indicator, &rows_of(card)) }
            { row(card.shown()).map(|shown| main_figure(shared, &shown, judged.as_ref(), documents)) }
            { conflict_mark(shared, card) }
            { bar_of(shared, target.as_ref(), outcome.as_ref(), judged.as_ref()) }
            { row(card.earlier).map(|earlier| known_before(shared, &earlier)) }
            <span class="card-target">{ target_of(shared, target.as_ref(), outcome.as_ref()) }</span>
        </a>
    };
    html! {
        <div {key} class="card-cell">
            { link }
            <div class="card-foot">
                { status_of(shared, card) }
                { side(shared, card, in_theme) }
            </div>
            <div class="card-tools">
                { compare_button(shared, card.indicator) }
                { term_notes(shared, name) }
            </div>
        </div>
    }
}

/// The figures of a card.
fn rows_of(card: &Card) -> Vec<Row> {
    let rows = [card.target, card.outcome, card.earlier];
    rows.into_iter().flatten().collect()
}

/// What was last known before the target's period, where nothing is known of the period itself.
fn known_before(shared: &Shared, earlier: &Observation<'_>) -> Html {
    let lang = shared.lang();
    let (when, figure) = (period::of(earlier, lang), figure::with_kind(earlier, lang));
    let known = match lang {
        Lang::Zh => format!("{when}{figure}"),
        Lang::En => format!("{when}, {figure}"),
    };
    let words = label::headed(shared.msg(Msg::KnownBefore), &known, lang);
    html! { <span class="card-before">{ words }</span> }
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

/// What several outcomes come to together, where the target was judged by that.
fn judged(shared: &Shared, card: &Card, target: Option<&Observation<'_>>) -> Option<Judged> {
    let target = target.filter(|_| card.is_judged)?;
    let one = shared.assessed(target.row)?;
    outcome::several(&shared.data, &one, target, shared.lang())
}

/// The outcome in large figures, or the target in lighter ones where no outcome is known.
fn main_figure(
    shared: &Shared,
    shown: &Observation<'_>,
    judged: Option<&Judged>,
    documents: &[Code],
) -> Html {
    let lang = shared.lang();
    if let Some(judged) = judged {
        let [before, number, after] = judged.parts();
        return html! {
            <>
                <span class="card-figure">if !before.is_empty() { <small>{ before }</small> }{ number }<small>{ after }</small></span>
                <span class="card-when">
                    for kind in &judged.kinds { { kind_badge(*kind, lang) } }
                    { &judged.period }
                    { own_badge(shared, shown) }
                    { cited(documents, shown) }
                </span>
            </>
        };
    }
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
                { own_badge(shared, shown) }
                { cited(documents, shown) }
            </span>
        </>
    }
}

fn bar_of(
    shared: &Shared,
    target: Option<&Observation<'_>>,
    outcome: Option<&Observation<'_>>,
    judged: Option<&Judged>,
) -> Html {
    let value = |o: Option<&Observation<'_>>| o.and_then(|o| o.shown_value(&shared.data));
    let (known, kind) = match judged {
        Some(judged) => (judged.value, Some(judged.kind())),
        None => (value(outcome), outcome.map(|outcome| outcome.kind)),
    };
    match (value(target), known, kind) {
        (Some(target), Some(value), Some(kind)) => bar(Bar {
            target,
            value,
            kind,
        }),
        _ => html! {},
    }
}

/// How the target stands, as the way to its proof; beside another outcome than the one that it was judged
/// by, that it is another.
fn status_of(shared: &Shared, card: &Card) -> Html {
    if card.target.is_some() && !card.is_judged {
        return html! { <span class="muted">{ shared.msg(Msg::NotJudged) }</span> };
    }
    let one = card.target.and_then(|row| shared.assessed(row));
    one.map_or_else(Html::default, |one| proof_link(shared, &one))
}

/// The target beside the outcome, or that there is none; a target that stands alone is the card's figure.
fn target_of(
    shared: &Shared,
    target: Option<&Observation<'_>>,
    outcome: Option<&Observation<'_>>,
) -> String {
    match (target, outcome) {
        (Some(target), Some(_)) => {
            let figure = figure::line(target, shared.lang());
            label::headed(shared.msg(Msg::KindTarget), &figure, shared.lang())
        }
        (Some(_), None) => String::new(),
        (None, _) => shared.msg(Msg::NoTarget).to_owned(),
    }
}

/// The unit that answers for the target; under a theme, whose target it is.
fn side(shared: &Shared, card: &Card, in_theme: bool) -> Html {
    let lang = shared.lang();
    let words = if in_theme {
        let area = shared.data.area(card.area);
        let plan = card.plan.map(usize::from);
        let plan = plan.and_then(|plan| shared.data.plans.get(plan));
        let plan = plan.map(|plan| format!(" {}", label::plan(plan, lang)));
        let area = area.map_or("", |area| area.name.get(lang));
        format!("{area}{}", plan.unwrap_or_default())
    } else {
        answering(shared, card).unwrap_or_default()
    };
    html! {
        <span class="card-unit">{ words }</span>
    }
}

/// The unit that is named first with its part, and how many there are with it.
fn answering(shared: &Shared, card: &Card) -> Option<String> {
    let subject = shared.data.subject(card.target?)?;
    let units: Vec<_> = shared.data.responsible(subject).collect();
    let (first, role) = units.first()?;
    let (role, name) = (
        shared.msg(units::role(*role)),
        first.name.get(shared.lang()),
    );
    let has_group = units.iter().any(|(unit, _)| unit.is_group);
    Some(match (units.len(), shared.lang()) {
        (1, _) => format!("{role} {name}"),
        (all, Lang::Zh) if has_group => format!("{role} {name}等{all}个主体"),
        (all, Lang::Zh) => format!("{role} {name}等{all}家"),
        // Not alone on a line.
        (all, Lang::En) => format!("{role} {name}\u{a0}+{}", all - 1),
    })
}
