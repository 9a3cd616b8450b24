//! The benchmark in a browser: serves the pages, drives Chromium through them, compares checksums, prints a
//! table of ratios and writes every figure as JSON.
//!
//! `cargo xtask bench` builds what the pages need and runs this. Each work is a file of its own; all give
//! [`record::Record`]s. Times that disappoint are printed and fail nothing, for machines differ; answers that
//! differ, and engines that fail, do.

mod chromium;
mod draw;
mod facet;
mod goals;
mod memory;
mod open;
#[path = "../../tests/browser/process.rs"]
#[expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    dead_code,
    reason = "shared with the tests, which stop where they fail"
)]
mod process;
mod real;
mod record;
mod server;
mod start;
mod table;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use pico_args::Arguments;

use chromium::Chromium;
use record::Record;
use server::Server;

/// What a run covers.
pub struct Plan {
    /// Fewer rows and changes, for every change of the project.
    pub is_quick: bool,
    /// The one work that is measured.
    pub only: Option<String>,
    /// The sizes of the generated packages, the smallest first.
    pub packages: Vec<u32>,
}

impl Plan {
    fn has(&self, work: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only == work)
    }

    /// How many facet changes a script has.
    fn changes(&self) -> u32 {
        if self.is_quick { 20 } else { 60 }
    }
}

/// The works that there are, in the order of the table.
const WORKS: &[&str] = &[
    "facet", "memory", "open", "line", "bars", "start", "scroll", "search",
];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut args = Arguments::from_env();
    let folder = |name| {
        let folder = env::var_os(name).map(PathBuf::from);
        folder.context("`cargo xtask bench` builds what is needed and runs this")
    };
    let (bench, dist) = (folder("GUATU_BENCH")?, folder("GUATU_DIST")?);
    let plan = Plan {
        is_quick: args.contains("--quick"),
        only: args.opt_value_from_str("--only")?,
        packages: packages(&bench)?,
    };
    let left = args.finish();
    ensure!(left.is_empty(), "not understood: {left:?}");
    if let Some(only) = &plan.only {
        let works = WORKS.join(", ");
        ensure!(
            WORKS.contains(&only.as_str()),
            "there are the works {works}, but no `{only}`"
        );
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    let peers = folder("GUATU_PEERS")?;
    let records = runtime.block_on(measured(&plan, [&bench, &dist, &peers]))?;
    let file = bench.join("browser.json");
    let json = serde_json::to_string_pretty(&records)?;
    fs::write(&file, json + "\n").with_context(|| file.display().to_string())?;
    print!("{}", table::written(&records));
    print!("{}", goals::written(&records));
    record::agree(&records)?;
    println!(
        "{} measurements, all checksums agree: {}",
        records.len(),
        file.display()
    );
    Ok(())
}

async fn measured(plan: &Plan, [bench, dist, peers]: [&Path; 3]) -> Result<Vec<Record>> {
    let server = Server::start(bench, dist, peers).await?;
    let chromium = Chromium::start().await?;
    let mut records = Vec::new();
    if plan.has("facet") {
        records.extend(facet::run(&chromium, &server, plan).await?);
        records.extend(open::presses(&chromium, &server, plan).await?);
    }
    if plan.has("memory") {
        records.push(memory::run(&chromium, &server).await?);
    }
    if plan.has("open") {
        records.extend(open::run(&chromium, &server, plan).await?);
    }
    records.extend(draw::run(&chromium, &server, plan).await?);
    records.extend(real::run(&chromium, &server, plan).await?);
    if plan.has("start") {
        records.extend(start::run(&server, dist, plan).await?);
    }
    Ok(records)
}

/// The sizes of the packages in the folder of the benchmark, the smallest first.
fn packages(bench: &Path) -> Result<Vec<u32>> {
    let folder = bench.join("packages");
    let entries = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
    let sizes = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().parse()?));
    let mut sizes: Vec<u32> = sizes.collect::<Result<_>>()?;
    sizes.sort_unstable();
    Ok(sizes)
}
