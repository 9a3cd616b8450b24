//! `test`: everything that must hold before a change is taken, in the order of its cost.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::{
    audit, bench, check_data, export, pack, project, sample, setup, single_file, size, template,
};

/// The longest that the check of a million figures may take.
const SECONDS: u64 = 30;

/// The most memory that it may hold.
const MEBIBYTES: u64 = 1024;

/// What cargo checks while the pages are built. All of it is about the whole workspace, so that what the parts share is
/// compiled once: of some crates they want other features.
const CHECKS: &[(&str, &str)] = &[
    (
        "Lints",
        "clippy --locked --workspace --all-targets -- -D warnings",
    ),
    (
        "Lints of the flows",
        "clippy --locked --workspace --test browser -- -D warnings",
    ),
    (
        "Lints of the page",
        "clippy --locked --all-targets --target wasm32-unknown-unknown -- -D warnings",
    ),
    ("Unit tests", "test --locked --workspace"),
    (
        "The flows, compiled",
        "test --locked --workspace --test browser --no-run",
    ),
];

/// Runs every check, stops at the first that fails, and says what each took.
///
/// # Errors
/// A check failed, or what it needs could not be installed.
pub fn run() -> Result<()> {
    let mut times = Times::default();
    times.of("Setting up", setup::all)?;
    times.of("Format", || cargo("Format", "fmt --all --check"))?;
    let building = Building::start()?;
    for (name, arguments) in CHECKS {
        times.of(name, || cargo(name, arguments))?;
    }
    times.of("Open formats", open_formats)?;
    times.of("Exported files", exports)?;
    times.of("Template", templates)?;
    let million = times.of("A million figures", large_package)?;
    times.of("Audit", texts)?;
    times.of("Rest of the build", || building.end())?;
    times.of("Sizes", || size::run(false))?;
    times.of("Packed again", packed_again)?;
    times.of("Browsers", || browsers(&million))?;
    times.of("Benchmark", || bench::measure(true, Some("facet")))?;
    times.tell();
    Ok(())
}

fn cargo(name: &str, arguments: &str) -> Result<()> {
    project::heading(name);
    project::run(project::program("cargo")?.args(arguments.split(' ')))
}

/// The build of the pages, which goes on beside the checks: most of it is one program that is optimised as a whole, on
/// one core. Cargo keeps what it makes for a release apart.
struct Building {
    program: Child,
    log: PathBuf,
}

impl Building {
    fn start() -> Result<Self> {
        let log = project::target()?.join("build.log");
        let said = File::create(&log).with_context(|| log.display().to_string())?;
        let own = env::current_exe().context("where this program is")?;
        let mut build = project::program(&own.to_string_lossy())?;
        build.arg("build").stdout(said.try_clone()?).stderr(said);
        let program = build.spawn().context("starting the build")?;
        Ok(Self { program, log })
    }

    /// Waits for its end, and says what it said.
    fn end(mut self) -> Result<()> {
        let status = self.program.wait()?;
        print!("{}", fs::read_to_string(&self.log)?);
        ensure!(status.success(), "the build failed ({status})");
        Ok(())
    }
}

impl Drop for Building {
    fn drop(&mut self) {
        // It has ended, or a check has failed and nothing will come of it; only a compiler at work still ends.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// How long each step took.
#[derive(Default)]
struct Times(Vec<(&'static str, Duration)>);

impl Times {
    /// Takes a step.
    fn of<T>(&mut self, name: &'static str, step: impl FnOnce() -> Result<T>) -> Result<T> {
        let start = Instant::now();
        let done = step()?;
        self.0.push((name, start.elapsed()));
        Ok(done)
    }

    fn tell(&self) {
        project::heading("Seconds");
        let all = ("In all", self.0.iter().map(|(_, time)| *time).sum());
        for (name, time) in self.0.iter().chain([&all]) {
            println!("{name:<20}{:>6.0}", time.as_secs_f64());
        }
    }
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
        .args(["test", "--locked", "--workspace", "--test", "browser"])
        .env("GUATU_DIST", project::dist())
        .env("GUATU_MILLION", million)
        .env("GUATU_TOOLS", project::tools()?);
    project::run(&mut cargo)
}
