//! What a target comes to in the end if so much is done from now on: arithmetic with an assumption that
//! the reader makes, and no forecast. The end is judged by the same rules as any outcome.

use super::case::{Case, Number, Outcome, Side, Words};
use super::rules::root;
use super::{Judgement, Reason, Rule, Status, assess};
use crate::dataset::{Comparator, Kind, Measure};

/// The rest of a target's period, of which a part is over.
#[derive(Clone, Copy, Debug)]
pub struct Rest<'a> {
    case: &'a Case,
    /// Whether it is a sum (5), a level (6) or an average growth (7).
    pub rule: Rule,
    /// What is done, where the level stands, or the average growth so far.
    pub now: f64,
    /// The years that are over.
    pub over: f64,
    /// The years that remain.
    pub left: f64,
    /// What is needed a month (a sum), a year (a level), or the growth that is, in base units.
    pub needed: f64,
    /// Where it leads to go on as so far.
    pub projected: Option<f64>,
}

impl<'a> Rest<'a> {
    /// The rest of a target's period; none where it is over, where only the end counts, or where the
    /// figures do not say where it stands.
    #[must_use]
    pub fn of(case: &'a Case, judged: &Judgement) -> Option<Self> {
        let numbers = judged.numbers?;
        let elapsed = numbers.elapsed.filter(|elapsed| *elapsed < 1.0)?;
        let period = match judged.rule {
            Rule::Level => case.promise.plan,
            Rule::Sum | Rule::Growth => case.promise.period,
            _ => return None,
        };
        let is_known = matches!(judged.reason, None | Some(Reason::NoBase));
        let is_steady =
            case.promise.measure != Measure::Rank && case.promise.side() != Side::Within;
        let all = period.end() - period.start();
        (is_known && is_steady).then_some(Self {
            case,
            rule: judged.rule,
            now: numbers.outcome,
            over: elapsed * all,
            left: (1.0 - elapsed) * all,
            needed: numbers.needed?,
            projected: numbers.projected,
        })
    }

    /// What it comes to in the end with so much a month (a sum), a year (a level), or with such a growth
    /// (as a part of 1); none for a number that leads nowhere, as a growth of less than nothing.
    #[must_use]
    pub fn end(&self, pace: f64) -> Option<f64> {
        let end = match self.rule {
            Rule::Growth => {
                let factor = |rate: f64, years: f64| (1.0 + rate).powf(years);
                let index =
                    (pace > -1.0).then(|| factor(self.now, self.over) * factor(pace, self.left))?;
                root(index, self.over + self.left)?
            }
            Rule::Level => self.now + pace * self.left,
            _ => self.now + pace * self.left * 12.0,
        };
        end.is_finite().then_some(end)
    }

    /// How the target stands if it ends so: by the rule for a whole period.
    #[must_use]
    pub fn status(&self, end: f64) -> Status {
        let outcome = Outcome {
            row: 0,
            period: self.case.promise.period,
            kind: Kind::Estimate,
            comparator: Comparator::Equal,
            low: Some(Number::new(end, 0.0)),
            high: None,
            words: Words::Other,
            apart: None,
            share: None,
        };
        let case = Case {
            outcomes: vec![outcome],
            contradicted: Vec::new(),
            ..self.case.clone()
        };
        assess(&case).judgement.status
    }

    /// Whether more is better.
    #[must_use]
    pub fn is_upward(&self) -> bool {
        self.case.promise.side() == Side::Above
    }
}
