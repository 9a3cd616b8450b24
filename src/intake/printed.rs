//! A figure beside its fragment: whether its number stands there, and whether what was derived is what is printed.

use crate::dataset::{Comparator, decimal};
use crate::text::columns::BOUNDS;

use super::frame::Frames;
use super::value::plain;

/// Words that end like a bound and are none.
const NO_BOUNDS: [&str; 4] = ["签约", "节约", "履约", "集约"];

/// A word that bounds a number from above or below, as the reader must say.
const BELOW: &str = "以下";

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

/// The units that there are, by what they are called.
pub(super) struct Measures(Vec<Measure>);

struct Measure {
    id: String,
    name: String,
    dimension: String,
    factor: String,
}

impl Measures {
    /// Of the published tables and the reader's.
    pub(super) fn of(frames: [&Frames; 2]) -> Self {
        let frames = frames.into_iter();
        let units = frames.filter_map(|frames| frames.get("units.csv"));
        let measures = units.flat_map(|frame| {
            (0..frame.entries.len()).map(|row| {
                let cell = |column: &str, other: &str| match frame.get(row, column) {
                    "" => other.to_owned(),
                    cell => cell.to_owned(),
                };
                let id = frame.get(row, "id");
                Measure {
                    id: id.to_owned(),
                    name: cell("name_zh", ""),
                    dimension: cell("dimension", id),
                    factor: cell("factor", "1"),
                }
            })
        });
        Self(measures.collect())
    }

    /// The unit with the longest name that a text begins with.
    fn at_start(&self, text: &str) -> Option<&Measure> {
        let units = self.0.iter();
        let units = units.filter(|unit| !unit.name.is_empty() && text.starts_with(&unit.name));
        units.max_by_key(|unit| unit.name.len())
    }

    /// What a text begins with that is not the unit of this id; none where it is, or does not contradict it.
    fn other<'a>(&'a self, text: &'a str, id: &str) -> Option<&'a str> {
        let taken = self.0.iter().rfind(|unit| unit.id == id)?;
        let Some(unit) = self.at_start(text) else {
            let scale = ["万", "亿"].into_iter();
            let scale = scale.filter(|scale| text.starts_with(scale)).last()?;
            return (!taken.name.starts_with(scale)).then_some(scale);
        };
        // Things are counted by many words, and a place or a year is called by one of them.
        let is_word = unit.name.chars().count() == 1 && unit.name.chars().all(char::is_alphabetic);
        let is_count = is_word && unit.factor == "1" && taken.factor == "1";
        let is_same = unit.dimension == taken.dimension && unit.factor == taken.factor;
        (!is_same && !is_count).then_some(&unit.name)
    }
}

/// A fragment with its signs as ASCII has them, and without the signs between groups of digits.
pub(super) struct Printed(String);

impl Printed {
    pub(super) fn new(fragment: &str) -> Self {
        let text: Vec<char> = plain(fragment).chars().collect();
        let is_digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
        let parts_groups = |at: usize| {
            let three = (at + 1..at + 4).all(is_digit) && !is_digit(at + 4);
            three && at.checked_sub(1).is_some_and(is_digit)
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

    /// Whether a number stands here; in numerals, too, and where there are no digits it is not looked for.
    pub(super) fn has(&self, value: &str) -> bool {
        let has_digits = self.0.contains(|c: char| c.is_ascii_digit());
        let is_said = |(number, word): &(&str, &str)| *number == value && self.0.contains(word);
        !has_digits || !self.places(value).is_empty() || NUMERALS.iter().any(|one| is_said(one))
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
        match value.starts_with('-') {
            true => !places.is_empty() && !is_falling && !self.0.contains(['降', '减', '亏']),
            false => !is_of_fall && !places.is_empty() && places.iter().all(falls),
        }
    }

    /// The unit behind a number, where it is another than the one that was derived.
    pub(super) fn other_unit<'a>(
        &'a self,
        value: &str,
        derived: &str,
        units: &'a Measures,
    ) -> Option<String> {
        let found = self.places(value).into_iter().map(|(_, behind)| {
            let tail = tail(behind);
            units.other(&tail, derived).map(str::to_owned)
        });
        let found: Option<Vec<String>> = found.collect();
        found?.into_iter().next()
    }

    /// The word beside a number that bounds it otherwise than the comparator that was derived.
    pub(super) fn other_bound(
        &self,
        value: &str,
        derived: &str,
        units: &Measures,
    ) -> Option<&'static str> {
        let found = self.places(value).into_iter().map(|(before, behind)| {
            let tail = tail(behind);
            let unit = units.at_start(&tail).map_or("", |unit| &unit.name);
            let unit = tail.strip_prefix(unit).unwrap_or(&tail);
            let bounds = [
                bound_at_end(before),
                is_over(behind).then_some(("余", Some(Comparator::MoreThan))),
                bound_at_start(&tail),
                bound_at_start(unit),
            ];
            let (word, bound) = bounds.into_iter().flatten().next()?;
            (bound.map(Comparator::code) != Some(derived)).then_some(word)
        });
        let found: Option<Vec<&str>> = found.collect();
        found?.into_iter().next()
    }
}

/// What stands behind a number and its `余` or `多`, with points of per cent as per cent.
fn tail(behind: &str) -> String {
    let behind = behind.trim_start();
    let scale = behind.chars().next().filter(|c| matches!(c, '万' | '亿'));
    let scale = scale.map(String::from).unwrap_or_default();
    let rest = behind.strip_prefix(&scale).unwrap_or(behind);
    let rest = rest.strip_prefix(['余', '多']).unwrap_or(rest);
    let points = ["个百分点", "百分点"];
    let points = points.iter().find_map(|word| rest.strip_prefix(word));
    match points {
        Some(rest) => [&scale, "%", rest].concat(),
        None => [&scale, rest].concat(),
    }
}

/// Whether a number is said to be exceeded: `300余家`, `3万余人`.
fn is_over(behind: &str) -> bool {
    behind.trim_start_matches(['万', '亿']).starts_with('余')
}

type Bound = (&'static str, Option<Comparator>);

/// The longest word of a bound that is this.
fn bound(is: impl Fn(&str) -> bool) -> Option<Bound> {
    let known = BOUNDS.iter().map(|(word, bound)| (*word, Some(*bound)));
    let known = known.chain([(BELOW, None)]);
    known
        .filter(|(word, _)| is(word))
        .max_by_key(|(word, _)| word.len())
}

fn bound_at_end(text: &str) -> Option<Bound> {
    let is_other = NO_BOUNDS.iter().any(|word| text.ends_with(word));
    bound(|word| !is_other && text.ends_with(word))
}

fn bound_at_start(text: &str) -> Option<Bound> {
    bound(|word| text.starts_with(word))
}
