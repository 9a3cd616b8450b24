//! How the targets of a chart stand.

use crate::assess::{Assessed, Ledger, Rule, Status};
use crate::chart::Standing;
use crate::dataset::{Dataset, Lang, Observation};
use crate::text::{Msg, label, number, proof};

/// How a target stands by the outcome that is shown with it: none if that is another than what it was
/// judged by, which a filter left out; beside that the status would be read as its own.
pub(super) fn standing(one: Option<&Assessed>, lang: Lang) -> Standing {
    one.map_or_else(
        || Standing {
            status: Status::NotAssessable,
            words: Msg::NotJudged.get(lang).to_owned(),
        },
        |one| Standing {
            status: one.assessment.judgement.status,
            words: proof::status(one, lang),
        },
    )
}

/// How a year's target stood by a figure to date, held against the calendar.
pub(super) fn pace(one: &Assessed, lang: Lang) -> Option<Standing> {
    let judged = &one.assessment.judgement;
    (judged.rule == Rule::Sum).then(|| Standing {
        status: judged.status,
        words: proof::status(one, lang),
    })
}

/// How a target stands with its flags, and by how much against its number and against the calendar:
/// `未完成（预计），与目标之差−7个百分点`. None for any other figure.
#[must_use]
pub fn told_standing(
    data: &Dataset,
    ledger: &Ledger,
    target: &Observation<'_>,
    lang: Lang,
) -> Option<String> {
    let one = &ledger.get(data, target.row)?;
    let mut told = proof::status(one, lang);
    for (name, number) in [
        (Msg::ColumnGap, proof::gap(one, target, lang)),
        (Msg::ColumnPace, proof::lead(one, target, lang)),
    ] {
        let name = name.get(lang);
        if !number.is_empty() {
            told += &match lang {
                Lang::Zh => ["，", name, &number].concat(),
                Lang::En => [", ", &name.to_ascii_lowercase(), " ", &number].concat(),
            };
        }
    }
    Some(told)
}

/// How many targets stand how, the worst first: `2项未完成，2项完成`.
pub(super) fn counts(statuses: &[Status], lang: Lang) -> String {
    let counted = Status::WORST_FIRST.iter().filter_map(|status| {
        let count = statuses.iter().filter(|known| *known == status).count();
        let name = label::status(*status).get(lang);
        let told = number::count(count, lang);
        (count > 0).then(|| match lang {
            Lang::Zh => format!("{told}项{name}"),
            Lang::En => format!("{told} {}", name.to_ascii_lowercase()),
        })
    });
    let counted: Vec<String> = counted.collect();
    counted.join(if lang == Lang::Zh { "，" } else { ", " })
}

/// What the shapes at the ends of targets mean: `目标：■未完成，○待公布`; empty without any.
pub(super) fn legend(statuses: &[Status], lang: Lang) -> String {
    let shown = Status::ALL.iter().filter(|known| statuses.contains(known));
    let shown = shown.map(|status| {
        let (shape, name) = (shape(*status), label::status(*status).get(lang));
        match lang {
            Lang::Zh => format!("{shape}{name}"),
            Lang::En => format!("{shape} {}", name.to_ascii_lowercase()),
        }
    });
    let shown: Vec<String> = shown.collect();
    match (shown.is_empty(), lang) {
        (true, _) => String::new(),
        (_, Lang::Zh) => format!("目标：{}", shown.join("，")),
        (_, Lang::En) => format!("targets: {}", shown.join(", ")),
    }
}

/// The sign that looks like the shape of a status, for a line of text.
const fn shape(status: Status) -> char {
    match status {
        Status::Met => '●',
        Status::MetEarly => '◉',
        Status::ReportedMet => '◑',
        Status::Ahead => '▲',
        Status::OnPace => '◆',
        Status::SlightlyBehind => '▽',
        Status::Behind => '▼',
        Status::Reversing => '◀',
        Status::Missed => '■',
        Status::Awaiting => '○',
        Status::NotAssessable => '–',
    }
}
