//! The order of a table's rows: by up to [`KEYS`] columns, one after the other.
//!
//! Each column is made a number a row, and rows are dealt out by the bytes of these: a million rows would be
//! compared some twenty million times.

use std::cmp::Ordering;

use super::column::Column;
use super::documents;
use super::facet::FacetIndex;
use super::select::Selection;
use crate::dataset::{Dataset, Lang, Row};
use crate::order;

/// How many columns an order has at most.
pub const KEYS: usize = 3;

/// One key of an order: a column and a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The column, a sortable one.
    pub column: Column,
    /// Whether the last comes first. Figures that have nothing in the column stay last either way.
    pub descending: bool,
}

impl Sort {
    /// The order of the documents, which rows have without any other and within equal keys.
    pub const SOURCE: Self = Self {
        column: Column::Source,
        descending: false,
    };
}

/// An order as it is kept: each column once, at most [`KEYS`]. No two rows have the same place in a
/// document, so what follows the source is left out; the source alone is the usual order.
#[must_use]
pub fn normalized(keys: &[Sort]) -> Vec<Sort> {
    let mut kept: Vec<Sort> = Vec::new();
    for key in keys.iter().filter(|key| key.column.is_sortable()) {
        if kept.iter().all(|known| known.column != key.column) {
            kept.push(*key);
        }
    }
    kept.truncate(KEYS);
    if let Some(source) = kept.iter().position(|key| key.column == Column::Source) {
        kept.truncate(source + 1);
    }
    if kept == [Sort::SOURCE] {
        kept.clear();
    }
    kept
}

/// The order after a column's head was pressed: it orders by the column, pressed again the other way
/// round, a third time not at all. `adds` keeps the other keys, and takes no more than [`KEYS`].
#[must_use]
pub fn pressed(keys: &[Sort], column: Column, adds: bool) -> Vec<Sort> {
    let at = keys.iter().position(|key| key.column == column);
    let now = at.and_then(|at| keys.get(at)).copied();
    // Without any key the documents order the rows already.
    let is_usual = column == Column::Source && keys.is_empty();
    let now = now.or_else(|| is_usual.then_some(Sort::SOURCE));
    let next = match now.map(|key| key.descending) {
        None => Some(false),
        Some(false) => Some(true),
        Some(true) => None,
    };
    let next = next.map(|descending| Sort { column, descending });
    let mut keys = if adds { keys.to_vec() } else { Vec::new() };
    match (at.filter(|_| adds), next) {
        (Some(at), Some(next)) => keys.splice(at..=at, [next]).for_each(drop),
        (Some(at), None) => drop(keys.remove(at)),
        (None, next) => keys.extend(next),
    }
    normalized(&keys)
}

/// The rows that pass, ordered by the keys; equal ones keep the order of the documents.
#[must_use]
pub fn sorted(
    data: &Dataset,
    index: &FacetIndex,
    selection: &Selection,
    keys: &[Sort],
    lang: Lang,
) -> Vec<Row> {
    let mut rows = selection.of(index.in_order(data));
    // The last key first: rows that are equal by the next keep its order. The source, by which they stand
    // already, is the last that there may be.
    for key in keys.iter().rev() {
        match key.column {
            Column::Source if key.descending => rows.reverse(),
            Column::Source => {}
            _ => {
                let numbered = guatu_scan::sorted(column(data, index, &rows, *key, lang));
                rows.clear();
                rows.extend(numbered.into_iter().map(|(_, row)| row));
            }
        }
    }
    rows
}

/// Stands for a figure that has nothing in a column.
const LAST: u64 = u64::MAX;

/// Each row with a number that orders as the key does.
fn column(
    data: &Dataset,
    index: &FacetIndex,
    rows: &[Row],
    key: Sort,
    lang: Lang,
) -> Vec<(u64, Row)> {
    let columns = &data.observations;
    let turned = |number: u64| if key.descending { !number - 1 } else { number };
    let mut ranks = ranks(data, key.column, lang);
    for rank in ranks.iter_mut().filter(|rank| **rank != LAST) {
        *rank = turned(*rank);
    }
    let codes = match key.column {
        Column::Indicator | Column::OtherName => &columns.indicator,
        Column::Theme => &columns.theme,
        Column::Area => &columns.area,
        Column::Period => &columns.period,
        Column::Plan => &columns.plan,
        Column::Unit => columns.units(),
        Column::Date => &columns.document,
        by => {
            let number = |row: &Row| {
                let number = match by {
                    Column::Organisation => {
                        let unit = index.first_unit(*row);
                        unit.and_then(|unit| ranks.get(usize::from(unit)).copied())
                    }
                    by => number(data, index, *row, by).map(turned),
                };
                (number.unwrap_or(LAST), *row)
            };
            return rows.iter().map(number).collect();
        }
    };
    guatu_scan::ranked(rows, codes, &ranks)
}

/// A number that orders a row within a column that has no codes, less than [`LAST`].
fn number(data: &Dataset, index: &FacetIndex, row: Row, by: Column) -> Option<u64> {
    let (columns, at) = (&data.observations, row as usize);
    Some(match by {
        Column::Kind => *columns.kind.get(at)? as u64,
        Column::Class => (*columns.class.get(at)?)? as u64,
        Column::Status => index.ledger().status(row)? as u64,
        Column::Value => {
            let unit = data.units.get(usize::from(columns.units().get(at)?))?;
            of_number(columns.value(row)? * unit.factor)
        }
        _ => return None,
    })
}

/// A finite number as one without sign in the same order.
fn of_number(value: f64) -> u64 {
    // Zero has one place, whatever its sign.
    let bits = (value + 0.0).to_bits();
    if value < 0.0 { !bits } else { bits | 1 << 63 }
}

/// The place of each entity of the column's table; nothing for a column without one.
fn ranks(data: &Dataset, by: Column, lang: Lang) -> Vec<u64> {
    let other = match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    match by {
        Column::Indicator => by_name(data, lang),
        Column::OtherName => by_name(data, other),
        Column::Unit => ranked(data.units.len(), &|a, b| {
            let name = |code: usize| data.units.get(code).map(|unit| unit.name.get(lang));
            name(a).cmp(&name(b))
        }),
        Column::Organisation => ranked(data.organisations.len(), &|a, b| {
            let name = |code: usize| data.organisations.get(code).map(|o| o.name.get(lang));
            name(a).cmp(&name(b))
        }),
        Column::Date => {
            let dated = |code: usize| data.documents.get(code).map_or("", documents::dated);
            let ranks = ranked(data.documents.len(), &|a, b| dated(a).cmp(dated(b)));
            let is_dated = |code: &usize| !dated(*code).is_empty();
            let known = (0..).zip(ranks);
            known
                .map(|(code, rank)| Some(rank).filter(|_| is_dated(&code)).unwrap_or(LAST))
                .collect()
        }
        // These tables are in their order; what has none of a table has the code after its last.
        Column::Theme => in_order(data.themes.len()),
        Column::Area => in_order(data.areas.len()),
        Column::Period => in_order(data.periods.len()),
        Column::Plan => in_order(data.plans.len()),
        _ => Vec::new(),
    }
}

fn in_order(len: usize) -> Vec<u64> {
    (0..len as u64).collect()
}

/// Chinese names by their pinyin initials, as a reader would look them up.
fn by_name(data: &Dataset, lang: Lang) -> Vec<u64> {
    ranked(data.indicators.len(), &|a, b| {
        let name = |code: usize| {
            let indicator = data.indicators.get(code)?;
            let pinyin = match lang {
                Lang::Zh => &*indicator.pinyin,
                Lang::En => "",
            };
            Some((pinyin, indicator.name.get(lang)))
        };
        name(a).cmp(&name(b))
    })
}

/// The rank of each of so many entities; equal ones have the same.
fn ranked(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u64> {
    let mut order: Vec<usize> = (0..len).collect();
    order::sort_by(&mut order, |a, b| compare(*a, *b));
    let mut ranks = vec![0; len];
    let (mut rank, mut last) = (0, None);
    for code in order {
        if last.is_some_and(|last| compare(last, code).is_ne()) {
            rank += 1;
        }
        if let Some(slot) = ranks.get_mut(code) {
            *slot = rank;
        }
        last = Some(code);
    }
    ranks
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Tables, load};

    const fn by(column: Column, descending: bool) -> Sort {
        Sort { column, descending }
    }

    #[test]
    fn a_head_pressed_three_times_gives_the_usual_order() {
        let mut keys = Vec::new();
        for expected in [
            vec![by(Column::Value, false)],
            vec![by(Column::Value, true)],
            vec![],
        ] {
            keys = pressed(&keys, Column::Value, false);
            assert_eq!(keys, expected);
        }
        // The documents are the usual order: their head turns it round at once.
        keys = pressed(&[], Column::Source, false);
        assert_eq!(keys, [by(Column::Source, true)]);
        assert_eq!(pressed(&keys, Column::Source, false), []);
        assert_eq!(
            pressed(&[by(Column::Value, false)], Column::Source, false),
            []
        );
    }

    #[test]
    fn an_added_column_follows_the_others_and_keeps_its_place() {
        let keys = pressed(&[by(Column::Area, true)], Column::Value, true);
        assert_eq!(keys, [by(Column::Area, true), by(Column::Value, false)]);
        let keys = pressed(&keys, Column::Kind, true);
        let keys = pressed(&keys, Column::Value, true);
        let expected = [
            by(Column::Area, true),
            by(Column::Value, true),
            by(Column::Kind, false),
        ];
        assert_eq!(keys, expected);
        // There is no fourth.
        assert_eq!(pressed(&keys, Column::Theme, true), keys);
        let two = pressed(&keys, Column::Value, true);
        assert_eq!(two, [by(Column::Area, true), by(Column::Kind, false)]);
        // Without adding, the others go, and the column turns round.
        assert_eq!(
            pressed(&keys, Column::Kind, false),
            [by(Column::Kind, true)]
        );
    }

    #[test]
    fn what_follows_the_source_orders_nothing() {
        let keys = [
            by(Column::Area, false),
            Sort::SOURCE,
            by(Column::Kind, false),
        ];
        assert_eq!(normalized(&keys), [by(Column::Area, false), Sort::SOURCE]);
        let keys = [by(Column::Source, true), by(Column::Kind, false)];
        assert_eq!(normalized(&keys), [by(Column::Source, true)]);
        assert_eq!(normalized(&[Sort::SOURCE]), []);
        assert_eq!(normalized(&[by(Column::Note, false)]), []);
    }

    #[test]
    fn the_source_is_added_as_any_other_column_is() {
        let mut keys = vec![by(Column::Value, false)];
        for expected in [
            vec![by(Column::Value, false), Sort::SOURCE],
            vec![by(Column::Value, false), by(Column::Source, true)],
            vec![by(Column::Value, false)],
        ] {
            keys = pressed(&keys, Column::Source, true);
            assert_eq!(keys, expected);
        }
    }

    #[test]
    fn a_column_has_as_many_ranks_as_its_table_has_entries() {
        let data = load(&Tables::built_in()).expect("no fault");
        for (column, entries) in [
            (Column::Theme, data.themes.len()),
            (Column::Area, data.areas.len()),
            (Column::Period, data.periods.len()),
            (Column::Plan, data.plans.len()),
            (Column::Unit, data.units.len()),
            (Column::Indicator, data.indicators.len()),
            (Column::Organisation, data.organisations.len()),
            (Column::Date, data.documents.len()),
            (Column::Value, 0),
            (Column::Kind, 0),
            (Column::Status, 0),
        ] {
            let ranks = ranks(&data, column, Lang::Zh);
            assert_eq!(ranks.len(), entries, "{}", column.key());
        }
    }

    #[test]
    fn numbers_keep_their_order_as_bits() {
        let values = [-1e9, -2.5, -0.0, 0.0, 1e-9, 3.0, 1e12];
        let bits = values.map(of_number);
        assert!(bits.is_sorted(), "{bits:?}");
        assert_eq!(of_number(-0.0), of_number(0.0));
        assert!(bits.iter().all(|bits| *bits < LAST));
    }
}
