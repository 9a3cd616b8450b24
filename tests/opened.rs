//! Data that a reader has opened say of themselves that nobody published them, wherever they leave the page.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::assess::Ledger;
use guatu::dataset::{Dataset, Lang, Tables, load};
use guatu::export::{
    Export, Scope, Visit, book, brief, cite_figure, cite_view, report, report_notes,
};
use guatu::query::FacetIndex;
use guatu::text::proof;
use guatu::view::ViewState;

/// What says so.
const WORDS: [(Lang, &str); 2] = [(Lang::Zh, "非公布"), (Lang::En, "not published")];

/// Every text that leaves the page, by its name.
fn leaving(data: &Dataset, lang: Lang) -> Vec<(&'static str, String)> {
    let state = ViewState {
        lang,
        ..ViewState::default()
    };
    let (index, ledger) = (FacetIndex::new(data), Ledger::new(data));
    let scope = Scope::of(data, &index, &state);
    let export = Export {
        scope: &scope,
        index: &index,
        address: None,
    };
    let visit = Visit {
        address: Some("https://example.org/"),
        date: "2027-01-31",
    };
    let figure = data.observation(0).expect("a figure");
    let (view, figure) = (
        cite_view(data, &state, visit),
        cite_figure(data, &state, &figure, visit),
    );
    vec![
        ("a citation of a view", view.standard),
        ("the same in plain words", view.plain),
        ("a citation of a figure", figure.plain),
        ("a workbook", book(&export)),
        ("a message", brief(data, &state, 1, "#/board")),
        (
            "the execution table",
            report(data, &ledger, &|_| true, lang).csv(),
        ),
        ("its notes", report_notes(data, &state, None).concat()),
        ("a proof", proof::edition(data, lang)),
    ]
}

#[test]
fn what_leaves_the_page_of_opened_data_says_that_nobody_published_them() {
    let mut data = load(&Tables::built_in()).expect("valid");
    for (lang, words) in WORDS {
        for (name, text) in leaving(&data, lang) {
            assert!(!text.contains(words), "{name} of published data");
        }
    }
    data.is_opened = true;
    for (lang, words) in WORDS {
        for (name, text) in leaving(&data, lang) {
            // A workbook has a line of its own.
            let words = match (name, lang) {
                ("a workbook", Lang::Zh) => "不是公布的数据",
                ("a workbook", Lang::En) => "not the published data",
                _ => words,
            };
            assert!(text.contains(words), "{name}: no {words}");
        }
    }
}
