//! The order of a table's rows.

use std::cmp::Ordering;

use crate::dataset::{Dataset, Lang, Observation, Row};
use crate::order;

/// A column that a table can be ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    /// The order of the documents: by document, then by line.
    #[default]
    Source,
    /// The indicator's name.
    Indicator,
    /// The area.
    Area,
    /// The end of the period.
    Period,
    /// What the figure is.
    Kind,
    /// The figure in the base unit of its dimension.
    Value,
    /// The unit's name.
    Unit,
}

impl Column {
    /// Every column that can be ordered by.
    pub const ALL: [Self; 7] = [
        Self::Source,
        Self::Indicator,
        Self::Area,
        Self::Period,
        Self::Kind,
        Self::Value,
        Self::Unit,
    ];

    /// The column's name in links.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Indicator => "indicator",
            Self::Area => "area",
            Self::Period => "period",
            Self::Kind => "kind",
            Self::Value => "value",
            Self::Unit => "unit",
        }
    }
}

/// An order: a column and a direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether the last comes first. Figures without value or unit stay last either way.
    pub descending: bool,
}

/// Orders rows; equal ones keep the order of the documents.
pub fn sort(data: &Dataset, rows: &mut [Row], by: Sort, lang: Lang) {
    order::sort_by(rows, |a, b| {
        match (data.observation(*a), data.observation(*b)) {
            (Some(a), Some(b)) => compare(&a, &b, by, lang).then_with(|| by_source(&a, &b)),
            _ => Ordering::Equal,
        }
    });
}

fn compare(a: &Observation<'_>, b: &Observation<'_>, by: Sort, lang: Lang) -> Ordering {
    let order = match by.column {
        Column::Source => by_source(a, b),
        Column::Indicator => by_name(a, b, lang),
        Column::Area => a.area.code.cmp(&b.area.code),
        Column::Period => a.period.chronological(b.period),
        Column::Kind => a.kind.cmp(&b.kind),
        Column::Value => match (a.base_value(), b.base_value()) {
            (Some(a), Some(b)) => a.total_cmp(&b),
            (a, b) => return b.is_some().cmp(&a.is_some()),
        },
        Column::Unit => match (a.unit, b.unit) {
            (Some(a), Some(b)) => a.name.get(lang).cmp(b.name.get(lang)),
            (a, b) => return b.is_some().cmp(&a.is_some()),
        },
    };
    if by.descending {
        order.reverse()
    } else {
        order
    }
}

/// Chinese names by their pinyin initials, as a reader would look them up.
fn by_name(a: &Observation<'_>, b: &Observation<'_>, lang: Lang) -> Ordering {
    match lang {
        Lang::Zh => (&a.indicator.pinyin, &a.indicator.name.zh)
            .cmp(&(&b.indicator.pinyin, &b.indicator.name.zh)),
        Lang::En => a.indicator.name.en.cmp(&b.indicator.name.en),
    }
}

fn by_source(a: &Observation<'_>, b: &Observation<'_>) -> Ordering {
    let place = |o: &Observation<'_>| (o.line, o.ordinal(), o.row);
    let document = a.document.id.cmp(&b.document.id);
    document.then_with(|| place(a).cmp(&place(b)))
}
