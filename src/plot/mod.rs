//! What is drawn: from rows to a [`Chart`] in the reader's language, with its sentence and table.
//!
//! Start at [`Plot`], and at [`charts`], which makes those of the chart view and says which forms
//! fit. The figures shown are always in the unit of their indicator, so that 万元 and 亿元 never
//! share an axis unseen.
//!
//! This folder knows `dataset`, `query`, `view`, `text` and the values that `chart` draws; it
//! draws nothing itself.

mod apart;
mod bullets;
mod distribution;
mod dumbbell;
mod matrix;
mod once;
mod pace;
mod picks;
mod point;
mod ranked;
mod share;
mod standing;
mod tied;
mod trend;

use std::rc::Rc;

use crate::chart::{Chart, Look};
use crate::dataset::{Code, Dataset, Kind, Lang, Measure, Observation, RelationKind, Row};
use crate::query::{FacetIndex, Selection};
use crate::text::{Msg, figure, label, number, period};
use crate::view::{Form, ViewState};

pub use bullets::bullets;
pub use distribution::distribution;
pub use dumbbell::dumbbell;
pub use matrix::matrix;
pub use pace::pace;
use picks::{Offer, chosen};
pub use picks::{Why, offered};
pub use point::{Group, Listing, Point};
pub use ranked::ranked;
pub use standing::told_standing;
pub use trend::trend;

/// Rankings have so many rows at most, all that stand side by side together: no one looks along thousands, and no
/// canvas has room for them.
const MOST: usize = 100;

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
    /// Whether it says how targets stand, by a method whose version goes with it.
    pub statuses: bool,
}

/// The chart view: its form, what it draws, and which forms would fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Charts {
    /// The form: that of the state, or the one that the figures choose. None where no form has
    /// anything to draw of the picks: they are listed as the documents have them.
    pub form: Option<Form>,
    /// The charts, or why the form does not fit.
    pub plots: Result<Vec<Rc<Plot>>, Why>,
    /// The indicators that it draws: those picked, or the usual ones of the form; none where it counts
    /// all figures.
    pub picks: Vec<Code>,
    /// Every form, and why it does not fit where it does not.
    pub fits: [(Form, Result<(), Why>); 6],
    /// The form that the figures choose.
    pub chosen: Option<Form>,
}

/// The charts of the chart view.
#[must_use]
pub fn charts(
    data: &Dataset,
    index: &FacetIndex,
    state: &ViewState,
    selection: &Selection,
) -> Charts {
    let offer = Offer::of(data, index, selection);
    let fits = Form::ALL.map(|form| (form, offer.fit(&state.picks, form)));
    let fit = |form: Form| fits.iter().find(|(known, _)| *known == form);
    let fit = |form: Form| fit(form).map_or(Ok(()), |(_, fit)| *fit);
    let chosen = chosen(&state.picks, &fit);
    let form = state.form.or(chosen);
    let picks = match form {
        Some(Form::Distribution) => Vec::new(),
        Some(form) if state.picks.is_empty() => offer.usual(form),
        _ => state.picks.clone(),
    };
    let plots = form.map_or(Ok(Vec::new()), |form| {
        fit(form)?;
        // A chart of targets names those without an outcome itself.
        let is_shown = |pick: &&Code| {
            let fit = offer.fit(&[**pick], form);
            matches!(fit, Ok(()) | Err(Why::NoOutcome))
        };
        let (drawn, left_out): (Vec<Code>, Vec<Code>) = picks.iter().partition(is_shown);
        let mut plots = draw((data, index), form, &drawn, selection, state.lang);
        if let Some(last) = plots.last_mut() {
            let words = label::left_out(data, &left_out, state.lang);
            last.sentence.push_str(&words);
        }
        Ok(plots.into_iter().map(Rc::new).collect())
    });
    Charts {
        form,
        plots,
        picks,
        fits,
        chosen,
    }
}

/// The charts of a form that fits: one for all picks, or one for each.
fn draw(
    (data, index): (&Dataset, &FacetIndex),
    form: Form,
    picks: &[Code],
    selection: &Selection,
    lang: Lang,
) -> Vec<Plot> {
    let each = |plot: &dyn Fn(Code) -> Plot| picks.iter().map(|pick| plot(*pick)).collect();
    match form {
        Form::Bullets => vec![bullets(data, index, picks, selection, lang)],
        Form::Trend => each(&|pick| {
            let rows = printings(data, index, selection, pick);
            trend(data, index.ledger(), pick, &rows, lang)
        }),
        Form::Ranked => each(&|pick| {
            let rows = passing(data, index, selection, pick);
            ranked(data, pick, &rows, MOST / picks.len(), lang)
        }),
        Form::Dumbbell => vec![dumbbell(data, index, picks, selection, lang)],
        Form::Pace => vec![pace(data, index, picks, selection, lang)],
        Form::Distribution => vec![distribution(data, index, selection, lang)],
    }
}

/// Whether the data relate two figures in a way, whichever comes first.
fn are_related(data: &Dataset, kind: RelationKind, a: Row, b: Row) -> bool {
    data.relations.iter().any(|pair| {
        let ends = (pair.from, pair.to);
        pair.kind == kind && (ends == (a, b) || ends == (b, a))
    })
}

/// Whether what is measured adds up over time: a year has more of it than nine months.
fn adds_up(figure: &Observation<'_>) -> bool {
    let sums = [Measure::Level, Measure::Count, Measure::Cumulative];
    sums.contains(&figure.indicator.measure)
}

/// The rows of an indicator that pass, with numbers and in words.
#[must_use]
pub fn printings(
    data: &Dataset,
    index: &FacetIndex,
    selection: &Selection,
    indicator: Code,
) -> Vec<Row> {
    selection.of(index.of_indicator(data, indicator))
}

/// Those of them that have a number.
fn passing(data: &Dataset, index: &FacetIndex, selection: &Selection, indicator: Code) -> Vec<Row> {
    let mut rows = printings(data, index, selection, indicator);
    rows.retain(|row| data.observations.value(*row).is_some());
    rows
}

/// The chart of an indicator's own page: its figures over time, or its targets with their outcomes
/// where there is but one period. None where neither has anything to compare.
#[must_use]
pub fn of_indicator(
    data: &Dataset,
    index: &FacetIndex,
    selection: &Selection,
    indicator: Code,
    lang: Lang,
) -> Option<Plot> {
    let offer = Offer::of(data, index, selection);
    let picks = [indicator];
    let form = [Form::Trend, Form::Bullets].into_iter();
    let mut form = form.filter(|form| offer.fit(&picks, *form).is_ok());
    draw((data, index), form.next()?, &picks, selection, lang).pop()
}

/// A figure with whose it is, of when, and what: `武昌区2020年实际84.7%`.
#[must_use]
pub fn told(figure: &Observation<'_>, lang: Lang) -> String {
    let (area, when) = (figure.area.name.get(lang), period::of(figure, lang));
    let said = figure::with_kind(figure, lang);
    match lang {
        Lang::Zh => number::in_a_row(&[area, &when, &said]),
        Lang::En => format!("{area} {when}: {said}"),
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

/// What the marks of a chart mean: its scale, then how the figures that it draws are filled and what
/// else it draws; nothing that is not there.
fn key(scale: Msg, looks: &[Look], others: &[Msg], lang: Lang) -> String {
    let shades = [
        (Look::Actual, Msg::KeyActual),
        (Look::Estimate, Msg::KeyEstimate),
        (Look::ToDate, Msg::KeyToDate),
        (Look::Target, Msg::KeyTarget),
    ];
    let shades = shades.into_iter().filter(|(look, _)| looks.contains(look));
    let keys = shades.map(|(_, key)| key).chain(others.iter().copied());
    let [colon, comma] = match lang {
        Lang::Zh => ["；", "，"],
        Lang::En => ["; ", "; "],
    };
    let keys: Vec<&str> = keys.map(|key| key.get(lang)).collect();
    let mut words = scale.get(lang).to_owned();
    if !keys.is_empty() {
        words.push_str(colon);
        words.push_str(&keys.join(comma));
    }
    words
}

/// The upper end of a range in the unit that the indicator is shown in.
fn shown_high(figure: &Observation<'_>, data: &Dataset) -> Option<f64> {
    let to = data.units.get(usize::from(figure.indicator.unit))?;
    let from = figure.unit?;
    let high = figure.value_high?;
    let is_same = from.id == to.id;
    Some(if is_same {
        high
    } else {
        high * from.factor / to.factor
    })
}

/// The unit in which figures of an indicator stand on an axis; empty where all are in words.
#[must_use]
pub fn unit(data: &Dataset, indicator: Code, rows: &[Row], lang: Lang) -> String {
    let has_number = |row: &&Row| data.observations.value(**row).is_some();
    let figures = rows.iter().filter(has_number);
    let figures = figures.filter_map(|row| data.observation(*row));
    let figures: Vec<Observation<'_>> = figures.collect();
    if figures.is_empty() {
        return String::new();
    }
    axis(data, indicator, largest(data, &figures), lang).1
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
