//! `sample`: a valid data package of any size, to measure with. The same seed gives the same bytes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use guatu::dataset::{
    Class, Comparator, Dataset, Indicator, Kind, PeriodBasis, SCHEMAS, Tables, files, load,
};
use guatu_bench::Random;

use crate::{check_data, project};

/// The table that is generated.
const FIGURES: &str = "observations.csv";

/// So many figures have a district of their own: 100 indicators over twenty years, as in `docs/scale.md`.
const PER_DISTRICT: u32 = 2_000;

/// Tables that name single figures or their plans: they are left empty.
const EMPTY: [&str; 2] = ["relations.csv", "responsibilities.csv"];

/// Writes a package of the project's catalogues and so many generated figures into a new folder. Where there are
/// many, they are those of many districts.
///
/// # Errors
/// The folder holds something already or cannot be written, or there are fewer rows than
/// indicators, each of which needs a figure.
pub fn run(dir: &Path, rows: u32, seed: u64) -> Result<()> {
    let mut tables = check_data::read(&project::data())?;
    add_districts(&mut tables, rows / PER_DISTRICT);
    let data = load(&tables)
        .ok()
        .context("the project's package has faults: `cargo xtask check-data` names them")?;
    ensure!(
        rows as usize >= data.indicators.len(),
        "--rows must be at least {}: every indicator needs a figure",
        data.indicators.len()
    );
    fs::create_dir_all(dir).with_context(|| dir.display().to_string())?;
    ensure!(
        fs::read_dir(dir)?.next().is_none(),
        "{} is not empty",
        dir.display()
    );
    for name in files().filter(|name| *name != FIGURES) {
        let text = tables.get(name).unwrap_or_default();
        let header = text.split_inclusive('\n').next().unwrap_or_default();
        let kept = if EMPTY.contains(&name) { header } else { text };
        fs::write(dir.join(name), kept).context(name)?;
    }
    figures(&dir.join(FIGURES), &data, rows, &mut Random::new(seed)).context(FIGURES)?;
    println!("{}: {rows} figures", dir.display());
    Ok(())
}

/// Adds districts to the project's own, each with a document of its own.
fn add_districts(tables: &mut Tables, count: u32) {
    // No province has a code that begins with 99.
    let area = |n: u32| format!("{},样本区{n},Sample District {n},\n", 990_000 + n);
    let document = |n: u32| {
        let code = 990_000 + n;
        let titles = format!("样本区{n}政府工作报告,Sample Report {n},样本区{n}人民政府");
        format!("sample-{n},{code},work_report,{titles},,,,2025,{n:064x},{PER_DISTRICT}\n")
    };
    let more: [(&str, String); 2] = [
        ("areas.csv", (1..=count).map(area).collect()),
        ("documents.csv", (1..=count).map(document).collect()),
    ];
    for (name, rows) in more {
        let own = tables.get(name).unwrap_or_default();
        tables.insert(name, [own, &rows].concat());
    }
}

/// Writes the table of figures row by row.
fn figures(path: &Path, data: &Dataset, rows: u32, random: &mut Random) -> Result<()> {
    let schema = SCHEMAS.iter().find(|schema| schema.file == FIGURES);
    let schema = schema.context("the schema is missing")?;
    let mut writer = csv::Writer::from_path(path)?;
    writer.write_record(schema.columns)?;
    for (line, indicator) in (1..=rows).zip(data.indicators.iter().cycle()) {
        let figure = Figure::new(data, indicator, line, random);
        writer.write_record(schema.columns.iter().map(|column| figure.cell(column)))?;
    }
    Ok(writer.flush()?)
}

/// What may stand in the column of the class.
const CLASSES: [&str; 3] = ["", Class::Binding.code(), Class::Anticipatory.code()];

/// A generated figure, its cells as they are written.
struct Figure<'a> {
    indicator: &'a Indicator,
    unit: &'a str,
    document: &'a str,
    area: &'a str,
    line: String,
    id: String,
    section: String,
    kind: Kind,
    basis: PeriodBasis,
    period: String,
    plan: String,
    class: &'static str,
    comparator: Comparator,
    value: String,
    as_printed: String,
}

impl<'a> Figure<'a> {
    fn new(data: &'a Dataset, indicator: &'a Indicator, line: u32, random: &mut Random) -> Self {
        let unit = data.units.get(usize::from(indicator.unit));
        let found = random.pick(&data.documents);
        let document = found.map_or("", |document| &*document.id);
        let area = found.and_then(|document| data.area(document.area));
        let kind = random.pick(Kind::ALL).copied().unwrap_or(Kind::Actual);
        let (period, plan) = period(kind, random);
        let class = random.pick(&CLASSES);
        let size = 10_u64.pow(1 + random.below(5) as u32);
        let value = format!("{}.{}", random.below(size), random.below(10));
        Self {
            indicator,
            unit: unit.map_or("", |unit| &*unit.id),
            document,
            area: area.map_or("", |area| &*area.code),
            id: format!("{document}-{line}-1"),
            line: line.to_string(),
            section: format!("样本 / 第{}节", 1 + random.below(40)),
            kind,
            basis: *random
                .pick(PeriodBasis::ALL)
                .unwrap_or(&PeriodBasis::Printed),
            period,
            class: class
                .filter(|_| kind == Kind::Target)
                .copied()
                .unwrap_or_default(),
            plan,
            comparator: *random.pick(Comparator::ALL).unwrap_or(&Comparator::Equal),
            as_printed: format!("{value}{}", unit.map_or("", |unit| &*unit.name.zh)),
            value,
        }
    }

    fn cell(&self, column: &str) -> &str {
        match column {
            "id" => &self.id,
            "document" => self.document,
            "line" => &self.line,
            "section" => &self.section,
            "indicator" => &self.indicator.id,
            "area" => self.area,
            "period" => &self.period,
            "period_basis" => self.basis.code(),
            "kind" => self.kind.code(),
            "comparator" => self.comparator.code(),
            "value" => &self.value,
            "unit" => self.unit,
            "class" => self.class,
            "plan" => &self.plan,
            "as_printed" => &self.as_printed,
            _ => "",
        }
    }
}

/// A figure's period, and the plan of a target: of one year or of five.
fn period(kind: Kind, random: &mut Random) -> (String, String) {
    let year = 1996 + random.below(40);
    let part = random.below(4);
    if kind != Kind::Target {
        let period = match part {
            0 => format!("{year}-{:02}", 1 + random.below(12)),
            1 => format!("{year}-01/{year}-{:02}", 2 + random.below(10)),
            _ => year.to_string(),
        };
        return (period, String::new());
    }
    if part > 0 {
        return (year.to_string(), format!("{year}-annual"));
    }
    // The ninth plan began in 1996.
    let plan = (year - 1996) / 5;
    let start = 1996 + 5 * plan;
    (format!("{start}/{}", start + 4), format!("{}fyp", 9 + plan))
}

#[cfg(test)]
mod tests {
    use guatu::dataset::Observation;

    use super::*;

    #[test]
    fn a_sample_is_valid_and_the_same_seed_gives_the_same_bytes() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        run(&at("a"), 2000, 7).expect("written");
        run(&at("b"), 2000, 7).expect("written");
        run(&at("c"), 2000, 8).expect("written");
        let table = |name: &str| fs::read(at(name).join(FIGURES)).expect("the table");
        assert_eq!(table("a"), table("b"));
        assert_ne!(table("a"), table("c"));
        check_data::run(Some(&at("a"))).expect("no fault");
    }

    #[test]
    fn many_figures_are_those_of_many_districts() {
        let folder = tempfile::tempdir().expect("a folder");
        let sample = folder.path().join("sample");
        run(&sample, 10 * PER_DISTRICT, 7).expect("written");
        let data = check_data::loaded(Some(&sample)).expect("no fault");
        let figures = |code: &str| {
            let of_area = |figure: &Observation<'_>| &*figure.area.code == code;
            data.iter().filter(of_area).count()
        };
        for district in 990_001..=990_010 {
            assert!(figures(&district.to_string()) > 0, "{district}");
        }
        assert_eq!(figures("990011"), 0);
        assert_eq!(data.observations.len(), 10 * PER_DISTRICT);
    }

    #[test]
    fn a_folder_with_something_in_it_and_too_few_rows_are_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(run(&folder.path().join("few"), 1, 7).is_err());
        fs::write(folder.path().join("note.txt"), "keep").expect("a file");
        assert!(run(folder.path(), 2000, 7).is_err());
    }
}
