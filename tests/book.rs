//! What a reader takes along: the book of sheets, read back by the program that makes files of it.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

mod any_link;
#[expect(dead_code, reason = "other tests make rows one by one")]
mod generated;

use std::collections::BTreeMap;

use any_link::any_link;
use guatu::assess::{Ledger, METHOD};
use guatu::dataset::{Dataset, Lang, Row, Tables, load};
use guatu::export::{Export, Scope, book, figures, report, targets};
use guatu::query::FacetIndex;
use guatu::text::{filter, proof};
use guatu::view::{ViewState, link};
use guatu_files::{Book, Kind, json};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

const ADDRESS: &str = "https://example.org/guatu/";

fn built_in() -> Dataset {
    load(&Tables::built_in()).expect("a valid package")
}

/// Runs a test on what a view exports.
fn with<T>(data: &Dataset, state: &ViewState, test: impl FnOnce(&Export<'_>) -> T) -> T {
    let index = FacetIndex::new(data);
    test(&Export {
        scope: &Scope::of(data, &index, state),
        index: &index,
        address: Some(ADDRESS),
    })
}

/// The rows of a sheet by the names of its columns.
fn named<'a>(book: &'a Book<'_>, sheet: &str) -> Vec<BTreeMap<&'a str, &'a str>> {
    let found = book.sheets.iter().find(|known| known.name == sheet);
    let sheet = found.expect(sheet);
    let names = || sheet.columns.iter().map(|column| column.name);
    let rows = sheet.rows.iter();
    rows.map(|row| names().zip(row.iter().copied()).collect())
        .collect()
}

#[test]
fn every_figure_stands_in_the_book_with_its_numbers_as_they_are_printed() {
    let data = built_in();
    for lang in [Lang::Zh, Lang::En] {
        let state = ViewState {
            lang,
            ..ViewState::default()
        };
        let text = with(&data, &state, book);
        let book = Book::read(&text).expect("a book");
        let rows = named(&book, "figures");
        assert_eq!(rows.len(), data.iter().count());
        let ledger = Ledger::new(&data);
        for (row, figure) in rows.iter().zip(data.iter()) {
            assert_eq!(row["id"], figure.id);
            let number = |name| row[name].parse::<f64>().ok();
            assert_eq!(number("value"), figure.value, "{row:?}");
            assert_eq!(number("value_high"), figure.value_high);
            let decimals = row["value"]
                .split_once('.')
                .map_or(0, |(_, after)| after.len());
            assert!(figure.value.is_none() || decimals == usize::from(figure.decimals));
            assert_eq!(
                row["unit_name"],
                figure.unit.map_or("", |unit| unit.name.get(lang))
            );
            assert_eq!(row["period"], figure.period.to_string());
            assert_eq!(row["as_printed"], figure.as_printed);
            let one = ledger.get(&data, figure.row);
            let status = one.map_or("", |one| one.assessment.judgement.status.code());
            assert_eq!(row["status"], status);
            let (read, notices) = link::read(&row["link"][ADDRESS.len()..], &data);
            assert!(notices.is_empty(), "{notices:?}");
            assert_eq!(read.at.and_then(|at| at.line), Some(figure.line));
        }
        // Spreadsheets search for plain digits, and other figures are named by their ids.
        assert!(rows.iter().all(|row| !row["shown"].contains('\u{202f}')));
        let related = rows.iter().filter(|row| !row["comparability"].is_empty());
        for row in related.clone() {
            let mut ids = row["comparability_ids"].split(' ');
            assert!(ids.all(|id| id != row["id"] && rows.iter().any(|other| other["id"] == id)));
        }
        assert!(related.count() > 10);
        let used = named(&book, "documents");
        let sum: usize = used
            .iter()
            .map(|row| row["figures"].parse().unwrap_or(0))
            .sum();
        assert_eq!((used.len(), sum), (data.documents.len(), rows.len()));
    }
}

#[test]
fn the_targets_are_those_of_the_execution_table_with_the_same_numbers_beside_the_words() {
    let data = load(&generated::with_outcomes()).expect("a valid package");
    let state = ViewState::default();
    let text = with(&data, &state, book);
    let book = Book::read(&text).expect("a book");
    let ledger = Ledger::new(&data);
    let report = report(&data, &ledger, &|_| true, Lang::Zh).csv();
    let mut reader = csv::Reader::from_reader(report.as_bytes());
    let rows = named(&book, "targets");
    let mut numbers = 0;
    for (row, reported) in rows.iter().zip(reader.records()) {
        let reported = reported.expect("a row");
        let words = ["target", "outcome", "status_name", "gap", "pace"].map(|name| row[name]);
        assert_eq!(
            words,
            [4, 6, 9, 11, 12].map(|at| reported[at].trim_start_matches('\'')),
            "{row:?}"
        );
        // Words and number say the same: `−21.7个百分点` and -21.7.
        for (words, value) in [("gap", "gap_value"), ("pace", "pace_points")] {
            assert_eq!(row[words].is_empty(), row[value].is_empty(), "{row:?}");
            let said = row[words].replace(['\u{202f}', '+'], "").replace('−', "-");
            let end = said.find(|c: char| !c.is_ascii_digit() && !"-.".contains(c));
            let said = said[..end.unwrap_or(said.len())].parse::<f64>();
            if let (Ok(said), Ok(value)) = (said, row[value].parse::<f64>()) {
                assert!(
                    (said - value).abs() < 0.006 * value.abs().max(1.0),
                    "{row:?}"
                );
                numbers += 1;
            }
        }
        let value: Option<f64> = row["outcome_value"].parse().ok();
        assert!(value.is_none() || !row["outcome"].is_empty(), "{row:?}");
    }
    assert_eq!(rows.len(), ledger.targets().count());
    assert!(numbers > 50, "{numbers}");
}

/// Views with filters, and views that have figures of their own.
const VIEWS: &[&str] = &[
    "board",
    "table",
    "report",
    "chart",
    "source/wuchang-2020-plan",
    "indicator/gdp-growth",
    "unit/district-development-reform-bureau",
];

#[test]
fn every_export_has_what_the_view_shows_and_says_how_it_was_chosen() {
    let data = built_in();
    let config = ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let index = FacetIndex::new(&data);
    let checked = TestRunner::new(config).run(&any_link(VIEWS), |asked| {
        let (state, _) = link::read(&asked, &data);
        let scope = Scope::of(&data, &index, &state);
        let rows = data.iter().map(|figure| figure.row);
        let rows: Vec<Row> = rows.filter(|row| scope.takes(*row)).collect();
        let text = with(&data, &state, book);
        let book = Book::read(&text).expect("a book");
        let sheet = named(&book, "figures");
        let ids: Vec<&str> = sheet.iter().map(|row| row["id"]).collect();
        let known: Vec<&str> = rows
            .iter()
            .filter_map(|row| Some(data.observation(*row)?.id))
            .collect();
        prop_assert_eq!(ids, known, "{}", asked);
        let targets = index
            .ledger()
            .targets()
            .filter(|row| scope.takes(*row))
            .count();
        prop_assert_eq!(named(&book, "targets").len(), targets);
        let facts =
            ["count", "targets_count", "edition", "method"].map(|name| book.fact(name).to_owned());
        let expected = [
            rows.len().to_string(),
            targets.to_string(),
            data.edition.to_string(),
            METHOD.to_string(),
        ];
        prop_assert_eq!(facts, expected);
        prop_assert!(book.fact("link").starts_with(ADDRESS));
        prop_assert_eq!(book.fact("filters"), scope.words());
        let filters = filter::words(&data, &state.filters, state.lang);
        let is_said = book.fact("filters").ends_with(&filters);
        prop_assert!(is_said || state.filters.active() == 0 || !state.page.takes_filters());
        let csv = with(&data, &state, |export| {
            figures(export).table(state.lang).csv()
        });
        prop_assert_eq!(csv.lines().count(), rows.len() + 1);
        Ok(())
    });
    checked.expect("all are complete");
}

/// Words that one spreadsheet or another would run.
const FORMULAS: [&str; 6] = ["=cmd|'/c calc'!A", "+1+", "-1+", "@SUM(A", "＝1+", " =1+"];

/// The package with words in every cell of text that a spreadsheet would run.
fn hostile() -> Dataset {
    let mut tables = Tables::built_in();
    for (file, columns) in [
        (
            "indicators.csv",
            &["name_zh", "name_en", "definition_zh"][..],
        ),
        ("areas.csv", &["name_zh", "name_en"]),
        (
            "documents.csv",
            &["title_zh", "title_en", "issuer", "number"],
        ),
        ("organisations.csv", &["name_zh", "name_en"]),
        (
            "observations.csv",
            &["section", "note_zh", "note_en", "repair"],
        ),
    ] {
        let text = tables.get(file).expect(file).to_owned();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let heads = reader.headers().expect("heads").clone();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&heads).expect("a row");
        for (line, row) in reader.records().enumerate() {
            let row = row.expect("a row");
            let cells = heads.iter().zip(&row).map(|(head, cell)| {
                if columns.contains(&head) && !(head == "repair" && cell.is_empty()) {
                    format!("{}{line}", FORMULAS[line % FORMULAS.len()])
                } else {
                    cell.to_owned()
                }
            });
            writer.write_record(cells).expect("a row");
        }
        let bytes = writer.into_inner().expect("a table");
        tables.insert(file, String::from_utf8(bytes).expect("text"));
    }
    load(&tables).expect("a valid package")
}

#[test]
fn no_cell_of_a_file_is_a_formula_whatever_the_data_say() {
    let data = hostile();
    for lang in [Lang::Zh, Lang::En] {
        let state = ViewState {
            lang,
            ..ViewState::default()
        };
        for sheet in [with(&data, &state, figures), with(&data, &state, targets)] {
            let csv = sheet.table(lang).csv();
            let mut guarded = 0;
            for row in csv::Reader::from_reader(csv.as_bytes()).records() {
                for cell in &row.expect("a row") {
                    let is_run = FORMULAS.iter().any(|begin| cell.starts_with(begin));
                    assert!(!is_run, "{cell}");
                    guarded += usize::from(cell.starts_with('\''));
                }
            }
            assert!(guarded > 500, "{guarded}");
        }
        let text = with(&data, &state, book);
        let book = Book::read(&text).expect("a book");
        let row = &named(&book, "figures")[0];
        assert!(
            FORMULAS
                .iter()
                .any(|begin| row["area_name"].starts_with(begin))
        );
        assert!(json(&book).contains("\"=cmd|'/c calc'!A0\""));
    }
}

#[test]
fn columns_have_names_of_their_own_and_numbers_hold_numbers() {
    let data = built_in();
    for lang in [Lang::Zh, Lang::En] {
        let state = ViewState {
            lang,
            ..ViewState::default()
        };
        let text = with(&data, &state, book);
        let book = Book::read(&text).expect("a book");
        for sheet in &book.sheets {
            for part in [
                |c: &guatu_files::Column<'_>| c.name.to_owned(),
                |c: &guatu_files::Column<'_>| c.label.to_owned(),
            ] {
                let mut names: Vec<String> = sheet.columns.iter().map(part).collect();
                let count = names.len();
                names.sort();
                names.dedup();
                assert_eq!(names.len(), count, "{}: {names:?}", sheet.name);
            }
            for (at, column) in sheet.columns.iter().enumerate() {
                let mut cells = sheet.rows.iter().map(|row| row[at]);
                let is_number = |cell: &str| cell.is_empty() || cell.parse::<f64>().is_ok();
                assert!(
                    column.kind != Kind::Number || cells.all(is_number),
                    "{}",
                    column.name
                );
            }
        }
        // Between rates a gap is in points, and a target keeps its bound and the name of its plan.
        let targets = named(&book, "targets");
        let row = targets
            .iter()
            .find(|row| row["id"] == "wuchang-2020-plan-39-1");
        let row = row.expect("the growth of 2020");
        let points = ["个百分点", "percentage points"][usize::from(lang == Lang::En)];
        assert_eq!((row["gap_value"], row["gap_unit"]), ("-7", points));
        let row = targets.iter().find(|row| row["target"].starts_with('≥'));
        assert!(row.is_some_and(|row| row["bound"] == "≥" && !row["plan_name"].is_empty()));
        // A target that is printed again names the printing by which it is counted.
        let again: Vec<_> = targets
            .iter()
            .filter(|row| !row["stands_for"].is_empty())
            .collect();
        assert_eq!(again.len(), 2);
        for row in again {
            let first = targets.iter().find(|one| one["id"] == row["stands_for"]);
            let first = first.expect("it is there");
            assert_eq!(first["stands_for"], "");
            assert_eq!(
                ["indicator", "area", "plan"].map(|name| row[name]),
                ["indicator", "area", "plan"].map(|name| first[name])
            );
        }
        // A figure is judged by the row that is exported, with the words of its proof.
        let ledger = Ledger::new(&data);
        let judged = named(&book, "figures");
        let judged = judged.iter().filter(|row| !row["status"].is_empty());
        let words: Vec<&str> = judged.map(|row| row["status_name"]).collect();
        let known: Vec<String> = ledger
            .iter(&data)
            .map(|one| proof::status(&one, lang))
            .collect();
        assert_eq!(words, known);
    }
}
