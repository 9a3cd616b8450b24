//! The work `start`: from nothing to the first view that is drawn, the built pages beside a page that draws
//! the same figures with `ECharts`. Every time in a browser that has just been started, with nothing kept.

use std::path::Path;

use anyhow::{Context, Result};

use crate::Plan;
use crate::chromium::Chromium;
use crate::record::Record;
use crate::server::Server;

/// Gives the time of the first view since the navigation began, once there is one, in the frame after it.
const FIRST_VIEW: &str = "await new Promise((done, failed) => {
    const { dataset } = document.documentElement;
    const tell = () => done(performance.getEntriesByName('guatu:first-view')
        .map((entry) => entry.startTime + entry.duration)[0] ?? performance.now());
    const look = () => {
        if (dataset.state === 'ready') requestAnimationFrame(() => setTimeout(tell));
        else if (dataset.state === 'failed') failed(new Error(document.body.innerText));
        else setTimeout(look, 5);
    };
    look();
})";

/// Measures each page.
///
/// # Errors
/// A page does not come to its first view.
pub async fn run(server: &Server, dist: &Path, plan: &Plan) -> Result<Vec<Record>> {
    let file = dist.join("guatu.html");
    let pages = [
        ("guatu", None, format!("{}/dist/index.html", server.origin)),
        (
            "guatu",
            Some("single file"),
            format!("file://{}", file.display()),
        ),
        (
            "echarts",
            None,
            format!("{}/page/start.html", server.origin),
        ),
    ];
    let times = if plan.is_quick { 2 } else { 9 };
    let mut all: Vec<Vec<f64>> = pages.iter().map(|_| Vec::new()).collect();
    // In turn, so that what else the machine does meets all alike.
    for _ in 0..times {
        for ((_, _, address), times) in pages.iter().zip(&mut all) {
            let chromium = Chromium::start().await?;
            chromium.open(address).await?;
            let time = chromium.ask(FIRST_VIEW, vec![]).await;
            times.push(time.with_context(|| address.clone())?);
        }
    }
    let figures = figures(dist)?;
    let records = pages.iter().zip(&all);
    let records = records.map(|((engine, set, _), times)| Record {
        set: *set,
        ..Record::of(("start", engine, figures), None, times)
    });
    Ok(records.collect())
}

/// How many figures the site's data have.
fn figures(dist: &Path) -> Result<u32> {
    let files = std::fs::read_to_string(dist.join("data.json"))?;
    let files: serde_json::Value = serde_json::from_str(&files)?;
    let table = files.get("observations.csv").and_then(|text| text.as_str());
    let lines = table.context("a table of figures")?.lines().count();
    Ok(u32::try_from(lines)? - 1)
}
