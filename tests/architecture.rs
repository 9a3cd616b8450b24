//! The directions of architecture: which folder may know which, read off the `use` lines.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use std::fs;
use std::path::{Path, PathBuf};

/// The folders of `src/` and what each may know of the others.
const FOLDERS: &[(&str, &[&str])] = &[
    ("assess", &[]),
    ("query", &["assess"]),
    ("view", &["assess", "query"]),
    ("text", &["assess", "query", "view"]),
    ("front", &["assess", "query", "text"]),
    ("intake", &["assess", "query", "text", "front"]),
    ("chart", &["assess", "text"]),
    ("plot", &["assess", "query", "view", "text", "chart"]),
    (
        "export",
        &["assess", "query", "view", "text", "chart", "plot"],
    ),
    ("browser", &["text", "chart"]),
    (
        "ui",
        &[
            "assess", "query", "view", "text", "front", "intake", "chart", "plot", "export",
            "browser",
        ],
    ),
];

/// Crates that only some folders may know.
const CRATES: &[(&str, &[&str])] = &[
    ("yew", &["ui", "browser"]),
    ("web_sys", &["ui", "browser"]),
    ("js_sys", &["browser"]),
    ("wasm_bindgen", &["ui", "browser"]),
    ("gloo", &["browser"]),
    ("wasm_split_helpers", &["ui"]),
    ("plotters", &["chart", "browser"]),
    ("plotters_backend", &["chart", "browser"]),
    ("plotters_canvas", &["browser"]),
    ("plotters_svg", &["chart"]),
    ("qrcodegen", &["export"]),
    ("guatu_dataset", &[]),
    ("guatu_scan", &["assess", "query", "chart", "plot"]),
    ("hashbrown", &["intake"]),
    ("percent_encoding", &["view"]),
    ("serde", &["front"]),
    ("serde_json", &["front"]),
];

/// The longest file that is still read in one go.
const LINES: usize = 400;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The code of a file, without comments: words in them tie nothing together.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether `name::` stands in the code as a word of its own.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = code.get(..at).and_then(|text| text.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
    })
}

#[test]
fn a_folder_knows_only_those_to_its_left() {
    for (folder, allowed) in FOLDERS {
        for path in sources(&root().join("src").join(folder)) {
            let code = code(&path);
            for (other, _) in FOLDERS.iter().filter(|(other, _)| other != folder) {
                let known = code.contains(&format!("crate::{other}"));
                assert!(
                    !known || allowed.contains(other),
                    "{} must not know {other}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn a_folder_is_named_in_full_where_it_is_used() {
    for path in sources(&root().join("src")) {
        // `use crate::{a, b}` would pass by the test above.
        assert!(!code(&path).contains("crate::{"), "{}", path.display());
    }
}

#[test]
fn a_crate_is_known_only_where_it_belongs() {
    for (name, allowed) in CRATES {
        for (folder, _) in FOLDERS
            .iter()
            .filter(|(folder, _)| !allowed.contains(folder))
        {
            for path in sources(&root().join("src").join(folder)) {
                assert!(
                    !names(&code(&path), name),
                    "{} must not know {name}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn every_folder_of_the_source_has_its_place() {
    for entry in fs::read_dir(root().join("src")).expect("the source") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a name");
        let is_code = entry.path().join("mod.rs").exists();
        assert!(
            !is_code || FOLDERS.iter().any(|(folder, _)| *folder == name),
            "src/{name} is missing from this test and from ARCHITECTURE.md"
        );
    }
}

#[test]
fn only_the_page_makes_html() {
    for path in sources(&root().join("src")) {
        let is_page = path.starts_with(root().join("src/ui"));
        assert!(
            is_page || !code(&path).contains("html!"),
            "{}",
            path.display()
        );
    }
}

#[test]
fn no_style_attribute_is_written_for_the_policy_forbids_them() {
    for path in sources(&root().join("src/ui")) {
        assert!(!code(&path).contains(" style="), "{}", path.display());
    }
    let page = fs::read_to_string(root().join("index.html")).expect("the page");
    assert!(!page.contains(" style="));
}

#[test]
fn no_file_is_too_long_to_read() {
    let folders = [
        "src",
        "dataset",
        "scan",
        "files",
        "benches",
        "tests",
        "xtask/src",
    ];
    for path in folders
        .iter()
        .flat_map(|folder| sources(&root().join(folder)))
    {
        let lines = fs::read_to_string(&path).expect("a file").lines().count();
        assert!(lines <= LINES, "{} has {lines} lines", path.display());
    }
}

#[test]
fn each_part_of_a_table_says_its_role_for_a_narrow_page_lays_it_out_as_something_else() {
    const PARTS: [&str; 6] = ["<table", "<thead", "<tbody", "<tr", "<th", "<td"];
    for path in sources(&root().join("src/ui")) {
        let code = code(&path);
        for part in PARTS {
            for (at, _) in code.match_indices(part) {
                let rest = code.get(at + part.len()..).unwrap_or_default();
                let tag = rest.split('<').next().unwrap_or_default();
                let is_part = !tag.starts_with(char::is_alphabetic);
                let says = tag.contains("role=") || tag.contains("aria-hidden=");
                assert!(!is_part || says, "{}: {part}{tag}", path.display());
            }
        }
    }
}
