//! 挂图: the wall chart.

mod bar;
mod card;

use std::rc::Rc;

use yew::prelude::*;

use self::card::card;
use super::context::{Shared, use_shared};
use super::parts::{SelectionProps, nothing_found, references, strip, switch};
use crate::dataset::{Class, Code, Kind, Lang};
use crate::query::Selection;
use crate::query::board::{Card, Heading, Section, beyond, by_plan, by_theme, repeated, targets};
use crate::query::documents::in_order_of_use;
use crate::query::strip::tallies;
use crate::text::{Msg, label, number, period, source};
use crate::view::{Action, Grouping, Page};

/// So many cards are listed at first, and with each press more: a district has fewer, and no one reads a page
/// of thousands.
const STEP: usize = 200;

/// The wall chart.
#[component]
pub fn Board(props: &SelectionProps) -> Html {
    let shared = use_shared();
    let grouping = shared.state.grouping;
    let drawn = {
        let shared = shared.clone();
        use_memo((grouping, props.clone()), move |(grouping, props)| {
            let (data, ledger) = (&shared.data, shared.index.ledger());
            let sections = match grouping {
                Grouping::Plan => by_plan(data, &shared.index, &props.selection),
                Grouping::Theme => by_theme(data, &shared.index, &props.selection),
            };
            let asked = (&shared.state.filters, &*props.selection);
            (
                sections,
                tallies(data, ledger, asked, &targets(&shared.index)),
            )
        })
    };
    // Another board begins with its first cards.
    let listed = use_state(|| (Rc::clone(&drawn), STEP));
    let count = match &*listed {
        (of, count) if Rc::ptr_eq(of, &drawn) => *count,
        _ => STEP,
    };
    let more = {
        let drawn = Rc::clone(&drawn);
        Callback::from(move |_| listed.set((Rc::clone(&drawn), count + STEP)))
    };
    let (sections, tallies) = &*drawn;
    if props.selection.count() == 0 {
        return nothing_found(&shared);
    }
    if sections.is_empty() {
        return no_card(&shared);
    }
    let all: usize = sections.iter().map(|section| section.cards.len()).sum();
    let cards = sections.iter().flat_map(|section| &section.cards);
    let mut figures = cards.take(count).filter_map(Card::shown);
    let documents = in_order_of_use(&shared.data, &mut figures);
    html! {
        <>
            <h1 class="visually-hidden">{ shared.msg(Msg::Board) }</h1>
            { bar::hatch() }
            <div class="board-head">
                { strip(&shared, tallies) }
                { arrangement(&shared) }
                { beyond_the_board(&shared, sections, &props.selection) }
            </div>
            for (section, count) in leading(sections, count) {
                { self::section(&shared, section, count, &documents) }
            }
            if count < all {
                { further(&shared, all - count, more) }
            }
            { references(&shared, &documents) }
        </>
    }
}

/// What stands in place of the cards where figures pass that no card stands for.
fn no_card(shared: &Shared) -> Html {
    html! {
        <div class="nothing">
            <h1>{ shared.msg(Msg::NoCard) }</h1>
            <p>{ shared.msg(Msg::NoCardHint) }</p>
            <p><a href={shared.link(Action::Go(Page::Table))}>{ shared.msg(Msg::SeeTable) }</a></p>
        </div>
    }
}

/// How many more figures there are, which of them are targets again, and the way to them.
fn beyond_the_board(shared: &Shared, sections: &[Section], selection: &Selection) -> Html {
    let count = beyond(sections, selection);
    if count == 0 {
        return html! {};
    }
    let repeated = repeated(&shared.data, sections, selection);
    html! {
        <p class="board-beyond">
            { source::beyond_the_board(count, repeated, shared.lang()) }
            { " " }
            <a href={shared.link(Action::Go(Page::Table))}>{ shared.msg(Msg::SeeTable) }</a>
        </p>
    }
}

/// How the cards are put together, and the way to the targets as a table.
fn arrangement(shared: &Shared) -> Html {
    let option = |msg: Msg, grouping: Grouping| {
        let is_open = shared.state.grouping == grouping;
        (msg, Action::Group(grouping), is_open)
    };
    let options = [
        option(Msg::ByPlan, Grouping::Plan),
        option(Msg::ByTheme, Grouping::Theme),
    ];
    html! {
        <>
            { switch(shared, Msg::GroupBy, &options) }
            <a class="board-report" href={shared.link(Action::Go(Page::Report))}>
                { shared.msg(Msg::Report) }
            </a>
        </>
    }
}

/// The sections that have any of so many cards, each with how many of its own.
fn leading(sections: &[Section], count: usize) -> impl Iterator<Item = (&Section, usize)> {
    let mut left = count;
    sections.iter().map_while(move |section| {
        let own = section.cards.len().min(left);
        left -= own;
        (own > 0).then_some((section, own))
    })
}

/// How many cards are left, and a button that lists more of them.
fn further(shared: &Shared, left: usize, more: Callback<MouseEvent>) -> Html {
    html! {
        <p class="board-further">
            { source::not_listed(left, shared.lang()) }
            <button type="button" class="quiet" onclick={more}>{ shared.msg(Msg::ListMore) }</button>
        </p>
    }
}

fn section(shared: &Shared, section: &Section, count: usize, documents: &[Code]) -> Html {
    let (title, detail) = heading(shared, section);
    let is_theme = matches!(section.heading, Heading::Theme(_));
    html! {
        <section class="board-section" key={format!("{:?}", section.heading)}>
            <h2>{ title }<span>{ detail }</span></h2>
            <div class="cards">
                for one in section.cards.iter().take(count) {
                    { card(shared, one, key(one), is_theme, documents) }
                }
            </div>
        </section>
    }
}

fn key(card: &Card) -> String {
    let Card {
        indicator,
        area,
        plan,
        period,
        target,
        outcome: _,
        earlier: _,
        is_judged: _,
    } = card;
    format!("{indicator}-{area}-{plan:?}-{period}-{}", target.is_some())
}

/// A section's title, and what it holds in a few words.
fn heading(shared: &Shared, section: &Section) -> (String, String) {
    let (data, lang) = (&shared.data, shared.lang());
    let area = |code: u16| {
        let area = data.areas.get(usize::from(code));
        area.map_or_else(String::new, |area| area.name.get(lang).to_string())
    };
    let counted = count_words(shared, section);
    match section.heading {
        Heading::Plan { area: place, plan } => {
            let plan = data.plans.get(usize::from(plan));
            let title = plan.map_or_else(String::new, |plan| label::plan(plan, lang));
            let when = plan
                .map(|plan| period::words(plan.period, lang))
                .unwrap_or_default();
            (title, format!("{} · {when} · {counted}", area(place)))
        }
        Heading::Year { area: place, year } => {
            let results = shared.msg(Msg::YearResults);
            let title = match lang {
                Lang::Zh => format!("{year}{results}"),
                Lang::En => format!("{year} {results}"),
            };
            (title, format!("{} · {counted}", area(place)))
        }
        Heading::Theme(theme) => {
            let theme = data.themes.get(usize::from(theme));
            let title = theme.map_or_else(String::new, |theme| theme.name.get(lang).to_string());
            (title, all_words(section.cards.len(), lang))
        }
    }
}

/// How many cards there are, and how many targets of each class where the plan has classes.
fn count_words(shared: &Shared, section: &Section) -> String {
    let of = |class: Class| {
        let rows = section.cards.iter().filter_map(|card| card.target);
        rows.filter_map(|row| shared.data.observation(row))
            .filter(|o| o.kind == Kind::Target && o.class == Some(class))
            .count()
    };
    let (binding, anticipatory) = (of(Class::Binding), of(Class::Anticipatory));
    let (all, lang) = (section.cards.len(), shared.lang());
    if binding + anticipatory == 0 {
        return all_words(all, lang);
    }
    let rest = all - binding - anticipatory;
    let counts = [
        (binding, "约束性", "binding"),
        (anticipatory, "预期性", "anticipatory"),
        (rest, "未标明属性", "of no stated class"),
    ];
    let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
    let words: Vec<String> = counts
        .map(|(count, zh, en)| match lang {
            Lang::Zh => format!("{zh}{count}项"),
            Lang::En => format!("{count} {en}"),
        })
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    label::listed(&words, lang)
}

fn all_words(count: usize, lang: Lang) -> String {
    number::counted(count, lang, "项", "item")
}
