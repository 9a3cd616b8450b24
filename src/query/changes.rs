//! What became of the figures since an earlier edition of the data.

use crate::dataset::{Change, Changed, Dataset, Row};

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
    /// The revised ones of those that are shown, each with its last revision.
    pub revised: Vec<(Row, &'a Change)>,
    /// How many of all figures are gone.
    pub removed: usize,
}

/// What became of the figures that `is_shown` says yes to since an edition.
#[must_use]
pub fn since<'a>(data: &'a Dataset, edition: &str, is_shown: &dyn Fn(Row) -> bool) -> Since<'a> {
    if let (Some(link), Some(own)) = (numbers(edition), numbers(&data.edition))
        && link > own
    {
        return Since::Newer;
    }
    let is_older = |change: &&Change| *change.since != *edition;
    let mut later = data.changes.iter().skip_while(is_older).peekable();
    if later.peek().is_none() {
        return Since::Unknown;
    }
    let mut is_new = vec![false; data.observations.len() as usize];
    let mut revision: Vec<Option<&Change>> = vec![None; is_new.len()];
    let mut changes = Changes::default();
    for change in later {
        let at = change.row.map(|row| row as usize);
        match (change.change, at) {
            (Changed::Added, Some(at)) => {
                if let Some(new) = is_new.get_mut(at) {
                    *new = true;
                }
            }
            (Changed::Revised, Some(at)) => {
                if let Some(last) = revision.get_mut(at) {
                    *last = Some(change);
                }
            }
            (Changed::Removed, None) => changes.removed += 1,
            _ => {}
        }
    }
    for ((row, is_new), revision) in (0..).zip(is_new).zip(revision) {
        if !is_shown(row) {
            continue;
        }
        match (is_new, revision) {
            (true, _) => changes.added.push(row),
            (false, Some(change)) => changes.revised.push((row, change)),
            (false, None) => {}
        }
    }
    Since::Known(changes)
}

/// The numbers of an edition, by which editions have an order: `2026.11.0`. None of one that has
/// other signs.
fn numbers(edition: &str) -> Option<Vec<u32>> {
    edition
        .split('.')
        .map(|number| number.parse().ok())
        .collect()
}
