//! The data of the site: the files of a data package in one, `dist/data.json`, which
//! `src/boot/site.js` asks for beside the program.
//!
//! It is an object with the text of each file by its name, a file a line, in the order of their
//! names: the same package gives the same bytes.

use std::collections::BTreeMap;
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
    fs::write(&file, text(tables)?).with_context(|| format!("writing {}", file.display()))?;
    Ok(file)
}

fn text(tables: &Tables) -> Result<String> {
    let texts = files().filter_map(|name| Some((name, tables.get(name)?)));
    let texts: BTreeMap<&str, &str> = texts.collect();
    Ok(serde_json::to_string_pretty(&texts)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_every_text_of_the_package_a_line_each() -> Result<()> {
        let tables = Tables::built_in();
        let text = text(&tables)?;
        let held: BTreeMap<String, String> = serde_json::from_str(&text)?;
        assert_eq!(held.len(), files().count());
        for name in files() {
            assert_eq!(held.get(name).map(String::as_str), tables.get(name));
        }
        assert_eq!(text.lines().count(), files().count() + 2);
        Ok(())
    }

    #[test]
    fn a_file_that_a_package_lacks_is_left_out() -> Result<()> {
        let mut tables = Tables::default();
        tables.insert("units.csv", "id\n\"甲\"\n");
        let expected = "{\n  \"units.csv\": \"id\\n\\\"甲\\\"\\n\"\n}\n";
        assert_eq!(text(&tables)?, expected);
        Ok(())
    }
}
