//! The link grammar: `#/<view>?key=value&…`, the whole [`ViewState`] in the fragment.
//!
//! [`PARAMETERS`] is the grammar: one entry a key, with how it is written and how it is read, in
//! the order in which keys are written. Values are official codes and slugs, never names; `~`
//! stands between several. What a key has by default is not written, so equal states have equal
//! links. Reading never fails: what cannot be used is left out and named in a [`Notice`].
//!
//! `v` is the version of the grammar. This is version 1, which is written by leaving it out; a
//! later version writes its number, and reads an older link through a dated migration.

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::dataset::{Code, Dataset, Lang};
use crate::query::sort::{Column, Sort};
use crate::query::{Facet, sources};

use super::notice::Notice;
use super::state::{
    Appearance, Form, Grouping, PICKS, Page, Part, Place, SEARCH, ViewState, distinct,
};

/// The version that this program writes.
const VERSION: &str = "1";

/// Stands between several values of a key: it survives every place that a link is pasted into.
const BETWEEN: char = '~';

/// What is escaped: all that a fragment may not hold, and what the grammar itself uses.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'\'');

/// One key of the grammar.
pub struct Parameter {
    /// The key.
    pub key: &'static str,
    /// Its value for a state, unescaped; none where the state has the default.
    write: fn(&ViewState, &Dataset) -> Option<String>,
    /// Puts a value, unescaped, into a state; says what could not be used.
    read: fn(&mut ViewState, &Dataset, &str, &mut Vec<Notice>),
}

/// An entry for a facet: its choices' values.
macro_rules! facet {
    ($facet:expr) => {
        Parameter {
            key: $facet.key(),
            write: |state, data| {
                let values = |code: &Code| $facet.value(data, *code);
                joined(state.filters.get($facet).iter().filter_map(values))
            },
            read: |state, data, value, notices| {
                let codes = several($facet.key(), value, notices, |part| $facet.find(data, part));
                state.filters.set($facet, codes);
            },
        }
    };
}

/// An entry for a field with a few named values.
macro_rules! named {
    ($key:literal, $field:ident, [$($value:literal = $variant:path),+]) => {
        Parameter {
            key: $key,
            write: |state, _| {
                // A match without rest: a new value does not compile until it has a name.
                let name = match state.$field {
                    $($variant => $value,)+
                };
                (state.$field != ViewState::default().$field).then(|| name.to_owned())
            },
            read: |state, _, value, notices| match value {
                $($value => state.$field = $variant,)+
                _ => notices.push(unknown($key, value)),
            },
        }
    };
}

/// The grammar's keys, in the order in which they are written.
pub const PARAMETERS: [Parameter; 16] = [
    facet!(Facet::Area),
    facet!(Facet::Period),
    facet!(Facet::Theme),
    facet!(Facet::Kind),
    facet!(Facet::Class),
    facet!(Facet::Organisation),
    facet!(Facet::Document),
    Parameter {
        key: "q",
        write: |state, _| some(state.filters.search.clone()),
        read: |state, _, value, notices| {
            value.clone_into(&mut state.filters.search);
            if value.trim().chars().count() > SEARCH {
                notices.push(too_many("q", SEARCH));
            }
        },
    },
    named!(
        "part",
        part,
        [
            "documents" = Part::Documents,
            "relations" = Part::Relations,
            "projects" = Part::Projects,
            "glossary" = Part::Glossary
        ]
    ),
    Parameter {
        key: "line",
        write: |state, _| Some(state.at?.line?.to_string()),
        read: read_line,
    },
    named!(
        "group",
        grouping,
        ["plan" = Grouping::Plan, "theme" = Grouping::Theme]
    ),
    named!(
        "form",
        form,
        [
            "bullets" = Form::Bullets,
            "trend" = Form::Trend,
            "ranked" = Form::Ranked
        ]
    ),
    Parameter {
        key: "pick",
        write: |state, data| {
            let id = |code: &Code| data.indicator(*code).map(|i| i.id.to_string());
            joined(state.picks.iter().filter_map(id))
        },
        read: |state, data, value, notices| {
            let picks = several("pick", value, notices, |id| data.indicator_code(id));
            if distinct(&picks).len() > PICKS {
                notices.push(too_many("pick", PICKS));
            }
            state.picks = picks;
        },
    },
    Parameter {
        key: "sort",
        write: |state, _| {
            let sign = if state.sort.descending { "-" } else { "" };
            (state.sort != Sort::default()).then(|| format!("{sign}{}", state.sort.column.key()))
        },
        read: |state, _, value, notices| {
            let (name, descending) = match value.strip_prefix('-') {
                Some(name) => (name, true),
                None => (value, false),
            };
            match Column::ALL.into_iter().find(|column| column.key() == name) {
                Some(column) => state.sort = Sort { column, descending },
                None => notices.push(unknown("sort", value)),
            }
        },
    },
    named!("lang", lang, ["zh" = Lang::Zh, "en" = Lang::En]),
    named!(
        "appearance",
        appearance,
        [
            "system" = Appearance::System,
            "light" = Appearance::Light,
            "dark" = Appearance::Dark
        ]
    ),
];

/// The fragment for a state, with its `#`.
#[must_use]
pub fn write(state: &ViewState, data: &Dataset) -> String {
    // Every field by name: a new one does not compile until somebody has come here and given it
    // its entry in `PARAMETERS`.
    let ViewState {
        page,
        part: _,
        at: _,
        filters: _,
        grouping: _,
        form: _,
        picks: _,
        sort: _,
        lang: _,
        appearance: _,
    } = state;
    let mut link = String::from("#/");
    match *page {
        Page::Board => link.push_str("board"),
        Page::Chart => link.push_str("chart"),
        Page::Table => link.push_str("table"),
        Page::Sources => match state.at {
            None => link.push_str("sources"),
            Some(place) => {
                let document = data.documents.get(usize::from(place.document));
                named(&mut link, "source", document.map_or("", |found| &found.id));
            }
        },
        Page::Indicator(code) => {
            let indicator = data.indicator(code);
            named(
                &mut link,
                "indicator",
                indicator.map_or("", |found| &found.id),
            );
        }
    }
    let mut mark = '?';
    for parameter in &PARAMETERS {
        if let Some(value) = (parameter.write)(state, data) {
            let value = utf8_percent_encode(&value, ESCAPED);
            let _ = write!(link, "{mark}{}={value}", parameter.key);
            mark = '&';
        }
    }
    link
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
    read_page(&mut state, data, page, &mut notices);
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
    if key == "v" {
        if value != VERSION {
            notices.push(Notice::Newer(value.into_owned()));
        }
        return;
    }
    match PARAMETERS.iter().find(|parameter| parameter.key == key) {
        Some(parameter) => (parameter.read)(state, data, &value, notices),
        None => notices.push(Notice::UnknownKey(key.to_owned())),
    }
}

fn read_page(state: &mut ViewState, data: &Dataset, page: &str, notices: &mut Vec<Notice>) {
    state.page = match page {
        "" | "board" => Page::Board,
        "chart" => Page::Chart,
        "table" => Page::Table,
        "sources" => Page::Sources,
        _ => match page.split_once('/') {
            Some(("indicator", id)) => read_indicator(data, id, notices),
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
    let id = percent_decode_str(id).decode_utf8_lossy();
    if let Some(code) = data.indicator_code(&id) {
        return Page::Indicator(code);
    }
    notices.push(Notice::UnknownIndicator(id.into_owned()));
    Page::Board
}

fn read_document(data: &Dataset, id: &str, notices: &mut Vec<Notice>) -> Option<Place> {
    let id = percent_decode_str(id).decode_utf8_lossy();
    let document = Facet::Document.find(data, &id);
    if document.is_none() {
        notices.push(unknown(Facet::Document.key(), &id));
    }
    let line = None;
    document.map(|document| Place { document, line })
}

/// A line of the document that is open. One in which nothing is printed that the data hold is left
/// out.
fn read_line(state: &mut ViewState, data: &Dataset, value: &str, notices: &mut Vec<Notice>) {
    let line = state.at.zip(value.parse().ok());
    match line.filter(|(at, line)| sources::is_printed(data, at.document, *line)) {
        Some((at, line)) => {
            let line = Some(line);
            state.at = Some(Place { line, ..at });
        }
        None => notices.push(unknown("line", value)),
    }
}

/// The values with `~` between them, if there are any.
fn joined(values: impl Iterator<Item = String>) -> Option<String> {
    let values: Vec<String> = values.collect();
    some(values.join(&BETWEEN.to_string()))
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// The codes of values with `~` between them; each unknown one becomes a notice.
fn several(
    key: &str,
    value: &str,
    notices: &mut Vec<Notice>,
    find: impl Fn(&str) -> Option<Code>,
) -> Vec<Code> {
    let mut codes = Vec::new();
    for part in value.split(BETWEEN).filter(|part| !part.is_empty()) {
        match find(part) {
            Some(code) => codes.push(code),
            None => notices.push(unknown(key, part)),
        }
    }
    codes
}

fn unknown(key: &str, value: &str) -> Notice {
    Notice::UnknownValue {
        key: key.to_owned(),
        value: value.to_owned(),
    }
}

fn too_many(key: &str, most: usize) -> Notice {
    Notice::TooMany {
        key: key.to_owned(),
        most,
    }
}
