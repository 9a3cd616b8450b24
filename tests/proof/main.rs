//! Proof cards: what a reader sees of each rule, in both languages; editions of a target; and where it
//! leads.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

mod cards;
mod editions;
mod figures;
mod forecast;
mod redone;
mod sample;
