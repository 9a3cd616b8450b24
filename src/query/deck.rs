//! Every card that a data set has, whatever the filters: found once, and then only looked through.

use std::cmp::{Ordering, Reverse};

use crate::assess::{Ledger, Promise};
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

/// A card, and where the outcomes are that it may show.
#[derive(Debug)]
pub struct Dealt {
    /// As it is where every figure passes.
    pub card: Card,
    known: Known,
}

/// Where a card's outcomes are.
#[derive(Clone, Copy, Debug)]
enum Known {
    /// With the target in this place of the ledger.
    Judged(usize),
    /// From here to there in the deck's own.
    Listed(usize, usize),
}

/// The cards of a data set and their places in the sections of the board.
#[derive(Debug)]
pub struct Deck {
    /// Headline targets, other targets, headline outcomes.
    pub cards: Vec<Dealt>,
    /// The outcomes of cards without a target.
    listed: Vec<Row>,
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
        let mut deck = Self {
            cards: Vec::new(),
            listed: Vec::new(),
            by_plan: Vec::new(),
            by_theme: Vec::new(),
        };
        for card in all {
            let known = match card.target.and_then(|row| ledger.place(row)) {
                Some(place) => Known::Judged(place),
                None => deck.list(outcomes_of(data, ledger, &card)),
            };
            let mut dealt = Dealt { card, known };
            dealt.card = dealt.showing(data, ledger, deck.outcomes(ledger, &dealt));
            deck.cards.push(dealt);
        }
        deck.cards.shrink_to_fit();
        deck.listed.shrink_to_fit();
        deck.by_plan = by_plan(&deck.cards);
        deck.by_theme = by_theme(data, &deck.cards);
        deck
    }

    fn list(&mut self, outcomes: impl Iterator<Item = Row>) -> Known {
        let start = self.listed.len();
        self.listed.extend(outcomes);
        Known::Listed(start, self.listed.len())
    }

    /// The outcomes that a card may show, the newest first: of a target those that the rules take for it.
    pub fn outcomes<'a>(&'a self, ledger: &'a Ledger, dealt: &Dealt) -> &'a [Row] {
        let own = match dealt.known {
            Known::Judged(place) => ledger.judged(place).map(|judged| judged.outcomes),
            Known::Listed(start, end) => self.listed.get(start..end),
        };
        own.unwrap_or_default()
    }
}

impl Dealt {
    /// The card with the last of the outcomes that decided if all of them are among those to show, or else the
    /// newest of these.
    pub fn showing(&self, data: &Dataset, ledger: &Ledger, outcomes: &[Row]) -> Card {
        let card = &self.card;
        let deciding = match self.known {
            Known::Judged(place) => ledger.judged(place).map(|judged| judged.deciding),
            Known::Listed(..) => None,
        };
        let shown = |row: &Row| {
            let alike = || {
                outcomes
                    .iter()
                    .find(|known| prints_same(data, **known, *row))
            };
            outcomes.iter().find(|known| *known == row).or_else(alike)
        };
        let judged = deciding.filter(|rows| rows.iter().all(|row| shown(row).is_some()));
        let last = judged.and_then(|rows| rows.last().and_then(shown));
        let outcome = last.or(outcomes.first()).copied();
        let key = (card.indicator, card.area);
        let begins = || scope(data, card).start();
        let earlier = || ledger.series().newest_until(data, key, begins());
        Card {
            earlier: outcome.map_or_else(earlier, |_| None),
            outcome,
            is_judged: judged.is_some(),
            ..*card
        }
    }
}

/// Whether two rows print the same fact.
fn prints_same(data: &Dataset, a: Row, b: Row) -> bool {
    let figures = data.observation(a).zip(data.observation(b));
    figures.is_some_and(|(a, b)| repeats(&a, &b))
}

/// The years from which a card's outcome may come.
fn scope(data: &Dataset, card: &Card) -> Period {
    let target = card.target.and_then(|row| data.observation(row));
    target.map_or(card.period, |target| Promise::of(&target).scope())
}

/// The outcomes of a card without a target, the newest first.
fn outcomes_of(data: &Dataset, ledger: &Ledger, card: &Card) -> impl Iterator<Item = Row> {
    let (key, period) = ((card.indicator, card.area), card.period);
    let within = (period.start(), period.end());
    let found = ledger.series().ending(data, key, within);
    let found = found.filter(move |(_, known)| period.contains(*known));
    found.map(|(row, _)| row)
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
    let targets = data.of_kind(|kind| kind == Kind::Target);
    let numbered = targets.map(|target| (same(&target), target.row));
    let numbered = guatu_scan::sorted(numbered.collect());
    let printings = numbered.chunk_by(|(a, _), (b, _)| a == b);
    let leading = printings.filter_map(|printings| {
        let printings = printings.iter();
        let printings = printings.filter_map(|(_, row)| data.observation(*row));
        Some(printings.min_by_key(newness)?.row)
    });
    let mut leading = leading.collect();
    documents::sort(data, &mut leading);
    let card = |row: &Row| {
        let target = data.observation(*row)?;
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
    leading.iter().filter_map(card).collect()
}

/// A number of its own for each area, plan and indicator.
fn same(target: &Observation<'_>) -> u64 {
    let plan = target.plan_code.unwrap_or(Code::MAX);
    let codes = [target.area_code, plan, target.indicator_code];
    codes
        .iter()
        .fold(0, |number, code| number << 16 | u64::from(*code))
}

/// A card for each headline figure of an area that no card of a target stands for: one a year, or
/// one for a period of several years.
fn outcome_cards(data: &Dataset, ledger: &Ledger, targets: &[Card]) -> Vec<Card> {
    let key = |card: &Card| (card.indicator, card.area);
    let scopes = targets.iter().map(|card| (key(card), scope(data, card)));
    let mut scopes: Vec<((Code, Code), Period)> = scopes.collect();
    order::sort_by_key(&mut scopes, |(key, _)| *key);
    let told = |key: (Code, Code)| {
        let first = scopes.partition_point(|(known, _)| *known < key);
        let own = scopes.get(first..).unwrap_or_default();
        own.get(..own.partition_point(|(known, _)| *known == key))
            .unwrap_or_default()
    };
    let mut cards = Vec::new();
    // They stand after the targets, where the order of the documents means nothing: by theme.
    let mut places = Vec::new();
    for (key, rows) in ledger.series().iter() {
        let Some(indicator) = data.indicator(key.0).filter(|found| found.headline) else {
            continue;
        };
        let theme = u64::from(indicator.theme) << 48 | u64::from(key.0) << 32;
        for (period, row) in untold(data, rows, told(key)) {
            places.push((theme | u64::from(row), cards.len() as Row));
            cards.push(Card {
                indicator: key.0,
                area: key.1,
                plan: None,
                period,
                target: None,
                outcome: None,
                is_judged: false,
                earlier: None,
            });
        }
    }
    let places = guatu_scan::sorted(places);
    let place = |(_, place): &(u64, Row)| cards.get(*place as usize).copied();
    places.iter().filter_map(place).collect()
}

/// The years, and longer periods, of which figures are that no card of a target tells, each with the first
/// row of them.
fn untold(data: &Dataset, rows: &[Row], told: &[((Code, Code), Period)]) -> Vec<(Period, Row)> {
    let dated = rows
        .iter()
        .filter_map(|row| Some((data.period(*row)?, *row)));
    let dated = dated.filter(|(period, _)| !told.iter().any(|(_, scope)| scope.contains(*period)));
    let covered = dated.map(|(period, row)| {
        let year = Period::year(period.last_year());
        (if year.contains(period) { year } else { period }, row)
    });
    let mut covered: Vec<(Period, Row)> = covered.collect();
    order::sort_by(&mut covered, |(a, one), (b, other)| {
        a.chronological(*b).then(one.cmp(other))
    });
    covered.dedup_by_key(|(period, _)| *period);
    covered
}
