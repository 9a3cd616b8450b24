//! What documents name besides figures: projects and terms. They have no theme, no kind and no
//! unit that answers for them, so of the filters only area, period, document and words narrow them.

use crate::dataset::{Code, Dataset, Exclusion, Period, Project, Term};
use crate::order;

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
pub fn projects<'a>(data: &'a Dataset, filters: &Filters) -> Vec<&'a Project> {
    let passes = |project: &&Project| {
        let period = project.period.or_else(|| covers(data, project.document));
        let texts: [&str; 3] = [&project.name.zh, &project.name.en, &project.as_printed];
        is_chosen(filters, Facet::Area, project.area)
            && is_chosen(filters, Facet::Document, project.document)
            && period.is_none_or(|period| is_within(data, filters, period))
            && search::is_found(&filters.search, &texts)
    };
    let mut found: Vec<&Project> = data.projects.iter().filter(passes).collect();
    order::sort_by_key(&mut found, |project| (project.document, project.line));
    found
}

/// The terms that pass, in the order of the table.
#[must_use]
pub fn terms<'a>(data: &'a Dataset, filters: &Filters) -> Vec<&'a Term> {
    let passes = |term: &&Term| {
        let document = data.documents.get(usize::from(term.document));
        let (name, definition) = (&term.name, &term.definition);
        let texts: [&str; 4] = [&name.zh, &name.en, &definition.zh, &definition.en];
        document.is_none_or(|document| is_chosen(filters, Facet::Area, document.area))
            && is_chosen(filters, Facet::Document, term.document)
            && search::is_found(&filters.search, &texts)
    };
    data.terms.iter().filter(passes).collect()
}

/// What a document names, all of it, in the order of its text.
fn of<T>(all: &[T], document: Code, place: fn(&T) -> (Code, u32)) -> Vec<&T> {
    let own = all.iter().filter(|one| place(one).0 == document);
    let mut own: Vec<&T> = own.collect();
    order::sort_by_key(&mut own, |one| place(one).1);
    own
}

/// The printings of projects in a document.
#[must_use]
pub fn projects_of(data: &Dataset, document: Code) -> Vec<&Project> {
    of(&data.projects, document, |one| (one.document, one.line))
}

/// The terms that a document explains.
#[must_use]
pub fn terms_of(data: &Dataset, document: Code) -> Vec<&Term> {
    of(&data.terms, document, |one| (one.document, one.line))
}

/// The fragments of a document that measure nothing.
#[must_use]
pub fn exclusions_of(data: &Dataset, document: Code) -> Vec<&Exclusion> {
    of(&data.exclusions, document, |one| (one.document, one.line))
}

fn covers(data: &Dataset, document: Code) -> Option<Period> {
    Some(data.documents.get(usize::from(document))?.covers)
}

pub(super) fn is_chosen(filters: &Filters, facet: Facet, code: Code) -> bool {
    let chosen = filters.get(facet);
    chosen.is_empty() || chosen.contains(&code)
}

/// Whether a period lies in one of the chosen ones, or holds one.
pub(super) fn is_within(data: &Dataset, filters: &Filters, period: Period) -> bool {
    let chosen = filters.get(Facet::Period);
    let mut periods = chosen
        .iter()
        .filter_map(|code| data.periods.get(usize::from(*code)));
    chosen.is_empty() || periods.any(|p| p.contains(period) || period.contains(*p))
}
