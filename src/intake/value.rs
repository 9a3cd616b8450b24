//! Cells as people write them, in the form of the tables. What is not surely understood stays as it is, and the
//! loader refuses it by the same rules as any cell.

use crate::dataset::Plan;

/// The text without spaces around it, and with full-width letters, digits and signs as ASCII has them. For cells of
/// codes, numbers and times; words stay as they are.
pub(super) fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.trim().to_owned();
    }
    let narrow = |c: char| match c {
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21).unwrap_or(c),
        '−' | '﹣' => '-',
        _ => c,
    };
    let text: String = text.chars().map(narrow).collect();
    text.trim().to_owned()
}

/// A number as it is written in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Its digits, with a point and without groups; or what was written, where that is no number.
    pub digits: String,
    /// Whether a sign of per cent stands behind it.
    pub is_percent: bool,
}

/// Reads a number: groups of three digits may be parted by commas or by single spaces, and `%` may stand behind it.
pub(super) fn number(text: &str) -> Number {
    let text = plain(text);
    let is_percent = text.ends_with('%');
    let digits = text.strip_suffix('%').unwrap_or(&text).trim_end();
    let joined = [',', ' '].iter().find_map(|sign| grouped(digits, *sign));
    Number {
        digits: joined.unwrap_or_else(|| digits.to_owned()),
        is_percent,
    }
}

/// A number without the sign between its groups of three digits; none where the groups are not right.
fn grouped(text: &str, sign: char) -> Option<String> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = unsigned
        .find('.')
        .map_or((unsigned, ""), |at| unsigned.split_at(at));
    let mut groups = whole.split(sign);
    let first = groups.next()?;
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let mut count = 0;
    let is_right = groups.all(|group| {
        count += 1;
        group.len() == 3 && is_digits(group)
    });
    let is_first = (1..=3).contains(&first.len()) && is_digits(first) && !first.starts_with('0');
    (count > 0 && is_right && is_first && !rest.contains(sign)).then(|| {
        let minus = if unsigned.len() < text.len() { "-" } else { "" };
        [minus, &whole.replace(sign, ""), rest].concat()
    })
}

/// A count, or a factor: the digits of a number, which is no percentage.
pub(super) fn count(text: &str) -> String {
    let number = number(text);
    if number.is_percent {
        return plain(text);
    }
    number.digits
}

/// Other names, with the sign of the tables between them.
pub(super) fn aliases(text: &str) -> String {
    let names = text.split(['|', '｜']).map(str::trim);
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    names.join("|")
}

/// A period as people write it, in ISO 8601: years, months and days, a half or a quarter of a year, several of
/// each, or the years of a five-year plan.
pub(super) fn period(text: &str) -> String {
    let text = plain(text);
    let read = years(&text)
        .or_else(|| in_year(&text))
        .or_else(|| day(&text))
        .or_else(|| of_plan(&text));
    read.unwrap_or(text)
}

/// The signs and the word between two ends.
fn dash(c: char) -> bool {
    matches!(c, '-' | '—' | '–' | '~' | '至' | '～')
}

/// `2026年`, `2026年度`, `2026—2030年`, `2026年至2030年` or `2026-2030`: a month has two digits.
fn years(text: &str) -> Option<String> {
    let body = text.strip_suffix("年度");
    let body = body.or_else(|| text.strip_suffix('年')).unwrap_or(text);
    let Some((first, last)) = body.split_once(dash) else {
        return Some(year(body)?.to_owned());
    };
    // A dash in Chinese is two signs long.
    let last = last.trim_start_matches(dash);
    let first = first.strip_suffix('年').unwrap_or(first);
    Some([year(first)?, "/", year(last)?].concat())
}

/// `2026年9月`, `2026年1—9月`, `2026年上半年`, `2026年一季度`, `2026年前三季度` or `2026Q1`.
fn in_year(text: &str) -> Option<String> {
    let (of_year, rest) = (year(text.get(..4)?)?, text.get(4..)?);
    let months = |first: u8, last: u8| format!("{of_year}-{first:02}/{of_year}-{last:02}");
    let chinese = rest.strip_prefix('年');
    let named = chinese.unwrap_or(rest.trim_start_matches(['-', ' ']));
    let numbered = named
        .strip_prefix('第')
        .filter(|name| !name.starts_with('前'));
    let named = numbered
        .filter(|name| name.ends_with("季度"))
        .unwrap_or(named);
    let named = HALVES_AND_QUARTERS.iter().find(|(name, ..)| *name == named);
    if let Some((_, first, last)) = named {
        return Some(months(*first, *last));
    }
    let body = chinese?.strip_suffix('月')?;
    let Some((first, last)) = body.split_once(dash) else {
        return Some(format!("{of_year}-{}", two(body)?));
    };
    let last = last.trim_start_matches(dash);
    let first = first.strip_suffix('月').unwrap_or(first);
    Some(format!(
        "{of_year}-{}/{of_year}-{}",
        two(first)?,
        two(last)?
    ))
}

/// Parts of a year by their first and last month.
const HALVES_AND_QUARTERS: [(&str, u8, u8); 18] = [
    ("上半年", 1, 6),
    ("下半年", 7, 12),
    ("一季度", 1, 3),
    ("二季度", 4, 6),
    ("三季度", 7, 9),
    ("四季度", 10, 12),
    ("1季度", 1, 3),
    ("2季度", 4, 6),
    ("3季度", 7, 9),
    ("4季度", 10, 12),
    ("前两季度", 1, 6),
    ("前二季度", 1, 6),
    ("前三季度", 1, 9),
    ("前3季度", 1, 9),
    ("Q1", 1, 3),
    ("Q2", 4, 6),
    ("Q3", 7, 9),
    ("Q4", 10, 12),
];

/// `2026年3月24日`.
fn day(text: &str) -> Option<String> {
    let (of_year, rest) = text.split_once('年')?;
    let (month, day) = rest.strip_suffix('日')?.split_once('月')?;
    Some(format!("{}-{}-{}", year(of_year)?, two(month)?, two(day)?))
}

/// `“十五五”时期`: the years of the plan.
fn of_plan(text: &str) -> Option<String> {
    let name = text
        .strip_suffix("时期")
        .or_else(|| text.strip_suffix("期间"));
    let plan = Plan::parse(&plan(name.unwrap_or(text)))?;
    plan.five_year?;
    Some(plan.period.to_string())
}

/// A day: `2026年3月24日`, `2026/3/24` and `2026.3.24` in ISO 8601. The year is always first.
pub(super) fn date(text: &str) -> String {
    let text = plain(text);
    let read = || {
        if let Some(read) = day(&text) {
            return Some(read);
        }
        let sign = ['/', '.', '-']
            .into_iter()
            .find(|sign| text.contains(*sign))?;
        let mut parts = text.split(sign);
        let (of_year, month, day) = (
            year(parts.next()?)?,
            two(parts.next()?)?,
            two(parts.next()?)?,
        );
        parts
            .next()
            .is_none()
            .then(|| format!("{of_year}-{month}-{day}"))
    };
    read().unwrap_or(text)
}

/// A plan: `2026-annual`, `2026年度计划` or `2026年`, `15fyp` or `十五五`, by its code.
pub(super) fn plan(text: &str) -> String {
    let text = plain(text);
    let bare = text
        .trim_matches(['“', '”', '"'])
        .replace(['“', '”', '"'], "");
    let bare = bare.trim_end_matches("规划").trim_end_matches("计划");
    let of_year = bare
        .trim_end_matches("国民经济和社会发展")
        .trim_end_matches('度');
    if let Some(year) = of_year.strip_suffix('年').and_then(year) {
        return format!("{year}-annual");
    }
    match bare.strip_suffix('五').and_then(chinese_number) {
        Some(number) => format!("{number}fyp"),
        None => text,
    }
}

/// A number from 10 to 99 as plans are counted: 十四 is 14.
fn chinese_number(text: &str) -> Option<u32> {
    let digit = |text: &str| match text {
        "" => Some(0),
        "一" => Some(1),
        "二" => Some(2),
        "三" => Some(3),
        "四" => Some(4),
        "五" => Some(5),
        "六" => Some(6),
        "七" => Some(7),
        "八" => Some(8),
        "九" => Some(9),
        _ => None,
    };
    let (tens, ones) = text.split_once('十')?;
    let tens = if tens.is_empty() { 1 } else { digit(tens)? };
    Some(tens * 10 + digit(ones)?)
}

fn year(text: &str) -> Option<&str> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then_some(text)
}

/// A month or a day with two digits.
fn two(text: &str) -> Option<String> {
    let is_right = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_right.then(|| format!("{text:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_groups_full_width_digits_and_per_cent() {
        let read = |text: &str| {
            let number = number(text);
            (number.digits, number.is_percent)
        };
        for (text, digits, is_percent) in [
            ("1,234.5", "1234.5", false),
            ("１，２３４．５", "1234.5", false),
            ("1 234 567", "1234567", false),
            ("-6.7", "-6.7", false),
            ("－6.7%", "-6.7", true),
            ("7.5％", "7.5", true),
            (" 12 ", "12", false),
            // What is no number by these rules stays, and is refused.
            ("1,23", "1,23", false),
            ("1,2345", "1,2345", false),
            ("0,123", "0,123", false),
            ("1,234,5", "1,234,5", false),
            ("1,234 567", "1,234 567", false),
            ("约5", "约5", false),
            ("1.234,5", "1.234,5", false),
            ("1e5", "1e5", false),
            ("12亿元", "12亿元", false),
        ] {
            assert_eq!(read(text), (digits.to_owned(), is_percent), "{text}");
        }
    }

    #[test]
    fn times_are_read_as_they_are_said_in_chinese() {
        for (text, iso) in [
            ("2026年", "2026"),
            ("２０２６", "2026"),
            ("2026年9月", "2026-09"),
            ("2026年3月24日", "2026-03-24"),
            ("2026年1—9月", "2026-01/2026-09"),
            ("2026年1月-9月", "2026-01/2026-09"),
            ("2026—2030年", "2026/2030"),
            ("2026年至2030年", "2026/2030"),
            ("2026-01/2026-09", "2026-01/2026-09"),
            ("2026年度", "2026"),
            ("2026-2030", "2026/2030"),
            ("2026——2030年", "2026/2030"),
            ("2026—2030", "2026/2030"),
            ("2026年上半年", "2026-01/2026-06"),
            ("2026年下半年", "2026-07/2026-12"),
            ("2026年一季度", "2026-01/2026-03"),
            ("2026年第四季度", "2026-10/2026-12"),
            ("２０２６年第2季度", "2026-04/2026-06"),
            ("2026年前三季度", "2026-01/2026-09"),
            ("2026Q3", "2026-07/2026-09"),
            ("2026-Q3", "2026-07/2026-09"),
            ("2026上半年", "2026-01/2026-06"),
            ("2026一季度", "2026-01/2026-03"),
            ("“十五五”时期", "2026/2030"),
            ("十四五期间", "2021/2025"),
            // A month stays one, and what could be two things, or is none, is refused.
            ("2026-09", "2026-09"),
            ("2026-9", "2026-9"),
            ("2026-30", "2026-30"),
            ("2026/30", "2026/30"),
            ("26年", "26年"),
            ("2026年秋", "2026年秋"),
            ("2026年底", "2026年底"),
            ("2026年第前三季度", "2026年第前三季度"),
            ("2026第一", "2026第一"),
            ("20261月", "20261月"),
            ("2026Q5", "2026Q5"),
            ("上半年", "上半年"),
            ("2026年十三月", "2026年十三月"),
            ("2026年计划", "2026年计划"),
            ("十五五末", "十五五末"),
        ] {
            assert_eq!(period(text), iso, "{text}");
        }
        for (text, iso) in [
            ("2026/3/4", "2026-03-04"),
            ("2026.3.4", "2026-03-04"),
            ("2026-3-4", "2026-03-04"),
            ("2026年3月4日", "2026-03-04"),
            // Months are no days.
            ("2026年3月", "2026年3月"),
            ("2026年上半年", "2026年上半年"),
            ("3/4/2026", "3/4/2026"),
            ("2026-03-04", "2026-03-04"),
        ] {
            assert_eq!(date(text), iso, "{text}");
        }
    }

    #[test]
    fn plans_are_read_by_the_names_that_people_use() {
        for (text, code) in [
            ("2026-annual", "2026-annual"),
            ("2026年度计划", "2026-annual"),
            ("2026年计划", "2026-annual"),
            ("2026年", "2026-annual"),
            ("“十五五”规划", "15fyp"),
            ("十四五", "14fyp"),
            ("二十一五", "21fyp"),
            ("15fyp", "15fyp"),
            ("三年行动", "三年行动"),
        ] {
            assert_eq!(plan(text), code, "{text}");
        }
    }
}
