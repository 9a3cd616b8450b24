//! What became of the figures since an earlier edition of the data.

use crate::dataset::{Change, Changed, Dataset, Row};
use crate::order::sort_by;

/// What is known of the figures since the edition of a link.
#[derive(Debug, PartialEq, Eq)]
pub enum Since<'a> {
    /// The link's edition is the later one.
    Newer,
    /// The table of changes does not reach back so far.
    Unknown,
    /// Which figures are otherwise.
    Known(Changes<'a>),
}

/// Figures that are otherwise than in an earlier edition.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes<'a> {
    /// The new ones of those that are shown.
    pub added: Vec<Row>,
    /// The revised ones of those that are shown, each with the change that says what the link's edition had:
    /// the first of its value, or else of anything.
    pub revised: Vec<(Row, &'a Change)>,
    /// How many of all figures are gone.
    pub removed: usize,
}

/// What became of the figures that `is_shown` says yes to since an edition.
#[must_use]
pub fn since<'a>(data: &'a Dataset, edition: &str, is_shown: &dyn Fn(Row) -> bool) -> Since<'a> {
    if is_later(edition, &data.edition) {
        return Since::Newer;
    }
    let is_older = |change: &&Change| *change.since != *edition;
    let mut later = data.changes.iter().skip_while(is_older).peekable();
    if later.peek().is_none() {
        return Since::Unknown;
    }
    let is_of_figure = |change: &&Change| change.change != Changed::None;
    let mut later: Vec<&Change> = later.filter(is_of_figure).collect();
    // Figures in the order of the data, the changes of each in that of the editions.
    sort_by(&mut later, |a, b| {
        a.row.cmp(&b.row).then(a.observation.cmp(&b.observation))
    });
    let mut changes = Changes::default();
    for all in later.chunk_by(|a, b| a.observation == b.observation) {
        let Some(first) = all.first() else { continue };
        // The first change tells whether the link's edition had it, the row whether the data have it.
        match (first.change == Changed::Added, first.row) {
            (true, Some(row)) if is_shown(row) => changes.added.push(row),
            (false, Some(row)) if is_shown(row) => {
                changes.revised.push((row, revision(first, all)));
            }
            (false, None) => changes.removed += 1,
            _ => {}
        }
    }
    Since::Known(changes)
}

/// Of all changes of a figure the one that says what its value was at first. One that was removed and came
/// again is another figure: what it was then says nothing of the first.
fn revision<'a>(first: &'a Change, all: &[&'a Change]) -> &'a Change {
    let revisions = all.iter().take_while(|one| one.change == Changed::Revised);
    let mut values = revisions.filter(|one| &*one.field == "value");
    values.next().copied().unwrap_or(first)
}

/// Whether an edition comes after another one; never where one is not of numbers.
#[must_use]
pub fn is_later(edition: &str, other: &str) -> bool {
    numbers(edition)
        .zip(numbers(other))
        .is_some_and(|(edition, other)| edition > other)
}

/// Whether a word is an edition: one that the changes know, or numbers with dots.
#[must_use]
pub fn is_edition(data: &Dataset, word: &str) -> bool {
    let knows = |change: &Change| *change.since == *word || *change.edition == *word;
    numbers(word).is_some() || data.changes.iter().any(knows)
}

/// The numbers of an edition, by which editions have an order: `2026.11.0`. None of one that has
/// other signs. What follows a `+` tells data apart and has no order.
fn numbers(edition: &str) -> Option<Vec<u32>> {
    let (edition, _) = edition.split_once('+').unwrap_or((edition, ""));
    edition
        .split('.')
        .map(|number| number.parse().ok())
        .collect()
}
