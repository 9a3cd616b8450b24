//! Every card that a data set has, whatever the filters: found once, and then only looked through.

use std::cmp::{Ordering, Reverse};

use crate::assess::{Assessed, Ledger};
use crate::dataset::{Code, Dataset, Kind, Observation, Period, Row};
use crate::order;

use super::documents;
use super::same::repeats;

/// One indicator of one area under one plan, or in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Card {
    /// What is measured.
    pub indicator: Code,
    /// Where.
    pub area: Code,
    /// The plan, or none for a headline figure that no plan set a target for.
    pub plan: Option<Code>,
    /// What the card covers: the plan's years, or the figure's year.
    pub period: Period,
    /// The target. Its outcome is what the rules take for it.
    pub target: Option<Row>,
    /// The outcome to show: of several by which the target was judged together the last.
    pub outcome: Option<Row>,
    /// Whether it is what the target was judged by: no filter leaves out any of the outcomes that decided.
    pub is_judged: bool,
    /// Where there is none: the newest from before the target's period.
    pub earlier: Option<Row>,
}

impl Card {
    /// The figure that it shows above all: the outcome, or the target where none is known.
    #[must_use]
    pub fn shown(&self) -> Option<Row> {
        self.outcome.or(self.target)
    }
}

/// What the cards of a section have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// One area's plan.
    Plan {
        /// The area.
        area: Code,
        /// The plan.
        plan: Code,
    },
    /// What became of one area's year that no plan in the data names.
    Year {
        /// The area.
        area: Code,
        /// The year.
        year: u16,
    },
    /// A theme.
    Theme(Code),
}

/// A card with every outcome that it may show, the newest first.
#[derive(Debug)]
pub struct Dealt {
    /// As it is where every figure passes.
    pub card: Card,
    /// Of a target those that the rules take for it.
    pub outcomes: Vec<Row>,
}

/// The cards of a data set and their places in the sections of the board.
#[derive(Debug)]
pub struct Deck {
    /// Headline targets, other targets, headline outcomes.
    pub cards: Vec<Dealt>,
    /// By plan, the newest first, of each the areas in their order, then by the order of the documents.
    pub by_plan: Vec<Places>,
    /// By theme, in the order of the themes, the newest first.
    pub by_theme: Vec<Places>,
}

/// A heading, and where the cards under it stand in the deck.
pub type Places = (Heading, Vec<usize>);

impl Deck {
    /// Finds every card.
    #[must_use]
    pub fn new(data: &Dataset, ledger: &Ledger) -> Self {
        let targets = target_cards(data);
        let outcomes = outcome_cards(data, ledger, &targets);
        let is_headline = |card: &Card| data.indicator(card.indicator).is_some_and(|i| i.headline);
        let (headline, other): (Vec<Card>, Vec<Card>) = targets.into_iter().partition(is_headline);
        let all = headline.into_iter().chain(other).chain(outcomes);
        let dealt = all.map(|card| {
            let outcomes = outcomes_of(data, ledger, &card);
            let card = showing(data, ledger, &card, &outcomes);
            Dealt { card, outcomes }
        });
        let cards: Vec<Dealt> = dealt.collect();
        let (by_plan, by_theme) = (by_plan(&cards), by_theme(data, &cards));
        Self {
            cards,
            by_plan,
            by_theme,
        }
    }
}

/// The card with the last of the outcomes that decided if all of them are among those to show, or else the
/// newest of these.
pub fn showing(data: &Dataset, ledger: &Ledger, card: &Card, outcomes: &[Row]) -> Card {
    let deciding = assessed(ledger, card).map(Assessed::deciding);
    let shown = |row: Row| outcomes.iter().find(|known| is_same(data, **known, row));
    let judged: Option<Vec<&Row>> = deciding.and_then(|rows| rows.into_iter().map(shown).collect());
    let is_judged = judged.is_some();
    let last = judged.and_then(|rows| rows.last().copied());
    let outcome = last.or(outcomes.first()).copied();
    let begins = scope(ledger, card).start();
    let earlier = || {
        let mut known = ledger.outcomes(data, card.indicator, card.area);
        known.find(|o| o.period.end() <= begins)
    };
    Card {
        earlier: outcome.map_or_else(earlier, |_| None).map(|o| o.row),
        outcome,
        is_judged,
        ..*card
    }
}

/// Whether two rows are one, or print the same fact.
fn is_same(data: &Dataset, a: Row, b: Row) -> bool {
    let figures = || data.observation(a).zip(data.observation(b));
    a == b || figures().is_some_and(|(a, b)| repeats(&a, &b))
}

fn assessed<'a>(ledger: &'a Ledger, card: &Card) -> Option<&'a Assessed> {
    ledger.get(card.target?)
}

/// The years from which a card's outcome may come.
fn scope(ledger: &Ledger, card: &Card) -> Period {
    let one = assessed(ledger, card);
    one.map_or(card.period, |one| one.case.promise.scope())
}

/// The outcomes of a card, the newest first: of a target those that the rules take for it.
fn outcomes_of(data: &Dataset, ledger: &Ledger, card: &Card) -> Vec<Row> {
    if let Some(one) = assessed(ledger, card) {
        return one.case.outcomes.iter().map(|known| known.row).collect();
    }
    let found = ledger.outcomes(data, card.indicator, card.area);
    let found = found.filter(|outcome| card.period.contains(outcome.period));
    found.map(|outcome| outcome.row).collect()
}

fn by_plan(cards: &[Dealt]) -> Vec<Places> {
    let mut sections = sections((0..cards.len()).collect(), |place| {
        let card = &cards.get(place)?.card;
        let area = card.area;
        Some(match card.plan {
            Some(plan) => Heading::Plan { area, plan },
            None => Heading::Year {
                area,
                year: card.period.last_year(),
            },
        })
    });
    order::sort_by(&mut sections, |a, b| {
        let place = |(heading, _): &Places| match *heading {
            Heading::Plan { area, .. } => (false, Some(area)),
            Heading::Year { area, .. } => (true, Some(area)),
            Heading::Theme(_) => (true, None),
        };
        let period = |(_, places): &Places| Some(cards.get(*places.first()?)?.card.period);
        newest_plan(period(a), period(b)).then(place(a).cmp(&place(b)))
    });
    sections
}

/// Orders plans by their years, the newest first; what has none comes last.
pub fn newest_plan(a: Option<Period>, b: Option<Period>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => b.chronological(a),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

fn by_theme(data: &Dataset, cards: &[Dealt]) -> Vec<Places> {
    let card = |place: usize| cards.get(place).map(|dealt| &dealt.card);
    let mut places: Vec<usize> = (0..cards.len()).collect();
    order::sort_by(&mut places, |a, b| match (card(*a), card(*b)) {
        (Some(a), Some(b)) => b.period.chronological(a.period),
        _ => Ordering::Equal,
    });
    sections(places, |place| {
        let theme = data.indicator(card(place)?.indicator)?.theme;
        Some(Heading::Theme(theme))
    })
}

/// Puts cards under their headings; of each the cards keep their order.
fn sections(places: Vec<usize>, heading: impl Fn(usize) -> Option<Heading>) -> Vec<Places> {
    let headed = places.into_iter();
    let headed = headed.filter_map(|place| Some((heading(place)?, place)));
    let mut headed: Vec<(Heading, usize)> = headed.collect();
    order::sort_by_key(&mut headed, |(heading, _)| *heading);
    let chunks = headed.chunk_by(|(a, _), (b, _)| a == b);
    let sections = chunks.filter_map(|chunk| {
        let places = chunk.iter().map(|(_, place)| *place);
        Some((chunk.first()?.0, places.collect()))
    });
    sections.collect()
}

/// Puts first what stands of several printings of a target, the newest: by the document's delivery,
/// a number before mere words, and the first of a document.
pub(super) fn newest_first(targets: &mut [Observation<'_>]) {
    order::sort_by_key(targets, newness);
}

/// What [`newest_first`] orders by.
pub(super) fn newness<'a>(o: &Observation<'a>) -> impl Ord + use<'a> {
    let newest_first = Reverse((&*o.document.delivered, o.value.is_some()));
    (newest_first, &*o.document.id, o.line, o.ordinal())
}

/// A card for each area, plan and indicator with a target, in the order of the documents. Of
/// several printings of a target the newest stands.
fn target_cards(data: &Dataset) -> Vec<Card> {
    let mut targets: Vec<Observation<'_>> =
        data.iter().filter(|o| o.kind == Kind::Target).collect();
    newest_first(&mut targets);
    let same = |o: &Observation<'_>| (o.area_code, o.plan_code, o.indicator_code);
    order::sort_by_key(&mut targets, same);
    targets.dedup_by_key(|o| same(o));
    let places = documents::places(data);
    order::sort_by_key(&mut targets, |o| documents::place_of(&places, o));
    let card = |target: &Observation<'_>| {
        Some(Card {
            indicator: target.indicator_code,
            area: target.area_code,
            plan: target.plan_code,
            period: target.plan?.period,
            target: Some(target.row),
            outcome: None,
            is_judged: false,
            earlier: None,
        })
    };
    targets.iter().filter_map(card).collect()
}

/// A card for each headline figure of an area that no card of a target stands for: one a year, or
/// one for a period of several years.
fn outcome_cards(data: &Dataset, ledger: &Ledger, targets: &[Card]) -> Vec<Card> {
    let key = |card: &Card| (card.indicator, card.area);
    let mut scopes: Vec<((Code, Code), Period)> = targets
        .iter()
        .map(|card| (key(card), scope(ledger, card)))
        .collect();
    order::sort_by_key(&mut scopes, |(key, _)| *key);
    let is_told = |card: &Card, period: Period| {
        let first = scopes.partition_point(|(known, _)| *known < key(card));
        let own = scopes.iter().skip(first);
        let mut own = own.take_while(|(known, _)| *known == key(card));
        own.any(|(_, scope)| scope.contains(period))
    };
    // Each with its place in the documents.
    let mut cards: Vec<(usize, Card)> = Vec::new();
    for figure in data.iter() {
        if !figure.indicator.headline || !figure.kind.is_outcome() {
            continue;
        }
        let year = Period::year(figure.period.last_year());
        let period = if year.contains(figure.period) {
            year
        } else {
            figure.period
        };
        let card = Card {
            indicator: figure.indicator_code,
            area: figure.area_code,
            plan: None,
            period,
            target: None,
            outcome: None,
            is_judged: false,
            earlier: None,
        };
        if !is_told(&card, figure.period) {
            cards.push((cards.len(), card));
        }
    }
    order::sort_by(&mut cards, |(_, a), (_, b)| {
        let period = || a.period.chronological(b.period);
        key(a).cmp(&key(b)).then_with(period)
    });
    cards.dedup_by(|(_, a), (_, b)| a == b);
    // They stand after the targets, where the order of the documents means nothing: by theme.
    order::sort_by_key(&mut cards, |(place, card)| {
        let theme = data.indicator(card.indicator).map(|found| found.theme);
        (theme, card.indicator, *place)
    });
    cards.into_iter().map(|(_, card)| card).collect()
}
