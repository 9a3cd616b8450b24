//! `changes`: writes the rows of `changes.csv` for the present edition, by comparing the figures with those
//! of an earlier package.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use guatu::dataset::{Dataset, SCHEMAS, Schema, Tables, load};
use guatu::query::changes::is_later;

use crate::check_data;
use crate::project;

const FIGURES: &str = "observations.csv";
const CHANGES: &str = "changes.csv";

/// Writes the changes since the package in a folder into the project's own package.
///
/// # Errors
/// A package has faults, both have one edition, or the table cannot be written.
pub fn run(since: &Path) -> Result<()> {
    let dir = project::data();
    let (before, now) = (check_data::read(since)?, check_data::read(&dir)?);
    let text = changed(&before, &now)?;
    let path = dir.join(CHANGES);
    // By the same rules as any package, before anything is written.
    let mut written = now;
    written.insert(CHANGES, text.clone());
    checked(&written)?;
    fs::write(&path, &text).with_context(|| path.display().to_string())?;
    println!("{}: {} changes", path.display(), text.lines().count() - 1);
    Ok(())
}

/// The table of changes with the rows of the present edition, in place of such that it had.
fn changed(before: &Tables, now: &Tables) -> Result<String> {
    let (since, edition) = (edition(before)?, edition(now)?);
    ensure!(
        is_later(&edition, &since),
        "edition {edition} is not later than {since}"
    );
    let known = schema(CHANGES)?;
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(known.columns)?;
    let kept = known.rows(now).into_iter().map(|(_, cells)| cells);
    for cells in kept.filter(|cells| cells.first() != Some(&edition)) {
        writer.write_record(cells)?;
    }
    let figures = schema(FIGURES)?;
    let mut rows = compared(figures, &by_id(figures, before), &by_id(figures, now));
    if rows.is_empty() {
        rows.push(["none", "", "", ""].map(str::to_owned));
    }
    for [change, id, field, value] in &rows {
        writer.write_record([&edition, &since, change, id, field, value])?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// The edition of a package whose other tables have no fault: the table of changes is what is written next.
fn edition(tables: &Tables) -> Result<String> {
    let mut others = tables.clone();
    others.insert(CHANGES, schema(CHANGES)?.columns.join(",") + "\n");
    Ok(checked(&others)?.edition.to_string())
}

fn checked(tables: &Tables) -> Result<Dataset> {
    load(tables).map_err(|faults| {
        let first = faults.first().map(ToString::to_string);
        let first = first.unwrap_or_default();
        anyhow!("{} faults, the first: {first}", faults.len())
    })
}

fn schema(file: &str) -> Result<&'static Schema> {
    let found = SCHEMAS.iter().find(|schema| schema.file == file);
    found.with_context(|| format!("there is no table {file}"))
}

/// The rows of a table by their first cell, the id.
fn by_id(schema: &Schema, tables: &Tables) -> BTreeMap<String, Vec<String>> {
    let rows = schema.rows(tables).into_iter();
    rows.map(|(_, cells)| (cells.first().cloned().unwrap_or_default(), cells))
        .collect()
}

/// Change, id, field and the value before of each figure that is otherwise.
fn compared(
    schema: &Schema,
    before: &BTreeMap<String, Vec<String>>,
    now: &BTreeMap<String, Vec<String>>,
) -> Vec<[String; 4]> {
    let row = |change: &str, id: &str, field: &str, value: &str| {
        [change, id, field, value].map(str::to_owned)
    };
    let mut rows = Vec::new();
    for (id, cells) in now {
        let Some(old) = before.get(id) else {
            rows.push(row("added", id, "", ""));
            continue;
        };
        let fields = schema.columns.iter().zip(old).zip(cells);
        let other = fields.filter(|((_, old), new)| old != new);
        rows.extend(other.map(|((field, old), _)| row("revised", id, field, old)));
    }
    let gone = before.keys().filter(|id| !now.contains_key(*id));
    rows.extend(gone.map(|id| row("removed", id, "", "")));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_edition(tables: &mut Tables, edition: &str) {
        let text = tables.get("datapackage.json").expect("the descriptor");
        let next = text.replacen(
            "\"version\": \"2026.11.0\"",
            &format!("\"version\": \"{edition}\""),
            1,
        );
        tables.insert("datapackage.json", next);
    }

    #[test]
    fn a_revised_and_a_new_figure_are_written_and_the_package_loads() -> Result<()> {
        let now = Tables::built_in();
        let mut before = now.clone();
        as_edition(&mut before, "2026.10.0");
        let text = now
            .get(FIGURES)
            .expect("the figures")
            .replacen(",7.5,", ",7.4,", 1);
        // A figure that nothing refers to.
        let data = load(&now).expect("no fault");
        let is_free = |id: &str| {
            let others = ["relations.csv", "changes.csv"];
            others
                .iter()
                .all(|file| !now.get(file).unwrap_or_default().contains(id))
        };
        let single = data.iter().find(|figure| {
            let same = data
                .iter()
                .filter(|other| other.indicator_code == figure.indicator_code);
            same.count() > 1 && is_free(figure.id)
        });
        let id = single.expect("a figure").id.to_owned();
        let lines = text
            .lines()
            .filter(|line| !line.starts_with(&format!("{id},")));
        let lines: Vec<&str> = lines.collect();
        before.insert(FIGURES, lines.join("\n") + "\n");
        let written = changed(&before, &now)?;
        assert!(
            written.contains(&format!("2026.11.0,2026.10.0,added,{id},,\n")),
            "{written}"
        );
        assert!(written.contains(",value,7.4\n"), "{written}");
        assert_eq!(written.lines().count(), 3, "{written}");
        let mut whole = now.clone();
        whole.insert(CHANGES, written.clone());
        assert_eq!(load(&whole).expect("no fault").changes.len(), 2);
        // Written again, the rows of the edition are the same and stand once.
        assert_eq!(changed(&before, &whole)?, written);
        Ok(())
    }

    #[test]
    fn editions_with_the_same_figures_have_a_row_that_says_so() -> Result<()> {
        let now = Tables::built_in();
        assert!(changed(&now, &now).is_err(), "one edition");
        let mut before = now.clone();
        as_edition(&mut before, "2026.12.0");
        assert!(changed(&before, &now).is_err(), "backwards");
        let mut before = now.clone();
        as_edition(&mut before, "2026.10.0");
        let written = changed(&before, &now)?;
        assert!(
            written.ends_with("2026.11.0,2026.10.0,none,,,\n"),
            "{written}"
        );
        Ok(())
    }
}
