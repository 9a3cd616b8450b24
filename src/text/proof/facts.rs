//! The three or four numbers of a proof that a reader looks for first, each under a word.

use crate::assess::{AHEAD, Numbers, ON_PACE, Rule, SLIGHTLY};

use super::steps::{DONE, GAP, WAY, yearly};
use super::writer::Value::{Amount, Apart, Percent, Words};
use super::writer::{Value, Writer};

const TIME: [&str; 2] = ["时间进度", "Share of time"];

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
        let (share, elapsed) = (n.share?, n.elapsed?);
        let is_ceiling = self.is_ceiling();
        let limits = [SLIGHTLY, ON_PACE, AHEAD].map(|lead| {
            let at = if is_ceiling {
                elapsed - lead
            } else {
                elapsed + lead
            };
            (at, self.plain((lead * 100.0).round()))
        });
        let parts = [Percent(share), Percent(elapsed)];
        let words = ["完成{0}，时间已过{1}", "{0} done, {1} of the time gone"];
        Some(Bar {
            share,
            elapsed,
            limits,
            is_ceiling,
            time: self.say(["时间 {1}", "time {1}"], &parts),
            words: self.say(words, &parts),
        })
    }

    /// What is done, what time has gone, what remains, and how much of that a month or a year; of a whole
    /// period the outcome, the target and the gap.
    pub fn facts(&self, n: &Numbers) -> Vec<Fact> {
        let time = (TIME, n.elapsed.map(Percent));
        let is_open = self.is_open(n) && n.elapsed.is_some_and(|elapsed| elapsed < 1.0);
        let needed = n.needed.filter(|_| is_open);
        let (known, asked) = (self.known(n), self.asked(n));
        let [known, asked] = [known, asked].map(|number| self.with_unit(&number));
        let outcome = match self.judged.parts.as_slice() {
            [_] => Words(&known),
            _ => Amount(n.outcome),
        };
        let facts = match self.judged.rule {
            Rule::Sum => [
                (DONE, n.share.map(Percent)),
                time,
                self.rest(n),
                (self.needed_name(), needed.map(Amount)),
            ],
            Rule::Level => [
                (WAY, n.share.map(Percent)),
                time,
                self.rest(n),
                (yearly(n), needed.map(|needed| Apart(needed.abs()))),
            ],
            Rule::Growth => [
                (["目前年均增速", "A year so far"], Some(Percent(n.outcome))),
                (["目标年均增速", "Target a year"], Some(Words(&asked))),
                time,
                (self.needed_name(), needed.map(Percent)),
            ],
            _ => [
                (["结果", "Outcome"], Some(outcome)),
                (["目标", "Target"], Some(Words(&asked))),
                (GAP, self.gap(n)),
                (GAP, None),
            ],
        };
        let facts = facts.into_iter();
        let facts = facts.filter_map(|(name, value)| Some((self.word(name), self.write(value?))));
        facts.map(|(name, value)| Fact { name, value }).collect()
    }

    /// What remains, or how far beyond it is: of a level in points where it is a rate.
    fn rest(&self, n: &Numbers) -> ([&'static str; 2], Option<Value<'static>>) {
        let name = match (self.is_ceiling(), n.gap < 0.0) {
            (true, false) => ["尚可使用", "Still allowed"],
            (false, true) => ["尚差", "Remaining"],
            (true, true) => ["超出", "Over the limit by"],
            (false, false) => return (GAP, self.gap(n)),
        };
        (name, self.gap(n).map(|_| Apart(n.gap.abs())))
    }

    fn needed_name(&self) -> [&'static str; 2] {
        match self.judged.rule {
            Rule::Growth => ["余期年均需增长", "Needed a year"],
            _ if self.is_ceiling() => ["每月不超过", "At most a month"],
            _ => ["每月需完成", "Needed a month"],
        }
    }
}
