//! What the other methods make of a target of several years, with their formulas.

use crate::assess::{Others, Rule, Track, Way};

use super::super::method;
use super::steps::WAY;
use super::writer::{Step, Writer};

/// Another method and what it says.
pub(super) struct Other {
    /// Its name.
    pub name: &'static str,
    /// What it says, where it comes from, and where its bands lie.
    pub words: String,
    /// Its formulas with the numbers put in; none where it is not defined.
    pub steps: Vec<Step>,
}

/// The names, origins and bands of the methods.
const METHODS: [[[&str; 2]; 2]; 3] = [
    [
        ["增速比", "Growth ratio"],
        [
            "{0}。加拿大统计局、Open SDG：≥ 0.95 如期，≥ 0.6 接近，≥ 0 过慢，< 0 方向相反。",
            "{0}. Statistics Canada, Open SDG: ≥ 0.95 on track, ≥ 0.6 nearly, ≥ 0 too slow, < 0 wrong direction.",
        ],
    ],
    [
        ["外推", "Extrapolation"],
        [
            "{0}。联合国进展图、Eustat：≥ 95% 如期，≥ 10% 过慢，< 10% 方向相反。",
            "{0}. UN progress chart, Eustat: ≥ 95% on track, ≥ 10% too slow, < 10% wrong direction.",
        ],
    ],
    [
        ["趋势", "Projection"],
        [
            "{0}。德国可持续发展指标：< 5% 或已达到为如期，≤ 20% 接近，> 20% 过慢；变动背离目标为方向相反。",
            "{0}. German weather symbols: < 5% or reached is on track, ≤ 20% nearly, > 20% too slow; a change away from the target is the wrong direction.",
        ],
    ],
];
const UNDEFINED: [&str; 2] = [
    "基数为零或正负相变，无定义",
    "not defined for a base of zero or a change of sign",
];
const END: [&str; 2] = ["期末数", "In the end"];

impl Writer<'_> {
    /// The other methods; none where only the rule applies.
    pub fn others(&self) -> Vec<Other> {
        let Some(others) = self.one.assessment.others else {
            return Vec::new();
        };
        let Others {
            way,
            ratio,
            extrapolation,
            projection,
        } = others;
        let steps = [
            self.ratio(&way, ratio),
            self.extrapolation(&way, extrapolation),
            self.projection(&way, projection),
        ];
        let results = [ratio, extrapolation, projection];
        let said = METHODS.into_iter().zip(results).zip(steps);
        said.map(|(([name, words], result), steps)| {
            let track = result.map(|(_, track)| method::track(track, self.lang));
            Other {
                name: self.word(name),
                words: self.say(words, &[track.unwrap_or(self.word(UNDEFINED))]),
                steps: steps.unwrap_or_default(),
            }
        })
        .collect()
    }

    fn ratio(&self, way: &Way, result: Option<(f64, Track)>) -> Option<Vec<Step>> {
        let (ratio, _) = result?;
        let (observed, required) = way.rates()?;
        let [base, now, target] = [way.base, way.now, way.target].map(|value| self.value(value));
        let rate = |name: [&'static str; 2], value: &str, years: f64, rate: f64| {
            let parts: &[&str] = &[value, &base, &self.plain(years)];
            self.step(name, "({0} ÷ {1})^(1/{2}) − 1", parts, self.percent(rate))
        };
        let observed = rate(
            ["实际年均增速", "Observed growth"],
            &now,
            way.over,
            observed,
        );
        let required = rate(
            ["所需年均增速", "Required growth"],
            &target,
            way.all,
            required,
        );
        let ratio = self.plain((ratio * 1e3).round() / 1e3);
        let parts: &[&str] = &[&observed.result, &required.result];
        let ratio = self.step(["增速比", "Ratio"], "{0} ÷ {1}", parts, ratio);
        let mut steps = self.indices(way);
        steps.extend([observed, required, ratio]);
        Some(steps)
    }

    fn extrapolation(&self, way: &Way, result: Option<(f64, Track)>) -> Option<Vec<Step>> {
        let (covered, _) = result?;
        let (observed, _) = way.rates()?;
        let [base, target] = [way.base, way.target].map(|value| self.value(value));
        let end = self.result(way.base * (1.0 + observed).powf(way.all));
        let grown: &[&str] = &[&base, &self.percent(observed), &self.plain(way.all)];
        let share: &[&str] = &[&end, &base, &target];
        let covered = self.percent(covered);
        Some(vec![
            self.step(END, "{0} × (1 + {1})^{2}", grown, end.clone()),
            self.step(WAY, "({0} − {1}) ÷ ({2} − {1})", share, covered),
        ])
    }

    fn projection(&self, way: &Way, result: Option<(f64, Track)>) -> Option<Vec<Step>> {
        let (missed, _) = result?;
        let (earlier, change) = (way.earlier?, way.change()?);
        let [now, target, before] =
            [way.now, way.target, earlier.value].map(|value| self.value(value));
        let left = way.all - way.over;
        let end = self.result(way.now + change * left);
        let yearly = self.result(change);
        let mean: &[&str] = &[&now, &before, &self.plain(earlier.years)];
        let carried: &[&str] = &[&now, &yearly, &self.plain(left)];
        let rest: &[&str] = &[&target, &end, &now];
        let name = ["余下部分仍差", "Share of the rest missed"];
        Some(vec![
            self.step(
                ["年均变动", "Change a year"],
                "({0} − {1}) ÷ {2}",
                mean,
                yearly.clone(),
            ),
            self.step(END, "{0} + {1} × {2}", carried, end.clone()),
            self.step(
                name,
                "({0} − {1}) ÷ ({0} − {2})",
                rest,
                self.percent(missed),
            ),
        ])
    }

    /// Rates as the indices that the methods go by.
    fn indices(&self, way: &Way) -> Vec<Step> {
        if self.judged.rule != Rule::Growth {
            return Vec::new();
        }
        let target = self
            .one
            .case
            .promise
            .bound
            .map_or(0.0, |bound| bound.low.value);
        let goal: &[&str] = &[&self.factor(target), &self.plain(way.all)];
        let now = self.product(&self.parts());
        vec![
            self.step(["迄今指数", "Index so far"], &now, &[], self.value(way.now)),
            self.step(
                ["目标指数", "Index at the target"],
                "{0}^{1}",
                goal,
                self.value(way.target),
            ),
        ]
    }

    /// A value of the way: of a level as printed, of an index with four decimals.
    fn value(&self, value: f64) -> String {
        if self.judged.rule == Rule::Growth {
            return self.plain((value * 1e4).round() / 1e4);
        }
        self.put(value)
    }

    /// A value that came out of a formula.
    fn result(&self, value: f64) -> String {
        if self.judged.rule == Rule::Growth {
            return self.value(value);
        }
        self.bare(value)
    }
}
