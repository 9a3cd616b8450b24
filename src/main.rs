//! Mounts the explorer in the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    if let Err(refused) = guatu::ui::mount() {
        // Nothing to show it in: the crash page says it.
        panic!("{refused}");
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Guatu runs in a browser: `cargo xtask serve` builds it and says where it is.");
}
