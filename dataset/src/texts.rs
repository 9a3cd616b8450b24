//! Texts in one buffer, so that a million of them cost a few bytes each beside their letters.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::entities::Row;

/// Texts one after the other.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Strings {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Strings {
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    /// Gives the room back that was kept for more.
    pub(super) fn finish(mut self) -> Self {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
        self
    }

    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let before = index.checked_sub(1);
        let start = before.and_then(|before| self.ends.get(before));
        self.text.get(start.copied().unwrap_or_default()..end)
    }
}

/// Texts of which each stands once, with its place. All that is looked up while reading is, in this one
/// type: each other map would be compiled anew.
#[derive(Debug, Default)]
pub(super) struct Pool {
    strings: Strings,
    places: HashTable<Row>,
    hasher: DefaultHashBuilder,
}

impl Pool {
    /// The place of a text, and whether it is new.
    pub(super) fn add(&mut self, text: &str) -> (Row, bool) {
        let hash = self.hasher.hash_one(text);
        if let Some(known) = self.find(hash, text) {
            return (known, false);
        }
        let place = Row::try_from(self.len()).unwrap_or(Row::MAX);
        self.strings.push(text);
        let (strings, hasher) = (&self.strings, &self.hasher);
        let text = |place: &Row| strings.get(*place as usize).unwrap_or_default();
        self.places
            .insert_unique(hash, place, |place| hasher.hash_one(text(place)));
        (place, true)
    }

    /// The place of a text, if it has one.
    pub(super) fn place(&self, text: &str) -> Option<Row> {
        self.find(self.hasher.hash_one(text), text)
    }

    fn find(&self, hash: u64, text: &str) -> Option<Row> {
        let is_same = |place: &Row| self.get(*place) == Some(text);
        self.places.find(hash, is_same).copied()
    }

    pub(super) fn get(&self, place: Row) -> Option<&str> {
        self.strings.get(place as usize)
    }

    pub(super) fn len(&self) -> usize {
        self.strings.ends.len()
    }

    /// The texts by their places; nothing is looked up any more.
    pub(super) fn into_strings(self) -> Strings {
        self.strings.finish()
    }
}

/// A column of texts that repeat, while it is read.
#[derive(Default)]
pub(super) struct Repeating {
    pool: Pool,
    places: Places,
}

impl Repeating {
    pub(super) fn push(&mut self, text: &str) {
        // Neighbours are often alike: most are empty, or of one section.
        let last = self.places.last();
        let last = last.filter(|place| self.pool.get(*place) == Some(text));
        let place = last.unwrap_or_else(|| self.pool.add(text).0);
        self.places.push(place);
    }

    pub(super) fn finish(mut self) -> Texts {
        self.places.shrink();
        Texts {
            strings: self.pool.into_strings(),
            places: self.places,
        }
    }
}

/// A column of texts, each different one kept once.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Texts {
    strings: Strings,
    places: Places,
}

impl Texts {
    pub(super) fn get(&self, index: usize) -> Option<&str> {
        self.strings.get(self.places.get(index)? as usize)
    }
}

/// Places of texts, in as many bytes as the largest needs.
#[derive(Debug, PartialEq)]
enum Places {
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

impl Default for Places {
    fn default() -> Self {
        Self::One(Vec::new())
    }
}

impl Places {
    fn push(&mut self, place: Row) {
        match self {
            Self::One(places) => match u8::try_from(place) {
                Ok(place) => places.push(place),
                Err(_) => self.widen(place),
            },
            Self::Two(places) => match u16::try_from(place) {
                Ok(place) => places.push(place),
                Err(_) => self.widen(place),
            },
            Self::Four(places) => places.push(place),
        }
    }

    /// Takes in a place that needs more bytes than those before it.
    fn widen(&mut self, place: Row) {
        *self = match self {
            Self::One(places) => Self::Two(places.iter().map(|known| (*known).into()).collect()),
            Self::Two(places) => Self::Four(places.iter().map(|known| (*known).into()).collect()),
            Self::Four(places) => Self::Four(std::mem::take(places)),
        };
        self.push(place);
    }

    fn last(&self) -> Option<Row> {
        match self {
            Self::One(places) => places.last().map(|place| (*place).into()),
            Self::Two(places) => places.last().map(|place| (*place).into()),
            Self::Four(places) => places.last().copied(),
        }
    }

    fn get(&self, index: usize) -> Option<Row> {
        match self {
            Self::One(places) => places.get(index).map(|place| (*place).into()),
            Self::Two(places) => places.get(index).map(|place| (*place).into()),
            Self::Four(places) => places.get(index).copied(),
        }
    }

    fn shrink(&mut self) {
        match self {
            Self::One(places) => places.shrink_to_fit(),
            Self::Two(places) => places.shrink_to_fit(),
            Self::Four(places) => places.shrink_to_fit(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_place_and_is_found_there() {
        let mut pool = Pool::default();
        let texts = ["", "武昌区", "a", "武昌区", ""];
        let added = texts.map(|text| pool.add(text));
        assert_eq!(
            added,
            [(0, true), (1, true), (2, true), (1, false), (0, false)]
        );
        assert_eq!(pool.place("a"), Some(2));
        assert_eq!(pool.place("b"), None);
        assert_eq!(pool.get(1), Some("武昌区"));
        assert_eq!(pool.get(3), None);
    }

    #[test]
    fn a_column_reads_back_however_many_texts_differ() {
        for different in [1, 256, 257, 65_536, 65_537] {
            let texts: Vec<String> = (0..different).map(|n| n.to_string()).collect();
            let mut column = Repeating::default();
            texts
                .iter()
                .chain(&texts)
                .for_each(|text| column.push(text));
            let column = column.finish();
            for (index, text) in texts.iter().chain(&texts).enumerate() {
                assert_eq!(
                    column.get(index),
                    Some(text.as_str()),
                    "{index} of {different}"
                );
            }
            assert_eq!(column.get(2 * different), None);
        }
    }

    #[test]
    fn runs_of_one_text_read_back_where_places_need_more_bytes() {
        const RUN: usize = 3;
        for different in [257, 65_537] {
            let mut column = Repeating::default();
            let text = |index: usize| (index / RUN).to_string();
            (0..RUN * different).for_each(|index| column.push(&text(index)));
            // A run of what stands on the narrow side of the limit, after it.
            (0..RUN).for_each(|_| column.push(&text(0)));
            assert_eq!(column.pool.len(), different);
            let column = column.finish();
            for index in 0..RUN * different {
                assert_eq!(column.get(index), Some(text(index).as_str()), "{index}");
            }
            for index in RUN * different..RUN * (different + 1) {
                assert_eq!(column.get(index), Some("0"), "{index}");
            }
        }
    }
}
