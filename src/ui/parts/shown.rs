//! Which figures the open view is about.

use crate::dataset::Row;
use crate::query::{Facet, Filters, Selection};
use crate::ui::context::Shared;
use crate::view::Page;

/// The figures that the open view is about, in the order of the table.
pub fn shown(shared: &Shared) -> Vec<Row> {
    let mut filters = Filters::default();
    match shared.state.page {
        Page::Unit(code) => filters.set(Facet::Organisation, vec![code]),
        Page::Indicator(_) => {}
        _ => filters = shared.state.filters.clone(),
    }
    let selection = Selection::new(&shared.data, &shared.index, &filters);
    selection
        .rows()
        .filter(|row| is_of_page(shared, *row))
        .collect()
}

fn is_of_page(shared: &Shared, row: Row) -> bool {
    let figure = shared.data.observation(row);
    figure.is_some_and(|figure| match (shared.state.page, shared.state.at) {
        (Page::Indicator(code), _) => figure.indicator_code == code,
        (Page::Sources, Some(at)) => figure.document_code == at.document,
        _ => true,
    })
}
