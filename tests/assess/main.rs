//! The method: every rule, status and flag from small cases, its check values, and what must hold of any
//! case.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod cases;
mod flags;
mod forecast;
mod levels;
mod plans;
mod properties;
mod series;
mod sums;
mod thresholds;
