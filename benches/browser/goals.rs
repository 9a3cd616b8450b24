//! The goals, and by how much each is met or missed in this run.

use std::fmt::Write as _;

use crate::record::Record;

/// What is compared.
#[derive(Clone, Copy)]
enum Of {
    Median,
    Late,
    Bytes,
}

impl Of {
    fn number(self, record: &Record) -> Option<f64> {
        match self {
            Self::Median => Some(record.median_ms),
            Self::Late => Some(record.p95_ms),
            Self::Bytes => record.bytes_per_row,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Median => "median",
            Self::Late => "95th percentile",
            Self::Bytes => "bytes a row",
        }
    }
}

/// What ours must not be above.
#[derive(Clone, Copy)]
enum Limit {
    /// This number.
    Plain(f64),
    /// The number of another engine, divided by this.
    Share(&'static str, f64),
}

/// Work, rows, what is compared, and the limit; records of another set are left out.
type Goal = (&'static str, u32, Of, Limit);

const GOALS: &[Goal] = &[
    (
        "facet",
        1_000_000,
        Of::Median,
        Limit::Share("crossfilter2", 20.0),
    ),
    (
        "facet",
        1_000_000,
        Of::Median,
        Limit::Share("duckdb-wasm", 25.0),
    ),
    (
        "facet",
        1_000_000,
        Of::Late,
        Limit::Share("crossfilter2", 10.0),
    ),
    ("facet", 10_000_000, Of::Median, Limit::Plain(16.7)),
    ("facet", 1_000_000, Of::Bytes, Limit::Plain(20.0)),
    (
        "open",
        1_000_000,
        Of::Median,
        Limit::Share("duckdb-wasm", 2.0),
    ),
    (
        "open",
        1_000_000,
        Of::Median,
        Limit::Share("crossfilter2", 2.0),
    ),
    ("line", 1_000_000, Of::Median, Limit::Share("uplot", 2.0)),
    ("bars", 300, Of::Median, Limit::Share("echarts", 4.0)),
    ("start", 557, Of::Median, Limit::Share("echarts", 2.0)),
];

/// A line for each goal that this run can tell of.
pub fn written(records: &[Record]) -> String {
    let mut lines = String::new();
    for goal in GOALS {
        if let Some((ours, limit)) = numbers(records, goal) {
            let (work, rows, of, limited) = goal;
            let by = match limited {
                Limit::Plain(limit) => limit.to_string(),
                Limit::Share(engine, share) => format!("1/{share} of {engine}'s"),
            };
            let verdict = if ours <= limit {
                "met".to_owned()
            } else {
                format!("MISSED by a factor of {:.2}", ours / limit)
            };
            // Text is written to memory, which does not fail.
            let _ = writeln!(
                lines,
                "goal: {work}, {rows} rows, {} at most {by}: {ours:.3} of {limit:.3}, {verdict}",
                of.name()
            );
        }
    }
    lines
}

/// Our number and its limit, where both were measured.
fn numbers(records: &[Record], (work, rows, of, limit): &Goal) -> Option<(f64, f64)> {
    let number = |engine: &str| {
        let mut all = records.iter().filter(|record| record.set.is_none());
        let record = all.find(|one| one.work == *work && one.rows == *rows && one.engine == engine);
        of.number(record?)
    };
    let limit = match limit {
        Limit::Plain(limit) => *limit,
        Limit::Share(engine, share) => number(engine)? / share,
    };
    Some((number("guatu")?, limit))
}
