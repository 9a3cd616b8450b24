//! Mounts the explorer in the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    guatu::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Guatu runs in a browser: `cargo xtask serve` builds it and says where it is.");
}
