//! The name of what is open.

use crate::dataset::Dataset;
use crate::view::{Page, ViewState};

use super::{Msg, filter, label, units};

/// The name of the view: on the board the title of the data.
#[must_use]
pub fn name(data: &Dataset, state: &ViewState) -> String {
    let lang = state.lang;
    let view = match state.page {
        Page::Board => data.title.get(lang),
        Page::Chart => return chart(data, state),
        Page::Table => Msg::Table.get(lang),
        Page::Report => Msg::Report.get(lang),
        Page::Sources => return sources(data, state),
        Page::Units => Msg::Units.get(lang),
        Page::Unit(code) => units::name(data, code, lang),
        Page::Indicator(code) => data
            .indicator(code)
            .map_or("", |found| found.name.get(lang)),
    };
    view.to_owned()
}

/// The name of the view with how it is filtered: `表格（已筛选…）`.
#[must_use]
pub fn whole(data: &Dataset, state: &ViewState) -> String {
    let name = name(data, state);
    if !state.page.takes_filters() || state.filters.active() == 0 {
        return name;
    }
    let filters = filter::words(data, &state.filters, state.lang);
    [&*name, &filters].join(" · ")
}

/// The picked indicators with the name of the view.
fn chart(data: &Dataset, state: &ViewState) -> String {
    let found = state.picks.iter().filter_map(|code| data.indicator(*code));
    let names: Vec<&str> = found.map(|found| found.name.get(state.lang)).collect();
    let view = Msg::Chart.get(state.lang);
    if names.is_empty() {
        return view.to_owned();
    }
    format!("{} · {view}", label::listed(&names, state.lang))
}

/// The open document's name, or that of the part.
fn sources(data: &Dataset, state: &ViewState) -> String {
    let lang = state.lang;
    let document = state
        .at
        .and_then(|at| data.documents.get(usize::from(at.document)));
    let view = document.map_or_else(
        || label::part(state.part).get(lang).to_owned(),
        |document| label::document(data, document, lang),
    );
    format!("{view} · {}", Msg::Sources.get(lang))
}
