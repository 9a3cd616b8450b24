//! The works `line` and `bars`: redraws of a chart, up to pixels that can be read.

use anyhow::{Context, Result};

use crate::Plan;
use crate::chromium::Chromium;
use crate::record::Record;
use crate::server::Server;

/// Works with their engines, ours first, and how many points or bars.
type Work = (&'static str, &'static [&'static str], &'static [u32]);

const LINE: [&str; 3] = ["guatu", "uplot", "echarts"];
const WORKS: [Work; 2] = [
    ("line", &LINE, &[1_000, 100_000, 1_000_000]),
    ("bars", &["guatu", "echarts"], &[300]),
];

/// More than this takes long to prepare.
const FOR_QUICK: u32 = 100_000;

/// Measures the works that the plan has.
///
/// # Errors
/// An engine fails, or draws nothing.
pub async fn run(chromium: &Chromium, server: &Server, plan: &Plan) -> Result<Vec<Record>> {
    let redraws = if plan.is_quick { 10 } else { 40 };
    let mut records = Vec::new();
    for (work, engines, sizes) in WORKS.iter().filter(|(work, ..)| plan.has(work)) {
        let sizes = sizes
            .iter()
            .filter(|size| !plan.is_quick || **size <= FOR_QUICK);
        for (rows, engine) in
            sizes.flat_map(|rows| engines.iter().map(move |engine| (rows, engine)))
        {
            let address = format!("{}/page/index.html", server.origin);
            chromium.open(&address).await?;
            let about = vec![(*engine).into(), (*work).into(), (*rows).into()];
            let built = chromium
                .ask("(await bench).draw.prepare(...args)", about)
                .await;
            let built = built.with_context(|| format!("{work} of {rows} by {engine}"))?;
            let times: Vec<f64> = chromium
                .ask("(await bench).draw.run(...args)", vec![redraws.into()])
                .await?;
            records.push(Record::of((work, engine, *rows), Some(built), &times));
        }
    }
    Ok(records)
}
