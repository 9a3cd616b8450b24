//! From the last number to the status: what it is held against, the days that count, and how far the
//! printed digits carry.

use crate::assess::{
    AHEAD, Flag, GROWTH_SLIGHTLY, Number, Numbers, ON_PACE, Rule, SLIGHTLY, Status,
};

use super::super::{label, period};
use super::writer::Writer;

impl Writer<'_> {
    /// The comparison that decides, and the status that follows: `−5 ≤ −3.57 < 5 → on pace`. None where
    /// no number decides.
    pub fn verdict(&self, n: &Numbers) -> Option<String> {
        let status = self.judged.status;
        let comparison = match (self.judged.rule, status) {
            _ if self.judged.reason.is_some() => return None,
            (Rule::Threshold, _) => self.at_the_end(n),
            (Rule::Growth, _) => banded(n.pace?, &GROWTH, self),
            (Rule::Sum, Status::MetEarly) => self.percent(n.share?) + " ≥ 100%",
            (Rule::Level, Status::Reversing) => self.percent(n.share?) + " < 0",
            (Rule::Sum | Rule::Level, status) if Self::is_banded(status) && self.has_way(n) => {
                banded(n.pace?, &LEAD, self)
            }
            (Rule::Level, Status::Met | Status::Behind) => {
                let base = self.compared(n.base?, n.target);
                let now = self.compared(n.outcome, n.target);
                self.say(
                    ["基期{0}，现{1}", "at the start {0}, now {1}"],
                    &[&base, &now],
                )
            }
            _ => self.compared(n.outcome, n.target),
        };
        let status = label::status(status).get(self.lang);
        Some(self.say(["{0} → {1}"; 2], &[&comparison, status]))
    }

    fn at_the_end(&self, n: &Numbers) -> String {
        let high = self.one.case.promise.bound.and_then(|bound| bound.high);
        let is_range = self.side == crate::assess::Side::Within;
        match high.filter(|_| is_range) {
            Some(high) => {
                let is_in = self.judged.status == Status::Met;
                let sign = if is_in { "∈" } else { "∉" };
                let (low, high) = (self.put(n.target), self.put(high.value));
                let now = self.bare(n.outcome);
                self.say(["{0} {1} [{2}, {3}]"; 2], &[&now, sign, &low, &high])
            }
            None => self.compared(n.outcome, n.target),
        }
    }

    /// From when to when the period runs, and how far the outcome goes; only where a part is over.
    pub fn time(&self, n: &Numbers) -> Option<String> {
        let elapsed = n.elapsed?;
        let [from, to] = self.span().days().map(|day| period::day(day, self.lang));
        let until = period::day(self.last_part()?.days()[1], self.lang);
        let all = (self.span().end() - self.span().start()) * 12.0;
        let left = self.plain(((1.0 - elapsed) * all * 1e2).round() / 1e2);
        let words = [
            "{0}至{1}；结果截至{2}，余{3}个月",
            "{0} to {1}; outcome up to {2}, {3} months left",
        ];
        Some(self.say(words, &[&from, &to, &until, &left]))
    }

    /// Whether the status holds when the printed digits are moved by half their last.
    pub fn robustness(&self) -> Option<String> {
        let case = &self.one.case;
        self.judged.status.is_on_track()?;
        self.judged.numbers?;
        let number = |name: [&'static str; 2], number: Option<Number>| {
            let half = number?.half * self.scale;
            Some(self.say(["{0} ±{1}"; 2], &[self.word(name), &self.plain(half)]))
        };
        let outcome = self.outcomes().last();
        let base = case
            .base
            .as_ref()
            .filter(|_| self.judged.rule == Rule::Level);
        let moved = [
            number(
                ["目标", "target"],
                case.promise.bound.map(|bound| bound.low),
            ),
            number(["结果", "outcome"], outcome.and_then(|o| o.low)),
            number(["基期", "base"], base.and_then(|base| base.low)),
        ];
        let moved: Vec<String> = moved.into_iter().flatten().collect();
        let moved = moved.iter().map(String::as_str).collect::<Vec<_>>();
        let moved = label::listed(&moved, self.lang);
        let changes = self.one.assessment.flags.contains(&Flag::Borderline);
        let what = match changes {
            true => self.word(["结论会改变（临界）", "the status changes (borderline)"]),
            false => self.word(["结论不变", "the status stays"]),
        };
        let words = [
            "末位各进退半个单位（{0}），{1}",
            "Printed digits moved by half their last ({0}): {1}",
        ];
        Some(self.say(words, &[&moved, what]))
    }
}

/// The limits between statuses of a lead, the highest first.
const LEAD: [f64; 3] = [AHEAD, ON_PACE, SLIGHTLY];
const GROWTH: [f64; 2] = [0.0, GROWTH_SLIGHTLY];

/// A lead between the limits that it lies between, in points.
fn banded(pace: f64, limits: &[f64], writer: &Writer<'_>) -> String {
    let points = |share: f64| writer.plain((share * 1e4).round() / 1e2);
    let under = limits.iter().position(|limit| pace >= limit - 1e-12);
    let lower = under.and_then(|index| limits.get(index));
    let above = under.unwrap_or(limits.len()).checked_sub(1);
    let upper = above.and_then(|index| limits.get(index));
    let pace = points(pace);
    let (lower, upper) = (lower.map(|at| points(*at)), upper.map(|at| points(*at)));
    let template = match (&lower, &upper) {
        (Some(_), Some(_)) => "{0} ≤ {1} < {2}",
        (Some(_), None) => "{1} ≥ {0}",
        (None, _) => "{1} < {2}",
    };
    let (lower, upper) = (lower.unwrap_or_default(), upper.unwrap_or_default());
    writer.say([template; 2], &[&lower, &pace, &upper])
}
