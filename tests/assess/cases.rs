//! Cases in few words.

use guatu::assess::{
    Assessment, Bound, Case, Number, Outcome, Promise, Rule, Status, Words, assess,
};
use guatu::dataset::{Comparator, Direction, Kind, Measure, Period};

pub fn period(text: &str) -> Period {
    Period::parse(text).expect("a period")
}

/// A number and half of its last digit, as it is printed.
pub fn printed(text: &str) -> Number {
    let decimals = text.split_once('.').map_or(0, |(_, digits)| digits.len());
    let half = 0.5 * 10_f64.powi(-i32::try_from(decimals).expect("few digits"));
    Number::new(text.parse().expect("a number"), half)
}

/// A target of a plan: "2020" is a year's, "2021/2025: 2025" a level at the end of a plan.
pub fn target(when: &str, measure: Measure, direction: Direction, bound: &str) -> Promise {
    let (plan, own) = when.split_once(": ").unwrap_or((when, when));
    let sign = bound.trim_end_matches(|c: char| c.is_ascii_digit() || ".-–".contains(c));
    let (low, high) = match bound[sign.len()..].split_once('–') {
        Some((low, high)) => (low, Some(high)),
        None => (&bound[sign.len()..], None),
    };
    Promise {
        bound: (!low.is_empty()).then(|| Bound {
            comparator: comparator(sign),
            low: printed(low),
            high: high.map(printed),
        }),
        period: period(own),
        plan: period(plan),
        measure,
        direction,
    }
}

pub fn comparator(sign: &str) -> Comparator {
    if sign.is_empty() {
        Comparator::Equal
    } else {
        Comparator::parse(sign).expect("a sign")
    }
}

/// An outcome, as `2020 actual >12.5`.
pub fn outcome(text: &str) -> Outcome {
    let mut words = text.split(' ');
    let mut next = || words.next().expect("a word");
    let (when, kind, value) = (next(), next(), next());
    let sign = value.trim_end_matches(|c: char| c.is_ascii_digit() || ".-".contains(c));
    let number = &value[sign.len()..];
    let said = match sign {
        "met" => Words::Met,
        "missed" => Words::Missed,
        _ => Words::Other,
    };
    Outcome {
        row: 1,
        period: period(when),
        kind: Kind::parse(kind).expect("a kind"),
        comparator: if number.is_empty() {
            Comparator::Equal
        } else {
            comparator(sign)
        },
        low: (!number.is_empty()).then(|| printed(number)),
        high: None,
        words: said,
        apart: None,
        share: None,
    }
}

/// Outcomes, the newest first, each with a row of its own.
pub fn outcomes(texts: &[&str]) -> Vec<Outcome> {
    (1..)
        .zip(texts)
        .map(|(row, text)| Outcome {
            row,
            ..outcome(text)
        })
        .collect()
}

pub fn case(promise: Promise, texts: &[&str]) -> Case {
    Case {
        promise,
        outcomes: outcomes(texts),
        base: None,
        contradicted: Vec::new(),
    }
}

pub fn from(base: &str, case: Case) -> Case {
    Case {
        base: Some(Outcome {
            row: 99,
            ..outcome(base)
        }),
        ..case
    }
}

pub fn is(assessed: &Assessment, rule: Rule, status: Status) {
    let judged = &assessed.judgement;
    assert_eq!((judged.rule, judged.status), (rule, status), "{assessed:?}");
}

#[track_caller]
pub fn near(value: Option<f64>, expected: f64) {
    let value = value.expect("a number");
    assert!((value - expected).abs() < 6e-4, "{value} for {expected}");
}

/// A year's target and its outcome.
#[track_caller]
pub fn year(measure: Measure, direction: Direction, bound: &str, outcome: &str) -> Assessment {
    assess(&case(target("2020", measure, direction, bound), &[outcome]))
}
