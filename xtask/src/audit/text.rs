//! The text of a document: its lines, its numerals, and what is dropped before both.

use std::fmt::Write as _;
use std::ops::Range;

use sha2::{Digest, Sha256};

/// How much of the text around a quantity a fault shows on each side, in characters.
const AROUND: usize = 12;

/// The text of a document, line by line.
#[derive(Debug)]
pub struct Text {
    lines: Vec<String>,
    has_pronunciation: bool,
    /// The SHA-256 of the text as it was received, in hexadecimal digits.
    pub sha256: String,
}

impl Text {
    /// Takes a text apart. In a news report the pronunciation that stands after characters is
    /// dropped, and lines keep their numbers.
    pub fn new(text: &str, kind: &str) -> Self {
        let has_pronunciation = kind == "news";
        let mut made = Self {
            lines: Vec::new(),
            has_pronunciation,
            sha256: String::new(),
        };
        for byte in Sha256::digest(text.as_bytes()) {
            let _ = write!(made.sha256, "{byte:02x}");
        }
        made.lines = text.lines().map(|line| made.cleaned(line)).collect();
        made
    }

    /// A piece of the text, or of a row's fragment, as it is compared.
    pub fn cleaned(&self, piece: &str) -> String {
        if self.has_pronunciation {
            without_pronunciation(piece)
        } else {
            piece.to_owned()
        }
    }

    /// A line, from 1.
    pub fn line(&self, number: u64) -> Option<&str> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.lines.get(index).map(String::as_str)
    }

    /// Every line with its number.
    pub fn lines(&self) -> impl Iterator<Item = (u64, &str)> {
        (1..).zip(self.lines.iter().map(String::as_str))
    }

    /// How many runs of digits there are.
    pub fn numerals(&self) -> usize {
        self.lines.iter().map(|line| numerals(line).len()).sum()
    }
}

/// Every maximal run of ASCII digits.
pub fn numerals(line: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, byte) in line.bytes().enumerate() {
        if !byte.is_ascii_digit() {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

/// Every number in digits, a decimal point and what follows it taken in.
pub fn numbers(line: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for run in numerals(line) {
        match found.last_mut() {
            Some(last) if line.get(last.end..run.start) == Some(".") => last.end = run.end,
            _ => found.push(run),
        }
    }
    found
}

/// The places where a fragment stands in a line, overlapping ones too.
pub fn places(line: &str, fragment: &str) -> Vec<Range<usize>> {
    let starts = line.char_indices().map(|(at, _)| at);
    starts
        .filter(|at| {
            line.get(*at..)
                .is_some_and(|rest| rest.starts_with(fragment))
        })
        .map(|at| at..at + fragment.len())
        .collect()
}

/// The text at a place with some characters on each side.
pub fn around(line: &str, place: &Range<usize>) -> String {
    let before = line.get(..place.start).unwrap_or_default();
    let from = before.char_indices().rev().take(AROUND).last();
    let after = line.get(place.end..).unwrap_or_default();
    let to = after.char_indices().nth(AROUND);
    let start = from.map_or(place.start, |(at, _)| at);
    let end = to.map_or(line.len(), |(at, _)| place.end + at);
    line.get(start..end).unwrap_or_default().to_owned()
}

/// A line without the Latin pronunciations in brackets: `區(qū)` becomes `區`. Of a broken bracket
/// a question mark is left where it opened, and the character before it is lost: `?tīng)`.
fn without_pronunciation(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        let bracket = matches!(first, '(' | '（' | '?').then(|| pronunciation(after));
        if let Some(end) = bracket.flatten() {
            rest = after.get(end..).unwrap_or_default();
        } else {
            kept.push(first);
            rest = after;
        }
    }
    kept
}

/// The length of a pronunciation with the bracket that closes it, where one begins here.
fn pronunciation(text: &str) -> Option<usize> {
    let end = text.find([')', '）'])?;
    let inside = text.get(..end)?;
    let is_latin =
        |c: char| c.is_lowercase() && (c.is_ascii() || ('\u{e0}'..'\u{250}').contains(&c));
    let is_pronunciation = inside.chars().any(is_latin)
        && inside
            .chars()
            .all(|c| is_latin(c) || matches!(c, ' ' | '\'' | '?'));
    let bracket = text.get(end..)?.chars().next()?;
    is_pronunciation.then(|| end + bracket.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_of_digits_is_as_long_as_it_can_be() {
        let found: Vec<&str> = numerals("增7.5%,共2000个")
            .into_iter()
            .map(|place| "增7.5%,共2000个".get(place).expect("a place"))
            .collect();
        assert_eq!(found, ["7", "5", "2000"]);
    }

    #[test]
    fn pronunciations_and_their_debris_are_dropped_and_lines_keep_their_numbers() {
        let text = Text::new(
            "山(shān)水（shuǐ）\n\n日?qǐng)?bào)網(wǎng)12場(chǎng)\nSKP(SKP)城(市)",
            "news",
        );
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(
            lines,
            [(1, "山水"), (2, ""), (3, "日網12場"), (4, "SKP(SKP)城(市)")]
        );
        let other = Text::new("山(shān)", "work_report");
        assert_eq!(other.line(1), Some("山(shān)"));
        assert_eq!(other.line(2), None);
        assert_eq!(other.line(0), None);
    }

    #[test]
    fn a_fragment_is_found_at_each_of_its_places() {
        assert_eq!(places("5个和5个", "5个"), [0..4, 7..11]);
        assert!(places("短", "更长").is_empty());
    }

    #[test]
    fn the_context_is_cut_at_characters() {
        let line = "一二三四五六七八九十甲乙丙9丁";
        assert_eq!(around(line, &(39..40)), "二三四五六七八九十甲乙丙9丁");
    }
}
