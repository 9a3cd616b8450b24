//! Where terms of the glossary stand in a text, so that they can be explained there.

use std::ops::Range;

use crate::dataset::{Lang, Term};
use crate::order;

use super::search;

/// A term in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// The position of the term in its table.
    pub term: usize,
}

/// The terms that stand in a text, in order, each once and none within another: the longer term
/// wins. Several documents may explain one term; the first entry stands for all.
#[must_use]
pub fn mentions(terms: &[Term], text: &str, lang: Lang) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut by_length: Vec<(usize, &str)> = terms
        .iter()
        .enumerate()
        .map(|(index, term)| (index, term.name.get(lang)))
        .collect();
    order::sort_by_key(&mut by_length, |(index, name)| {
        (std::cmp::Reverse(name.len()), *index)
    });
    for (term, name) in by_length {
        let is_first = terms.iter().position(|known| known.name.get(lang) == name) == Some(term);
        if !is_first {
            continue;
        }
        let is_free = |range: &Range<usize>| {
            let overlaps = |m: &Mention| m.range.start < range.end && range.start < m.range.end;
            !found.iter().any(overlaps)
        };
        let mut places = search::find(text, name);
        if let Some(range) = places.find(|range| is_word(text, range) && is_free(range)) {
            found.push(Mention { range, term });
        }
    }
    order::sort_by_key(&mut found, |mention| mention.range.start);
    found
}

/// Whether no Latin word goes on before or after the range: `port` is not in `airports`.
fn is_word(text: &str, range: &Range<usize>) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let before = text.get(..range.start).and_then(|t| t.chars().next_back());
    let after = text.get(range.end..).and_then(|t| t.chars().next());
    let inside = text.get(range.clone()).unwrap_or_default();
    let (first, last) = (inside.chars().next(), inside.chars().next_back());
    let goes_on = is_letter(before) && is_letter(first) || is_letter(after) && is_letter(last);
    !goes_on
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Name;

    fn term(zh: &str, en: &str) -> Term {
        Term {
            name: Name::new(zh, en),
            document: 0,
            line: 1,
            definition: Name::new("…", "…"),
        }
    }

    fn found(terms: &[Term], text: &str, lang: Lang) -> Vec<(String, usize)> {
        mentions(terms, text, lang)
            .into_iter()
            .map(|m| (text.get(m.range).unwrap_or_default().to_owned(), m.term))
            .collect()
    }

    #[test]
    fn the_longer_term_wins_and_each_is_marked_once() {
        let terms = [
            term("夜校", "night school"),
            term("江汉夜校", "Jianghan night school"),
        ];
        assert_eq!(
            found(&terms, "江汉夜校和夜校、夜校", Lang::Zh),
            [("江汉夜校".to_owned(), 1), ("夜校".to_owned(), 0)]
        );
        assert!(found(&terms, "学校", Lang::Zh).is_empty());
    }

    #[test]
    fn an_english_term_is_a_word_of_its_own_in_either_case() {
        let terms = [term("港", "port")];
        assert!(found(&terms, "airports, support", Lang::En).is_empty());
        assert_eq!(
            found(&terms, "Port, port", Lang::En),
            [("Port".to_owned(), 0)]
        );
    }

    #[test]
    fn a_term_of_two_documents_is_marked_by_its_first_entry() {
        let terms = [term("港", "port"), term("桥", "bridge"), term("港", "port")];
        assert_eq!(found(&terms, "港和港", Lang::Zh), [("港".to_owned(), 0)]);
    }
}
