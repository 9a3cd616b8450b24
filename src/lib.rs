//! Guatu.
pub mod dataset;
pub mod query;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod view;
