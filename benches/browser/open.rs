//! The work `open`: the texts of a package up to the first counts; and the page's own presses on the package then.

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::Plan;
use crate::chromium::Chromium;
use crate::record::Record;
use crate::server::Server;

const ENGINES: [&str; 3] = ["guatu", "crossfilter2", "duckdb-wasm"];

#[derive(Deserialize)]
struct Opened {
    time: f64,
    checksum: String,
}

/// Measures every engine, each time in a new page.
///
/// # Errors
/// An engine fails.
pub async fn run(chromium: &Chromium, server: &Server, plan: &Plan) -> Result<Vec<Record>> {
    let times = if plan.is_quick { 2 } else { 5 };
    let mut records = Vec::new();
    for rows in &plan.packages {
        let mut all: Vec<Vec<Opened>> = ENGINES.iter().map(|_| Vec::new()).collect();
        // In turn, so that what else the machine does meets all alike.
        for _ in 0..times {
            for (engine, opened) in ENGINES.iter().zip(&mut all) {
                chromium.open(&server.page()).await?;
                let about = vec![(*engine).into(), (*rows).into()];
                let one = chromium.ask("(await bench).open.run(...args)", about).await;
                opened.push(one.with_context(|| format!("{rows} rows opened by {engine}"))?);
            }
        }
        let bytes = bytes_per_row(chromium, server, *rows).await?;
        for (engine, opened) in ENGINES.iter().zip(&all) {
            let times: Vec<f64> = opened.iter().map(|one| one.time).collect();
            records.push(Record {
                checksum: opened.first().map(|one| one.checksum.clone()),
                bytes_per_row: (*engine == "guatu").then_some(bytes),
                ..Record::of(("open", engine, *rows), None, &times)
            });
        }
    }
    Ok(records)
}

async fn bytes_per_row(chromium: &Chromium, server: &Server, rows: u32) -> Result<f64> {
    chromium.open(&server.page()).await?;
    let bytes: f64 = chromium
        .ask("(await bench).open.bytesPerRow(...args)", vec![rows.into()])
        .await?;
    Ok(bytes.round())
}

/// What the page itself works out at each press of a script.
///
/// # Errors
/// A package does not open.
pub async fn presses(chromium: &Chromium, server: &Server, plan: &Plan) -> Result<Vec<Record>> {
    let mut records = Vec::new();
    for rows in &plan.packages {
        chromium.open(&server.page()).await?;
        let about = vec![(*rows).into(), plan.changes().into()];
        let times: Vec<f64> = chromium
            .ask("(await bench).open.presses(...args)", about)
            .await?;
        records.push(Record {
            set: Some("page"),
            ..Record::of(("facet", "guatu", *rows), None, &times)
        });
    }
    Ok(records)
}
