//! The table in words: its columns, and its order.

use crate::dataset::Lang;
use crate::query::column::Column;
use crate::query::sort::Sort;

use super::label::headed;
use super::msg::Msg;
use super::number;

/// The head of a column.
#[must_use]
pub const fn column(column: Column) -> Msg {
    match column {
        Column::Indicator => Msg::ColumnIndicator,
        Column::OtherName => Msg::ColumnOtherName,
        Column::Theme => Msg::FacetTheme,
        Column::Area => Msg::ColumnArea,
        Column::Period => Msg::ColumnPeriod,
        Column::Kind => Msg::ColumnKind,
        Column::Class => Msg::FacetClass,
        Column::Status => Msg::FacetStatus,
        Column::Plan => Msg::ColumnPlan,
        Column::Value => Msg::ColumnValue,
        Column::Unit => Msg::ColumnUnit,
        Column::Organisation => Msg::FacetOrganisation,
        Column::Printed => Msg::ColumnPrinted,
        Column::Source => Msg::ColumnSource,
        Column::Date => Msg::ColumnDate,
        Column::Note => Msg::ColumnNote,
    }
}

/// A column's part in an order as a sign: `↑`, or `2↓` where there are several.
#[must_use]
pub fn order_sign(keys: &[Sort], column: Column) -> String {
    let Some((place, key)) = place(keys, column) else {
        return String::new();
    };
    let arrow = if key.descending { "↓" } else { "↑" };
    if keys.len() > 1 {
        format!("{place}{arrow}")
    } else {
        arrow.to_owned()
    }
}

/// A column's part in an order for assistive technology; empty where it has none.
#[must_use]
pub fn order_words(keys: &[Sort], column: Column, lang: Lang) -> String {
    let Some((place, key)) = place(keys, column) else {
        return String::new();
    };
    let direction = match (key.descending, lang) {
        (false, Lang::Zh) => "升序",
        (true, Lang::Zh) => "降序",
        (false, Lang::En) => "ascending",
        (true, Lang::En) => "descending",
    };
    match (keys.len() > 1, lang) {
        (false, _) => direction.to_owned(),
        (true, Lang::Zh) => format!("第{place}排序依据，{direction}"),
        (true, Lang::En) => format!("sort key {place}, {direction}"),
    }
}

/// An order on one line: `排序：数值 ↓、地区 ↑`.
#[must_use]
pub fn order(keys: &[Sort], lang: Lang) -> String {
    let arrow = |key: &Sort| if key.descending { "↓" } else { "↑" };
    let words = |key: &Sort| format!("{} {}", column(key.column).get(lang), arrow(key));
    let words: Vec<String> = keys.iter().map(words).collect();
    let words = match lang {
        _ if keys.is_empty() => Msg::OrderOfDocuments.get(lang).to_owned(),
        Lang::Zh => words.join("、"),
        Lang::En => words.join(", "),
    };
    headed(Msg::Order.get(lang), &words, lang)
}

/// How many of the columns are shown: `列 8/15`.
#[must_use]
pub fn columns(shown: usize, lang: Lang) -> String {
    format!("{} {shown}/{}", Msg::Columns.get(lang), Column::ALL.len())
}

/// That only the first rows of a very long table are printed.
#[must_use]
pub fn printed(rows: usize, all: usize, lang: Lang) -> String {
    let [rows, all] = [rows, all].map(|count| number::count(count, lang));
    match lang {
        Lang::Zh => format!("共{all}行，只打印前{rows}行；请先筛选。"),
        Lang::En => {
            format!("The first {rows} of {all} rows are printed; filter them to print the rest.")
        }
    }
}

/// A column's key, and its place among the keys from 1. Without any, rows stand in the order of the
/// documents.
fn place(keys: &[Sort], column: Column) -> Option<(usize, Sort)> {
    if keys.is_empty() && column == Column::Source {
        return Some((1, Sort::SOURCE));
    }
    let mut keys = (1..).zip(keys).filter(|(_, key)| key.column == column);
    keys.next().map(|(place, key)| (place, *key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_told_by_signs_and_in_words() {
        let by = |column, descending| Sort { column, descending };
        let keys = [by(Column::Value, true), by(Column::Area, false)];
        assert_eq!(order(&keys, Lang::Zh), "排序：数值 ↓、地区 ↑");
        assert_eq!(order_sign(&keys, Column::Area), "2↑");
        assert_eq!(order_sign(&keys[..1], Column::Value), "↓");
        assert_eq!(
            order_words(&keys, Column::Value, Lang::En),
            "sort key 1, descending"
        );
        assert_eq!(order_words(&keys, Column::Kind, Lang::En), "");
        // The usual order is that of the documents, and the head of their column says so.
        assert_eq!(order(&[], Lang::Zh), "排序：按文件次序");
        assert_eq!(order_words(&[], Column::Source, Lang::Zh), "升序");
        assert_eq!(order_sign(&keys, Column::Source), "");
    }
}
