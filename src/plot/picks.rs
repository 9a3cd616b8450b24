//! What the indicators have to draw: which a chart can show, which it shows when none is picked,
//! and which forms fit.

use std::cell::{Cell, OnceCell};
use std::cmp::Reverse;

use crate::dataset::{Code, Dataset, Kind, Measure, Row};
use crate::order;
use crate::query::board::Card;
use crate::query::{FacetIndex, Selection, board};
use crate::text::Msg;
use crate::view::{Form, PICKS};

use super::{dumbbell, pace, passing, ranked};

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

/// A target, and an outcome to hold against it.
const BOTH: u8 = 2;

/// What the figures that pass have to draw. An indicator is looked at when a form asks for it, and no longer than
/// until the answer is known.
pub struct Offer<'a> {
    data: &'a Dataset,
    index: &'a FacetIndex,
    selection: &'a Selection,
    /// The indicators that a chart can show, headline ones first.
    codes: Vec<Code>,
    /// Whether each indicator is one of them.
    is_offered: Vec<bool>,
    goals: OnceCell<Vec<u8>>,
}

/// The indicators with a number among the figures that pass, headline ones first. A place in an
/// order has no length, and is not drawn.
#[must_use]
pub fn offered(data: &Dataset, index: &FacetIndex, selection: &Selection) -> Vec<Code> {
    let has_number = |code: &Code| {
        let mut rows = index.of_indicator(data, *code).iter();
        rows.any(|row| selection.passes(*row) && data.observations.value(*row).is_some())
    };
    let is_drawn = |code: &Code| {
        let found = data.indicator(*code);
        found.is_some_and(|indicator| indicator.measure != Measure::Rank)
    };
    let codes = (0..).take(data.indicators.len());
    let mut codes: Vec<Code> = codes.filter(is_drawn).filter(has_number).collect();
    order::sort_by_key(&mut codes, |code| {
        data.indicator(*code).map(|i| (!i.headline, i.theme, *code))
    });
    codes
}

impl<'a> Offer<'a> {
    /// What passes the filters.
    #[must_use]
    pub fn of(data: &'a Dataset, index: &'a FacetIndex, selection: &'a Selection) -> Self {
        let codes = offered(data, index, selection);
        let mut is_offered = vec![false; data.indicators.len()];
        for code in &codes {
            if let Some(slot) = is_offered.get_mut(usize::from(*code)) {
                *slot = true;
            }
        }
        Self {
            data,
            index,
            selection,
            codes,
            is_offered,
            goals: OnceCell::new(),
        }
    }

    fn is_offered(&self, code: Code) -> bool {
        self.is_offered.get(usize::from(code)) == Some(&true)
    }

    /// The figures of an indicator with a length.
    fn rows(&self, code: Code) -> Vec<Row> {
        let is_offered = self.is_offered(code);
        let rows = is_offered.then(|| passing(self.data, self.index, self.selection, code));
        rows.unwrap_or_default()
    }

    /// How many periods it has figures of.
    fn periods(&self, code: Code) -> usize {
        let columns = &self.data.observations;
        let mut is_known = vec![false; self.data.periods.len()];
        for row in self.rows(code) {
            let is_context = columns.kind.get(row as usize) == Some(&Kind::Context);
            let period = columns.period.get(row as usize).filter(|_| !is_context);
            if let Some(slot) = period.and_then(|code| is_known.get_mut(usize::from(code))) {
                *slot = true;
            }
        }
        is_known.iter().filter(|is_known| **is_known).count()
    }

    /// How much there is of each indicator for target against outcome: a target, and an outcome to hold against it.
    fn goal(&self, code: Code) -> u8 {
        let goals = self.goals.get_or_init(|| self.goals());
        let goal = goals.get(usize::from(code)).copied();
        goal.filter(|_| self.is_offered(code)).unwrap_or_default()
    }

    fn goals(&self) -> Vec<u8> {
        let goals = vec![Cell::new(0); self.data.indicators.len()];
        let goal = |card: &Card| goals.get(usize::from(card.indicator));
        // Of an indicator that has both no other card is looked at.
        let is_open = |card: &Card| goal(card).is_some_and(|goal| goal.get() < BOTH);
        let values = &self.data.observations;
        let has_value = |row: Option<Row>| row.is_some_and(|row| values.value(row).is_some());
        for card in board::cards_of(self.data, self.index, self.selection, &is_open) {
            let target = has_value(card.target);
            let both = target && has_value(card.outcome) && !is_apart(self.data, &card);
            if let Some(goal) = goal(&card) {
                goal.set(goal.get().max(u8::from(target) + u8::from(both)));
            }
        }
        goals.into_iter().map(Cell::into_inner).collect()
    }

    /// Whether it has two figures to set side by side: 2 where they differ.
    fn pair(&self, code: Code) -> u8 {
        let pair = dumbbell::pair(self.data, &self.rows(code));
        pair.map_or(0, |pair| 1 + u8::from(pair.differs()))
    }

    fn has_year(&self, code: Code) -> bool {
        pace::year(self.data, &self.rows(code)).is_some()
    }

    /// How many areas there are at most of one period and kind.
    fn areas(&self, code: Code) -> usize {
        ranked::most_areas(self.data, &self.rows(code))
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
        let is_headline = self.data.indicator(code).is_some_and(|i| i.headline);
        let values = || self.rows(code).len();
        let least = |count: usize| u8::from(count > 1);
        Reverse(match form {
            Form::Bullets => (self.goal(code), is_headline, 0, 0),
            Form::Trend => {
                let periods = self.periods(code);
                (least(periods), is_headline, periods, values())
            }
            Form::Ranked => {
                let areas = self.areas(code);
                (least(areas), is_headline, 0, areas)
            }
            Form::Dumbbell => (self.pair(code), is_headline, 0, values()),
            Form::Pace => (u8::from(self.has_year(code)), is_headline, 0, values()),
            Form::Distribution => (0, is_headline, 0, 0),
        })
    }

    /// Whether a form fits the figures of the picks, or of any indicator where there is no pick.
    ///
    /// # Errors
    /// Why it does not.
    pub fn fit(&self, picks: &[Code], form: Form) -> Result<(), Why> {
        let picks = if picks.is_empty() { &self.codes } else { picks };
        let any = |has: &dyn Fn(Code) -> bool| picks.iter().any(|code| has(*code));
        let (fits, why) = match form {
            // It counts figures, with or without a number, whatever is picked.
            Form::Distribution => return Ok(()),
            _ if !any(&|code| self.is_offered(code)) => (false, Why::NoNumber),
            Form::Bullets if !any(&|code| self.goal(code) > 0) => (false, Why::NoTarget),
            Form::Bullets => (any(&|code| self.goal(code) >= BOTH), Why::NoOutcome),
            Form::Trend => (any(&|code| self.periods(code) > 1), Why::OnePeriod),
            Form::Ranked => (any(&|code| self.areas(code) > 1), Why::OneArea),
            Form::Dumbbell => (any(&|code| self.pair(code) > 0), Why::NoPair),
            Form::Pace => (any(&|code| self.has_year(code)), Why::NoYear),
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
