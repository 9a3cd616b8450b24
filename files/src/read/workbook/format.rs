//! What a number of a workbook is shown as: the code of its format tells a percentage or a date.

use std::cmp::Ordering;

use super::section::{Mark, Section, sections};

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
    /// As another number, in thousands or without its sign, or as none.
    Unclear,
}

/// What stands in a format for "general" in Chinese.
const GENERAL: [&str; 2] = ["General", "G/通用格式"];

/// What numbers are shown as, by whether they are above, below or at zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Formats {
    above: Format,
    below: Format,
    zero: Format,
}

impl Formats {
    /// The formats of a code, such as `0.0%` or `yyyy"年"m"月"`. Its sections must show numbers alike; a section that
    /// shows none, or one below zero without its sign, leaves unclear what the number is.
    pub fn read(code: &str) -> Self {
        let mut code = code.to_owned();
        for general in GENERAL {
            code = code.replace(general, "0");
        }
        let mut sections = sections(&code);
        // The fourth is that of texts, and so is the last that shows them.
        sections.truncate(3);
        if sections.len() > 1 && sections.last().is_some_and(|last| last.has(Mark::Text)) {
            sections.pop();
        }
        let mut shown = sections.iter().filter_map(Section::format);
        let Some(format) = shown.next() else {
            return Self::from(Format::Unclear);
        };
        let is_hidden = |section: &Section| section.format().is_none();
        let has_condition = sections.iter().any(|section| section.has(Mark::Condition));
        if shown.any(|other| other != format) || has_condition && sections.iter().any(is_hidden) {
            return Self::from(Format::Unclear);
        }
        if has_condition {
            return Self::from(format);
        }
        let at = |place: usize| match sections.get(place) {
            Some(section) if is_hidden(section) => Format::Unclear,
            Some(section) if place == 1 && !section.has(Mark::Minus) => Format::Unclear,
            _ => format,
        };
        let zero = if sections.len() > 2 { 2 } else { 0 };
        Self {
            above: at(0),
            below: at(sections.len().min(2) - 1),
            zero: at(zero),
        }
    }

    /// The format of a number by how it compares with zero.
    pub const fn at(self, sign: Ordering) -> Format {
        match sign {
            Ordering::Greater => self.above,
            Ordering::Less => self.below,
            Ordering::Equal => self.zero,
        }
    }
}

impl From<Format> for Formats {
    fn from(format: Format) -> Self {
        Self {
            above: format,
            below: format,
            zero: format,
        }
    }
}

impl Format {
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
            ("# ?/8", Format::Number),
            ("#,##0.00;[Red]-#,##0.00", Format::Number),
            (
                "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
                Format::Number,
            ),
            ("0.0\"元\"", Format::Number),
            ("0.0\"个百分点\"", Format::Number),
            ("[$¥-804]#,##0.00", Format::Number),
            ("0.00_);(0.00)", Format::Number),
            ("0.00_ ;[Red]0.00\\ ", Format::Number),
            ("[>=100]0;[<0]\\-0.0;0.00", Format::Number),
            ("0%", Format::Percent),
            ("0.00%;[Red]\\-0.00%", Format::Percent),
            ("0.0\"%\"", Format::PercentSign),
            ("0.0\\%", Format::PercentSign),
            ("0.0％", Format::PercentSign),
            ("0.0%\"%\"", Format::Unclear),
            ("0%;0.0", Format::Unclear),
            ("0%%", Format::Unclear),
            ("#,##0,", Format::Unclear),
            ("0!.0,\"万\"", Format::Unclear),
            ("0.0,,\"百万\"", Format::Unclear),
            ("0.0\"万元\"", Format::Unclear),
            ("0.00亿", Format::Unclear),
            ("0\\千", Format::Unclear),
            ("0\"‰\"", Format::Unclear),
            ("0.0\"k\"", Format::Unclear),
            ("0.0[$万-804]", Format::Unclear),
            ("0\"0\"", Format::Unclear),
            ("0!.0", Format::Unclear),
            (";;;", Format::Unclear),
            ("\"略\"", Format::Unclear),
            ("[<1]\"—\";0.0", Format::Unclear),
        ] {
            assert_eq!(Formats::read(code), Formats::from(format), "{code}");
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
            assert_eq!(Formats::read(code), Formats::from(format), "{code}");
        }
    }

    #[test]
    fn sections_tell_apart_what_is_above_below_and_at_zero() {
        let (number, unclear) = (Format::Number, Format::Unclear);
        for (code, formats) in [
            ("0;0", [number, unclear, number]),
            ("0.0;\"-\"0.0;\"—\"", [number, number, unclear]),
            ("0.0;", [number, unclear, number]),
            ("0;-0;;@", [number, number, unclear]),
            ("0.0;▲0.0;0.0", [number, number, number]),
            ("0.0%;;\"—\"", [Format::Percent, unclear, unclear]),
            (";-0", [unclear, number, unclear]),
        ] {
            let read = Formats::read(code);
            let signs = [Ordering::Greater, Ordering::Less, Ordering::Equal];
            assert_eq!(signs.map(|sign| read.at(sign)), formats, "{code}");
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
