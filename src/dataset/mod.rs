//! The data package: CSV tables in, a checked and immutable [`Dataset`] out.
//!
//! Start at [`load`]: it reads the [`Tables`], checks every cell and every reference, and gives
//! either a [`Dataset`] or all the [`Fault`]s at once, each with file, row and column. What is in
//! a `Dataset` is therefore valid: later code looks codes up and never checks them again.
//!
//! This folder knows nothing of filters, screens or browsers.

mod cell;
mod codes;
mod entities;
mod fault;
mod load;
mod name;
mod observations;
mod period;
mod plan;
mod rows;
mod tables;

pub use codes::{
    Class, Comparator, Direction, DocumentKind, Kind, Measure, PeriodBasis, RelationKind, Role,
};
pub use entities::{
    Area, Code, Dataset, Document, Indicator, Organisation, Relation, Responsibility, Theme, Unit,
};
pub use fault::{Fault, Problem};
pub use load::load;
pub use name::{Lang, Name};
pub use observations::{Observation, Observations, Row};
pub use period::Period;
pub use plan::Plan;
pub use rows::{SCHEMAS, Schema};
pub use tables::Tables;
