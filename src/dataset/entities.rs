//! What each table holds, with references as codes.

use std::rc::Rc;

use super::codes::{Direction, DocumentKind, Measure, RelationKind, Role};
use super::name::Name;

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
    /// Variants of the name, as printed.
    pub aliases: Vec<Rc<str>>,
}

/// A unit's part in one indicator of one area's plan.
#[derive(Debug, PartialEq, Eq)]
pub struct Responsibility {
    /// The area.
    pub area: Code,
    /// The plan.
    pub plan: Code,
    /// The indicator.
    pub indicator: Code,
    /// The unit of government.
    pub organisation: Code,
    /// Its part.
    pub role: Role,
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
