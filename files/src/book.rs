//! A book of sheets, and the text by which it is handed over.

use crate::Error;

/// Ends a cell. These three are the separators that ASCII has for this; no cell holds one.
pub(crate) const CELL: char = '\u{1f}';
/// Ends a row.
pub(crate) const ROW: char = '\u{1e}';
/// Ends a sheet.
pub(crate) const SHEET: char = '\u{1d}';

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Numbers, written with a point and no other sign but a minus.
    Number,
    /// Days, ISO 8601.
    Date,
    /// Addresses.
    Link,
}

impl Kind {
    fn read(code: &str) -> Result<Self, Error> {
        match code {
            "string" => Ok(Self::Text),
            "number" => Ok(Self::Number),
            "date" => Ok(Self::Date),
            "link" => Ok(Self::Link),
            _ => Err(Error::Book("an unknown type")),
        }
    }

    /// The type by its name in Table Schema; an address is a string there.
    #[must_use]
    pub const fn schema(self) -> &'static str {
        match self {
            Self::Text | Self::Link => "string",
            Self::Number => "number",
            Self::Date => "date",
        }
    }
}

/// What is true of the whole book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact<'a> {
    /// Its name for programs.
    pub name: &'a str,
    /// Its name for readers.
    pub label: &'a str,
    /// What it is.
    pub kind: Kind,
    /// What is true; empty where nothing is known.
    pub value: &'a str,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column<'a> {
    /// Its name for programs.
    pub name: &'a str,
    /// Its head for readers.
    pub label: &'a str,
    /// What its cells hold.
    pub kind: Kind,
    /// What a reader may write in it; empty where that is anything. Only of forms.
    pub choices: Vec<&'a str>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet<'a> {
    /// Its name for programs.
    pub name: &'a str,
    /// Its name for readers.
    pub label: &'a str,
    /// Whether a reader fills it in: its rows explain and show examples.
    pub is_form: bool,
    /// Its columns.
    pub columns: Vec<Column<'a>>,
    /// Its rows, each with a cell for every column; an empty cell holds nothing.
    pub rows: Vec<Vec<&'a str>>,
}

/// Sheets, and what is true of all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book<'a> {
    /// What the list of facts is called.
    pub label: &'a str,
    /// The facts.
    pub facts: Vec<Fact<'a>>,
    /// The sheets.
    pub sheets: Vec<Sheet<'a>>,
}

impl<'a> Book<'a> {
    /// Reads a book. U+001F ends a cell, U+001E a row and U+001D a sheet. The first sheet has the facts: a
    /// row with its label, then a row a fact: name, label, type, value. Each other one has a row with
    /// its name and label, and `form` where a reader fills it in, a row a column (name, label, type, what may be
    /// chosen), an empty row, and its rows.
    ///
    /// # Errors
    /// When the text is of another form.
    pub fn read(text: &'a str) -> Result<Self, Error> {
        let mut sheets = ended(text, SHEET)?.into_iter();
        let facts = sheets.next().ok_or(Error::Book("no facts"))?;
        let mut facts = rows(facts)?.into_iter();
        let head = facts.next().unwrap_or_default();
        let [label] = *head else {
            return Err(Error::Book("no label of the facts"));
        };
        Ok(Self {
            label,
            facts: facts.map(|row| fact(&row)).collect::<Result<_, _>>()?,
            sheets: sheets.map(sheet).collect::<Result<_, _>>()?,
        })
    }

    /// A fact by its name; empty where there is none.
    #[must_use]
    pub fn fact(&self, name: &str) -> &'a str {
        let found = self.facts.iter().find(|fact| fact.name == name);
        found.map_or("", |fact| fact.value)
    }
}

fn fact<'a>(row: &[&'a str]) -> Result<Fact<'a>, Error> {
    let [name, label, kind, value] = *row else {
        return Err(Error::Book("a fact has four cells"));
    };
    let kind = Kind::read(kind)?;
    Ok(Fact {
        name,
        label,
        kind,
        value,
    })
}

fn sheet(text: &str) -> Result<Sheet<'_>, Error> {
    let mut all = rows(text)?.into_iter();
    let (Some(head), mut columns) = (all.next(), Vec::new()) else {
        return Err(Error::Book("a sheet has a name"));
    };
    let (name, label, is_form) = match *head {
        [name, label] => (name, label, false),
        [name, label, "form"] => (name, label, true),
        _ => return Err(Error::Book("a sheet has a name and a label")),
    };
    for row in all.by_ref().take_while(|row| !row.is_empty()) {
        let [name, label, kind, ref choices @ ..] = *row else {
            return Err(Error::Book("a column has a name, a label and a type"));
        };
        columns.push(Column {
            name,
            label,
            kind: Kind::read(kind)?,
            choices: choices.to_vec(),
        });
    }
    let rows: Vec<Vec<&str>> = all.collect();
    if rows.iter().any(|row| row.len() != columns.len()) {
        return Err(Error::Book("a row has a cell for each column"));
    }
    Ok(Sheet {
        name,
        label,
        is_form,
        columns,
        rows,
    })
}

fn rows(sheet: &str) -> Result<Vec<Vec<&str>>, Error> {
    let rows = ended(sheet, ROW)?.into_iter();
    rows.map(|row| ended(row, CELL)).collect()
}

/// The parts of a text that each end with a sign.
fn ended(text: &str, sign: char) -> Result<Vec<&str>, Error> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let whole = text.strip_suffix(sign);
    let whole = whole.ok_or(Error::Book("it ends in the middle"))?;
    Ok(whole.split(sign).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_is_read_as_it_was_written() {
        let text = "About\u{1f}\u{1e}title\u{1f}Title\u{1f}string\u{1f}挂图\u{1f}\u{1e}\u{1d}\
            figures\u{1f}Figures\u{1f}\u{1e}value\u{1f}Value\u{1f}number\u{1f}\u{1e}\u{1e}\
            1.50\u{1f}\u{1e}\u{1f}\u{1e}\u{1d}";
        let book = Book::read(text).expect("a book");
        assert_eq!((book.label, book.fact("title")), ("About", "挂图"));
        let [sheet] = &book.sheets[..] else {
            panic!("one sheet: {book:?}");
        };
        assert_eq!((sheet.name, sheet.label), ("figures", "Figures"));
        assert_eq!(sheet.columns[0].kind, Kind::Number);
        assert_eq!(sheet.rows, [["1.50"], [""]]);
    }

    #[test]
    fn what_is_no_book_is_refused() {
        for text in [
            "",
            "About",
            "\u{1d}",
            "About\u{1f}\u{1e}title\u{1f}\u{1e}\u{1d}",
            "About\u{1f}\u{1e}\u{1d}figures\u{1f}Figures\u{1f}\u{1e}\u{1e}1\u{1f}\u{1e}\u{1d}",
            "About\u{1f}\u{1e}\u{1d}a\u{1f}A\u{1f}\u{1e}b\u{1f}B\u{1f}day\u{1f}\u{1e}\u{1d}",
        ] {
            assert!(Book::read(text).is_err(), "{text:?}");
        }
    }
}
