//! Files that need much code and are seldom asked for: a workbook, JSON, the data package as ZIP, and a single
//! file with other data.
//!
//! This is a program of its own, which the page fetches or inflates with the first file that a reader asks
//! for, so that the page itself stays small. It knows nothing of targets and districts: the page hands it
//! a [`Book`] of sheets as text, and gets bytes. The same book gives the same bytes on every machine: the
//! time in the files is a fixed one.
//!
//! Start at [`Book::read`], which tells the form of the text. [`xlsx`], [`json`] and [`zip`] make the files;
//! [`single`] and [`child`] make a whole page, for the build and for the page itself; [`read()`] takes a reader's
//! own files apart; the page's side, for WebAssembly alone, is `page`.

mod book;
mod form;
mod initials;
mod json;
mod package;
#[cfg(target_arch = "wasm32")]
mod page;
mod policy;
mod read;
mod single;
mod xlsx;

pub use book::{Book, Column, Fact, Kind, Sheet};
pub use initials::initials;
pub use json::json;
pub use package::{data, zip};
pub use policy::hash;
#[cfg(not(target_arch = "wasm32"))]
pub use read::gb18030;
pub use read::{Grid, Hidden, Line, Reading, Refusal, Text, Why, read};
pub use single::{DATA, FORM, Place, child, single};
pub use xlsx::xlsx;

/// Why a file was not made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The text is not that of a book.
    #[error("not a book: {0}")]
    Book(&'static str),
    /// The workbook cannot hold it: more rows than a sheet has, for one.
    #[error("no workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The archive cannot hold it.
    #[error("no archive: {0}")]
    Archive(#[from] ::zip::result::ZipError),
    /// Bytes could not be packed.
    #[error("not packed: {0}")]
    Packed(#[from] std::io::Error),
    /// The page is not one of which another can be made.
    #[error("no page: it lacks {0}")]
    Page(String),
}
