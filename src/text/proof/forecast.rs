//! Where a target leads: to go on as so far, or with as much from now on as a reader asks for. Both are
//! arithmetic with an assumption that is said, and no forecast.

use crate::assess::{Assessed, Rest, Rule, Status};
use crate::dataset::{Dataset, Lang, Measure, decimal};

use super::super::{label, period};
use super::writer::Value::{Amount, Apart, Percent, Words};
use super::writer::{Writer, pick, places};

/// The words of a calculator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// Where it leads to go on as so far, with the assumption.
    pub goes_on: Option<String>,
    /// What the field asks for.
    pub question: &'static str,
    /// The unit of the number in the field.
    pub unit: String,
    /// What is needed, rounded to the side on which the target is reached.
    pub needed: String,
}

/// The calculator of a target; none where it makes no sense.
#[must_use]
pub fn forecast(data: &Dataset, one: &Assessed, lang: Lang) -> Option<Forecast> {
    let rest = Rest::of(&one.case, &one.assessment.judgement)?;
    let target = data.observation(one.target)?;
    let writer = Writer::new(&target, one, lang);
    let (unit, scale) = writer.pace(&rest);
    let question = match rest.rule {
        Rule::Sum => ["若今后每月完成", "If from now on each month brings"],
        Rule::Level => ["若今后每年变动", "If from now on each year changes it by"],
        _ => ["若今后每年增长", "If from now on it grows each year by"],
    };
    Some(Forecast {
        goes_on: writer.goes_on(&rest),
        question: writer.word(question),
        unit,
        needed: writer.start(&rest, scale),
    })
}

const WRONG: [&str; 2] = [
    "请填一个数，例如 20 或 1.5。",
    "Enter a number, such as 20 or 1.5.",
];
const BEYOND: [&str; 2] = [
    "这个数算不出期末数，请改小一些；增速须大于 −100%。",
    "This number leads nowhere: try a smaller one. A growth must be more than −100%.",
];

/// What follows from a number in the field: the status in the end, and a sentence.
///
/// # Errors
/// A sentence that says what is wrong with the number.
pub fn answer(
    data: &Dataset,
    one: &Assessed,
    typed: &str,
    lang: Lang,
) -> Result<(Status, String), &'static str> {
    let wrong = pick(WRONG, lang);
    let beyond = pick(BEYOND, lang);
    let rest = Rest::of(&one.case, &one.assessment.judgement).ok_or(wrong)?;
    let target = data.observation(one.target).ok_or(wrong)?;
    let writer = Writer::new(&target, one, lang);
    let (_, scale) = writer.pace(&rest);
    let pace = number(typed).ok_or(wrong)? / scale;
    let end = rest
        .end(pace)
        .filter(|end| is_readable(end * scale))
        .ok_or(beyond)?;
    let status = rest.status(end);
    Ok((status, writer.ends(&rest, end, status)))
}

/// A number as people type it: with a true minus, full-width digits, or digits in groups.
fn number(typed: &str) -> Option<f64> {
    let plain = typed.chars().filter_map(|c| match c {
        '−' | '－' | '–' => Some('-'),
        '．' | '。' => Some('.'),
        '%' | '％' => None,
        '，' => Some(','),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        c if c.is_whitespace() => None,
        c => Some(c),
    });
    let plain: String = plain.collect();
    // A comma parts groups of three digits: 1,5 is one and a half to some readers, and 15 to none.
    let mut groups = plain.split(',').skip(1);
    let whole = |group: &str| {
        group
            .split('.')
            .next()
            .is_some_and(|whole| whole.len() == 3)
    };
    let plain = groups.all(whole).then(|| plain.replace(',', ""))?;
    decimal(plain.strip_prefix('+').unwrap_or(&plain))
}

/// Whether a number has so few digits that it can be read.
fn is_readable(value: f64) -> bool {
    value.is_finite() && value.abs() < 1e15
}

impl Writer<'_> {
    /// What the field starts with: what is needed, in as many decimals as are shown, and so rounded that the
    /// target is reached; nothing where nothing is left to be done or to be used.
    fn start(&self, rest: &Rest<'_>, scale: f64) -> String {
        let exact = rest.needed * scale;
        let places = places(exact);
        let nearest = (exact * places).round();
        let better = if rest.is_upward() { 1.0 } else { -1.0 };
        let reaches = |steps: &f64| {
            let end = rest.end(steps / places / scale);
            end.is_some_and(|end| rest.status(end) == Status::Met)
        };
        let is_open = self.judged.numbers.is_some_and(|n| self.is_open(&n));
        let is_done = rest.rule != Rule::Growth && !is_open;
        if is_done && (self.is_ceiling() || reaches(&0.0)) {
            return "0".to_owned();
        }
        let steps = [nearest, nearest + better, nearest + 2.0 * better];
        let first = steps.into_iter().find(reaches).unwrap_or(nearest);
        super::super::number::bare(first / places)
    }

    /// The unit of a pace, and what base units are multiplied by to be in it: of a level that is a rate
    /// points, of a growth percent.
    fn pace(&self, rest: &Rest<'_>) -> (String, f64) {
        let unit = self.target.unit.map(|unit| &*unit.id);
        let is_points = unit == Some("percent") && self.target.indicator.measure != Measure::Growth;
        match rest.rule {
            Rule::Growth => ("%".to_owned(), 100.0),
            Rule::Level if is_points => (self.point().trim_start().to_owned(), self.scale),
            _ => (self.unit.clone(), self.scale),
        }
    }

    fn goes_on(&self, rest: &Rest<'_>) -> Option<String> {
        let end = rest.projected?;
        let ends = self.ends(rest, end, rest.status(end));
        let words = match rest.rule {
            Rule::Growth => [
                "按当前进度推算，{0}假设：余下各年保持目前的年均增速；仅为推算，不是预测。",
                "If it goes on like this, {0} Assumed: the years that remain grow as those so far did on average. It is no forecast.",
            ],
            _ => [
                "按当前进度推算，{0}假设：余下时间保持目前的平均速度，逐月均匀；仅为推算，不是预测。",
                "If it goes on like this, {0} Assumed: an even pace, as it was on average so far. It is no forecast.",
            ],
        };
        Some(self.say(words, &[Words(&ends)]))
    }

    /// What it comes to in the end: `到2020年末将达到200项，为目标的95.24%，届时判定为“未完成”。`
    fn ends(&self, rest: &Rest<'_>, end: f64, status: Status) -> String {
        let goal = self.judged.numbers.map_or(0.0, |numbers| numbers.target);
        let status = label::status(status).get(self.lang);
        let day = period::end(self.span().days()[1], self.lang);
        let against = match rest.rule {
            Rule::Sum if goal > 0.0 => {
                let share = Percent(end / goal);
                self.say(["为目标的{0}", "{0} of the target"], &[share])
            }
            _ => self.against(end - goal),
        };
        let about = self.about(Amount(end), end, goal);
        let (amount, words) = match rest.rule {
            Rule::Growth => (
                Percent(end),
                [
                    "到{0}年均增速将为{1}，{2}，届时判定为“{3}”。",
                    "by {0} it averages {1} a year, {2}; the status would be “{3}”.",
                ],
            ),
            _ => (
                Words(&about),
                [
                    "到{0}将达到{1}，{2}，届时判定为“{3}”。",
                    "by {0} it comes to {1}, {2}; the status would be “{3}”.",
                ],
            ),
        };
        let parts = [Words(&day), amount, Words(&against), Words(status)];
        self.say(words, &parts)
    }

    /// How far over or under the target it ends.
    fn against(&self, over: f64) -> String {
        let gap = self.about(Apart(over.abs()), over.abs(), 0.0);
        let words = if gap == self.write(Apart(0.0)) {
            ["与目标持平", "level with the target"]
        } else if over > 0.0 {
            ["比目标高{0}", "{0} above the target"]
        } else {
            ["比目标低{0}", "{0} below the target"]
        };
        self.say(words, &[Words(&gap)])
    }
}
