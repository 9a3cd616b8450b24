//! What is written down of a measurement, and whether engines agree.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use serde::Serialize;

/// Of fewer times the 95th percentile is the longest.
const FOR_P95: usize = 20;

/// One engine at one work of one size.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// What was done.
    pub work: &'static str,
    /// Who did it.
    pub engine: &'static str,
    /// With so many rows, points, bars or names.
    pub rows: u32,
    /// How values are spread, where not evenly; or what else tells two records apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<&'static str>,
    /// What had to be done before, in milliseconds.
    pub build_ms: Option<f64>,
    /// Half of the times are at most so long.
    pub median_ms: f64,
    /// 95 of 100 times are at most so long; none where there are fewer than 20, of which it would be the longest.
    pub p95_ms: Option<f64>,
    /// The longest time.
    pub max_ms: f64,
    /// What is held for a row, where that is known.
    pub bytes_per_row: Option<f64>,
    /// Of what came out, where several engines give the same.
    pub checksum: Option<String>,
}

impl Record {
    /// Of times in milliseconds, with nothing said of memory and answers; of what had to be done before, each round
    /// has a time.
    pub fn of(
        (work, engine, rows): (&'static str, &'static str, u32),
        built: Option<&[f64]>,
        times: &[f64],
    ) -> Self {
        let record = Self {
            work,
            engine,
            rows,
            set: None,
            build_ms: built.map(|built| rounded(quantile(built, 0.5))),
            median_ms: rounded(quantile(times, 0.5)),
            p95_ms: (times.len() >= FOR_P95).then(|| rounded(quantile(times, 0.95))),
            max_ms: rounded(quantile(times, 1.0)),
            bytes_per_row: None,
            checksum: None,
        };
        eprintln!("{work} {engine} {rows}: {} ms", record.median_ms);
        record
    }
}

/// The time below which a share of all times lie, by the nearest rank: always one that was measured.
fn quantile(times: &[f64], share: f64) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (share * sorted.len() as f64).ceil().max(1.0) as usize;
    sorted.get(rank - 1).copied().unwrap_or(f64::NAN)
}

/// Rounded to a microsecond, the finest that the clock of a page tells.
fn rounded(milliseconds: f64) -> f64 {
    (milliseconds * 1000.0).round() / 1000.0
}

/// Whether all engines gave the same at the same work.
///
/// # Errors
/// They did not: names the engines with what each gave.
pub fn agree(records: &[Record]) -> Result<()> {
    let mut all: BTreeMap<_, Vec<&Record>> = BTreeMap::new();
    for record in records.iter().filter(|record| record.checksum.is_some()) {
        let same = (record.work, record.rows, record.set);
        all.entry(same).or_default().push(record);
    }
    for ((work, rows, _), records) in all {
        let mut neighbours = records.iter().zip(records.iter().skip(1));
        let given = records
            .iter()
            .map(|record| (record.engine, record.checksum.as_deref()));
        ensure!(
            neighbours.all(|(a, b)| a.checksum == b.checksum),
            "answers differ at {work} with {rows} rows: {:?}",
            given.collect::<Vec<_>>()
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(engine: &'static str, rows: u32, checksum: Option<&str>) -> Record {
        Record {
            work: "facet",
            engine,
            rows,
            set: None,
            build_ms: None,
            median_ms: 1.0,
            p95_ms: None,
            max_ms: 1.0,
            bytes_per_row: None,
            checksum: checksum.map(str::to_owned),
        }
    }

    #[test]
    fn a_quantile_is_a_time_that_was_measured() {
        let times: Vec<f64> = (1..=60).rev().map(f64::from).collect();
        assert!((quantile(&times, 0.5) - 30.0).abs() < 1e-9);
        assert!((quantile(&times, 0.95) - 57.0).abs() < 1e-9);
        assert!((quantile(&[4.0], 0.95) - 4.0).abs() < 1e-9);
        assert!(quantile(&[], 0.5).is_nan());
    }

    #[test]
    fn of_few_times_no_percentile_is_told() {
        let late = |count: usize| Record::of(("facet", "a", 1), None, &vec![2.0; count]).p95_ms;
        assert_eq!(late(19), None);
        assert_eq!(late(20), Some(2.0));
    }

    #[test]
    fn answers_are_compared_within_a_work_and_a_size() {
        let same = [
            record("a", 10, Some("x")),
            record("b", 10, Some("x")),
            record("a", 20, Some("y")),
        ];
        assert!(agree(&same).is_ok());
        let other = [record("a", 10, Some("x")), record("b", 10, Some("y"))];
        let message = agree(&other).expect_err("they differ").to_string();
        assert!(message.contains("(\"b\", Some(\"y\"))"), "{message}");
        assert!(agree(&[record("a", 10, None), record("b", 10, Some("y"))]).is_ok());
    }
}
