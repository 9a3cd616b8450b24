//! `check-data`: the rules that a data package must keep, run over one before it is built in.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::project;

/// Checks the data package in `dir`, or the built-in one.
///
/// # Errors
/// The package breaks a rule; a build stops here.
pub fn run(dir: Option<&Path>) -> Result<()> {
    let built_in = project::root().join("data");
    let dir = dir.unwrap_or(&built_in);
    ensure!(dir.is_dir(), "{} is not a folder", dir.display());
    Ok(())
}
