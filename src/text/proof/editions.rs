//! What changed from one edition of a target to the next.

use crate::assess::{Change, Edition};
use crate::dataset::{Dataset, Lang};

use super::super::{figure, label};
use super::writer::{fill, pick};

/// A change in one sentence: when a document stated another value, or that both stand side by side.
#[must_use]
pub fn change(
    data: &Dataset,
    (after, before, change): (&Edition<'_>, &Edition<'_>, Change),
    lang: Lang,
) -> String {
    let [from, to] = [before, after].map(|edition| figure::said(&edition.target, lang));
    let date = dated(&after.target.document.delivered, lang);
    let plan = |edition: &Edition<'_>| {
        let plan = edition.target.plan.map(|plan| label::plan(plan, lang));
        plan.unwrap_or_else(|| label::document(data, edition.target.document, lang))
    };
    let is_one = after.target.document_code == before.target.document_code;
    let (own, other) = (plan(after), plan(before));
    let words = match change {
        Change::Revised => ["{0}由{1}调整为{2}。", "Changed from {1} to {2} on {0}."],
        Change::OtherPlan => [
            "{3}为{2}，{4}为{1}：两个规划各自的目标。",
            "{3}: {2}; {4}: {1}. Each plan has its own target.",
        ],
        Change::Differs if is_one => [
            "同一文件两处所列不同：{2}；{1}。并非调整。",
            "One document states both: {2}; {1}. That is no revision.",
        ],
        Change::Differs => [
            "两份文件所列不同，先后不详：{2}；{1}。",
            "Two documents differ, and which is later is not known: {2}; {1}.",
        ],
    };
    fill(pick(words, lang), &[&date, &from, &to, &own, &other])
}

/// A date of ISO 8601 in words.
fn dated(iso: &str, lang: Lang) -> String {
    let mut parts = iso.split('-').map(str::parse::<u16>);
    let mut next = || parts.next()?.ok();
    let (Some(year), Some(month), Some(day)) = (next(), next(), next()) else {
        return iso.to_owned();
    };
    let small = |number: u16| u8::try_from(number).unwrap_or_default();
    super::super::period::day((year, small(month), small(day)), lang)
}
