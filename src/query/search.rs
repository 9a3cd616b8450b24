//! Words to indicators: names in both languages, aliases, pinyin initials, and the names of the
//! units that answer for them.

use std::ops::Range;

use crate::dataset::{Dataset, Indicator, Name, Organisation};

/// For each indicator, whether every word of `text` is found in one of its names.
#[must_use]
pub fn indicators(data: &Dataset, text: &str) -> Vec<bool> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let units = responsible_names(data);
    data.indicators
        .iter()
        .zip(units)
        .map(|(indicator, units)| {
            words.iter().all(|word| {
                names(indicator).any(|name| !find(name, word).is_empty())
                    || units.iter().any(|unit| organisation_matches(unit, word))
            })
        })
        .collect()
}

/// Where `words` stand in `text`, as byte ranges in order that do not overlap: for marking.
#[must_use]
pub fn marks(text: &str, words: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = words
        .split_whitespace()
        .flat_map(|word| find(text, word))
        .collect();
    found.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

fn names(indicator: &Indicator) -> impl Iterator<Item = &str> {
    let Name { zh, en } = &indicator.name;
    [&**zh, &**en, &*indicator.pinyin, &*indicator.id]
        .into_iter()
        .chain(indicator.aliases.iter().map(|alias| &**alias))
}

fn responsible_names(data: &Dataset) -> Vec<Vec<&Organisation>> {
    let mut units = vec![Vec::new(); data.indicators.len()];
    for duty in &data.responsibilities {
        if let Some(list) = units.get_mut(usize::from(duty.indicator)) {
            list.extend(data.organisations.get(usize::from(duty.organisation)));
        }
    }
    units
}

fn organisation_matches(unit: &Organisation, word: &str) -> bool {
    [&unit.name.zh, &unit.name.en]
        .into_iter()
        .chain(&unit.aliases)
        .any(|name| !find(name, word).is_empty())
}

/// Every place where `word` stands in `text`, ASCII letters in either case.
fn find(text: &str, word: &str) -> Vec<Range<usize>> {
    if word.is_empty() {
        return Vec::new();
    }
    text.char_indices()
        .map(|(start, _)| start..start + word.len())
        .filter(|range| {
            text.get(range.clone())
                .is_some_and(|part| part.eq_ignore_ascii_case(word))
        })
        .collect()
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
    fn a_word_longer_than_the_text_is_not_found() {
        assert!(find("值", "地区生产总值").is_empty());
    }
}
