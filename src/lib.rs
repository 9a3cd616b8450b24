//! Guatu (挂图): a district's plan on one wall chart.
//!
//! The way of a figure, from left to right; a folder knows only those to its left:
//!
//! | folder | from | to |
//! | --- | --- | --- |
//! | [`dataset`], a package of its own | the CSV tables of `data/` | a checked, immutable `Dataset` |
//! | [`assess`] | a target and its outcomes | its status, with rule, numbers and flags |
//! | [`query`] | a `Dataset` and filters | rows, counts, the board's cards |
//! | [`view`] | a link, or what the reader did | the `ViewState`, and its link again |
//! | [`text`] | figures, periods, notices | words in Chinese and English |
//! | [`front`] | a `Dataset` | what the page says before its program, as HTML |
//! | [`intake`] | what was read of a reader's own files | a package of our form, or every fault with its place |
//! | [`chart`] | plain values | a drawing on any plotters backend, and a hit map |
//! | [`plot`] | rows and the state | the values that a chart draws, its sentence and table |
//! | [`export`] | a plot, a link | what leaves the page: sheets, tables, QR codes |
//! | `browser` | calls of the page | web-sys and gloo, each call a `Result` |
//! | `ui` | all of these | the page, in Yew components |
//!
//! `chart` takes plain values and knows of these only how `text` writes digits. `browser` and `ui`
//! exist for WebAssembly alone; everything else builds and is tested natively. The test `architecture.rs` reads
//! every `use` and fails on a wrong arrow.

pub mod assess;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod chart;
pub mod export;
pub mod front;
pub mod intake;
pub mod plot;
pub mod query;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod view;

pub use guatu_dataset as dataset;
use guatu_scan::order;
