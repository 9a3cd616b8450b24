//! What a rule says of a target, with the numbers that it says it by.

use crate::dataset::Row;

use super::case::Outcome;
use super::{Reason, Rule, Status};

/// The numbers that a status comes from, in base units, shares and rates as parts of 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Numbers {
    /// The target's number: of a range the end that counts.
    pub target: f64,
    /// The outcome, or the sum of several; for growth the average rate so far.
    pub outcome: f64,
    /// By how much the outcome is better than the target; negative where it is worse.
    pub gap: f64,
    /// The figure from which the plan starts.
    pub base: Option<f64>,
    /// The share of the way or of the task that is done; none where there is no way, as the base has
    /// reached the target already.
    pub share: Option<f64>,
    /// The share of the time that is over.
    pub elapsed: Option<f64>,
    /// The lead over the calendar; for growth over the required rate, a year.
    pub pace: Option<f64>,
    /// What remains to be done a month (a sum), a year (a level), or the rate that is still needed.
    pub needed: Option<f64>,
    /// What it comes to in the end if it goes on as so far.
    pub projected: Option<f64>,
    /// The whole task, where the document prints the share that is done.
    pub implied: Option<f64>,
}

/// What a rule says of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The rule.
    pub rule: Rule,
    /// The status.
    pub status: Status,
    /// Why it is not assessable.
    pub reason: Option<Reason>,
    /// The rows whose numbers it comes from, in the order of time.
    pub parts: Vec<Row>,
    /// Whether the outcome is the average growth of several years, and not their sum.
    pub is_average: bool,
    /// Its numbers.
    pub numbers: Option<Numbers>,
}

impl Judgement {
    pub(super) fn new(rule: Rule, status: Status) -> Self {
        Self {
            rule,
            status,
            reason: None,
            parts: Vec::new(),
            is_average: false,
            numbers: None,
        }
    }

    pub(super) fn undecided(rule: Rule, reason: Reason) -> Self {
        Self {
            reason: Some(reason),
            ..Self::new(rule, Status::NotAssessable)
        }
    }

    pub(super) fn of(self, outcomes: &[&Outcome], numbers: Numbers) -> Self {
        Self {
            parts: outcomes.iter().map(|outcome| outcome.row).collect(),
            numbers: Some(numbers),
            ..self
        }
    }
}
