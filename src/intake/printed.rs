//! A figure beside its fragment: whether its number stands there, and whether what was derived is what is printed.

use std::rc::Rc;

use hashbrown::HashMap;

use crate::dataset::{Comparator, decimal};
use crate::text::columns::BOUNDS;

use super::common::COMMON;
use super::frame::Frames;
use super::value::plain;

/// Words that end like a bound and are none.
const NO_BOUNDS: [&str; 12] = [
    "签约", "预约", "节约", "履约", "违约", "续约", "邀约", "集约", "公约", "最近", "附近", "邻近",
];

/// Words that bound a number in documents alone: in a cell they would say too little.
const PRINTED: [(&str, Comparator); 6] = [
    ("超", Comparator::MoreThan),
    ("逾", Comparator::MoreThan),
    ("近", Comparator::LessThan),
    ("接近", Comparator::LessThan),
    ("将近", Comparator::LessThan),
    ("以下", Comparator::AtMost),
];

/// Words of tens of thousands and more that a unit may begin with.
const SCALES: [&str; 5] = ["万", "亿", "十万", "百万", "千万"];

/// Whatever may say a number without digits.
const SAYING: [char; 24] = [
    '零', '一', '首', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万',
    '亿', '半', '双', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ',
];

/// Words and signs of what falls.
const FALLING: [&str; 6] = ["下降", "减少", "降低", "回落", "负", "-"];

/// How whole numbers are said without digits.
const NUMERALS: [(&str, &str); 13] = [
    ("0", "零"),
    ("1", "一"),
    ("1", "首"),
    ("2", "二"),
    ("2", "两"),
    ("3", "三"),
    ("4", "四"),
    ("5", "五"),
    ("6", "六"),
    ("7", "七"),
    ("8", "八"),
    ("9", "九"),
    ("10", "十"),
];

/// The units that there are, by their ids and by what they are called.
#[derive(Default)]
pub(super) struct Measures {
    by_id: HashMap<String, Rc<Measure>>,
    by_name: HashMap<String, Rc<Measure>>,
}

struct Measure {
    name: String,
    dimension: String,
    factor: String,
}

/// No unit has a longer name, in letters.
const LONGEST: usize = 12;

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

    /// The unit with the longest name that a text begins with.
    fn at_start(&self, text: &str) -> Option<&Measure> {
        let letters = text.char_indices().take(LONGEST);
        let ends = letters.map(|(at, c)| at + c.len_utf8());
        let names = ends.filter_map(|end| self.by_name.get(text.get(..end)?));
        names.last().map(Rc::as_ref)
    }

    /// What a text begins with that is not the unit of this id; none where it is, or does not contradict it.
    fn other(&self, text: &str, id: &str) -> Option<OtherUnit<'_>> {
        let taken = self.by_id.get(id)?;
        let Some(unit) = self.at_start(text) else {
            let scales = SCALES.iter().filter(|scale| text.starts_with(**scale));
            let name = scales.max_by_key(|scale| scale.len())?;
            let converts = true;
            return (!taken.name.starts_with(name)).then_some(OtherUnit { name, converts });
        };
        let converts = unit.dimension == taken.dimension;
        let is_same = converts && unit.factor == taken.factor;
        let name = &unit.name;
        let is_other = !is_same && !unit.may_count(taken) && !taken.continues(text, name);
        is_other.then_some(OtherUnit { name, converts })
    }
}

impl Measure {
    /// Whether it is a word for things that something of another unit may be counted by, too: a place, a year.
    fn may_count(&self, taken: &Self) -> bool {
        let is_word = self.name.chars().count() == 1 && self.name.chars().all(char::is_alphabetic);
        let may = match taken.dimension.as_str() {
            "money-cny" | "money-usd" | "ratio" => false,
            "count" | "visits" => taken.factor == "1",
            _ => true,
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
pub(super) struct OtherUnit<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Whether it is one of the same quantity, so that the number would be another.
    pub converts: bool,
}

/// A fragment with its signs as ASCII has them, and without the signs between groups of digits.
pub(super) struct Printed(String);

impl Printed {
    pub(super) fn new(fragment: &str) -> Self {
        let text: Vec<char> = plain(fragment).chars().collect();
        let is_digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
        let parts_groups = |at: usize| {
            let three = (at + 1..at + 4).all(is_digit) && !is_digit(at + 4);
            let before = (1..=4).take_while(|back| at.checked_sub(*back).is_some_and(is_digit));
            three && (1..=3).contains(&before.count())
        };
        let stays = |(at, c): &(usize, &char)| match c {
            ',' => !parts_groups(*at),
            ' ' => is_digit(at + 1) && !parts_groups(*at),
            _ => true,
        };
        let kept = text.iter().enumerate().filter(stays);
        Self(kept.map(|(_, c)| *c).collect())
    }

    /// Each place of a number: what stands before and what behind it.
    fn places(&self, value: &str) -> Vec<(&str, &str)> {
        let sought = decimal(value.trim_start_matches('-'));
        let mut places = Vec::new();
        let mut rest = self.0.as_str();
        while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
            let from = rest.get(at..).unwrap_or_default();
            let ends = from.find(|c: char| !c.is_ascii_digit() && c != '.');
            let (number, behind) = from.split_at(ends.unwrap_or(from.len()));
            if sought.is_some() && decimal(number.trim_end_matches('.')) == sought {
                let before = self.0.len() - from.len();
                places.push((self.0.get(..before).unwrap_or_default(), behind));
            }
            rest = behind;
        }
        places
    }

    /// Whether a number stands here; in numerals, too, of which those beyond ten are not read.
    pub(super) fn has(&self, value: &str) -> bool {
        if !self.0.contains(|c: char| c.is_ascii_digit()) {
            return self.0.contains(SAYING);
        }
        let is_said = |(number, word): &(&str, &str)| *number == value && self.0.contains(word);
        !self.places(value).is_empty() || NUMERALS.iter().any(is_said)
    }

    /// Whether a number rises here and falls in its cell, or the other way round; not of what is itself a fall.
    pub(super) fn contradicts_sign(&self, value: &str, name: &str) -> bool {
        let places = self.places(value);
        let falls = |(before, _): &(&str, &str)| {
            let word = bound_at_end(before).map_or("", |(word, _)| word);
            let before = before.strip_suffix(word).unwrap_or(before);
            let is_dash = before
                .strip_suffix('-')
                .is_some_and(|before| before.ends_with(|c: char| c.is_alphanumeric() || c == '%'));
            !is_dash && FALLING.iter().any(|word| before.ends_with(word))
        };
        let is_of_fall = name.contains(['降', '减']);
        let is_falling = FALLING.iter().any(|word| self.0.contains(word));
        if value.starts_with('-') {
            !places.is_empty() && !is_falling && !self.0.contains(['降', '减', '亏'])
        } else {
            !is_of_fall && !places.is_empty() && places.iter().all(falls)
        }
    }

    /// The unit behind a number, where it is another than the one that was taken wherever the number stands.
    pub(super) fn other_unit<'a>(
        &self,
        value: &str,
        taken: &str,
        units: &'a Measures,
    ) -> Option<OtherUnit<'a>> {
        let places = self.places(value).into_iter();
        let found = places.map(|(_, behind)| units.other(&tail(behind), taken));
        found.collect::<Option<Vec<_>>>()?.into_iter().next()
    }

    /// The word beside a number that bounds it otherwise than the comparator that was taken wherever the number stands.
    pub(super) fn other_bound(
        &self,
        value: &str,
        taken: Comparator,
        units: &Measures,
    ) -> Option<&'static str> {
        let places = self.places(value).into_iter();
        let found = places.map(|(before, behind)| {
            let (word, bound) = bound_beside(before, behind, units)?;
            (!agree(bound, taken)).then_some(word)
        });
        found.collect::<Option<Vec<_>>>()?.into_iter().next()
    }
}

/// Whether a bound that is printed is on the side of one that was taken; what is nearly so much is also about so much.
fn agree(printed: Comparator, taken: Comparator) -> bool {
    use Comparator::{About, AtLeast, AtMost, Equal, LessThan, MoreThan};
    match printed {
        AtLeast | MoreThan => matches!(taken, AtLeast | MoreThan),
        AtMost => matches!(taken, AtMost | LessThan),
        LessThan => matches!(taken, AtMost | LessThan | About),
        About | Equal => taken == printed,
    }
}

/// The bound before or behind a number; behind it the unit may stand first, or a word or two that are no unit of ours.
fn bound_beside(before: &str, behind: &str, units: &Measures) -> Option<Bound> {
    if let Some(bound) = bound_at_end(before.trim_end()) {
        return Some(bound);
    }
    if is_over(behind) {
        return Some(("余", Comparator::MoreThan));
    }
    let tail = tail(behind);
    let unit = units.at_start(&tail).map(|unit| unit.name.as_str());
    let rest = unit.and_then(|unit| tail.strip_prefix(unit));
    let words = tail.char_indices().take_while(|(_, c)| c.is_alphabetic());
    let rests = words.take(3).filter_map(|(at, _)| tail.get(at..));
    match rest {
        Some(rest) => bound_at_start(rest),
        None => rests.into_iter().find_map(bound_at_start),
    }
}

/// What stands behind a number and its `余` or `多`, with points of per cent as per cent.
fn tail(behind: &str) -> String {
    let behind = behind.trim_start();
    let scale = behind.chars().next().filter(|c| matches!(c, '万' | '亿'));
    let scale = scale.map(String::from).unwrap_or_default();
    let rest = behind.strip_prefix(&scale).unwrap_or(behind);
    let rest = rest.strip_prefix(['余', '多']).unwrap_or(rest);
    let points = ["个百分点", "百分点", "个点"];
    let points = points.iter().find_map(|word| rest.strip_prefix(word));
    match points {
        Some(rest) => [&scale, "%", rest].concat(),
        None => [&scale, rest].concat(),
    }
}

/// Whether a number is said to be exceeded: `300余家`, `3万多人`.
fn is_over(behind: &str) -> bool {
    behind
        .trim_start_matches(['万', '亿'])
        .starts_with(['余', '多'])
}

/// A word, and the bound that it means.
type Bound = (&'static str, Comparator);

/// The longest word of a bound that is this.
fn bound(is: impl Fn(&str) -> bool) -> Option<Bound> {
    let known = BOUNDS.iter().chain(&PRINTED).filter(|(word, _)| is(word));
    known.copied().max_by_key(|(word, _)| word.len())
}

fn bound_at_end(text: &str) -> Option<Bound> {
    // What is left over stands before a number too: 其余6家.
    let is_other = NO_BOUNDS.iter().any(|word| text.ends_with(word)) || text.ends_with('余');
    bound(|word| !is_other && text.ends_with(word))
}

fn bound_at_start(text: &str) -> Option<Bound> {
    bound(|word| text.starts_with(word))
}
