//! The data package: CSV tables in, a checked and immutable [`Dataset`] out.
//!
//! Start at [`load`]: it reads the [`Tables`], checks every cell and every reference, and gives
//! either a [`Dataset`] or all the [`Fault`]s at once, each with file, row and column. What is in
//! a `Dataset` is therefore valid: later code looks codes up and never checks them again.
//!
//! This folder knows nothing of filters, screens or browsers.

mod cell;
mod codes;
mod columns;
mod decimal;
mod entities;
mod fault;
mod load;
mod name;
mod numbers;
mod observation;
mod period;
mod plan;
mod rows;
mod set;
mod tables;
mod texts;

pub use cell::FRAGMENT;
pub use codes::{
    Changed, Class, Comparator, Direction, DocumentKind, Kind, Measure, PeriodBasis, Reason,
    RelationKind, Role, Stage,
};
pub use columns::Observations;
pub use decimal::{DIGITS, decimal};
pub use entities::{
    Area, Change, Code, Document, Exclusion, Indicator, Organisation, Project, Relation,
    Responsibility, Row, Subject, Task, Term, Theme, Unit,
};
pub use fault::{Fault, Problem, Rule};
pub use load::{edition_of, load, titles_of};
pub use name::{Lang, Name};
pub use observation::Observation;
pub use period::Period;
pub use plan::Plan;
pub use rows::{SCHEMAS, Schema, files};
pub use set::Dataset;
pub use tables::Tables;
