//! Whether two printings of one fact still give the same number.

use hashbrown::{HashMap, HashSet};

use crate::dataset::{Dataset, Lang, Observation, RelationKind, Row};
use crate::text::{figure, source};

use super::finding::{Finding, What};
use super::placed::Checked;

/// The table.
const FIGURES: &str = "observations.csv";

/// The reader's figures that another printing of the same fact contradicts: one that is said to be of the same fact, or
/// an outcome of the same indicator, area, period and kind.
pub(super) fn contradictions(data: &Dataset, checked: &Checked<'_>) -> Vec<Finding> {
    let same = data.relations.iter();
    let same = same.filter(|relation| relation.kind == RelationKind::SameFact);
    let mut pairs: Vec<(Row, Row)> = same.map(|relation| (relation.from, relation.to)).collect();
    let related: HashSet<(Row, Row)> = data
        .relations
        .iter()
        .map(|one| (one.from, one.to))
        .collect();
    let mut known = HashMap::new();
    for figure in data.iter().filter(|figure| figure.plan.is_none()) {
        let fact = (
            figure.indicator_code,
            figure.area_code,
            figure.period,
            figure.kind,
        );
        let first = *known.entry(fact).or_insert(figure.row);
        if !related.contains(&(first, figure.row)) && !related.contains(&(figure.row, first)) {
            pairs.push((figure.row, first));
        }
    }
    let found = pairs.into_iter().filter_map(|(from, to)| {
        let (from, to) = (data.observation(from)?, data.observation(to)?);
        if !differ(&from, &to) {
            return None;
        }
        let told = |own: &Observation<'_>, other: &Observation<'_>| {
            let frame = checked.all.get(FIGURES)?;
            let entry = frame.entries.get(own.row as usize)?;
            let what = What::OtherFact {
                read: frame.get(own.row as usize, "value").into(),
                other: [Lang::Zh, Lang::En].map(|lang| said(other, lang)),
            };
            let place = (checked.place)(FIGURES, entry.origin.own()?, "value");
            Some(Finding { place, what })
        };
        told(&from, &to).or_else(|| told(&to, &from))
    });
    found.collect()
}

/// Whether both give a number, and not the same one.
fn differ(one: &Observation<'_>, other: &Observation<'_>) -> bool {
    let pair = one.base_value().zip(other.base_value());
    pair.is_some_and(|(one, other)| (one - other).abs() > one.abs().max(other.abs()) * 1e-9)
}

/// Where a figure is printed, and what it is.
fn said(figure: &Observation<'_>, lang: Lang) -> Box<str> {
    let place = source::place_in_document(figure, false, lang);
    let title = figure.document.title.get(lang);
    let value = figure::line(figure, lang);
    match lang {
        Lang::Zh => format!("《{title}》{place}为{value}"),
        Lang::En => format!("{title}, {place}: {value}"),
    }
    .into()
}
