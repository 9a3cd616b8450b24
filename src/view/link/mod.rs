//! The link grammar: `#/<view>?key=value&…`, the whole [`ViewState`] in the fragment.
//!
//! [`PARAMETERS`] is the grammar: one entry a key, with how it is written and how it is read, in
//! the order in which keys are written. Values are official codes and slugs, never names; `~`
//! stands between several. What a key has by default is not written, so equal states have equal
//! links. Reading never fails: what cannot be used is left out and named in a [`Notice`].
//!
//! `v` is the version of the grammar ([`versions`]). `docs/links.md` is the grammar as a reference; a
//! test holds it against [`PARAMETERS`].

mod facets;
mod parameters;
mod values;
mod versions;

use std::fmt::Write as _;

use percent_encoding::{percent_decode_str, utf8_percent_encode};

use crate::dataset::Dataset;
use crate::query::Facet;

use super::notice::Notice;
use super::state::{Page, Part, Place, ViewState};
use parameters::{DATA, EDITION};
use values::{ESCAPED, unknown};

pub use parameters::{PARAMETERS, Parameter};
pub use versions::{MIGRATIONS, Migration};

/// The key of words, which may end in anything.
const SEARCHED: &str = "q";

/// What may stand behind a link in a text.
const STOPS: [char; 10] = ['.', ',', ';', ')', '。', '，', '；', '、', '）', '”'];

/// The fragment for a state, with its `#`.
#[must_use]
pub fn write(state: &ViewState, data: &Dataset) -> String {
    written(state, data, false)
}

/// The fragment for a state as others are given it: with the edition of the data, so that a page with
/// another one can say so.
#[must_use]
pub fn share(state: &ViewState, data: &Dataset) -> String {
    written(state, data, true)
}

fn written(state: &ViewState, data: &Dataset, is_shared: bool) -> String {
    // Every field by name: a new one does not compile until somebody has come here and given it
    // its entry in `PARAMETERS`.
    let ViewState {
        page,
        part: _,
        at: _,
        proof: _,
        filters: _,
        grouping: _,
        form: _,
        picks: _,
        sort: _,
        columns: _,
        colouring: _,
        lang: _,
        appearance: _,
        text: _,
        embed: _,
    } = state;
    let mut link = String::from("#/");
    match *page {
        Page::Board => link.push_str("board"),
        Page::Chart => link.push_str("chart"),
        Page::Table => link.push_str("table"),
        Page::Report => link.push_str("report"),
        Page::Sources => match state.at {
            None => link.push_str("sources"),
            Some(place) => {
                let document = data.documents.get(usize::from(place.document));
                named(&mut link, "source", document.map_or("", |found| &found.id));
            }
        },
        Page::Units => link.push_str("units"),
        Page::Unit(code) => {
            let unit = data.organisations.get(usize::from(code));
            named(&mut link, "unit", unit.map_or("", |found| &found.id));
        }
        Page::Indicator(code) => {
            let indicator = data.indicator(code);
            named(
                &mut link,
                "indicator",
                indicator.map_or("", |found| &found.id),
            );
        }
    }
    let mut is_latest = false;
    let is_kept = |parameter: &&Parameter| is_shared || parameter.key != EDITION;
    for parameter in PARAMETERS.iter().filter(is_kept) {
        if let Some(value) = (parameter.write)(state, data) {
            is_latest |= facets::is_complement(parameter.key, &value);
            push(&mut link, parameter.key, &value);
        }
    }
    if is_latest {
        push(&mut link, versions::KEY, versions::LATEST);
    }
    link
}

/// Adds a key with its value to a link.
fn push(link: &mut String, key: &str, value: &str) {
    let mark = if link.contains('?') { '&' } else { '?' };
    let value = utf8_percent_encode(value, ESCAPED);
    // Writing to a string cannot fail.
    let _ = write!(link, "{mark}{key}={value}");
}

/// The view of one thing, by its id.
fn named(link: &mut String, view: &str, id: &str) {
    // Writing to a string cannot fail.
    let _ = write!(link, "{view}/{}", utf8_percent_encode(id, ESCAPED));
}

/// The state that a fragment stands for, with or without its `#`, and what of it was left out.
#[must_use]
pub fn read(fragment: &str, data: &Dataset) -> (ViewState, Vec<Notice>) {
    let mut state = ViewState::default();
    let mut notices = Vec::new();
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let fragment = fragment.strip_prefix('/').unwrap_or(fragment);
    let (page, query) = fragment.split_once('?').unwrap_or((fragment, ""));
    let (page, query) = versions::migrated(page, query);
    let page = percent_decode_str(&page).decode_utf8_lossy();
    read_page(&mut state, data, page.trim_end_matches(STOPS), &mut notices);
    let mut seen: Vec<&str> = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        if seen.contains(&key) {
            notices.push(Notice::Doubled(key.to_owned()));
            continue;
        }
        seen.push(key);
        read_pair(&mut state, data, key, value, &mut notices);
    }
    if data.is_opened && !data.own.is_empty() && !seen.contains(&DATA) {
        notices.push(Notice::OfPublished);
    }
    if state.at.is_some() && state.part != Part::Documents {
        // A document that is open has no other parts: it is what the link names first.
        state.part = Part::Documents;
        notices.push(Notice::UnknownKey("part".to_owned()));
    }
    (state.normalize(), notices)
}

fn read_pair(
    state: &mut ViewState,
    data: &Dataset,
    key: &str,
    value: &str,
    notices: &mut Vec<Notice>,
) {
    let Ok(value) = percent_decode_str(value).decode_utf8() else {
        notices.push(Notice::Unreadable(format!("{key}={value}")));
        return;
    };
    if key == versions::KEY {
        if !versions::is_known(&value) {
            notices.push(Notice::Newer(value.into_owned()));
        }
        return;
    }
    // No code ends in a stop: it was taken along with the link, out of a sentence or a citation.
    let value = if key == SEARCHED {
        &value
    } else {
        value.trim_end_matches(STOPS)
    };
    match PARAMETERS.iter().find(|parameter| parameter.key == key) {
        Some(parameter) => (parameter.read)(state, data, value, notices),
        None => notices.push(Notice::UnknownKey(key.to_owned())),
    }
}

fn read_page(state: &mut ViewState, data: &Dataset, page: &str, notices: &mut Vec<Notice>) {
    state.page = match page {
        "" | "board" => Page::Board,
        "chart" => Page::Chart,
        "table" => Page::Table,
        "report" => Page::Report,
        "units" => Page::Units,
        "sources" => Page::Sources,
        _ => match page.split_once('/') {
            Some(("indicator", id)) => read_indicator(data, id, notices),
            Some(("unit", id)) => read_unit(data, id, notices),
            Some(("source", id)) => {
                state.at = read_document(data, id, notices);
                Page::Sources
            }
            _ => {
                notices.push(Notice::UnknownPage(page.to_owned()));
                Page::Board
            }
        },
    };
}

fn read_indicator(data: &Dataset, id: &str, notices: &mut Vec<Notice>) -> Page {
    if let Some(code) = data.indicator_code(id) {
        return Page::Indicator(code);
    }
    notices.push(Notice::UnknownIndicator(id.to_owned()));
    Page::Board
}

fn read_unit(data: &Dataset, id: &str, notices: &mut Vec<Notice>) -> Page {
    if let Some(code) = Facet::Organisation.find(data, id) {
        return Page::Unit(code);
    }
    notices.push(unknown(Facet::Organisation.key(), id));
    Page::Units
}

fn read_document(data: &Dataset, id: &str, notices: &mut Vec<Notice>) -> Option<Place> {
    let document = Facet::Document.find(data, id);
    if document.is_none() {
        notices.push(unknown(Facet::Document.key(), id));
    }
    document.map(Place::document)
}
