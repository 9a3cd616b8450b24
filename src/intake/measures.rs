//! Units by what they are called, and whether what stands behind a number is another one.

use std::rc::Rc;

use hashbrown::HashMap;

use super::common::COMMON;
use super::frame::Frames;

/// The units that there are, by their ids and by what they are called.
#[derive(Default)]
pub(super) struct Measures {
    by_id: HashMap<String, Rc<Measure>>,
    by_name: HashMap<String, Rc<Measure>>,
}

/// A unit.
pub(super) struct Measure {
    /// What it is called.
    pub name: String,
    dimension: String,
    factor: String,
}

/// Longer names of units, in letters, are not looked for.
const LONGEST: usize = 24;

impl Measures {
    /// Of the published tables and the reader's.
    pub(super) fn of(frames: [&Frames; 2]) -> Self {
        let mut measures = Self::default();
        for (_, name, _, dimension, factor) in COMMON {
            measures.add(["", name, dimension, factor]);
        }
        let frames = frames.into_iter();
        for frame in frames.filter_map(|frames| frames.get("units.csv")) {
            for row in 0..frame.entries.len() {
                measures
                    .add(["id", "name_zh", "dimension", "factor"].map(|name| frame.get(row, name)));
            }
        }
        measures
    }

    fn add(&mut self, [id, name, dimension, factor]: [&str; 4]) {
        let or = |cell: &str, other: &str| {
            if cell.is_empty() {
                other.to_owned()
            } else {
                cell.to_owned()
            }
        };
        let measure = Rc::new(Measure {
            name: name.to_owned(),
            dimension: or(dimension, id),
            factor: or(factor, "1"),
        });
        if !id.is_empty() {
            self.by_id.insert(id.to_owned(), measure.clone());
        }
        self.by_name.insert(name.to_owned(), measure);
    }

    /// What a unit is called.
    pub(super) fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.by_id.get(id).map_or(id, |unit| &unit.name)
    }

    /// Whether there are both units, and numbers of the one can be told in the other.
    pub(super) fn convert(&self, one: &str, other: &str) -> bool {
        let pair = self.by_id.get(one).zip(self.by_id.get(other));
        pair.is_some_and(|(one, other)| one.dimension == other.dimension)
    }

    /// The unit with the longest name that a text begins with.
    pub(super) fn at_start(&self, text: &str) -> Option<&Measure> {
        let letters = text.char_indices().take(LONGEST);
        let ends = letters.map(|(at, c)| at + c.len_utf8());
        let names = ends.filter_map(|end| self.by_name.get(text.get(..end)?));
        names.last().map(Rc::as_ref)
    }

    /// What a text begins with that is not the unit of this id; none where it is, or does not contradict it.
    pub(super) fn other(&self, text: &str, id: &str) -> Option<OtherUnit> {
        let taken = self.by_id.get(id)?;
        let Some(unit) = self.at_start(text) else {
            let of_share = Some(times(text)).filter(|_| taken.dimension == "ratio");
            let of_thousands = Some(scale(text)).filter(|scale| *scale != self::scale(&taken.name));
            let mut words = [of_share, of_thousands].into_iter().flatten();
            let name = words.find(|word| !word.is_empty())?.to_owned();
            let converts = true;
            return Some(OtherUnit { name, converts });
        };
        let converts = unit.dimension == taken.dimension;
        let is_same = converts && unit.factor == taken.factor;
        let name = unit.name.clone();
        let is_excused = !converts && unit.may_count(taken) || taken.continues(text, &name);
        (!is_same && !is_excused).then_some(OtherUnit { name, converts })
    }
}

impl Measure {
    /// Whether it is a word for things that something of another unit may be counted by, too: a place, a year.
    fn may_count(&self, taken: &Self) -> bool {
        let is_word = self.name.chars().count() == 1 && self.name.chars().all(char::is_alphabetic);
        let may = match taken.dimension.as_str() {
            "money-cny" | "money-usd" | "ratio" => false,
            "count" | "visits" => taken.factor == "1",
            _ => !matches!(
                self.dimension.as_str(),
                "money-cny" | "length" | "area" | "mass"
            ),
        };
        is_word && self.factor == "1" && may
    }

    /// Whether a text that begins with the name of another unit is of this one all the same: `个小时`, `人/10万`, or
    /// `元` of one that is by the head or by the metre.
    fn continues(&self, text: &str, name: &str) -> bool {
        let rest = text.strip_prefix(name).unwrap_or_default();
        let is_behind = name == "个" || self.name.starts_with('/');
        let is_by = self
            .name
            .strip_prefix(name)
            .is_some_and(|rest| rest.starts_with('/'));
        is_by || is_behind && rest.starts_with(&self.name)
    }
}

/// A unit that is printed where another one was taken.
pub(super) struct OtherUnit {
    /// What it is called.
    pub name: String,
    /// Whether it is one of the same quantity, so that the number would be another.
    pub converts: bool,
}

/// The words of tens, of which several may follow each other.
pub(super) const TENS: [char; 5] = ['十', '百', '千', '万', '亿'];

/// The tens, thousands and so on that a unit begins with: `千亿` of `千亿元`.
pub(super) fn scale(text: &str) -> &str {
    let rest = text.trim_start_matches(TENS);
    text.strip_suffix(rest).unwrap_or_default()
}

/// The word of so many times or tenths that a text begins with.
fn times(text: &str) -> &'static str {
    let is_end = |c: char| !c.is_alphabetic() || matches!(c, '以' | '左' | '多');
    let is_tenth = |rest: &str| rest.chars().next().is_none_or(is_end);
    if text.starts_with('倍') {
        "倍"
    } else if text.strip_prefix('成').is_some_and(is_tenth) {
        "成"
    } else {
        ""
    }
}
