//! What a chart's marks stand for, and the table beside the chart.

use crate::assess::Ledger;
use crate::dataset::{Code, Dataset, Row};
use crate::query::Facet;
use crate::query::documents::in_order_of_use;
use crate::view::Page;

/// What one mark of a chart stands for; [`Mark::point`](crate::chart::Mark::point) is an index
/// into the [`points`](super::Plot::points) of its plot.
#[derive(Clone, Debug, PartialEq)]
pub enum Point {
    /// One figure; a click opens its indicator.
    Figure(Row),
    /// An outcome beside its target; a click opens their indicator.
    Pair {
        /// The outcome.
        outcome: Row,
        /// The target.
        target: Row,
        /// Whether the target was judged by this outcome, alone or as the last of several.
        is_judged: bool,
    },
    /// Several figures, or anything else that can be filtered by.
    Group(Group),
}

impl Point {
    /// The figure that the mark shows; none where it stands for several.
    #[must_use]
    pub const fn row(&self) -> Option<Row> {
        match self {
            Self::Figure(row) | Self::Pair { outcome: row, .. } => Some(*row),
            Self::Group(_) => None,
        }
    }
}

/// What a mark stands for that is no single figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it is, in the reader's language: shown beside the mark, and spoken.
    pub words: String,
    /// What a click filters by. The choices of these facets are replaced, others are kept.
    pub choices: Vec<(Facet, Code)>,
    /// Where a click goes.
    pub page: Page,
}

/// The table beside a chart, in the order of reading.
#[derive(Clone, Debug, PartialEq)]
pub enum Listing {
    /// Figures, which know their own columns.
    Figures(Vec<Row>),
    /// Cells in the reader's language: the first of a row names it.
    Cells {
        /// The columns' names.
        heads: Vec<String>,
        /// A cell for each head.
        rows: Vec<Vec<String>>,
    },
}

impl Listing {
    /// How many rows the table has.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Figures(rows) => rows.len(),
            Self::Cells { rows, .. } => rows.len(),
        }
    }

    /// Whether any of its figures is a target, which has a status.
    #[must_use]
    pub fn has_targets(&self, ledger: &Ledger) -> bool {
        match self {
            Self::Figures(rows) => rows.iter().any(|row| ledger.status(*row).is_some()),
            Self::Cells { .. } => false,
        }
    }

    /// Whether the table has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The documents that print the figures in `rows`, by first appearance.
pub(super) fn documents(data: &Dataset, rows: &[Row]) -> Vec<Code> {
    in_order_of_use(data, &mut rows.iter().copied())
}

/// The index of the next point.
pub(super) fn next(points: &[Point]) -> u32 {
    u32::try_from(points.len()).unwrap_or(u32::MAX)
}
