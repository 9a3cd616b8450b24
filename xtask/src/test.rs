//! `test`: everything that must hold before a change is taken, in the order of its cost.

use anyhow::Result;

use crate::{build, project, setup};

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
    build::run()?;
    browsers()
}

fn browsers() -> Result<()> {
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
        .env("GUATU_TOOLS", project::tools()?);
    project::run(&mut cargo)
}
