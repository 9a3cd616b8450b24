//! The outcome of a target: the newest figure of the same indicator and area within its period.

use std::cmp::{Ordering, Reverse};

use crate::dataset::{Code, Dataset, Kind, Observation, Period};

/// The newest outcome of an indicator in an area within `period`.
///
/// Newest by the end of the figure's period, a number before mere words, then by the document's
/// delivery (never by its publication: a document may be published after a later one), then
/// actual before estimate before to date. Background figures are no outcomes.
#[must_use]
pub fn newest(
    data: &Dataset,
    indicator: Code,
    area: Code,
    period: Period,
) -> Option<Observation<'_>> {
    outcomes(data, indicator, area, period).max_by(|a, b| by_age(a, b))
}

/// Every outcome of an indicator in an area within `period`, in the order of the table.
pub fn outcomes(
    data: &Dataset,
    indicator: Code,
    area: Code,
    period: Period,
) -> impl Iterator<Item = Observation<'_>> {
    data.iter()
        .filter(move |o| o.indicator_code == indicator && o.area_code == area)
        .filter(move |o| o.kind.is_outcome() && period.contains(o.period))
}

/// Older first; at the same age the better figure last.
fn by_age(a: &Observation<'_>, b: &Observation<'_>) -> Ordering {
    let key = |o: &Observation<'_>| {
        (
            o.value.is_some(),
            o.document.delivered.clone(),
            Reverse(o.kind),
        )
    };
    a.period
        .chronological(b.period)
        .then_with(|| key(a).cmp(&key(b)))
        // At a full tie the first of the table is kept.
        .then_with(|| b.row.cmp(&a.row))
}
