//! What share of a whole a figure is, so far as the two say it.

use crate::assess::is_same;
use crate::dataset::Comparator::{self, About, AtLeast, AtMost, Equal, LessThan, MoreThan};
use crate::dataset::{Dataset, Kind, Lang, Observation};
use crate::text::{figure, number};

/// The share in words with its bound: `65%`, `超过2.4%`; none where the figures do not tell it.
pub(super) fn told(
    data: &Dataset,
    part: &Observation<'_>,
    whole: &Observation<'_>,
    lang: Lang,
) -> Option<String> {
    let (done, all) = (part.shown_value(data)?, whole.shown_value(data)?);
    let bound = match bound(part, whole)? {
        Equal => Equal,
        // Nothing is no share of anything, however much that is.
        _ if is_same(done, 0.0) && part.comparator.unwrap_or(Equal) == Equal => Equal,
        // Below nothing a bound would turn round.
        bound => (done > 0.0 && all > 0.0).then_some(bound)?,
    };
    Some(figure::bounded(
        bound,
        &rounded(done / all, bound, lang),
        lang,
    ))
}

/// How the figures bound the share: a bound of the whole is the opposite one of the share.
fn bound(part: &Observation<'_>, whole: &Observation<'_>) -> Option<Comparator> {
    if part.value_high.is_some() || whole.value_high.is_some() {
        return None;
    }
    let whole = match (whole.kind, whole.comparator.unwrap_or(Equal)) {
        // What a target asks for at least is the very number that the share is of; a ceiling is no task.
        (Kind::Target, AtLeast | MoreThan) => Equal,
        (_, AtLeast) => AtMost,
        (_, MoreThan) => LessThan,
        (_, AtMost) => AtLeast,
        (_, LessThan) => MoreThan,
        (_, other) => other,
    };
    match (part.comparator.unwrap_or(Equal), whole) {
        (About, _) | (_, About) => None,
        (bound, Equal) | (Equal, bound) => Some(bound),
        (AtLeast | MoreThan, MoreThan) | (MoreThan, AtLeast) => Some(MoreThan),
        (AtMost | LessThan, LessThan) | (LessThan, AtMost) => Some(LessThan),
        (part, whole) => (part == whole).then_some(part),
    }
}

/// A share as a percentage of at most one decimal.
pub(super) fn percent(share: f64, lang: Lang) -> String {
    rounded(share, Equal, lang)
}

/// The same for a bound, away from which it is not rounded: 2.46% are more than 2.4%, not than 2.5%.
fn rounded(share: f64, bound: Comparator, lang: Lang) -> String {
    let tenths = share * 1000.0;
    let nearest = tenths.round();
    let rounded = match bound {
        _ if is_same(tenths, nearest) => nearest,
        AtLeast | MoreThan => tenths.floor(),
        AtMost | LessThan => tenths.ceil(),
        Equal | About => nearest,
    };
    format!("{}%", number::plain(rounded / 10.0, lang))
}
