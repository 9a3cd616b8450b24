//! The work `facet`: a script of facet changes, the same for every engine.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::Plan;
use crate::chromium::Chromium;
use crate::record::Record;
use crate::server::Server;

/// All engines, that of the page first.
const ENGINES: [&str; 5] = [
    "guatu",
    "typed-array",
    "crossfilter2",
    "arquero",
    "duckdb-wasm",
];

/// The most rows that all engines get; the first two get more.
const FOR_ALL: u32 = 1_000_000;

/// Rows, and how they are spread where not evenly.
type Size = (u32, Option<&'static str>);

const QUICK: &[Size] = &[(10_000, None), (100_000, None), (100_000, Some("skewed"))];
const SIZES: &[Size] = &[
    (10_000, None),
    (100_000, None),
    (1_000_000, None),
    (1_000_000, Some("skewed")),
    (10_000_000, None),
];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Built {
    time: f64,
    bytes_per_row: f64,
}

#[derive(Deserialize)]
struct Answers {
    times: Vec<f64>,
    checksum: String,
}

/// Measures every engine at every size.
///
/// # Errors
/// An engine fails: names it and the size.
pub async fn run(chromium: &Chromium, server: &Server, plan: &Plan) -> Result<Vec<Record>> {
    let sizes = if plan.is_quick { QUICK } else { SIZES };
    let rounds = if plan.is_quick { 1 } else { 2 };
    let mut records = Vec::new();
    for (rows, set) in sizes {
        let engines = ENGINES
            .iter()
            .filter(|engine| *rows <= FOR_ALL || matches!(**engine, "guatu" | "typed-array"));
        let mut all: Vec<(&str, Vec<(Built, Answers)>)> =
            engines.map(|engine| (*engine, Vec::new())).collect();
        // In turn, so that what else the machine does meets all alike.
        for _ in 0..rounds {
            for (engine, done) in &mut all {
                let round = one(chromium, server, (engine, *rows, *set), plan.changes()).await;
                done.push(round.with_context(|| format!("{engine} with {rows} rows"))?);
            }
        }
        for (engine, done) in &all {
            records.push(record((engine, *rows, *set), done)?);
        }
    }
    Ok(records)
}

/// All rounds of an engine in one record.
fn record(
    (engine, rows, set): (&'static str, u32, Option<&'static str>),
    rounds: &[(Built, Answers)],
) -> Result<Record> {
    let built: Vec<f64> = rounds.iter().map(|(built, _)| built.time).collect();
    let bytes = rounds.iter().map(|(built, _)| built.bytes_per_row);
    let times = rounds.iter().flat_map(|(_, answers)| &answers.times);
    let times: Vec<f64> = times.copied().collect();
    let mut checksums = rounds.iter().map(|(_, answers)| &answers.checksum);
    let checksum = checksums.next().cloned();
    ensure!(
        checksums.all(|other| Some(other) == checksum.as_ref()),
        "{engine} gives other answers in another round"
    );
    Ok(Record {
        set,
        bytes_per_row: bytes
            .reduce(f64::max)
            .map(|bytes| (bytes * 10.0).round() / 10.0),
        checksum,
        ..Record::of(("facet", engine, rows), Some(&built), &times)
    })
}

/// One engine in a page of its own.
async fn one(
    chromium: &Chromium,
    server: &Server,
    (engine, rows, set): (&str, u32, Option<&str>),
    changes: u32,
) -> Result<(Built, Answers)> {
    chromium.open(&server.page()).await?;
    let about = vec![engine.into(), rows.into(), set.into()];
    chromium
        .ask::<()>("(await bench).facet.prepare(...args)", about)
        .await?;
    let built = chromium.ask("(await bench).facet.build()", vec![]).await?;
    let about = vec![changes.into()];
    let answers = chromium.ask("(await bench).facet.run(...args)", about);
    Ok((built, answers.await?))
}
