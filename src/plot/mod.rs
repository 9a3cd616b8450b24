//! What is drawn: from rows to a [`Chart`] in the reader's language, with its sentence and table.
//!
//! Start at [`Plot`], and at [`plots`], which makes those of the chart view. The figures shown
//! are always in the unit of their indicator, so that 万元 and 亿元 never share an axis unseen.
//!
//! This folder knows `dataset`, `query`, `view`, `text` and the values that `chart` draws; it
//! draws nothing itself.

mod bullets;
mod picks;
mod point;
mod ranked;
mod trend;

use crate::chart::{Chart, Look};
use crate::dataset::{Code, Dataset, Kind, Lang, Observation, Row};
use crate::query::Selection;
use crate::text::number;
use crate::view::{Form, ViewState};

pub use bullets::bullets;
pub use picks::{offered, usual};
pub use point::{Group, Listing, Point};
pub use ranked::ranked;
pub use trend::trend;

/// A chart with all that stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// Names the chart in the page: the form, and the indicator where it has one.
    pub id: String,
    /// The title.
    pub title: String,
    /// The unit, or what the chart's marks mean.
    pub note: String,
    /// What the chart draws.
    pub chart: Chart,
    /// What the chart shows, in a sentence.
    pub sentence: String,
    /// What the marks of the chart stand for.
    pub points: Vec<Point>,
    /// What the chart shows, as a table.
    pub listing: Listing,
    /// The documents that the figures come from.
    pub documents: Vec<Code>,
}

/// The charts of the chart view.
#[must_use]
pub fn plots(data: &Dataset, state: &ViewState, selection: &Selection) -> Vec<Plot> {
    let picks = if state.picks.is_empty() {
        usual(data, selection, state.form)
    } else {
        state.picks.clone()
    };
    let lang = state.lang;
    let each = |draw: fn(&Dataset, Code, &[Row], Lang) -> Plot| {
        let rows = |pick: Code| passing(data, selection, pick);
        picks
            .iter()
            .map(|pick| draw(data, *pick, &rows(*pick), lang))
            .collect()
    };
    match state.form {
        Form::Bullets => vec![bullets(data, &picks, selection, lang)],
        Form::Trend => each(trend),
        Form::Ranked => each(ranked),
    }
}

/// The rows of an indicator that pass and have a number.
#[must_use]
pub fn passing(data: &Dataset, selection: &Selection, indicator: Code) -> Vec<Row> {
    selection
        .rows()
        .filter_map(|row| data.observation(row))
        .filter(|o| o.indicator_code == indicator && o.value.is_some())
        .map(|o| o.row)
        .collect()
}

/// The figures without those that print again what an earlier one says: a fact printed twice is
/// drawn once, and stands twice in the list of printings.
fn once<'a>(figures: impl IntoIterator<Item = Observation<'a>>) -> Vec<Observation<'a>> {
    let mut kept: Vec<Observation<'a>> = Vec::new();
    for figure in figures {
        let is_same = |known: &Observation<'_>| {
            let same = (known.area_code, known.period, known.kind, known.comparator)
                == (
                    figure.area_code,
                    figure.period,
                    figure.kind,
                    figure.comparator,
                );
            same && are_close(known.base_value(), figure.base_value())
                && are_close(base_high(known), base_high(&figure))
        };
        if !kept.iter().any(is_same) {
            kept.push(figure);
        }
    }
    kept
}

/// The upper end of a range in the base unit of its dimension.
fn base_high(figure: &Observation<'_>) -> Option<f64> {
    Some(figure.value_high? * figure.unit?.factor)
}

/// Whether two numbers in base units are the same: 1.1 亿元 and 11000 万元 differ in their last bit.
fn are_close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= a.abs().max(b.abs()) * 1e-12,
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// How a figure of this kind is drawn. Background figures look like outcomes.
const fn look(kind: Kind) -> Look {
    match kind {
        Kind::Actual | Kind::Context => Look::Actual,
        Kind::Estimate => Look::Estimate,
        Kind::ToDate => Look::ToDate,
        Kind::Target => Look::Target,
    }
}

/// The upper end of a range in the unit that the indicator is shown in.
fn shown_high(figure: &Observation<'_>, data: &Dataset) -> Option<f64> {
    let (low, high) = (figure.value?, figure.value_high?);
    let shown = figure.shown_value(data)?;
    // The factor between the units, which is 1 where they are the same.
    Some(if low == 0.0 { high } else { high * shown / low })
}

/// The unit of an indicator's axis, and what shown values up to `largest` are multiplied by to
/// stand on it.
fn axis(data: &Dataset, indicator: Code, largest: f64, lang: Lang) -> (f64, String) {
    data.indicator(indicator)
        .and_then(|indicator| data.units.get(usize::from(indicator.unit)))
        .map_or_else(
            || (1.0, String::new()),
            |unit| number::scale(largest, unit, lang),
        )
}

/// The largest of some figures, without sign, in the unit that their indicator is shown in.
fn largest(data: &Dataset, figures: &[Observation<'_>]) -> f64 {
    let values = figures.iter().filter_map(|figure| figure.shown_value(data));
    values.fold(0.0, |most, value| most.max(value.abs()))
}
