//! The wall chart: sections of cards, a card for each target and each headline figure.

use std::cmp::Ordering;

use crate::assess::{Assessed, Ledger};
use crate::dataset::{Code, Dataset, Kind, Period, Row};
use crate::order;

pub use super::deck::Card;
use super::deck::{assessed, scope};
use super::facet::FacetIndex;
use super::same::repeats;
use super::select::Selection;

/// Cards under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What the cards have in common.
    pub heading: Heading,
    /// The cards, in reading order.
    pub cards: Vec<Card>,
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

/// Cards by plan, the newest first, of each the areas in their order, then by the order of the documents.
#[must_use]
pub fn by_plan(data: &Dataset, index: &FacetIndex, selection: &Selection) -> Vec<Section> {
    let mut sections = sections(cards(data, index, selection), |card| match card.plan {
        Some(plan) => Heading::Plan {
            area: card.area,
            plan,
        },
        None => Heading::Year {
            area: card.area,
            year: card.period.last_year(),
        },
    });
    order::sort_by(&mut sections, |a, b| {
        let place = |section: &Section| match section.heading {
            Heading::Plan { area, .. } => (false, Some(area)),
            Heading::Year { area, .. } => (true, Some(area)),
            Heading::Theme(_) => (true, None),
        };
        let period = |section: &Section| section.cards.first().map(|card| card.period);
        newest_plan(period(a), period(b)).then(place(a).cmp(&place(b)))
    });
    sections
}

/// Orders plans by their years, the newest first; what has none comes last.
pub(super) fn newest_plan(a: Option<Period>, b: Option<Period>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => b.chronological(a),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

/// Cards by theme, in the order of the themes.
#[must_use]
pub fn by_theme(data: &Dataset, index: &FacetIndex, selection: &Selection) -> Vec<Section> {
    let mut cards = cards(data, index, selection);
    order::sort_by(&mut cards, |a, b| b.period.chronological(a.period));
    sections(cards, |card| {
        let theme = data.indicator(card.indicator).map(|found| found.theme);
        Heading::Theme(theme.unwrap_or_default())
    })
}

/// How many figures pass the filters and stand on no card.
#[must_use]
pub fn beyond(sections: &[Section], selection: &Selection) -> u32 {
    let cards = sections.iter().flat_map(|section| &section.cards);
    let figures = cards.flat_map(|card| [card.target, card.outcome]).flatten();
    let mut shown: Vec<Row> = figures.filter(|row| selection.passes(*row)).collect();
    order::sort_by_key(&mut shown, |row| *row);
    shown.dedup();
    let shown = u32::try_from(shown.len()).unwrap_or(u32::MAX);
    selection.count().saturating_sub(shown)
}

/// How many printings of targets pass that only repeat one of a card.
#[must_use]
pub fn repeated(data: &Dataset, sections: &[Section], selection: &Selection) -> u32 {
    let kinds = (0..).zip(&data.observations.kind);
    let targets = kinds.filter(|(_, kind)| **kind == Kind::Target);
    let passing = targets.filter(|(row, _)| selection.passes(*row));
    let cards = sections.iter().flat_map(|section| &section.cards);
    let shown = cards.filter_map(|card| card.target);
    let shown = shown.filter(|row| selection.passes(*row));
    let repeated = passing.count().saturating_sub(shown.count());
    u32::try_from(repeated).unwrap_or(u32::MAX)
}

/// Puts cards under their headings; of each the cards keep their order.
fn sections(cards: Vec<Card>, heading: impl Fn(&Card) -> Heading) -> Vec<Section> {
    let headed = cards.into_iter().map(|card| (heading(&card), card));
    let mut headed: Vec<(Heading, Card)> = headed.collect();
    order::sort_by_key(&mut headed, |(heading, _)| *heading);
    let mut sections: Vec<Section> = Vec::new();
    for (heading, card) in headed {
        match sections.last_mut().filter(|last| last.heading == heading) {
            Some(section) => section.cards.push(card),
            None => sections.push(Section {
                heading,
                cards: vec![card],
            }),
        }
    }
    sections
}

/// The cards that have a figure that passes, in the order of the deck.
///
/// A card shows its target whole, and the outcomes that decided if all of them pass, or the newest that
/// does, or what decided where none does: a filter for targets must not make a published outcome look
/// unpublished.
#[must_use]
pub fn cards(data: &Dataset, index: &FacetIndex, selection: &Selection) -> Vec<Card> {
    let deck = index.deck().iter();
    deck.filter_map(|card| shown(data, index.ledger(), selection, card))
        .collect()
}

/// The printings that stand for the targets, one for each card.
#[must_use]
pub fn targets(index: &FacetIndex) -> Vec<Row> {
    let deck = index.deck().iter();
    deck.filter_map(|card| card.target).collect()
}

/// The card with its outcome, if any figure that it stands for passes.
fn shown(data: &Dataset, ledger: &Ledger, selection: &Selection, card: &Card) -> Option<Card> {
    let mut outcomes = outcomes(data, ledger, card);
    let passes = |row: &Row| selection.passes(*row);
    if outcomes.iter().any(passes) {
        outcomes.retain(passes);
    } else if !card.target.as_ref().is_some_and(passes) {
        return None;
    }
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
    Some(Card {
        earlier: outcome.map_or_else(earlier, |_| None).map(|o| o.row),
        outcome,
        is_judged,
        ..card.clone()
    })
}

/// Whether two rows are one, or print the same fact.
fn is_same(data: &Dataset, a: Row, b: Row) -> bool {
    let figures = data.observation(a).zip(data.observation(b));
    a == b || figures.is_some_and(|(a, b)| repeats(&a, &b))
}

/// The outcomes of a card, the newest first: of a target those that the rules take for it.
fn outcomes(data: &Dataset, ledger: &Ledger, card: &Card) -> Vec<Row> {
    if let Some(one) = assessed(ledger, card) {
        return one.case.outcomes.iter().map(|known| known.row).collect();
    }
    let found = ledger.outcomes(data, card.indicator, card.area);
    let found = found.filter(|outcome| card.period.contains(outcome.period));
    found.map(|outcome| outcome.row).collect()
}
