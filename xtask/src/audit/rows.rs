//! The rows that a text can prove: those of the documents, and those that carry a fragment.

use guatu::dataset::{SCHEMAS, Tables};

/// What two figures that share one printed number must not both have the same.
const SUBJECT: &[&str] = &["indicator", "area", "period", "kind", "value", "value_high"];

/// A row of `documents.csv`.
#[derive(Clone, Debug)]
pub struct Document {
    /// The line of the table.
    pub row: u64,
    /// The slug, and the name of the text.
    pub id: String,
    /// The kind, as its code.
    pub kind: String,
    /// The SHA-256 of the text that was read.
    pub sha256: String,
    /// How many runs of digits it had.
    pub numerals: String,
}

/// A row that carries a fragment of a text.
#[derive(Clone, Debug)]
pub struct Printing {
    /// The table.
    pub file: &'static str,
    /// The line of the table.
    pub row: u64,
    /// The document's slug.
    pub document: String,
    /// The line of the text, from 1; 0 where the cell holds no number.
    pub line: u64,
    /// The column that holds the fragment.
    pub column: &'static str,
    /// The fragment.
    pub fragment: String,
    /// What the fragment carries.
    pub carries: Carries,
}

/// What a fragment carries.
#[derive(Clone, Debug, PartialEq)]
pub enum Carries {
    /// A figure.
    Figure(Figure),
    /// Numerals that measure nothing.
    Nothing,
    /// A name: it accounts for no numeral.
    Name,
}

/// What the audit reads of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The value, or the lower end of a range, as written in the table; may be empty.
    pub value: String,
    /// The upper end; may be empty.
    pub value_high: String,
    /// What it says without a number.
    pub statement: String,
    /// What it says of whom: indicator, area, period, kind and value.
    pub subject: Vec<String>,
    /// Whether the unit is per cent, in which 六成 is 60.
    pub is_percent: bool,
    /// Whether one printed number serves several subjects.
    pub is_shared: bool,
    /// Whether the row says how a damaged text was restored.
    pub is_repaired: bool,
}

impl Printing {
    /// The figure, where the fragment carries one.
    pub fn figure(&self) -> Option<&Figure> {
        match &self.carries {
            Carries::Figure(figure) => Some(figure),
            Carries::Nothing | Carries::Name => None,
        }
    }

    /// Whether it is one of several figures that one printed number serves.
    pub fn is_shared(&self) -> bool {
        self.figure().is_some_and(|figure| figure.is_shared)
    }

    /// Where the row stands, in words.
    pub fn place(&self) -> String {
        format!("{}, line {}", self.file, self.row)
    }
}

/// The rows of the documents.
pub fn documents(tables: &Tables) -> Vec<Document> {
    let mut found = Vec::new();
    each(tables, "documents.csv", |row, cell| {
        found.push(Document {
            row,
            id: cell("id"),
            kind: cell("kind"),
            sha256: cell("sha256"),
            numerals: cell("numerals"),
        });
    });
    found
}

/// Every row that carries a fragment, table by table.
pub fn printings(tables: &Tables) -> Vec<Printing> {
    let mut found = Vec::new();
    for (file, column, line) in [
        ("observations.csv", "as_printed", "line"),
        ("exclusions.csv", "as_printed", "line"),
        ("projects.csv", "as_printed", "line"),
        ("responsibilities.csv", "as_printed", "line"),
        ("tasks.csv", "title_zh", "line"),
        ("tasks.csv", "theme_zh", "theme_line"),
        ("glossary.csv", "term_zh", "line"),
    ] {
        each(tables, file, |row, cell| {
            found.push(Printing {
                file,
                row,
                document: cell("document"),
                line: cell(line).parse().unwrap_or_default(),
                column,
                fragment: cell(column),
                carries: match file {
                    "observations.csv" => Carries::Figure(Figure {
                        value: cell("value"),
                        value_high: cell("value_high"),
                        statement: cell("statement"),
                        subject: SUBJECT.iter().map(|column| cell(column)).collect(),
                        is_percent: cell("unit") == "percent",
                        is_shared: cell("shared") == "yes",
                        is_repaired: !cell("repair").is_empty(),
                    }),
                    "exclusions.csv" => Carries::Nothing,
                    _ => Carries::Name,
                },
            });
        });
    }
    found
}

/// Calls `visit` with the line of each row and a way to its cells.
fn each(tables: &Tables, file: &str, mut visit: impl FnMut(u64, &dyn Fn(&str) -> String)) {
    for schema in SCHEMAS.iter().filter(|schema| schema.file == file) {
        for (row, cells) in schema.rows(tables) {
            let cell = |name: &str| {
                let place = schema.columns.iter().position(|column| *column == name);
                place
                    .and_then(|place| cells.get(place))
                    .cloned()
                    .unwrap_or_default()
            };
            visit(row, &cell);
        }
    }
}
