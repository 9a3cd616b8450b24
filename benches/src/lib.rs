//! The benchmark's own part in Rust: the figures and the script of changes that every engine gets
//! ([`work`]) and the page's scan over them ([`Facets`]), for criterion natively and, as WebAssembly, for the
//! pages in `page/`; there also a whole data package and charts, by the page's own code.
//!
//! `docs/performance.md` says what is measured and how. The package in `browser/` drives a browser
//! through the pages.

mod facets;
mod random;
pub mod work;

#[cfg(target_arch = "wasm32")]
mod charts;
#[cfg(target_arch = "wasm32")]
mod package;
#[cfg(target_arch = "wasm32")]
mod page;

pub use facets::Facets;
pub use random::Random;
