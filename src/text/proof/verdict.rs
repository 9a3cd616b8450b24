//! From the last number to the status: what it is held against, the days that count, and how far the
//! printed digits carry.

use crate::assess::{
    AHEAD, Flag, GROWTH_SLIGHTLY, Number, Numbers, ON_PACE, Rule, SLIGHTLY, Status,
};

use super::super::{label, period};
use super::writer::Value::{Plain, Words};
use super::writer::{Writer, told_apart};

impl Writer<'_> {
    /// The comparison that decides, and the status that follows: `−5 ≤ −3.57 < 5 → on pace`. None where
    /// no number decides.
    pub fn verdict(&self, n: &Numbers) -> Option<String> {
        let status = self.judged.status;
        if self.judged.reason.is_some() {
            return None;
        }
        let comparison = match (self.judged.rule, status) {
            (Rule::Growth, _) => self.banded(n.pace?, &GROWTH),
            (Rule::Sum | Rule::Level, Status::Reversing) => {
                self.points(n.share?, &[0.0]) + "% < 0%"
            }
            (Rule::Sum | Rule::Level, status) if zone(status).is_some() && n.pace.is_some() => {
                self.banded(n.pace?, &LEAD)
            }
            _ if self.is_bounded() => {
                let (known, asked) = (self.known(n), self.asked(n));
                let words = ["结果{0}，目标{1}", "outcome {0}, target {1}"];
                self.say(words, &[Words(&known), Words(&asked)])
            }
            (Rule::Sum, Status::MetEarly) => self.points(n.share?, &[1.0]) + "% ≥ 100%",
            (Rule::Level, Status::Met | Status::Behind) => {
                let base = self.compared(n.base?, n.target);
                let now = self.compared(n.outcome, n.target);
                let words = ["基期{0}，现{1}", "at the start {0}, now {1}"];
                self.say(words, &[Words(&base), Words(&now)])
            }
            _ => self.compared(n.outcome, n.target),
        };
        Some(comparison + " → " + label::status(status).get(self.lang))
    }

    /// A part of 1 in points, never as if it were on one of the limits that it is beside.
    fn points(&self, share: f64, limits: &[f64]) -> String {
        self.plain(told_apart(share, limits, 1e4) * 1e2)
    }

    /// A lead between the limits that the status lies between, in points.
    fn banded(&self, pace: f64, limits: &[f64]) -> String {
        // A growth is never ahead: its limits begin one status later.
        let zone = zone(self.judged.status).unwrap_or_default();
        let zone = zone.saturating_sub(LEAD.len() - limits.len());
        let (lower, upper) = (limits.get(zone), zone.checked_sub(1));
        let upper = upper.and_then(|above| limits.get(above));
        // More than a growth is asked for: to be at it is not enough.
        let is_strict = self.judged.rule == Rule::Growth && self.is_strict();
        let template = match (lower, upper) {
            (Some(_), Some(_)) if is_strict => "{0} ≤ {1} ≤ {2}",
            (Some(_), Some(_)) => "{0} ≤ {1} < {2}",
            (Some(_), None) if is_strict => "{1} > {0}",
            (Some(_), None) => "{1} ≥ {0}",
            (None, _) => "{1} < {2}",
        };
        let pace = self.points(pace, limits);
        let limit =
            |limit: Option<&f64>| Plain((limit.copied().unwrap_or_default() * 1e3).round() / 10.0);
        self.say([template; 2], &[limit(lower), Words(&pace), limit(upper)])
    }

    /// From when to when the period runs, and how far the outcome goes; only where a part is over.
    pub fn time(&self, n: &Numbers) -> Option<String> {
        let elapsed = n.elapsed?;
        let [from, to] = self.span().days().map(|day| period::day(day, self.lang));
        let until = period::day(self.last_part()?.days()[1], self.lang);
        let left = ((1.0 - elapsed) * self.all_months() * 1e2).round() / 1e2;
        let left = self.plain(left);
        let words = [
            "{0}至{1}；结果截至{2}，余{3}个月",
            match &*left {
                "1" => "{0} to {1}; outcome up to {2}, {3} month left",
                _ => "{0} to {1}; outcome up to {2}, {3} months left",
            },
        ];
        let parts = [&from, &to, &until, &left].map(|part| Words(part));
        Some(self.say(words, &parts))
    }

    /// Whether the status holds when the printed digits are moved by half their last.
    pub fn robustness(&self) -> Option<String> {
        let case = &self.one.case;
        self.judged.status.is_on_track()?;
        self.judged.numbers?;
        let base = case.base.as_ref();
        let base = base.filter(|_| self.judged.rule == Rule::Level);
        let outcome = self.one.used().last().and_then(|outcome| outcome.low);
        let target = case.promise.bound.map(|bound| bound.low);
        let moved: [([&'static str; 2], Option<Number>); 3] = [
            (["目标", "target"], target),
            (["结果", "outcome"], outcome),
            (["基期", "base"], base.and_then(|base| base.low)),
        ];
        let mut said: Vec<String> = Vec::new();
        for (name, number) in moved {
            if let Some(number) = number {
                let half = self.plain(number.half * self.scale);
                said.push([self.word(name), " ±", &half].concat());
            }
        }
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        let said = label::listed(&said, self.lang);
        let words = if self.one.assessment.flags.contains(&Flag::Borderline) {
            [
                "末位各进退半个单位（{0}），结论会改变（临界）",
                "Printed digits moved by half their last ({0}): the status changes (borderline)",
            ]
        } else {
            [
                "末位各进退半个单位（{0}），结论不变",
                "Printed digits moved by half their last ({0}): the status stays",
            ]
        };
        Some(self.say(words, &[Words(&said)]))
    }
}

/// The limits between statuses of a lead, the highest first.
const LEAD: [f64; 3] = [AHEAD, ON_PACE, SLIGHTLY];
const GROWTH: [f64; 2] = [0.0, GROWTH_SLIGHTLY];

/// The place of a status among those that are read off the bands, the best first.
const fn zone(status: Status) -> Option<usize> {
    match status {
        Status::Ahead => Some(0),
        Status::OnPace => Some(1),
        Status::SlightlyBehind => Some(2),
        Status::Behind => Some(3),
        _ => None,
    }
}
