//! The wall chart: sections of cards, a card for each target and each headline figure.

use crate::dataset::{Code, Dataset, Kind, Row};

pub use super::deck::{Card, Heading};
use super::deck::{Dealt, Places};
use super::facet::{Facet, FacetIndex};
use super::select::Selection;

/// Cards under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What the cards have in common.
    pub heading: Heading,
    /// The cards, in reading order.
    pub cards: Vec<Card>,
}

/// What a board has, with its figures counted: cards are made of those alone that are listed.
pub struct Board<'a> {
    data: &'a Dataset,
    index: &'a FacetIndex,
    selection: &'a Selection,
    /// Which cards of the deck have a figure that passes.
    passing: Vec<bool>,
    /// How many cards there are.
    pub cards: usize,
    /// How many figures pass and stand on no card.
    pub beyond: u32,
    /// How many printings of targets pass that only repeat one of a card.
    pub repeated: u32,
}

impl<'a> Board<'a> {
    /// Looks at every card of the deck once.
    #[must_use]
    pub fn new(data: &'a Dataset, index: &'a FacetIndex, selection: &'a Selection) -> Self {
        let mut rows = vec![false; data.observations.len() as usize];
        let mut targets = 0;
        let mut passes = |dealt: &Dealt| {
            let Some(card) = shown(data, index, selection, dealt) else {
                return false;
            };
            let target = card.target.filter(|row| selection.passes(*row));
            let outcome = card.outcome.filter(|row| selection.passes(*row));
            targets += usize::from(target.is_some());
            for row in [target, outcome].into_iter().flatten() {
                if let Some(slot) = rows.get_mut(row as usize) {
                    *slot = true;
                }
            }
            true
        };
        let passing: Vec<bool> = index.deck().cards.iter().map(&mut passes).collect();
        let on_cards = rows.iter().filter(|is_shown| **is_shown).count();
        let printed = selection.count_of(Facet::Kind, Kind::Target as Code);
        let counted = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Self {
            data,
            index,
            selection,
            cards: passing.iter().filter(|passes| **passes).count(),
            passing,
            beyond: selection.count().saturating_sub(counted(on_cards)),
            repeated: printed.saturating_sub(counted(targets)),
        }
    }

    /// Cards by plan, the newest first, of each the areas in their order, then by the order of the documents: the
    /// first sections, until they have so many.
    #[must_use]
    pub fn by_plan(&self, most: usize) -> Vec<Section> {
        self.sections(&self.index.deck().by_plan, most)
    }

    /// Cards by theme, in the order of the themes: the first sections, as above.
    #[must_use]
    pub fn by_theme(&self, most: usize) -> Vec<Section> {
        self.sections(&self.index.deck().by_theme, most)
    }

    fn sections(&self, all: &[Places], most: usize) -> Vec<Section> {
        let (mut sections, mut count) = (Vec::new(), 0);
        for (heading, places) in all {
            if count >= most {
                break;
            }
            let own = places.iter();
            let own = own.filter(|place| self.passing.get(**place) == Some(&true));
            let dealt = own.filter_map(|place| self.index.deck().cards.get(*place));
            let cards: Vec<Card> = dealt
                .filter_map(|dealt| shown(self.data, self.index, self.selection, dealt))
                .collect();
            if !cards.is_empty() {
                count += cards.len();
                sections.push(Section {
                    heading: *heading,
                    cards,
                });
            }
        }
        sections
    }
}

/// The cards that have a figure that passes, in the order of the deck.
#[must_use]
pub fn cards(data: &Dataset, index: &FacetIndex, selection: &Selection) -> Vec<Card> {
    cards_of(data, index, selection, &|_| true).collect()
}

/// Those of them that are wanted, by what a card has whatever passes.
pub fn cards_of<'a>(
    data: &'a Dataset,
    index: &'a FacetIndex,
    selection: &'a Selection,
    is_wanted: &'a dyn Fn(&Card) -> bool,
) -> impl Iterator<Item = Card> + 'a {
    let deck = index.deck().cards.iter();
    deck.filter(|dealt| is_wanted(&dealt.card))
        .filter_map(|dealt| shown(data, index, selection, dealt))
}

/// The printings that stand for the targets, one for each card.
pub fn targets(index: &FacetIndex) -> impl Iterator<Item = Row> {
    let deck = index.deck().cards.iter();
    deck.filter_map(|dealt| dealt.card.target)
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
