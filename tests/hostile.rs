//! Hostile data and links, without a browser: words stay words.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

#[path = "hostile/mod.rs"]
mod hostile;

use guatu::dataset::{Dataset, Problem, SCHEMAS, Tables, load};
use guatu::view::{ViewState, link};
use hostile::WORDS;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

#[test]
fn every_column_of_free_words_is_in_the_hostile_package() {
    let (tables, taken) = hostile::package(&WORDS);
    assert!(load(&tables).is_ok());
    // Names, titles, notes, definitions, fragments: what is shown as it stands.
    let is_free = |column: &str| {
        let named = column.ends_with("_zh") || column.ends_with("_en");
        named || ["as_printed", "section", "statement", "repair", "issuer"].contains(&column)
    };
    for schema in SCHEMAS {
        for column in schema.columns.iter().filter(|column| is_free(column)) {
            let name = format!("{}/{column}", schema.file);
            assert!(taken.contains(&name), "{name} refuses any words");
        }
    }
}

#[test]
fn an_id_with_signs_is_a_fault_in_its_place() {
    let mut tables = Tables::built_in();
    let text = tables.get("themes.csv").expect("themes").to_owned();
    let (head, first) = text.split_once('\n').expect("a row");
    tables.insert("themes.csv", format!("{head}\n\"<img src=x>\"{first}"));
    let faults = load(&tables).expect_err("a fault");
    let fault = faults.iter().find(|fault| fault.file == "themes.csv");
    let fault = fault.expect("a fault of the table");
    assert_eq!((fault.row, &*fault.column), (2, "id"));
    assert!(matches!(fault.problem, Problem::NotASlug(_)), "{fault}");
}

/// Whatever a key is given, the link that is written anew has slugs, codes and escaped words alone.
#[test]
fn no_key_of_a_link_carries_a_sign_of_markup_on() {
    let data: Dataset = load(&Tables::built_in()).expect("the project's data");
    for parameter in &link::PARAMETERS {
        for words in WORDS {
            let escaped = utf8_percent_encode(words, NON_ALPHANUMERIC);
            let (state, _) = link::read(&format!("#/board?{}={escaped}", parameter.key), &data);
            let written = link::write(&state, &data);
            assert!(
                !written.contains(['<', '>', '"', '\'', '\\', ' ', '\u{202e}']),
                "{written}"
            );
            // A search is words; to hide what there is not is to embed still; all choices but one that there is
            // not are all.
            let is_choice = !["q", "hide"].contains(&parameter.key) && !words.starts_with('!');
            if is_choice {
                let expected = link::write(&ViewState::default(), &data);
                assert_eq!(written, expected, "{} takes {words}", parameter.key);
            }
        }
    }
}
