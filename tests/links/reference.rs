//! `docs/links.md` against the code: every key has its row, and every example is a link that the page makes.

use std::fs;
use std::path::Path;

use guatu::dataset::{Dataset, Tables, load};
use guatu::view::link;

use super::data;

fn document() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/links.md");
    fs::read_to_string(path).expect("the reference of links")
}

/// The cells of the rows of the table with this head.
fn rows<'a>(text: &'a str, head: &str) -> Vec<Vec<&'a str>> {
    let table = text.lines().skip_while(|line| !line.starts_with(head));
    let table = table.take_while(|line| line.starts_with('|')).skip(2);
    table
        .map(|line| {
            line.split(" | ")
                .map(|cell| cell.trim_matches(['|', ' ']))
                .collect()
        })
        .collect()
}

#[test]
fn every_key_has_its_row_in_order_and_no_row_is_without_a_key() {
    let text = document();
    let written: Vec<String> = rows(&text, "| key |")
        .iter()
        .map(|row| row[0].to_owned())
        .collect();
    let keys = link::PARAMETERS.iter().map(|parameter| parameter.key);
    let keys: Vec<String> = keys.chain(["v"]).map(|key| format!("`{key}`")).collect();
    assert_eq!(written, keys);
}

#[test]
fn every_example_has_its_key_is_read_whole_and_written_as_it_stands() {
    let text = document();
    for row in rows(&text, "| key |") {
        let key = row[0].trim_matches('`');
        let example = row.last().expect("an example").trim_matches('`');
        assert!(example.contains(&format!("{key}=")), "{key}: {example}");
        // Only a reader's own data have their sum in links.
        let own = if key == "data" { "0123456789ab" } else { "" };
        let data = Dataset {
            own: own.into(),
            ..load(&Tables::built_in()).expect("valid")
        };
        let (state, notices) = link::read(example, &data);
        assert_eq!(notices, [], "{example}");
        let written = match key {
            "edition" => link::share(&state, &data),
            _ => link::write(&state, &data),
        };
        assert_eq!(written, example);
    }
}

#[test]
fn the_keys_of_a_link_that_is_shared_stand_in_the_order_of_the_table() {
    let data = data();
    let shared = "#/table?organisation=!wuchang-finance-office&q=gdp&edition=2026.11.0&lang=en&text=large&v=2";
    let (state, notices) = link::read(shared, &data);
    assert_eq!(
        (link::share(&state, &data), notices),
        (shared.to_owned(), vec![])
    );
    let own = shared.replace("&edition=2026.11.0", "");
    assert_eq!(link::write(&state, &data), own);
}

#[test]
fn every_view_of_the_reference_is_one() {
    let (text, data) = (document(), data());
    let known = [
        ("unit", &*data.organisations[0].id),
        ("source", &data.documents[0].id),
        ("indicator", &data.indicators[0].id),
    ];
    let rows = rows(&text, "| view |");
    assert_eq!(rows.len(), 9);
    for row in rows {
        let mut view = row[0].trim_matches('`').to_owned();
        for (name, id) in known {
            view = view.replace(&format!("{name}/<id>"), &format!("{name}/{id}"));
        }
        let view = format!("#/{view}");
        let (state, notices) = link::read(&view, &data);
        let written = link::write(&state, &data);
        assert_eq!(
            (written.trim_end_matches("?method=1"), notices),
            (&*view, vec![])
        );
    }
}

#[test]
fn a_link_of_each_former_form_opens_what_it_did_and_is_written_as_now() {
    let (text, data) = (document(), data());
    let rows = rows(&text, "| until |");
    assert_eq!(rows.len(), link::MIGRATIONS.len());
    for (row, migration) in rows.iter().zip(&link::MIGRATIONS) {
        let cells: Vec<&str> = row.iter().map(|cell| cell.trim_matches('`')).collect();
        assert_eq!(cells, [migration.until, migration.example, migration.now]);
        let (state, notices) = link::read(migration.example, &data);
        assert_eq!(notices, []);
        assert_eq!(link::write(&state, &data), migration.now);
    }
    let (state, notices) = link::read("#/sources?q=gdp&at=wuchang-2020-plan%3A57&lang=en", &data);
    let now = "#/source/wuchang-2020-plan?q=gdp&line=57&lang=en";
    assert_eq!(
        (link::write(&state, &data), notices),
        (now.to_owned(), vec![])
    );
    let (state, notices) = link::read("#/sources?at=nowhere:57", &data);
    assert_eq!(link::write(&state, &data), "#/sources");
    assert!(!notices.is_empty());
}
