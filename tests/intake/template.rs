//! The template: what stands in it is what the intake takes.

use guatu::dataset::{Lang, SCHEMAS, Schema, Tables};
use guatu::intake::{Finding, Mode, Own, What, open, template};
use guatu::text::columns::{choices, column};
use guatu_files::{Book, Grid, Reading, gb18030, read, xlsx};

use super::{base, opened, own};

/// The template as a reader's spreadsheet saves it, and as the intake is given it.
fn as_read(lang: Lang) -> Reading {
    let text = template(lang);
    let book = xlsx(&Book::read(&text).expect("a book")).expect("a workbook");
    let reading = read(&[("template.xlsx".to_owned(), book)], &gb18030);
    assert_eq!(reading.refused, []);
    reading
}

/// The sheets that are filled in, each with its table.
fn forms(reading: &mut Reading) -> Vec<(&'static Schema, &mut Grid)> {
    let of = |sheet: &str| {
        let code = sheet.rsplit(' ').next().expect("a name").to_owned() + ".csv";
        SCHEMAS.iter().find(|schema| schema.file == code)
    };
    let grids = reading.grids.iter_mut();
    grids
        .filter_map(|grid| Some((of(&grid.sheet)?, grid)))
        .collect()
}

fn found_in(reading: &Reading, mode: Mode) -> (bool, Vec<Finding>) {
    let own = Own::read(&reading.write()).expect("of the form");
    let tables = Tables::built_in();
    let (opened, found) = open(&own, base(&tables), mode);
    (opened.is_some(), found)
}

/// The row without the mark that makes a remark of it; nothing of one that is no example.
fn unmarked(cells: &[String]) -> Option<Vec<String>> {
    let (first, others) = cells.split_first()?;
    let mut marks = ["#example", "#例"].into_iter();
    let first = marks.find_map(|mark| first.strip_prefix(mark))?;
    let first = first.trim_start().to_owned();
    Some([vec![first], others.to_vec()].concat())
}

#[test]
fn a_template_as_it_is_says_nothing_and_is_told_nothing_of() {
    for lang in [Lang::Zh, Lang::En] {
        let (is_set, found) = found_in(&as_read(lang), Mode::Add);
        assert!(is_set && found.is_empty(), "{found:?}");
    }
}

#[test]
fn each_table_has_two_examples_with_all_that_must_be_filled_in_and_they_are_in_order() {
    for lang in [Lang::Zh, Lang::En] {
        let mut reading = as_read(lang);
        let forms = forms(&mut reading);
        // The changes of editions are made by a command.
        assert_eq!(forms.len(), SCHEMAS.len() - 1);
        for (schema, grid) in forms {
            for line in &mut grid.lines {
                if let Some(cells) = unmarked(&line.cells) {
                    line.cells = cells;
                }
            }
            let is_example = |cells: &&[String]| !cells.concat().starts_with('#');
            let rows = grid.lines.iter().skip(1).map(|line| line.cells.as_slice());
            let examples: Vec<&[String]> = rows.filter(is_example).collect();
            assert!(examples.len() >= 2, "{}", schema.file);
            for (at, name) in schema.columns.iter().enumerate() {
                let is_required = column(schema.file, name).is_some_and(|known| known.is_required);
                let is_there = |row: &&[String]| row.get(at).is_some_and(|cell| !cell.is_empty());
                let is_filled = examples.iter().all(is_there);
                assert!(!is_required || is_filled, "{} {name}", schema.file);
            }
        }
        let (is_set, found) = found_in(&reading, Mode::Add);
        assert!(is_set, "{found:#?}");
        // What an example assumes is told of a reader's rows; of these nothing should be left to be asked.
        let is_derived = |what: &What| {
            matches!(
                what,
                What::Inferred(_) | What::Yearly(_) | What::NoEnglish(_)
            )
        };
        let asked: Vec<&Finding> = found.iter().filter(|one| !is_derived(&one.what)).collect();
        assert!(asked.is_empty(), "{asked:#?}");
    }
}

#[test]
fn each_choice_of_a_list_is_taken_for_its_code() {
    let mut taken = 0;
    for lang in [Lang::Zh, Lang::En] {
        let text = template(lang);
        for sheet in &Book::read(&text).expect("a book").sheets {
            let file = [sheet.name, ".csv"].concat();
            for (at, column) in sheet.columns.iter().enumerate() {
                let codes = choices(&file, column.name);
                assert_eq!(codes.len(), column.choices.len(), "{}", column.label);
                for ((code, _), choice) in codes.iter().zip(&column.choices) {
                    is_taken(sheet, at, choice, code);
                    taken += 1;
                }
            }
        }
    }
    assert!(taken > 100, "{taken}");
}

/// A published row with this choice for its code is the published row still; where none has the code, a row with
/// the choice is not refused for it.
fn is_taken(sheet: &guatu_files::Sheet<'_>, at: usize, choice: &str, code: &str) {
    let tables = Tables::built_in();
    let mut schemas = SCHEMAS.iter();
    let schema = schemas.find(|schema| schema.file.trim_end_matches(".csv") == sheet.name);
    let schema = schema.expect("a table");
    let rows = schema.rows(&tables);
    let published = rows.iter().find(|(_, cells)| cells[at] == code);
    let (_, cells) = published.unwrap_or(&rows[0]);
    let mut cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    cells[at] = choice;
    let heads: Vec<&str> = sheet.columns.iter().map(|column| column.label).collect();
    let rows: [&[&str]; 2] = [&heads, &cells];
    let (opened, found) = opened(&own(&[("a.xlsx", sheet.label, &rows)]), Mode::Add);
    if published.is_some() {
        let opened = opened.unwrap_or_else(|| panic!("{choice}: {found:?}"));
        let same = opened.tables.get(schema.file) == tables.get(schema.file);
        assert!(same, "{choice} is not {code}");
    }
    let is_of_it = |one: &&Finding| one.what.is_fault() && *one.place.column == *schema.columns[at];
    let refused: Vec<_> = found.iter().filter(is_of_it).collect();
    assert!(refused.is_empty(), "{choice}: {refused:?}");
}
