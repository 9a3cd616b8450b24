//! A sheet as a table: each cell as the text that it means.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;

use quick_xml::events::BytesStart;

use super::Book;
use super::date;
use super::format::{Format, Formats, Shown};
use super::number::Number;
use super::strings::{string, unescaped};
use super::xml::{Xml, attribute, broken, is_set, name};
use crate::read::room::COLUMNS;
use crate::read::table::{Table, is_long};
use crate::read::{Refusal, Why};

/// How many rows a sheet has at most, and columns.
const ROWS: u64 = 1_048_576;
const LAST: u64 = 16_384;

/// Reads the part of a sheet into a table.
///
/// # Errors
/// When the sheet is read no further.
pub fn read(table: &mut Table<'_>, text: &str, book: &Book) -> Result<(), Refusal> {
    let mut xml = Xml::open(text, "worksheet")?;
    let mut hidden = Vec::new();
    while let Some(element) = xml.child()? {
        match name(&element) {
            "cols" => hidden = hidden_columns(&mut xml)?,
            "sheetData" => rows(table, &mut xml, book)?,
            "mergeCells" => merged(table, &mut xml)?,
            _ => xml.skip()?,
        }
    }
    table.hide_columns(&hidden);
    Ok(())
}

/// For each column that is read whether nobody sees it.
fn hidden_columns(xml: &mut Xml<'_>) -> Result<Vec<bool>, Refusal> {
    let mut hidden = vec![false; COLUMNS as usize];
    while let Some(element) = xml.child()? {
        if is_set(&element, "hidden")? {
            let end = |name| {
                let column = attribute(&element, name)?;
                let column = column.and_then(|column| column.parse().ok());
                column.ok_or_else(broken)
            };
            let (first, last): (usize, usize) = (end("min")?, end("max")?);
            let range = hidden.iter_mut().take(last).skip(first.saturating_sub(1));
            range.for_each(|column| *column = true);
        }
        xml.skip()?;
    }
    Ok(hidden)
}

fn rows(table: &mut Table<'_>, xml: &mut Xml<'_>, book: &Book) -> Result<(), Refusal> {
    let mut last = 0;
    while let Some(element) = xml.child()? {
        if name(&element) != "row" {
            xml.skip()?;
            continue;
        }
        let number = match attribute(&element, "r")? {
            Some(number) => number.parse().map_err(|_| broken().at(last + 1, 0))?,
            None => last + 1,
        };
        if number <= last || number > ROWS {
            return Err(broken().at(last + 1, 0));
        }
        last = number;
        let is_hidden = is_set(&element, "hidden")?;
        let cells = row(table, xml, book, number);
        let is_read = table.row(number, cells.map_err(|refusal| placed(refusal, number, 0))?)?;
        table.hidden().rows += u64::from(is_hidden && is_read);
    }
    Ok(())
}

/// The cells of a row, which stand in the order of their columns.
fn row(
    table: &mut Table<'_>,
    xml: &mut Xml<'_>,
    book: &Book,
    number: u64,
) -> Result<Vec<String>, Refusal> {
    let mut cells = Vec::new();
    let mut last = 0;
    while let Some(element) = xml.child()? {
        if name(&element) != "c" {
            xml.skip()?;
            continue;
        }
        let column = match attribute(&element, "r")? {
            Some(place) => match reference(&place) {
                Some((row, column)) if row == number => column,
                _ => return Err(broken().reading(&place)),
            },
            None => last + 1,
        };
        if column <= last {
            return Err(broken().at(number, column));
        }
        last = column;
        let held = Held::read(xml, &element);
        let text = held.and_then(|held| held.text(book));
        let text = match text.map_err(|refusal| placed(refusal, number, column)) {
            Ok(text) => text,
            Err(refusal) if refusal.why == Why::BrokenWorkbook => return Err(refusal),
            Err(refusal) => {
                table.refuse(refusal)?;
                continue;
            }
        };
        if text.is_empty() {
            continue;
        }
        if column > COLUMNS {
            return Err(Refusal::of(Why::TooManyColumns)
                .at(number, column)
                .reading(&text));
        }
        let before = usize::try_from(column - 1).map_err(|_| broken())?;
        cells.resize(before, String::new());
        cells.push(text);
    }
    Ok(cells)
}

/// A refusal at a place, where it does not know one.
fn placed(refusal: Refusal, row: u64, column: u64) -> Refusal {
    match refusal.row {
        0 => refusal.at(row, column),
        _ => refusal,
    }
}

/// What a cell holds.
struct Held<'a> {
    kind: Cow<'a, str>,
    style: Option<Cow<'a, str>>,
    value: Option<String>,
    inline: Option<String>,
    is_formula: bool,
}

impl<'a> Held<'a> {
    fn read(xml: &mut Xml<'_>, cell: &'a BytesStart<'_>) -> Result<Self, Refusal> {
        let mut held = Self {
            kind: attribute(cell, "t")?.unwrap_or(Cow::Borrowed("n")),
            style: attribute(cell, "s")?,
            value: None,
            inline: None,
            is_formula: false,
        };
        while let Some(element) = xml.child()? {
            match name(&element) {
                "v" => held.value = Some(xml.text()?),
                "is" => held.inline = Some(string(xml)?),
                "f" => {
                    held.is_formula = true;
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
        Ok(held)
    }

    /// The text that the cell means; empty where it holds nothing.
    fn text(self, book: &Book) -> Result<String, Refusal> {
        let formats = book
            .styles
            .formats(self.style.as_deref())
            .ok_or_else(broken)?;
        let has_value = self.value.is_some();
        let value = self.value.unwrap_or_default();
        // A text may be empty; a number that is was not worked out.
        let is_missing = !has_value || value.is_empty() && self.kind != "str";
        if self.is_formula && (is_missing || book.is_stale) {
            return Err(Refusal::of(Why::FormulaWithoutValue).reading(&value));
        }
        if let ("inlineStr", Some(text)) = (&*self.kind, self.inline) {
            return Ok(text);
        }
        if value.is_empty() {
            return Ok(value);
        }
        match (&*self.kind, value.as_str()) {
            ("s", place) => {
                let text = place.parse().ok().and_then(|place| book.strings.get(place));
                match text {
                    Some(text) if is_long(text) => Err(Refusal::of(Why::CellTooLong).reading(text)),
                    Some(text) => Ok(text.to_owned()),
                    None => Err(broken().reading(place)),
                }
            }
            ("str" | "inlineStr", text) => Ok(unescaped(text)),
            ("n", number) => self::number(number.trim(), formats, book),
            ("b", "1" | "true") => Ok("TRUE".to_owned()),
            ("b", "0" | "false") => Ok("FALSE".to_owned()),
            ("e", error) => Err(Refusal::of(Why::FormulaError).reading(error)),
            ("d", date) => {
                let shown = match formats.at(Ordering::Greater) {
                    Format::Date(shown) => Some(shown),
                    Format::Number => Some(Shown::Day),
                    _ => None,
                };
                let text = shown.and_then(|shown| date::text(date, shown));
                text.ok_or_else(|| Refusal::of(Why::UnclearDate).reading(date))
            }
            _ => Err(broken().reading(&value)),
        }
    }
}

/// A number as it is shown, with all its digits.
fn number(text: &str, formats: Formats, book: &Book) -> Result<String, Refusal> {
    let unclear = |why: Why| Refusal::of(why).reading(text);
    let number = Number::read(text).ok_or_else(|| unclear(Why::UnclearNumber))?;
    match formats.at(number.sign()) {
        Format::Number => Ok(number.to_string()),
        Format::Percent => Ok(format!("{}%", number.hundredfold())),
        Format::PercentSign => Ok(format!("{number}%")),
        Format::Date(shown) => {
            let day = date::day(&number, book.epoch, shown);
            day.ok_or_else(|| unclear(Why::UnclearDate))
        }
        Format::UnclearDate => Err(unclear(Why::UnclearDate)),
        Format::Unclear => Err(unclear(Why::UnclearNumber)),
    }
}

/// Refuses cells that are merged over several rows: only the first has the text, and for the others nobody
/// says whether it holds. A head that is merged over columns stands in the first.
fn merged(table: &mut Table<'_>, xml: &mut Xml<'_>) -> Result<(), Refusal> {
    while let Some(element) = xml.child()? {
        let range = attribute(&element, "ref")?.ok_or_else(broken)?;
        let ends = range.split_once(':').unwrap_or((&range, &range));
        let ends = reference(ends.0).zip(reference(ends.1));
        let ((row, column), (last, _)) = ends.ok_or_else(|| broken().reading(&range))?;
        if last > row && !table.cell(row, column).is_empty() {
            let refusal = Refusal::of(Why::MergedCells).at(row, column);
            table.refuse(refusal.reading(&range))?;
        }
        xml.skip()?;
    }
    Ok(())
}

/// The row and the column of a reference such as `AB12`.
fn reference(text: &str) -> Option<(u64, u64)> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let (letters, digits) = text.split_at_checked(letters)?;
    if letters.len() > 3 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let value = |letter: u8| u64::from(letter - b'A') + 1;
    let column = letters
        .bytes()
        .fold(0, |sum, letter| sum * 26 + value(letter));
    let row = digits.parse().ok()?;
    let is_in = |number, range: Range<u64>| range.contains(&number);
    (is_in(row, 1..ROWS + 1) && is_in(column, 1..LAST + 1)).then_some((row, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_names_a_row_and_a_column() {
        assert_eq!(reference("A1"), Some((1, 1)));
        assert_eq!(reference("Z9"), Some((9, 26)));
        assert_eq!(reference("AA10"), Some((10, 27)));
        assert_eq!(reference("XFD1048576"), Some((1_048_576, 16_384)));
        for none in [
            "", "A", "1", "XFE1", "A1048577", "A0", "a1", "$A$1", "AAAA1", "A1B", "挂1",
        ] {
            assert_eq!(reference(none), None, "{none}");
        }
    }
}
