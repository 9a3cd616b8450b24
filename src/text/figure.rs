//! A figure in words: comparator, number, unit; or the statement that stands for it.

use crate::dataset::{Comparator, Kind, Lang, Observation, Unit};

use super::{label, number};

/// The parts of a figure, to be set apart on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Comparator and number, or the statement of a figure without number.
    pub number: String,
    /// The unit, and what the comparator adds after it; empty for a statement.
    pub unit: String,
    /// Whether it is a statement.
    pub in_words: bool,
}

/// A figure in its printed unit.
#[must_use]
pub fn parts(figure: &Observation<'_>, lang: Lang) -> Figure {
    let (Some(value), Some(unit)) = (figure.value, figure.unit) else {
        return Figure {
            number: statement(figure.statement, figure.kind, lang),
            unit: String::new(),
            in_words: true,
        };
    };
    if &*unit.dimension == "rank" {
        return place_in_order(value, unit, lang);
    }
    let (number, name) = match figure.value_high {
        Some(high) => number::range(value, high, unit, lang),
        None => number::with_unit(value, unit, lang),
    };
    Figure {
        number: format!("{}{number}", sign(figure.comparator)),
        unit: name,
        in_words: false,
    }
}

/// A place in an order: 第1位, No. 1.
fn place_in_order(value: f64, unit: &Unit, lang: Lang) -> Figure {
    let number = number::plain(value, lang);
    let (number, unit) = match lang {
        Lang::Zh => (format!("第{number}"), unit.name.zh.to_string()),
        Lang::En => (format!("No. {number}"), String::new()),
    };
    Figure {
        number,
        unit,
        in_words: false,
    }
}

/// A figure on one line: `≥ 270 亿元`, `0.5%`.
#[must_use]
pub fn line(figure: &Observation<'_>, lang: Lang) -> String {
    let Figure { number, unit, .. } = parts(figure, lang);
    match unit.as_str() {
        "" | "%" => format!("{number}{unit}"),
        // Chinese sets no space before a Chinese unit.
        _ if lang == Lang::Zh => format!("{number}{unit}"),
        _ => format!("{number} {unit}"),
    }
}

/// A figure in a sentence, its bound in words as a report says it: `不低于270亿元`, `7%左右`,
/// `at least 27 billion yuan`.
#[must_use]
pub fn said(figure: &Observation<'_>, lang: Lang) -> String {
    let line = line(figure, lang);
    let Some(plain) = line.strip_prefix(sign(figure.comparator)) else {
        return line;
    };
    bounded(figure.comparator.unwrap_or(Comparator::Equal), plain, lang)
}

/// A number with its unit, its bound in words.
#[must_use]
pub fn bounded(comparator: Comparator, plain: &str, lang: Lang) -> String {
    let [zh, en] = match comparator {
        Comparator::Equal => ["", ""],
        Comparator::About if lang == Lang::Zh => return format!("{plain}左右"),
        Comparator::About => ["", "about "],
        Comparator::AtLeast => ["不低于", "at least "],
        Comparator::MoreThan => ["超过", "more than "],
        Comparator::AtMost => ["不超过", "at most "],
        Comparator::LessThan => ["低于", "less than "],
    };
    let words = if lang == Lang::Zh { zh } else { en };
    format!("{words}{plain}")
}

/// A figure in a sentence with what it is: `实际84.7%`, `estimate 0.5%`. A statement may say it itself.
#[must_use]
pub fn with_kind(figure: &Observation<'_>, lang: Lang) -> String {
    let kind = label::kind(figure.kind).get(lang);
    let said = said(figure, lang);
    match lang {
        Lang::Zh if said.starts_with(kind) => said,
        Lang::Zh => format!("{kind}{said}"),
        Lang::En => {
            let between = if figure.value.is_none() { ":" } else { "" };
            format!("{}{between} {said}", kind.to_ascii_lowercase())
        }
    }
}

/// The mathematical sign of a comparator, with the space that follows it.
#[must_use]
pub const fn sign(comparator: Option<Comparator>) -> &'static str {
    match comparator {
        None | Some(Comparator::Equal) => "",
        Some(Comparator::AtLeast) => "≥ ",
        Some(Comparator::MoreThan) => "> ",
        Some(Comparator::AtMost) => "≤ ",
        Some(Comparator::LessThan) => "< ",
        Some(Comparator::About) => "≈ ",
    }
}

/// Statements recur in plans word for word; the English of the known ones.
fn statement(text: &str, kind: Kind, lang: Lang) -> String {
    let english = match text {
        "完成市级下达目标" | "完成市下达目标" if kind == Kind::Target => {
            "meet the city’s target"
        }
        "完成市级下达目标" | "完成市下达目标" => "met the city’s target",
        "增长与经济增长基本同步" => "growth broadly in step with the economy",
        "增长与经济增长保持同步" => "growth in step with the economy",
        "不低于上年预算执行数" => "not below last year’s budget outturn",
        "预计无法完成预期目标" => "not expected to meet the target",
        "提前完成年度任务目标" => "annual task done ahead of time",
        "稳步增长" => "steady growth",
        "全覆盖" => "full coverage",
        "未发生" | "未出现" => "none",
        "动态清零" => "kept at none",
        "全部消除" => "all cleared",
        "全破" => "all solved",
        "全面达标" => "all up to standard",
        _ => text,
    };
    match lang {
        Lang::Zh => text.to_owned(),
        Lang::En => english.to_owned(),
    }
}
