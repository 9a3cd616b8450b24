//! The words beside a number in a document: what bounds it, and whether it falls.

use crate::dataset::Comparator;
use crate::text::columns::BOUNDS;

use super::measures::{Measures, TENS, scale};

/// Words that end like a bound and are none.
const NO_BOUNDS: [&str; 12] = [
    "签约", "预约", "节约", "履约", "违约", "续约", "邀约", "集约", "公约", "最近", "附近", "邻近",
];

/// Words that bound a number in documents alone: in a cell they would say too little.
const PRINTED: [(&str, Comparator); 18] = [
    ("不得低于", Comparator::AtLeast),
    ("不得少于", Comparator::AtLeast),
    ("不应低于", Comparator::AtLeast),
    ("不能低于", Comparator::AtLeast),
    ("不宜低于", Comparator::AtLeast),
    ("不超", Comparator::AtMost),
    ("未超过", Comparator::AtMost),
    ("不突破", Comparator::AtMost),
    ("不得超过", Comparator::AtMost),
    ("不得突破", Comparator::AtMost),
    ("不应超过", Comparator::AtMost),
    ("不能超过", Comparator::AtMost),
    ("超", Comparator::MoreThan),
    ("逾", Comparator::MoreThan),
    ("近", Comparator::LessThan),
    ("接近", Comparator::LessThan),
    ("将近", Comparator::LessThan),
    ("以下", Comparator::AtMost),
];

/// Words of what falls, as they stand before a number.
const FALLING: [&str; 10] = [
    "下降",
    "减少",
    "降低",
    "回落",
    "下滑",
    "下跌",
    "负增长",
    "降幅",
    "负",
    "降",
];

/// Whether a bound that is printed is on the side of one that was taken; what is nearly so much is also about so much.
pub(super) fn agree(printed: Comparator, taken: Comparator) -> bool {
    use Comparator::{About, AtLeast, AtMost, Equal, LessThan, MoreThan};
    match printed {
        AtLeast | MoreThan => matches!(taken, AtLeast | MoreThan),
        AtMost => matches!(taken, AtMost | LessThan),
        LessThan => matches!(taken, AtMost | LessThan | About),
        About | Equal => taken == printed,
    }
}

/// The bound before or behind a number; behind it the unit may stand first, or a word or two that are no unit of ours.
pub(super) fn bound_beside(before: &str, behind: &str, units: &Measures) -> Option<Bound> {
    if let Some(bound) = bound_at_end(before.trim_end()) {
        return Some(bound);
    }
    if is_over(behind) {
        return Some(("余", Comparator::MoreThan));
    }
    let tail = tail(behind);
    let unit = units.at_start(&tail).map(|unit| unit.name.as_str());
    let rest = unit.and_then(|unit| tail.strip_prefix(unit));
    let words = tail.char_indices().take_while(|(_, c)| c.is_alphabetic());
    let rests = words.take(3).filter_map(|(at, _)| tail.get(at..));
    match rest {
        Some(rest) => bound_at_start(rest),
        None => rests.into_iter().find_map(bound_at_start),
    }
}

/// What stands before a number in its part of a sentence.
pub(super) fn clause(before: &str) -> &str {
    let marks = ['，', '。', '；', '、', '：', ',', ';', ':'];
    before.rsplit(marks).next().unwrap_or_default()
}

/// Whether a number is said to be come down to, which may be a bound and need not.
pub(super) fn is_way_down(before: &str) -> bool {
    let words = ["降至", "降到", "控制在"];
    words.iter().any(|word| before.trim_end().ends_with(word))
}

/// Whether a clause speaks of what falls.
pub(super) fn is_fall(clause: &str) -> bool {
    let mut words = FALLING.iter().chain(&["减", "亏", "赤字"]);
    words.any(|word| clause.contains(word))
}

/// Whether a number is said to fall: `下降了约6%`, `增速-6%`.
pub(super) fn falls(before: &str, behind: &str) -> bool {
    let word = bound_at_end(before.trim_end()).map_or("", |(word, _)| word);
    let before = before.trim_end();
    let before = before.strip_suffix(word).unwrap_or(before).trim_end();
    let before = before.strip_suffix('了').unwrap_or(before);
    is_minus(before, behind) || FALLING.iter().any(|word| before.ends_with(word))
}

/// Whether a minus stands before a number, and no dash from another number, unit and all, to this one.
pub(super) fn is_minus(before: &str, behind: &str) -> bool {
    let Some(before) = before.trim_end().strip_suffix('-') else {
        return false;
    };
    let is_of_unit = |c: char| c.is_alphabetic() || c == '%';
    let number = before.trim_end_matches(is_of_unit);
    let unit = before.strip_prefix(number).unwrap_or_default();
    let is_span = number.ends_with(|c: char| c.is_ascii_digit()) && unit.chars().count() <= 2;
    !is_span || unit == "年" && !behind.starts_with('年')
}

/// What stands behind a number and its `余` or `多`, with points of per cent as per cent.
pub(super) fn tail(behind: &str) -> String {
    let behind = behind.trim_start();
    let scale = scale(behind);
    let rest = behind.strip_prefix(scale).unwrap_or(behind);
    let rest = rest.strip_prefix(['余', '多']).unwrap_or(rest);
    let points = ["个百分点", "百分点", "个点"];
    let points = points.iter().find_map(|word| rest.strip_prefix(word));
    match points {
        Some(rest) => [scale, "%", rest].concat(),
        None => [scale, rest].concat(),
    }
}

/// Whether a number is said to be exceeded: `300余家`, `3万多人`.
fn is_over(behind: &str) -> bool {
    behind.trim_start_matches(TENS).starts_with(['余', '多'])
}

/// A word, and the bound that it means.
type Bound = (&'static str, Comparator);

/// The longest word of a bound that is this.
fn bound(is: impl Fn(&str) -> bool) -> Option<Bound> {
    let known = BOUNDS.iter().chain(&PRINTED).filter(|(word, _)| is(word));
    known.copied().max_by_key(|(word, _)| word.len())
}

fn bound_at_end(text: &str) -> Option<Bound> {
    // What is left over stands before a number too: 其余6家.
    let is_other = NO_BOUNDS.iter().any(|word| text.ends_with(word)) || text.ends_with('余');
    bound(|word| !is_other && text.ends_with(word))
}

fn bound_at_start(text: &str) -> Option<Bound> {
    bound(|word| text.starts_with(word))
}
