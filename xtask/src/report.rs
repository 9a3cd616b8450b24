//! `report`: the execution table of a data package, to be pasted into a report or read by a program.

use std::path::Path;

use anyhow::{Result, bail};
use guatu::assess::Ledger;
use guatu::dataset::{Dataset, Lang};
use guatu::export;

use crate::check_data;

/// Prints the table of the package in `dir`, or of the project's own: Markdown in Chinese unless asked
/// otherwise.
///
/// # Errors
/// The package breaks a rule, or the format or language is unknown.
pub fn run(dir: Option<&Path>, format: Option<&str>, lang: Option<&str>) -> Result<()> {
    let lang = match lang {
        None | Some("zh") => Lang::Zh,
        Some("en") => Lang::En,
        Some(other) => bail!("--lang {other}: it is zh or en"),
    };
    let data: Dataset = check_data::loaded(dir)?;
    let table = export::report(&data, &Ledger::new(&data), &|_| true, lang);
    let text = match format {
        None | Some("md") => table.markdown(),
        Some("csv") => table.csv(),
        Some(other) => bail!("--format {other}: it is md or csv"),
    };
    print!("{text}");
    Ok(())
}
