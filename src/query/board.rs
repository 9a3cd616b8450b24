//! The wall chart: sections of cards, a card for each target and each headline figure.

use std::collections::BTreeSet;

use crate::dataset::{Code, Dataset, Kind, Observation, Period, Row};

use super::outcome;
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
    /// The target.
    pub target: Option<Row>,
    /// The newest outcome.
    pub outcome: Option<Row>,
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
    /// One area's year without a plan in the data.
    Year {
        /// The area.
        area: Code,
        /// The year.
        year: u16,
    },
    /// A theme.
    Theme(Code),
}

/// Cards by plan, the newest first, then by the order of the documents.
#[must_use]
pub fn by_plan(data: &Dataset, selection: &Selection) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for card in cards(data, selection) {
        let heading = match card.plan {
            Some(plan) => Heading::Plan {
                area: card.area,
                plan,
            },
            None => Heading::Year {
                area: card.area,
                year: card.period.last_year(),
            },
        };
        into_section(&mut sections, heading, card);
    }
    sections.sort_by(|a, b| {
        let period = |section: &Section| section.cards.first().map(|card| card.period);
        match (period(a), period(b)) {
            (Some(a), Some(b)) => b.chronological(a),
            (a, b) => a.is_none().cmp(&b.is_none()),
        }
    });
    sections
}

/// Cards by theme, in the order of the themes.
#[must_use]
pub fn by_theme(data: &Dataset, selection: &Selection) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut cards = cards(data, selection);
    cards.sort_by(|a, b| b.period.chronological(a.period));
    for card in cards {
        let theme = data
            .indicator(card.indicator)
            .map(|indicator| indicator.theme);
        into_section(
            &mut sections,
            Heading::Theme(theme.unwrap_or_default()),
            card,
        );
    }
    sections.sort_by_key(|section| match section.heading {
        Heading::Theme(theme) => theme,
        Heading::Plan { .. } | Heading::Year { .. } => Code::MAX,
    });
    sections
}

fn into_section(sections: &mut Vec<Section>, heading: Heading, card: Card) {
    match sections
        .iter_mut()
        .find(|section| section.heading == heading)
    {
        Some(section) => section.cards.push(card),
        None => sections.push(Section {
            heading,
            cards: vec![card],
        }),
    }
}

/// Every card with a figure that passes: headline targets, other targets, headline outcomes.
fn cards(data: &Dataset, selection: &Selection) -> Vec<Card> {
    let targets = targets(data);
    let outcomes = outcome_cards(data, &targets);
    let is_headline = |card: &Card| data.indicator(card.indicator).is_some_and(|i| i.headline);
    let (headline, other): (Vec<Card>, Vec<Card>) = targets.into_iter().partition(is_headline);
    headline
        .into_iter()
        .chain(other)
        .chain(outcomes)
        .filter(|card| is_shown(data, selection, card))
        .collect()
}

/// A card for each area, plan and indicator with a target, in the order of the documents.
#[must_use]
pub fn targets(data: &Dataset) -> Vec<Card> {
    let mut targets: Vec<Observation<'_>> =
        data.iter().filter(|o| o.kind == Kind::Target).collect();
    targets.sort_by(|a, b| (&a.document.id, a.line, a.row).cmp(&(&b.document.id, b.line, b.row)));
    let mut seen = BTreeSet::new();
    let mut cards = Vec::new();
    for target in targets {
        let (Some(plan), Some(code)) = (target.plan, target.plan_code) else {
            continue;
        };
        if seen.insert((target.area_code, code, target.indicator_code)) {
            let outcome =
                outcome::newest(data, target.indicator_code, target.area_code, plan.period);
            cards.push(Card {
                indicator: target.indicator_code,
                area: target.area_code,
                plan: Some(code),
                period: plan.period,
                target: Some(target.row),
                outcome: outcome.map(|o| o.row),
            });
        }
    }
    cards
}

/// A card for each headline figure of an area and year that no card of a target shows.
fn outcome_cards(data: &Dataset, targets: &[Card]) -> Vec<Card> {
    let mut cards: Vec<Card> = Vec::new();
    for figure in data.iter() {
        let year = Period::year(figure.period.last_year());
        let of_figure =
            |card: &&Card| card.indicator == figure.indicator_code && card.area == figure.area_code;
        let shown = targets
            .iter()
            .filter(of_figure)
            .any(|card| card.period.contains(figure.period))
            || cards
                .iter()
                .filter(of_figure)
                .any(|card| card.period == year);
        if shown || !figure.indicator.headline || !figure.kind.is_outcome() {
            continue;
        }
        // A figure of a year that the area has a plan for stands beside that plan's targets.
        let plan = targets
            .iter()
            .find(|card| card.area == figure.area_code && card.period == year)
            .and_then(|card| card.plan);
        let newest = outcome::newest(data, figure.indicator_code, figure.area_code, year);
        cards.push(Card {
            indicator: figure.indicator_code,
            area: figure.area_code,
            plan,
            period: year,
            target: None,
            outcome: newest.map(|o| o.row),
        });
    }
    // They stand after the targets, where the order of the documents means nothing: by theme.
    cards.sort_by_key(|card| {
        (
            data.indicator(card.indicator).map(|i| i.theme),
            card.indicator,
        )
    });
    cards
}

/// Whether any figure that the card stands for passes the filters.
fn is_shown(data: &Dataset, selection: &Selection, card: &Card) -> bool {
    let mut rows = data.iter().filter(|o| {
        let own = (o.indicator_code, o.area_code) == (card.indicator, card.area);
        let target = o.kind == Kind::Target && card.target.is_some() && o.plan_code == card.plan;
        own && (target || o.kind.is_outcome() && card.period.contains(o.period))
    });
    rows.any(|o| selection.passes(o.row))
}
