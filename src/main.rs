//! Mounts the explorer in the page.

#[cfg(target_arch = "wasm32")]
mod page {
    use guatu::{browser, ui};
    use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
    use web_sys::js_sys::Function;

    /// Called by the boot script (`src/boot/`) with the files of the data package, text by name, and a
    /// function that gives a promise of the second program, which makes files.
    #[wasm_bindgen]
    pub fn start(files: &JsValue, load: &Function) {
        browser::install_crash_page();
        browser::keep_given(files, load);
        if let Err(refused) = ui::mount(&browser::tables(files)) {
            // Nothing to show it in: the crash page says it.
            panic!("{refused}");
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    // The program waits for `start`: it comes without data.
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Guatu runs in a browser: `cargo xtask serve` builds it and says where it is.");
}
