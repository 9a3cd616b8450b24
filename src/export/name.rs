//! Names of files: what they show, and from which edition.

use crate::dataset::Dataset;
use crate::query::{Facet, Filters};

use super::scope::Scope;

/// Most file systems take 255 bytes, and a Chinese character may need four.
const LONGEST: usize = 60;

/// The name of a file without its ending, by what it shows: `guatu-trend-gdp-2026.11.0`. The edition
/// stands whole; of a long `id` as many of its parts between hyphens as there is room for.
///
/// A reader's own data may have any id: what a file system could refuse becomes a hyphen.
#[must_use]
pub fn file_name(data: &Dataset, id: &str) -> String {
    let edition: String = data.edition.chars().take(LONGEST / 2).collect();
    let room = LONGEST - "guatu--".len() - edition.chars().count();
    let mut known: String = id.chars().take(room).collect();
    if known.len() < id.len() {
        let whole = known.rfind('-').unwrap_or(known.len());
        known.truncate(whole);
    }
    let safe = |letter: char| {
        if letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.') {
            letter
        } else {
            '-'
        }
    };
    let name = ["guatu", &known, &edition].join("-");
    name.chars().map(safe).collect()
}

/// The name of the execution table of some filters: `guatu-report-420106-missed-2026.11.0`.
#[must_use]
pub fn report_name(data: &Dataset, filters: &Filters) -> String {
    filtered_name(data, "report", filters)
}

/// The name of the figures of a view: `guatu-figures-420106-2020-2026.11.0`, of an indicator's page
/// `guatu-gdp-growth-2026.11.0`, of a chart `guatu-chart-gdp-420106-2026.11.0`.
#[must_use]
pub fn figures_name(scope: &Scope<'_>) -> String {
    let (data, id) = (scope.data, scope.id());
    match scope.filters() {
        Some(filters) => filtered_name(data, &id, filters),
        None => file_name(data, &id),
    }
}

/// What is in a file, then every choice of the filters and the search, as far as there is room: those first by
/// which most files differ.
fn filtered_name(data: &Dataset, what: &str, filters: &Filters) -> String {
    let mut id = what.to_owned();
    for facet in BY_WEIGHT {
        for code in filters.get(facet) {
            id.push('-');
            id.push_str(&facet.value(data, *code).unwrap_or_default());
        }
    }
    if !filters.search.is_empty() {
        id.push('-');
        id.push_str(&filters.search);
    }
    file_name(data, &id)
}

/// The facets in the order in which names of files tell them.
const BY_WEIGHT: [Facet; 8] = [
    Facet::Area,
    Facet::Period,
    Facet::Status,
    Facet::Class,
    Facet::Kind,
    Facet::Theme,
    Facet::Organisation,
    Facet::Document,
];
