//! What a number of a workbook is shown as: the code of its format tells a percentage or a date.

use std::iter::{self, Peekable};
use std::mem;
use std::str::Chars;

/// How much of a date is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A year.
    Year,
    /// A year and a month.
    Month,
    /// A day.
    Day,
}

/// What a number is shown as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// As itself.
    #[default]
    Number,
    /// As so many hundredths.
    Percent,
    /// As itself, with a percent sign behind it that is mere text.
    PercentSign,
    /// As a date.
    Date(Shown),
    /// As a time, or a date without its year.
    UnclearDate,
    /// As another number: in thousands, or in a form for some and another for others.
    Unclear,
}

/// What stands in a format for "general" in Chinese.
const GENERAL: [&str; 2] = ["General", "G/通用格式"];

/// The signs of dates and times; `b` counts years from elsewhere.
const DATE: &str = "yebmdhs";

impl Format {
    /// The format of a code, such as `0.0%` or `yyyy"年"m"月"`. It may have sections, for numbers above,
    /// below and at zero; those that show a number must show it alike.
    pub fn of(code: &str) -> Self {
        let mut code = code.to_owned();
        for general in GENERAL {
            code = code.replace(general, "0");
        }
        let mut found = None;
        for section in sections(&code).into_iter().take(3) {
            let Some(format) = section.format() else {
                continue;
            };
            if found.is_some_and(|found| found != format) {
                return Self::Unclear;
            }
            found = Some(format);
        }
        found.unwrap_or_default()
    }

    /// The format of an id that needs no code: of those the file says nothing. Dates that depend on the
    /// language are as in Chinese.
    pub fn built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14 | 15 | 22 | 30 | 31 => Self::Date(Shown::Day),
            17 | 27 | 36 | 50 | 52 | 57 => Self::Date(Shown::Month),
            16 | 18..=21 | 28 | 29 | 32..=35 | 45..=47 | 51 | 53..=56 | 58 => Self::UnclearDate,
            _ => Self::Number,
        }
    }
}

/// What a section of a code shows.
#[derive(Default)]
struct Section {
    /// The signs of dates and times, a run of the same as one, with its length.
    runs: Vec<(char, usize)>,
    has_digits: bool,
    is_scaled: bool,
    /// Percent signs, of which each is a hundredfold, and one that is mere text.
    percents: usize,
    has_percent_sign: bool,
}

impl Section {
    /// What the section shows a number as; nothing where it shows none.
    fn format(&self) -> Option<Format> {
        if !self.runs.is_empty() {
            return Some(self.date().map_or(Format::UnclearDate, Format::Date));
        }
        let is_shown = self.has_digits;
        is_shown.then_some(
            match (self.is_scaled, self.percents, self.has_percent_sign) {
                (false, 0, false) => Format::Number,
                (false, 1, false) => Format::Percent,
                (false, 0, true) => Format::PercentSign,
                _ => Format::Unclear,
            },
        )
    }

    /// How much of a date the section shows. A week's day is none of a month, and `m` beside hours or
    /// seconds means minutes.
    fn date(&self) -> Option<Shown> {
        let is_time = |at: usize| {
            let sign = self.runs.get(at).map(|(sign, _)| *sign);
            sign.is_some_and(|sign| matches!(sign, 'h' | 's'))
        };
        let is_month = |at: usize| {
            let before = at.checked_sub(1).is_some_and(is_time);
            !before && !is_time(at + 1)
        };
        let runs = || self.runs.iter().enumerate();
        let has_year = runs().any(|(_, (sign, _))| matches!(sign, 'y' | 'e'));
        let has_month = runs().any(|(at, (sign, _))| *sign == 'm' && is_month(at));
        let has_day = runs().any(|(_, (sign, length))| *sign == 'd' && *length <= 2);
        match (has_year, has_month, has_day) {
            (true, true, true) => Some(Shown::Day),
            (true, true, false) => Some(Shown::Month),
            (true, false, false) => Some(Shown::Year),
            _ => None,
        }
    }

    /// Takes in a sign that is neither a literal nor one of a date.
    fn sign(&mut self, sign: char, next: Option<char>) {
        match sign {
            '0' | '#' | '?' => self.has_digits = true,
            '%' => self.percents += 1,
            '％' => self.has_percent_sign = true,
            // A comma between digits groups them; behind them it leaves thousands out.
            ',' => self.is_scaled |= self.has_digits && !matches!(next, Some('0' | '#' | '?')),
            _ => {}
        }
    }
}

/// The sections of a code.
fn sections(code: &str) -> Vec<Section> {
    let mut all = Vec::new();
    let mut section = Section::default();
    let mut signs = code.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            ';' => all.push(mem::take(&mut section)),
            '"' => {
                let literal: String = signs.by_ref().take_while(|&sign| sign != '"').collect();
                section.has_percent_sign |= literal.contains(['%', '％']);
            }
            '\\' | '!' => {
                let literal = signs.next();
                section.has_percent_sign |= matches!(literal, Some('%' | '％'));
            }
            '_' | '*' => {
                signs.next();
            }
            '[' => {
                let inner: String = signs.by_ref().take_while(|&sign| sign != ']').collect();
                if is_elapsed(&inner) {
                    section.runs.push(('h', 1));
                }
            }
            // 1.5E+03 is a number; any other E is a year.
            'E' | 'e' if matches!(signs.peek(), Some('+' | '-')) => section.has_digits = true,
            'A' | 'a' if is_noon(&mut signs) => section.runs.push(('h', 1)),
            sign if DATE.contains(sign.to_ascii_lowercase()) => {
                let is_same = |next: &char| next.eq_ignore_ascii_case(&sign);
                let more = iter::from_fn(|| signs.next_if(is_same)).count();
                section.runs.push((sign.to_ascii_lowercase(), 1 + more));
            }
            sign => section.sign(sign, signs.peek().copied()),
        }
    }
    all.push(section);
    all
}

/// Whether brackets hold hours, minutes or seconds that run on: `[h]`, `[mm]`.
fn is_elapsed(inner: &str) -> bool {
    let inner = inner.to_ascii_lowercase();
    let first = inner.chars().next();
    first.is_some_and(|first| "hms".contains(first) && inner.chars().all(|c| c == first))
}

/// Passes over the rest of `AM/PM` or `A/P`, where it stands.
fn is_noon(rest: &mut Peekable<Chars<'_>>) -> bool {
    let ahead: String = rest.clone().take(4).collect();
    let ahead = ahead.to_ascii_lowercase();
    let length = match () {
        () if ahead == "m/pm" => 4,
        () if ahead.starts_with("/p") => 2,
        () => 0,
    };
    rest.by_ref().take(length).for_each(drop);
    length > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_tells_numbers_and_percentages() {
        for (code, format) in [
            ("General", Format::Number),
            ("G/通用格式", Format::Number),
            ("General\"年度\"", Format::Number),
            ("@", Format::Number),
            ("0.00E+00", Format::Number),
            ("# ?/?", Format::Number),
            ("#,##0.00;[Red]-#,##0.00", Format::Number),
            (
                "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
                Format::Number,
            ),
            ("0.0\"亿元\"", Format::Number),
            ("[>=100]0;[<0]\\-0.0;0.00", Format::Number),
            ("0%", Format::Percent),
            ("0.00%;[Red]\\-0.00%", Format::Percent),
            ("0.0%;;\"—\"", Format::Percent),
            ("0.0\"%\"", Format::PercentSign),
            ("0.0\\%", Format::PercentSign),
            ("0.0％", Format::PercentSign),
            ("0.0%\"%\"", Format::Unclear),
            ("0%;0.0", Format::Unclear),
            ("0%%", Format::Unclear),
            ("#,##0,", Format::Unclear),
            ("0!.0,\"万\"", Format::Unclear),
            ("0.0,,\"百万\"", Format::Unclear),
        ] {
            assert_eq!(Format::of(code), format, "{code}");
        }
    }

    #[test]
    fn a_code_tells_how_much_of_a_date_is_shown() {
        for (code, format) in [
            ("yyyy-mm-dd", Format::Date(Shown::Day)),
            ("yyyy\"年\"m\"月\"d\"日\";@", Format::Date(Shown::Day)),
            (
                "[$-804]yyyy\"年\"m\"月\"d\"日\"\\ dddd",
                Format::Date(Shown::Day),
            ),
            (
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"",
                Format::Date(Shown::Day),
            ),
            (
                "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
                Format::Date(Shown::Day),
            ),
            ("yyyy/m/d h:mm", Format::Date(Shown::Day)),
            ("d.m.yy", Format::Date(Shown::Day)),
            ("e\"年\"m\"月\"", Format::Date(Shown::Month)),
            ("yyyy\\-mm", Format::Date(Shown::Month)),
            ("mmm-yy", Format::Date(Shown::Month)),
            ("yyyy", Format::Date(Shown::Year)),
            ("yyyy\"年\"", Format::Date(Shown::Year)),
            ("m\"月\"d\"日\"", Format::UnclearDate),
            ("mm", Format::UnclearDate),
            ("dddd", Format::UnclearDate),
            ("yyyy d", Format::UnclearDate),
            ("bbbb\\-mm\\-dd", Format::UnclearDate),
            ("h:mm", Format::UnclearDate),
            ("yyyy h:mm", Format::Date(Shown::Year)),
            ("[h]:mm:ss", Format::UnclearDate),
            ("mm:ss.0", Format::UnclearDate),
            ("上午/下午h\"时\"mm\"分\"", Format::UnclearDate),
            ("h:mm AM/PM", Format::UnclearDate),
            ("yyyy;0", Format::Unclear),
        ] {
            assert_eq!(Format::of(code), format, "{code}");
        }
    }

    #[test]
    fn formats_without_a_code_are_known_by_their_ids() {
        assert_eq!(Format::built_in(0), Format::Number);
        assert_eq!(Format::built_in(4), Format::Number);
        assert_eq!(Format::built_in(10), Format::Percent);
        assert_eq!(Format::built_in(14), Format::Date(Shown::Day));
        assert_eq!(Format::built_in(57), Format::Date(Shown::Month));
        assert_eq!(Format::built_in(58), Format::UnclearDate);
        assert_eq!(Format::built_in(49), Format::Number);
    }
}
