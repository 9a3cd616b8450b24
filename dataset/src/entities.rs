//! What each table holds, with references as codes.

use std::rc::Rc;

use super::codes::{Changed, Direction, DocumentKind, Measure, Reason, RelationKind, Role, Stage};
use super::name::Name;
use super::period::Period;

/// The position of an entity in its table: areas, themes, periods … are counted from 0.
pub type Code = u16;

/// The position of a figure in its table, from 0.
pub type Row = u32;

/// An area.
#[derive(Debug, PartialEq)]
pub struct Area {
    /// The official code (GB/T 2260).
    pub code: Rc<str>,
    /// Its name.
    pub name: Name,
    /// The area that it is a part of.
    pub parent: Option<Code>,
}

/// A source.
#[derive(Debug, PartialEq)]
pub struct Document {
    /// The slug.
    pub id: Rc<str>,
    /// The area that it speaks of.
    pub area: Code,
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// Its title.
    pub title: Name,
    /// Who issued it.
    pub issuer: Rc<str>,
    /// Its official number, if it has one.
    pub number: Rc<str>,
    /// When it was delivered, ISO 8601; empty where not stated. Decides which of two is newer.
    pub delivered: Rc<str>,
    /// When it was published, ISO 8601; empty where not stated.
    pub published: Rc<str>,
    /// The time that it speaks of.
    pub covers: Period,
    /// The SHA-256 of its text, in hexadecimal digits.
    pub sha256: Rc<str>,
    /// How many runs of digits its text has.
    pub numerals: u32,
}

/// A theme.
#[derive(Debug, PartialEq)]
pub struct Theme {
    /// The slug.
    pub id: Rc<str>,
    /// Its name.
    pub name: Name,
}

/// A unit of measure.
#[derive(Debug, PartialEq)]
pub struct Unit {
    /// The slug.
    pub id: Rc<str>,
    /// Its name, empty in English for bare counts.
    pub name: Name,
    /// Units of one dimension convert into each other.
    pub dimension: Rc<str>,
    /// How many of the dimension's base unit one of these is.
    pub factor: f64,
}

/// What is measured.
#[derive(Debug, PartialEq)]
pub struct Indicator {
    /// The slug.
    pub id: Rc<str>,
    /// Its name.
    pub name: Name,
    /// Its theme.
    pub theme: Code,
    /// The unit that it is shown in.
    pub unit: Code,
    /// What sort of quantity it is.
    pub measure: Measure,
    /// Which way is better.
    pub direction: Direction,
    /// Whether it stands in a plan's main table or list of main objectives.
    pub headline: bool,
    /// Other names, as printed or as commonly said.
    pub aliases: Vec<Rc<str>>,
    /// The pinyin initials of its Chinese name.
    pub pinyin: Rc<str>,
    /// What it means, in our words.
    pub definition: Name,
    /// The indicator that it is a part of.
    pub part_of: Option<Code>,
}

/// A unit of government.
#[derive(Debug, PartialEq)]
pub struct Organisation {
    /// The slug.
    pub id: Rc<str>,
    /// Its name.
    pub name: Name,
    /// Other names: variants as printed, and the official one in full.
    pub aliases: Vec<Rc<str>>,
    /// The pinyin initials of its Chinese name.
    pub pinyin: Rc<str>,
    /// Whether it stands for several bodies, such as all subdistricts.
    pub is_group: bool,
}

/// A task of a plan.
#[derive(Debug, PartialEq)]
pub struct Task {
    /// The slug.
    pub id: Rc<str>,
    /// The document that sets it.
    pub document: Code,
    /// The line of the document's text that it begins in, from 1.
    pub line: u32,
    /// The number of the theme that it stands under, as printed.
    pub theme: u32,
    /// That theme in a word or two. Tasks of one document and number have the same.
    pub theme_name: Name,
    /// Its own number, as printed.
    pub number: u32,
    /// Its title.
    pub title: Name,
}

/// What a unit of government answers for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// One indicator of one area's plan.
    Indicator {
        /// The area.
        area: Code,
        /// The plan.
        plan: Code,
        /// The indicator.
        indicator: Code,
    },
    /// A task with all that belongs to it.
    Task(Code),
}

/// A unit's part in a subject, as one place prints it.
#[derive(Debug, PartialEq, Eq)]
pub struct Responsibility {
    /// What it answers for.
    pub subject: Subject,
    /// The unit of government.
    pub organisation: Code,
    /// Its part.
    pub role: Role,
    /// Its place among the units that are named there, from 1.
    pub order: u32,
    /// The document that prints it.
    pub document: Code,
    /// The line of the document's text, from 1.
    pub line: u32,
    /// The unit's name as printed there.
    pub as_printed: Rc<str>,
}

/// One printing of a named project.
#[derive(Debug, PartialEq)]
pub struct Project {
    /// The slug of the printing.
    pub id: Rc<str>,
    /// The project's name: printings of one project have the same.
    pub name: Name,
    /// Where it is.
    pub area: Code,
    /// The document that prints it.
    pub document: Code,
    /// The line of the document's text, from 1.
    pub line: u32,
    /// How far it has come, or shall come.
    pub stage: Stage,
    /// When it reaches its stage, where that is stated.
    pub period: Option<Period>,
    /// The fragment that carries it.
    pub as_printed: Rc<str>,
}

/// A term that a document explains.
#[derive(Debug, PartialEq)]
pub struct Term {
    /// The term.
    pub name: Name,
    /// The document that explains it.
    pub document: Code,
    /// The line of the document's text, from 1.
    pub line: u32,
    /// What it means, in our words.
    pub definition: Name,
}

/// A fragment of a text whose numerals measure nothing.
#[derive(Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// The document.
    pub document: Code,
    /// The line of the document's text, from 1.
    pub line: u32,
    /// The fragment.
    pub as_printed: Rc<str>,
    /// Why it is none.
    pub reason: Reason,
}

/// What an edition of the data has otherwise than the one that it was compared with.
#[derive(Debug, PartialEq, Eq)]
pub struct Change {
    /// The edition that has it so.
    pub edition: Rc<str>,
    /// The edition before, that has it otherwise.
    pub since: Rc<str>,
    /// What became of the figure.
    pub change: Changed,
    /// The id of the figure; empty where none is otherwise.
    pub observation: Rc<str>,
    /// The figure. None where the data no longer have it.
    pub row: Option<Row>,
    /// The column of a revised figure; empty otherwise.
    pub field: Rc<str>,
    /// What the column said before; may be empty.
    pub before: Rc<str>,
}

/// How two printings relate: `from` is `kind` `to`.
#[derive(Debug, PartialEq)]
pub struct Relation {
    /// The one.
    pub from: Row,
    /// The other.
    pub to: Row,
    /// How they relate.
    pub kind: RelationKind,
    /// Why.
    pub note: Name,
}
