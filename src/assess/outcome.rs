//! Which figure of an indicator in an area tells its outcome: of some years, or before them.

use std::cmp::{Ordering, Reverse};

use crate::dataset::{Code, Dataset, Observation, Period};

/// Every outcome of an indicator in an area within `period`, in the order of the table.
/// Background figures are no outcomes.
pub fn outcomes(
    data: &Dataset,
    indicator: Code,
    area: Code,
    period: Period,
) -> impl Iterator<Item = Observation<'_>> {
    figures(data, indicator, area).filter(move |o| o.kind.is_outcome() && period.contains(o.period))
}

/// The newest outcome of an indicator in an area from before a period: what was known when it began.
#[must_use]
pub fn before(
    data: &Dataset,
    indicator: Code,
    area: Code,
    period: Period,
) -> Option<Observation<'_>> {
    let earlier = figures(data, indicator, area)
        .filter(|o| o.kind.is_outcome() && o.period.end() <= period.start());
    newest(earlier)
}

/// The figures of an indicator in an area. Only two columns are read for the others.
fn figures(data: &Dataset, indicator: Code, area: Code) -> impl Iterator<Item = Observation<'_>> {
    let columns = &data.observations;
    let codes = columns.indicator.iter().zip(&columns.area);
    (0..)
        .zip(codes)
        .filter(move |(_, codes)| *codes == (&indicator, &area))
        .filter_map(|(row, _)| data.observation(row))
}

/// The newest of some outcomes.
///
/// Newest by the end of the figure's period, of two that end together the longer, then a number before mere
/// words, then by the document's delivery (never by its publication: a document may be published
/// after a later one), then actual before estimate before to date.
pub fn newest<'a>(outcomes: impl Iterator<Item = Observation<'a>>) -> Option<Observation<'a>> {
    outcomes.max_by(by_age)
}

/// Older first; at the same age the better figure last, as [`newest`] says. What is still the same is told apart by its place in the documents, never by the
/// order of the rows.
#[must_use]
pub fn by_age(a: &Observation<'_>, b: &Observation<'_>) -> Ordering {
    fn key<'a>(o: &Observation<'a>) -> (bool, &'a str, Reverse<crate::dataset::Kind>) {
        (o.value.is_some(), &o.document.delivered, Reverse(o.kind))
    }
    fn place<'a>(o: &Observation<'a>) -> (&'a str, u32, u32) {
        (&o.document.id, o.line, o.ordinal())
    }
    (a.period.end().total_cmp(&b.period.end()))
        .then_with(|| b.period.start().total_cmp(&a.period.start()))
        .then_with(|| key(a).cmp(&key(b)))
        .then_with(|| place(b).cmp(&place(a)))
}
