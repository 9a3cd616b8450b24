//! The work `open`: CSV text up to the first counts of all facets.

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
    let (rows, times) = if plan.is_quick {
        (100_000_u32, 2)
    } else {
        (1_000_000, 5)
    };
    let mut records = Vec::new();
    for engine in ENGINES {
        let mut all = Vec::new();
        let mut checksum = None;
        for _ in 0..times {
            let address = format!("{}/page/index.html", server.origin);
            chromium.open(&address).await?;
            let about = vec![engine.into(), rows.into()];
            let opened = chromium.ask("(await bench).open.run(...args)", about).await;
            let opened: Opened =
                opened.with_context(|| format!("{rows} rows opened by {engine}"))?;
            all.push(opened.time);
            checksum = Some(opened.checksum);
        }
        records.push(Record {
            checksum,
            ..Record::of(("open", engine, rows), None, &all)
        });
    }
    Ok(records)
}
