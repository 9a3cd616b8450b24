//! `audit`: the data set against the texts that it is taken from. Nothing left out, nothing
//! invented.
//!
//! Start at [`audit`]: it checks the package, then proves each document (`proof`), looks where each of its
//! quantities went (`cover`) and counts them (`coverage`). `rows` reads what a text can prove, `text` takes a text apart,
//! `value` and `chinese` read numbers. Faults are gathered, all of them, and told with their places.

mod chinese;
mod cover;
mod coverage;
mod fault;
mod proof;
mod rows;
#[cfg(test)]
mod tests;
mod text;
#[cfg(test)]
mod trial;
mod value;

use std::path::Path;
use std::{fs, io};

use anyhow::{Context, Result, bail};
use guatu::dataset::{Tables, load};

use self::coverage::Coverage;
use self::fault::{Fault, What};
use self::proof::text_file;
use self::text::Text;
use crate::{check_data, project};

/// The page that holds the coverage of the project's own package.
const PAGE: &str = "docs/data.md";

/// What is audited.
#[derive(Debug, Default)]
pub struct Options<'a> {
    /// The folder of a package; the project's own where none is named.
    pub package: Option<&'a Path>,
    /// Whether the coverage is written into its page.
    pub is_writing: bool,
}

/// Audits a package against the texts in a folder, and prints all faults and the coverage.
///
/// # Errors
/// The package or a text cannot be read, or there is a fault.
pub fn run(sources: &Path, options: &Options<'_>) -> Result<()> {
    let own = project::data();
    let tables = check_data::read(options.package.unwrap_or(&own))?;
    let (mut faults, coverages) = audit(&tables, |document| {
        fs::read_to_string(sources.join(text_file(document)))
    })?;
    let table = coverage::table(&coverages);
    // Without all texts there is no true table to publish.
    let is_whole = !faults
        .iter()
        .any(|fault| matches!(fault.what, What::NoText { .. }));
    if options.package.is_none() && is_whole {
        publish(
            &project::root().join(PAGE),
            &table,
            options.is_writing,
            &mut faults,
        )?;
    }
    for fault in &faults {
        println!("{fault}");
    }
    println!("\n{table}");
    match faults.len() {
        0 => Ok(()),
        1 => bail!("the audit found 1 fault"),
        count => bail!("the audit found {count} faults"),
    }
}

/// All faults of a package against its texts, and the coverage of each document.
fn audit(
    tables: &Tables,
    text: impl Fn(&str) -> io::Result<String>,
) -> Result<(Vec<Fault>, Vec<Coverage>)> {
    let package = load(tables).err().unwrap_or_default();
    let mut faults: Vec<Fault> = package.into_iter().map(Fault::from).collect();
    let mut coverages = Vec::new();
    let printings = rows::printings(tables);
    for document in rows::documents(tables) {
        let text = match text(&document.id) {
            Ok(text) => text,
            Err(error) => {
                faults.push(Fault {
                    file: "documents.csv".to_owned(),
                    line: document.row,
                    column: "id".to_owned(),
                    what: What::NoText {
                        file: text_file(&document.id),
                        why: error.to_string(),
                    },
                });
                continue;
            }
        };
        let text = Text::new(&text, &document.kind);
        let coverage = proof::prove(&document, &text, &printings, &mut faults)?;
        coverages.push(coverage);
    }
    Ok((faults, coverages))
}

/// The page holds the true table, or is given it: only a table that is proved is published.
fn publish(path: &Path, table: &str, is_writing: bool, faults: &mut Vec<Fault>) -> Result<()> {
    let page = fs::read_to_string(path).context(PAGE)?;
    let wanted = coverage::published(&page, table)
        .with_context(|| format!("{PAGE} lacks the marks of the coverage table"))?;
    if wanted == page {
        return Ok(());
    }
    if is_writing && faults.is_empty() {
        return fs::write(path, wanted).context(PAGE);
    }
    faults.push(Fault {
        file: PAGE.to_owned(),
        line: 0,
        column: String::new(),
        what: What::Stale,
    });
    Ok(())
}
