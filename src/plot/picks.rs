//! What the indicators have to draw: which a chart can show, which it shows when none is picked,
//! and which forms fit.

use std::cell::{Cell, OnceCell};
use std::cmp::Reverse;
use std::ops::RangeInclusive;

use crate::dataset::{Code, Dataset, Kind, Measure, Row};
use crate::order;
use crate::query::board::Card;
use crate::query::{FacetIndex, Selection, board};
use crate::text::Msg;
use crate::view::{Form, PICKS};

use super::apart::Apart;
use super::tied::Tied;
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
    /// The figures of each with a length, once they are asked for.
    rows: Vec<OnceCell<Vec<Row>>>,
    goals: OnceCell<Vec<u8>>,
    apart: OnceCell<Apart>,
    tied: OnceCell<Tied<'a>>,
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
            rows: vec![OnceCell::new(); data.indicators.len()],
            goals: OnceCell::new(),
            apart: OnceCell::new(),
            tied: OnceCell::new(),
        }
    }

    fn is_offered(&self, code: Code) -> bool {
        self.is_offered.get(usize::from(code)) == Some(&true)
    }

    /// The figures of an indicator with a length.
    fn rows(&self, code: Code) -> &[Row] {
        let slot = self.rows.get(usize::from(code));
        let slot = slot.filter(|_| self.is_offered(code));
        let passing = || passing(self.data, self.index, self.selection, code);
        slot.map_or(&[], |slot| slot.get_or_init(passing))
    }

    fn apart(&self) -> &Apart {
        self.apart.get_or_init(|| Apart::of(self.data))
    }

    /// How many periods it has figures of.
    fn periods(&self, code: Code) -> usize {
        let columns = &self.data.observations;
        let mut is_known = vec![false; self.data.periods.len()];
        for row in self.rows(code) {
            let is_context = columns.kind.get(*row as usize) == Some(&Kind::Context);
            let period = columns.period.get(*row as usize).filter(|_| !is_context);
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
            let both = target && has_value(card.outcome) && !is_apart(self.apart(), &card);
            if let Some(goal) = goal(&card) {
                goal.set(goal.get().max(u8::from(target) + u8::from(both)));
            }
        }
        goals.into_iter().map(Cell::into_inner).collect()
    }

    /// Whether it has two figures to set side by side: 2 where they differ.
    fn pair(&self, code: Code) -> u8 {
        let tied = self.tied.get_or_init(|| Tied::of(self.data));
        let known = (self.apart(), tied);
        let pair = dumbbell::pair(self.data, known, code, self.rows(code));
        pair.map_or(0, |pair| 1 + u8::from(pair.differs()))
    }

    fn has_year(&self, code: Code) -> bool {
        pace::year(self.data, self.apart(), self.rows(code)).is_some()
    }

    /// How many areas there are at most of one period and kind.
    fn areas(&self, code: Code) -> usize {
        ranked::most_areas(self.data, self.rows(code))
    }

    /// The indicators that a form shows when none is picked: of those that it fits, those with most
    /// to see in it, headline ones first. A distribution is of all figures.
    #[must_use]
    pub fn usual(&self, form: Form) -> Vec<Code> {
        let is_headline = |code: &Code| self.data.indicator(*code).is_some_and(|i| i.headline);
        let headlines = self.codes.partition_point(is_headline);
        let (headline, others) = self.codes.split_at(headlines);
        let mut usual = Vec::new();
        // To weigh an indicator is to look at all its figures: others are weighed where headline ones leave room.
        for level in levels(form).rev() {
            for codes in [headline, others] {
                if usual.len() == PICKS {
                    return usual;
                }
                let weighed = self.weighed(codes, form).into_iter();
                let fitting = weighed.filter(|code| self.level(*code, form) == level);
                usual.extend(fitting.take(PICKS - usual.len()));
            }
        }
        usual
    }

    /// Some indicators, those with most to see in a form first.
    fn weighed(&self, codes: &[Code], form: Form) -> Vec<Code> {
        // The weight looks at all figures: once for each indicator.
        let codes = codes.iter();
        let mut weighed: Vec<_> = codes
            .map(|code| (Reverse(self.weight(*code, form)), *code))
            .collect();
        order::sort_by(&mut weighed, |(a, _), (b, _)| a.cmp(b));
        weighed.into_iter().map(|(_, code)| code).collect()
    }

    fn weight(&self, code: Code, form: Form) -> (usize, usize) {
        match form {
            Form::Bullets | Form::Distribution => (0, 0),
            Form::Trend => (self.periods(code), self.rows(code).len()),
            Form::Ranked => (self.areas(code), 0),
            Form::Dumbbell | Form::Pace => (self.rows(code).len(), 0),
        }
    }

    /// How much of an indicator a form has to show: which of its [`levels`], or less.
    fn level(&self, code: Code, form: Form) -> u8 {
        match form {
            Form::Bullets => self.goal(code),
            Form::Trend => u8::from(self.periods(code) > 1),
            Form::Ranked => u8::from(self.areas(code) > 1),
            Form::Dumbbell => self.pair(code),
            Form::Pace => u8::from(self.has_year(code)),
            Form::Distribution => 0,
        }
    }

    /// Whether a form fits the figures of the picks, or of any indicator where there is no pick.
    ///
    /// # Errors
    /// Why it does not.
    pub fn fit(&self, picks: &[Code], form: Form) -> Result<(), Why> {
        let picks = if picks.is_empty() { &self.codes } else { picks };
        let any = |level: u8| picks.iter().any(|code| self.level(*code, form) >= level);
        let fits = || any(*levels(form).start());
        let (fits, why) = match form {
            // It counts figures, with or without a number, whatever is picked.
            Form::Distribution => return Ok(()),
            _ if !picks.iter().any(|code| self.is_offered(*code)) => (false, Why::NoNumber),
            Form::Bullets if !any(1) => (false, Why::NoTarget),
            Form::Bullets => (fits(), Why::NoOutcome),
            Form::Trend => (fits(), Why::OnePeriod),
            Form::Ranked => (fits(), Why::OneArea),
            Form::Dumbbell => (fits(), Why::NoPair),
            Form::Pace => (fits(), Why::NoYear),
        };
        fits.then_some(()).ok_or(why)
    }
}

/// The form for the figures of the picks: the first that fits of targets, time, the year under way, pairs and an
/// order. None where none does: counts of all figures say nothing of the picks. Without picks, counts always fit.
pub(super) fn chosen(picks: &[Code], fit: &dyn Fn(Form) -> Result<(), Why>) -> Option<Form> {
    let order = [
        Form::Bullets,
        Form::Trend,
        Form::Pace,
        Form::Dumbbell,
        Form::Ranked,
    ];
    let counts = picks.is_empty().then_some(Form::Distribution);
    let mut order = order.into_iter();
    order.find(|form| fit(*form).is_ok()).or(counts)
}

/// The levels of a form that fits: of the highest there is most to see.
fn levels(form: Form) -> RangeInclusive<u8> {
    match form {
        Form::Bullets => BOTH..=BOTH,
        Form::Dumbbell => 1..=2,
        _ => 1..=1,
    }
}

/// Whether the data say that the outcome of a card must not be held against its target.
fn is_apart(apart: &Apart, card: &Card) -> bool {
    let ends = card.target.zip(card.outcome);
    ends.is_some_and(|(target, outcome)| apart.has(outcome, target))
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Tables, load};
    use crate::query::{Facet, Filters};

    #[test]
    fn what_a_form_shows_unpicked_is_what_weighing_every_indicator_says() {
        let data = load(&Tables::built_in()).expect("no fault");
        let index = FacetIndex::new(&data);
        let mut narrow = Filters::default();
        narrow.set(
            Facet::Kind,
            vec![Kind::Actual as Code, Kind::ToDate as Code],
        );
        for filters in [Filters::default(), narrow] {
            let selection = Selection::new(&data, &index, &filters);
            let offer = Offer::of(&data, &index, &selection);
            let is_headline = |code: Code| data.indicator(code).is_some_and(|i| i.headline);
            for form in Form::ALL {
                let weight = |code: &Code| {
                    let weighed = offer.weight(*code, form);
                    Reverse((offer.level(*code, form), is_headline(*code), weighed))
                };
                let mut expected = offer.codes.clone();
                expected.sort_by_key(weight);
                expected.retain(|code| levels(form).contains(&offer.level(*code, form)));
                expected.truncate(PICKS);
                assert_eq!(offer.usual(form), expected, "{form:?}");
            }
        }
    }
}
