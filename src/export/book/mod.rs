//! What a reader takes along for other programs: figures, targets with their statuses and documents, a
//! sheet each, and how they were chosen. `guatu-files` makes a workbook or JSON of it; the figures alone
//! are a table of comma-separated values.
//!
//! Start at [`book`]. Columns have the names of the data package where they hold its codes, and names of
//! their own for the words of the page's language.

mod columns;
mod figures;
mod sources;
mod targets;

use super::scope::Scope;
use super::sheet::shared_link;
use super::table::{Table, flat};
use crate::assess::METHOD;
use crate::dataset::{Dataset, Document, Lang, Observation, Period, Row};
use crate::query::FacetIndex;
use crate::query::documents::dated;
use crate::text::{Msg, Out, Own, number, period};
use crate::view::{Page, Place, ViewState};
use columns::{Kind, Words, msg, out};

pub use columns::Column;
pub use figures::figures;
pub use targets::targets;

/// So many figures are exported at once at most: a page has no memory for the cells of very many.
pub const MOST: u32 = 100_000;

// What ends a cell, a row and a sheet of a book's text.
const CELL: char = '\u{1f}';
const ROW: char = '\u{1e}';
const SHEET: char = '\u{1d}';

/// What is exported, and from where.
#[derive(Clone, Copy)]
pub struct Export<'a> {
    /// Which figures, of which view.
    pub scope: &'a Scope<'a>,
    /// What was decided on the targets.
    pub index: &'a FacetIndex,
    /// The address of the page without its fragment; none where nobody else can reach it.
    pub address: Option<&'a str>,
}

impl<'a> Export<'a> {
    const fn data(&self) -> &'a Dataset {
        self.scope.data
    }

    /// The figures that are chosen, in the order of the table.
    fn rows(&self) -> impl Iterator<Item = Observation<'a>> {
        let scope = self.scope;
        self.data().iter().filter(|figure| scope.takes(figure.row))
    }

    const fn lang(&self) -> Lang {
        self.scope.state.lang
    }

    /// The address of a page or of a place in a document; empty where there is none.
    fn link(&self, page: Page, at: Option<Place>, proof: Option<Row>) -> String {
        let state = ViewState {
            page,
            at,
            proof,
            lang: self.lang(),
            ..ViewState::default()
        };
        let link = || shared_link(self.data(), &state, self.address);
        self.address.map_or_else(String::new, |_| link())
    }
}

/// A table with its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name for programs.
    pub name: &'static str,
    /// Its name for readers.
    pub label: Words,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// The sheet as a table of text, its heads in a language.
    #[must_use]
    pub fn table(self, lang: Lang) -> Table {
        let heads = self
            .columns
            .iter()
            .map(|column| column.head(lang).to_owned());
        Table::new(heads.collect(), self.rows)
    }

    fn write(&self, text: &mut String, lang: Lang) {
        push(text, &[self.name, pick(self.label, lang)]);
        for column in &self.columns {
            push(text, &[column.name, column.head(lang), column.kind.code()]);
        }
        text.push(ROW);
        for row in &self.rows {
            push(text, row);
        }
        text.push(SHEET);
    }
}

/// Figures, targets and documents with what is true of all of them, in the text that `guatu-files` reads.
#[must_use]
pub fn book(export: &Export<'_>) -> String {
    let lang = export.lang();
    let mut text = String::new();
    push(&mut text, &[Out::SheetAbout.get(lang)]);
    if export.data().is_opened {
        let [label, mark] = [Own::MarkName, Own::Mark].map(|words| words.get(lang));
        push(&mut text, &["whose", label, Kind::Text.code(), mark]);
    }
    for (name, label, kind, value) in facts(export) {
        push(&mut text, &[name, pick(label, lang), kind.code(), &value]);
    }
    text.push(SHEET);
    for sheet in [figures(export), targets(export), sources::sources(export)] {
        sheet.write(&mut text, lang);
    }
    text
}

/// What is true of the whole book: name, label, type and value.
fn facts(export: &Export<'_>) -> [(&'static str, Words, Kind, String); 11] {
    let (data, state) = (export.data(), export.scope.state);
    let lang = export.lang();
    let targets = export.index.ledger().targets();
    let targets = targets.filter(|row| export.scope.takes(*row)).count();
    let until = until(&data.documents, lang);
    let language = if lang == Lang::Zh { "zh-CN" } else { "en" };
    let text = |text: &str| text.to_owned();
    [
        (
            "title",
            out(Out::FactTitle),
            Kind::Text,
            text(data.title.get(lang)),
        ),
        (
            "filters",
            out(Out::FactFilters),
            Kind::Text,
            export.scope.words(),
        ),
        (
            "count",
            out(Out::FactFigures),
            Kind::Number,
            export.scope.count().to_string(),
        ),
        (
            "targets_count",
            out(Out::FactTargets),
            Kind::Number,
            targets.to_string(),
        ),
        (
            "edition",
            msg(Msg::ColumnEdition),
            Kind::Text,
            text(&data.edition),
        ),
        (
            "method",
            msg(Msg::ColumnMethod),
            Kind::Number,
            METHOD.to_string(),
        ),
        ("documents_until", out(Out::FactUntil), Kind::Text, until),
        (
            "link",
            out(Out::FactLink),
            Kind::Link,
            shared_link(data, state, export.address),
        ),
        (
            "language",
            out(Out::FactLanguage),
            Kind::Text,
            text(language),
        ),
        (
            "rows",
            out(Out::FactRows),
            Kind::Text,
            text(Out::RowsAre.get(lang)),
        ),
        (
            "signs",
            out(Out::FactSigns),
            Kind::Text,
            text(Msg::GapSign.get(lang)),
        ),
    ]
}

/// Up to when the documents reach: the newest date, or the year that one without a date speaks of.
fn until(documents: &[Document], lang: Lang) -> String {
    let year = |document: &Document| Period::year(document.covers.last_year());
    let known = documents.iter().map(|document| match dated(document) {
        "" => (
            year(document).to_string(),
            period::words(year(document), lang),
        ),
        date => (date.to_owned(), date.to_owned()),
    });
    known.max().map_or_else(String::new, |(_, words)| words)
}

/// A row of cells, each ended as the text has it, on one line.
fn push<T: AsRef<str>>(text: &mut String, cells: &[T]) {
    for cell in cells {
        text.push_str(&flat(cell.as_ref()));
        text.push(CELL);
    }
    text.push(ROW);
}

const fn pick([zh, en]: Words, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A number with as many decimals as are printed, which a spreadsheet then shows too.
fn printed(value: Option<f64>, decimals: u8) -> String {
    value.map_or_else(String::new, |value| {
        let decimals = usize::from(decimals);
        format!("{value:.decimals$}")
    })
}

/// Words of the page without the thin spaces that it sets between groups of digits: a search in a spreadsheet
/// does not find a number with them.
fn ungrouped(words: &str) -> String {
    words.replace('\u{202f}', "")
}

/// A number that came out of a formula.
fn derived(value: Option<f64>) -> String {
    value.map_or_else(String::new, number::bare)
}
