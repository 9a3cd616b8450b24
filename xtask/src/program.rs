//! The program of the page: cut in two, joined to the page, optimised and put into the folder of the site.
//!
//! Trunk compiles it. `wasm_split_cli_support` moves what only the views beyond the board need
//! (`src/ui/views.rs`) into a module of its own, which a page fetches after its first view; wasm-bindgen
//! must see the rest alone. So what Trunk has joined gives way to what is joined here.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use wasm_split_cli_support::{Options, transform};

use crate::{hashed, project, wasm};

/// The program, and how the names of its files begin.
const NAME: &str = "guatu";

/// The module of the views: the element that stands for it in a page, and how the name of its file begins.
pub const VIEWS: &str = "guatu-views";

/// By which the program imports the function that fetches the module, and what gives it in its place.
const IMPORT: &str = "./__wasm_split.js";
const LOADER: &str = "src/boot/views.js";

/// Puts the program into the folder of the site in place of what Trunk has joined, and names its files in
/// `index.html`.
///
/// # Errors
/// A tool fails, or program or page are not of the form that is expected.
pub fn join(dist: &Path) -> Result<()> {
    let [program, views] = modules()?;
    // What the linker exports stays: the module of the views works in the memory of the program.
    let [glue, program] = wasm::bound(&program, &folder()?, NAME, &["--keep-lld-exports"])?;
    let loader = fs::read_to_string(project::root().join(LOADER)).context(LOADER)?;
    let glue = with_loader(&fs::read_to_string(&glue).context("the glue")?, &loader)?;
    let names = [
        put(dist, NAME, glue.as_bytes(), ".js")?,
        put(
            dist,
            NAME,
            &fs::read(wasm::optimised(&program)?)?,
            "_bg.wasm",
        )?,
        put(dist, VIEWS, &fs::read(wasm::optimised(&views)?)?, ".wasm")?,
    ];
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).context("reading index.html")?;
    let page = linked(&page, &names, |old| {
        fs::remove_file(dist.join(old)).with_context(|| format!("removing {old}"))
    })?;
    fs::write(&index, page).context("writing index.html")
}

/// The optimised modules with the names of their functions, program and views, of the last build.
///
/// # Errors
/// The system does not tell where cargo builds.
pub fn named() -> Result<[PathBuf; 2]> {
    let folder = folder()?;
    let files = ["guatu_bg.wasm", "split_views.wasm"];
    Ok(files.map(|file| wasm::named(&folder.join(file))))
}

fn folder() -> Result<PathBuf> {
    Ok(project::target()?.join("program"))
}

/// The linked program cut in two: what starts, and the views.
fn modules() -> Result<[PathBuf; 2]> {
    let linked = wasm::linked(NAME)?;
    let bytes = fs::read(&linked).with_context(|| format!("reading {}", linked.display()))?;
    let folder = folder()?;
    let program = folder.join("main.wasm");
    let mut options = Options::new(&bytes);
    options.output_dir = &folder;
    options.main_out_path = &program;
    options.link_name = IMPORT;
    let split = transform(options).map_err(|error| anyhow!("{error:#}"))?;
    let views = folder.join("split_views.wasm");
    ensure!(
        split.split_modules == [views.clone()],
        "not one module of views was cut off: {:?}",
        split.split_modules
    );
    Ok([program, views])
}

/// The glue with a function of its own where it imports that which fetches the views.
fn with_loader(glue: &str, loader: &str) -> Result<String> {
    let ending = format!(" from \"{IMPORT}\"");
    let line = glue
        .lines()
        .find(|line| line.trim_end_matches(';').ends_with(&ending));
    let line = line.with_context(|| format!("the glue does not import {IMPORT}"))?;
    let name = line.split(' ').nth(3).context("the import has no name")?;
    ensure!(
        glue.contains("async function __wbg_load("),
        "the glue lacks `__wbg_load`, by which {LOADER} loads the views"
    );
    let own = format!("{loader}const {name} = {{ __wasm_split_load_views }};");
    Ok(glue.replacen(line, &own, 1))
}

/// Writes a file under a name by what it holds.
fn put(dist: &Path, stem: &str, bytes: &[u8], ending: &str) -> Result<String> {
    let name = hashed::name(stem, bytes, ending);
    fs::write(dist.join(&name), bytes).with_context(|| format!("writing {name}"))?;
    Ok(name)
}

/// The page with the names of glue, program and views; `remove` is told the files that it named before.
fn linked(
    page: &str,
    [glue, program, views]: &[String; 3],
    remove: impl Fn(&str) -> Result<()>,
) -> Result<String> {
    let mut found = false;
    let handler = element!("link[rel=modulepreload]", |link| {
        for (attribute, name) in [("href", glue), ("data-program", program)] {
            remove(&link.get_attribute(attribute).context(attribute)?)?;
            link.set_attribute(attribute, &format!("./{name}"))?;
        }
        let views = format!("\n<link rel=\"{VIEWS}\" id=\"{VIEWS}\" href=\"./{views}\">");
        link.after(&views, ContentType::Html);
        found = true;
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(handler);
    let page = rewrite_str(page, settings)?;
    ensure!(found, "index.html has no link to the program");
    Ok(page)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    const GLUE: &str = "import * as import1 from \"./__wasm_split.js\"\nlet wasm;\n\
        const all = { \"./__wasm_split.js\": import1 };\nasync function __wbg_load(module) {}";

    #[test]
    fn the_glue_has_the_loader_in_place_of_an_import() -> Result<()> {
        let glue = with_loader(GLUE, "async function __wasm_split_load_views() {}\n")?;
        let expected = "async function __wasm_split_load_views() {}\n\
            const import1 = { __wasm_split_load_views };\nlet wasm;\n";
        assert!(glue.starts_with(expected), "{glue}");
        assert!(glue.ends_with(GLUE.split_once('\n').context("lines")?.1));
        Ok(())
    }

    #[test]
    fn a_glue_that_cannot_take_the_loader_is_refused() {
        assert!(with_loader(&GLUE.replace("import *", "export *"), "").is_ok());
        assert!(with_loader(&GLUE.replace(" from ", " of "), "").is_err());
        assert!(with_loader(&GLUE.replace("__wbg_load", "load"), "").is_err());
    }

    #[test]
    fn the_page_names_the_new_files_and_the_old_ones_go() -> Result<()> {
        let page = "<link rel=\"modulepreload\" href=\"./a.js\" data-program=\"./a.wasm\">";
        let gone = RefCell::new(Vec::new());
        let names = ["b.js", "b.wasm", "c.wasm"].map(str::to_owned);
        let page = linked(page, &names, |old| {
            gone.borrow_mut().push(old.to_owned());
            Ok(())
        })?;
        let expected = "<link rel=\"modulepreload\" href=\"./b.js\" data-program=\"./b.wasm\">\n\
            <link rel=\"guatu-views\" id=\"guatu-views\" href=\"./c.wasm\">";
        assert_eq!(page, expected);
        assert_eq!(gone.into_inner(), ["./a.js", "./a.wasm"]);
        assert!(linked("<p></p>", &names, |_| Ok(())).is_err());
        Ok(())
    }
}
