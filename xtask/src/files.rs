//! The second program, `guatu-files`, which makes workbooks, JSON and archives: built beside the page, and
//! named in it by a link that no browser follows by itself.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::{hashed, wasm};

/// The package, and how the names of its files begin.
pub const NAME: &str = "guatu-files";

/// Builds the program into the folder of the site, and names it in `index.html`. `flags` are those of the
/// compiler.
///
/// # Errors
/// A tool fails, or the page is not of the form that is expected.
pub fn build(dist: &Path, flags: &OsStr) -> Result<PathBuf> {
    let [glue, program] = wasm::library(NAME, flags)?;
    let glue = named(dist, &fs::read(&glue)?, ".js")?;
    let wasm = named(dist, &fs::read(wasm::optimised(&program)?)?, "_bg.wasm")?;
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).context("reading index.html")?;
    let page = linked(&page, &glue, &wasm)?;
    fs::write(&index, page).context("writing index.html")?;
    Ok(dist.join(wasm))
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
}
