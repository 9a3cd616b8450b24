//! The wall chart: sections of cards, a card for each target and each headline figure.

use std::cmp::{Ordering, Reverse};

use crate::assess::{Assessed, Ledger, outcome};
use crate::dataset::{Code, Dataset, Kind, Observation, Period, Row};
use crate::order;

use super::documents;
use super::same::repeats;
use super::select::Selection;

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

/// Cards under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What the cards have in common.
    pub heading: Heading,
    /// The cards, in reading order.
    pub cards: Vec<Card>,
}

/// What the cards of a section have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
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
pub fn by_plan(data: &Dataset, ledger: &Ledger, selection: &Selection) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for card in cards(data, ledger, selection) {
        let area = card.area;
        let heading = match card.plan {
            Some(plan) => Heading::Plan { area, plan },
            None => Heading::Year {
                area,
                year: card.period.last_year(),
            },
        };
        into_section(&mut sections, heading, card);
    }
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
pub fn by_theme(data: &Dataset, ledger: &Ledger, selection: &Selection) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut cards = cards(data, ledger, selection);
    order::sort_by(&mut cards, |a, b| b.period.chronological(a.period));
    for card in cards {
        let theme = data.indicator(card.indicator).map(|found| found.theme);
        into_section(
            &mut sections,
            Heading::Theme(theme.unwrap_or_default()),
            card,
        );
    }
    order::sort_by_key(&mut sections, |section| match section.heading {
        Heading::Theme(theme) => theme,
        Heading::Plan { .. } | Heading::Year { .. } => Code::MAX,
    });
    sections
}

/// How many figures pass the filters and stand on no card.
#[must_use]
pub fn beyond(sections: &[Section], selection: &Selection) -> u32 {
    let cards = sections.iter().flat_map(|section| &section.cards);
    let mut shown: Vec<Row> = Vec::new();
    for row in cards.flat_map(|card| [card.target, card.outcome]).flatten() {
        if selection.passes(row) && !shown.contains(&row) {
            shown.push(row);
        }
    }
    let shown = u32::try_from(shown.len()).unwrap_or(u32::MAX);
    selection.count().saturating_sub(shown)
}

/// How many printings of targets pass that only repeat one of a card.
#[must_use]
pub fn repeated(data: &Dataset, sections: &[Section], selection: &Selection) -> u32 {
    let targets = data.iter().filter(|figure| figure.kind == Kind::Target);
    let passing = targets.filter(|target| selection.passes(target.row));
    let cards = sections.iter().flat_map(|section| &section.cards);
    let shown = cards.filter_map(|card| card.target);
    let shown = shown.filter(|row| selection.passes(*row));
    let repeated = passing.count().saturating_sub(shown.count());
    u32::try_from(repeated).unwrap_or(u32::MAX)
}

fn into_section(sections: &mut Vec<Section>, heading: Heading, card: Card) {
    match sections.iter_mut().find(|known| known.heading == heading) {
        Some(section) => section.cards.push(card),
        None => sections.push(Section {
            heading,
            cards: vec![card],
        }),
    }
}

/// The cards that have a figure that passes: headline targets, other targets, headline outcomes.
///
/// A card shows its target whole, and the outcomes that decided if all of them pass, or the newest that
/// does, or what decided where none does: a filter for targets must not make a published outcome look
/// unpublished.
#[must_use]
pub fn cards(data: &Dataset, ledger: &Ledger, selection: &Selection) -> Vec<Card> {
    let targets = target_cards(data);
    let outcomes = outcome_cards(data, ledger, &targets);
    let is_headline = |card: &Card| data.indicator(card.indicator).is_some_and(|i| i.headline);
    let (headline, other): (Vec<Card>, Vec<Card>) = targets.into_iter().partition(is_headline);
    headline
        .into_iter()
        .chain(other)
        .chain(outcomes)
        .filter_map(|card| shown(data, ledger, selection, card))
        .collect()
}

/// The printings that stand for the targets, one for each card.
#[must_use]
pub fn targets(data: &Dataset) -> Vec<Row> {
    let cards = target_cards(data).into_iter();
    cards.filter_map(|card| card.target).collect()
}

/// The card with its outcome, if any figure that it stands for passes.
fn shown(data: &Dataset, ledger: &Ledger, selection: &Selection, card: Card) -> Option<Card> {
    let mut outcomes = outcomes(data, ledger, &card);
    let passes = |row: &Row| selection.passes(*row);
    if outcomes.iter().any(passes) {
        outcomes.retain(passes);
    } else if !card.target.as_ref().is_some_and(passes) {
        return None;
    }
    let deciding = assessed(ledger, &card).map(Assessed::deciding);
    let shown = |row: Row| outcomes.iter().find(|known| is_same(data, **known, row));
    let judged: Option<Vec<&Row>> = deciding.and_then(|rows| rows.into_iter().map(shown).collect());
    let is_judged = judged.is_some();
    let last = judged.and_then(|rows| rows.last().copied());
    let outcome = last.or(outcomes.first()).copied();
    let scope = scope(ledger, &card);
    let earlier = || outcome::before(data, card.indicator, card.area, scope);
    Some(Card {
        earlier: outcome.map_or_else(earlier, |_| None).map(|o| o.row),
        outcome,
        is_judged,
        ..card
    })
}

/// Whether two rows are one, or print the same fact.
fn is_same(data: &Dataset, a: Row, b: Row) -> bool {
    let figures = data.observation(a).zip(data.observation(b));
    a == b || figures.is_some_and(|(a, b)| repeats(&a, &b))
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
fn outcomes(data: &Dataset, ledger: &Ledger, card: &Card) -> Vec<Row> {
    if let Some(one) = assessed(ledger, card) {
        return one.case.outcomes.iter().map(|known| known.row).collect();
    }
    let found = outcome::outcomes(data, card.indicator, card.area, card.period);
    let mut found: Vec<Observation<'_>> = found.collect();
    order::sort_by(&mut found, |a, b| outcome::by_age(b, a));
    found.iter().map(|outcome| outcome.row).collect()
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
    let mut cards: Vec<Card> = Vec::new();
    for figure in data.iter() {
        let year = Period::year(figure.period.last_year());
        let period = if year.contains(figure.period) {
            year
        } else {
            figure.period
        };
        let of_figure =
            |card: &&Card| card.indicator == figure.indicator_code && card.area == figure.area_code;
        let is_shown = targets
            .iter()
            .filter(of_figure)
            .any(|card| scope(ledger, card).contains(figure.period))
            || cards
                .iter()
                .filter(of_figure)
                .any(|card| card.period == period);
        if is_shown || !figure.indicator.headline || !figure.kind.is_outcome() {
            continue;
        }
        cards.push(Card {
            indicator: figure.indicator_code,
            area: figure.area_code,
            plan: None,
            period,
            target: None,
            outcome: None,
            is_judged: false,
            earlier: None,
        });
    }
    // They stand after the targets, where the order of the documents means nothing: by theme.
    order::sort_by_key(&mut cards, |card| {
        let theme = data.indicator(card.indicator).map(|found| found.theme);
        (theme, card.indicator)
    });
    cards
}
