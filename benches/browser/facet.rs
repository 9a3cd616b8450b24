//! The work `facet`: a script of facet changes, the same for every engine.

use anyhow::{Context, Result};
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
    let (sizes, changes): (&[(u32, Option<&'static str>)], u32) = if plan.is_quick {
        (
            &[(10_000, None), (100_000, None), (100_000, Some("skewed"))],
            20,
        )
    } else {
        (
            &[
                (10_000, None),
                (100_000, None),
                (1_000_000, None),
                (1_000_000, Some("skewed")),
                (10_000_000, None),
            ],
            60,
        )
    };
    let mut records = Vec::new();
    for (rows, set) in sizes {
        for engine in ENGINES {
            if *rows > FOR_ALL && !matches!(engine, "guatu" | "typed-array") {
                continue;
            }
            let record = one(chromium, server, (engine, *rows, *set), changes).await;
            records.push(record.with_context(|| format!("{engine} with {rows} rows"))?);
        }
    }
    Ok(records)
}

/// One engine in a page of its own.
async fn one(
    chromium: &Chromium,
    server: &Server,
    (engine, rows, set): (&'static str, u32, Option<&'static str>),
    changes: u32,
) -> Result<Record> {
    chromium
        .open(&format!("{}/page/index.html", server.origin))
        .await?;
    let about = vec![engine.into(), rows.into(), set.into()];
    chromium
        .ask::<()>("(await bench).facet.prepare(...args)", about)
        .await?;
    let built: Built = chromium.ask("(await bench).facet.build()", vec![]).await?;
    let answers: Answers = chromium
        .ask("(await bench).facet.run(...args)", vec![changes.into()])
        .await?;
    Ok(Record {
        set,
        bytes_per_row: Some((built.bytes_per_row * 10.0).round() / 10.0),
        checksum: Some(answers.checksum),
        ..Record::of(("facet", engine, rows), Some(built.time), &answers.times)
    })
}
