//! Numbers of base units as a proof writes them: as printed where they are put into a formula, rounded
//! where they come out of one.

use crate::assess::{Assessed, Judgement, Numbers, Outcome, Side, is_same};
use crate::dataset::{Comparator, Lang, Observation};

use super::super::{figure, number};

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
            return [name, " = ", result].concat();
        }
        [name, " = ", formula, " = ", result].concat()
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

    /// The words of the language.
    pub const fn word(&self, words: [&'static str; 2]) -> &'static str {
        pick(words, self.lang)
    }

    /// A sentence of the language with its places filled.
    #[inline(never)]
    pub fn say(&self, words: [&'static str; 2], parts: &[Value<'_>]) -> String {
        let parts: Vec<String> = parts.iter().map(|part| self.write(*part)).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        fill(self.word(words), &parts)
    }

    /// A step whose formula has its places filled.
    #[inline(never)]
    pub fn step(
        &self,
        name: [&'static str; 2],
        formula: &'static str,
        parts: &[Value<'_>],
        result: Value<'_>,
    ) -> Step {
        Step {
            name: self.word(name),
            formula: self.say([formula; 2], parts),
            result: self.write(result),
        }
    }

    /// A value as its kind is written.
    #[inline(never)]
    pub fn write(&self, value: Value<'_>) -> String {
        match value {
            Value::Put(value) => self.bracketed(value * self.scale),
            Value::Bare(value) => self.bracketed(rounded(value * self.scale)),
            Value::Plain(value) => self.plain(value),
            Value::Index(value) => self.plain(to_places(value, 1e6)),
            Value::Percent(share) => self.plain(to_places(share, 1e4) * 1e2) + "%",
            Value::Amount(value) => self.with_unit(&self.plain(rounded(value * self.scale))),
            Value::Apart(value) => self.apart(value),
            Value::Points(share) => self.plain(to_places(share, 1e4) * 1e2) + self.point(),
            Value::Gap(value) => signed(self.apart(value)),
            Value::Lead(share) => signed(self.write(Value::Points(share))),
            Value::Words(words) => words.to_owned(),
        }
    }

    /// A number as written, with the unit of the target.
    pub fn with_unit(&self, number: &str) -> String {
        match (self.unit.as_str(), self.lang) {
            (unit @ ("" | "%"), _) | (unit, Lang::Zh) => number.to_owned() + unit,
            (unit, Lang::En) => [number, unit].join(" "),
        }
    }

    /// A plain number of a formula.
    pub fn plain(&self, value: f64) -> String {
        number::plain(value, self.lang)
    }

    fn bracketed(&self, value: f64) -> String {
        let number = self.plain(value);
        if value < 0.0 {
            ["(", &number, ")"].concat()
        } else {
            number
        }
    }

    /// A difference of two numbers: of rates in points.
    fn apart(&self, value: f64) -> String {
        let unit = self.target.unit;
        match unit.map(|unit| (&*unit.id, value / unit.factor)) {
            Some(("percent", points)) => self.write(Value::Points(points / 1e2)),
            Some(("per-mille", points)) => self.plain(to_places(points, 1e2)) + self.fine_point(),
            _ => self.write(Value::Amount(value)),
        }
    }

    /// What a pace leads to, written `exact`: things that are counted, and numbers of five digits, in wholes
    /// and said to be about so many; never as if it were on the `limit` that it is beside.
    pub fn about(&self, exact: Value<'_>, value: f64, limit: f64) -> String {
        let exact = self.write(exact);
        let (value, limit) = (value * self.scale, limit * self.scale);
        let unit = self.target.unit;
        let is_count = unit.is_some_and(|unit| &*unit.dimension == "count");
        // Doctors of a thousand inhabitants are counted in parts.
        let whole = |number: f64| is_same(number, number.round());
        let numbers = self.judged.numbers;
        let is_whole = numbers.is_some_and(|n| whole(n.target) && whole(n.outcome));
        if value.abs() < 1e4 && !(is_count && is_whole && is_same(self.scale, 1.0)) {
            return exact;
        }
        let near = self.with_unit(&self.plain(told_apart(value, &[limit], 1.0)));
        if near == exact {
            return exact;
        }
        self.say(["约{0}", "about {0}"], &[Value::Words(&near)])
    }

    pub const fn point(&self) -> &'static str {
        self.word(["个百分点", " percentage points"])
    }

    const fn fine_point(&self) -> &'static str {
        self.word(["个千分点", " per mille points"])
    }

    /// What a difference counts: of rates points, otherwise what the target does.
    pub fn apart_unit(&self) -> &str {
        let unit = self.target.unit;
        match unit.map_or("", |unit| &*unit.id) {
            "percent" => self.point().trim_start(),
            "per-mille" => self.fine_point().trim_start(),
            _ => unit.map_or("", |unit| unit.name.get(self.lang)),
        }
    }

    /// A growth put into a formula: `1 + 7.2%`.
    pub fn factor(&self, rate: f64) -> String {
        ["(1 + ", &self.bracketed(rate * 1e2), "%)"].concat()
    }

    /// The outcome of one printing or the sum of several: with its bound, where it is known as one.
    pub fn known(&self, n: &Numbers) -> String {
        let bounds = self.one.used().map(|outcome| outcome.comparator);
        let comparator = bounds.into_iter().find(|known| !is_exact(*known));
        let high = |outcome: &Outcome| Some(outcome.high.or(outcome.low)?.value);
        let is_range = self.one.used().any(|outcome| outcome.high.is_some());
        let high: f64 = self.one.used().filter_map(high).sum();
        self.interval(comparator, n.outcome, is_range.then_some(high))
    }

    /// What the target asks for, as it is printed.
    pub fn asked(&self, n: &Numbers) -> String {
        let bound = self.one.case.promise.bound;
        bound.map_or_else(String::new, |bound| {
            let low = bound.high.map_or(n.target, |_| bound.low.value);
            self.interval(
                Some(bound.comparator),
                low,
                bound.high.map(|high| high.value),
            )
        })
    }

    fn interval(&self, comparator: Option<Comparator>, low: f64, high: Option<f64>) -> String {
        let low = figure::sign(comparator).to_owned() + &self.plain(rounded_off(low * self.scale));
        high.map_or(low.clone(), |high| {
            low + "–" + &self.plain(rounded_off(high * self.scale))
        })
    }

    /// Whether an outcome is known as a bound or a range only, from which nothing can be taken away.
    pub fn is_bounded(&self) -> bool {
        let is_bound = |outcome: &Outcome| outcome.high.is_some() || !is_exact(outcome.comparator);
        self.one.used().any(is_bound)
    }

    /// By how much the outcome is better than the target; none where nothing can be held against it.
    pub fn gap(&self, n: &Numbers) -> Option<Value<'static>> {
        (!self.is_bounded()).then_some(Value::Gap(n.gap))
    }
}

/// A number of a proof, in base units or as a part of 1, and how it is written.
#[derive(Clone, Copy)]
pub(super) enum Value<'a> {
    /// A printed number as it is put into a formula: all its digits, in brackets below nothing.
    Put(f64),
    /// A number that came out of a formula, without its unit.
    Bare(f64),
    /// A number that has no unit.
    Plain(f64),
    /// An index, with six decimals.
    Index(f64),
    /// A part of 1 as a percentage with two decimals.
    Percent(f64),
    /// A number that came out of a formula, with its unit.
    Amount(f64),
    /// How far two numbers are apart: of rates in points.
    Apart(f64),
    /// A difference of shares, in points.
    Points(f64),
    /// How far apart, with the sign: more is better.
    Gap(f64),
    /// A difference of shares with the sign.
    Lead(f64),
    /// Words, or what is written already.
    Words(&'a str),
}

/// A written number with its sign, also above nothing.
fn signed(number: String) -> String {
    let is_less = number.starts_with('−');
    let is_some = number.contains(|digit: char| ('1'..='9').contains(&digit));
    if is_some && !is_less {
        return "+".to_owned() + &number;
    }
    number
}

const fn is_exact(comparator: Comparator) -> bool {
    matches!(comparator, Comparator::Equal | Comparator::About)
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
    to_places(value, places(value))
}

/// How many parts of 1 a number is rounded to.
pub(super) const fn places(value: f64) -> f64 {
    if value.abs() < 1.0 { 1e4 } else { 1e2 }
}

/// A number rounded to so many parts of 1.
pub(super) fn to_places(value: f64, places: f64) -> f64 {
    (value * places).round() / places
}

/// A number of a comparison: as many digits as are printed.
fn rounded_off(value: f64) -> f64 {
    to_places(value, 1e4)
}

/// A number rounded to as many decimals as tell it apart from the limits that it is held against: what is
/// beyond one must not look as if it were on it.
pub(super) fn told_apart(value: f64, limits: &[f64], mut parts: f64) -> f64 {
    loop {
        let near = to_places(value, parts);
        let hides = |limit: &f64| is_same(near, *limit) && !is_same(value, *limit);
        if parts >= 1e6 || !limits.iter().any(hides) {
            return near;
        }
        parts *= 10.0;
    }
}
