//! What the other methods make of a target of several years, with their formulas.

use crate::assess::{Rule, Track, Way, is_same};

use super::super::method;
use super::steps::WAY;
use super::writer::Value::{Index, Percent, Plain, Put, Words};
use super::writer::{Step, Value, Writer, to_places};

/// Another method and what it says.
pub(super) struct Other {
    /// Its name.
    pub name: &'static str,
    /// What it says, where it comes from, and where its bands lie.
    pub words: String,
    /// Its formulas with the numbers put in; none where it is not defined.
    pub steps: Vec<Step>,
}

/// Of a method its name, its origin with its bands, and why it may not be defined.
static METHODS: [[[&str; 2]; 3]; 3] = [
    [
        ["增速比", "Growth ratio"],
        [
            "{0}。加拿大统计局、Open SDG：≥ 0.95 如期，≥ 0.6 接近，≥ 0 过慢，< 0 方向相反。",
            "{0}. Statistics Canada, Open SDG: ≥ 0.95 on track, ≥ 0.6 nearly, ≥ 0 too slow, < 0 wrong direction.",
        ],
        RATES,
    ],
    [
        ["外推", "Extrapolation"],
        [
            "{0}。联合国进展图、Eustat：≥ 95% 如期，≥ 10% 过慢，< 10% 停滞或倒退。",
            "{0}. UN progress chart, Eustat: ≥ 95% on track, ≥ 10% too slow, < 10% stagnation or regression.",
        ],
        RATES,
    ],
    [
        ["趋势", "Projection"],
        [
            "{0}。德国可持续发展指标：< 5% 或已达到为如期，≤ 20% 接近，> 20% 过慢；变动背离目标为方向相反。",
            "{0}. German weather symbols: < 5% or reached is on track, ≤ 20% nearly, > 20% too slow; a change away from the target is the wrong direction.",
        ],
        [
            "已等于目标或缺少近五年的数值，不适用",
            "not defined: it is at the target already, or no figure of the last five years is known",
        ],
    ],
];
const RATES: [&str; 2] = [
    "基数为零或正负相变，不适用",
    "not defined for a base of zero or a change of sign",
];
const END: [&str; 2] = ["期末推算值", "In the end"];

impl Writer<'_> {
    /// The other methods; none where only the rule applies.
    pub fn others(&self) -> Vec<Other> {
        let Some(others) = self.one.assessment.others else {
            return Vec::new();
        };
        let way = &others.way;
        let results = [others.ratio, others.extrapolation, others.projection];
        let steps = [
            self.ratio(way, results[0]),
            self.extrapolation(way, results[1]),
            self.projection(way, results[2]),
        ];
        let mut said = Vec::new();
        for (words, (result, steps)) in METHODS.iter().zip(results.into_iter().zip(steps)) {
            let [name, words, undefined] = *words;
            let track = result.map(|(_, track)| method::track(track, self.lang));
            let track = Words(track.unwrap_or(self.word(undefined)));
            said.push(Other {
                name: self.word(name),
                words: self.say(words, &[track]),
                steps: steps.unwrap_or_default(),
            });
        }
        said
    }

    fn ratio(&self, way: &Way, result: Option<(f64, Track)>) -> Option<Vec<Step>> {
        let rate = match self.judged.rule {
            Rule::Growth => "{0}^(1/{2}) − 1",
            _ => "({0} ÷ {1})^(1/{2}) − 1",
        };
        let (ratio, _) = result?;
        let (observed, required) = way.rates()?;
        let (observed, required) = (observed * 1e2, required * 1e2);
        let required = kept(required, &|near| alike(observed / near, ratio, 1e3));
        let observed = kept(observed, &|near| alike(near / required, ratio, 1e3));
        let [observed, required] = [observed, required].map(|rate| self.plain(rate) + "%");
        let [observed, required] = [Words(&observed), Words(&required)];
        let (base, now, target) = (self.put(way.base), self.put(way.now), self.put(way.target));
        let mut steps = self.indices(way);
        steps.extend([
            self.step(
                ["实际年均增速", "Observed growth"],
                rate,
                &[now, base, Plain(way.over)],
                observed,
            ),
            self.step(
                ["所需年均增速", "Required growth"],
                rate,
                &[target, base, Plain(way.all)],
                required,
            ),
            self.step(
                ["增速比", "Ratio"],
                "{0} ÷ {1}",
                &[observed, required],
                Plain(to_places(ratio, 1e3)),
            ),
        ]);
        Some(steps)
    }

    fn extrapolation(&self, way: &Way, result: Option<(f64, Track)>) -> Option<Vec<Step>> {
        let (covered, _) = result?;
        let (observed, _) = way.rates()?;
        let (base, now, target) = (self.put(way.base), self.put(way.now), self.put(way.target));
        let end = way.base * (1.0 + observed).powf(way.all);
        let share = |end: f64| (end - way.base) / (way.target - way.base);
        let end = self.end(end, &|end| alike(share(end), covered, 1e4));
        let formula = match self.judged.rule {
            Rule::Growth => "{1}^({2}/{3})",
            _ => "{0} × ({1} ÷ {0})^({2}/{3})",
        };
        let grown = [base, now, Plain(way.all), Plain(way.over)];
        Some(vec![
            self.step(END, formula, &grown, end),
            self.step(
                WAY,
                "({0} − {1}) ÷ ({2} − {1})",
                &[end, base, target],
                Percent(covered),
            ),
        ])
    }

    fn projection(&self, way: &Way, result: Option<(f64, Track)>) -> Option<Vec<Step>> {
        let (missed, _) = result?;
        let (earlier, change) = (way.earlier?, way.change()?);
        let (now, target) = (self.put(way.now), self.put(way.target));
        let left = way.all - way.over;
        let share = |end: f64| (way.target - end) / (way.target - way.now);
        let end = self.end(way.now + change * left, &|end| {
            alike(share(end), missed, 1e4)
        });
        let earlier = [self.put(earlier.value), Plain(earlier.years)];
        let [before, years] = earlier;
        Some(vec![
            self.step(
                END,
                "{0} + ({0} − {1}) ÷ {2} × {3}",
                &[now, before, years, Plain(left)],
                end,
            ),
            self.step(
                ["余下部分仍差", "Share of the rest missed"],
                "({0} − {1}) ÷ ({0} − {2})",
                &[target, end, now],
                Percent(missed),
            ),
        ])
    }

    /// Rates as the indices that the methods go by.
    fn indices(&self, way: &Way) -> Vec<Step> {
        if self.judged.rule != Rule::Growth {
            return Vec::new();
        }
        let target = self.judged.numbers.map_or(0.0, |numbers| numbers.target);
        let (goal, now) = (self.factor(target), self.product());
        let goal = [Words(&goal), Plain(way.all)];
        vec![
            self.step(
                ["目前指数", "Index so far"],
                "{0}",
                &[Words(&now)],
                Index(way.now),
            ),
            self.step(
                ["目标指数", "Index at the target"],
                "{0}^{1}",
                &goal,
                Index(way.target),
            ),
        ]
    }

    /// A value of the way: of a level as printed, of an index with six decimals.
    fn put(&self, value: f64) -> Value<'static> {
        match self.judged.rule {
            Rule::Growth => Index(value),
            _ => Put(value),
        }
    }

    /// A value that came out of a formula, with the decimals that redo the next line.
    fn end(&self, end: f64, redoes: &dyn Fn(f64) -> bool) -> Value<'static> {
        let scale = match self.judged.rule {
            Rule::Growth => 1.0,
            _ => self.scale,
        };
        self.put(kept(end * scale, &|near| redoes(near / scale)) / scale)
    }
}

/// A number as it is written: with four decimals, and up to six where the next line needs them to come out.
fn kept(value: f64, redoes: &dyn Fn(f64) -> bool) -> f64 {
    let rounded = [1e4, 1e5].map(|parts| to_places(value, parts));
    let enough = rounded.into_iter().find(|near| redoes(*near));
    enough.unwrap_or_else(|| to_places(value, 1e6))
}

/// Whether two numbers are written alike with so many parts of 1.
fn alike(one: f64, other: f64, parts: f64) -> bool {
    is_same(to_places(one, parts), to_places(other, parts))
}
