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

/// Redraws of a drawing, before another engine has its turn.
const REDRAWS: u32 = 10;

/// Measures the works that the plan has.
///
/// # Errors
/// An engine fails, or draws nothing.
pub async fn run(chromium: &Chromium, server: &Server, plan: &Plan) -> Result<Vec<Record>> {
    let rounds = if plan.is_quick { 1 } else { 4 };
    let mut records = Vec::new();
    for (work, engines, sizes) in WORKS.iter().filter(|(work, ..)| plan.has(work)) {
        let sizes = sizes.iter();
        for rows in sizes.filter(|size| !plan.is_quick || **size <= FOR_QUICK) {
            let mut all: Vec<(Vec<f64>, Vec<f64>)> =
                engines.iter().map(|_| <_>::default()).collect();
            // In turn, so that what else the machine does meets all alike.
            for _ in 0..rounds {
                for (engine, (built, times)) in engines.iter().zip(&mut all) {
                    let round = one(chromium, server, (work, engine, *rows)).await;
                    let round = round.with_context(|| format!("{work} of {rows} by {engine}"))?;
                    built.push(round.0);
                    times.extend(round.1);
                }
            }
            for (engine, (built, times)) in engines.iter().zip(&all) {
                records.push(Record::of((work, engine, *rows), Some(built), times));
            }
        }
    }
    Ok(records)
}

/// One engine in a page of its own: the time of the first drawing, and those of the redraws.
async fn one(
    chromium: &Chromium,
    server: &Server,
    (work, engine, rows): (&str, &str, u32),
) -> Result<(f64, Vec<f64>)> {
    chromium.open(&server.page()).await?;
    let about = vec![engine.into(), work.into(), rows.into()];
    let built = chromium.ask("(await bench).draw.prepare(...args)", about);
    let built = built.await?;
    let about = vec![REDRAWS.into()];
    let times = chromium
        .ask("(await bench).draw.run(...args)", about)
        .await?;
    Ok((built, times))
}
