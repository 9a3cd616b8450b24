//! Numbers in words.

use crate::dataset::{Lang, Unit};

/// Beyond this many decimals a difference is the arithmetic's, not the document's.
const DECIMALS: usize = 6;

/// A number as printed, its digits in groups of three from five digits on, with a true minus.
#[must_use]
pub fn plain(value: f64, lang: Lang) -> String {
    let text = bare(value);
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => ("−", text),
        None => ("", &*text),
    };
    let point = text.find('.').unwrap_or(text.len());
    let (whole, decimals) = text.split_at(point);
    format!("{sign}{}{decimals}", Digits::of(lang).group(whole))
}

/// A number for other programs: `-6.7`, `22000`.
#[must_use]
pub fn bare(value: f64) -> String {
    let text = format!("{value:.DECIMALS$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

/// How a language sets the digits of long numbers apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digits {
    /// From so many digits on.
    pub from: usize,
    /// What stands between groups of three.
    pub between: char,
}

impl Digits {
    /// Chinese statistics leave a thin space, and none in a number of four digits.
    #[must_use]
    pub const fn of(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self {
                from: 5,
                between: '\u{202f}',
            },
            Lang::En => Self {
                from: 4,
                between: ',',
            },
        }
    }

    /// A run of digits in groups of three from the right.
    #[must_use]
    pub fn group(self, digits: &str) -> String {
        if digits.len() < self.from {
            return digits.to_owned();
        }
        let mut text = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(self.between);
            }
            text.push(digit);
        }
        text
    }
}

/// A number and the name of its unit. In Chinese both stand as printed; in English 亿元 and 万人
/// become billions and thousands.
#[must_use]
pub fn with_unit(value: f64, unit: &Unit, lang: Lang) -> (String, String) {
    let (times, name) = scale(value, unit, lang);
    (plain(value * times, lang), name)
}

/// A range and the name of its unit, which is that of the larger end.
#[must_use]
pub fn range(low: f64, high: f64, unit: &Unit, lang: Lang) -> (String, String) {
    let (times, name) = scale(low.abs().max(high.abs()), unit, lang);
    let [low, high] = [low, high].map(|end| plain(end * times, lang));
    (format!("{low}–{high}"), name)
}

/// What numbers up to `largest` in `unit` are multiplied by to be read, and the unit then.
#[must_use]
pub fn scale(largest: f64, unit: &Unit, lang: Lang) -> (f64, String) {
    let name = unit.name.get(lang);
    let money = |currency: &str| {
        let (size, word) = match (largest * unit.factor).abs() {
            base if base >= 1e12 => (1e12, "trillion "),
            base if base >= 1e9 => (1e9, "billion "),
            base if base >= 1e6 => (1e6, "million "),
            _ => (1.0, ""),
        };
        (unit.factor / size, format!("{word}{currency}"))
    };
    match (lang, &*unit.dimension) {
        (Lang::En, "money-cny") => money("yuan"),
        (Lang::En, "money-usd") => money("US dollars"),
        (Lang::En, _) => match name.strip_prefix("10,000 ") {
            Some(single) => (1e4, single.to_owned()),
            None => (1.0, name.to_owned()),
        },
        (Lang::Zh, _) => (1.0, name.to_owned()),
    }
}

/// A number of things, its digits in groups as those of a figure.
#[must_use]
pub fn count(count: usize, lang: Lang) -> String {
    Digits::of(lang).group(&count.to_string())
}

/// So many of something, of which the English name is in the singular.
#[must_use]
pub fn counted(many: usize, lang: Lang, zh: &str, en: &str) -> String {
    let number = count(many, lang);
    match (many, lang) {
        (_, Lang::Zh) => format!("{number}{zh}"),
        (1, Lang::En) => format!("{number} {en}"),
        (_, Lang::En) => format!("{number} {en}s"),
    }
}

/// Chinese words in a row, with a space where a number would run into another: `武昌区2020年`, `样本区23 2020年`.
#[must_use]
pub fn in_a_row(words: &[&str]) -> String {
    let mut row = String::new();
    for word in words {
        let is_number = word.starts_with(|c: char| c.is_ascii_digit() || c == '−');
        if is_number && row.ends_with(|c: char| c.is_ascii_digit()) {
            row.push(' ');
        }
        row.push_str(word);
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Name;

    fn unit(dimension: &str, zh: &str, en: &str, factor: f64) -> Unit {
        Unit {
            id: "u".into(),
            name: Name::new(zh, en),
            dimension: dimension.into(),
            factor,
        }
    }

    #[test]
    fn digits_are_kept_as_printed() {
        assert_eq!(plain(113.37, Lang::Zh), "113.37");
        assert_eq!(plain(-6.7, Lang::En), "−6.7");
        assert_eq!(plain(1550.0, Lang::Zh), "1550");
        assert_eq!(plain(22000.0, Lang::Zh), "22\u{202f}000");
        assert_eq!(plain(22000.0, Lang::En), "22,000");
        assert_eq!(plain(-0.0, Lang::En), "0");
        assert_eq!(plain(-1234.5, Lang::En), "−1,234.5");
        assert_eq!(bare(-1_234_500.25), "-1234500.25");
        assert_eq!(bare(-1e-9), "0");
    }

    #[test]
    fn counts_are_grouped_as_figures_are() {
        let words = |many, lang| counted(many, lang, "条数据", "figure");
        assert_eq!(words(1_000_000, Lang::Zh), "1\u{202f}000\u{202f}000条数据");
        assert_eq!(words(4217, Lang::Zh), "4217条数据");
        assert_eq!(words(4217, Lang::En), "4,217 figures");
        assert_eq!(words(1, Lang::En), "1 figure");
    }

    #[test]
    fn chinese_units_become_english_multiples_without_a_trace_of_binary_fractions() {
        let yuan = unit("money-cny", "亿元", "100 million yuan", 1e8);
        let english = with_unit(113.37, &yuan, Lang::En);
        assert_eq!(english, ("11.337".to_owned(), "billion yuan".to_owned()));
        let area = unit("area", "万平方米", "10,000 m²", 1e4);
        let english = with_unit(76.53, &area, Lang::En);
        assert_eq!(english, ("765,300".to_owned(), "m²".to_owned()));
        let chinese = with_unit(113.37, &yuan, Lang::Zh);
        assert_eq!(chinese, ("113.37".to_owned(), "亿元".to_owned()));
        let axis = scale(113.37, &yuan, Lang::En);
        assert_eq!(axis, (0.1, "billion yuan".to_owned()));
        let axis = scale(113.37, &yuan, Lang::Zh);
        assert_eq!(axis, (1.0, "亿元".to_owned()));
    }

    #[test]
    fn a_name_that_ends_in_a_digit_does_not_run_into_a_number() {
        assert_eq!(
            in_a_row(&["武昌区", "2020年", "实际7%"]),
            "武昌区2020年实际7%"
        );
        assert_eq!(
            in_a_row(&["样本区23", "2031—2035年", "目标"]),
            "样本区23 2031—2035年目标"
        );
        assert_eq!(in_a_row(&["样本区23", "−6.7%"]), "样本区23 −6.7%");
        assert_eq!(in_a_row(&["样本区23", "增速", "7%"]), "样本区23增速7%");
    }

    #[test]
    fn both_ends_of_a_range_are_counted_in_the_unit_of_the_larger() {
        let yuan = unit("money-cny", "亿元", "100 million yuan", 1e8);
        let english = range(9.0, 12.0, &yuan, Lang::En);
        assert_eq!(english, ("0.9–1.2".to_owned(), "billion yuan".to_owned()));
        let chinese = range(9.0, 12.0, &yuan, Lang::Zh);
        assert_eq!(chinese, ("9–12".to_owned(), "亿元".to_owned()));
    }
}
