//! Words: every message, number, unit and period in both languages.
//!
//! Start at [`Msg`], [`Out`] and [`Front`], the lists of fixed messages: an exhaustive `match` per language, so
//! that the compiler finds a missing one. [`number`] writes figures (万 and 亿 in Chinese, thousands and
//! millions in English), [`period`] writes times, [`figure`] a figure with comparator and unit,
//! [`label`] names choices and plans, [`filter`] tells what is filtered, [`source`] how a document
//! stands, [`table`] how a table is ordered, [`units`] who answers for what,
//! [`method`] and [`proof`] how a target stands and why, [`outcome`] what became of it, [`view`] what is open,
//! [`changes`] what an edition of the data has otherwise.
//!
//! This folder knows `dataset`, `assess`, `query` and `view`; charts and the page use it.

pub mod changes;
pub mod columns;
pub mod edition;
pub mod fault;
pub mod figure;
pub mod filter;
mod front;
pub mod label;
mod markup;
mod message;
pub mod method;
mod msg;
pub mod notice;
pub mod number;
mod out;
pub mod outcome;
mod own;
pub mod period;
pub mod proof;
pub mod source;
pub mod table;
pub mod units;
pub mod view;

pub use front::Front;
pub use markup::escaped;
pub use message::Message;
pub use msg::Msg;
pub use out::Out;
pub use own::Own;
