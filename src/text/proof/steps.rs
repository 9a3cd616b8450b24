//! The formulas of a proof, with the numbers put in, in the order in which they are worked out.

use crate::assess::{Numbers, Outcome, Rule, Side, is_same};
use crate::dataset::Comparator::{LessThan, MoreThan};
use crate::dataset::Period;

use super::writer::Value::{Amount, Apart, Bare, Lead, Percent, Plain, Put, Words};
use super::writer::{Step, Writer, told_apart};

const MINUS: &str = "{0} − {1}";
const OVER: &str = "{0} ÷ {1}";
pub(super) const DONE: [&str; 2] = ["完成进度", "Share done"];
pub(super) const WAY: [&str; 2] = ["目标实现程度", "Share of the way"];
pub(super) const GAP: [&str; 2] = ["与目标之差", "Gap to target"];

impl Writer<'_> {
    /// The formulas from the printed numbers to what the status is decided by.
    pub fn steps(&self, n: &Numbers) -> Vec<Step> {
        let mut steps: Vec<Step> = self.together(n).into_iter().collect();
        steps.extend(self.difference(n));
        if matches!(self.judged.rule, Rule::Sum | Rule::Level) && n.share.is_some() {
            self.share(n, &mut steps);
            steps.extend(self.elapsed(n));
            steps.extend(self.lead(n));
        }
        steps
    }

    /// How several outcomes come to one number.
    fn together(&self, n: &Numbers) -> Option<Step> {
        if self.judged.is_average {
            let over = self.last_part()?.end() - self.span().start();
            let factors = self.product();
            let name = ["目前年均增速", "Average growth so far"];
            let parts = [Words(&factors), Plain(over)];
            return Some(self.step(name, "({0})^(1/{1}) − 1", &parts, Percent(n.outcome)));
        }
        let printed = self.one.used().filter_map(|outcome| outcome.low);
        let parts: Vec<String> = printed
            .map(|number| self.write(Put(number.value)))
            .collect();
        let sum = parts.join(" + ");
        let step = self.step(["累计", "Sum"], "{0}", &[Words(&sum)], Amount(n.outcome));
        (parts.len() > 1).then_some(step)
    }

    /// Rates as the growth that they come to: `(1 + 7.2%) × (1 + 5%)^2` where the second is the average of
    /// two years.
    pub fn product(&self) -> String {
        let factor = |outcome: &Outcome| {
            let years = outcome.period.end() - outcome.period.start();
            let factor = self.factor(outcome.low?.value);
            if is_same(years, 1.0) {
                return Some(factor);
            }
            Some(factor + "^" + &self.plain(years))
        };
        let factors: Vec<String> = self.one.used().filter_map(factor).collect();
        factors.join(" × ")
    }

    /// By how much the outcome is better than the target. Where only the number itself counts, or a range,
    /// how far it is from there.
    fn difference(&self, n: &Numbers) -> Option<Step> {
        let result = self.gap(n)?;
        let outcome = match self.judged.parts.as_slice() {
            [_] => Put(n.outcome),
            _ => Bare(n.outcome),
        };
        let (formula, parts) = match self.side {
            Side::Below => (MINUS, [Put(n.target), outcome]),
            Side::Above => (MINUS, [outcome, Put(n.target)]),
            Side::Within if is_same(n.gap, 0.0) => ("", [outcome; 2]),
            Side::Within => ("−|{0} − {1}|", [outcome, Put(self.nearest(n))]),
        };
        Some(self.step(GAP, formula, &parts, result))
    }

    /// The end of a range from which the outcome is away.
    fn nearest(&self, n: &Numbers) -> f64 {
        let high = self.one.case.promise.bound.and_then(|bound| bound.high);
        let beyond = high.filter(|high| n.outcome > high.value);
        beyond.map_or(n.target, |high| high.value)
    }

    fn share(&self, n: &Numbers, steps: &mut Vec<Step>) {
        let share = Percent(n.share.unwrap_or_default());
        let outcome = Put(n.outcome);
        if let Some(implied) = n.implied {
            let printed = self.say(["{0}（文件所列）", "{0} (printed)"], &[share]);
            let name = ["推算全部任务", "Whole task implied"];
            steps.push(self.step(DONE, "", &[], Words(&printed)));
            steps.push(self.step(name, OVER, &[outcome, share], Amount(implied)));
            return;
        }
        let (name, formula) = match n.base {
            Some(_) => (WAY, "({0} − {2}) ÷ ({1} − {2})"),
            None => (DONE, OVER),
        };
        let base = Put(n.base.unwrap_or_default());
        steps.push(self.step(name, formula, &[outcome, Put(n.target), base], share));
    }

    /// The period that the share of time is of.
    pub fn span(&self) -> Period {
        match self.judged.rule {
            Rule::Level => self.one.case.promise.plan,
            _ => self.one.case.promise.period,
        }
    }

    /// The months of that period.
    pub fn all_months(&self) -> f64 {
        (self.span().end() - self.span().start()) * 12.0
    }

    /// The period of the newest outcome that the status comes from.
    pub fn last_part(&self) -> Option<Period> {
        self.one.used().last().map(|outcome| outcome.period)
    }

    fn elapsed(&self, n: &Numbers) -> Option<Step> {
        let share = n.elapsed?;
        let all = self.all_months();
        let over = self.months(share * all);
        let name = ["时间进度（月）", "Share of time (months)"];
        let parts = [Words(&over), Plain(all.round())];
        Some(self.step(name, OVER, &parts, Percent(share)))
    }

    /// Months as they are counted: a day within one leaves days of that month.
    fn months(&self, months: f64) -> String {
        let whole = months.floor();
        let last = self.last_part();
        let part = last.map(|last| {
            (
                f64::from(last.days()[1].2),
                f64::from(last.last_month_length()),
            )
        });
        match part {
            _ if (months - months.round()).abs() < 1e-9 => self.plain(months.round()),
            Some((day, days)) if (whole + day / days - months).abs() < 1e-9 => {
                self.say(["({0} + {1} ÷ {2})"; 2], &[whole, day, days].map(Plain))
            }
            _ => self.plain(months),
        }
    }

    fn lead(&self, n: &Numbers) -> Option<Step> {
        let (share, elapsed) = (Percent(n.share?), Percent(n.elapsed?));
        // A ceiling is kept by using less of it than of the time.
        let parts = if self.is_ceiling() {
            [elapsed, share]
        } else {
            [share, elapsed]
        };
        Some(self.step(["进度差", "Lead"], MINUS, &parts, Lead(n.pace?)))
    }

    /// Whether it is a sum that must not grow beyond its target. What is to be taken away, a sum below
    /// nothing, is done like anything else.
    pub fn is_ceiling(&self) -> bool {
        let is_limit = self.judged.numbers.is_some_and(|n| n.target >= 0.0);
        is_limit && self.side == Side::Below && self.judged.rule == Rule::Sum
    }

    /// What remains, and where it leads to go on as so far.
    pub fn ahead(&self, n: &Numbers, steps: &mut Vec<Step>) {
        let Some(elapsed) = n.elapsed.filter(|elapsed| *elapsed < 1.0) else {
            return;
        };
        let needed = n.needed.filter(|_| self.is_open(n));
        steps.extend(needed.map(|needed| self.needed(n, needed, elapsed)));
        let projected = n.projected.filter(|_| self.judged.rule != Rule::Growth);
        steps.extend(projected.map(|end| self.projected(n, end, elapsed)));
    }

    /// Whether something remains to be done, or may still be used.
    pub fn is_open(&self, n: &Numbers) -> bool {
        n.gap < 0.0 && !self.is_ceiling() || n.gap > 0.0 && self.is_ceiling()
    }

    fn needed(&self, n: &Numbers, needed: f64, elapsed: f64) -> Step {
        let all = self.all_months() / 12.0;
        let left = (1.0 - elapsed) * all;
        if self.judged.rule == Rule::Growth {
            let [goal, done] = [self.factor(n.target), self.product()];
            let name = ["余期年均需增长", "Growth still needed a year"];
            let parts = [Words(&goal), Plain(all), Words(&done), Plain(left)];
            let formula = "({0}^{1} ÷ ({2}))^(1/{3}) − 1";
            return self.step(name, formula, &parts, Percent(needed));
        }
        let (name, time, result) = match self.judged.rule {
            Rule::Level => (yearly(n), left, Apart(needed.abs())),
            _ if self.is_ceiling() => (
                ["余期每月不超过", "At most a month from now"],
                left * 12.0,
                Amount(needed),
            ),
            _ => (
                ["余期每月需完成", "Still needed a month"],
                left * 12.0,
                Amount(needed),
            ),
        };
        // A fall is said as one, and not as a rise below nothing.
        let formula = match self.judged.rule {
            Rule::Level if needed < 0.0 => "({1} − {0}) ÷ {2}",
            _ => "({0} − {1}) ÷ {2}",
        };
        let parts = [Put(n.target), Put(n.outcome), Plain(time)];
        self.step(name, formula, &parts, result)
    }

    fn projected(&self, n: &Numbers, end: f64, elapsed: f64) -> Step {
        let name = ["期末推算值", "In the end at this pace"];
        let all = self.all_months();
        let over = self.months(elapsed * all);
        let formula = match n.base {
            Some(_) => "{3} + ({0} − {3}) ÷ {1} × {2}",
            None => "{0} ÷ {1} × {2}",
        };
        let base = Put(n.base.unwrap_or_default());
        let parts = [Put(n.outcome), Words(&over), Plain(all.round()), base];
        let exact = self.write(Amount(end));
        let about = self.about(Amount(end), end, n.target);
        if about == exact {
            return self.step(name, formula, &parts, Words(&exact));
        }
        let both = [Bare(end), Words(&about)];
        let both = self.say(["{0}，即{1}", "{0}, that is {1}"], &both);
        self.step(name, formula, &parts, Words(&both))
    }

    /// Whether the number itself is not enough.
    pub fn is_strict(&self) -> bool {
        let bound = self.one.case.promise.bound;
        bound.is_some_and(|bound| matches!(bound.comparator, MoreThan | LessThan))
    }

    /// A number and what it is held against, and how they lie.
    pub fn compared(&self, value: f64, target: f64) -> String {
        let bound = self.one.case.promise.bound;
        let high = bound.and_then(|bound| bound.high);
        let is_strict = self.is_strict();
        let is_at = is_same(value, target);
        let (above, below) = (value > target && !is_at, value < target && !is_at);
        let [value, target] = [value, target].map(|number| number * self.scale);
        let shown = Plain(told_apart(value, &[target], 1e4));
        if let (Side::Within, Some(high)) = (self.side, high) {
            let high = high.value * self.scale;
            let is_in = !below && (value < high || is_same(value, high));
            let sign = Words(if is_in { "∈" } else { "∉" });
            let parts = [shown, sign, Plain(target), Plain(high)];
            return self.say(["{0} {1} [{2}, {3}]"; 2], &parts);
        }
        let sign = match self.side {
            Side::Above if is_strict && !above => "≤",
            Side::Below if is_strict && !below => "≥",
            Side::Above if !is_strict && !below => "≥",
            Side::Below if !is_strict && !above => "≤",
            Side::Within if is_at => "=",
            Side::Within => "≠",
            _ if above => ">",
            _ => "<",
        };
        self.say(["{0} {1} {2}"; 2], &[shown, Words(sign), Plain(target)])
    }
}

/// Which way a level must go from where it is, as the name of what is needed a year.
pub(super) const fn yearly(n: &Numbers) -> [&'static str; 2] {
    if n.target < n.outcome {
        ["余期年均需降低", "Fall needed a year"]
    } else {
        ["余期年均需提高", "Rise needed a year"]
    }
}
