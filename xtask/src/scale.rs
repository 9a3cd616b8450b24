//! `scale`: the recipe of `docs/scale.md`, run. A synthetic country as Parquet is rolled up per province by `DuckDB`
//! and by Apache Spark from the same SQL; both must write the same packages, and the page must open one.
//!
//! The SQL and what runs it stand in `scale/`; nothing of an engine is ours.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, bail, ensure};

use crate::project::{self, heading};
use crate::{audit, build, check_data, data_file, serve, setup};

/// How many provinces the synthetic country has.
const PROVINCES: u32 = 31;

/// How long the page may take by the browser's own clock, which stands still while it waits for the network.
const PATIENCE: &str = "--virtual-time-budget=60000";

/// Runs the whole recipe with so many districts in the folder `scale` of cargo's, and leaves what it wrote there.
///
/// # Errors
/// Something is missing that cannot be installed; the engines differ from each other, or from sums that were worked
/// out by hand; a package has a fault; or the page does not open it.
pub fn run(districts: u32) -> Result<()> {
    ensure!(
        districts >= PROVINCES,
        "--districts must be at least {PROVINCES}: each province has one"
    );
    setup::scale_tools()?;
    let folder = project::target()?.join("scale");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
    }
    by_hand(&folder.join("hand"))?;
    heading(&format!(
        "A synthetic country of {districts} districts, by DuckDB"
    ));
    let country = folder.join("country");
    let data = project::data();
    let words = [
        OsStr::new("generate"),
        districts.to_string().as_ref(),
        data.as_ref(),
    ]
    .map(OsStr::to_owned);
    script("country.py", &country, &words)?;
    heading("Rolled up per province, by DuckDB and by Spark");
    let packages = packages(&rolled_up(&country, &folder)?)?;
    check(&packages)?;
    let first = packages.first().context("there is no package")?;
    heading("One package against the text of its compilation");
    prove(first)?;
    // A build writes this file last.
    if !project::dist().join("sw.js").exists() {
        build::run()?;
    }
    heading("The built page, with that package");
    open(first, &folder.join("site"))?;
    println!("All of it is in {}", folder.display());
    Ok(())
}

/// What two engines share can be wrong in both: so the roll-up of a few figures stands against sums made by hand.
fn by_hand(folder: &Path) -> Result<()> {
    heading("Figures that were rolled up by hand");
    let hand = project::root().join("scale/hand");
    let country = folder.join("country");
    script(
        "country.py",
        &country,
        &["read".into(), hand.clone().into()],
    )?;
    let rolled = rolled_up(&country, folder)?;
    same_file(&hand.join("expected.csv"), &rolled.join("roll_up.csv"))?;
    let packages = packages(&rolled)?;
    check(&packages)?;
    packages.iter().try_for_each(|package| prove(package))?;
    for (file, row, word) in REFUSED {
        refused(&hand, &folder.join("refused"), file, row, word)?;
    }
    Ok(())
}

/// Rows that must not be counted in silence: the table, a row that is put below it, and what the refusal says.
const REFUSED: [(&str, &str, &str); 5] = [
    ("areas.csv", "44X001,无省区,No Province,440000", "province"),
    ("rules.csv", "ruleless,sum,1,50", "decimals"),
    ("rules.csv", "growth,median,2,50", "twice"),
    (
        "observations.csv",
        "old-99-1,old,99,合成,area,42X001,2023,printed,actual,=,0.00005,,m2,,,,,,0.00005,,,",
        "four decimals",
    ),
    (
        "observations.csv",
        "old-99-1,old,99,合成,area,42X009,2023,printed,actual,=,5,,m2,,,,,,5,,,",
        "area of",
    ),
];

/// A package with one row more is not made into Parquet, and the reason is told.
fn refused(hand: &Path, folder: &Path, file: &str, row: &str, word: &str) -> Result<()> {
    fs::create_dir_all(folder)?;
    for name in files(hand)? {
        fs::copy(hand.join(&name), folder.join(name))?;
    }
    let table = folder.join(file);
    let text = fs::read_to_string(&table)?;
    fs::write(&table, format!("{text}{row}\n"))?;
    let mut python = Command::new(project::scale_python()?.join("bin/python"));
    python.arg(project::root().join("scale/country.py"));
    let made = folder.with_extension("country");
    let output = python.arg(&made).arg("read").arg(folder).output()?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(
        !output.status.success() && told.contains(word),
        "{row} in {file} was not refused for its {word}: {told}"
    );
    println!("Refused: {}", told.trim());
    Ok(())
}

/// The audit finds every figure of a package in the text of its compilation.
fn prove(package: &Path) -> Result<()> {
    let options = audit::Options {
        package: Some(package),
        is_writing: false,
    };
    audit::run(&package.with_extension("text"), &options)
}

/// Rolls a country up by both engines into a folder each, which must then be the same; gives one of them.
fn rolled_up(country: &Path, folder: &Path) -> Result<PathBuf> {
    let engines = ["duckdb", "spark"];
    for engine in engines {
        let words = [country.into(), folder.join(engine).into()];
        script("roll_up.py", OsStr::new(engine), &words)?;
    }
    let [one, other] = engines.map(|engine| folder.join(engine));
    let (left, right) = (files(&one)?, files(&other)?);
    ensure!(left == right, "the engines wrote files of other names");
    for name in &left {
        same_file(&one.join(name), &other.join(name))?;
    }
    println!("The same {} files, byte by byte", left.len());
    Ok(one)
}

/// Runs a script of `scale/` with the Python that has the engines.
fn script(name: &str, first: impl AsRef<OsStr>, rest: &[std::ffi::OsString]) -> Result<()> {
    let mut python = Command::new(project::scale_python()?.join("bin/python"));
    python.arg(project::root().join("scale").join(name));
    project::run(python.arg(first).args(rest))
}

/// The paths of all files in a folder, from there, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).with_context(|| next.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path.strip_prefix(folder)?.to_path_buf());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Fails at the first line in which two files differ.
fn same_file(wanted: &Path, written: &Path) -> Result<()> {
    let read = |path: &Path| fs::read_to_string(path).with_context(|| path.display().to_string());
    let (left, right) = (read(wanted)?, read(written)?);
    if left == right {
        return Ok(());
    }
    let (mut left, mut right) = (left.lines(), right.lines());
    for line in 1.. {
        match (left.next(), right.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => bail!(
                "line {line} is\n  {} in {}\n  {} in {}",
                a.unwrap_or("not there"),
                wanted.display(),
                b.unwrap_or("not there"),
                written.display()
            ),
        }
    }
    bail!(
        "{} and {} end their lines otherwise",
        wanted.display(),
        written.display()
    )
}

/// The packages in a folder, in order.
fn packages(folder: &Path) -> Result<Vec<PathBuf>> {
    let of_package = |path: &PathBuf| path.ends_with("datapackage.json");
    let found = files(folder)?.into_iter().filter(of_package);
    Ok(found
        .filter_map(|path| Some(folder.join(path.parent()?)))
        .collect())
}

/// Every package keeps the rules of the project's own.
fn check(packages: &[PathBuf]) -> Result<()> {
    let mut figures = 0;
    for package in packages {
        figures += check_data::loaded(Some(package))?.observations.len();
    }
    println!("{} packages of {figures} figures, no fault", packages.len());
    Ok(())
}

/// Opens the built page in Chromium with another package in the place of its own.
fn open(package: &Path, site: &Path) -> Result<()> {
    let dist = project::dist();
    fs::create_dir(site)?;
    for name in files(&dist)? {
        let to = site.join(&name);
        fs::create_dir_all(to.parent().unwrap_or(site))?;
        fs::copy(dist.join(&name), to)?;
    }
    data_file::write(&check_data::read(package)?, site)?;
    let listener = serve::listen(0)?;
    let address = format!("http://{}/#/table", listener.local_addr()?);
    let folder = site.to_path_buf();
    // It ends with this program.
    thread::spawn(move || serve::answer(listener, &folder));
    let mut chromium = project::program("chromium")?;
    chromium.args(["--headless", "--no-sandbox", "--disable-gpu", PATIENCE]);
    let profile = site.with_extension("profile");
    chromium.arg(format!("--user-data-dir={}", profile.display()));
    let page = project::output(chromium.args(["--dump-dom", &address]));
    let page = page.context("Chromium did not open the page")?;
    let figures = check_data::loaded(Some(package))?.observations.len();
    shows(&page, figures)?;
    println!(
        "{}: ready, {figures} figures, rows drawn",
        package.display()
    );
    Ok(())
}

/// A page says itself whether it is ready and how many figures it has.
fn shows(page: &str, figures: u32) -> Result<()> {
    let state = attribute(page, "data-state").unwrap_or("none");
    ensure!(state == "ready", "the page's state is {state}");
    let count = page
        .find("id=\"result-count\"")
        .and_then(|at| attribute(page.get(at..)?, "data-count"));
    ensure!(
        count == Some(figures.to_string().as_str()),
        "the page counts {count:?} figures, of {figures}"
    );
    // A page whose views did not come is ready too, and says so.
    ensure!(
        page.contains(" data-observation=\"roll-up-"),
        "the page draws no row of its table"
    );
    Ok(())
}

/// The value of the first attribute of a name.
fn attribute<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_differs_is_told_with_the_line() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        fs::write(&one, "a\nb\n")?;
        for (text, told) in [
            ("a\nc\n", "line 2 is\n  b in "),
            ("a\nb\nc\n", "line 3 is\n  not there in "),
            ("a\n", "line 2 is\n  b in "),
            ("a\r\nb\r\n", "end their lines otherwise"),
        ] {
            fs::write(&other, text)?;
            let error = same_file(&one, &other).expect_err("they differ");
            assert!(error.to_string().contains(told), "{error}");
        }
        fs::write(&other, "a\nb\n")?;
        same_file(&one, &other)
    }

    #[test]
    fn packages_are_the_folders_with_a_descriptor() -> Result<()> {
        let folder = tempfile::tempdir()?;
        for name in ["42", "11", "42.text"] {
            fs::create_dir(folder.path().join(name))?;
        }
        for name in ["roll_up.csv", "42/datapackage.json", "11/datapackage.json"] {
            fs::write(folder.path().join(name), "")?;
        }
        let expected = ["11", "42"].map(|name| folder.path().join(name));
        assert_eq!(packages(folder.path())?, expected);
        Ok(())
    }

    #[test]
    fn a_page_must_be_ready_with_all_figures_and_draw_them() {
        let page = |state, count| {
            format!(
                "<html lang=\"zh\" data-state=\"{state}\"><p data-count=\"3\">\
                 <output id=\"result-count\" data-count=\"{count}\">"
            )
        };
        let row = "<tr data-observation=\"roll-up-42-3-1\">";
        assert!(shows(&(page("ready", 2000) + row), 2000).is_ok());
        assert!(shows(&page("ready", 2000), 2000).is_err());
        assert!(shows(&(page("ready", 3) + row), 2000).is_err());
        assert!(shows(&(page("failed", 2000) + row), 2000).is_err());
        assert!(shows("<html>", 2000).is_err());
    }

    #[test]
    fn a_country_without_a_district_for_each_province_is_refused() {
        assert!(run(30).is_err());
    }
}
