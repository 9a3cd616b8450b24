//! A figure in words: comparator, number, unit; or the statement that stands for it.

use crate::dataset::{Comparator, Kind, Lang, Observation, Unit};

use super::number;

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
            "the target set by the city"
        }
        "完成市级下达目标" | "完成市下达目标" => "met the target set by the city",
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
