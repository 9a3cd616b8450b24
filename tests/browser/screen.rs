//! What is on the screen, as a value: read off the page, or worked out from the data.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Deserialize;

/// What a reader sees of a state.
#[derive(Clone, Debug, Deserialize)]
pub struct Screen {
    /// The language of the page, as `<html lang>`.
    pub lang: String,
    /// The fragment in the address bar.
    pub link: String,
    /// How many figures pass the filters.
    pub count: u32,
    /// The indicators of the board's cards.
    pub cards: Vec<String>,
    /// The observations of the rows; of the table's those that are in the page.
    pub rows: Vec<String>,
    /// Which rows of the table they are.
    pub table: Option<Table>,
    /// The charts' names.
    pub charts: Vec<String>,
    /// The indicator whose page this is.
    pub indicator: Option<String>,
    /// What stands in the search field.
    pub search: String,
    /// The check boxes by facet and value. The page need not show all of them.
    pub choices: BTreeMap<String, BTreeMap<String, Choice>>,
}

/// The rows of the table that are in the page.
#[derive(Clone, Debug, Deserialize)]
pub struct Table {
    /// How many rows the table has in all.
    pub count: usize,
    /// Their positions, from 0.
    pub indexes: Vec<usize>,
    /// Whether they fill what is in sight.
    pub filled: bool,
}

/// A choice of a facet.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Choice {
    /// The name, and the count behind it.
    pub label: String,
    /// Whether it is chosen.
    pub checked: bool,
}

impl Screen {
    /// Reads the screen off the page.
    pub const SCRIPT: &str = include_str!("screen.js");

    /// The rows; of a table those at the positions that are in the page of `shown`; sorted on an
    /// indicator's page, where their order is not promised.
    fn ordered_rows(&self, shown: &Self) -> Vec<String> {
        let mut rows = match &shown.table {
            Some(table) if self.table.is_none() => {
                let row = |index: &usize| self.rows.get(*index).cloned().unwrap_or_default();
                table.indexes.iter().map(row).collect()
            }
            _ => self.rows.clone(),
        };
        if self.indicator.is_some() {
            rows.sort();
        }
        rows
    }

    /// In what a screen is not this one, in words.
    pub fn differences(&self, shown: &Self) -> Vec<String> {
        let mut found = Vec::new();
        let mut compare = |what: &str, wanted: &dyn Debug, is: &dyn Debug| {
            let (wanted, is) = (format!("{wanted:?}"), format!("{is:?}"));
            if wanted != is {
                found.push(format!("{what} should be {wanted} and is {is}"));
            }
        };
        compare("lang", &self.lang, &shown.lang);
        compare("link", &self.link, &shown.link);
        compare("count", &self.count, &shown.count);
        compare("cards", &self.cards, &shown.cards);
        compare(
            "rows",
            &self.ordered_rows(shown),
            &shown.ordered_rows(shown),
        );
        if let Some(table) = &shown.table {
            compare("count of rows", &self.rows.len(), &table.count);
            compare("rows in their order", &true, &table.indexes.is_sorted());
            compare("rows wherever one looks", &true, &table.filled);
        }
        compare("charts", &self.charts, &shown.charts);
        compare("indicator", &self.indicator, &shown.indicator);
        compare("search", &self.search, &shown.search);
        let facets = |screen: &Self| screen.choices.keys().cloned().collect::<Vec<_>>();
        compare("facets", &facets(self), &facets(shown));
        for (facet, choices) in &self.choices {
            let shown = shown.choices.get(facet);
            for (value, wanted) in choices {
                match shown.and_then(|choices| choices.get(value)) {
                    // A long list is cut, but never off a choice that is on.
                    None if !wanted.checked => {}
                    is => compare(&format!("{facet}={value}"), &Some(wanted), &is),
                }
            }
        }
        found
    }
}
