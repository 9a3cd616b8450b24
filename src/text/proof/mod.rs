//! A status proved: the rule, this target's numbers put into its formula, and what follows from them, so
//! that a reader with a pocket calculator can redo it.

mod steps;

use crate::assess::{Assessed, Rule};
use crate::dataset::{Dataset, Lang, Observation, Row};

use super::msg::Msg;
use super::{figure, label, method, number, period, source};
use steps::{Writer, percent};

/// The words of a proof card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proof {
    /// The status, and its flags behind it.
    pub status: String,
    /// What the rule asks.
    pub rule: String,
    /// The figures as printed, each with what it is here, and its row.
    pub figures: Vec<(String, Row)>,
    /// The formulas with the numbers put in.
    pub steps: Vec<String>,
    /// Why it is not assessable.
    pub reason: Option<&'static str>,
    /// What remains to be done, and what comes of it if it goes on as so far.
    pub outlook: Vec<String>,
    /// Bands and flags in sentences.
    pub notes: Vec<String>,
    /// What the other methods say.
    pub others: Vec<String>,
}

/// The proof of a target's status.
#[must_use]
pub fn proof(data: &Dataset, one: &Assessed, lang: Lang) -> Proof {
    let Some(target) = data.observation(one.target) else {
        return Proof::default();
    };
    let judged = &one.assessment.judgement;
    let numbers = judged.numbers;
    let writer = Writer::new(&target, one, lang);
    let flags = one.assessment.flags.iter();
    Proof {
        status: status(one, lang),
        rule: method::rule(judged.rule, lang).to_owned(),
        figures: figures(data, one, &target, lang),
        steps: numbers.map_or_else(Vec::new, |numbers| writer.steps(data, &numbers)),
        reason: judged.reason.map(|reason| method::reason(reason, lang)),
        outlook: numbers.map_or_else(Vec::new, |numbers| writer.outlook(&numbers)),
        notes: method::bands(judged.rule, lang)
            .into_iter()
            .chain(flags.map(|flag| method::flag_note(*flag, lang).to_owned()))
            .collect(),
        others: others(one, lang),
    }
}

/// A status with its flags: `未完成（预计）`.
#[must_use]
pub fn status(one: &Assessed, lang: Lang) -> String {
    let status = label::status(one.assessment.judgement.status).get(lang);
    let flags = one.assessment.flags.iter();
    let flags: Vec<&str> = flags.map(|flag| method::flag(*flag, lang)).collect();
    match (flags.is_empty(), lang) {
        (true, _) => status.to_owned(),
        (_, Lang::Zh) => format!("{status}（{}）", flags.join("、")),
        (_, Lang::En) => format!("{status} ({})", flags.join(", ")),
    }
}

/// By how much a target is exceeded or fallen short of: of its number, or of what the calendar asks while
/// its period runs; empty without numbers.
#[must_use]
pub fn gap(one: &Assessed, target: &Observation<'_>, lang: Lang) -> String {
    let numbers = one.assessment.judgement.numbers;
    numbers.map_or_else(String::new, |numbers| {
        Writer::new(target, one, lang).short(&numbers)
    })
}

/// The whole card as lines, to be copied.
#[must_use]
pub fn text(data: &Dataset, one: &Assessed, lang: Lang) -> String {
    let Some(target) = data.observation(one.target) else {
        return String::new();
    };
    let card = proof(data, one, lang);
    let head = format!(
        "{} · {} · {}",
        target.indicator.name.get(lang),
        target.area.name.get(lang),
        period::of(&target, lang)
    );
    let printed = card.figures.iter().filter_map(|(words, row)| {
        let figure = data.observation(*row)?;
        let place = source::line(figure.line, lang);
        let title = figure.document.title.get(lang);
        Some(format!("{words} — {title} {place} “{}”", figure.as_printed))
    });
    let lines = [head, card.status].into_iter();
    let lines = lines.chain([card.rule]).chain(printed).chain(card.steps);
    let lines = lines.chain(card.reason.map(str::to_owned));
    let lines = lines
        .chain(card.outlook)
        .chain(card.notes)
        .chain(card.others);
    lines
        .chain([method::version(lang)])
        .collect::<Vec<_>>()
        .join("\n")
}

/// The printings that the status comes from: target, outcomes, base, printed share.
fn figures(
    data: &Dataset,
    one: &Assessed,
    target: &Observation<'_>,
    lang: Lang,
) -> Vec<(String, Row)> {
    let named = |msg: Msg, row: Row| {
        let figure = data.observation(row)?;
        let (when, said) = (period::of(&figure, lang), figure::with_kind(&figure, lang));
        let words = format!("{when} {said}");
        Some((label::headed(msg.get(lang), &words, lang), row))
    };
    let said = format!(
        "{} {}",
        period::of(target, lang),
        figure::said(target, lang)
    );
    let head = label::headed(Msg::KindTarget.get(lang), &said, lang);
    let judged = &one.assessment.judgement;
    let newest = one.outcome.filter(|_| judged.parts.is_empty());
    let outcomes = judged.parts.iter().copied().chain(newest);
    let share = one.case.outcomes.first().and_then(|outcome| outcome.share);
    let share = share.filter(|_| judged.numbers.is_some_and(|n| n.implied.is_some()));
    let base = one.base.filter(|_| judged.rule == Rule::Level);
    std::iter::once((head, one.target))
        .chain(base.and_then(|row| named(Msg::BaseFigure, row)))
        .chain(outcomes.filter_map(|row| named(Msg::OutcomeFigure, row)))
        .chain(share.and_then(|(_, row)| named(Msg::ShareFigure, row)))
        .collect()
}

/// What the other methods say, one on a line.
fn others(one: &Assessed, lang: Lang) -> Vec<String> {
    let Some(others) = one.assessment.others else {
        return Vec::new();
    };
    let undefined = match lang {
        Lang::Zh => "基数为零或正负相变，无定义",
        Lang::En => "not defined for a base of zero or a change of sign",
    };
    [
        (
            "增速比（实际年均增速 ÷ 所需年均增速）",
            "Growth ratio (observed ÷ required)",
            others.ratio,
            false,
        ),
        (
            "外推（按实际增速到期末走完的份额）",
            "Extrapolation (share of the way at the end)",
            others.extrapolation,
            true,
        ),
        (
            "趋势（按近年变动到期末仍差的份额）",
            "Projection (share of the rest that is missed)",
            others.projection,
            true,
        ),
    ]
    .into_iter()
    .map(|(zh, en, result, is_share)| {
        let name = if lang == Lang::Zh { zh } else { en };
        let words = result.map_or_else(
            || undefined.to_owned(),
            |(value, track)| {
                let value = if is_share {
                    percent(value, lang)
                } else {
                    number::plain((value * 1000.0).round() / 1000.0, lang)
                };
                let track = method::track(track, lang);
                match lang {
                    Lang::Zh => format!("{value}，{track}"),
                    Lang::En => format!("{value}, {track}"),
                }
            },
        );
        label::headed(name, &words, lang)
    })
    .collect()
}
