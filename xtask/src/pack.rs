//! `pack`: the single file of the figures in a folder, made of the built one as the page makes it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use guatu::dataset::{Lang, Tables};
use guatu::front::{Front, Said};
use guatu::intake::{self, Base, Finding, Mode, is_day, renamed};
use guatu::query::FacetIndex;
use guatu_files::{child, gb18030, initials, read};

use crate::{check_data, data_file, project, single_file};

/// What is packed, and how.
#[derive(Debug, Default)]
pub struct Options<'a> {
    /// Where to; `guatu.html` in this folder unless named.
    pub to: Option<&'a Path>,
    /// Whether the published figures stay beside those of the folder.
    pub is_added: bool,
    /// The day on which the files are opened, of which the edition is made where they name none.
    pub today: Option<&'a str>,
    /// What is set in the descriptor.
    pub said: Said<'a>,
    /// Names of areas by their codes.
    pub areas: Vec<(&'a str, &'a str)>,
}

/// Writes the single file of the package, or the files that a reader would open, in `dir`.
///
/// # Errors
/// The files have a fault, nothing is built, or the file cannot be written.
pub fn run(dir: &Path, options: &Options<'_>) -> Result<()> {
    let to = options.to.unwrap_or(Path::new(single_file::NAME));
    let page = page(dir, options)?;
    fs::write(to, page).with_context(|| format!("writing {}", to.display()))?;
    println!("{}", to.display());
    Ok(())
}

/// The text of the single file of what is in `dir`.
///
/// # Errors
/// The files have a fault, or nothing is built.
pub fn page(dir: &Path, options: &Options<'_>) -> Result<String> {
    let tables = opened(dir, options, &mut |line| println!("{line}"))?;
    let tables = renamed(&tables, options.said, &options.areas);
    let data = check_data::checked(&tables, dir)?;
    for (code, _) in &options.areas {
        let is_there = data.areas.iter().any(|area| *area.code == **code);
        ensure!(is_there, "--area {code}: no area has this code");
    }
    let parent = project::dist().join(single_file::NAME);
    let parent = fs::read_to_string(&parent)
        .with_context(|| format!("{}: run `cargo xtask build` first", parent.display()))?;
    let front = Front::new(&data, &FacetIndex::new(&data), &tables);
    Ok(child(&parent, &front.pieces(), &data_file::texts(&tables))?)
}

/// The tables of the files in a folder, as the page would read them. What is left out and what is wrong is told, a line
/// each.
fn opened(dir: &Path, options: &Options<'_>, tell: &mut dyn FnMut(String)) -> Result<Tables> {
    for (option, day) in [("--today", options.today), ("--date", options.said.created)] {
        let is_right = day.is_none_or(is_day);
        let day = day.unwrap_or_default();
        ensure!(is_right, "{option} {day}: it is a day such as 2027-01-31");
    }
    let mut files = Vec::new();
    let entries = fs::read_dir(dir).with_context(|| dir.display().to_string())?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() {
            files.push((name, fs::read(entry.path())?));
        } else {
            tell(format!("note: {name}; a folder or a link, and not read"));
        }
    }
    let reading = read(&files, &gb18030).write();
    let own = intake::Own::read(&reading).context("the tables")?;
    let published = check_data::read(&project::data())?;
    let edition = check_data::checked(&published, &project::data())?.edition;
    let base = Base {
        tables: &published,
        edition: &edition,
        today: options.today.unwrap_or_default(),
        initials: &initials,
    };
    let mode = if options.is_added {
        Mode::Add
    } else {
        Mode::Replace
    };
    if mode == Mode::Add || !own.is_described() {
        ensure!(
            !base.today.is_empty(),
            "the edition is that of a day: name it by --today 2027-01-31"
        );
    }
    let (opened, found) = intake::open(&own, base, mode);
    for one in &found {
        tell(line(one));
    }
    match opened {
        Some(opened) => Ok(opened.tables),
        None => bail!(
            "{} faults in {}",
            found.iter().filter(|one| one.what.is_fault()).count(),
            dir.display()
        ),
    }
}

/// A finding on a line.
fn line(one: &Finding) -> String {
    let told = intake::told(one, Lang::En);
    let kind = if one.what.is_fault() { "fault" } else { "note" };
    let cells = [
        told.place,
        told.row,
        told.column,
        told.wrong,
        told.read,
        told.allowed,
    ];
    let cells = cells.iter().filter(|cell| !cell.is_empty());
    let cells: Vec<&str> = cells.map(String::as_str).collect();
    format!("{kind}: {}", cells.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with the published tables and what is put beside them, as it is packed: what is told, and what comes of
    /// it.
    fn with(put: impl FnOnce(&Path) -> Result<()>) -> Result<(Vec<String>, Result<Tables>)> {
        let folder = tempfile::tempdir()?;
        for entry in fs::read_dir(project::data())? {
            let entry = entry?;
            fs::copy(entry.path(), folder.path().join(entry.file_name()))?;
        }
        put(folder.path())?;
        let mut told = Vec::new();
        let tables = opened(folder.path(), &Options::default(), &mut |line| {
            told.push(line);
        });
        Ok((told, tables))
    }

    fn has(told: &[String], begin: &str) -> bool {
        told.iter().any(|line| line.starts_with(begin))
    }

    #[test]
    fn folders_and_a_second_descriptor_are_left_out_and_named() -> Result<()> {
        let published = check_data::read(&project::data())?;
        let (told, tables) = with(|folder| {
            fs::create_dir(folder.join("older"))?;
            fs::copy(
                folder.join("datapackage.json"),
                folder.join("datapackage-2025.json"),
            )?;
            Ok(())
        })?;
        assert!(has(&told, "note: older; a folder"), "{told:?}");
        assert!(has(&told, "note: datapackage-2025.json"), "{told:?}");
        let tables = tables?;
        for file in guatu::dataset::files() {
            assert_eq!(tables.get(file), published.get(file), "{file}");
        }
        Ok(())
    }

    #[test]
    fn what_is_no_table_is_a_fault_and_nothing_is_packed() -> Result<()> {
        let (told, tables) = with(|folder| {
            fs::write(folder.join("photo.png"), b"\x89PNG\r\n\x1a\n")?;
            Ok(())
        })?;
        assert!(has(&told, "fault: photo.png"), "{told:?}");
        assert!(tables.is_err());
        Ok(())
    }

    #[test]
    fn a_name_for_an_area_that_is_not_there_is_refused() {
        let options = Options {
            areas: vec![("420106", "武昌"), ("999999", "某区")],
            ..Options::default()
        };
        let error = page(&project::data(), &options).map_err(|error| error.to_string());
        assert_eq!(
            error.err().as_deref(),
            Some("--area 999999: no area has this code")
        );
    }
}
