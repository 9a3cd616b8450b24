//! `check-data`: the rules that a data package must keep, run over one before a page is built
//! with it.

use std::fmt;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use guatu::dataset::{Dataset, Tables, files, load};

use crate::project;

/// What a check took.
#[derive(Debug)]
pub struct Report {
    /// The rows of all tables.
    pub rows: usize,
    /// From the first file on.
    pub time: Duration,
    /// The most memory that this process has held so far, where the system tells it.
    pub peak_mib: Option<u64>,
}

/// Checks the data package in `dir`, or the project's own, and prints all of its faults.
///
/// # Errors
/// The package breaks a rule; a build stops here.
pub fn run(dir: Option<&Path>) -> Result<Report> {
    let start = Instant::now();
    let own = project::data();
    let dir = dir.unwrap_or(&own);
    let data = loaded(Some(dir))?;
    println!(
        "{}: {} figures of {} indicators in {} documents, no fault",
        dir.display(),
        data.observations.len(),
        data.indicators.len(),
        data.documents.len(),
    );
    let report = Report {
        rows: rows(&data),
        time: start.elapsed(),
        peak_mib: peak_mib(),
    };
    println!("{report}");
    Ok(report)
}

/// The data package in `dir`, or the project's own; all of its faults are printed.
///
/// # Errors
/// The package breaks a rule.
pub fn loaded(dir: Option<&Path>) -> Result<Dataset> {
    let own = project::data();
    let dir = dir.unwrap_or(&own);
    checked(&read(dir)?, dir)
}

/// The data of a package that was read from `dir`; all of its faults are printed.
///
/// # Errors
/// The package breaks a rule.
pub fn checked(tables: &Tables, dir: &Path) -> Result<Dataset> {
    load(tables).map_err(|faults| {
        for fault in &faults {
            println!("{}/{fault}", dir.display());
        }
        anyhow!("{} faults in {}", faults.len(), dir.display())
    })
}

fn rows(data: &Dataset) -> usize {
    let tables = [
        data.areas.len(),
        data.documents.len(),
        data.themes.len(),
        data.units.len(),
        data.indicators.len(),
        data.observations.len() as usize,
        data.relations.len(),
        data.tasks.len(),
        data.organisations.len(),
        data.responsibilities.len(),
        data.projects.len(),
        data.terms.len(),
        data.exclusions.len(),
        data.changes.len(),
    ];
    tables.iter().sum()
}

/// Linux keeps the peak of a process; elsewhere there is nothing to read.
fn peak_mib() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = peak.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kib / 1024)
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} rows in {:.1} s", self.rows, self.time.as_secs_f64())?;
        match self.peak_mib {
            Some(peak) => write!(f, ", peak memory {peak} MiB"),
            None => Ok(()),
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
        let report = run(None).expect("no fault");
        assert!(report.rows > 300 && report.to_string().contains(" rows in "));
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
