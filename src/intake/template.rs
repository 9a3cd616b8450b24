//! A workbook to fill in: a sheet for each table with its columns, what to write in each, the choices of
//! enumerations, and example rows. `guatu-files` makes it of this text.

use crate::dataset::{Lang, SCHEMAS, Schema};
use crate::text::columns::{choices, column, table};

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

/// Examples: a table, then columns with what stands there. They are remarks, which are never read as rows.
type Example = (&'static str, &'static [(&'static str, &'static str)]);

#[rustfmt::skip]
const EXAMPLES: &[Example] = &[
    ("observations.csv", &[
        ("document", "某区2026年国民经济和社会发展计划"), ("line", "12"), ("section", "二、主要目标"), ("indicator", "地区生产总值"),
        ("period", "2026"), ("kind", "目标"), ("comparator", ">="), ("value", "1800"), ("unit", "亿元"), ("class", "预期性"),
        ("plan", "2026年度计划"), ("as_printed", "地区生产总值1800亿元以上"),
    ]),
    ("observations.csv", &[
        ("document", "某区2027年政府工作报告"), ("line", "5"), ("section", "一、2026年工作回顾"), ("indicator", "地区生产总值"),
        ("period", "2026"), ("kind", "实际"), ("value", "1835.2"), ("unit", "亿元"), ("as_printed", "地区生产总值达到1835.2亿元"),
    ]),
    ("indicators.csv", &[
        ("name_zh", "公园绿地面积"), ("theme", "生态环境"), ("unit", "公顷"), ("measure", "时点数"), ("direction", "越高越好"), ("headline", "否"),
    ]),
    ("indicators.csv", &[
        ("name_zh", "城镇登记失业率"), ("theme", "就业与收入"), ("unit", "%"), ("measure", "比率"), ("direction", "越低越好"), ("headline", "是"),
    ]),
    ("documents.csv", &[
        ("area", "某区"), ("kind", "政府工作报告"), ("title_zh", "某区2027年政府工作报告"), ("issuer", "某区人民政府"), ("delivered", "2027-01-10"),
    ]),
    ("documents.csv", &[
        ("area", "某区"), ("kind", "统计资料汇编"), ("title_zh", "某区2026年统计公报"), ("issuer", "某区统计局"), ("published", "2027-04-01"), ("covers", "2026"),
    ]),
    ("areas.csv", &[("code", "420111"), ("name_zh", "洪山区"), ("parent", "武汉市")]),
    ("themes.csv", &[("name_zh", "乡村振兴")]),
    ("units.csv", &[("name_zh", "吨"), ("dimension", "mass"), ("factor", "1000")]),
    ("organisations.csv", &[("name_zh", "区农业农村局"), ("kind", "bureau")]),
    ("responsibilities.csv", &[
        ("subject", "武昌区/2026年度计划/地区生产总值"), ("organisation", "区发改局"), ("role", "牵头"),
        ("document", "某区2026年任务分工方案"), ("line", "8"), ("as_printed", "区发改局"),
    ]),
];

/// The text of the workbook, with these lines on its first sheet.
#[must_use]
pub fn template(about: &[(&str, &str)], label: &str, lang: Lang) -> String {
    let mut text = String::new();
    push(&mut text, &[label]);
    for (name, line) in about {
        push(&mut text, &[name, name, "string", line]);
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
    rows.extend(own.map(|(_, cells)| {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_are_of_columns_and_choices_that_there_are() {
        for (file, example) in EXAMPLES {
            let schema = SCHEMAS
                .iter()
                .find(|schema| schema.file == *file)
                .expect("a table");
            for (name, text) in *example {
                assert!(schema.columns.contains(name), "{file} {name}");
                let choices = choices(file, name);
                let is_choice = |(code, words): &(&str, crate::text::columns::Both)| {
                    code == text || words.zh == *text
                };
                assert!(
                    choices.is_empty() || choices.iter().any(is_choice),
                    "{file} {name} {text}"
                );
            }
        }
    }

    #[test]
    fn what_must_be_filled_in_stands_in_each_example_of_the_main_tables() {
        for (file, example) in EXAMPLES
            .iter()
            .filter(|(file, _)| TABLES[..2].contains(file))
        {
            let schema = SCHEMAS
                .iter()
                .find(|schema| schema.file == *file)
                .expect("a table");
            for name in schema.columns {
                let is_required = column(file, name).is_some_and(|column| column.is_required);
                let is_there = example.iter().any(|(column, _)| column == name);
                assert!(!is_required || is_there, "{file} {name}");
            }
        }
    }
}
