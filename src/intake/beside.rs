//! The words beside a number in a document: what bounds it, and whether it falls.

use crate::dataset::Comparator;
use crate::text::columns::BOUNDS;

use super::measures::{Measures, TENS, scale};

/// So many letters beside a number are looked at.
const LONGEST: usize = 60;

/// Words that end like a bound and are none.
const NO_BOUNDS: [&str; 12] = [
    "签约", "预约", "节约", "履约", "违约", "续约", "邀约", "集约", "公约", "最近", "附近", "邻近",
];

/// Words that bound a number in documents alone: in a cell they would say too little.
const PRINTED: [(&str, Comparator); 6] = [
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
pub(super) fn bound_beside<'a>(
    before: &'a str,
    behind: &str,
    units: &Measures,
) -> Option<Bound<'a>> {
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

/// What stands before a number in its part of a sentence, as far as a reader would connect the two.
pub(super) fn clause(before: &str) -> &str {
    let begins = before.char_indices().rev().nth(LONGEST).map(|(at, _)| at);
    let before = before.get(begins.unwrap_or_default()..).unwrap_or_default();
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
    !(number.ends_with(|c: char| c.is_ascii_digit()) && behind.starts_with(unit))
}

/// What stands behind a number and its `余` or `多`, with points of per cent as per cent: no more of it than a unit and
/// a bound take.
pub(super) fn tail(behind: &str) -> String {
    let behind = behind.trim_start();
    let ends = behind.char_indices().nth(LONGEST).map(|(at, _)| at);
    let behind = behind
        .get(..ends.unwrap_or(behind.len()))
        .unwrap_or_default();
    let points = ["个百分点", "百分点", "个点"];
    if let Some(rest) = points.iter().find_map(|word| behind.strip_prefix(word)) {
        return ["%", rest].concat();
    }
    let scale = scale(behind);
    let rest = behind.strip_prefix(scale).unwrap_or(behind);
    [scale, rest.strip_prefix(['余', '多']).unwrap_or(rest)].concat()
}

/// Whether a number is said to be exceeded: `300余家`, `3万多人`.
fn is_over(behind: &str) -> bool {
    behind.trim_start_matches(TENS).starts_with(['余', '多'])
}

/// A word, and the bound that it means.
type Bound<'a> = (&'a str, Comparator);

/// The longest word of a bound that is this.
fn bound(is: impl Fn(&str) -> bool) -> Option<Bound<'static>> {
    let known = BOUNDS.iter().chain(&PRINTED).filter(|(word, _)| is(word));
    known.copied().max_by_key(|(word, _)| word.len())
}

fn bound_at_end(text: &str) -> Option<Bound<'_>> {
    // What is left over stands before a number too: 其余6家.
    let is_other = NO_BOUNDS.iter().any(|word| text.ends_with(word)) || text.ends_with('余');
    let (word, bound) = bound(|word| !is_other && text.ends_with(word))?;
    let before = text.strip_suffix(word).unwrap_or_default();
    let may = before.strip_suffix(['得', '应', '能', '宜', '可', '会']);
    let denied = may.unwrap_or(before);
    let denied = ["不", "未", "没有"]
        .iter()
        .find_map(|no| denied.strip_suffix(no));
    let Some(denied) = denied else {
        return Some((word, bound));
    };
    let bound = match bound {
        Comparator::MoreThan => Comparator::AtMost,
        Comparator::LessThan => Comparator::AtLeast,
        other => other,
    };
    Some((text.get(denied.len()..)?, bound))
}

/// Words of bounds that stand behind a number; others begin what comes next there, such as 超算中心.
const BEHIND: [&str; 6] = ["以上", "及以上", "以下", "以内", "左右", "余"];

fn bound_at_start(text: &str) -> Option<Bound<'static>> {
    bound(|word| BEHIND.contains(&word) && text.starts_with(word))
}
