//! A chart's figures as a table for a spreadsheet or a document.

use std::fmt::Write as _;

use crate::dataset::{Dataset, Lang, Observation};
use crate::plot::Listing;
use crate::text::{Msg, figure, label, period, source};

/// A table of text: the heads of the columns, then the rows, each as long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    rows: Vec<Vec<String>>,
}

/// The columns. A sign and a unit of their own leave the number a number to a spreadsheet.
const HEADS: [Msg; 9] = [
    Msg::ColumnIndicator,
    Msg::ColumnArea,
    Msg::ColumnPeriod,
    Msg::ColumnKind,
    Msg::ColumnBound,
    Msg::ColumnValue,
    Msg::ColumnUnit,
    Msg::ColumnSource,
    Msg::ColumnLine,
];

impl Table {
    /// The table beside a chart.
    #[must_use]
    pub fn of(data: &Dataset, listing: &Listing, lang: Lang) -> Self {
        let (heads, rows) = match listing {
            Listing::Figures(rows) => {
                let heads = HEADS.iter().map(|head| head.get(lang).to_owned()).collect();
                let figures = rows.iter().filter_map(|row| data.observation(*row));
                let figures = figures.map(|figure| cells(data, &figure, lang));
                (heads, figures.collect())
            }
            Listing::Cells { heads, rows } => (heads.clone(), rows.clone()),
        };
        Self {
            rows: std::iter::once(heads).chain(rows).collect(),
        }
    }

    /// Tabs between the cells, a line a row: what spreadsheets take as cells.
    #[must_use]
    pub fn tsv(&self) -> String {
        let mut text = String::new();
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(|cell| flat(cell)).collect();
            text.push_str(&cells.join("\t"));
            text.push('\n');
        }
        text
    }

    /// A table of HTML: what word processors take as one.
    #[must_use]
    pub fn html(&self) -> String {
        let mut text = String::from("<table>");
        for (index, row) in self.rows.iter().enumerate() {
            let tag = if index == 0 { "th" } else { "td" };
            text.push_str("<tr>");
            for cell in row {
                // Writing to a string cannot fail.
                let _ = write!(text, "<{tag}>{}</{tag}>", escaped(cell));
            }
            text.push_str("</tr>");
        }
        text + "</table>"
    }
}

fn cells(data: &Dataset, figure: &Observation<'_>, lang: Lang) -> Vec<String> {
    let sign = figure::sign(figure.comparator);
    let figure::Figure { number, unit, .. } = figure::parts(figure, lang);
    let value = number.strip_prefix(sign).unwrap_or(&number);
    vec![
        figure.indicator.name.get(lang).to_owned(),
        figure.area.name.get(lang).to_owned(),
        period::of(figure, lang),
        label::kind(figure.kind).get(lang).to_owned(),
        sign.trim_end().to_owned(),
        // A spreadsheet reads no other minus sign.
        value.replace('−', "-"),
        unit,
        label::document(data, figure.document, lang),
        source::line(figure.line, lang),
    ]
}

/// The cell without the characters that part cells and rows.
fn flat(cell: &str) -> String {
    cell.replace(char::is_control, " ")
}

fn escaped(cell: &str) -> String {
    let cell = cell.replace('&', "&amp;");
    cell.replace('<', "&lt;").replace('>', "&gt;")
}
