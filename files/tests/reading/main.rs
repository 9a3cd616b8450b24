//! A reader's own files: what is read of them as it was meant, what is refused, and that no file does harm.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

mod books;
mod cells;
mod files;
mod hostile;
mod made;
mod packages;
mod properties;
