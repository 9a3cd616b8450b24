//! Questions to a [`Dataset`](crate::dataset::Dataset), answered with rows and codes; pure.
//!
//! Start at [`Filters`] (what is asked for) and [`Selection`] (which rows answer, and how many
//! would with each further choice). [`board`] arranges them as a wall chart, [`search`] matches words to indicators, [`sort`] orders a table by its [`column`]s;
//! [`documents`], [`sources`], [`relations`], [`listed`] and [`glossary`] are what the sources view shows, [`units`],
//! [`duties`] and [`charges`] who answers for what, [`execution`] what became of every target, [`strip`] how
//! many have each status, [`changes`] what became of figures since an earlier edition.
//!
//! This folder knows `dataset` and `assess`, and nothing else.

pub mod board;
pub mod changes;
pub mod charges;
pub mod column;
mod deck;
pub mod documents;
pub mod duties;
pub mod execution;
mod facet;
mod filter;
pub mod glossary;
pub mod listed;
pub mod relations;
pub mod same;
pub mod search;
mod select;
pub mod sort;
pub mod sources;
pub mod strip;
pub mod units;

pub use facet::{Facet, FacetIndex};
pub use filter::Filters;
pub use select::Selection;
