//! Which indicators a chart can show, and which it shows when none is picked.

use std::cmp::Reverse;

use crate::dataset::{Code, Dataset, Measure, Period};
use crate::order;
use crate::query::{Selection, board};
use crate::view::{Form, PICKS};

/// What an indicator has to draw among the figures that pass.
#[derive(Clone, Debug, Default)]
struct Drawable {
    values: u32,
    periods: Vec<Period>,
    /// How much there is for target against outcome: a target, and an outcome too.
    pair: u8,
}

/// The indicators with a number among the figures that pass, headline ones first. A place in an
/// order has no length, and is not drawn.
#[must_use]
pub fn offered(data: &Dataset, selection: &Selection) -> Vec<Code> {
    let drawable = drawable(data, selection);
    let mut codes: Vec<Code> = (0..)
        .zip(&drawable)
        .filter(|(_, found)| found.values > 0)
        .map(|(code, _)| code)
        .filter(|code| {
            data.indicator(*code)
                .is_some_and(|i| i.measure != Measure::Rank)
        })
        .collect();
    order::sort_by_key(&mut codes, |code| {
        data.indicator(*code).map(|i| (!i.headline, i.theme, *code))
    });
    codes
}

/// The indicators that a form shows when none is picked: those with most to see in it.
#[must_use]
pub fn usual(data: &Dataset, selection: &Selection, form: Form) -> Vec<Code> {
    let drawable = drawable(data, selection);
    let weight = |code: &Code| {
        let found = drawable
            .get(usize::from(*code))
            .cloned()
            .unwrap_or_default();
        let Drawable {
            values,
            periods,
            pair,
        } = found;
        let is_headline = data.indicator(*code).is_some_and(|i| i.headline);
        match form {
            Form::Bullets => Reverse((pair, is_headline, 0, 0)),
            Form::Trend => Reverse((0, is_headline, periods.len(), values)),
            Form::Ranked => Reverse((u8::from(values > 1), is_headline, 0, values)),
        }
    };
    let codes = offered(data, selection);
    // The weight looks at all figures: once for each indicator.
    let mut weighed: Vec<_> = codes
        .into_iter()
        .map(|code| (weight(&code), code))
        .collect();
    order::sort_by(&mut weighed, |(a, _), (b, _)| a.cmp(b));
    let codes = weighed.into_iter().map(|(_, code)| code);
    codes.take(PICKS).collect()
}

/// What each indicator has to draw, in the order of the indicators.
fn drawable(data: &Dataset, selection: &Selection) -> Vec<Drawable> {
    let mut found = vec![Drawable::default(); data.indicators.len()];
    for figure in selection.rows().filter_map(|row| data.observation(row)) {
        let slot = found.get_mut(usize::from(figure.indicator_code));
        if let Some(slot) = slot.filter(|_| figure.value.is_some()) {
            slot.values += 1;
            if !slot.periods.contains(&figure.period) {
                slot.periods.push(figure.period);
            }
        }
    }
    for card in board::cards(data, selection) {
        let has_value = |row: Option<u32>| {
            row.and_then(|row| data.observation(row))
                .is_some_and(|o| o.value.is_some())
        };
        if let Some(slot) = found.get_mut(usize::from(card.indicator)) {
            let target = has_value(card.target);
            let both = target && has_value(card.outcome);
            slot.pair = slot.pair.max(u8::from(target) + u8::from(both));
        }
    }
    found
}
