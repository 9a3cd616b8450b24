//! `test`: everything that must hold before a change is taken, in the order of its cost.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::{
    audit, bench, build, check_data, export, pack, project, sample, setup, single_file, size,
    template,
};

/// The longest that the check of a million figures may take.
const SECONDS: u64 = 30;

/// The most memory that it may hold.
const MEBIBYTES: u64 = 1024;

/// What cargo checks before anything is built for the browser.
const CHECKS: &[(&str, &str)] = &[
    ("Format", "fmt --all --check"),
    (
        "Lints",
        "clippy --locked --workspace --all-targets --features browser-tests -- -D warnings",
    ),
    (
        "Lints of the page",
        "clippy --locked --all-targets --target wasm32-unknown-unknown -- -D warnings",
    ),
    ("Unit tests", "test --locked --workspace"),
];

/// Runs every check and stops at the first that fails.
///
/// # Errors
/// A check failed, or what it needs could not be installed.
pub fn run() -> Result<()> {
    setup::all()?;
    for (name, arguments) in CHECKS {
        project::heading(name);
        project::run(project::program("cargo")?.args(arguments.split(' ')))?;
    }
    open_formats()?;
    exports()?;
    templates()?;
    let million = large_package()?;
    texts()?;
    build::run()?;
    size::run(false)?;
    packed_again()?;
    browsers(&million)?;
    bench::measure(true, Some("facet"))
}

/// The package is what its descriptor says, for two programs that know nothing of this one.
fn open_formats() -> Result<()> {
    let programs = project::python()?.join("bin");
    let program = |name: &str| project::program(&programs.join(name).to_string_lossy());
    project::heading("The data package, read by frictionless");
    project::run(program("frictionless")?.args(["validate", "data/datapackage.json"]))?;
    project::heading("The data package, read by DuckDB");
    project::run(program("python")?.args(["tests/package/duckdb_reads.py", "data"]))
}

/// The files of an export hold what the package does, for libraries that know nothing of this program.
fn exports() -> Result<()> {
    let python = project::python()?.join("bin/python");
    for lang in ["zh", "en"] {
        project::heading("The files of an export, read by openpyxl, frictionless and DuckDB");
        let folder = project::target()?.join("exports").join(lang);
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
        }
        export::run(&folder, None, Some(lang))?;
        let mut reader = project::program(&python.to_string_lossy())?;
        reader.arg("tests/package/files_read.py").arg(&folder);
        project::run(reader.arg(project::data()))?;
    }
    Ok(())
}

/// The workbook to fill in has the tables of the package's own descriptor, for a library that knows nothing of this
/// program.
fn templates() -> Result<()> {
    let python = project::python()?.join("bin/python");
    for lang in ["zh", "en"] {
        project::heading("The template, read by openpyxl");
        let file = project::target()?.join(format!("template-{lang}.xlsx"));
        template::run(&file, Some(lang))?;
        let mut reader = project::program(&python.to_string_lossy())?;
        reader.arg("tests/package/template_reads.py").arg(file);
        project::run(reader.arg(project::data()))?;
    }
    Ok(())
}

/// A package of a million figures is checked in seconds and in bounded memory. The limits are wide:
/// machines differ, and what they are to catch is ten times as slow. The folder stays, for the page is to open it too.
fn large_package() -> Result<PathBuf> {
    project::heading("A package of a million figures");
    let folder = project::target()?.join("sample");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
    }
    sample::run(&folder, 1_000_000, 1)?;
    let report = check_data::run(Some(&folder))?;
    ensure!(
        report.time.as_secs() < SECONDS,
        "the check took more than {SECONDS} s"
    );
    ensure!(
        report.peak_mib.is_none_or(|peak| peak < MEBIBYTES),
        "the check held more than {MEBIBYTES} MiB"
    );
    Ok(folder)
}

/// The audit, where the texts are at hand; they are no part of the project.
fn texts() -> Result<()> {
    project::heading("The data against the texts");
    if let Some(sources) = project::sources()? {
        return audit::run(&sources, &audit::Options::default());
    }
    println!(
        "Not run: the texts are not here. {} may name their folder.",
        project::SOURCES
    );
    Ok(())
}

/// A single file of the project's own data is the built one, byte for byte.
fn packed_again() -> Result<()> {
    project::heading("The single file, made of itself");
    let built = project::dist().join(single_file::NAME);
    let built = fs::read_to_string(&built).with_context(|| built.display().to_string())?;
    ensure!(
        pack::page(&project::data(), &pack::Options::default())? == built,
        "`cargo xtask pack data` differs from the built file"
    );
    println!("identical");
    Ok(())
}

fn browsers(million: &Path) -> Result<()> {
    project::heading("The built pages in three browsers");
    let mut cargo = project::program("cargo")?;
    cargo
        .args([
            "test",
            "--locked",
            "--features",
            "browser-tests",
            "--test",
            "browser",
        ])
        .env("GUATU_DIST", project::dist())
        .env("GUATU_MILLION", million)
        .env("GUATU_TOOLS", project::tools()?);
    project::run(&mut cargo)
}
