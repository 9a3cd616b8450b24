//! The three or four numbers of a proof that a reader looks for first, each under a word.

use crate::assess::{AHEAD, Numbers, ON_PACE, Rule, SLIGHTLY};

use super::steps::{DONE, WAY};
use super::writer::Writer;

/// A number and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub name: &'static str,
    /// The number with its unit.
    pub value: String,
}

/// The share done against the share of time, to be drawn; all as parts of 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The share done, or of the way; below nothing where it goes the other way.
    pub share: f64,
    /// The share of time.
    pub elapsed: f64,
    /// Where one status ends and the next begins, from the worst to the best: each with its lead in points.
    pub limits: [(f64, String); 3],
    /// Whether less is better: the worst then lies at the right.
    pub is_ceiling: bool,
    /// What the share of time is called beside its mark.
    pub time: String,
    /// All of it in a sentence, for those who do not see it.
    pub words: String,
}

impl Writer<'_> {
    /// What a bar shows of a sum or a level whose period runs.
    pub fn bar(&self, n: &Numbers) -> Option<Bar> {
        let (share, elapsed) = (n.share.filter(|_| self.has_way(n))?, n.elapsed?);
        let is_ceiling = self.is_ceiling();
        let limits = [SLIGHTLY, ON_PACE, AHEAD].map(|lead| {
            let at = if is_ceiling {
                elapsed - lead
            } else {
                elapsed + lead
            };
            let points = self.plain((lead * 100.0).round());
            (at, points)
        });
        let (done, time) = (self.percent(share), self.percent(elapsed));
        let words = ["完成{0}，时间已过{1}", "{0} done, {1} of the time gone"];
        let words = self.say(words, &[&done, &time]);
        let time = self.say(["时间 {0}", "time {0}"], &[&time]);
        Some(Bar {
            share,
            elapsed,
            limits,
            is_ceiling,
            time,
            words,
        })
    }

    /// What is done, what time has gone, what remains, and how much of that a month or a year; of a whole
    /// period the outcome, the target and the gap.
    pub fn facts(&self, n: &Numbers) -> Vec<Fact> {
        let fact = |name: [&'static str; 2], value: String| {
            Some(Fact {
                name: self.word(name),
                value,
            })
        };
        let elapsed = n.elapsed.map(|elapsed| self.percent(elapsed));
        let time = elapsed.and_then(|elapsed| fact(["时间份额", "Share of time"], elapsed));
        let is_open = self.is_open(n) && n.elapsed.is_some_and(|elapsed| elapsed < 1.0);
        let needed = n.needed.filter(|_| is_open);
        let facts = match self.judged.rule {
            Rule::Sum | Rule::Level => {
                let has_base = self.judged.rule == Rule::Level;
                let name = if has_base { WAY } else { DONE };
                let share = n.share.filter(|_| self.has_way(n));
                [
                    share.and_then(|share| fact(name, self.percent(share))),
                    time,
                    fact(self.rest_name(n), self.rest(n.gap.abs())),
                    needed.and_then(|needed| fact(self.needed_name(), self.rest(needed))),
                ]
            }
            Rule::Growth => [
                fact(["迄今年均", "A year so far"], self.percent(n.outcome)),
                fact(["目标年均", "Target a year"], self.percent(n.target)),
                time,
                needed.and_then(|needed| fact(self.needed_name(), self.percent(needed))),
            ],
            _ => [
                fact(["结果", "Outcome"], self.amount(n.outcome)),
                fact(["目标", "Target"], self.amount(n.target)),
                fact(["差距", "Gap"], self.gap(n.gap)),
                None,
            ],
        };
        facts.into_iter().flatten().collect()
    }

    /// A remainder in the words of its rule: of a level in points where it is a rate.
    fn rest(&self, value: f64) -> String {
        match self.judged.rule {
            Rule::Level => self.gap(value),
            _ => self.amount(value),
        }
    }

    fn rest_name(&self, n: &Numbers) -> [&'static str; 2] {
        match (self.is_ceiling(), n.gap < 0.0) {
            (true, false) => ["尚可使用", "Still allowed"],
            (false, true) => ["尚差", "Remaining"],
            (true, true) => ["超出", "Over the limit by"],
            (false, false) => ["超出目标", "Beyond the target"],
        }
    }

    fn needed_name(&self) -> [&'static str; 2] {
        match self.judged.rule {
            Rule::Growth => ["余下年均需", "Needed a year"],
            Rule::Level => ["每年需变动", "Change a year needed"],
            _ if self.is_ceiling() => ["每月不超过", "At most a month"],
            _ => ["每月需完成", "Needed a month"],
        }
    }
}
