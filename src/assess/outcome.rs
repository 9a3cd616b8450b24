//! Which of several figures of an indicator in an area tells its outcome.

use std::cmp::{Ordering, Reverse};

use crate::dataset::Observation;

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
