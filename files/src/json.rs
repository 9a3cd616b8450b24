//! A book as JSON: an object with the facts, and each sheet with its fields and rows.

use std::fmt::Write as _;

use crate::{Book, Kind, Sheet};

/// Writes a book as JSON, a line a row. What is empty is `null`.
#[must_use]
pub fn json(book: &Book<'_>) -> String {
    let mut text = String::from("{\n");
    for fact in &book.facts {
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(
            text,
            "{}: {},",
            quoted(fact.name),
            value(fact.kind, fact.value)
        );
    }
    let sheets: Vec<String> = book.sheets.iter().map(sheet).collect();
    text.push_str(&sheets.join(",\n"));
    text.push_str("\n}\n");
    text
}

fn sheet(sheet: &Sheet<'_>) -> String {
    let fields = sheet.columns.iter().map(|column| {
        let [name, label] = [column.name, column.label].map(quoted);
        let kind = column.kind.schema();
        format!("{{\"name\": {name}, \"label\": {label}, \"type\": \"{kind}\"}}")
    });
    let names: Vec<String> = sheet.columns.iter().map(|c| quoted(c.name)).collect();
    let rows = sheet.rows.iter().map(|row| {
        let cells = sheet.columns.iter().zip(&names).zip(row);
        let cells =
            cells.map(|((column, name), cell)| format!("{name}: {}", value(column.kind, cell)));
        format!("{{{}}}", cells.collect::<Vec<_>>().join(", "))
    });
    format!(
        "{}: {{\n\"label\": {},\n\"fields\": [\n{}\n],\n\"rows\": [\n{}\n]\n}}",
        quoted(sheet.name),
        quoted(sheet.label),
        fields.collect::<Vec<_>>().join(",\n"),
        rows.collect::<Vec<_>>().join(",\n"),
    )
}

/// A cell. What a column of numbers has in words stays words.
fn value(kind: Kind, cell: &str) -> String {
    if cell.is_empty() {
        return "null".to_owned();
    }
    let number = || serde_json::from_str::<serde_json::Number>(cell).is_ok();
    if kind == Kind::Number && number() {
        return cell.to_owned();
    }
    quoted(cell)
}

/// A text as JSON.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Fact};

    #[test]
    fn numbers_are_numbers_and_what_is_empty_is_null() {
        let column = |name, kind| Column {
            name,
            label: "数",
            kind,
            choices: Vec::new(),
        };
        let book = Book {
            label: "About",
            facts: vec![Fact {
                name: "title",
                label: "标题",
                kind: Kind::Text,
                value: "\"挂图\"\\",
            }],
            sheets: vec![Sheet {
                name: "figures",
                label: "Figures",
                is_form: false,
                columns: vec![column("id", Kind::Text), column("value", Kind::Number)],
                rows: vec![vec!["1", "7.0"], vec!["", ""], vec!["\u{7}", "01"]],
            }],
        };
        let read: serde_json::Value = serde_json::from_str(&json(&book)).expect("JSON");
        assert_eq!(read["title"], "\"挂图\"\\");
        let figures = &read["figures"];
        assert_eq!(figures["fields"][1]["type"], "number");
        assert_eq!(
            figures["rows"][0],
            serde_json::json!({"id": "1", "value": 7.0})
        );
        assert_eq!(
            figures["rows"][1],
            serde_json::json!({"id": null, "value": null})
        );
        assert_eq!(figures["rows"][2]["value"], "01");
    }
}
