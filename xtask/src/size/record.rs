//! The sizes that the built pages may have: those of the record, `xtask/sizes.toml`, and two in a hundred
//! more. Who makes a part heavier for a reason writes the record anew, and a reader of the change sees it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::project;

/// How much more than the record is let pass, in hundredths.
const MORE: usize = 2;

/// Bytes by the name of a part.
pub type Record = BTreeMap<String, usize>;

/// The record.
///
/// # Errors
/// It is not there, or not of its form.
pub fn read() -> Result<Record> {
    let file = file();
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let read = toml::from_str(&text);
    read.with_context(|| format!("{} is no table of bytes", file.display()))
}

/// Writes the record anew.
///
/// # Errors
/// It cannot be written.
pub fn write(record: &Record) -> Result<()> {
    let lines = record
        .iter()
        .map(|(part, bytes)| format!("{part} = {bytes}\n"));
    let head = "# Bytes of the built pages: `cargo xtask size` fails where a part is 2 % heavier, and\n\
        # `cargo xtask size --record` writes this anew. The README has the same figures.\n";
    let file = file();
    fs::write(&file, head.to_owned() + &lines.collect::<String>())
        .with_context(|| format!("writing {}", file.display()))
}

fn file() -> PathBuf {
    project::root().join("xtask/sizes.toml")
}

/// The parts that are too heavy, or that the record does not have.
pub fn too_heavy<'a>(sizes: &'a Record, record: &Record) -> Vec<&'a str> {
    let fits = |(part, bytes): &(&String, &usize)| {
        let recorded = record.get(*part).copied().unwrap_or_default();
        **bytes * 100 <= recorded * (100 + MORE)
    };
    let heavy = sizes.iter().filter(|one| !fits(one));
    heavy.map(|(part, _)| part.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(bytes: usize) -> Record {
        Record::from([("program".to_owned(), bytes)])
    }

    #[test]
    fn two_in_a_hundred_more_than_the_record_pass_and_not_a_byte_beyond() {
        assert_eq!(too_heavy(&record(1020), &record(1000)), [""; 0]);
        assert_eq!(too_heavy(&record(1021), &record(1000)), ["program"]);
        assert_eq!(too_heavy(&record(1), &Record::new()), ["program"]);
    }

    #[test]
    fn the_readme_has_the_figures_of_the_record() -> Result<()> {
        let readme = fs::read_to_string(project::root().join("README.md"))?;
        for (part, bytes) in read()? {
            let row = readme
                .lines()
                .find(|line| line.contains(&format!("`{part}`")));
            let figure = super::super::kilobytes(bytes) + " KB";
            assert!(
                row.is_some_and(|row| row.contains(&figure)),
                "no `{part}` of {figure} in the table of README.md"
            );
        }
        Ok(())
    }
}
