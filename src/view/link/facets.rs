//! How the choices of a facet are written: by their values, or by those of all others.
//!
//! A long list of most choices is written as what it leaves out, `!` before it, so that no list is
//! longer than half of all choices' values. A short one names its choices: it goes on to mean just
//! these when later data have more.

use crate::dataset::{Code, Dataset};
use crate::query::Facet;
use crate::view::notice::Notice;

use super::values::{joined, several};

/// Stands before a list of what is left out.
const NOT: char = '!';

/// A list of at most so many characters is written as it is.
const LISTED: usize = 64;

/// The value of a facet's key: the shorter of both ways, where the list is long. None where nothing is
/// chosen. `chosen` is sorted.
pub(super) fn write(facet: Facet, chosen: &[Code], data: &Dataset) -> Option<String> {
    let value = |code: Code| facet.value(data, code);
    let listed = joined(chosen.iter().copied().filter_map(value))?;
    if listed.len() <= LISTED {
        return Some(listed);
    }
    let others = facet.choices(data);
    let others = others.filter(|code| chosen.binary_search(code).is_err());
    let others = joined(others.filter_map(value)).unwrap_or_default();
    Some(if others.len() + NOT.len_utf8() < listed.len() {
        format!("{NOT}{others}")
    } else {
        listed
    })
}

/// The choices that a value stands for.
pub(super) fn read(
    facet: Facet,
    value: &str,
    data: &Dataset,
    notices: &mut Vec<Notice>,
) -> Vec<Code> {
    let is_not = value.strip_prefix(NOT);
    let listed = several(facet.key(), is_not.unwrap_or(value), notices, |part| {
        facet.find(data, part)
    });
    if is_not.is_none() {
        return listed;
    }
    let others = facet.choices(data);
    others.filter(|code| !listed.contains(code)).collect()
}

/// Whether the value of a key is a list of what is left out, which pages of the first version of the
/// grammar do not know.
pub(super) fn is_complement(key: &str, value: &str) -> bool {
    value.starts_with(NOT) && Facet::ALL.iter().any(|facet| facet.key() == key)
}
