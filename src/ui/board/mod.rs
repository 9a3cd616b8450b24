//! 挂图: the wall chart.

mod bar;
mod card;

use yew::prelude::*;

use self::card::card;
use super::context::{Shared, use_shared};
use super::parts::{
    SelectionProps, leading, nothing_found, references, strip, switch, use_listed, use_most,
    use_steps,
};
use crate::dataset::{Class, Code, Lang};
use crate::query::Selection;
use crate::query::board::{self, Card, Heading, Section, targets};
use crate::query::documents::in_order_of_use;
use crate::query::strip::{Tally, tallies};
use crate::text::{Msg, label, number, period, source};
use crate::view::{Action, Grouping, Page};

/// So many cards fill a screen.
const SCREEN: usize = 16;

/// What the board shows of an answer.
struct Drawn {
    sections: Vec<Section>,
    tallies: Vec<Tally>,
    cards: usize,
    beyond: u32,
    repeated: u32,
    documents: Vec<Code>,
}

/// The wall chart.
#[component]
pub fn Board(props: &SelectionProps) -> Html {
    let shared = use_shared();
    let asked = (shared.state.grouping, props.clone());
    let steps = use_steps(&shared, asked.clone(), SCREEN, "a.card");
    let most = use_most(&steps);
    let drawn = {
        let shared = shared.clone();
        use_memo((asked, most), move |((grouping, props), most)| {
            drawn(&shared, *grouping, &props.selection, *most)
        })
    };
    let (count, further) = use_listed(&shared, &steps, drawn.cards);
    if props.selection.count() == 0 {
        return nothing_found(&shared);
    }
    if drawn.cards == 0 {
        return no_card(&shared);
    }
    html! {
        <>
            <h1 class="visually-hidden">{ shared.msg(Msg::Board) }</h1>
            { bar::hatch() }
            <div class="board-head">
                { strip(&shared, &drawn.tallies) }
                { arrangement(&shared) }
                { beyond_the_board(&shared, drawn.beyond, drawn.repeated) }
            </div>
            for (section, count) in leading(&drawn.sections, |section| section.cards.len(), count) {
                { self::section(&shared, section, count, &drawn.documents) }
            }
            { further }
            { references(&shared, &drawn.documents) }
        </>
    }
}

/// The first sections, until they have so many cards, and the counts of all.
fn drawn(shared: &Shared, grouping: Grouping, selection: &Selection, most: usize) -> Drawn {
    let (data, index) = (&shared.data, &shared.index);
    let board = board::Board::new(data, index, selection);
    let sections = match grouping {
        Grouping::Plan => board.by_plan(most),
        Grouping::Theme => board.by_theme(most),
    };
    let asked = (&shared.state.filters, selection);
    let cards = sections.iter().flat_map(|section| &section.cards);
    let mut figures = cards.take(most).filter_map(Card::shown);
    Drawn {
        tallies: tallies(data, index.ledger(), asked, targets(index)),
        cards: board.cards,
        beyond: board.beyond,
        repeated: board.repeated,
        documents: in_order_of_use(data, &mut figures),
        sections,
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
fn beyond_the_board(shared: &Shared, count: u32, repeated: u32) -> Html {
    if count == 0 {
        return html! {};
    }
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
    let classes = &shared.data.observations.class;
    let of = |class: Class| {
        let rows = section.cards.iter().filter_map(|card| card.target);
        let own = rows.filter(|row| classes.get(*row as usize) == Some(&Some(class)));
        own.count()
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
    let words = counts.map(|(count, zh, en)| {
        let count = number::count(count, lang);
        match lang {
            Lang::Zh => format!("{zh}{count}项"),
            Lang::En => format!("{count} {en}"),
        }
    });
    let words: Vec<String> = words.collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    label::listed(&words, lang)
}

fn all_words(count: usize, lang: Lang) -> String {
    number::counted(count, lang, "项", "item")
}
