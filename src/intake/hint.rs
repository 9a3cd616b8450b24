//! What a reader would write, and where, in the place of what he wrote.

use crate::dataset::{Lang, Period, Problem, decimal};
use crate::text::columns::{BOUNDS, choices, column};

use super::finding::Place;
use super::value::{number, period, plain};

/// Where what people write beside a number belongs.
const ELSEWHERE: [&str; 2] = [
    "“左右”“以上”等填“限定”列，区间填“数值上限”列，单位填“计量单位”列，没有数字的填“文字表述”列",
    "words such as about and over go into the comparator, the end of a range into the upper end, the unit into the unit, what has no number into the statement",
];

/// No unit has a longer name, in letters.
const LONGEST: usize = 8;

/// What could be written; none where nothing is known beyond what may stand there.
pub(super) fn hint(problem: &Problem, place: &Place, lang: Lang) -> Option<String> {
    match problem {
        Problem::NotANumber(read) if ["value", "value_high"].contains(&&*place.column) => {
            let [zh, en] = ELSEWHERE;
            let usual = if lang == Lang::Zh { zh } else { en };
            Some(apart(read, lang).unwrap_or_else(|| usual.to_owned()))
        }
        Problem::NotAPeriod(read) => {
            let dated = ["2026年", &plain(read)].concat();
            Period::parse(&period(&dated))?;
            Some(match lang {
                Lang::Zh => format!("须写明年份，如 {dated}"),
                Lang::En => format!("with its year, such as {dated}"),
            })
        }
        Problem::NotAllowed { read, .. } if !read.is_empty() => {
            let choices = choices(place.table, &place.column).into_iter();
            let names = choices.map(|(_, name)| name.get(lang));
            let read = read.to_lowercase();
            let is_near = |name: &&str| {
                let name = name.to_lowercase();
                name.contains(&read) || read.contains(&name)
            };
            let name = names.filter(is_near).max_by_key(|name| name.len())?;
            Some(match lang {
                Lang::Zh => format!("是否为：{name}"),
                Lang::En => format!("perhaps {name}"),
            })
        }
        _ => None,
    }
}

/// A number with a bound, an upper end or a unit, each with the column that it belongs in; none of anything else.
fn apart(read: &str, lang: Lang) -> Option<String> {
    let text = plain(read);
    let longest = |is: &dyn Fn(&str) -> bool| {
        let words = BOUNDS.iter().filter(|(word, _)| is(word));
        words.max_by_key(|(word, _)| word.len())
    };
    let signs = [
        (">=", ">="),
        ("<=", "<="),
        (">", ">"),
        ("<", "<"),
        ("~", "~"),
    ];
    let sign = signs.iter().find(|(sign, _)| text.starts_with(sign));
    let before = longest(&|word| text.starts_with(word));
    let behind = longest(&|word| text.ends_with(word));
    let word = before.or(behind).map(|(word, bound)| (*word, bound.code()));
    let word = word.or(sign.copied());
    let (word, code) = word.unwrap_or_default();
    let bare = text.strip_prefix(word).or_else(|| text.strip_suffix(word));
    let bare = bare.unwrap_or(&text).trim();
    let (low, rest) = digits(bare)?;
    let high = rest.trim_start().strip_prefix(['-', '—', '~', '至']);
    let high = high.and_then(|rest| digits(rest.trim_start()));
    let unit = high.as_ref().map_or(rest, |(_, rest)| rest).trim();
    if unit.chars().count() > LONGEST || unit.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let bound = if lang == Lang::Zh { word } else { code };
    let parts = [
        ("value", low.as_str()),
        ("value_high", high.as_ref().map_or("", |(high, _)| high)),
        ("comparator", bound),
        ("unit", unit),
    ];
    let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
    let parts = parts.filter_map(|(name, text)| {
        let name = column("observations.csv", name)?.name.get(lang);
        Some(match lang {
            Lang::Zh => format!("“{name}”填 {text}"),
            Lang::En => format!("{text} goes into {name}"),
        })
    });
    let parts: Vec<String> = parts.collect();
    (parts.len() > 1).then(|| parts.join(if lang == Lang::Zh { "，" } else { ", " }))
}

/// The number that a text begins with, and what stands behind it.
fn digits(text: &str) -> Option<(String, &str)> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let sign = text.len() - unsigned.len();
    let ends = unsigned.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
    let (written, rest) = text.split_at(ends.map_or(text.len(), |end| end + sign));
    let number = number(written).digits;
    decimal(&number)?;
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_told_apart_from_what_stands_beside_it() {
        for (read, is) in [
            ("7%左右", "“数值”填 7，“限定”填 左右，“计量单位”填 %"),
            ("112家", "“数值”填 112，“计量单位”填 家"),
            (">500", "“数值”填 500，“限定”填 >"),
            (
                "不低于1,200.5亿元",
                "“数值”填 1200.5，“限定”填 不低于，“计量单位”填 亿元",
            ),
            ("5-7", "“数值”填 5，“数值上限”填 7"),
            ("3至5座", "“数值”填 3，“数值上限”填 5，“计量单位”填 座"),
            ("－6.7％", "“数值”填 -6.7，“计量单位”填 %"),
        ] {
            assert_eq!(apart(read, Lang::Zh).as_deref(), Some(is));
        }
        let english = apart("约5km", Lang::En);
        assert_eq!(
            english.as_deref(),
            Some("5 goes into Value, ~ goes into Comparator, km goes into Unit")
        );
        for read in ["", "x", "稳步增长", "7", "1.2.3家", "2026年新增5家", "约"] {
            assert_eq!(apart(read, Lang::Zh), None, "{read}");
        }
    }
}
