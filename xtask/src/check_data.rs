//! `check-data`: the rules that a data package must keep, run over one before a page is built
//! with it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use guatu::dataset::{Tables, files, load};

use crate::project;

/// Checks the data package in `dir`, or the project's own, and prints all of its faults.
///
/// # Errors
/// The package breaks a rule; a build stops here.
pub fn run(dir: Option<&Path>) -> Result<()> {
    let own = project::data();
    let dir = dir.unwrap_or(&own);
    match load(&read(dir)?) {
        Ok(data) => {
            println!(
                "{}: {} figures of {} indicators in {} documents, no fault",
                dir.display(),
                data.observations.len(),
                data.indicators.len(),
                data.documents.len(),
            );
            Ok(())
        }
        Err(faults) => {
            for fault in &faults {
                println!("{}/{fault}", dir.display());
            }
            bail!("{} faults in {}", faults.len(), dir.display())
        }
    }
}

/// The files of the package that are there; a missing one is a fault like others.
///
/// # Errors
/// There is no such folder, or a file of it cannot be read.
pub fn read(dir: &Path) -> Result<Tables> {
    ensure!(dir.is_dir(), "{} is not a folder", dir.display());
    let mut tables = Tables::default();
    for name in files() {
        let path = dir.join(name);
        if !path.exists() {
            continue;
        }
        let text = fs::read_to_string(&path);
        tables.insert(name, text.with_context(|| path.display().to_string())?);
    }
    Ok(tables)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_projects_package_passes_and_a_copy_with_a_broken_cell_does_not() {
        run(None).expect("no fault");
        let copy = tempfile::tempdir().expect("a folder");
        let data = project::data();
        for name in files() {
            let text = fs::read_to_string(data.join(name)).expect("the file");
            let broken = text.replacen(",7.5,", ",seven,", 1);
            fs::write(copy.path().join(name), broken).expect("a copy");
        }
        let error = run(Some(copy.path())).expect_err("a fault");
        assert!(error.to_string().starts_with("1 faults"), "{error}");
    }
}
