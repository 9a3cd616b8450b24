//! Guatu.
pub mod dataset;
#[cfg(target_arch = "wasm32")]
pub mod ui;
