//! The table that is printed: for each work and size all engines, with the ratio of each to ours.

use std::fmt::Write as _;

use crate::record::Record;

/// The table, a line a record.
pub fn written(records: &[Record]) -> String {
    let mut table = format!(
        "{:<8}{:>12}{:>12}  {:<14}{:>12}{:>12}{:>12}{:>12}{:>10}{:>10}\n",
        "work",
        "rows",
        "set",
        "engine",
        "build ms",
        "median ms",
        "95 % ms",
        "longest ms",
        "x ours",
        "bytes/row"
    );
    for record in records {
        let ratio = ours(records, record).map(|ours| record.median_ms / ours.median_ms);
        // Text is written to memory, which does not fail.
        let _ = writeln!(
            table,
            "{:<8}{:>12}{:>12}  {:<14}{:>12}{:>12.3}{:>12}{:>12.3}{:>10}{:>10}",
            record.work,
            record.rows,
            record.set.unwrap_or(""),
            record.engine,
            shown(record.build_ms, 1),
            record.median_ms,
            shown(record.p95_ms, 3),
            record.max_ms,
            shown(ratio, 2),
            shown(record.bytes_per_row, 1),
        );
    }
    table
}

/// Our record of the same work.
fn ours<'a>(records: &'a [Record], record: &Record) -> Option<&'a Record> {
    let same = |other: &&Record| {
        let of = |record: &Record| (record.work, record.rows, record.set);
        other.engine == "guatu" && of(other) == of(record)
    };
    records.iter().find(same)
}

fn shown(number: Option<f64>, digits: usize) -> String {
    number.map_or_else(|| "-".to_owned(), |number| format!("{number:.digits$}"))
}
