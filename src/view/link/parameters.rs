//! The keys of the grammar: how each is written and how it is read.

use crate::assess::METHOD;
use crate::dataset::{Code, Dataset, Kind, Lang, Observation};
use crate::query::changes::is_edition;
use crate::query::column::{Column, Columns};
use crate::query::sort::{KEYS, Sort};
use crate::query::{Facet, sources};
use crate::view::embed::{PagePart, PageParts};
use crate::view::notice::Notice;
use crate::view::state::{
    Appearance, Colouring, Form, Grouping, PICKS, Page, Part, Place, Printed, TextSize, ViewState,
    distinct, searched,
};

use super::facets;
use super::values::{BETWEEN, joined, several, some, too_many, unknown};

/// The key of the edition of the data.
pub(super) const EDITION: &str = "edition";
pub(super) const DATA: &str = "data";

/// One key of the grammar.
pub struct Parameter {
    /// The key.
    pub key: &'static str,
    /// Its value for a state, unescaped; none where the state has the default.
    pub(super) write: fn(&ViewState, &Dataset) -> Option<String>,
    /// Puts a value, unescaped, into a state; says what could not be used.
    pub(super) read: fn(&mut ViewState, &Dataset, &str, &mut Vec<Notice>),
}

/// An entry for a facet.
macro_rules! facet {
    ($facet:expr) => {
        Parameter {
            key: $facet.key(),
            write: |state, data| facets::write($facet, state.filters.get($facet), data),
            read: |state, data, value, notices| {
                let codes = facets::read($facet, value, data, notices);
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
pub const PARAMETERS: [Parameter; 27] = [
    facet!(Facet::Area),
    facet!(Facet::Period),
    facet!(Facet::Theme),
    facet!(Facet::Kind),
    facet!(Facet::Class),
    facet!(Facet::Status),
    facet!(Facet::Organisation),
    facet!(Facet::Document),
    Parameter {
        key: "q",
        write: |state, _| some(state.filters.search.clone()),
        read: |state, _, value, notices| {
            value.clone_into(&mut state.filters.search);
            let kept = searched(value);
            if kept != value.trim() {
                notices.push(Notice::LongSearch(kept.chars().count()));
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
    Parameter {
        key: "at",
        write: |state, data| match state.at?.printed? {
            Printed::Figure(row) => data.observation(row).map(|o| o.id.to_string()),
            Printed::Project(index) => {
                let project = data.projects.get(usize::try_from(index).ok()?);
                project.map(|project| project.id.to_string())
            }
        },
        read: read_printed,
    },
    Parameter {
        key: "proof",
        write: |state, data| {
            let target = data.observation(state.proof?)?;
            Some(target.id.to_owned())
        },
        read: read_proof,
    },
    named!(
        "group",
        grouping,
        ["plan" = Grouping::Plan, "theme" = Grouping::Theme]
    ),
    Parameter {
        key: "form",
        write: |state, _| Some(state.form?.key().to_owned()),
        read: |state, _, value, notices| {
            state.form = Form::ALL.into_iter().find(|form| form.key() == value);
            if state.form.is_none() {
                notices.push(unknown("form", value));
            }
        },
    },
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
            let sign = |key: &Sort| if key.descending { "-" } else { "" };
            let key = |key: &Sort| format!("{}{}", sign(key), key.column.key());
            joined(state.sort.iter().map(key))
        },
        read: |state, _, value, notices| {
            state.sort = several("sort", value, notices, read_key);
            if state.sort.len() > KEYS {
                notices.push(too_many("sort", KEYS));
            }
        },
    },
    Parameter {
        key: "columns",
        write: |state, _| {
            let names = state.columns.iter().map(|column| column.key().to_owned());
            joined(names).filter(|_| state.columns != Columns::default())
        },
        read: |state, _, value, notices| {
            let columns = several("columns", value, notices, Column::find);
            // Of a list in which nothing is known, the usual columns are of more use than one.
            if !columns.is_empty() {
                state.columns = Columns::of(&columns);
            }
        },
    },
    named!(
        "colour",
        colouring,
        ["none" = Colouring::None, "status" = Colouring::Status]
    ),
    Parameter {
        key: "method",
        write: |state, _| state.rests_on_statuses().then(|| METHOD.to_string()),
        read: |_, _, value, notices| match value.parse::<u8>() {
            Ok(METHOD) => {}
            Ok(other) => notices.push(Notice::OtherMethod(other.to_string())),
            Err(_) => notices.push(unknown("method", value)),
        },
    },
    Parameter {
        key: EDITION,
        // Only in what is shared: the address bar goes without.
        write: |_, data| Some(data.edition.to_string()),
        read: |_, data, value, notices| {
            if !is_edition(data, value) {
                notices.push(unknown(EDITION, value));
            } else if *value != *data.edition {
                notices.push(Notice::OtherEdition(value.to_owned()));
            }
        },
    },
    Parameter {
        key: DATA,
        // Published data need no word: every page of theirs has them. A file that was saved of own data keeps their sum.
        write: |_, data| some(data.own.to_string()),
        read: |_, data, value, notices| {
            if *value != *data.own {
                notices.push(Notice::OtherData(value.to_owned()));
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
    named!(
        "text",
        text,
        ["normal" = TextSize::Normal, "large" = TextSize::Large]
    ),
    Parameter {
        key: "embed",
        write: |state, _| state.embed.map(|_| "1".to_owned()),
        read: |state, _, value, notices| match value {
            "1" => state.embed = Some(state.embed.unwrap_or_default()),
            _ => notices.push(unknown("embed", value)),
        },
    },
    Parameter {
        key: "hide",
        write: |state, _| some(state.embed?.keys(&BETWEEN.to_string())),
        // Only an embed does without parts, so that what does is one.
        read: |state, _, value, notices| {
            let parts = several("hide", value, notices, PagePart::find);
            state.embed = Some(PageParts::of(&parts));
        },
    },
];

/// A line of the document that is open. One in which nothing is printed that the data hold is left
/// out.
fn read_line(state: &mut ViewState, data: &Dataset, value: &str, notices: &mut Vec<Notice>) {
    let line = state.at.zip(value.parse().ok());
    match line.filter(|(at, line)| sources::is_printed(data, at.document, *line)) {
        Some((at, line)) => {
            state.at = Some(Place::line(at.document, line));
        }
        None => notices.push(unknown("line", value)),
    }
}

/// A figure or a project of the document that is open; it brings its line with it.
fn read_printed(state: &mut ViewState, data: &Dataset, id: &str, notices: &mut Vec<Notice>) {
    let figure = data.iter().find(|figure| figure.id == id);
    let found = figure.and_then(|figure| Place::of(data, figure.row));
    let project = || {
        let project = data.projects.iter().find(|project| &*project.id == id)?;
        Some(Place::of_project(data, project))
    };
    let document = state.at.map(|at| at.document);
    match found.or_else(project) {
        Some(place) if Some(place.document) == document => state.at = Some(place),
        _ => notices.push(unknown("at", id)),
    }
}

/// A target of the indicator whose page is open.
fn read_proof(state: &mut ViewState, data: &Dataset, id: &str, notices: &mut Vec<Notice>) {
    let is_own = |figure: &Observation<'_>| {
        figure.kind == Kind::Target && state.page == Page::Indicator(figure.indicator_code)
    };
    let found = data.iter().find(|figure| figure.id == id && is_own(figure));
    state.proof = found.map(|target| target.row);
    if state.proof.is_none() {
        notices.push(unknown("proof", id));
    }
}

/// A key of the table's order: a column, `-` before it for the other way round.
fn read_key(value: &str) -> Option<Sort> {
    let (name, descending) = match value.strip_prefix('-') {
        Some(name) => (name, true),
        None => (value, false),
    };
    let column = Column::find(name).filter(|column| column.is_sortable())?;
    Some(Sort { column, descending })
}
