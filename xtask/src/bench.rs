//! `bench`: the page's work at many sizes, side by side with what people would use instead.
//!
//! The natives are measured by criterion, the browser by the program in `benches/browser/`, which is handed a folder
//! with generated packages and the code of the page as WebAssembly, and that of the peers, which `setup` installs. Figures go to `browser.json` there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{build, check_data, data_file, project, sample, setup, wasm};

/// What is measured, and natively by itself.
const PACKAGE: &str = "guatu-bench";

/// What drives a browser through the pages.
const DRIVER: &str = "guatu-bench-browser";

/// What only the work of these needs: generated packages.
const OF_PACKAGES: [&str; 4] = ["facet", "open", "scroll", "search"];

/// Builds the site and runs all works, or one; `is_quick` takes fewer rows and leaves the native part out.
///
/// # Errors
/// A tool fails, the engines do not agree, or one of them fails.
pub fn run(is_quick: bool, only: Option<&str>) -> Result<()> {
    setup::bench_tools()?;
    build::run()?;
    measure(is_quick, only)
}

/// As [`run`], with the site as it was built and the peers that are there.
///
/// # Errors
/// As [`run`].
pub fn measure(is_quick: bool, only: Option<&str>) -> Result<()> {
    let folder = project::target()?.join("bench");
    put_program(&folder)?;
    let packages: &[u32] = match only {
        Some(only) if !OF_PACKAGES.contains(&only) => &[],
        _ if is_quick => &[100_000],
        _ => &[100_000, 1_000_000],
    };
    put_packages(&folder, packages)?;
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
            .env("GUATU_PEERS", project::peers()?)
            .env("GUATU_DIST", project::dist()),
    )
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

/// Packages of so many generated figures, and the built site with the last of them in the place of its own data.
/// They are made anew each time: an older one may not be what the program reads.
fn put_packages(folder: &Path, sizes: &[u32]) -> Result<()> {
    let [written, packages, site] = ["written", "packages", "sample"].map(|name| folder.join(name));
    for folder in [&written, &packages, &site] {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
    }
    fs::create_dir_all(&packages).with_context(|| packages.display().to_string())?;
    fs::create_dir_all(&site).with_context(|| site.display().to_string())?;
    for rows in sizes {
        sample::run(&written, *rows, 1)?;
        let package = packages.join(rows.to_string());
        fs::create_dir(&package).with_context(|| package.display().to_string())?;
        let data = data_file::write(&check_data::read(&written)?, &package)?;
        fs::copy(data, site.join("data.json")).context("the data of the sample site")?;
        fs::remove_dir_all(&written).with_context(|| written.display().to_string())?;
    }
    // Without the service worker, which would fetch and keep everything once more while the page is measured.
    copy(&project::dist(), &site, &["data.json", "sw.js"])
}

/// The files of a folder, but for some.
fn copy(from: &Path, to: &Path, but: &[&str]) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        if but.iter().all(|name| entry.file_name() != *name) {
            let file = to.join(entry.file_name());
            fs::copy(entry.path(), &file).with_context(|| file.display().to_string())?;
        }
    }
    Ok(())
}
