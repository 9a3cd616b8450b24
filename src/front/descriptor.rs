//! The descriptor of a package, `datapackage.json`: the licences that it names, and what a reader sets in it who
//! saves the package anew.

use std::ops::Range;

use serde::Deserialize;

use super::json::quoted;

/// What is set in a descriptor; what is `None` stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said<'a> {
    /// The title in Chinese.
    pub title: Option<&'a str>,
    /// The title in English.
    pub title_en: Option<&'a str>,
    /// The day of publication, ISO 8601.
    pub created: Option<&'a str>,
    /// The edition.
    pub version: Option<&'a str>,
    /// The sum that tells a reader's own data from others.
    pub own: Option<&'a str>,
}

impl Said<'_> {
    /// The descriptor with this in it and not another byte changed.
    #[must_use]
    pub fn put(&self, descriptor: &str) -> String {
        let said = [
            ("title", self.title),
            ("title_en", self.title_en),
            ("created", self.created),
            ("version", self.version),
            ("own", self.own),
        ];
        let said = said
            .into_iter()
            .filter_map(|(key, text)| Some((key, text?)));
        said.fold(descriptor.to_owned(), |text, (key, value)| {
            with(text, key, &quoted(value))
        })
    }
}

/// The JSON of an object with another value of a key that has a text, or with one more key.
fn with(mut json: String, key: &str, value: &str) -> String {
    match place(&json, key) {
        Some(place) => json.replace_range(place, value),
        None => json = json.replacen('{', &format!("{{\n  {}: {value},", quoted(key)), 1),
    }
    json
}

/// Where the text of a key of the outermost object stands, with its quotation marks.
fn place(json: &str, key: &str) -> Option<Range<usize>> {
    let (mut depth, mut start, mut is_escaped) = (0_u32, None, false);
    let (mut is_key, mut is_value) = (false, false);
    for (at, sign) in json.char_indices() {
        let Some(from) = start else {
            match sign {
                '"' => start = Some(at),
                '{' | '[' => depth += 1,
                '}' | ']' => depth = depth.saturating_sub(1),
                ':' => is_value = is_key,
                ',' => is_value = false,
                _ => {}
            }
            continue;
        };
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' if is_value && depth == 1 => return Some(from..at + 1),
            '"' => {
                start = None;
                is_key = depth == 1 && json.get(from + 1..at) == Some(key);
            }
            _ => {}
        }
    }
    None
}

#[derive(Default, Deserialize)]
struct Licensed {
    #[serde(default)]
    licenses: Vec<License>,
}

#[derive(Deserialize)]
struct License {
    path: Option<String>,
}

/// The addresses of the licences that a descriptor names.
pub(super) fn licenses(descriptor: &str) -> Vec<String> {
    let read: Licensed = serde_json::from_str(descriptor).unwrap_or_default();
    let licenses = read.licenses.into_iter();
    licenses.filter_map(|license| license.path).collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::dataset::{Tables, load};

    #[test]
    fn what_is_set_is_read_again_and_all_else_stays() {
        let mut tables = Tables::built_in();
        let before = tables
            .get("datapackage.json")
            .expect("a descriptor")
            .to_owned();
        let said = Said {
            title: Some("甲区 \"一\\张图\""),
            title_en: None,
            created: Some("2027-01-31"),
            ..Said::default()
        };
        let after = said.put(&before);
        tables.insert("datapackage.json", &*after);
        let data = load(&tables).expect("no fault");
        assert_eq!(&*data.title.zh, "甲区 \"一\\张图\"");
        assert_eq!(&*data.created, "2027-01-31");
        let differing = before.lines().zip(after.lines());
        assert_eq!(differing.filter(|(one, other)| one != other).count(), 2);
        assert_eq!(before.lines().count(), after.lines().count());
        assert_eq!(Said::default().put(&before), before);
    }

    #[test]
    fn a_key_within_and_a_text_that_reads_like_a_key_are_left_alone() {
        let json = r#"{"a": {"title": "x"}, "b": "title", "c": "\"title\": \"y\"", "title" : "z"}"#;
        let expected = json.replace("\"z\"", "\"w\"");
        assert_eq!(with(json.to_owned(), "title", "\"w\""), expected);
        let without = r#"{"a": ["title", "created"]}"#;
        let expected = "{\n  \"created\": \"w\",\"a\": [\"title\", \"created\"]}";
        assert_eq!(with(without.to_owned(), "created", "\"w\""), expected);
    }

    #[test]
    fn licences_are_those_that_the_descriptor_names() {
        let tables = Tables::built_in();
        let named = licenses(tables.get("datapackage.json").expect("a descriptor"));
        assert_eq!(named.len(), 2);
        assert!(licenses("{\"licenses\": 1}").is_empty());
    }
}
