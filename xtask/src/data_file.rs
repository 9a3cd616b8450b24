//! The data of the site: the files of a data package in one, `dist/data.json`, which
//! `src/boot/site.js` asks for beside the program.
//!
//! It is an object with the text of each file by its name, a file a line, in the order of their
//! names: the same package gives the same bytes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use guatu::dataset::{Tables, files};

/// Named in `Trunk.toml`, by which the pages find it.
const NAME: &str = "data.json";

/// Writes a package into the built folder and returns its path.
///
/// # Errors
/// The file cannot be written.
pub fn write(tables: &Tables, dist: &Path) -> Result<PathBuf> {
    let file = dist.join(NAME);
    let text = guatu_files::data(&texts(tables));
    fs::write(&file, text).with_context(|| format!("writing {}", file.display()))?;
    Ok(file)
}

/// The files of a package that are there, each with its name.
pub fn texts(tables: &Tables) -> Vec<(String, String)> {
    let text = |name: &'static str| Some((name.to_owned(), tables.get(name)?.to_owned()));
    files().filter_map(text).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn text(tables: &Tables) -> String {
        guatu_files::data(&texts(tables))
    }

    #[test]
    fn the_file_holds_every_text_of_the_package_a_line_each() -> Result<()> {
        let tables = Tables::built_in();
        let text = text(&tables);
        let held: BTreeMap<String, String> = serde_json::from_str(&text)?;
        assert_eq!(held.len(), files().count());
        for name in files() {
            assert_eq!(held.get(name).map(String::as_str), tables.get(name));
        }
        assert_eq!(text.lines().count(), files().count() + 2);
        Ok(())
    }

    #[test]
    fn a_file_that_a_package_lacks_is_left_out() {
        let mut tables = Tables::default();
        tables.insert("units.csv", "id\n\"甲\"\n");
        let expected = "{\n  \"units.csv\": \"id\\n\\\"甲\\\"\\n\"\n}\n";
        assert_eq!(text(&tables), expected);
    }
}
