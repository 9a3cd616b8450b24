//! Entries of a table that a reader may have meant, by how few letters would have to be others.

use std::cmp::Reverse;

use hashbrown::HashMap;

use crate::order::sort_by_key;

use super::finding::Entry;
use super::frame::{Frames, names};
use super::value::plain;

/// So many are told.
const TOLD: usize = 3;

/// For so many names they are looked for: whoever wrote more wrong ones has other names altogether.
const MOST: usize = 200;

/// Of a table with more entries, and of longer words, none is looked for.
const ENTRIES: usize = 2000;
const LETTERS: usize = 40;

/// What an entry may be called.
const CALLED: [&str; 4] = ["name_zh", "title_zh", "name_en", "title_en"];

/// An entry, and the letters of each of its names.
type Spelt = (Entry, Vec<Vec<char>>);

/// The names of the tables that were asked for, and what was told of words.
pub(super) struct Near<'a> {
    frames: &'a [&'a Frames],
    known: Vec<(&'static str, Vec<Spelt>)>,
    told: HashMap<(Box<str>, &'static str), Vec<Entry>>,
}

impl<'a> Near<'a> {
    /// Of these sets of tables.
    pub(super) fn new(frames: &'a [&'a Frames]) -> Self {
        Self {
            frames,
            known: Vec::new(),
            told: HashMap::new(),
        }
    }

    /// The nearest entries to a word, at most half of whose letters are others; none where too many were asked for.
    pub(super) fn to(&mut self, word: &str, table: &'static str) -> Vec<Entry> {
        let asked = (word.into(), table);
        if let Some(told) = self.told.get(&asked) {
            return told.clone();
        }
        if self.told.len() == MOST {
            return Vec::new();
        }
        let found = self.sought(word, table);
        self.told.insert(asked, found.clone());
        found
    }

    fn sought(&mut self, word: &str, table: &'static str) -> Vec<Entry> {
        let word = letters(word);
        if word.len() > LETTERS {
            return Vec::new();
        }
        if self.known.iter().all(|(known, _)| *known != table) {
            self.known.push((table, spelt(self.frames, table)));
        }
        let known = self.known.iter().find(|(known, _)| *known == table);
        let mut near: Vec<((usize, Reverse<usize>), &Entry)> = Vec::new();
        for (entry, names) in known.into_iter().flat_map(|(_, all)| all) {
            let of_name = names.iter().filter_map(|name| {
                let most = word.len().max(name.len()) / 2;
                let is_near = word.len().abs_diff(name.len()) <= most;
                let distance = is_near.then(|| distance(&word, name));
                let distance = distance.filter(|distance| *distance <= most)?;
                // What has more of its letters comes first.
                let kept = word.iter().filter(|letter| name.contains(letter));
                Some((distance, Reverse(kept.count())))
            });
            if let Some(farness) = of_name.min()
                && near.iter().all(|(_, other)| *other != entry)
            {
                near.push((farness, entry));
            }
        }
        sort_by_key(&mut near, |(farness, _)| *farness);
        let near = near.into_iter().take(TOLD);
        near.map(|(_, entry)| entry.clone()).collect()
    }
}

/// The entries of a table with their names; none of a table that is too large.
fn spelt(frames: &[&Frames], table: &str) -> Vec<Spelt> {
    let count = frames.iter().map(|frames| frames.count(table));
    if count.sum::<usize>() > ENTRIES {
        return Vec::new();
    }
    let mut all = Vec::new();
    for frame in frames.iter().filter_map(|frames| frames.get(table)) {
        let key = frame.schema.columns.first().copied();
        for row in 0..frame.entries.len() {
            let called = CALLED.into_iter().chain(key);
            let called = called.map(|column| letters(frame.get(row, column)));
            let called = called.filter(|name| (1..=LETTERS).contains(&name.len()));
            all.push((names(frame, row), called.collect()));
        }
    }
    all
}

fn letters(text: &str) -> Vec<char> {
    plain(text).to_lowercase().chars().collect()
}

/// How many letters are to be changed, added or taken away to make one word of another.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (above, letter) in one.iter().enumerate() {
        let (mut diagonal, mut left) = (above, above + 1);
        let mut cells = row.iter_mut();
        if let Some(first) = cells.next() {
            *first = left;
        }
        for (cell, with) in cells.zip(other) {
            let changed = diagonal + usize::from(letter != with);
            diagonal = *cell;
            left = changed.min(left + 1).min(diagonal + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_of_two_words_is_the_number_of_changes() {
        let of = |one: &str, other: &str| distance(&letters(one), &letters(other));
        for (one, other, count) in [
            ("", "", 0),
            ("亿", "亿元", 1),
            ("万亿元", "亿元", 1),
            ("亿元", "万元", 1),
            ("kitten", "sitting", 3),
            ("", "abc", 3),
            ("GDP", "ｇｄｐ", 0),
        ] {
            assert_eq!((of(one, other), of(other, one)), (count, count), "{one}");
        }
    }
}
