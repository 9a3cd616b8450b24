//! A status proved: the rule, this target's numbers put into its formula, and what follows from them, so
//! that a reader with a pocket calculator can redo it.
//!
//! Start at [`proof`], whose words the page shows and [`text`] copies. `steps`, `verdict`, `facts`,
//! `others` and `forecast` each write a part, all with the one `writer` of numbers.

mod editions;
mod facts;
mod forecast;
mod others;
mod steps;
mod verdict;
mod writer;

pub use editions::change;
pub use facts::{Bar, Fact};
pub use forecast::{Forecast, answer, forecast};
pub use writer::Step;

use crate::assess::{Assessed, Evidence, Flag};
use crate::dataset::{Comparator, Dataset, Lang, Observation, Row};

use super::msg::Msg;
use super::{edition, figure, label, method, period, source};
use others::Other;
use writer::{Value, Writer, fill, pick};

/// The words of a proof card.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proof {
    /// The numbers that a reader looks for first.
    pub facts: Vec<Fact>,
    /// The share done against the share of time.
    pub bar: Option<Bar>,
    /// The proof from the rule to the last number.
    pub lines: Vec<Line>,
    /// Where it leads.
    pub forecast: Option<Forecast>,
}

/// A subject of a proof and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The subject; empty where it goes on.
    pub head: &'static str,
    /// What it says.
    pub body: Body,
}

/// What a line of a proof says.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Words.
    Words(String),
    /// What decides.
    Verdict(String),
    /// A printed figure: its period and number in words, and its row.
    Figure(String, Row),
    /// Formulas with the numbers put in.
    Steps(Vec<Step>),
}

/// The proof of a target's status. `again` are further printings of the same target.
#[must_use]
pub fn proof(data: &Dataset, one: &Assessed, again: &[Row], lang: Lang) -> Proof {
    let Some(target) = data.observation(one.target) else {
        return Proof::default();
    };
    let writer = Writer::new(&target, one, lang);
    let numbers = one.assessment.judgement.numbers;
    Proof {
        facts: numbers.map_or_else(Vec::new, |n| writer.facts(&n)),
        bar: numbers.and_then(|n| writer.bar(&n)),
        lines: lines(data, &writer, again),
        forecast: forecast(data, one, lang),
    }
}

/// The lines of a proof, in the order in which it is redone.
fn lines(data: &Dataset, writer: &Writer<'_>, again: &[Row]) -> Vec<Line> {
    let (judged, lang) = (writer.judged, writer.lang);
    let mut lines: Vec<Line> = Vec::new();
    let mut add = |head: Msg, body: Option<Body>| {
        let head = head.get(lang);
        lines.extend(body.map(|body| Line { head, body }));
    };
    let words = |words: &str| Some(Body::Words(words.to_owned()));
    add(Msg::ProofRule, words(method::rule(judged.rule, lang)));
    for (head, row) in figures(writer, again) {
        add(head, said(data, head, row, lang));
    }
    if let Some(n) = &judged.numbers {
        add(Msg::ProofTime, writer.time(n).map(Body::Words));
        let mut steps = writer.steps(n);
        writer.ahead(n, &mut steps);
        add(Msg::ProofSteps, Some(Body::Steps(steps)));
        add(Msg::ProofVerdict, writer.verdict(n).map(Body::Verdict));
    }
    let reason = judged.reason.map(|reason| method::reason(reason, lang));
    add(Msg::ProofReason, reason.and_then(words));
    let bands = method::bands(judged.rule, lang);
    add(Msg::ProofBands, bands.map(Body::Words));
    add(Msg::ProofDigits, writer.robustness().map(Body::Words));
    let notes = notes(writer);
    let notes = (!notes.is_empty()).then(|| notes.join(pick(["", " "], lang)));
    add(Msg::ProofNotes, notes.map(Body::Words));
    for other in writer.others() {
        let Other { name, words, steps } = other;
        let said = [(name, Body::Words(words)), ("", Body::Steps(steps))];
        lines.extend(said.map(|(head, body)| Line { head, body }));
    }
    lines
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

/// By how much the outcome is better than the target, with its sign and unit: `−21.7个百分点`; empty where
/// the status is not assessable, or the outcome a mere bound.
#[must_use]
pub fn gap(one: &Assessed, target: &Observation<'_>, lang: Lang) -> String {
    written(one, target, lang, false)
}

/// The lead of what is done over the time that has gone (进度差), with its sign: `−0.95个百分点`; empty
/// where nothing is held against the calendar.
#[must_use]
pub fn lead(one: &Assessed, target: &Observation<'_>, lang: Lang) -> String {
    written(one, target, lang, true)
}

/// What several outcomes come to together, by which the target is judged: `累计4.1万人`, `年均6.09%`; empty
/// where one figure decides, which says it itself.
#[must_use]
pub fn together(one: &Assessed, target: &Observation<'_>, lang: Lang) -> String {
    let judged = &one.assessment.judgement;
    let Some(n) = judged.numbers.filter(|_| judged.parts.len() > 1) else {
        return String::new();
    };
    let (words, value) = if judged.is_average {
        (
            ["年均{0}", "{0} a year on average"],
            Value::Percent(n.outcome),
        )
    } else {
        (["累计{0}", "{0} in total"], Value::Amount(n.outcome))
    };
    Writer::new(target, one, lang).say(words, &[value])
}

/// The gap to the target as a number in the unit of the target; between percentages in points. None where
/// [`gap`] is empty.
#[must_use]
pub fn gap_value(one: &Assessed, target: &Observation<'_>) -> Option<f64> {
    let judged = &one.assessment.judgement;
    let n = judged.numbers.filter(|_| judged.reason.is_none())?;
    Writer::new(target, one, Lang::Zh).gap(&n)?;
    Some(n.gap / target.unit?.factor)
}

/// What [`gap_value`] counts: points between rates, otherwise the unit of the target; empty where it is none.
#[must_use]
pub fn gap_unit(one: &Assessed, target: &Observation<'_>, lang: Lang) -> String {
    let unit =
        gap_value(one, target).map(|_| Writer::new(target, one, lang).apart_unit().to_owned());
    unit.unwrap_or_default()
}

/// The lead over time in points. None where [`lead`] is empty.
#[must_use]
pub fn lead_points(one: &Assessed) -> Option<f64> {
    let judged = &one.assessment.judgement;
    let n = judged.numbers.filter(|_| judged.reason.is_none())?;
    Some(n.share.and(n.pace)? * 1e2)
}

fn written(one: &Assessed, target: &Observation<'_>, lang: Lang, is_lead: bool) -> String {
    let judged = &one.assessment.judgement;
    let Some(n) = judged.numbers.filter(|_| judged.reason.is_none()) else {
        return String::new();
    };
    let writer = Writer::new(target, one, lang);
    let value = if is_lead {
        n.share.and(n.pace).map(Value::Lead)
    } else {
        writer.gap(&n)
    };
    let value = value.map(|value| writer.write(value));
    value.unwrap_or_default()
}

/// The whole card as lines, to be copied: it can be redone from these alone.
#[must_use]
pub fn text(data: &Dataset, one: &Assessed, again: &[Row], lang: Lang) -> String {
    let Some(target) = data.observation(one.target) else {
        return String::new();
    };
    let card = proof(data, one, again, lang);
    let (name, area) = (target.indicator.name.get(lang), target.area.name.get(lang));
    let head = [name, area, &period::of(&target, lang)].join(" · ");
    let mut lines = vec![head, status(one, lang)];
    for Line { head, body } in card.lines {
        match body {
            Body::Words(words) | Body::Verdict(words) => {
                lines.push(label::headed(head, &words, lang));
            }
            Body::Figure(words, row) => {
                lines.extend(place(data, &label::headed(head, &words, lang), row, lang));
            }
            Body::Steps(steps) => lines.extend(steps.iter().map(Step::line)),
        }
    }
    lines.extend(card.forecast.and_then(|forecast| forecast.goes_on));
    lines.push(edition(data, lang));
    lines.join("\n")
}

/// Edition of the data and version of the method.
#[must_use]
pub fn edition(data: &Dataset, lang: Lang) -> String {
    let words = ["数据版本{0}，{1}", "Edition {0} of the data, {1}"];
    fill(
        pick(words, lang),
        &[&edition::words(data, lang), &method::version(lang)],
    )
}

/// A figure with its document, its headings, its line and its fragment.
fn place(data: &Dataset, words: &str, row: Row, lang: Lang) -> Option<String> {
    let figure = data.observation(row)?;
    let line = source::line(figure.line, lang);
    let title = figure.document.title.get(lang);
    let place = [
        "{0}（《{1}》{2}，{3}：“{4}”）",
        "{0} ({1}, {2}, {3}: “{4}”)",
    ];
    let parts: &[&str] = &[words, title, figure.section, &line, figure.as_printed];
    Some(fill(pick(place, lang), parts))
}

/// A figure in words: period, and what it says.
fn said(data: &Dataset, head: Msg, row: Row, lang: Lang) -> Option<Body> {
    let figure = data.observation(row)?;
    let when = period::of(&figure, lang);
    let said = match head {
        Msg::KindTarget | Msg::PrintedAgain => figure::said(&figure, lang),
        _ => figure::with_kind(&figure, lang),
    };
    Some(Body::Figure(when + " " + &said, row))
}

/// The printings that the status comes from under what each is, with further ones of the target.
fn figures(writer: &Writer<'_>, again: &[Row]) -> Vec<(Msg, Row)> {
    let mut all = Vec::new();
    for (evidence, row) in writer.one.rows() {
        all.push((label::evidence(evidence), row));
        if evidence == Evidence::Target {
            all.extend(again.iter().map(|row| (Msg::PrintedAgain, *row)));
        }
    }
    all
}

/// What a reader must know: the flags, how “about” is read, and how numbers are rounded.
fn notes(writer: &Writer<'_>) -> Vec<&'static str> {
    let flags = writer.one.assessment.flags.iter();
    // The line of the digits says it already.
    let flags = flags.filter(|flag| **flag != Flag::Borderline);
    let flags = flags.map(|flag| method::flag_note(*flag, writer.lang));
    let elapsed = writer.judged.numbers.and_then(|n| n.elapsed);
    let rounding = elapsed.map(|_| Msg::ProofRounded.get(writer.lang));
    let bound = writer.one.case.promise.bound;
    let about = bound.filter(|bound| bound.comparator == Comparator::About);
    let about = about.and_then(|_| method::about(writer.side, writer.lang));
    flags.chain(about).chain(rounding).collect()
}
