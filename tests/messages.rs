//! Every fixed message is used.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use std::fmt::Debug;
use std::fs;
use std::path::Path;

use guatu::text::{Front, Msg, Out};

/// All Rust code in a folder and those in it, without comments.
fn code(folder: &Path, all: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            code(&path, all);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).expect("code");
            let lines = text.lines();
            for line in lines.filter(|line| !line.trim_start().starts_with("//")) {
                all.push_str(line);
                all.push('\n');
            }
        }
    }
}

/// Messages that no code names, other than in their own list.
fn unused<M: Debug>(name: &str, list: &str, messages: &[M], code: &str) -> Vec<String> {
    let is_named = |text: &str, word: &str| {
        let mut after = text.split(word).skip(1);
        after.any(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    };
    let is_used = |message: &String| {
        is_named(code, &format!("{name}::{message}")) || is_named(list, &format!("Self::{message}"))
    };
    let mut names: Vec<String> = messages
        .iter()
        .map(|message| format!("{message:?}"))
        .collect();
    names.retain(|message| !is_used(message));
    names
}

#[test]
fn every_fixed_message_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = String::new();
    for folder in ["src", "xtask/src"] {
        code(&root.join(folder), &mut all);
    }
    let list = |name: &str| {
        let path = root.join("src/text").join(name);
        fs::read_to_string(path).expect("the messages")
    };
    let none: &[String] = &[];
    assert_eq!(unused("Msg", &list("msg.rs"), Msg::ALL, &all), none);
    assert_eq!(unused("Out", &list("out.rs"), Out::ALL, &all), none);
    assert_eq!(unused("Front", &list("front.rs"), Front::ALL, &all), none);
}
