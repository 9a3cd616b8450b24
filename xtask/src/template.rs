//! `template`: the workbook that a reader fills in, for who has no browser at hand, and for the tests that read it with
//! another program.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use guatu::intake;
use guatu_files::{Book, xlsx};

use crate::report;

/// Writes the template, in Chinese unless asked otherwise.
///
/// # Errors
/// The language is unknown, or the file cannot be written.
pub fn run(to: &Path, lang: Option<&str>) -> Result<()> {
    let text = intake::template(report::language(lang)?);
    let workbook = xlsx(&Book::read(&text)?)?;
    fs::write(to, workbook).with_context(|| format!("writing {}", to.display()))?;
    println!("{}", to.display());
    Ok(())
}
