//! What the indicators have to draw: which a chart can show, which it shows when none is picked,
//! and which forms fit.

use std::cmp::Reverse;

use crate::dataset::{Code, Dataset, Kind, Measure, Period, Row};
use crate::order;
use crate::query::board::Card;
use crate::query::{FacetIndex, Selection, board};
use crate::text::Msg;
use crate::view::{Form, PICKS};

use super::{dumbbell, pace, ranked};

/// Why a form does not fit the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No figure has a number.
    NoNumber,
    /// No figure is a target with a number.
    NoTarget,
    /// No target has an outcome that it may be held against.
    NoOutcome,
    /// All figures of an indicator are for the same period.
    OnePeriod,
    /// No two areas have figures of one period and kind.
    OneArea,
    /// No two areas or printings may be compared.
    NoPair,
    /// No year has both a figure to date and one for the whole of it.
    NoYear,
}

impl Why {
    /// The reason in a few words.
    #[must_use]
    pub const fn short(self) -> Msg {
        match self {
            Self::NoNumber => Msg::UnfitNoNumber,
            Self::NoTarget => Msg::UnfitNoTarget,
            Self::NoOutcome => Msg::UnfitNoOutcome,
            Self::OnePeriod => Msg::UnfitOnePeriod,
            Self::OneArea => Msg::UnfitOneArea,
            Self::NoPair => Msg::UnfitNoPair,
            Self::NoYear => Msg::UnfitNoYear,
        }
    }

    /// The reason in a sentence.
    #[must_use]
    pub const fn sentence(self) -> Msg {
        match self {
            Self::NoNumber => Msg::WhyNoNumber,
            Self::NoTarget => Msg::WhyNoTarget,
            Self::NoOutcome => Msg::WhyNoOutcome,
            Self::OnePeriod => Msg::WhyOnePeriod,
            Self::OneArea => Msg::WhyOneArea,
            Self::NoPair => Msg::WhyNoPair,
            Self::NoYear => Msg::WhyNoYear,
        }
    }
}

/// What an indicator has to draw among the figures that pass.
#[derive(Clone, Debug, Default)]
struct Drawable {
    /// The rows with a number.
    rows: Vec<Row>,
    periods: Vec<Period>,
    /// How many areas there are at most of one period and kind.
    areas: usize,
    /// How much there is for target against outcome: a target, and an outcome to hold against it.
    goal: u8,
    /// Whether there are two figures to set side by side: 2 where they differ.
    pair: u8,
    year: bool,
}

/// What the figures that pass have to draw.
#[derive(Debug)]
pub struct Offer {
    /// The indicators that a chart can show, headline ones first.
    codes: Vec<Code>,
    found: Vec<Drawable>,
    headlines: Vec<bool>,
}

/// The indicators with a number among the figures that pass, headline ones first. A place in an
/// order has no length, and is not drawn.
#[must_use]
pub fn offered(data: &Dataset, selection: &Selection) -> Vec<Code> {
    let mut has = vec![false; data.indicators.len()];
    let figures = &data.observations;
    for row in selection.rows() {
        let slot = figures.indicator.get(row as usize);
        let slot = slot.and_then(|code| has.get_mut(usize::from(code)));
        if let Some(slot) = slot.filter(|_| has_number(data, row)) {
            *slot = true;
        }
    }
    let mut codes: Vec<Code> = (0..)
        .zip(&data.indicators)
        .zip(has)
        .filter(|((_, indicator), has)| *has && indicator.measure != Measure::Rank)
        .map(|((code, _), _)| code)
        .collect();
    order::sort_by_key(&mut codes, |code| {
        data.indicator(*code).map(|i| (!i.headline, i.theme, *code))
    });
    codes
}

fn has_number(data: &Dataset, row: Row) -> bool {
    data.observation(row).is_some_and(|o| o.value.is_some())
}

impl Offer {
    /// Looks at all figures that pass: once for all forms.
    #[must_use]
    pub fn of(data: &Dataset, index: &FacetIndex, selection: &Selection) -> Self {
        Self {
            codes: offered(data, selection),
            found: drawable(data, index, selection),
            headlines: data.indicators.iter().map(|i| i.headline).collect(),
        }
    }

    /// The indicators that a form shows when none is picked: of those that it fits, those with most
    /// to see in it. A distribution is of all figures.
    #[must_use]
    pub fn usual(&self, form: Form) -> Vec<Code> {
        if form == Form::Distribution {
            return Vec::new();
        }
        // The weight looks at all figures: once for each indicator.
        let codes = self.codes.iter();
        let mut weighed: Vec<_> = codes
            .map(|code| (self.weight(*code, form), *code))
            .collect();
        order::sort_by(&mut weighed, |(a, _), (b, _)| a.cmp(b));
        let codes = weighed.into_iter().map(|(_, code)| code);
        let fitting = codes.filter(|code| self.fit(&[*code], form).is_ok());
        fitting.take(PICKS).collect()
    }

    fn weight(&self, code: Code, form: Form) -> Reverse<(u8, bool, usize, usize)> {
        let is_headline = self.headlines.get(usize::from(code)) == Some(&true);
        let Some(found) = self.found.get(usize::from(code)) else {
            return Reverse((0, is_headline, 0, 0));
        };
        let (values, periods) = (found.rows.len(), found.periods.len());
        Reverse(match form {
            Form::Bullets => (found.goal, is_headline, 0, 0),
            Form::Trend => (u8::from(periods > 1), is_headline, periods, values),
            Form::Ranked => (u8::from(found.areas > 1), is_headline, 0, found.areas),
            Form::Dumbbell => (found.pair, is_headline, 0, values),
            Form::Pace => (u8::from(found.year), is_headline, 0, values),
            Form::Distribution => (0, is_headline, 0, 0),
        })
    }

    /// Whether a form fits the figures of the picks, or of any indicator where there is no pick.
    ///
    /// # Errors
    /// Why it does not.
    pub fn fit(&self, picks: &[Code], form: Form) -> Result<(), Why> {
        let picks = if picks.is_empty() { &self.codes } else { picks };
        let any = |has: fn(&Drawable) -> bool| {
            let found = picks
                .iter()
                .filter_map(|code| self.found.get(usize::from(*code)));
            found.into_iter().any(has)
        };
        let (fits, why) = match form {
            // It counts figures, with or without a number, whatever is picked.
            Form::Distribution => return Ok(()),
            _ if !any(|found| !found.rows.is_empty()) => (false, Why::NoNumber),
            Form::Bullets if !any(|found| found.goal > 0) => (false, Why::NoTarget),
            Form::Bullets => (any(|found| found.goal > 1), Why::NoOutcome),
            Form::Trend => (any(|found| found.periods.len() > 1), Why::OnePeriod),
            Form::Ranked => (any(|found| found.areas > 1), Why::OneArea),
            Form::Dumbbell => (any(|found| found.pair > 0), Why::NoPair),
            Form::Pace => (any(|found| found.year), Why::NoYear),
        };
        fits.then_some(()).ok_or(why)
    }

    /// The form for the figures of the picks: the first that fits of targets, time, the year under
    /// way, pairs and an order. None where none does: counts of all figures say nothing of the picks.
    /// Without picks, counts always fit.
    #[must_use]
    pub fn chosen(&self, picks: &[Code]) -> Option<Form> {
        let order = [
            Form::Bullets,
            Form::Trend,
            Form::Pace,
            Form::Dumbbell,
            Form::Ranked,
        ];
        let fits = |form: &Form| self.fit(picks, *form).is_ok();
        let counts = picks.is_empty().then_some(Form::Distribution);
        order.into_iter().find(fits).or(counts)
    }
}

/// Whether the data say that the outcome of a card must not be held against its target.
fn is_apart(data: &Dataset, card: &Card) -> bool {
    let ends = card.target.zip(card.outcome);
    ends.is_some_and(|(target, outcome)| super::is_apart(data, outcome, target))
}

/// What each indicator has to draw, in the order of the indicators.
fn drawable(data: &Dataset, index: &FacetIndex, selection: &Selection) -> Vec<Drawable> {
    let mut found = vec![Drawable::default(); data.indicators.len()];
    for figure in selection.rows().filter_map(|row| data.observation(row)) {
        let slot = found.get_mut(usize::from(figure.indicator_code));
        // A place in an order has no length.
        let has_length = figure.value.is_some() && figure.indicator.measure != Measure::Rank;
        if let Some(slot) = slot.filter(|_| has_length) {
            slot.rows.push(figure.row);
            let is_known = figure.kind == Kind::Context || slot.periods.contains(&figure.period);
            if !is_known {
                slot.periods.push(figure.period);
            }
        }
    }
    for card in board::cards(data, index, selection) {
        let has_value = |row: Option<Row>| row.is_some_and(|row| has_number(data, row));
        let slot = found.get_mut(usize::from(card.indicator));
        if let Some(slot) = slot.filter(|slot| !slot.rows.is_empty()) {
            let target = has_value(card.target);
            let both = target && has_value(card.outcome) && !is_apart(data, &card);
            slot.goal = slot.goal.max(u8::from(target) + u8::from(both));
        }
    }
    for slot in &mut found {
        let pair = dumbbell::pair(data, &slot.rows);
        slot.pair = pair.map_or(0, |pair| 1 + u8::from(pair.differs()));
        slot.areas = ranked::most_areas(data, &slot.rows);
        slot.year = pace::year(data, &slot.rows).is_some();
    }
    found
}
