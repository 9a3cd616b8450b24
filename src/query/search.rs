//! Words to figures: the names of indicators in both languages, their aliases and pinyin initials,
//! areas, and the units that answer for a figure.

use std::ops::Range;

use crate::dataset::{Area, Code, Dataset, Indicator, Lang, Organisation, Row, Task};
use crate::order;

use super::facet::Facet;

/// Where one word of a search is found, by the codes of each table.
pub(super) struct Found {
    /// The word, where it is a number as documents print it, to be looked for in fragments.
    pub number: Option<String>,
    pub indicators: Vec<bool>,
    pub areas: Vec<bool>,
    pub organisations: Vec<bool>,
    pub tasks: Vec<bool>,
}

/// Where each word of a search is found.
pub(super) fn find_words(data: &Dataset, search: &str) -> Vec<Found> {
    let found = |word: &String| Found {
        number: word
            .chars()
            .any(|c| c.is_ascii_digit())
            .then(|| word.clone()),
        indicators: data
            .indicators
            .iter()
            .map(|i| in_indicator(i, word))
            .collect(),
        areas: data.areas.iter().map(|area| in_area(area, word)).collect(),
        organisations: data
            .organisations
            .iter()
            .map(|o| in_organisation(o, word))
            .collect(),
        tasks: data.tasks.iter().map(|task| in_task(task, word)).collect(),
    };
    words(search).iter().map(found).collect()
}

/// The words of a search: blanks and brackets part them, full-width letters are as good as others.
fn words(search: &str) -> Vec<String> {
    let plain: String = search.chars().map(narrowed).collect();
    plain
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')'))
        .filter(|word| !word.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// Full-width ASCII as the ASCII that it stands for: 65 248 lies between them.
fn narrowed(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Where the words of `search` stand in `text`, as byte ranges in order that do not overlap: for marking.
#[must_use]
pub fn marks(text: &str, search: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = words(search)
        .iter()
        .flat_map(|word| find(text, word))
        .collect();
    order::sort_by_key(&mut found, |range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// Whether each word of `search` stands in one of the texts.
#[must_use]
pub fn is_found(search: &str, texts: &[&str]) -> bool {
    let words = words(search);
    words
        .iter()
        .all(|word| texts.iter().any(|text| holds(text, word)))
}

/// Whether each word of `search` stands in the name of a facet's choice, which is in the reader's
/// language; a unit of government is found by its other names and pinyin initials too.
#[must_use]
pub fn is_choice_found(data: &Dataset, facet: Facet, code: Code, name: &str, search: &str) -> bool {
    let unit = data.organisations.get(usize::from(code));
    let unit = unit.filter(|_| facet == Facet::Organisation);
    let mut words = words(search).into_iter();
    words.all(|word| holds(name, &word) || unit.is_some_and(|unit| in_organisation(unit, &word)))
}

/// Whether each word of `search` is found in an indicator: its names, aliases, pinyin or id.
#[must_use]
pub fn finds_indicator(search: &str, indicator: &Indicator) -> bool {
    words(search)
        .iter()
        .all(|word| in_indicator(indicator, word))
}

/// What a word was found in, where the name that stands on the page does not hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundIn {
    /// Another name of the indicator: an alias, or that in the other language.
    Name,
    /// The pinyin initials of its Chinese name.
    Initials,
    /// A unit that answers for a figure of it.
    Unit,
    /// What a figure of it is printed as.
    Fragment,
}

/// What the words of `search` were found in besides the indicator's name in `lang`, each once with its
/// text. `rows` are the indicator's figures.
#[must_use]
pub fn found_beside<'a>(
    data: &'a Dataset,
    (indicator, rows): (&'a Indicator, &[Row]),
    search: &str,
    lang: Lang,
) -> Vec<(FoundIn, &'a str)> {
    let mut found = Vec::new();
    for word in words(search) {
        if holds(indicator.name.get(lang), &word) {
            continue;
        }
        let place = in_names(indicator, &word).or_else(|| in_rows(data, rows, &word, lang));
        found.extend(place.filter(|place| !found.contains(place)));
    }
    found
}

fn in_names<'a>(indicator: &'a Indicator, word: &str) -> Option<(FoundIn, &'a str)> {
    let name = &indicator.name;
    let mut names = indicator.aliases.iter().chain([&name.zh, &name.en]);
    match names.find(|name| holds(name, word)) {
        Some(name) => Some((FoundIn::Name, name)),
        None if holds(&indicator.pinyin, word) => Some((FoundIn::Initials, &indicator.pinyin)),
        None => None,
    }
}

fn in_rows<'a>(
    data: &'a Dataset,
    rows: &[Row],
    word: &str,
    lang: Lang,
) -> Option<(FoundIn, &'a str)> {
    for row in rows {
        let subject = data.subject(*row);
        let mut units = subject.into_iter().flat_map(|of| data.responsible(of));
        if let Some((unit, _)) = units.find(|(unit, _)| in_organisation(unit, word)) {
            return Some((FoundIn::Unit, unit.name.get(lang)));
        }
        let printed = data.observation(*row)?.as_printed;
        if word.bytes().any(|byte| byte.is_ascii_digit()) && prints(printed, word) {
            return Some((FoundIn::Fragment, printed));
        }
    }
    None
}

/// The units of government that have each word of `search` in their names or initials.
#[must_use]
pub fn units(data: &Dataset, search: &str) -> Vec<Code> {
    let found = find_words(data, search);
    let holds = |unit: usize| {
        let mut words = found.iter().map(|found| found.organisations.get(unit));
        !found.is_empty() && words.all(|is_found| is_found == Some(&true))
    };
    let units = (0..).take(data.organisations.len());
    units.filter(|code| holds(usize::from(*code))).collect()
}

fn in_indicator(indicator: &Indicator, word: &str) -> bool {
    let name = &indicator.name;
    let own = [&name.zh, &name.en, &indicator.pinyin, &indicator.id];
    own.into_iter()
        .chain(&indicator.aliases)
        .any(|text| holds(text, word))
}

fn in_area(area: &Area, word: &str) -> bool {
    holds(&area.name.zh, word) || holds(&area.name.en, word)
}

fn in_organisation(unit: &Organisation, word: &str) -> bool {
    let own = [&unit.name.zh, &unit.name.en, &unit.pinyin];
    own.into_iter()
        .chain(&unit.aliases)
        .any(|text| holds(text, word))
}

fn in_task(task: &Task, word: &str) -> bool {
    let names = [&task.title, &task.theme_name];
    let mut names = names.into_iter();
    names.any(|name| holds(&name.zh, word) || holds(&name.en, word))
}

/// Whether a fragment prints a number: 155 does not stand in 1550, nor 5% in 6.5%.
pub(super) fn prints(fragment: &str, number: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || c == '.';
    let starts = number.starts_with(is_digit);
    let ends = number.ends_with(is_digit);
    find(fragment, number).any(|range| {
        let before = fragment.get(..range.start).unwrap_or_default();
        let after = fragment.get(range.end..).unwrap_or_default();
        !(starts && before.ends_with(is_digit) || ends && after.starts_with(is_digit))
    })
}

fn holds(text: &str, word: &str) -> bool {
    find(text, word).next().is_some()
}

/// Every place where `word` stands in `text`, ASCII letters in either case. What begins as a word of whole
/// characters does, begins a character.
pub(super) fn find(text: &str, word: &str) -> impl Iterator<Item = Range<usize>> {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let starts = 0..(text.len() + 1).saturating_sub(word.len().max(1));
    let ranges = starts.map(|start| start..start + word.len());
    ranges.filter(|range| {
        let part = text.get(range.clone());
        !word.is_empty() && part.is_some_and(|part| part.eq_ignore_ascii_case(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_in_order_and_do_not_overlap() {
        assert_eq!(marks("GDP growth of gdp", "gdp GD"), [0..3, 14..17]);
        assert_eq!(marks("地区生产总值", "生产 产总").first(), Some(&(6..15)));
        assert!(marks("地区", "").is_empty());
    }

    #[test]
    fn a_number_is_found_whole() {
        assert!(prints("预计完成1550亿元", "1550"));
        assert!(prints("增长6.5%左右", "6.5%"));
        assert!(!prints("预计完成1550亿元", "155"));
        assert!(!prints("增长6.5%左右", "5%"));
        assert!(!prints("增长6.5%左右", "6"));
    }

    #[test]
    fn a_word_longer_than_the_text_is_not_found() {
        assert!(!holds("值", "地区生产总值"));
        assert!(!holds("值", ""));
    }
}
