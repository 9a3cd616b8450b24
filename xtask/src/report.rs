//! `report`: the execution table of a data package, to be pasted into a report or read by a program.

use std::io::{self, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use guatu::assess::Ledger;
use guatu::dataset::{Dataset, Lang};
use guatu::export;

use crate::check_data;

/// Prints the table of the package in `dir`, or of the project's own: Markdown in Chinese unless asked
/// otherwise. CSV is UTF-8 without a byte order mark, which programs would take for a part of the first
/// head; the page, whose file is for spreadsheets, writes one.
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
    match io::stdout().write_all(text.as_bytes()) {
        // Who reads it has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("standard output"),
    }
}
