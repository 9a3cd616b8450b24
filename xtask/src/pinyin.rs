//! `pinyin`: writes the pinyin initials of the Chinese names of indicators and of units of government,
//! which the search matches (`dqsczz` finds 地区生产总值).

use std::fs;

use anyhow::{Context, Result};
use pinyin::ToPinyin;

use crate::project;

const FILES: [&str; 2] = ["data/indicators.csv", "data/organisations.csv"];
const NAME: &str = "name_zh";
const COLUMN: &str = "pinyin";

/// Words whose characters have another reading alone than the dictionary's first.
const READINGS: [(&str, &str); 2] = [("增长", "zz"), ("重大", "zd")];

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

/// The initials of a name; Latin letters and digits stand for themselves, the rest is dropped.
fn initials(name: &str) -> String {
    let mut made = String::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        if let Some((word, reading)) = READINGS.iter().find(|(word, _)| rest.starts_with(word)) {
            made.push_str(reading);
            rest = rest.strip_prefix(word).unwrap_or_default();
            continue;
        }
        match first.to_pinyin() {
            Some(reading) => made.push_str(reading.first_letter()),
            None if first.is_ascii_alphanumeric() => made.push(first.to_ascii_lowercase()),
            None => {}
        }
        rest = rest.strip_prefix(first).unwrap_or_default();
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_several_readings_get_the_one_that_is_spoken() {
        assert_eq!(initials("地区生产总值"), "dqsczz");
        assert_eq!(initials("居民人均可支配收入增长"), "jmrjkzpsrzz");
        assert_eq!(initials("“5亿元”楼宇"), "5yyly");
        assert_eq!(initials("实施重大项目"), "sszdxm");
        assert_eq!(initials("区发改局"), "qfgj");
    }

    #[test]
    fn the_built_in_tables_hold_the_initials_of_their_names() {
        for file in FILES {
            let text = fs::read_to_string(project::root().join(file)).expect("the table");
            let filled = filled(&text).expect("a table");
            assert_eq!(filled, text, "run `cargo xtask pinyin`");
        }
    }
}
