//! Which figures a view shows, and how that is said.

use crate::dataset::{Code, Dataset, Lang, Row};
use crate::plot::charts;
use crate::query::{Facet, FacetIndex, Filters, Selection};
use crate::text::{Msg, filter, label};
use crate::view::{Page, ViewState};

/// Which figures a view shows: those that pass its filters; a chart only those of the indicators that it
/// draws, an open document only its own. The page of an indicator or of a unit of government shows all of its
/// own, whatever the filters.
pub fn shown<'a>(
    data: &'a Dataset,
    index: &FacetIndex,
    state: &ViewState,
) -> impl Fn(Row) -> bool + use<'a> {
    let mut filters = Filters::default();
    if state.page.takes_filters() {
        filters.clone_from(&state.filters);
    }
    if let Page::Unit(code) = state.page {
        filters.set(Facet::Organisation, vec![code]);
    }
    let selection = Selection::new(data, index, &filters);
    let drawn = match state.page {
        Page::Indicator(code) => vec![code],
        Page::Chart => charts(data, index.ledger(), state, &selection).picks,
        _ => Vec::new(),
    };
    let document = document(state);
    let rows = &data.observations;
    move |row| {
        let at = row as usize;
        let is_drawn = |code: &Code| drawn.is_empty() || drawn.contains(code);
        selection.passes(row)
            && rows.indicator.get(at).is_some_and(is_drawn)
            && document.is_none_or(|code| rows.document.get(at) == Some(&code))
    }
}

/// Whether a view shows figures of its own, and not all that pass the filters.
#[must_use]
pub fn has_own(state: &ViewState) -> bool {
    !state.page.takes_filters() || state.page == Page::Chart || document(state).is_some()
}

/// In words what chooses the figures of a view: its own indicator, unit or document, the indicators that are
/// picked for a chart, and the filters.
#[must_use]
pub fn chosen(data: &Dataset, state: &ViewState) -> String {
    let lang = state.lang;
    let unit = |code: Code| data.organisations.get(usize::from(code));
    let indicators = |codes: &[Code]| {
        let found = codes.iter().filter_map(|code| data.indicator(*code));
        let names: Vec<&str> = found.map(|found| found.name.get(lang)).collect();
        headed(Msg::ColumnIndicator, &label::listed(&names, lang), lang)
    };
    let own = match state.page {
        Page::Indicator(code) => return indicators(&[code]),
        Page::Unit(code) => {
            let name = unit(code).map_or("", |unit| unit.name.get(lang));
            return headed(Msg::FacetOrganisation, name, lang);
        }
        Page::Chart if !state.picks.is_empty() => indicators(&state.picks),
        _ => document(state)
            .and_then(|code| data.documents.get(usize::from(code)))
            .map_or_else(String::new, |document| {
                headed(Msg::FacetDocument, document.title.get(lang), lang)
            }),
    };
    let filters = filter::words(data, &state.filters, lang);
    let between = if lang == Lang::Zh { "；" } else { "; " };
    match (own.is_empty(), state.filters.active()) {
        (true, _) => filters,
        (false, 0) => own,
        (false, _) => [&*own, &filters].join(between),
    }
}

/// What the figures of a view are its own by, in names of files; empty where the filters choose them.
pub(super) fn own_ids(data: &Dataset, state: &ViewState) -> String {
    let indicator = |code: &Code| data.indicator(*code).map(|found| &*found.id);
    let one = match state.page {
        Page::Indicator(code) => indicator(&code),
        Page::Unit(code) => {
            let unit = data.organisations.get(usize::from(code));
            unit.map(|unit| &*unit.id)
        }
        Page::Chart => {
            let picked: Vec<&str> = state.picks.iter().filter_map(indicator).collect();
            return ["chart"]
                .into_iter()
                .chain(picked)
                .collect::<Vec<_>>()
                .join("-");
        }
        _ => document(state)
            .and_then(|code| data.documents.get(usize::from(code)))
            .map(|document| &*document.id),
    };
    one.unwrap_or_default().to_owned()
}

/// The document that is open.
fn document(state: &ViewState) -> Option<Code> {
    state.at.map(|at| at.document)
}

fn headed(head: Msg, text: &str, lang: Lang) -> String {
    label::headed(head.get(lang), text, lang)
}
