//! A reader's own figures: from the grids of their files to a package of our form, with every fault at its place.
//!
//! The second program reads files (`guatu-files`); this folder says what their cells mean. Start at [`Own::read`], which
//! takes what was read, and [`open`], which puts it beside or in the place of the published tables: columns are found by
//! code or name ([`head`]), cells are brought into the form of the tables ([`value`]), what is named is found ([`names`]), what
//! can be derived is ([`fill`]), tables are joined ([`merge`]) and checked by [`dataset::load`](crate::dataset::load), the rules that
//! every package keeps. What is not understood is refused with its place; nothing is guessed.
//!
//! This folder knows `dataset`, `query`, `assess` and the names of columns in `text`, and no browser.

mod added;
mod allowed;
mod beside;
mod common;
mod compare;
mod describe;
mod examples;
mod facts;
mod figures;
mod fill;
mod finding;
mod fixed;
mod frame;
mod gather;
mod grid;
mod head;
mod hint;
mod measures;
mod merge;
mod names;
mod near;
mod package;
mod placed;
mod printed;
mod refused;
mod rename;
mod rest;
mod template;
mod value;
mod words;

pub use compare::{Preview, StatusChange, changed_columns, compared, own_rows};
pub use finding::{Entry, Finding, Hidden, Place, Run, What};
pub use grid::Own;
pub use package::{Base, Mode, Opened, open};
pub use rename::{day, is_day, renamed, retitled};
pub use template::template;
pub use words::{Told, told};
