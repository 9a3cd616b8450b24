//! Whether a fragment carries a value: the numbers that can be read off a piece of text.

use std::ops::Range;

use super::chinese::{self, DIGITS, MEASURES};
use super::text;

/// Words after which a number is a decrease.
const DECREASES: &[&str] = &["减", "減", "降", "负", "負", "回落", "下滑", "缩短", "縮短"];

/// Words that say a number without writing one, with the number in per cent where it differs.
const WORDS: &[(&str, f64, f64)] = &[
    ("翻番", 2.0, 100.0),
    ("翻一番", 2.0, 100.0),
    ("翻倍", 2.0, 100.0),
    ("过半", 0.5, 50.0),
    ("過半", 0.5, 50.0),
    ("近半", 0.5, 50.0),
    ("一半", 0.5, 50.0),
    ("半数", 0.5, 50.0),
    ("半數", 0.5, 50.0),
];

/// The places of a fragment where a value, as a table writes it, can be read, in order. 万 and 亿
/// after digits belong to the unit and scale nothing.
pub fn places(fragment: &str, value: &str, is_percent: bool) -> Vec<Range<usize>> {
    let Ok(value) = value.parse::<f64>() else {
        return Vec::new();
    };
    let is_value = |number: f64| (number - value).abs() <= 1e-9 * value.abs().max(1.0);
    let mut found: Vec<Range<usize>> = in_digits(fragment)
        .into_iter()
        .chain(in_characters(fragment))
        .chain(in_roman(fragment))
        .flat_map(|number| scaled(fragment, number, is_percent))
        .chain(in_words(fragment, is_percent))
        .filter(|(place, number)| {
            let before = fragment.get(..place.start).unwrap_or_default();
            let is_decrease = DECREASES.iter().any(|word| before.contains(word));
            is_value(*number) || is_decrease && is_value(-number)
        })
        .map(|(place, _)| place)
        .collect();
    found.sort_by_key(|place| (place.start, place.end));
    found.dedup();
    found
}

/// A number and its place.
type Number = (Range<usize>, f64);

/// Numbers in digits: `7.5`, `-3.2`. The hyphen of a range (`3-5`) is no sign.
fn in_digits(fragment: &str) -> Vec<Number> {
    let number = |place: Range<usize>| {
        let number: f64 = fragment.get(place.clone())?.parse().ok()?;
        Some((place.clone(), sign(fragment, place.start) * number))
    };
    text::numbers(fragment)
        .into_iter()
        .filter_map(number)
        .collect()
}

fn sign(fragment: &str, start: usize) -> f64 {
    let mut before = fragment.get(..start).unwrap_or_default().chars().rev();
    let is_negative = matches!(before.next(), Some('-' | '−' | '－'))
        && !before
            .next()
            .is_some_and(|c| c.is_ascii_digit() || c == '%');
    if is_negative { -1.0 } else { 1.0 }
}

/// Numbers in Chinese characters, with the 万 and 亿 at their end and without.
fn in_characters(fragment: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut start = 0;
    for piece in fragment.split_inclusive(|c| !DIGITS.contains(c)) {
        let run = piece.trim_end_matches(|c| !DIGITS.contains(c));
        let is_unit = |c| matches!(c, '万' | '亿' | '萬' | '億');
        let own = run.trim_start_matches(is_unit);
        let from = start + run.len() - own.len();
        for run in [own, own.trim_end_matches(is_unit)] {
            found.extend(chinese::number(run).map(|number| (from..start + own.len(), number)));
        }
        start += piece.len();
    }
    found
}

fn in_roman(fragment: &str) -> impl Iterator<Item = Number> {
    let characters = fragment.char_indices();
    characters.filter_map(|(at, c)| Some((at..at + c.len_utf8(), chinese::roman(c)?)))
}

/// A number with what stands behind it: tenths (六成), fractions (四分之一, 百分之八十) and quarters of
/// an hour, in minutes (一刻钟).
fn scaled(fragment: &str, (place, number): Number, is_percent: bool) -> Vec<Number> {
    let whole = if is_percent { 100.0 } else { 1.0 };
    let rest = fragment.get(place.end..).unwrap_or_default();
    if rest.starts_with('成') {
        return vec![(place, number * whole / 10.0)];
    }
    if rest.starts_with("刻钟") || rest.starts_with("刻鐘") {
        return vec![(place, number * 15.0)];
    }
    let mut all = vec![(place.clone(), number)];
    if let Some(part) = rest.strip_prefix("分之") {
        let from = fragment.len() - part.len();
        let parts = in_characters(part).into_iter();
        let first = parts.filter(|(part, _)| part.start == 0);
        all.extend(
            first.map(|(part, share)| (place.start..from + part.end, share / number * whole)),
        );
    }
    all
}

/// Numbers that a word says without writing one.
fn in_words(fragment: &str, is_percent: bool) -> Vec<Number> {
    let words = WORDS.iter().flat_map(|(word, number, percent)| {
        let places = text::places(fragment, word).into_iter();
        places.map(move |place| (place, if is_percent { *percent } else { *number }))
    });
    let firsts = text::places(fragment, "首").into_iter();
    let firsts = firsts.filter(|place| {
        let rest = fragment.get(place.end..).unwrap_or_default();
        rest.starts_with(|c| MEASURES.contains(c))
    });
    words.chain(firsts.map(|place| (place, 1.0))).collect()
}

#[cfg(test)]
mod tests {
    use super::places;

    fn carries(fragment: &str, value: &str, is_percent: bool) -> bool {
        !places(fragment, value, is_percent).is_empty()
    }

    #[test]
    fn digits_are_read_with_point_and_sign() {
        assert!(carries("增长7.5%", "7.5", true));
        assert!(!carries("增长7.5%", "7", true));
        assert!(!carries("增长7.5%", "75", true));
        assert!(carries("变化-3.2%", "-3.2", true));
        assert!(!carries("变化-3.2%", "3.2", true));
        assert!(carries("建设3-5个", "3", false) && carries("建设3-5个", "5", false));
        assert!(!carries("建设3-5个", "-5", false));
        assert!(!carries("无数", "0", false));
    }

    #[test]
    fn each_place_that_carries_the_value_is_told() {
        let of = |fragment: &str, value: &str| -> Vec<String> {
            let places = places(fragment, value, true).into_iter();
            places
                .map(|place| fragment.get(place).expect("a place").to_owned())
                .collect()
        };
        assert_eq!(of("30亿元以上项目5个", "5"), ["5"]);
        assert_eq!(of("12座改建12座", "12"), ["12", "12"]);
        assert_eq!(of("增7.5%", "7.5"), ["7.5"]);
        assert_eq!(of("占四分之一", "25"), ["四分之一"]);
        assert!(of("无数", "").is_empty());
    }

    #[test]
    fn a_first_or_a_half_is_read_only_where_it_counts() {
        assert!(carries("首个", "1", false) && carries("居首位", "1", false));
        assert!(!carries("首义广场", "1", false));
        assert!(carries("人数过半", "0.5", false) && carries("近半", "50", true));
        assert!(!carries("半年报", "0.5", false));
        assert!(!carries("十四五规划", "15", false));
    }

    #[test]
    fn a_decrease_in_words_may_be_negative() {
        assert!(carries("能耗下降3.1%", "-3.1", true));
        assert!(carries("能耗下降3.1%", "3.1", true));
        assert!(!carries("能耗增长3.1%", "-3.1", true));
        assert!(!carries("增3.1%后下降", "-3.1", true));
    }

    #[test]
    fn the_unit_s_ten_thousands_scale_nothing() {
        assert!(carries("服务1.06万人次", "1.06", false));
        assert!(!carries("服务1.06万人次", "10600", false));
        assert!(!carries("服务3万人", "10000", false));
    }

    #[test]
    fn numbers_in_characters_are_read() {
        for (fragment, value) in [
            ("两座变电站", "2"),
            ("位居第二十三", "23"),
            ("百家首店", "100"),
            ("三万人", "3"),
            ("三万人", "30000"),
            ("全市首位", "1"),
            ("零事故", "0"),
            ("新增清零", "0"),
            ("水质达到Ⅲ类", "3"),
            ("一刻钟", "15"),
            ("两個", "2"),
        ] {
            assert!(carries(fragment, value, false), "{fragment} {value}");
        }
        assert!(!carries("两座变电站", "3", false));
        assert!(!carries("两座变电站", "two", false));
    }

    #[test]
    fn shares_in_words_are_read() {
        for (fragment, value) in [
            ("超过六成", "60"),
            ("占四分之一", "25"),
            ("百分之八十", "80"),
            ("过半", "50"),
            ("产值翻番", "100"),
        ] {
            assert!(carries(fragment, value, true), "{fragment} {value}");
        }
        assert!(carries("占四分之一", "0.25", false));
        assert!(!carries("超过六成", "6", true));
    }
}
