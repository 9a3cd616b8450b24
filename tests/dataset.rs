//! The built-in data package: it loads, and a broken cell is named with its place.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::dataset::{
    Changed, Class, Comparator, Dataset, Direction, DocumentKind, Fault, Kind, Measure,
    PeriodBasis, Problem, Reason, RelationKind, Role, SCHEMAS, Stage, Tables, decimal, files, load,
};
use proptest::prelude::*;

fn built_in() -> Dataset {
    match load(&Tables::built_in()) {
        Ok(data) => data,
        Err(faults) => panic!("{}", listed(&faults)),
    }
}

fn listed(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// The built-in package with one text of one file replaced by another, once.
fn with(file: &str, old: &str, new: &str) -> Tables {
    let mut tables = Tables::built_in();
    let text = tables.get(file).expect("a known file").to_owned();
    assert!(text.contains(old), "{file} holds {old}");
    tables.insert(file, text.replacen(old, new, 1));
    tables
}

#[test]
fn the_built_in_package_has_no_fault() {
    let data = built_in();
    assert!(data.observations.len() >= 110);
    assert_eq!(data.documents.len(), 5);
}

#[test]
fn the_fourteenth_plan_has_its_6_binding_and_11_anticipatory_indicators() {
    let data = built_in();
    let of = |class: &str| {
        data.iter()
            .filter(|o| o.plan.is_some_and(|plan| &*plan.id == "14fyp"))
            .filter(|o| o.class.is_some_and(|known| known.code() == class))
            .count()
    };
    assert_eq!((of("binding"), of("anticipatory")), (6, 11));
}

#[test]
fn every_indicator_is_used_and_every_indicator_of_the_plan_has_a_unit_of_government() {
    let data = built_in();
    for (code, indicator) in (0..).zip(&data.indicators) {
        assert!(
            data.iter().any(|o| o.indicator_code == code),
            "{} has no figure",
            indicator.id
        );
    }
    for target in data.iter().filter(|o| o.class.is_some()) {
        assert!(data.subject(target.row).is_some(), "{}", target.id);
    }
}

#[test]
fn a_letter_in_a_number_is_named_with_file_line_and_column() {
    let tables = with("observations.csv", ",1550,", ",155o,");
    let faults = load(&tables).expect_err("a fault");
    let [fault] = faults.as_slice() else {
        panic!("one fault, not:\n{}", listed(&faults));
    };
    assert_eq!(fault.file, "observations.csv");
    assert_eq!(fault.column, "value");
    assert_eq!(fault.problem, Problem::NotANumber("155o".to_owned()));
    let text = tables.get("observations.csv").expect("the file");
    let line = usize::try_from(fault.row).expect("small");
    assert!(
        text.lines()
            .nth(line - 1)
            .expect("the line")
            .contains("155o")
    );
}

#[test]
fn all_faults_are_given_at_once() {
    let mut tables = with("observations.csv", ",estimate,", ",guess,");
    let units = tables.get("units.csv").expect("the file").to_owned();
    tables.insert("units.csv", units.replacen("10000", "ten", 1));
    let faults = load(&tables).expect_err("faults");
    let files: Vec<&str> = faults.iter().map(|fault| fault.file.as_str()).collect();
    assert!(files.contains(&"units.csv") && files.contains(&"observations.csv"));
}

#[test]
fn a_missing_file_a_missing_column_and_a_short_row_are_faults() {
    let mut missing = Tables::default();
    for name in files().filter(|name| *name != "units.csv") {
        missing.insert(name, Tables::built_in().get(name).expect("known"));
    }
    let told = listed(&load(&missing).expect_err("a fault"));
    assert!(told.contains("units.csv: the file is missing"), "{told}");

    let told = listed(&load(&with("areas.csv", "parent", "above")).expect_err("a fault"));
    assert!(
        told.contains("areas.csv, line 1, column parent: the column is missing"),
        "{told}"
    );

    let told = listed(&load(&with("areas.csv", "Wuhan,", "Wuhan")).expect_err("a fault"));
    assert!(
        told.contains("areas.csv, line 2: the row has 3 cells"),
        "{told}"
    );
}

/// The faults of the built-in package with one text of one file replaced.
fn told(file: &str, old: &str, new: &str) -> String {
    listed(&load(&with(file, old, new)).expect_err("a fault"))
}

#[test]
fn a_target_pairs_only_with_an_outcome_of_its_own_indicator() {
    // The outcome of planned investment tied to the target of major projects.
    let wrong = told(
        "relations.csv",
        "wuchang-2020-plan-73-1,wuchang-2020-plan-71-1,target_of",
        "wuchang-2020-plan-73-1,wuchang-2020-plan-63-1,target_of",
    );
    assert!(
        wrong.contains("ties an outcome to a target of the same indicator"),
        "{wrong}"
    );
    assert_eq!(wrong.lines().count(), 1, "{wrong}");
}

#[test]
fn one_broken_cell_is_one_fault_whatever_refers_to_its_row() {
    for (file, old, new) in [
        (
            "themes.csv",
            "综合经济,Overall economy,1",
            "综合经济,Overall economy,first",
        ),
        (
            "units.csv",
            "亿元,100 million yuan,money-cny,100000000",
            "亿元,100 million yuan,money-cny,many",
        ),
        (
            "indicators.csv",
            ",economy,yuan-100m,level,",
            ",economics,yuan-100m,level,",
        ),
        (
            "indicators.csv",
            ",economy,yuan-100m,level,",
            ",economy,yuan,level,",
        ),
        (
            "documents.csv",
            "wuchang-2020-q3,420106,progress_report",
            "wuchang-2020-q3,420106,report",
        ),
        ("observations.csv", ",2024,inferred,", ",2024-13,inferred,"),
        (
            "observations.csv",
            "wuchang-2020-plan-39-1,",
            "wuchang-2020-plan 39,",
        ),
        ("observations.csv", ",14fyp,", ",fyp,"),
    ] {
        let told = told(file, old, new);
        let own = told.lines().filter(|line| line.starts_with(file)).count();
        assert_eq!(own, 1, "{file} {new}:\n{told}");
    }
}

#[test]
fn what_the_schema_forbids_is_refused() {
    for (file, old, new, says) in [
        (
            "observations.csv",
            ",2021,printed,target,=,7,",
            ",2035,printed,target,=,7,",
            "outside the plan",
        ),
        ("areas.csv", "420103,", "4201~03,", "is not a slug"),
        (
            "indicators.csv",
            "courts-completed,",
            "courts-finished,",
            "is not in indicators.csv",
        ),
        ("relations.csv", ",part_of,", ",partof,", "is not allowed"),
    ] {
        let told = told(file, old, new);
        assert!(told.contains(says), "{told}");
    }
    let mut tables = Tables::built_in();
    let twice = |text: &str| format!("{text}{}\n", text.lines().nth(1).expect("a row"));
    for file in ["relations.csv", "responsibilities.csv", "units.csv"] {
        let text = tables.get(file).expect("the file").to_owned();
        tables.insert(file, twice(&text));
        let told = listed(&load(&tables).expect_err("a fault"));
        assert!(
            told.contains(&format!("{file}, line")) && told.contains("stands already"),
            "{told}"
        );
        tables.insert(file, text);
    }
    let units = tables.get("indicators.csv").expect("the file");
    let unused = units.replacen(
        "\ngdp,",
        "\ngdp-unused,国内,Unused,economy,percent,growth,up,no,,gn,,,\ngdp,",
        1,
    );
    tables.insert("indicators.csv", unused);
    let told = listed(&load(&tables).expect_err("a fault"));
    assert!(told.contains("no figure is of `gdp-unused`"), "{told}");
}

#[test]
fn the_line_is_that_of_the_file_with_any_line_ends_and_blank_lines() {
    let text = Tables::built_in()
        .get("observations.csv")
        .expect("the file")
        .to_owned();
    let broken = text.replacen(",1550,", ",155o,", 1);
    let line = 1 + broken
        .lines()
        .position(|line| line.contains("155o"))
        .expect("the line");
    let mut tables = Tables::built_in();
    for (text, line) in [
        (broken.clone(), line),
        (broken.replace('\n', "\r\n"), line),
        (broken.replacen('\n', "\n\n\n", 1), line + 2),
        (format!("\u{feff}{broken}"), line),
    ] {
        tables.insert("observations.csv", text);
        let faults = load(&tables).expect_err("a fault");
        let rows: Vec<u64> = faults.iter().map(|fault| fault.row).collect();
        assert_eq!(rows, [u64::try_from(line).expect("small")]);
    }
}

#[test]
fn the_descriptor_lists_the_same_tables_and_columns_as_the_program() {
    let tables = Tables::built_in();
    let text = tables.get("datapackage.json").expect("the descriptor");
    let descriptor: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let resources = descriptor["resources"].as_array().expect("a list");
    assert_eq!(resources.len(), SCHEMAS.len());
    for (resource, schema) in resources.iter().zip(SCHEMAS) {
        assert_eq!(resource["path"], schema.file);
        let fields = resource["schema"]["fields"].as_array().expect("a list");
        let names: Vec<&str> = fields.iter().filter_map(|f| f["name"].as_str()).collect();
        assert_eq!(names, schema.columns, "{}", schema.file);
    }
}

#[test]
fn the_descriptor_allows_the_same_codes_as_the_program() {
    let tables = Tables::built_in();
    let text = tables.get("datapackage.json").expect("the descriptor");
    let descriptor: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let codes = |table: &str, column: &str| -> Vec<String> {
        let named = |list: &serde_json::Value, name: &str| {
            let list = list.as_array().expect("a list");
            let found = list.iter().find(|entry| entry["name"] == name);
            found.expect("an entry of this name").clone()
        };
        let resource = named(&descriptor["resources"], table);
        let field = named(&resource["schema"]["fields"], column);
        serde_json::from_value(field["constraints"]["enum"].clone()).expect("codes")
    };
    for (table, column, known) in [
        ("documents", "kind", DocumentKind::CODES),
        ("indicators", "measure", Measure::CODES),
        ("indicators", "direction", Direction::CODES),
        ("observations", "period_basis", PeriodBasis::CODES),
        ("observations", "kind", Kind::CODES),
        ("observations", "comparator", Comparator::CODES),
        ("observations", "class", Class::CODES),
        ("relations", "kind", RelationKind::CODES),
        ("responsibilities", "role", Role::CODES),
        ("projects", "stage", Stage::CODES),
        ("exclusions", "reason", Reason::CODES),
        ("changes", "change", Changed::CODES),
    ] {
        assert_eq!(codes(table, column), known, "{table} {column}");
    }
}

#[test]
fn an_id_begins_with_the_place_that_prints_it() {
    let data = built_in();
    for figure in data.iter() {
        let place = format!(
            "{}-{}-{}",
            figure.document.id,
            figure.line,
            figure.ordinal()
        );
        assert_eq!(figure.id, place);
    }
    for project in &data.projects {
        let document = &data.documents[usize::from(project.document)];
        let place = format!("{}-{}-p", document.id, project.line);
        let number = project.id.strip_prefix(&place).expect("the place");
        assert!(number.parse::<u32>().is_ok(), "{}", project.id);
    }
}

#[test]
fn what_leads_back_to_itself_is_named_once_a_circle() {
    let mut tables = Tables::built_in();
    let areas = "code,name_zh,name_en,parent\n\
        420100,甲,A,420106\n420103,乙,B,420100\n420106,丙,C,420100\n420107,丁,D,420107\n";
    tables.insert("areas.csv", areas);
    let faults = load(&tables).expect_err("two circles");
    let circles = [
        "areas.csv, line 2, column parent: leads back to the row itself",
        "areas.csv, line 5, column parent: leads back to the row itself",
    ];
    assert_eq!(listed(&faults), circles.join("\n"));
}

#[test]
fn a_document_of_which_no_text_is_kept_has_no_sum_and_no_count() {
    let text = "e66763a918cb050cd758aa1521737fc63ca6c591d66ea570782ab012927a5438,217";
    let data = load(&with("documents.csv", text, ","));
    let data = data.unwrap_or_else(|faults| panic!("{}", listed(&faults)));
    let document = &data.documents[0];
    assert_eq!((&*document.sha256, document.numerals), ("", 0));
}

#[test]
fn tables_are_sorted_by_their_key() {
    let tables = Tables::built_in();
    for schema in SCHEMAS {
        let text = tables.get(schema.file).expect("the file");
        let keys: Vec<&str> = text
            .lines()
            .skip(1)
            .filter_map(|l| l.split(',').next())
            .collect();
        assert!(keys.is_sorted(), "{}", schema.file);
        assert!(
            !text.contains('\r') && !text.starts_with('\u{feff}'),
            "{}",
            schema.file
        );
    }
}

proptest! {
    #[test]
    fn a_number_is_the_one_that_the_standard_library_reads(
        text in "-?[0-9]{1,8}(\\.[0-9]{1,7})?"
    ) {
        let read = decimal(&text).map(f64::to_bits);
        prop_assert_eq!(read, text.parse::<f64>().ok().map(f64::to_bits));
    }
}
