//! A package of the workspace, compiled for the page in the way of the page's own program.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::project;

/// Builds the library of a package: its glue and its WebAssembly, in a folder of its name. `flags` are those
/// of the compiler.
///
/// # Errors
/// A tool fails, or `index.html` is not of the form that is expected.
pub fn build(package: &str, flags: &OsStr) -> Result<[PathBuf; 2]> {
    let program = compiled(package, flags)?;
    joined(package, &program)
}

fn compiled(package: &str, flags: &OsStr) -> Result<PathBuf> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let target = project::target()?;
    let mut cargo = project::program("cargo")?;
    cargo.args(["build", "--quiet", "--release", "--locked", "--offline"]);
    cargo.args(["--package", package, "--lib", "--target", TARGET]);
    cargo.arg("--target-dir").arg(&target);
    project::run(cargo.env("CARGO_ENCODED_RUSTFLAGS", flags))?;
    let file = package.replace('-', "_") + ".wasm";
    Ok(target.join(TARGET).join("release").join(file))
}

/// The glue and the WebAssembly, made small.
fn joined(package: &str, program: &Path) -> Result<[PathBuf; 2]> {
    let folder = project::target()?.join(package);
    let mut bindgen = project::program("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", package]);
    project::run(bindgen.arg("--out-dir").arg(&folder).arg(program))?;
    let source = fs::read_to_string(project::root().join("index.html")).context("index.html")?;
    let (level, features) = optimisation(&source)?;
    let wasm = folder.join(package.to_owned() + "_bg.wasm");
    let small = folder.join(package.to_owned() + "_small.wasm");
    let mut opt = project::program("wasm-opt")?;
    opt.arg("-O".to_owned() + &level);
    opt.args(features.split_whitespace()).arg(&wasm);
    project::run(opt.arg("--output").arg(&small))?;
    Ok([folder.join(package.to_owned() + ".js"), small])
}

/// How the page's program is optimised, off the link by which Trunk builds it.
fn optimisation(page: &str) -> Result<(String, String)> {
    let mut found = None;
    let handler = element!("link[data-trunk][rel=rust]", |link| {
        let level = link.get_attribute("data-wasm-opt");
        found = level.zip(link.get_attribute("data-wasm-opt-params"));
        Ok(())
    });
    rewrite_str(
        page,
        RewriteStrSettings::new().append_element_content_handler(handler),
    )?;
    found.context("index.html does not say how the program is optimised")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_programs_are_optimised_alike() -> Result<()> {
        let page = fs::read_to_string(project::root().join("index.html"))?;
        let (level, features) = optimisation(&page)?;
        assert_eq!(level, "2");
        assert!(features.contains("--enable-bulk-memory"));
        assert!(optimisation("<link rel=\"rust\">").is_err());
        Ok(())
    }
}
