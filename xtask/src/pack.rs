//! `pack`: the single file of a data package in a folder, made of the built one as the page makes it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use guatu::front::Said;
use guatu_files::child;

use crate::{check_data, data_file, front, project, single_file};

/// The file that describes a package.
const DESCRIPTOR: &str = "datapackage.json";

/// Writes the single file of the package in `dir` to a file, `guatu.html` in this folder unless another is named.
///
/// # Errors
/// The package breaks a rule, nothing is built, or the file cannot be written.
pub fn run(dir: &Path, to: Option<&Path>, said: Said) -> Result<()> {
    let to = to.unwrap_or(Path::new(single_file::NAME));
    let page = page(dir, said)?;
    fs::write(to, page).with_context(|| format!("writing {}", to.display()))?;
    println!("{}", to.display());
    Ok(())
}

/// The text of the single file of the package in `dir`, with this in its descriptor.
///
/// # Errors
/// The package breaks a rule, or nothing is built.
pub fn page(dir: &Path, said: Said) -> Result<String> {
    if let Some(day) = said.created {
        ensure!(is_day(day), "--date {day}: it is a day such as 2027-01-31");
    }
    let mut tables = check_data::read(dir)?;
    if let Some(descriptor) = tables.get(DESCRIPTOR) {
        let descriptor = said.put(descriptor);
        tables.insert(DESCRIPTOR, descriptor);
    }
    let data = check_data::checked(&tables, dir)?;
    let parent = project::dist().join(single_file::NAME);
    let parent = fs::read_to_string(&parent)
        .with_context(|| format!("{}: run `cargo xtask build` first", parent.display()))?;
    let front = front::of(&data, &tables).pieces();
    Ok(child(&parent, &front, &data_file::texts(&tables))?)
}

/// Whether this is a day as ISO 8601 writes it.
fn is_day(text: &str) -> bool {
    let form = |sign: char| if sign.is_ascii_digit() { '0' } else { sign };
    text.chars().map(form).eq("0000-00-00".chars())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_a_form_of_its_own() {
        assert!(is_day("2027-01-31"));
        for other in ["2027", "2027-1-31", "31.01.2027", "2027-01-31T00:00:00Z"] {
            assert!(!is_day(other), "{other}");
        }
    }
}
