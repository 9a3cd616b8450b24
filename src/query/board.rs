//! The wall chart: sections of cards, a card for each target and each headline figure.

use crate::dataset::{Dataset, Kind, Row};

pub use super::deck::{Card, Heading};
use super::deck::{Dealt, Places};
use super::facet::FacetIndex;
use super::select::Selection;

/// Cards under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What the cards have in common.
    pub heading: Heading,
    /// The cards, in reading order.
    pub cards: Vec<Card>,
}

/// Cards by plan, the newest first, of each the areas in their order, then by the order of the documents.
#[must_use]
pub fn by_plan(data: &Dataset, index: &FacetIndex, selection: &Selection) -> Vec<Section> {
    sections(data, index, selection, &index.deck().by_plan)
}

/// Cards by theme, in the order of the themes.
#[must_use]
pub fn by_theme(data: &Dataset, index: &FacetIndex, selection: &Selection) -> Vec<Section> {
    sections(data, index, selection, &index.deck().by_theme)
}

/// The sections with the cards that pass; none without any.
fn sections(
    data: &Dataset,
    index: &FacetIndex,
    selection: &Selection,
    sections: &[Places],
) -> Vec<Section> {
    let sections = sections.iter().map(|(heading, places)| {
        let dealt = places
            .iter()
            .filter_map(|place| index.deck().cards.get(*place));
        Section {
            heading: *heading,
            cards: dealt
                .filter_map(|dealt| shown(data, index, selection, dealt))
                .collect(),
        }
    });
    sections
        .filter(|section| !section.cards.is_empty())
        .collect()
}

/// How many figures pass the filters and stand on no card.
#[must_use]
pub fn beyond(sections: &[Section], selection: &Selection) -> u32 {
    let cards = sections.iter().flat_map(|section| &section.cards);
    let figures = cards.flat_map(|card| [card.target, card.outcome]).flatten();
    let mut is_shown: Vec<bool> = Vec::new();
    for row in figures.filter(|row| selection.passes(*row)) {
        let row = row as usize;
        if is_shown.len() <= row {
            is_shown.resize(row + 1, false);
        }
        if let Some(slot) = is_shown.get_mut(row) {
            *slot = true;
        }
    }
    let shown = is_shown.iter().filter(|is_shown| **is_shown).count();
    selection
        .count()
        .saturating_sub(u32::try_from(shown).unwrap_or(u32::MAX))
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

/// The cards that have a figure that passes, in the order of the deck.
#[must_use]
pub fn cards(data: &Dataset, index: &FacetIndex, selection: &Selection) -> Vec<Card> {
    let deck = index.deck().cards.iter();
    deck.filter_map(|dealt| shown(data, index, selection, dealt))
        .collect()
}

/// The printings that stand for the targets, one for each card.
#[must_use]
pub fn targets(index: &FacetIndex) -> Vec<Row> {
    let deck = index.deck().cards.iter();
    deck.filter_map(|dealt| dealt.card.target).collect()
}

/// The card if any figure that it stands for passes.
///
/// It shows its target whole, and the outcomes that decided if all of them pass, or the newest that
/// does, or what decided where none does: a filter for targets must not make a published outcome look
/// unpublished.
fn shown(data: &Dataset, index: &FacetIndex, selection: &Selection, dealt: &Dealt) -> Option<Card> {
    let (deck, ledger, card) = (index.deck(), index.ledger(), &dealt.card);
    let outcomes = deck.outcomes(ledger, dealt);
    let passing = outcomes.iter().filter(|row| selection.passes(**row));
    match passing.count() {
        0 => card
            .target
            .filter(|row| selection.passes(*row))
            .map(|_| *card),
        all if all == outcomes.len() => Some(*card),
        _ => {
            let passing = outcomes.iter().copied();
            let passing: Vec<Row> = passing.filter(|row| selection.passes(*row)).collect();
            Some(dealt.showing(data, ledger, &passing))
        }
    }
}
