//! `export`: the files that the page's export saves, of a whole data package: for who has no browser at
//! hand, and for the tests that read them back with other programs.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use guatu::dataset::Dataset;
use guatu::export::{Export, Scope, book, figures, figures_name, file_name};
use guatu::query::FacetIndex;
use guatu::view::{Page, ViewState};
use guatu_files::{Book, json, xlsx, zip};

use crate::{check_data, data_file, project, report};

/// Writes the workbook, JSON, CSV and ZIP of the package in `dir`, or of the project's own, into a folder.
///
/// # Errors
/// The package breaks a rule, the language is unknown, or a file cannot be written.
pub fn run(to: &Path, dir: Option<&Path>, lang: Option<&str>) -> Result<()> {
    let own = project::data();
    let dir = dir.unwrap_or(&own);
    let data: Dataset = check_data::loaded(Some(dir))?;
    let state = ViewState {
        page: Page::Table,
        lang: report::language(lang)?,
        ..ViewState::default()
    };
    let index = FacetIndex::new(&data);
    let scope = Scope::of(&data, &index, &state);
    let export = Export {
        scope: &scope,
        index: &index,
        address: None,
    };
    let tables = check_data::read(dir)?;
    let text = book(&export);
    let sheets = Book::read(&text)?;
    let csv = format!("\u{feff}{}", figures(&export).table(state.lang).csv());
    let figures = figures_name(&scope);
    let made: [(String, Vec<u8>); 4] = [
        (figures.clone() + ".xlsx", xlsx(&sheets)?),
        (figures.clone() + ".json", json(&sheets).into_bytes()),
        (figures + ".csv", csv.into_bytes()),
        (
            file_name(&data, "data") + ".zip",
            zip(&data_file::texts(&tables))?,
        ),
    ];
    fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    for (name, bytes) in made {
        let file = to.join(name);
        fs::write(&file, bytes).with_context(|| format!("writing {}", file.display()))?;
        println!("{}", file.display());
    }
    Ok(())
}
