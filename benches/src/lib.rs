//! The benchmark's own part in Rust: the figures and the script of changes that every engine gets
//! ([`work`]), and what the page's program does with them ([`Facets`]), for criterion natively and,
//! as WebAssembly, for the pages in `page/`.
//!
//! `docs/performance.md` says what is measured and how. The package in `browser/` drives a browser
//! through the pages.

mod facets;
mod open;
pub mod work;

#[cfg(target_arch = "wasm32")]
mod charts;
#[cfg(target_arch = "wasm32")]
mod page;

pub use facets::Facets;
pub use open::{Opened, as_csv, open};
