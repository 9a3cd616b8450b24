//! Every line of the other methods, redone from its own printed numbers as with a pocket calculator.

use guatu::assess::{Assessed, Ledger, Rule};
use guatu::dataset::{Dataset, Lang};
use guatu::text::proof::{self, Body, Step};

use crate::sample::{outcome, with};

/// A formula that is read from the left; its rest.
struct Formula<'a>(&'a str);

impl Formula<'_> {
    fn value(text: &str) -> f64 {
        let plain = text.replace([' ', ',', '\u{202f}'], "");
        let mut formula = Formula(&plain);
        let value = formula.sum();
        assert_eq!(formula.0, "", "the rest of {text}");
        value
    }

    fn takes(&mut self, sign: char) -> bool {
        let rest = self.0.strip_prefix(sign);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            if self.takes('+') {
                value += self.product();
            } else if self.takes('−') {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.power();
        loop {
            if self.takes('×') {
                value *= self.power();
            } else if self.takes('÷') || self.takes('/') {
                value /= self.power();
            } else {
                return value;
            }
        }
    }

    fn power(&mut self) -> f64 {
        let value = self.number();
        if self.takes('^') {
            return value.powf(self.number());
        }
        value
    }

    fn number(&mut self) -> f64 {
        let sign = if self.takes('−') { -1.0 } else { 1.0 };
        let size = if self.takes('(') {
            let value = self.sum();
            assert!(self.takes(')'), "no end of the bracket at {}", self.0);
            value
        } else {
            let is_digit = |c: char| c.is_ascii_digit() || c == '.';
            let end = self.0.find(|c| !is_digit(c)).unwrap_or(self.0.len());
            let (digits, rest) = self.0.split_at(end);
            self.0 = rest;
            digits.parse().expect("a number")
        };
        let size = if self.takes('%') { size / 100.0 } else { size };
        sign * size
    }
}

/// What one is in the last digit that a line writes at least; zeros at the end are not printed.
fn last_digit(step: &Step) -> f64 {
    match step.name {
        "增速比" | "Ratio" => 1e-3,
        "目前指数"
        | "目标指数"
        | "Index so far"
        | "Index at the target"
        | "实际年均增速"
        | "所需年均增速"
        | "Observed growth"
        | "Required growth" => 1e-6,
        _ => 1e-4,
    }
}

fn is_redone(step: &Step, tolerance: f64) {
    let apart = (Formula::value(&step.formula) - Formula::value(&step.result)).abs();
    let line = step.line();
    assert!(apart <= last_digit(step) * tolerance, "{line}: {apart} off");
}

/// The lines of the other methods on a card: all formulas but those of the rule, which come first.
fn others(data: &Dataset, one: &Assessed, lang: Lang) -> Vec<Step> {
    let lines = proof::proof(data, one, &[], lang).lines.into_iter();
    let steps = lines.filter_map(|line| match line.body {
        Body::Steps(steps) if line.head.is_empty() => Some(steps),
        _ => None,
    });
    steps.flatten().collect()
}

#[test]
fn each_line_of_the_other_methods_follows_from_its_printed_numbers() {
    let mut redone = 0;
    for step in 0..12_u32 {
        let moved = |from: f64, by: f64| format!("{:.2}", from + by * f64::from(step));
        let base = |indicator: &str, value: &str, unit: &str| {
            outcome(indicator, "2020", "actual", value, unit)
        };
        let then = |indicator: &str, value: f64, by: f64, unit: &str| {
            outcome(indicator, "2022", "actual", &moved(value, by), unit)
        };
        let data = with(&[
            then("retail-sales", 561.0, 83.7, "yuan-100m"),
            base("doctors-per-1k", "6.1", "person"),
            then("doctors-per-1k", 6.11, 0.07, "person"),
            base("surveyed-unemployment", "6.8", "percent"),
            then("surveyed-unemployment", 6.79, -0.11, "percent"),
            base("green-cover", "40.02", "percent"),
            then("green-cover", 40.05, 0.13, "percent"),
            outcome("gdp-growth", "2021", "actual", &moved(5.3, 0.31), "percent"),
            outcome("gdp-growth", "2022", "actual", "4.1", "percent"),
        ]);
        for one in Ledger::new(&data).iter(&data) {
            // An index is itself rounded to six decimals before a line goes on with it.
            let tolerance = match one.assessment.judgement.rule {
                Rule::Growth => 1.01,
                _ => 0.51,
            };
            for lang in [Lang::Zh, Lang::En] {
                for step in others(&data, &one, lang) {
                    is_redone(&step, tolerance);
                    redone += 1;
                }
            }
        }
    }
    assert!(redone > 500, "only {redone} lines");
}
