//! Which indicators a chart can show, and which it shows when none is picked.

use std::cmp::Reverse;

use crate::dataset::{Code, Dataset, Kind};
use crate::query::{Selection, board};
use crate::view::{Form, PICKS};

/// How much an indicator has to draw among the figures that pass.
#[derive(Clone, Copy, Debug, Default)]
struct Drawable {
    values: u32,
    periods: u32,
    paired: bool,
}

/// The indicators with a number among the figures that pass, headline ones first.
#[must_use]
pub fn offered(data: &Dataset, selection: &Selection) -> Vec<Code> {
    let mut codes: Vec<(bool, Code)> = Vec::new();
    for figure in selection.rows().filter_map(|row| data.observation(row)) {
        let entry = (!figure.indicator.headline, figure.indicator_code);
        if figure.value.is_some() && !codes.contains(&entry) {
            codes.push(entry);
        }
    }
    codes.sort_by_key(|(other, code)| (*other, data.indicator(*code).map(|i| (i.theme, *code))));
    codes.into_iter().map(|(_, code)| code).collect()
}

/// The indicators that a form shows when none is picked: those with most to see in it.
#[must_use]
pub fn usual(data: &Dataset, selection: &Selection, form: Form) -> Vec<Code> {
    let mut codes = offered(data, selection);
    let weight = |code: &Code| {
        let Drawable {
            values,
            periods,
            paired,
        } = drawable(data, selection, *code);
        let headline = data.indicator(*code).is_some_and(|i| i.headline);
        match form {
            Form::Bullets => Reverse((u32::from(paired), u32::from(headline), 0)),
            Form::Trend => Reverse((u32::from(headline), periods, values)),
            Form::Ranked => Reverse((u32::from(values > 1), u32::from(headline), values)),
        }
    };
    codes.sort_by_key(weight);
    codes.truncate(PICKS);
    codes
}

fn drawable(data: &Dataset, selection: &Selection, indicator: Code) -> Drawable {
    let mut found = Drawable::default();
    let mut periods = Vec::new();
    let mut targets = false;
    for figure in selection.rows().filter_map(|row| data.observation(row)) {
        if figure.indicator_code != indicator || figure.value.is_none() {
            continue;
        }
        found.values += 1;
        targets |= figure.kind == Kind::Target;
        if !periods.contains(&figure.period) {
            periods.push(figure.period);
        }
    }
    found.periods = u32::try_from(periods.len()).unwrap_or(u32::MAX);
    found.paired = targets
        && board::targets(data)
            .iter()
            .any(|card| card.indicator == indicator && card.outcome.is_some());
    found
}
