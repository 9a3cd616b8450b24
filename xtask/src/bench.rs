//! `bench`: the page's work at many sizes, side by side with what people would use instead.
//!
//! The natives are measured by criterion, the browser by the program in `benches/browser/`, which is handed a folder
//! with the peers that npm installs and the code of the page as WebAssembly. Figures go to `browser.json` there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{build, check_data, data_file, project, sample, wasm};

/// What is measured, and natively by itself.
const PACKAGE: &str = "guatu-bench";

/// What drives a browser through the pages.
const DRIVER: &str = "guatu-bench-browser";

/// Builds the site and runs all works, or one; `is_quick` takes fewer rows and leaves the native part out.
///
/// # Errors
/// A tool fails, the engines do not agree, or one of them fails.
pub fn run(is_quick: bool, only: Option<&str>) -> Result<()> {
    build::run()?;
    measure(is_quick, only)
}

/// As [`run`], with the site as it was built.
///
/// # Errors
/// As [`run`].
pub fn measure(is_quick: bool, only: Option<&str>) -> Result<()> {
    let folder = project::target()?.join("bench");
    peers(&folder)?;
    put_program(&folder)?;
    if only.is_none_or(|only| matches!(only, "scroll" | "search")) {
        put_sample(&folder, if is_quick { 100_000 } else { 1_000_000 })?;
    }
    if !is_quick && only.is_none_or(|only| only == "facet") {
        project::heading("A facet change, natively");
        let mut cargo = project::program("cargo")?;
        project::run(cargo.args(["bench", "--locked", "--package", PACKAGE]))?;
    }
    project::heading("In Chromium, beside its peers");
    let mut cargo = project::program("cargo")?;
    cargo.args(["run", "--quiet", "--locked", "--package", DRIVER, "--"]);
    cargo.args(is_quick.then_some("--quick"));
    cargo.args(only.iter().flat_map(|only| ["--only", only]));
    project::run(
        cargo
            .env("GUATU_BENCH", &folder)
            .env("GUATU_DIST", project::dist()),
    )
}

/// The peers in their pinned versions, where these are not there yet.
fn peers(folder: &Path) -> Result<()> {
    const FILES: [&str; 2] = ["package.json", "package-lock.json"];
    let installed = folder.join("node_modules/.package-lock.json");
    let pages = project::root().join("benches/page");
    let read = |folder: &Path| FILES.map(|file| fs::read_to_string(folder.join(file)).ok());
    if installed.is_file() && read(folder) == read(&pages) {
        return Ok(());
    }
    project::heading("The peers, by npm");
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    for file in FILES {
        fs::copy(pages.join(file), folder.join(file)).context(file)?;
    }
    let mut npm = project::program("npm")?;
    // Their scripts build what only servers need.
    npm.args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--prefix",
    ]);
    project::run(npm.arg(folder).current_dir(folder))
}

/// The code of the page that is measured, where the pages of the benchmark look for it.
fn put_program(folder: &Path) -> Result<()> {
    let [glue, module] = wasm::library(PACKAGE, &build::flags()?)?;
    let program = folder.join("program");
    fs::create_dir_all(&program).with_context(|| program.display().to_string())?;
    let put =
        |from: PathBuf, name: &str| fs::copy(from, program.join(name)).context(name.to_owned());
    put(glue, "guatu-bench.js")?;
    put(wasm::optimised(&module)?, "guatu-bench_bg.wasm")?;
    Ok(())
}

/// The built site with so many generated figures in the place of its own.
fn put_sample(folder: &Path, rows: u32) -> Result<()> {
    let (package, site) = (folder.join("package"), folder.join("sample"));
    let written = site.join("rows");
    if fs::read_to_string(&written).is_ok_and(|size| size == rows.to_string()) {
        return copy(&project::dist(), &site, "data.json");
    }
    for folder in [&package, &site] {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
    }
    sample::run(&package, rows, 1)?;
    fs::create_dir_all(&site).with_context(|| site.display().to_string())?;
    copy(&project::dist(), &site, "data.json")?;
    data_file::write(&check_data::read(&package)?, &site)?;
    fs::write(&written, rows.to_string()).with_context(|| written.display().to_string())
}

/// The files of a folder, but for one.
fn copy(from: &Path, to: &Path, but: &str) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        if entry.file_name() != but {
            let file = to.join(entry.file_name());
            fs::copy(entry.path(), &file).with_context(|| file.display().to_string())?;
        }
    }
    Ok(())
}
