//! The goals, and by how much each is met or missed in this run.

use std::fmt::Write as _;

use crate::record::Record;

/// What is compared.
#[derive(Clone, Copy)]
enum Of {
    Median,
    Late,
    Longest,
    Bytes,
}

impl Of {
    fn number(self, record: &Record) -> Option<f64> {
        match self {
            Self::Median => Some(record.median_ms),
            Self::Late => record.p95_ms,
            Self::Longest => Some(record.max_ms),
            Self::Bytes => record.bytes_per_row,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Median => "median",
            Self::Late => "95th percentile",
            Self::Longest => "longest",
            Self::Bytes => "bytes a row beyond the text",
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

/// Work, rows where the work has several sizes, what is compared, and the limit; records of another set are left
/// out.
type Goal = (&'static str, Option<u32>, Of, Limit);

const MILLION: Option<u32> = Some(1_000_000);

const GOALS: &[Goal] = &[
    (
        "facet",
        MILLION,
        Of::Median,
        Limit::Share("crossfilter2", 20.0),
    ),
    (
        "facet",
        MILLION,
        Of::Median,
        Limit::Share("duckdb-wasm", 25.0),
    ),
    (
        "facet",
        MILLION,
        Of::Late,
        Limit::Share("crossfilter2", 10.0),
    ),
    ("facet", Some(10_000_000), Of::Median, Limit::Plain(16.7)),
    ("open", MILLION, Of::Bytes, Limit::Plain(20.0)),
    (
        "open",
        MILLION,
        Of::Median,
        Limit::Share("duckdb-wasm", 2.0),
    ),
    (
        "open",
        MILLION,
        Of::Median,
        Limit::Share("crossfilter2", 2.0),
    ),
    ("line", MILLION, Of::Median, Limit::Share("uplot", 2.0)),
    ("bars", Some(300), Of::Median, Limit::Share("echarts", 4.0)),
    ("scroll", MILLION, Of::Longest, Limit::Plain(16.7)),
    ("search", None, Of::Longest, Limit::Plain(16.0)),
    ("start", None, Of::Median, Limit::Share("echarts", 2.0)),
];

/// A line for each goal.
pub fn written(records: &[Record]) -> String {
    let mut lines = String::new();
    for goal in GOALS {
        let (work, rows, of, limited) = goal;
        let by = match limited {
            Limit::Plain(limit) => limit.to_string(),
            Limit::Share(engine, share) => format!("1/{share} of {engine}'s"),
        };
        let verdict = match numbers(records, goal) {
            None => "not measured".to_owned(),
            Some((ours, limit)) if ours <= limit => format!("{ours:.3} of {limit:.3}, met"),
            Some((ours, limit)) => {
                let factor = ours / limit;
                format!("{ours:.3} of {limit:.3}, MISSED by a factor of {factor:.2}")
            }
        };
        let rows = rows.map_or_else(String::new, |rows| format!(", {rows} rows"));
        // Text is written to memory, which does not fail.
        let _ = writeln!(
            lines,
            "goal: {work}{rows}, {} at most {by}: {verdict}",
            of.name()
        );
    }
    lines
}

/// Our number and its limit, where both were measured.
fn numbers(records: &[Record], (work, rows, of, limit): &Goal) -> Option<(f64, f64)> {
    let number = |engine: &str| {
        let own = records
            .iter()
            .filter(|one| one.set.is_none() && one.work == *work);
        let mut own = own.filter(|one| rows.is_none_or(|rows| one.rows == rows));
        of.number(own.find(|one| one.engine == engine)?)
    };
    let limit = match limit {
        Limit::Plain(limit) => *limit,
        Limit::Share(engine, share) => number(engine)? / share,
    };
    Some((number("guatu")?, limit))
}
