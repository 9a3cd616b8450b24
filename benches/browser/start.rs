//! The work `start`: from nothing to the first view that is drawn, the built pages beside a page that draws
//! the same figures with `ECharts`. Every time in a browser that has just been started, with nothing kept.

use std::path::Path;

use anyhow::{Context, Result};

use crate::Plan;
use crate::chromium::Chromium;
use crate::record::Record;
use crate::server::Server;

/// How many figures the built-in data have.
const FIGURES: u32 = 557;

/// Gives the time of the first view since the navigation began, once there is one, in the frame after it.
const FIRST_VIEW: &str = "await new Promise((done) => {
    const root = document.documentElement;
    const look = () => root.dataset.state === 'ready'
        ? requestAnimationFrame(() => setTimeout(() => done(performance.getEntriesByName('guatu:first-view')
            .map((entry) => entry.startTime + entry.duration)[0] ?? performance.now())))
        : setTimeout(look, 5);
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
    let records = pages.iter().zip(&all);
    let records = records.map(|((engine, set, _), times)| Record {
        set: *set,
        ..Record::of(("start", engine, FIGURES), None, times)
    });
    Ok(records.collect())
}
