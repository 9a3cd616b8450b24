//! What documents name besides figures: projects and terms. They have no theme, no kind and no
//! unit that answers for them, so of the filters only area, period, document and words narrow them.

use crate::dataset::{Code, Dataset, Period};

use super::facet::Facet;
use super::filter::Filters;
use super::search;

/// The facets that projects and terms have.
const FACETS: [Facet; 3] = [Facet::Area, Facet::Period, Facet::Document];

/// Whether choices are on that projects and terms have nothing to say to.
#[must_use]
pub fn has_other_choices(filters: &Filters) -> bool {
    let others = Facet::ALL
        .into_iter()
        .filter(|facet| !FACETS.contains(facet));
    others
        .into_iter()
        .any(|facet| !filters.get(facet).is_empty())
}

/// The printings of projects that pass, document by document in the order of the text.
#[must_use]
pub fn projects(data: &Dataset, filters: &Filters) -> Vec<usize> {
    let passes = |index: &usize| {
        data.projects.get(*index).is_some_and(|project| {
            let period = project.period.or_else(|| covers(data, project.document));
            is_chosen(filters, Facet::Area, project.area)
                && is_chosen(filters, Facet::Document, project.document)
                && period.is_none_or(|period| is_within(data, filters, period))
                && search::is_found(
                    &filters.search,
                    &[&project.name.zh, &project.name.en, &project.as_printed],
                )
        })
    };
    let mut found: Vec<usize> = (0..data.projects.len()).filter(passes).collect();
    found.sort_by_key(|index| data.projects.get(*index).map(|p| (p.document, p.line)));
    found
}

/// The terms that pass, in the order of the table.
#[must_use]
pub fn terms(data: &Dataset, filters: &Filters) -> Vec<usize> {
    let passes = |index: &usize| {
        data.terms.get(*index).is_some_and(|term| {
            let area = data.documents.get(usize::from(term.document));
            let (name, definition) = (&term.name, &term.definition);
            area.is_none_or(|document| is_chosen(filters, Facet::Area, document.area))
                && is_chosen(filters, Facet::Document, term.document)
                && search::is_found(
                    &filters.search,
                    &[&name.zh, &name.en, &definition.zh, &definition.en],
                )
        })
    };
    (0..data.terms.len()).filter(passes).collect()
}

fn covers(data: &Dataset, document: Code) -> Option<Period> {
    Some(data.documents.get(usize::from(document))?.covers)
}

fn is_chosen(filters: &Filters, facet: Facet, code: Code) -> bool {
    let chosen = filters.get(facet);
    chosen.is_empty() || chosen.contains(&code)
}

/// Whether a period lies in one of the chosen ones, or holds one.
fn is_within(data: &Dataset, filters: &Filters, period: Period) -> bool {
    let chosen = filters.get(Facet::Period);
    let mut periods = chosen
        .iter()
        .filter_map(|code| data.periods.get(usize::from(*code)));
    chosen.is_empty() || periods.any(|p| p.contains(period) || period.contains(*p))
}
