//! What leaves the page: a chart's sheet and its table as text, the name of a file, the code that
//! leads a reader of paper back to the view.
//!
//! Start at [`sheet`] for a chart, at [`book`] for figures. Everything here is plain text and plain
//! values, the same for the same view on every machine; `browser` saves, copies and prints it. This folder
//! knows no browser and draws nothing itself: `chart` does.

mod address;
mod book;
mod brief;
mod citation;
mod embed;
mod name;
mod qr;
mod report;
mod scope;
mod sheet;
mod table;

pub use address::site_address;
pub use book::{Column, Export, MOST, Sheet, book, figures, targets};
pub use brief::brief;
pub use citation::{Citation, Visit, of_figure as cite_figure, of_view as cite_view};
pub use embed::Embedding;
pub use name::{figures_name, file_name, report_name};
pub use qr::{QrCode, qr};
pub use report::{report, report_notes};
pub use scope::Scope;
pub use sheet::{paper_state, picture_ratio, shared_link, sheet};
pub use table::Table;
