//! `pinyin`: writes the pinyin initials of the Chinese names of indicators and of units of government,
//! which the search matches (`dqsczz` finds 地区生产总值).

use std::fs;

use anyhow::{Context, Result};
use guatu_files::initials;

use crate::project;

const FILES: [&str; 2] = ["data/indicators.csv", "data/organisations.csv"];
const NAME: &str = "name_zh";
const COLUMN: &str = "pinyin";

/// Fills the column of the built-in tables.
///
/// # Errors
/// A table cannot be read or written.
pub fn run() -> Result<()> {
    for file in FILES {
        let path = project::root().join(file);
        let text = fs::read_to_string(&path).context(file)?;
        let filled = filled(&text).context(file)?;
        if filled == text {
            println!("{file}: every initial was right already");
        } else {
            fs::write(&path, filled).context(file)?;
            println!("{file}: written");
        }
    }
    Ok(())
}

/// The table with its column filled anew.
fn filled(table: &str) -> Result<String> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers()?.clone();
    let place = |name: &str| header.iter().position(|column| column == name);
    let (from, to) = place(NAME)
        .zip(place(COLUMN))
        .context("a column is missing")?;
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header)?;
    for record in reader.records() {
        let record = record?;
        let made = initials(record.get(from).unwrap_or_default());
        let cells = record.iter().enumerate();
        writer.write_record(cells.map(|(index, cell)| if index == to { &made } else { cell }))?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_tables_hold_the_initials_of_their_names() {
        for file in FILES {
            let text = fs::read_to_string(project::root().join(file)).expect("the table");
            let filled = filled(&text).expect("a table");
            assert_eq!(filled, text, "run `cargo xtask pinyin`");
        }
    }
}
