//! What a reader sets in the descriptor of a package, `datapackage.json`, who saves it anew.

use serde_json::{Map, Value};

/// What is set; what is `None` stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said<'a> {
    /// The title in Chinese.
    pub title: Option<&'a str>,
    /// The title in English.
    pub title_en: Option<&'a str>,
    /// What the figures are, in a sentence.
    pub description: Option<&'a str>,
    /// The day of publication, ISO 8601.
    pub created: Option<&'a str>,
    /// The edition.
    pub version: Option<&'a str>,
    /// The sum that tells a reader's own data from others.
    pub own: Option<&'a str>,
}

impl Said<'_> {
    /// The descriptor with this in it; as it is where nothing is set, or where it is none, which the loader says.
    #[must_use]
    pub fn put(&self, descriptor: &str) -> String {
        let said = [
            ("title", self.title),
            ("title_en", self.title_en),
            ("description", self.description),
            ("created", self.created),
            ("version", self.version),
            ("own", self.own),
        ];
        let Ok(mut described) = serde_json::from_str::<Map<String, Value>>(descriptor) else {
            return descriptor.to_owned();
        };
        let before = described.clone();
        for (key, text) in said {
            described.extend(text.map(|text| (key.to_owned(), text.into())));
        }
        if described == before {
            return descriptor.to_owned();
        }
        format!("{:#}\n", Value::Object(described))
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::dataset::{Tables, load};

    #[test]
    fn what_is_set_is_read_again_and_all_else_stays() {
        let mut tables = Tables::built_in();
        let before = tables.get("datapackage.json").expect("a descriptor");
        let before = before.to_owned();
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
        let read = |text: &str| serde_json::from_str::<Map<String, Value>>(text).expect("JSON");
        let (before_it, after_it) = (read(&before), read(&after));
        let changed = after_it
            .iter()
            .filter(|(key, value)| before_it.get(*key) != Some(value));
        let changed: Vec<&String> = changed.map(|(key, _)| key).collect();
        assert_eq!(changed, ["created", "title"]);
        assert_eq!(before_it.len(), after_it.len());
    }

    #[test]
    fn where_nothing_is_set_or_nothing_can_be_no_byte_changes() {
        let tables = Tables::built_in();
        let descriptor = tables.get("datapackage.json").expect("a descriptor");
        assert_eq!(Said::default().put(descriptor), descriptor);
        let said = Said {
            title: Some("甲区"),
            ..Said::default()
        };
        assert_eq!(said.put("[]"), "[]");
    }
}
