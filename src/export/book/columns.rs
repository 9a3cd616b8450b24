//! What the columns of a sheet are called, and what their cells hold.

use crate::dataset::Lang;
use crate::text::{Msg, Out};

/// Words in Chinese and in English.
pub type Words = [&'static str; 2];

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words and codes.
    Text,
    /// Numbers.
    Number,
    /// Days, ISO 8601.
    Date,
    /// Addresses.
    Link,
}

impl Kind {
    /// The type by its name, as `guatu-files` reads it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Number => "number",
            Self::Date => "date",
            Self::Link => "link",
        }
    }
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name for programs.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    head: Words,
}

impl Column {
    /// Its head for readers.
    #[must_use]
    pub const fn head(&self, lang: Lang) -> &'static str {
        super::pick(self.head, lang)
    }
}

/// A column of words or codes.
pub(super) const fn text(name: &'static str, head: Words) -> Column {
    let kind = Kind::Text;
    Column { name, kind, head }
}

/// A column of numbers.
pub(super) const fn number(name: &'static str, head: Words) -> Column {
    let kind = Kind::Number;
    Column { name, kind, head }
}

/// A column of days.
pub(super) const fn date(name: &'static str, head: Words) -> Column {
    let kind = Kind::Date;
    Column { name, kind, head }
}

/// A column of addresses.
pub(super) const fn link(name: &'static str, head: Words) -> Column {
    let kind = Kind::Link;
    Column { name, kind, head }
}

/// The words of a message of the page.
pub(super) const fn msg(msg: Msg) -> Words {
    [msg.get(Lang::Zh), msg.get(Lang::En)]
}

/// The words of a message of what leaves the page.
pub(super) const fn out(out: Out) -> Words {
    [out.get(Lang::Zh), out.get(Lang::En)]
}
