//! Numbers of base units as a proof writes them: as printed where they are put into a formula, rounded
//! where they come out of one.

use crate::assess::{Assessed, Judgement, Numbers, Outcome, Rule, Side};
use crate::dataset::{Lang, Observation};

use super::super::number;

/// What the words of a proof are written with.
pub(super) struct Writer<'a> {
    pub target: &'a Observation<'a>,
    pub one: &'a Assessed,
    pub judged: &'a Judgement,
    pub side: Side,
    /// What base units are multiplied by to be written, and the unit then.
    pub scale: f64,
    pub unit: String,
    pub lang: Lang,
}

/// A formula with the numbers put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is worked out.
    pub name: &'static str,
    /// How; empty where it is printed.
    pub formula: String,
    /// What comes out, with its unit.
    pub result: String,
}

impl Step {
    /// The step on one line: `Share done = 150 ÷ 210 = 71.43%`.
    #[must_use]
    pub fn line(&self) -> String {
        let Self {
            name,
            formula,
            result,
        } = self;
        if formula.is_empty() {
            return format!("{name} = {result}");
        }
        format!("{name} = {formula} = {result}")
    }
}

impl<'a> Writer<'a> {
    /// For one target.
    pub fn new(target: &'a Observation<'a>, one: &'a Assessed, lang: Lang) -> Self {
        let judged = &one.assessment.judgement;
        let (scale, unit) = shown_in(target, judged.numbers.as_ref(), lang);
        Self {
            target,
            one,
            judged,
            side: one.case.promise.side(),
            scale,
            unit,
            lang,
        }
    }

    /// The gap on one line.
    pub fn short(&self, n: &Numbers) -> String {
        match (self.judged.rule, n.pace) {
            (Rule::Sum | Rule::Level | Rule::Growth, Some(pace)) => self.points(pace),
            _ => self.gap(n.gap),
        }
    }

    /// The words of the language.
    pub const fn word(&self, words: [&'static str; 2]) -> &'static str {
        pick(words, self.lang)
    }

    /// A sentence of the language with its places filled.
    pub fn say(&self, words: [&'static str; 2], parts: &[&str]) -> String {
        fill(self.word(words), parts)
    }

    /// A step whose formula has its places filled.
    pub fn step(
        &self,
        name: [&'static str; 2],
        formula: &str,
        parts: &[&str],
        result: String,
    ) -> Step {
        Step {
            name: self.word(name),
            formula: fill(formula, parts),
            result,
        }
    }

    /// A printed number as it is put into a formula: all its digits, in brackets below nothing.
    pub fn put(&self, value: f64) -> String {
        self.bracketed(value * self.scale)
    }

    /// A number that came out of a formula, without its unit.
    pub fn bare(&self, value: f64) -> String {
        self.bracketed(rounded(value * self.scale))
    }

    /// The same with its unit.
    pub fn amount(&self, value: f64) -> String {
        self.with_unit(&number::plain(rounded(value * self.scale), self.lang))
    }

    /// A number as written, with the unit of the target.
    pub fn with_unit(&self, number: &str) -> String {
        match (self.unit.as_str(), self.lang) {
            (unit @ ("" | "%"), _) | (unit, Lang::Zh) => format!("{number}{unit}"),
            (unit, Lang::En) => format!("{number} {unit}"),
        }
    }

    /// A plain number of a formula.
    pub fn plain(&self, value: f64) -> String {
        number::plain(value, self.lang)
    }

    fn bracketed(&self, value: f64) -> String {
        let number = self.plain(value);
        if value < 0.0 {
            format!("({number})")
        } else {
            number
        }
    }

    /// A difference of two numbers: of rates in points.
    pub fn gap(&self, value: f64) -> String {
        let unit = self.target.unit;
        match unit.map(|unit| (&*unit.id, value / unit.factor)) {
            Some(("percent", points)) => self.points(points / 1e2),
            Some(("per-mille", points)) => {
                let word = self.word(["个千分点", " per mille points"]);
                format!("{}{word}", self.plain((points * 1e2).round() / 1e2))
            }
            _ => self.amount(value),
        }
    }

    /// A difference of shares, in points.
    pub fn points(&self, value: f64) -> String {
        let number = self.plain((value * 1e4).round() / 1e2);
        format!("{number}{}", self.point())
    }

    pub const fn point(&self) -> &'static str {
        self.word(["个百分点", " percentage points"])
    }

    /// A part of 1 as a percentage with two decimals.
    pub fn percent(&self, share: f64) -> String {
        format!("{}%", self.plain((share * 1e4).round() / 1e2))
    }

    /// A growth put into a formula: `1 + 7.2%`.
    pub fn factor(&self, rate: f64) -> String {
        format!("(1 + {}%)", self.bracketed(rate * 1e2))
    }

    /// The outcomes that the status comes from, in the order of time.
    pub fn outcomes(&self) -> impl Iterator<Item = &Outcome> {
        let all = &self.one.case.outcomes;
        let rows = self.judged.parts.iter();
        rows.filter_map(move |row| all.iter().find(|outcome| outcome.row == *row))
    }

    /// The printed numbers of the outcomes that the status comes from.
    pub fn parts(&self) -> Vec<f64> {
        self.outcomes()
            .filter_map(|outcome| Some(outcome.low?.value))
            .collect()
    }
}

/// The words of a language.
pub(super) const fn pick([zh, en]: [&'static str; 2], lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A template with its places filled: `{0}` by the first part. One copy of the code for all sentences,
/// where the macro would make one for each.
pub(super) fn fill(template: &str, parts: &[&str]) -> String {
    let mut text = String::new();
    for (index, piece) in template.split('{').enumerate() {
        match piece.split_once('}').filter(|_| index > 0) {
            Some((place, rest)) => {
                let part = place.parse().ok().and_then(|place: usize| parts.get(place));
                text.push_str(part.copied().unwrap_or_default());
                text.push_str(rest);
            }
            None => text.push_str(piece),
        }
    }
    text
}

/// What base units are multiplied by to be read, and the name of the unit then: that of the target, or
/// in English the word that its larger numbers count in.
fn shown_in(target: &Observation<'_>, numbers: Option<&Numbers>, lang: Lang) -> (f64, String) {
    let Some(unit) = target.unit else {
        return (1.0, String::new());
    };
    let largest = numbers.map_or(0.0, |n| n.target.abs().max(n.outcome.abs()));
    let (scale, name) = number::scale(largest / unit.factor, unit, lang);
    (scale / unit.factor, name)
}

/// Two decimals, or four for what is less than 1.
pub(super) fn rounded(value: f64) -> f64 {
    let places = places(value);
    (value * places).round() / places
}

/// How many parts of 1 a number is rounded to.
pub(super) const fn places(value: f64) -> f64 {
    if value.abs() < 1.0 { 1e4 } else { 1e2 }
}
