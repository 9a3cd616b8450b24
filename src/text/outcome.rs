//! What became of a target, in the words of a table.

use super::{figure, label, period, proof};
use crate::assess::Assessed;
use crate::dataset::{Dataset, Kind, Lang, Observation};

/// The outcome that was judged: one printed figure, or what several come to together.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The figure: `84.7%`; of several `累计4.1万人`.
    pub figure: String,
    /// What the figures are, each kind once.
    pub kinds: Vec<Kind>,
    /// When: of several from the start of the first to the end of the last.
    pub period: String,
    /// Its number in the unit that its indicator is shown in; none of mere words.
    pub value: Option<f64>,
    /// Whether several figures come to it together.
    pub is_several: bool,
}

impl Judged {
    /// What it is above all: what any of its figures is that is not final, or final.
    #[must_use]
    pub fn kind(&self) -> Kind {
        let mut open = self.kinds.iter().filter(|kind| **kind != Kind::Actual);
        open.next().copied().unwrap_or(Kind::Actual)
    }

    /// The words before the number, the number, and what follows, to be set apart on the page.
    #[must_use]
    pub fn parts(&self) -> [&str; 3] {
        let is_number =
            |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '−' | '\u{202f}');
        let (before, rest) = self
            .figure
            .split_at(self.figure.find(is_number).unwrap_or_default());
        let end = rest.find(|c: char| !is_number(c)).unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        [before, number, after]
    }

    /// The figure with its period in a sentence: `2021—2022年累计4.1万人`.
    #[must_use]
    pub fn dated(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => [&*self.period, &*self.figure].concat(),
            Lang::En => [&*self.figure, " ", &*self.period].concat(),
        }
    }
}

/// What a target was judged by; none where there is no outcome.
#[must_use]
pub fn judged(
    data: &Dataset,
    one: &Assessed,
    target: &Observation<'_>,
    lang: Lang,
) -> Option<Judged> {
    let rows = one.deciding().into_iter();
    let outcomes: Vec<Observation<'_>> = rows.filter_map(|row| data.observation(row)).collect();
    let (first, last) = (outcomes.first()?, outcomes.last()?);
    let mut kinds = Vec::new();
    for outcome in &outcomes {
        if !kinds.contains(&outcome.kind) {
            kinds.push(outcome.kind);
        }
    }
    let together = proof::together(one, target, lang);
    let is_several = !together.is_empty();
    let (figure, period, value) = if is_several {
        let span = first.period.through(last.period);
        let unit = data.units.get(usize::from(target.indicator.unit));
        let numbers = one.assessment.judgement.numbers.zip(unit);
        let value = numbers.map(|(n, unit)| n.outcome / unit.factor);
        (together, period::words(span, lang), value)
    } else {
        let value = last.shown_value(data);
        (figure::line(last, lang), period::of(last, lang), value)
    };
    Some(Judged {
        figure,
        kinds,
        period,
        value,
        is_several,
    })
}

/// The status of a target with its flags, and with what several outcomes come to together that it rests on:
/// beside these alone it would be read as that of the last.
#[must_use]
pub fn status(data: &Dataset, one: &Assessed, target: &Observation<'_>, lang: Lang) -> String {
    let status = proof::status(one, lang);
    match several(data, one, target, lang) {
        None => status,
        Some(several) => label::headed(&status, &several.dated(lang), lang),
    }
}

/// The same, where several figures come to it together: one says itself what it is.
#[must_use]
pub fn several(
    data: &Dataset,
    one: &Assessed,
    target: &Observation<'_>,
    lang: Lang,
) -> Option<Judged> {
    judged(data, one, target, lang).filter(|judged| judged.is_several)
}
