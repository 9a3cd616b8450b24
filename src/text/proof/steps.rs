//! The formulas of a proof, with the numbers put in, in the order in which they are worked out.

use crate::assess::{Numbers, Outcome, Rule, Side, Status, is_same};
use crate::dataset::Comparator::{LessThan, MoreThan};
use crate::dataset::Period;

use super::writer::{Step, Writer};

const MINUS: &str = "{0} − {1}";
const OVER: &str = "{0} ÷ {1}";
pub(super) const DONE: [&str; 2] = ["完成份额", "Share done"];
pub(super) const WAY: [&str; 2] = ["走完份额", "Share of the way"];

impl Writer<'_> {
    /// The formulas from the printed numbers to what the status is decided by.
    pub fn steps(&self, n: &Numbers) -> Vec<Step> {
        let mut steps: Vec<Step> = self.together(n).into_iter().collect();
        match self.judged.rule {
            Rule::Sum | Rule::Level if n.share.is_some() => {
                steps.extend(self.share(n));
                steps.extend(self.elapsed(n));
                steps.extend(self.lead(n));
            }
            _ => steps.push(self.difference(n)),
        }
        steps
    }

    /// How several outcomes come to one number.
    fn together(&self, n: &Numbers) -> Option<Step> {
        if self.judged.is_average {
            let over = self.last_part()?.end() - self.span().start();
            let [factors, count] = [self.product(), self.plain(over)];
            let name = ["迄今年均增速", "Average growth so far"];
            let rate = self.percent(n.outcome);
            return Some(self.step(name, "({0})^(1/{1}) − 1", &[&factors, &count], rate));
        }
        let parts = self.parts();
        let sum: Vec<String> = parts.iter().map(|part| self.put(*part)).collect();
        let all = self.amount(n.outcome);
        (parts.len() > 1).then(|| self.step(["累计", "Sum"], &sum.join(" + "), &[], all))
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
            Some(format!("{factor}^{}", self.plain(years)))
        };
        let factors: Vec<String> = self.outcomes().filter_map(factor).collect();
        factors.join(" × ")
    }

    /// By how much the outcome is better than the target.
    fn difference(&self, n: &Numbers) -> Step {
        let outcome = match self.judged.parts.as_slice() {
            [_] => self.put(n.outcome),
            _ => self.bare(n.outcome),
        };
        let target = self.put(n.target);
        let (more, less, gap) = match self.side {
            Side::Below => (target, outcome, n.gap),
            Side::Above => (outcome, target, n.gap),
            Side::Within => (outcome, target, n.outcome - n.target),
        };
        self.step(["差距", "Gap"], MINUS, &[&more, &less], self.gap(gap))
    }

    fn share(&self, n: &Numbers) -> Vec<Step> {
        let Some(share) = n.share.map(|share| self.percent(share)) else {
            return Vec::new();
        };
        let (target, outcome) = (self.put(n.target), self.put(n.outcome));
        if let Some(implied) = n.implied {
            let printed = self.say(["{0}（文件所列）", "{0} (printed)"], &[&share]);
            let name = ["推算全部任务", "Whole task implied"];
            let whole = self.step(name, OVER, &[&outcome, &share], self.amount(implied));
            return vec![self.step(DONE, "", &[], printed), whole];
        }
        let base = n.base.map(|base| self.put(base)).unwrap_or_default();
        let (name, formula) = match n.base {
            Some(_) => (WAY, "({0} − {2}) ÷ ({1} − {2})"),
            None => (DONE, OVER),
        };
        vec![self.step(name, formula, &[&outcome, &target, &base], share)]
    }

    /// The period that the share of time is of.
    pub fn span(&self) -> Period {
        match self.judged.rule {
            Rule::Level => self.one.case.promise.plan,
            _ => self.one.case.promise.period,
        }
    }

    /// The period of the newest outcome that the status comes from.
    pub fn last_part(&self) -> Option<Period> {
        self.outcomes().last().map(|outcome| outcome.period)
    }

    pub fn elapsed(&self, n: &Numbers) -> Option<Step> {
        let share = n.elapsed?;
        let all = (self.span().end() - self.span().start()) * 12.0;
        let [over, all] = [self.months(share * all), self.plain(all.round())];
        let name = ["时间份额（月）", "Share of time (months)"];
        Some(self.step(name, OVER, &[&over, &all], self.percent(share)))
    }

    /// Months as they are counted: a day within one leaves days of that month.
    pub fn months(&self, months: f64) -> String {
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
                let [whole, day, days] = [whole, day, days].map(|n| self.plain(n));
                self.say(["({0} + {1} ÷ {2})"; 2], &[&whole, &day, &days])
            }
            _ => self.plain(months),
        }
    }

    fn lead(&self, n: &Numbers) -> Option<Step> {
        let (share, elapsed) = (self.percent(n.share?), self.percent(n.elapsed?));
        // A ceiling is kept by using less of it than of the time.
        let (more, less) = if self.is_ceiling() {
            (elapsed, share)
        } else {
            (share, elapsed)
        };
        let name = ["进度差", "Lead"];
        Some(self.step(name, MINUS, &[&more, &less], self.points(n.pace?)))
    }

    /// Whether it is a sum that must not grow beyond its target.
    pub fn is_ceiling(&self) -> bool {
        self.side == Side::Below && self.judged.rule == Rule::Sum
    }

    /// What remains, and where it leads to go on as so far.
    pub fn ahead(&self, n: &Numbers) -> Vec<Step> {
        let Some(elapsed) = n.elapsed.filter(|elapsed| *elapsed < 1.0) else {
            return Vec::new();
        };
        let needed = n.needed.filter(|_| self.is_open(n));
        let needed = needed.map(|needed| self.needed(n, needed, elapsed));
        let projected = n.projected.filter(|_| self.judged.rule != Rule::Growth);
        let projected = projected.map(|end| self.projected(n, end));
        needed.into_iter().chain(projected).collect()
    }

    /// Whether something remains to be done, or may still be used.
    pub fn is_open(&self, n: &Numbers) -> bool {
        n.gap < 0.0 && !self.is_ceiling() || n.gap > 0.0 && self.is_ceiling()
    }

    fn needed(&self, n: &Numbers, needed: f64, elapsed: f64) -> Step {
        let [target, now] = [n.target, n.outcome].map(|value| self.put(value));
        let all = self.span().end() - self.span().start();
        let left = (1.0 - elapsed) * all;
        let (years, months) = (self.plain(left), self.plain(left * 12.0));
        if self.judged.rule == Rule::Growth {
            let [goal, done] = [self.factor(n.target), self.product()];
            let name = ["余下年均需增长", "Growth still needed a year"];
            let parts: &[&str] = &[&goal, &self.plain(all), &done, &years];
            return self.step(
                name,
                "({0}^{1} ÷ ({2}))^(1/{3}) − 1",
                parts,
                self.percent(needed),
            );
        }
        let (name, time, result) = match self.judged.rule {
            Rule::Level => (
                ["余下每年需变动", "Change still needed a year"],
                years,
                self.gap(needed),
            ),
            _ if self.is_ceiling() => (
                ["余下每月不超过", "At most a month from now"],
                months,
                self.amount(needed),
            ),
            _ => (
                ["余下每月需完成", "Still needed a month"],
                months,
                self.amount(needed),
            ),
        };
        self.step(name, "({0} − {1}) ÷ {2}", &[&target, &now, &time], result)
    }

    fn projected(&self, n: &Numbers, end: f64) -> Step {
        let name = ["照此速度的期末数", "In the end at this pace"];
        let all = (self.span().end() - self.span().start()) * 12.0;
        let over = self.months(n.elapsed.unwrap_or_default() * all);
        let (now, all) = (self.put(n.outcome), self.plain(all.round()));
        let base = n.base.map(|base| self.put(base)).unwrap_or_default();
        let formula = match n.base {
            Some(_) => "{3} + ({0} − {3}) ÷ {1} × {2}",
            None => "{0} ÷ {1} × {2}",
        };
        self.step(name, formula, &[&now, &over, &all, &base], self.amount(end))
    }

    /// Two numbers of a comparison, and how they lie.
    pub fn compared(&self, value: f64, target: f64) -> String {
        let bound = self.one.case.promise.bound;
        let is_strict = bound.is_some_and(|b| matches!(b.comparator, MoreThan | LessThan));
        let is_same = is_same(value, target);
        let (above, below) = (value > target && !is_same, value < target && !is_same);
        let sign = match self.side {
            Side::Above if is_strict && !above => "≤",
            Side::Below if is_strict && !below => "≥",
            Side::Above if !is_strict && !below => "≥",
            Side::Below if !is_strict && !above => "≤",
            Side::Within if is_same => "=",
            Side::Within => "≠",
            _ if above => ">",
            _ => "<",
        };
        let [value, target] = [value, target].map(|n| self.plain(rounded_to(n * self.scale)));
        self.say(["{0} {1} {2}"; 2], &[&value, sign, &target])
    }

    /// Whether a status is one that is read off the bands.
    pub const fn is_banded(status: Status) -> bool {
        matches!(
            status,
            Status::Ahead | Status::OnPace | Status::SlightlyBehind | Status::Behind
        )
    }
}

/// A number of a comparison: with all printed digits, and of a computed one as many as tell it apart.
fn rounded_to(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}
