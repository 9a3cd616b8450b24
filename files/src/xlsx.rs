//! A book as a workbook of Office Open XML: a sheet of each of its own, and one of the facts behind them.
//!
//! Words are written as words whatever they begin with, so nothing in a workbook is a formula.

use percent_encoding::percent_decode_str;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Url,
    Workbook, Worksheet, XlsxError,
};

use crate::form::form;
use crate::{Book, Error, Fact, Kind, Sheet};

/// What a cell holds at most, in characters.
const LONGEST: usize = 32_000;

/// How many links a sheet may have, and how long each may be, in characters; further ones are words.
const LINKS: u32 = 60_000;
const LONGEST_LINK: usize = 2000;

/// The narrowest and the widest column, in digits.
const NARROWEST: usize = 6;
const WIDEST: usize = 44;

/// How many rows the width of a column is taken from: of very many the first tell it.
const MEASURED: usize = 2000;

/// Writes a book as a workbook.
///
/// # Errors
/// When a sheet has more rows than a workbook takes (1,048,575), or a label is no name of a sheet.
pub fn xlsx(book: &Book<'_>) -> Result<Vec<u8>, Error> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title(book.fact("title"))
        // The same view gives the same bytes, whenever it is saved.
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&properties);
    let mut writer = Writer::default();
    for sheet in &book.sheets {
        let to = workbook.add_worksheet();
        if sheet.is_form {
            form(to, sheet)?;
        } else {
            writer.sheet(to, sheet)?;
        }
    }
    writer.facts(workbook.add_worksheet(), book)?;
    Ok(workbook.save_to_buffer()?)
}

/// The formats of cells, and how many links the open sheet has.
struct Writer {
    head: Format,
    /// Numbers by how many decimals they are printed with.
    numbers: [Format; 7],
    date: Format,
    links: u32,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00EE_F1F5))
                .set_border_bottom(FormatBorder::Thin),
            numbers: ["0", "0.0", "0.00", "0.000", "0.0000", "0.00000", "0.000000"]
                .map(|format| Format::new().set_num_format(format)),
            date: Format::new().set_num_format("yyyy-mm-dd"),
            links: 0,
        }
    }
}

impl Writer {
    /// A table: heads that stay in sight and filter, a width for each column, links and numbers as such.
    fn sheet(&mut self, to: &mut Worksheet, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
        to.set_name(sheet.label)?;
        self.links = 0;
        for (at, column) in (0_u16..).zip(&sheet.columns) {
            to.write_string_with_format(0, at, column.label, &self.head)?;
            let cells = sheet.rows.iter().take(MEASURED);
            let cells = cells.filter_map(|row| row.get(usize::from(at)).copied());
            // A head has the mark of its filter beside it.
            let widest = cells.map(width).max().unwrap_or_default();
            let widest = widest.max(width(column.label) + 2);
            to.set_column_width(at, widest.clamp(NARROWEST, WIDEST) as f64 + 1.5)?;
        }
        for (line, row) in (1_u32..).zip(&sheet.rows) {
            for ((at, column), cell) in (0_u16..).zip(&sheet.columns).zip(row) {
                self.cell(to, (line, at), column.kind, cell)?;
            }
        }
        let last = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        let widest = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX);
        to.autofilter(0, 0, last, widest.saturating_sub(1))?;
        to.set_freeze_panes(1, 1)?;
        // Years and codes are no numbers, though they have digits alone.
        let right = widest.saturating_sub(1);
        to.ignore_error_range(0, 0, last, right, IgnoreError::NumberStoredAsText)?;
        to.set_landscape().set_print_fit_to_pages(1, 0);
        to.set_repeat_rows(0, 0)?;
        Ok(())
    }

    /// What is true of the whole book, a line each.
    fn facts(&mut self, to: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
        to.set_name(book.label)?;
        self.links = 0;
        let widest = book.facts.iter().map(|fact| width(fact.label)).max();
        to.set_column_width(0, widest.unwrap_or_default() as f64 + 2.0)?;
        to.set_column_width(1, 2.0 * WIDEST as f64)?;
        let wrapped = Format::new()
            .set_text_wrap()
            .set_align(FormatAlign::Left)
            .set_align(FormatAlign::Top);
        to.set_column_format(1, &wrapped)?;
        for (line, fact) in (0_u32..).zip(&book.facts) {
            let Fact {
                label, kind, value, ..
            } = fact;
            to.write_string_with_format(line, 0, *label, &self.head)?;
            match kind {
                Kind::Text => {
                    to.write_string_with_format(line, 1, shortened(value), &wrapped)?;
                }
                Kind::Number | Kind::Date | Kind::Link => self.cell(to, (line, 1), *kind, value)?,
            }
        }
        Ok(())
    }

    fn cell(
        &mut self,
        to: &mut Worksheet,
        (line, at): (u32, u16),
        kind: Kind,
        cell: &str,
    ) -> Result<(), XlsxError> {
        if cell.is_empty() {
            return Ok(());
        }
        let number = cell.parse().ok();
        let number = number.filter(|number: &f64| number.is_finite() && kind == Kind::Number);
        if let Some(number) = number {
            let decimals = cell.split_once('.').map_or(0, |(_, after)| after.len());
            let most = self.numbers.len() - 1;
            if let Some(format) = self.numbers.get(decimals.min(most)) {
                to.write_number_with_format(line, at, number, format)?;
            }
            return Ok(());
        }
        if kind == Kind::Date
            && let Ok(date) = ExcelDateTime::parse_from_str(cell)
        {
            to.write_datetime_with_format(line, at, date, &self.date)?;
            return Ok(());
        }
        let is_web = cell.starts_with("http://") || cell.starts_with("https://");
        if kind == Kind::Link && is_web && self.links < LINKS && cell.len() <= LONGEST_LINK {
            self.links += 1;
            to.write_url(line, at, Url::new(unescaped(cell)).set_text(cell))?;
        } else {
            to.write_string(line, at, shortened(cell))?;
        }
        Ok(())
    }
}

/// An address as the library takes it, which escapes what stands before `#` itself.
fn unescaped(address: &str) -> String {
    let (page, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
    let page = percent_decode_str(page).decode_utf8();
    page.map_or_else(|_| address.to_owned(), |page| [&*page, fragment].concat())
}

/// How wide a text is, in digits: a Chinese character has the width of two.
pub(crate) fn width(text: &str) -> usize {
    text.chars()
        .map(|c| if c < '\u{1100}' { 1 } else { 2 })
        .sum()
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use roxmltree::{Document, Node};
    use zip::ZipArchive;

    use super::*;
    use crate::Column;

    fn book(rows: Vec<Vec<&str>>) -> Book<'_> {
        let column = |name, kind| Column {
            name,
            label: name,
            kind,
            choices: Vec::new(),
        };
        let fact = |name, kind, value| Fact {
            name,
            label: name,
            kind,
            value,
        };
        let columns = vec![
            column("words", Kind::Text),
            column("number", Kind::Number),
            column("link", Kind::Link),
            column("day", Kind::Date),
        ];
        Book {
            label: "About",
            facts: vec![
                fact("title", Kind::Text, "=1+1"),
                fact("count", Kind::Number, "3"),
            ],
            sheets: vec![Sheet {
                name: "figures",
                label: "数据",
                is_form: false,
                columns,
                rows,
            }],
        }
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut text = String::new();
        let mut file = archive.by_name(name).expect(name);
        file.read_to_string(&mut text).expect("text");
        text
    }

    fn cells<'a>(sheet: &'a Document<'_>) -> Vec<Node<'a, 'a>> {
        let cells = sheet.descendants().filter(|node| node.has_tag_name("c"));
        cells.collect()
    }

    #[test]
    fn numbers_are_numbers_and_words_are_words_whatever_they_begin_with() {
        let long = "a".repeat(40_000);
        let rows = vec![
            vec![
                "=HYPERLINK(\"x\")",
                "-1.50",
                "https://example.org/#/board",
                "2022-04-29",
            ],
            vec!["2020", "全覆盖", "javascript:alert(1)", "soon"],
            vec![&long, "1e999", "", ""],
        ];
        let bytes = xlsx(&book(rows)).expect("a workbook");
        let text = part(&bytes, "xl/worksheets/sheet1.xml");
        let sheet = Document::parse(&text).expect("XML");
        assert!(!sheet.descendants().any(|node| node.has_tag_name("f")));
        let typed: Vec<_> = cells(&sheet)
            .iter()
            .map(|cell| {
                (
                    cell.attribute("r").expect("a place").to_owned(),
                    cell.attribute("t"),
                )
            })
            .collect();
        let numbers = typed.iter().filter(|(_, kind)| kind.is_none());
        assert_eq!(
            numbers.map(|(at, _)| &**at).collect::<Vec<_>>(),
            ["B2", "D2"]
        );
        let links = sheet.descendants().filter(|n| n.has_tag_name("hyperlink"));
        assert_eq!(links.count(), 1);
        assert!(text.contains("<v>-1.5</v>"), "{text}");
        // The days since 1899-12-30.
        assert!(text.contains("<v>44680</v>"), "{text}");
        let about = part(&bytes, "xl/worksheets/sheet2.xml");
        assert!(
            !about.contains("<f>") && about.contains("<v>3</v>"),
            "{about}"
        );
    }

    #[test]
    fn a_link_leads_where_it_says_whatever_letters_its_path_has() {
        let said = "https://example.org/%E6%8C%82%E5%9B%BE/a%20b/#/table?q=%E6%A1%A5";
        let bytes = xlsx(&book(vec![vec!["", "", said, ""]])).expect("a workbook");
        let links = part(&bytes, "xl/worksheets/_rels/sheet1.xml.rels");
        let links = Document::parse(&links).expect("XML");
        let targets = links
            .descendants()
            .filter_map(|node| node.attribute("Target"));
        // The fragment stands beside the address.
        assert_eq!(
            targets.collect::<Vec<_>>(),
            ["https://example.org/挂图/a%20b/"]
        );
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        assert!(
            sheet.contains("location=\"/table?q=%E6%A1%A5\"")
                || sheet.contains("#/table?q=%E6%A1%A5"),
            "{sheet}"
        );
        let words = part(&bytes, "xl/sharedStrings.xml");
        assert!(words.contains(said), "{words}");
    }

    #[test]
    fn the_same_book_has_the_same_bytes() {
        let bytes = || xlsx(&book(vec![vec!["武昌区", "1.0", "", ""]])).expect("a workbook");
        assert_eq!(bytes(), bytes());
        assert!(part(&bytes(), "docProps/core.xml").contains("2000-01-01T00:00:00Z"));
    }
}
