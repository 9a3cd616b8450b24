//! The formulas of a proof, with the numbers put in.

use crate::assess::{Assessed, Judgement, Numbers, Rule, Side};
use crate::dataset::{Dataset, Lang, Observation};

use super::super::number;

/// What the formulas are written with.
pub(super) struct Writer<'a> {
    target: &'a Observation<'a>,
    judged: &'a Judgement,
    side: Side,
    /// What base units are multiplied by to be written, and the unit then.
    scale: f64,
    unit: String,
    lang: Lang,
}

impl<'a> Writer<'a> {
    /// For one target.
    pub fn new(target: &'a Observation<'a>, one: &'a Assessed, lang: Lang) -> Self {
        let judged = &one.assessment.judgement;
        let (scale, unit) = shown_in(target, judged.numbers.as_ref(), lang);
        Self {
            target,
            judged,
            side: one.case.promise.side(),
            scale,
            unit,
            lang,
        }
    }

    /// The gap on one line.
    pub fn short(&self, n: &Numbers) -> String {
        match (self.judged.rule, n.pace) {
            (Rule::Sum | Rule::Level | Rule::Growth, Some(pace)) => {
                points(pace * 100.0, "percent", self.lang)
            }
            _ => self.gap(n.gap),
        }
    }

    /// A number of base units without the name of its unit.
    fn bare(&self, value: f64) -> String {
        let number = number::plain(rounded(value * self.scale), self.lang);
        if value < 0.0 {
            format!("({number})")
        } else {
            number
        }
    }

    /// The same with its name.
    fn amount(&self, value: f64) -> String {
        let number = number::plain(rounded(value * self.scale), self.lang);
        joined(&number, &self.unit, self.lang)
    }

    /// A difference of two numbers: of rates in points.
    fn gap(&self, value: f64) -> String {
        let unit = self.target.unit;
        let unit = unit.filter(|unit| matches!(&*unit.id, "percent" | "per-mille"));
        match unit {
            Some(unit) => points(value / unit.factor, &unit.id, self.lang),
            None => self.amount(value),
        }
    }

    fn say(&self, zh: String, en: String) -> String {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// The formulas with the numbers put in.
    pub fn steps(&self, data: &Dataset, n: &Numbers) -> Vec<String> {
        let mut steps: Vec<String> = self.together(data, n).into_iter().collect();
        match self.judged.rule {
            Rule::Sum | Rule::Level => {
                steps.extend(self.share(n));
                steps.extend(n.elapsed.map(|elapsed| self.elapsed(elapsed)));
                steps.extend(self.lead(n));
            }
            _ => steps.push(self.difference(n)),
        }
        steps
    }

    /// How several outcomes come to one number.
    fn together(&self, data: &Dataset, n: &Numbers) -> Option<String> {
        let parts = self.judged.parts.iter();
        let parts: Vec<f64> = parts
            .filter_map(|row| data.observation(*row)?.base_value())
            .collect();
        let is_growth = self.judged.rule == Rule::Growth || is_average(&parts, n.outcome);
        if is_growth {
            let factors: Vec<String> = parts
                .iter()
                .map(|p| format!("(1 + {})", percent(*p, self.lang)))
                .collect();
            let (product, count) = (factors.join(" × "), parts.len());
            let rate = percent(n.outcome, self.lang);
            return Some(self.say(
                format!("迄今年均增速 = ({product})^(1/{count}) − 1 = {rate}"),
                format!("Average growth so far = ({product})^(1/{count}) − 1 = {rate}"),
            ));
        }
        (parts.len() > 1).then(|| {
            let parts: Vec<String> = parts.iter().map(|part| self.bare(*part)).collect();
            let (sum, all) = (parts.join(" + "), self.amount(n.outcome));
            self.say(
                format!("累计 = {sum} = {all}"),
                format!("Sum = {sum} = {all}"),
            )
        })
    }

    /// By how much the outcome is better than the target.
    fn difference(&self, n: &Numbers) -> String {
        let (target, outcome) = (self.bare(n.target), self.bare(n.outcome));
        let (more, less) = match self.side {
            Side::Below => (&target, &outcome),
            Side::Above | Side::Within => (&outcome, &target),
        };
        let gap = self.gap(match self.side {
            Side::Within => n.outcome - n.target,
            Side::Above | Side::Below => n.gap,
        });
        self.say(
            format!("差距 = {more} − {less} = {gap}"),
            format!("Gap = {more} − {less} = {gap}"),
        )
    }

    fn share(&self, n: &Numbers) -> Option<String> {
        let share = percent(n.share?, self.lang);
        let (target, outcome) = (self.bare(n.target), self.bare(n.outcome));
        if let Some(implied) = n.implied {
            let implied = self.amount(implied);
            return Some(self.say(
                format!("完成份额 = {share}（文件所列），推算全部任务 = {outcome} ÷ {share} = {implied}"),
                format!("Share done = {share} (printed); the whole task is then {outcome} ÷ {share} = {implied}"),
            ));
        }
        Some(match n.base.map(|base| self.bare(base)) {
            Some(base) => self.say(
                format!("走完份额 = ({outcome} − {base}) ÷ ({target} − {base}) = {share}"),
                format!("Share of the way = ({outcome} − {base}) ÷ ({target} − {base}) = {share}"),
            ),
            None => self.say(
                format!("完成份额 = {outcome} ÷ {target} = {share}"),
                format!("Share done = {outcome} ÷ {target} = {share}"),
            ),
        })
    }

    fn elapsed(&self, elapsed: f64) -> String {
        let plan = match self.judged.rule {
            Rule::Level => self
                .target
                .plan
                .map_or(self.target.period, |plan| plan.period),
            _ => self.target.period,
        };
        let years = plan.end() - plan.start();
        let share = percent(elapsed, self.lang);
        if plan.first_year() == plan.last_year() {
            // Months count as equal; a day within one leaves days.
            let months = elapsed * 12.0;
            let is_months = (months - months.round()).abs() < 1e-9;
            let (over, all, zh, en) = if is_months {
                (months.round(), 12.0, "个月", "months")
            } else {
                let days = days(plan.first_year());
                ((elapsed * days).round(), days, "天", "days")
            };
            return self.say(
                format!("时间份额 = {over}{zh} ÷ {all}{zh} = {share}"),
                format!("Share of time = {over} {en} ÷ {all} {en} = {share}"),
            );
        }
        let over = rounded(elapsed * years);
        self.say(
            format!("时间份额 = {over}年 ÷ {years}年 = {share}"),
            format!("Share of time = {over} years ÷ {years} years = {share}"),
        )
    }

    fn lead(&self, n: &Numbers) -> Option<String> {
        let (share, elapsed) = (percent(n.share?, self.lang), percent(n.elapsed?, self.lang));
        // A ceiling is kept by using less of it than of the time.
        let is_ceiling = self.side == Side::Below && self.judged.rule == Rule::Sum;
        let (more, less) = if is_ceiling {
            (elapsed, share)
        } else {
            (share, elapsed)
        };
        let lead = points(n.pace? * 100.0, "percent", self.lang);
        Some(self.say(
            format!("进度差 = {more} − {less} = {lead}"),
            format!("Lead = {more} − {less} = {lead}"),
        ))
    }

    /// What remains, and where it leads if nothing changes, with the assumption said.
    pub fn outlook(&self, n: &Numbers) -> Vec<String> {
        let is_open = n.elapsed.is_some_and(|elapsed| elapsed < 1.0) && n.gap < 0.0;
        let needed = n.needed.filter(|_| is_open);
        let needed = needed.map(|needed| match self.judged.rule {
            Rule::Sum => {
                let amount = self.amount(needed);
                self.say(
                    format!("余下时间平均每月需完成{amount}。"),
                    format!("The rest of the time needs {amount} a month."),
                )
            }
            Rule::Level => {
                let amount = self.gap(needed);
                self.say(
                    format!("余下时间平均每年需变动{amount}。"),
                    format!("The rest of the time needs a change of {amount} a year."),
                )
            }
            _ => {
                let rate = percent(needed, self.lang);
                self.say(
                    format!("余下年份年均需增长{rate}。"),
                    format!("The years that remain need a growth of {rate} a year."),
                )
            }
        });
        let projected = n.projected.filter(|_| n.elapsed.is_some_and(|e| e < 1.0));
        let projected = projected.map(|projected| {
            let end = match self.judged.rule {
                Rule::Growth => percent(projected, self.lang),
                _ => self.amount(projected),
            };
            self.say(
                format!("若以迄今的平均速度延续，到期末为{end}。此为匀速假设，不是预测。"),
                format!("If it goes on at the average pace so far, it ends at {end}. That assumes an even pace; it is no forecast."),
            )
        });
        needed.into_iter().chain(projected).collect()
    }
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

/// Whether several outcomes come to their average and not to their sum.
fn is_average(parts: &[f64], outcome: f64) -> bool {
    let sum: f64 = parts.iter().sum();
    parts.len() > 1 && (sum - outcome).abs() > 1e-9 * sum.abs()
}

/// Two decimals, or four for what is less than 1.
fn rounded(value: f64) -> f64 {
    let places = if value.abs() < 1.0 { 1e4 } else { 1e2 };
    (value * places).round() / places
}

/// A part of 1 as a percentage with one decimal; of rates two.
pub(super) fn percent(share: f64, lang: Lang) -> String {
    let value = (share * 1e4).round() / 1e2;
    format!("{}%", number::plain(value, lang))
}

/// A difference of rates.
fn points(value: f64, unit: &str, lang: Lang) -> String {
    let number = number::plain((value * 100.0).round() / 100.0, lang);
    match (unit, lang) {
        ("percent", Lang::Zh) => format!("{number}个百分点"),
        (_, Lang::Zh) => format!("{number}个千分点"),
        ("percent", Lang::En) => format!("{number} percentage points"),
        (_, Lang::En) => format!("{number} per mille points"),
    }
}

fn joined(number: &str, unit: &str, lang: Lang) -> String {
    match (unit, lang) {
        ("" | "%", _) | (_, Lang::Zh) => format!("{number}{unit}"),
        (_, Lang::En) => format!("{number} {unit}"),
    }
}

/// The days of a year.
const fn days(year: u16) -> f64 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    if is_leap { 366.0 } else { 365.0 }
}
