//! Numbers in words.

use crate::dataset::{Lang, Unit};

/// Beyond this many decimals a difference is the arithmetic's, not the document's.
const DECIMALS: usize = 6;

/// A number as printed, its digits in groups of three from five digits on, with a true minus.
#[must_use]
pub fn plain(value: f64, lang: Lang) -> String {
    let text = format!("{value:.DECIMALS$}");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let decimals = decimals.trim_end_matches('0');
    let (sign, digits) = match whole.strip_prefix('-') {
        Some(digits) => ("−", digits),
        None => ("", whole),
    };
    let sign = if digits.bytes().chain(decimals.bytes()).all(|b| b == b'0') {
        ""
    } else {
        sign
    };
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{decimals}", grouped(digits, lang))
}

/// Chinese statistics leave a thin space between groups, and none in a number of four digits.
fn grouped(digits: &str, lang: Lang) -> String {
    let (from, between) = match lang {
        Lang::Zh => (5, '\u{202f}'),
        Lang::En => (4, ','),
    };
    if digits.len() < from {
        return digits.to_owned();
    }
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(between);
        }
        text.push(digit);
    }
    text
}

/// A number and the name of its unit. In Chinese both stand as printed; in English 亿元 and 万人
/// become billions and thousands.
#[must_use]
pub fn with_unit(value: f64, unit: &Unit, lang: Lang) -> (String, String) {
    let as_printed = || (plain(value, lang), unit.name.get(lang).to_string());
    if lang == Lang::Zh {
        return as_printed();
    }
    let base = value * unit.factor;
    let scaled = |currency: &str| {
        let (factor, word) = match base.abs() {
            size if size >= 1e12 => (1e12, "trillion "),
            size if size >= 1e9 => (1e9, "billion "),
            size if size >= 1e6 => (1e6, "million "),
            _ => (1.0, ""),
        };
        (plain(base / factor, lang), format!("{word}{currency}"))
    };
    match &*unit.dimension {
        "money-cny" => scaled("yuan"),
        "money-usd" => scaled("US dollars"),
        _ => match unit.name.en.strip_prefix("10,000 ") {
            Some(single) => (plain(value * 1e4, lang), single.to_owned()),
            None => as_printed(),
        },
    }
}

/// The unit of an axis, and what a number in `unit` is multiplied by to stand on it. English
/// readers count in billions, not in 亿.
#[must_use]
pub fn axis(unit: &Unit, lang: Lang) -> (String, f64) {
    let name = unit.name.get(lang);
    let billions = unit.factor / 1e9;
    match (lang, &*unit.dimension) {
        (Lang::En, "money-cny") => ("billion yuan".to_owned(), billions),
        (Lang::En, "money-usd") => ("billion US dollars".to_owned(), billions),
        (Lang::En, _) => match name.strip_prefix("10,000 ") {
            Some(single) => (single.to_owned(), 1e4),
            None => (name.to_owned(), 1.0),
        },
        (Lang::Zh, _) => (name.to_owned(), 1.0),
    }
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
        assert_eq!(axis(&yuan, Lang::En), ("billion yuan".to_owned(), 0.1));
        assert_eq!(axis(&yuan, Lang::Zh), ("亿元".to_owned(), 1.0));
    }
}
