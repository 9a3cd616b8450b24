//! A figure beside its fragment: whether its number stands there, and whether what was derived is what is printed.

use crate::dataset::{Comparator, Period, decimal};

use super::beside::{agree, bound_beside, clause, falls, is_fall, is_minus, is_way_down, tail};
use super::measures::{Measures, OtherUnit};
use super::value::{period, plain};

/// Whatever may say a number without digits.
const SAYING: [char; 24] = [
    '零', '一', '首', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万',
    '亿', '半', '双', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ',
];

/// Words in which what could say a number says none.
const SAYING_NOTHING: [&str; 24] = [
    "一般",
    "进一步",
    "一步",
    "统一",
    "一体",
    "一批",
    "一流",
    "一系列",
    "第一产业",
    "第二产业",
    "第三产业",
    "前三季度",
    "一季度",
    "二季度",
    "三季度",
    "四季度",
    "上半年",
    "下半年",
    "十三五",
    "十四五",
    "十五五",
    "万众",
    "千方百计",
    "三公经费",
];

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

/// So many places of a number are looked at.
const MOST: usize = 40;

/// No period is longer, in letters.
const LONGEST: usize = 16;

/// A fragment with its signs as ASCII has them, and without the signs between groups of digits.
pub(super) struct Printed(String);

impl Printed {
    pub(super) fn new(fragment: &str) -> Self {
        let text: Vec<char> = in_digits(&plain(fragment)).chars().collect();
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
        while let Some(at) = rest.find(|c: char| c.is_ascii_digit())
            && places.len() < MOST
        {
            let from = rest.get(at..).unwrap_or_default();
            let ends = from.find(|c: char| !c.is_ascii_digit() && c != '.');
            let number = from.get(..ends.unwrap_or(from.len())).unwrap_or_default();
            let (number, behind) = from.split_at(number.trim_end_matches('.').len());
            if sought.is_some() && decimal(number) == sought {
                let before = self.0.len() - from.len();
                places.push((self.0.get(..before).unwrap_or_default(), behind));
            }
            rest = behind;
        }
        places
    }

    /// The places of a number but those where it is a month, a day or the number of an item, if there are others.
    fn said(&self, value: &str) -> Vec<(&str, &str)> {
        let mut places = self.places(value);
        let is_said = |(before, behind): &(&str, &str)| {
            let is_item = before.trim().is_empty() && behind.starts_with(['.', '、', ')']);
            !is_item && !behind.starts_with(['月', '日', '号'])
        };
        if places.iter().any(is_said) {
            places.retain(is_said);
        }
        places
    }

    /// Whether a number stands here; up to ten in numerals, too. Without any digits whatever may say one will do.
    pub(super) fn has(&self, value: &str) -> bool {
        if !self.places(value).is_empty() {
            return true;
        }
        let nothing = SAYING_NOTHING.iter();
        let said = nothing.fold(self.0.clone(), |text, word| text.replace(word, ""));
        if !said.contains(|c: char| c.is_ascii_digit()) {
            return said.contains(SAYING);
        }
        let is_said = |(number, word): &(&str, &str)| *number == value && said.contains(word);
        NUMERALS.iter().any(is_said)
    }

    /// Whether a number rises here and falls in its cell, or the other way round; not of what is itself a fall.
    pub(super) fn contradicts_sign(&self, value: &str, name: &str) -> bool {
        let places = self.said(value);
        if value.starts_with('-') {
            let may_fall = |(before, behind): &(&str, &str)| {
                is_minus(before, behind) || is_fall(clause(before))
            };
            !places.is_empty() && !places.iter().any(may_fall)
        } else {
            let is_of_fall = name.contains(['降', '减']);
            let is_falling = |(before, behind): &(&str, &str)| falls(before, behind);
            !is_of_fall && !places.is_empty() && places.iter().all(is_falling)
        }
    }

    /// Whether a period stands here as it is written in Chinese, and not to be compared with.
    pub(super) fn has_period(&self, sought: &str) -> bool {
        let year = sought.get(..4).unwrap_or_default();
        let mut places = self.0.match_indices(year).take(MOST);
        places.any(|(at, _)| {
            let (before, from) = self.0.split_at(at);
            let ends = from.char_indices().map(|(at, c)| at + c.len_utf8());
            let written = ends.take(LONGEST).filter_map(|end| from.get(..end));
            let read = written.map(period);
            let read = read.filter(|read| Period::parse(read).is_some()).last();
            read.as_deref() == Some(sought) && !before.ends_with(['比', '较'])
        })
    }

    /// The unit behind a number, where it is another than the one that was taken wherever the number stands.
    pub(super) fn other_unit(
        &self,
        value: &str,
        taken: &str,
        units: &Measures,
    ) -> Option<OtherUnit> {
        let places = self.said(value).into_iter();
        let found = places.map(|(_, behind)| units.other(&tail(behind), taken));
        found.collect::<Option<Vec<_>>>()?.into_iter().next()
    }

    /// The word beside a number that bounds it otherwise than the comparator that was taken wherever the number stands;
    /// empty where none bounds it.
    pub(super) fn other_bound(
        &self,
        value: &str,
        taken: Comparator,
        units: &Measures,
    ) -> Option<&str> {
        let places = self.said(value).into_iter();
        let found = places.map(
            |(before, behind)| match bound_beside(before, behind, units) {
                Some((word, bound)) => (!agree(bound, taken)).then_some(word),
                None => (taken != Comparator::Equal && !is_way_down(before)).then_some(""),
            },
        );
        found.collect::<Option<Vec<_>>>()?.into_iter().next()
    }
}

/// A text with its whole numbers beyond ten, below ten thousand, in digits: `三百亿元` is `300亿元`.
fn in_digits(text: &str) -> String {
    let mut written = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(NUMBERS) {
        let (before, from) = rest.split_at(at);
        let ends = from.find(|c| !NUMBERS.contains(&c));
        let (run, behind) = from.split_at(ends.unwrap_or(from.len()));
        written.push_str(before);
        match numeral(run) {
            Some(number) => written.push_str(&number.to_string()),
            None => written.push_str(run),
        }
        rest = behind;
    }
    written + rest
}

/// What numbers below ten thousand are written with.
const NUMBERS: [char; 14] = [
    '零', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千',
];

/// A whole number of several signs; none where they are no number, or could be two.
fn numeral(run: &str) -> Option<u32> {
    let (mut number, mut digit, mut least) = (0, None, 10_000);
    for c in run.chars() {
        let at = NUMBERS.iter().position(|known| *known == c)?;
        let power = match c {
            '零' => continue,
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ if digit.is_some() => return None,
            // 两 is another word for two.
            _ => {
                digit = u32::try_from(if at > 2 { at - 1 } else { at }).ok();
                continue;
            }
        };
        let is_ten = power == 10 && number == 0;
        let times = digit.take().or(is_ten.then_some(1))?;
        if power >= least {
            return None;
        }
        number += times * power;
        least = power;
    }
    let is_whole = digit.is_none() || least == 10 || run.contains('零');
    (number > 0 && is_whole && run.chars().count() > 1)
        .then_some(number + digit.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_beyond_ten_are_read_in_words() {
        for (text, is) in [
            ("完成投资三百亿元", "完成投资300亿元"),
            ("突破五百家", "突破500家"),
            ("一千二百三十四人", "1234人"),
            ("两千余名", "2000余名"),
            ("十二个", "12个"),
            ("三十五", "35"),
            ("一百零五", "105"),
            ("三万", "三万"),
            ("百家", "百家"),
            ("三百五", "三百五"),
            ("十四五", "十四五"),
            ("二三十", "二三十"),
            ("百十个", "百十个"),
        ] {
            assert_eq!(in_digits(text), is, "{text}");
        }
    }
}
