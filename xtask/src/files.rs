//! The second program, `guatu-files`, which makes workbooks, JSON and archives: built beside the page, and
//! named in it by a link that no browser follows by itself.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::{hashed, project};

/// The package, and how the names of its files begin.
pub const NAME: &str = "guatu-files";

/// Builds the program into the folder of the site, and names it in `index.html`. `flags` are those of the
/// compiler.
///
/// # Errors
/// A tool fails, or the page is not of the form that is expected.
pub fn build(dist: &Path, flags: &OsStr) -> Result<PathBuf> {
    let program = compiled(flags)?;
    let [glue, wasm] = joined(&program)?;
    let glue = named(dist, &fs::read(&glue)?, ".js")?;
    let wasm = named(dist, &fs::read(&wasm)?, "_bg.wasm")?;
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).context("reading index.html")?;
    let page = linked(&page, &glue, &wasm)?;
    fs::write(&index, page).context("writing index.html")?;
    Ok(dist.join(wasm))
}

fn compiled(flags: &OsStr) -> Result<PathBuf> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let target = project::target()?;
    let mut cargo = project::program("cargo")?;
    cargo.args(["build", "--quiet", "--release", "--locked", "--offline"]);
    cargo.args(["--package", NAME, "--lib", "--target", TARGET]);
    cargo.arg("--target-dir").arg(&target);
    project::run(cargo.env("CARGO_ENCODED_RUSTFLAGS", flags))?;
    let file = NAME.replace('-', "_") + ".wasm";
    Ok(target.join(TARGET).join("release").join(file))
}

/// The glue and the WebAssembly, made small in the way of the page's program.
fn joined(program: &Path) -> Result<[PathBuf; 2]> {
    let folder = project::target()?.join(NAME);
    let mut bindgen = project::program("wasm-bindgen")?;
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", NAME]);
    project::run(bindgen.arg("--out-dir").arg(&folder).arg(program))?;
    let source = fs::read_to_string(project::root().join("index.html")).context("index.html")?;
    let (level, features) = optimisation(&source)?;
    let wasm = folder.join(NAME.to_owned() + "_bg.wasm");
    let small = folder.join(NAME.to_owned() + "_small.wasm");
    let mut opt = project::program("wasm-opt")?;
    opt.arg("-O".to_owned() + &level);
    opt.args(features.split_whitespace()).arg(&wasm);
    project::run(opt.arg("--output").arg(&small))?;
    Ok([folder.join(NAME.to_owned() + ".js"), small])
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

/// Writes a file under a name by what it holds.
fn named(dist: &Path, bytes: &[u8], ending: &str) -> Result<String> {
    let name = hashed::name(NAME, bytes, ending);
    fs::write(dist.join(&name), bytes).with_context(|| format!("writing {name}"))?;
    Ok(name)
}

/// The page with a link to the program after that to its own.
fn linked(page: &str, glue: &str, wasm: &str) -> Result<String> {
    let link = format!("\n<link rel=\"{NAME}\" href=\"./{glue}\" data-program=\"./{wasm}\">");
    let mut found = false;
    let handler = element!("link[rel=modulepreload]", |program| {
        found = true;
        program.after(&link, ContentType::Html);
        Ok(())
    });
    let page = rewrite_str(
        page,
        RewriteStrSettings::new().append_element_content_handler(handler),
    )?;
    ensure!(found, "index.html has no link to the program");
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_program_after_its_own() -> Result<()> {
        let page = "<head><link rel=\"modulepreload\" href=\"./a.js\"/></head>";
        let page = linked(page, "b.js", "b.wasm")?;
        let expected =
            "<link rel=\"guatu-files\" href=\"./b.js\" data-program=\"./b.wasm\"></head>";
        assert!(page.ends_with(expected), "{page}");
        assert!(linked("<head></head>", "b.js", "b.wasm").is_err());
        Ok(())
    }

    #[test]
    fn both_programs_are_optimised_alike() -> Result<()> {
        let page = fs::read_to_string(project::root().join("index.html"))?;
        let (level, features) = optimisation(&page)?;
        assert_eq!(level, "2");
        assert!(features.contains("--enable-bulk-memory"));
        assert!(optimisation("<link rel=\"rust\">").is_err());
        Ok(())
    }
}
