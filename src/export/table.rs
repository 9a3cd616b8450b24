//! A chart's figures as a table for a spreadsheet or a document.

use std::fmt::Write as _;

use crate::assess::Ledger;
use crate::dataset::{Dataset, Lang, Observation};
use crate::plot::Listing;
use crate::text::{Msg, escaped, figure, label, number, outcome, period, proof};

/// A table of text: the heads of the columns, then the rows, each as long. Numbers are those that
/// every spreadsheet reads, without signs, units and groups of digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    rows: Vec<Vec<String>>,
    notes: Vec<String>,
}

/// The columns. A sign, a unit and an upper end of their own leave the number a number.
const HEADS: [Msg; 10] = [
    Msg::ColumnIndicator,
    Msg::ColumnArea,
    Msg::ColumnPeriod,
    Msg::ColumnKind,
    Msg::ColumnBound,
    Msg::ColumnValue,
    Msg::ColumnUpper,
    Msg::ColumnUnit,
    Msg::ColumnSource,
    Msg::ColumnLine,
];

impl Table {
    /// The table beside a chart.
    #[must_use]
    pub fn of(data: &Dataset, ledger: &Ledger, listing: &Listing, lang: Lang) -> Self {
        let mut notes = Vec::new();
        let (heads, rows): (Vec<String>, Vec<Vec<String>>) = match listing {
            Listing::Figures(rows) => {
                let has_targets = listing.has_targets(ledger);
                let status = has_targets.then_some(&Msg::FacetStatus);
                // Where statuses go, edition and method go with them.
                notes.extend(has_targets.then(|| proof::edition(data, lang)));
                let heads = HEADS.iter().chain(status);
                let heads = heads.map(|head| head.get(lang).to_owned()).collect();
                let figures = rows.iter().filter_map(|row| data.observation(*row));
                let figures = figures.map(|figure| {
                    let one = ledger.get(data, figure.row);
                    let status = one.map_or_else(String::new, |one| {
                        outcome::status(data, &one, &figure, lang)
                    });
                    let status = has_targets.then_some(status);
                    let cells = cells(data, &figure, lang).into_iter();
                    cells.chain(status).collect()
                });
                (heads, figures.collect())
            }
            Listing::Cells { heads, rows } => {
                let counts = |row: &Vec<String>| row.iter().map(|cell| counted(cell)).collect();
                (heads.clone(), rows.iter().map(counts).collect())
            }
        };
        Self::new(heads, rows).with_notes(notes)
    }

    /// A table of these heads and rows, each as long.
    #[must_use]
    pub fn new(heads: Vec<String>, rows: Vec<Vec<String>>) -> Self {
        Self {
            rows: std::iter::once(heads).chain(rows).collect(),
            notes: Vec::new(),
        }
    }

    /// The same with other lines under the table, where its format has room for them.
    #[must_use]
    pub fn with_notes(self, notes: Vec<String>) -> Self {
        Self { notes, ..self }
    }

    /// Comma-separated values (RFC 4180): lines end in CR and LF. Without notes, for which the format
    /// has no room.
    #[must_use]
    pub fn csv(&self) -> String {
        let quoted = |cell: &String| {
            let cell = inert(cell);
            if cell.contains([',', '"']) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell
            }
        };
        self.lines(",", "\r\n", &quoted)
    }

    /// A table of Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let cell = |cell: &String| flat(cell).replace('\\', "\\\\").replace('|', "\\|");
        let mut text = String::new();
        for (index, row) in self.rows.iter().enumerate() {
            let cells: Vec<String> = row.iter().map(cell).collect();
            // Writing to a string cannot fail.
            let _ = writeln!(text, "| {} |", cells.join(" | "));
            if index == 0 {
                let _ = writeln!(text, "|{}", " --- |".repeat(row.len()));
            }
        }
        for note in &self.notes {
            let _ = write!(text, "\n{}\n", flat(note));
        }
        text
    }

    fn lines(&self, between: &str, end: &str, cell: &dyn Fn(&String) -> String) -> String {
        let mut text = String::new();
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(cell).collect();
            text.push_str(&cells.join(between));
            text.push_str(end);
        }
        text
    }

    /// Tabs between the cells, a line a row: what spreadsheets take as cells.
    #[must_use]
    pub fn tsv(&self) -> String {
        let mut text = self.lines("\t", "\n", &|cell| inert(cell));
        for note in &self.notes {
            text.push_str(&inert(note));
            text.push('\n');
        }
        text
    }

    /// A table of HTML: what word processors take as one, and spreadsheets, which read its formulas too.
    #[must_use]
    pub fn html(&self) -> String {
        let mut text = String::from("<table>");
        for (index, row) in self.rows.iter().enumerate() {
            let tag = if index == 0 { "th" } else { "td" };
            text.push_str("<tr>");
            for cell in row {
                // Writing to a string cannot fail.
                let _ = write!(text, "<{tag}>{}</{tag}>", escaped(&inert(cell)));
            }
            text.push_str("</tr>");
        }
        text.push_str("</table>");
        for note in &self.notes {
            let _ = write!(text, "<p>{}</p>", escaped(&inert(note)));
        }
        text
    }
}

fn cells(data: &Dataset, figure: &Observation<'_>, lang: Lang) -> Vec<String> {
    let [value, upper, unit] = values(figure, lang);
    vec![
        figure.indicator.name.get(lang).to_owned(),
        figure.area.name.get(lang).to_owned(),
        period::of(figure, lang),
        label::kind(figure.kind).get(lang).to_owned(),
        figure::sign(figure.comparator).trim_end().to_owned(),
        value,
        upper,
        unit,
        label::document(data, figure.document, lang),
        figure.line.to_string(),
    ]
}

/// A figure's number, the upper end of its range, and their unit; or its statement.
fn values(figure: &Observation<'_>, lang: Lang) -> [String; 3] {
    let (Some(value), Some(unit)) = (figure.value, figure.unit) else {
        let statement = figure::parts(figure, lang).number;
        return [statement, String::new(), String::new()];
    };
    let upper = figure.value_high;
    let largest = upper.map_or(value.abs(), |upper| upper.abs().max(value.abs()));
    let (times, name) = number::scale(largest, unit, lang);
    let upper = upper.map(|upper| number::bare(upper * times));
    [number::bare(value * times), upper.unwrap_or_default(), name]
}

/// A cell of a listing: a count without the signs between its digits, or words.
fn counted(cell: &str) -> String {
    let digits = cell.replace(['\u{202f}', ','], "");
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        digits
    } else {
        cell.to_owned()
    }
}

/// The cell on one line, with the apostrophe that makes it text where a spreadsheet would take it for a
/// formula: it looks past spaces, quotes and what has no width, and takes the wide signs of East Asian
/// fonts for the narrow ones.
fn inert(cell: &str) -> String {
    let flat = flat(cell);
    let is_passed = |c: char| {
        c.is_whitespace() || matches!(c, '"' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
    };
    let begun = flat.trim_start_matches(is_passed);
    let is_formula = begun.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula && !is_amount(&flat) {
        return format!("'{flat}");
    }
    flat
}

/// Whether a cell is an amount: a number with its sign, and perhaps a unit, from which nothing can be worked
/// out. `+3个百分点` is, `-1+1` and `+A1` are not.
fn is_amount(cell: &str) -> bool {
    let rest = cell.trim_start_matches(['-', '+']);
    let is_plain = |c: char| !c.is_ascii_punctuation() || matches!(c, '.' | ',' | '%');
    rest.starts_with(|c: char| c.is_ascii_digit()) && rest.chars().all(is_plain)
}

/// The cell without the characters that part cells and rows.
pub(super) fn flat(cell: &str) -> String {
    cell.replace(char::is_control, " ")
}
