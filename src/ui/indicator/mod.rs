//! Everything about one indicator: drawn, every printing, who answers, what to know of it.

mod calculator;
mod card;
mod documents;
mod pace;
mod printings;
mod proofs;

use std::rc::Rc;

use yew::prelude::*;

use self::documents::documents;
use self::printings::{Printings, ordered};
use self::proofs::Proofs;
use super::context::{Shared, use_shared};
use super::parts::{
    PlotFigure, compare_button, explained, own_badge, place_link, print_button, unit_link,
    use_listed, use_steps,
};
use crate::dataset::{Code, Indicator, Lang, Relation, RelationKind, Row, Subject};
use crate::order;
use crate::plot::{of_indicator, unit};
use crate::query::documents::in_order_of_use;
use crate::query::{Filters, Selection};
use crate::text::{Msg, figure, label, number, period, units};
use crate::view::{Action, Page, Place};

/// So many documents fill their part of a screen.
const SCREEN: usize = 8;

/// Properties of [`IndicatorPage`].
#[derive(PartialEq, Properties)]
pub struct IndicatorProps {
    /// The indicator. Required.
    pub code: Code,
}

/// The page of one indicator. Filters do not apply: it shows every printing there is.
#[component]
pub fn IndicatorPage(props: &IndicatorProps) -> Html {
    let (shared, code) = (&use_shared(), props.code);
    let own = {
        let (data, index) = (Rc::clone(&shared.data), Rc::clone(&shared.index));
        use_memo((code, shared.lang()), move |(code, lang)| {
            let rows = ordered(&data, index.of_indicator(&data, *code));
            let used = in_order_of_use(&data, &mut rows.iter().copied());
            let unit = unit(&data, *code, &rows, *lang);
            (Rc::new(rows), Rc::new(used), unit)
        })
    };
    let (own, used, unit) = &*own;
    let steps = use_steps(shared, Rc::clone(own), SCREEN, ".documents a");
    let cited = use_listed(shared, &steps, used.len());
    let plot = {
        let (shared, lang) = (shared.clone(), shared.lang());
        use_memo((code, lang), move |(code, lang)| {
            let all = Selection::uncounted(&shared.data, &shared.index, &Filters::default());
            of_indicator(&shared.data, &shared.index, &all, *code, *lang).map(Rc::new)
        })
    };
    let Some(indicator) = shared.data.indicator(code) else {
        return html! {};
    };
    let definition = indicator.definition.get(shared.lang());
    html! {
        <article key="indicator" class="indicator" data-indicator={indicator.id.to_string()}>
            { title(shared, code, indicator, unit) }
            <div class="indicator-grid">
                <div>
                    if let Some(plot) = &*plot {
                        <PlotFigure plot={Rc::clone(plot)} />
                    }
                    <Proofs rows={Rc::clone(own)} />
                    <Printings rows={Rc::clone(own)} documents={Rc::clone(used)} />
                </div>
                <div>
                    { panel(shared, Msg::ResponsibleUnits, responsible(shared, own)) }
                    { panel(shared, Msg::Comparability, comparability(shared, code)) }
                    if !definition.is_empty() {
                        { panel(shared, Msg::Definition, html! { <p>{ explained(shared, definition) }</p> }) }
                    }
                    // Last, where a print has its notes.
                    { panel(shared, Msg::Documents, documents(shared, used, cited)) }
                </div>
            </div>
        </article>
    }
}

fn title(shared: &Shared, code: Code, indicator: &Indicator, unit: &str) -> Html {
    let lang = shared.lang();
    let theme = shared.data.themes.get(usize::from(indicator.theme));
    let direction = shared.msg(label::direction(indicator));
    let facts = if unit.is_empty() {
        direction.to_owned()
    } else {
        format!(
            "{} · {direction}",
            label::headed(shared.msg(Msg::UnitIs), unit, lang)
        )
    };
    html! {
        <header class="indicator-title">
            <p>
                <a href={shared.link(Action::Go(Page::Board))}>{ shared.msg(Msg::BackToBoard) }</a>
                { " / " }
                { theme.map(|theme| theme.name.get(lang).to_string()) }
            </p>
            <h1>{ explained(shared, indicator.name.get(lang)) }</h1>
            <p class="indicator-facts">
                { facts }
                { compare_button(shared, code) }
            </p>
            { print_button(shared) }
        </header>
    }
}

fn panel(shared: &Shared, title: Msg, body: Html) -> Html {
    html! {
        <section class="panel">
            <h2>{ shared.msg(title) }</h2>
            { body }
        </section>
    }
}

/// The units that answer for the figures: for the indicator under a plan, or for a whole task.
fn responsible(shared: &Shared, own: &[Row]) -> Html {
    let lang = shared.lang();
    let subject = |row: &Row| Some((shared.data.subject(*row)?, *row));
    let mut subjects: Vec<(Subject, Row)> = own.iter().filter_map(subject).collect();
    order::sort_by_key(&mut subjects, |(subject, _)| *subject);
    subjects.dedup_by_key(|(subject, _)| *subject);
    let title = |(subject, row): (Subject, Row)| {
        let figure = shared.data.observation(row)?;
        let title = match (subject, figure.plan, figure.task) {
            (Subject::Indicator { .. }, Some(plan), _) => {
                let (area, plan) = (figure.area.name.get(lang), label::plan(plan, lang));
                match lang {
                    Lang::Zh => number::in_a_row(&[area, &plan]),
                    Lang::En => format!("{area}: {plan}"),
                }
            }
            (Subject::Task(_), _, Some(task)) => task.title.get(lang).to_owned(),
            _ => return None,
        };
        Some((subject, title))
    };
    let groups: Vec<(Subject, String)> = subjects.into_iter().filter_map(title).collect();
    if groups.is_empty() {
        return html! { <p class="muted">{ shared.msg(Msg::NoResponsible) }</p> };
    }
    html! {
        for (subject, title) in groups {
            <h3>{ title }</h3>
            <ul class="units">
                for (unit, role) in shared.data.responsible(subject) {
                    <li>
                        { unit_link(shared, unit) }
                        <span class="muted">{ shared.msg(units::role(role)) }</span>
                    </li>
                }
            </ul>
        }
    }
}

/// What ties the printings to each other or to others, and why; the plain pairing of a target
/// with its outcome is drawn already and needs no note.
fn comparability(shared: &Shared, code: Code) -> Html {
    let lang = shared.lang();
    let column = &shared.data.observations.indicator;
    let is_own = |row: Row| column.get(row as usize) == Some(code);
    let touching = shared.data.relations.iter().filter(|relation| {
        relation.kind != RelationKind::TargetOf && (is_own(relation.from) || is_own(relation.to))
    });
    // Pairs that one note explains stand together under it.
    let mut notes: Vec<Vec<&Relation>> = Vec::new();
    for relation in touching {
        let alike = |pairs: &&mut Vec<&Relation>| {
            let first = pairs.first();
            first.is_some_and(|pair| (pair.kind, &pair.note) == (relation.kind, &relation.note))
        };
        match notes.iter_mut().find(alike) {
            Some(pairs) => pairs.push(relation),
            None => notes.push(vec![relation]),
        }
    }
    if notes.is_empty() {
        return html! { <p class="muted">{ shared.msg(Msg::NoComparability) }</p> };
    }
    html! {
        <dl class="notes">
            for pairs in notes {
                if let Some(first) = pairs.first() {
                    <dt>{ shared.msg(label::relation(first.kind)) }</dt>
                    <dd>
                        { explained(shared, first.note.get(lang)) }
                        for pair in pairs.iter() {
                            <div class="note-pair">
                                <small>{ end(shared, pair.from) }</small>
                                <small>{ end(shared, pair.to) }</small>
                            </div>
                        }
                    </dd>
                }
            }
        </dl>
    }
}

/// One of the two printings that a relation ties, with a link to its indicator.
fn end(shared: &Shared, row: Row) -> Html {
    let Some(figure) = shared.data.observation(row) else {
        return html! {};
    };
    let lang = shared.lang();
    let name = figure.indicator.name.get(lang);
    let (when, said) = (period::of(&figure, lang), figure::with_kind(&figure, lang));
    let words = match lang {
        Lang::Zh => number::in_a_row(&[name, &when, &said]),
        Lang::En => format!("{name}, {when}: {said}"),
    };
    let place = Place::of(&shared.data, row).map(|place| place_link(shared, place));
    html! {
        <>
            <a href={shared.link(Action::Go(Page::Indicator(figure.indicator_code)))}>{ words }</a>
            { " · " }
            { place }
            { own_badge(shared, &figure) }
        </>
    }
}
