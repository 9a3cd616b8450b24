//! What a reader would write, and where, in the place of what he wrote.

use crate::dataset::{Comparator, Lang, Period, Problem, decimal};
use crate::text::columns::{BOUNDS, choices, column};

use super::finding::Place;
use super::measures::scale;
use super::value::{number, period, plain};

/// Where what people write beside a number belongs.
const ELSEWHERE: [&str; 2] = [
    "“左右”“以上”等填“限定”列，区间填“数值上限”列，单位填“计量单位”列，没有数字的填“文字表述”列",
    "words such as about and over go into the comparator, the end of a range into the upper end, the unit into the unit, what has no number into the statement",
];

/// What is longer, in letters, is a sentence and no unit.
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
            let read = plain(read);
            if let Some(year) = year_end(&read) {
                return Some(match lang {
                    Lang::Zh => format!("年底、年末的数填年份：{year}"),
                    Lang::En => format!("for the end of a year, the year: {year}"),
                });
            }
            let dated = ["2026年", &read].concat();
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

/// The year at whose end a figure is said to stand.
fn year_end(text: &str) -> Option<&str> {
    // 截至2026年底, 到2026年底.
    let text = text.trim_start_matches(['截', '止', '至', '到']);
    let year = text.strip_suffix(['底', '末'])?;
    // 2026年年底 as well as 2026年底.
    let year = year.trim_end_matches('年').trim();
    (year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())).then_some(year)
}

/// A number with a bound, an upper end or a unit, each with the column that it belongs in; none of anything else.
fn apart(read: &str, lang: Lang) -> Option<String> {
    let text = plain(read);
    let longest = |is: &dyn Fn(&str) -> bool| {
        let words = BOUNDS.iter().filter(|(word, _)| is(word));
        words.max_by_key(|(word, _)| word.len())
    };
    let about = text.strip_prefix('~').map(|_| ("~", "~"));
    let before = longest(&|word| text.starts_with(word));
    let behind = longest(&|word| text.ends_with(word));
    let bare = before.and_then(|(word, _)| text.strip_prefix(*word));
    let bare = bare.or(text.strip_prefix('~')).unwrap_or(&text);
    let ending = behind.map_or("", |(word, _)| *word);
    let bare = bare.strip_suffix(ending).unwrap_or(bare).trim();
    let (low, rest) = digits(bare)?;
    let high = rest.trim_start().strip_prefix(['-', '—', '~', '至']);
    let high = high.and_then(|rest| digits(rest.trim_start()));
    let unit = high.as_ref().map_or(rest, |(_, rest)| rest).trim();
    // 3万余人 is more than so many 万人.
    let scale = scale(unit);
    let over = unit
        .strip_prefix(scale)
        .and_then(|rest| rest.strip_prefix(['余', '多']));
    let unit = over.map_or_else(|| unit.to_owned(), |rest| [scale, rest].concat());
    let over = over.map(|_| ("余", Comparator::MoreThan.code()));
    let word = before.or(behind).map(|(word, bound)| (*word, bound.code()));
    let (word, code) = word.or(about).or(over).unwrap_or_default();
    if unit.chars().count() > LONGEST || unit.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let bound = if lang == Lang::Zh { word } else { code };
    let parts = [
        ("value", low.as_str()),
        ("value_high", high.as_ref().map_or("", |(high, _)| high)),
        ("comparator", bound),
        ("unit", &unit),
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
            ("约7%左右", "“数值”填 7，“限定”填 约，“计量单位”填 %"),
            ("3万余人", "“数值”填 3，“限定”填 余，“计量单位”填 万人"),
            ("300多家", "“数值”填 300，“限定”填 余，“计量单位”填 家"),
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
