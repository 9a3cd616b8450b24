//! Values of the grammar: several of them as one, what is escaped, and what cannot be used.

use percent_encoding::{AsciiSet, CONTROLS};

use crate::view::notice::Notice;

/// Stands between several values of a key: it survives every place that a link is pasted into.
pub(super) const BETWEEN: char = '~';

/// What is escaped: all that a fragment may not hold, and what the grammar itself uses.
pub(super) const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'\'');

/// The values with `~` between them, if there are any.
pub(super) fn joined(values: impl Iterator<Item = String>) -> Option<String> {
    let values: Vec<String> = values.collect();
    some(values.join(&BETWEEN.to_string()))
}

pub(super) fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// What values with `~` between them stand for; each unknown one becomes a notice.
pub(super) fn several<T>(
    key: &str,
    value: &str,
    notices: &mut Vec<Notice>,
    find: impl Fn(&str) -> Option<T>,
) -> Vec<T> {
    let mut found = Vec::new();
    for part in value.split(BETWEEN).filter(|part| !part.is_empty()) {
        match find(part) {
            Some(one) => found.push(one),
            None => notices.push(unknown(key, part)),
        }
    }
    found
}

/// A value that the data or the grammar does not have.
pub(super) fn unknown(key: &str, value: &str) -> Notice {
    Notice::UnknownValue {
        key: key.to_owned(),
        value: value.to_owned(),
    }
}

pub(super) fn too_many(key: &str, most: usize) -> Notice {
    Notice::TooMany {
        key: key.to_owned(),
        most,
    }
}
