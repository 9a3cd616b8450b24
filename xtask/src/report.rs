//! `report`: the execution table of a data package, to be pasted into a report or read by a program.

use std::io::{self, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use guatu::dataset::{Dataset, Lang};
use guatu::export::{self, Export, Scope};
use guatu::query::FacetIndex;
use guatu::view::ViewState;

use crate::check_data;

/// Prints the table of the package in `dir`, or of the project's own: Markdown in Chinese unless asked
/// otherwise. CSV is UTF-8 without a byte order mark, which programs would take for a part of the first
/// head; the page, whose file is for spreadsheets, writes one.
///
/// # Errors
/// The package breaks a rule, or the format or language is unknown.
pub fn run(dir: Option<&Path>, format: Option<&str>, lang: Option<&str>) -> Result<()> {
    let lang = language(lang)?;
    let data: Dataset = check_data::loaded(dir)?;
    let index = FacetIndex::new(&data);
    let text = match format {
        None | Some("md") => export::report(&data, index.ledger(), &|_| true, lang).markdown(),
        Some("csv") => numbers(&data, &index, lang),
        Some(other) => bail!("--format {other}: it is md or csv"),
    };
    match io::stdout().write_all(text.as_bytes()) {
        // Who reads it has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("standard output"),
    }
}

/// The table with its numbers in columns of their own.
fn numbers(data: &Dataset, index: &FacetIndex, lang: Lang) -> String {
    let state = ViewState {
        lang,
        ..ViewState::default()
    };
    let targets = export::targets(&Export {
        scope: &Scope::of(data, index, &state),
        index,
        address: None,
    });
    targets.table(lang).csv()
}

/// A language by its code; Chinese where none is named.
///
/// # Errors
/// It is another one.
pub fn language(lang: Option<&str>) -> Result<Lang> {
    match lang {
        None | Some("zh") => Ok(Lang::Zh),
        Some("en") => Ok(Lang::En),
        Some(other) => bail!("--lang {other}: it is zh or en"),
    }
}
