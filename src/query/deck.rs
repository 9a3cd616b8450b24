//! Every card that a data set has, whatever the filters: found once, and then only looked through.

use std::cmp::Reverse;

use crate::assess::{Assessed, Ledger};
use crate::dataset::{Code, Dataset, Kind, Observation, Period, Row};
use crate::order;

use super::documents;

/// One indicator of one area under one plan, or in one year.
#[derive(Clone, Debug, PartialEq)]
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

/// The cards of a data set, with no outcome yet: headline targets, other targets, headline outcomes.
#[must_use]
pub fn deck(data: &Dataset, ledger: &Ledger) -> Vec<Card> {
    let targets = target_cards(data);
    let outcomes = outcome_cards(data, ledger, &targets);
    let is_headline = |card: &Card| data.indicator(card.indicator).is_some_and(|i| i.headline);
    let (headline, other): (Vec<Card>, Vec<Card>) = targets.into_iter().partition(is_headline);
    headline.into_iter().chain(other).chain(outcomes).collect()
}

pub(super) fn assessed<'a>(ledger: &'a Ledger, card: &Card) -> Option<&'a Assessed> {
    ledger.get(card.target?)
}

/// The years from which a card's outcome may come.
pub(super) fn scope(ledger: &Ledger, card: &Card) -> Period {
    let one = assessed(ledger, card);
    one.map_or(card.period, |one| one.case.promise.scope())
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
