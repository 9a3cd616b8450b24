//! What became of a target, in the words of a table.

use super::{figure, period, proof};
use crate::assess::{Assessed, Evidence};
use crate::dataset::{Dataset, Kind, Lang, Observation};

/// The outcome that was judged: one printed figure, or what several come to together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The figure: `84.7%`; of several `累计4.1万人`.
    pub figure: String,
    /// What the figures are, each kind once.
    pub kinds: Vec<Kind>,
    /// When: of several from the start of the first to the end of the last.
    pub period: String,
}

/// What a target was judged by; none where there is no outcome.
#[must_use]
pub fn judged(
    data: &Dataset,
    one: &Assessed,
    target: &Observation<'_>,
    lang: Lang,
) -> Option<Judged> {
    let rows = one.rows().into_iter();
    let outcomes = rows.filter(|(evidence, _)| *evidence == Evidence::Outcome);
    let outcomes: Vec<Observation<'_>> = outcomes
        .filter_map(|(_, row)| data.observation(row))
        .collect();
    let (first, last) = (outcomes.first()?, outcomes.last()?);
    let mut kinds = Vec::new();
    for outcome in &outcomes {
        if !kinds.contains(&outcome.kind) {
            kinds.push(outcome.kind);
        }
    }
    let together = proof::together(one, target, lang);
    let (figure, period) = if together.is_empty() {
        (figure::line(last, lang), period::of(last, lang))
    } else {
        let span = first.period.through(last.period);
        (together, period::words(span, lang))
    };
    Some(Judged {
        figure,
        kinds,
        period,
    })
}
