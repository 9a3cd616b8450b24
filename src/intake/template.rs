//! A workbook to fill in: a sheet for each table with its columns, what to write in each, the choices of
//! enumerations, and example rows. `guatu-files` makes it of this text.

use crate::dataset::{Lang, SCHEMAS, Schema};
use crate::text::Own;
use crate::text::columns::{choices, column, table};

use super::examples::EXAMPLES;
use super::grid::{CELL, ROW, SHEET};
use super::head::REMARK;

/// The tables in the order in which a reader needs them; the changes of editions are made by a command.
const TABLES: [&str; 13] = [
    "observations.csv",
    "indicators.csv",
    "documents.csv",
    "areas.csv",
    "themes.csv",
    "units.csv",
    "organisations.csv",
    "responsibilities.csv",
    "tasks.csv",
    "relations.csv",
    "projects.csv",
    "glossary.csv",
    "exclusions.csv",
];

/// The text of the workbook.
#[must_use]
pub fn template(lang: Lang) -> String {
    let mut text = String::new();
    push(&mut text, &[Own::About.get(lang)]);
    for (name, what) in [
        (Own::Template, Own::TemplateWhat),
        (Own::Open, Own::OpenWhat),
    ] {
        let (name, what) = (name.get(lang), what.get(lang));
        push(&mut text, &[name, name, "string", what]);
    }
    text.push(SHEET);
    for file in TABLES {
        if let Some(schema) = SCHEMAS.iter().find(|schema| schema.file == file) {
            sheet(&mut text, schema, lang);
        }
    }
    text
}

fn sheet(text: &mut String, schema: &Schema, lang: Lang) {
    let code = schema.file.trim_end_matches(".csv");
    // By its code too, so that the sheet is known whatever the language.
    let label = match lang {
        Lang::Zh => [table(schema.file).zh, code].join(" "),
        Lang::En => code.to_owned(),
    };
    push(text, &[code, &label, "form"]);
    for name in schema.columns {
        let Some(column) = column(schema.file, name) else {
            continue;
        };
        let mark = if column.is_required { "*" } else { "" };
        let head = match lang {
            Lang::Zh => [column.name.zh, " ", name, mark].concat(),
            Lang::En => [name, mark].concat(),
        };
        let choices = choices(schema.file, name);
        let mut cells = vec![*name, &head, kind(name)];
        // The signs of comparators are shorter than their names.
        cells.extend(choices.iter().map(|(code, words)| match *name {
            "comparator" => code,
            _ => words.get(lang),
        }));
        push(text, &cells);
    }
    text.push(ROW);
    for row in remarks(schema, lang) {
        push(text, &row.iter().map(String::as_str).collect::<Vec<_>>());
    }
    text.push(SHEET);
}

/// What stands below the heads of a table in the template: what to write, and examples.
pub(super) fn remarks(schema: &Schema, lang: Lang) -> Vec<Vec<String>> {
    let remark = |mark: &str, cells: &mut dyn Iterator<Item = &'static str>| -> Vec<String> {
        let mut cells: Vec<String> = cells.map(str::to_owned).collect();
        if let Some(first) = cells.first_mut() {
            let words = [mark, first].join(" ");
            words.trim_end().clone_into(first);
        }
        cells
    };
    let columns = schema.columns.iter();
    let mut notes =
        columns.map(|name| column(schema.file, name).map_or("", |column| column.note.get(lang)));
    let mut rows = vec![remark(&REMARK.to_string(), &mut notes)];
    let example = match lang {
        Lang::Zh => "#例",
        Lang::En => "#example",
    };
    let own = EXAMPLES.iter().filter(|(file, _)| *file == schema.file);
    rows.extend(own.flat_map(|(_, rows)| *rows).map(|cells| {
        let mut cells = schema.columns.iter().map(|name| {
            let found = cells.iter().find(|(column, _)| column == name);
            found.map_or("", |(_, text)| *text)
        });
        remark(example, &mut cells)
    }));
    rows
}

/// How the cells of a column are kept: a spreadsheet would make dates of periods and numbers of codes.
fn kind(column: &str) -> &'static str {
    match column {
        "value" | "value_high" | "factor" | "line" | "order" | "theme_no" | "theme_line"
        | "numerals" => "number",
        _ => "string",
    }
}

fn push(text: &mut String, cells: &[&str]) {
    for cell in cells {
        text.push_str(cell);
        text.push(CELL);
    }
    text.push(ROW);
}
