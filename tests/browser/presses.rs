//! How soon a press is answered. Over a million figures: from the key or pointer to the next paint, as the browser tells
//! it (Event Timing), and until the page is what was asked for. Over the built-in ones: how long the page's own scripts
//! run until the next paint.
//!
//! A machine that tests is busy, so what is held to a bound is the best of [`TIMES`] presses of a kind. What a press
//! costs by its nature, such as a pass too many over all figures, it costs each time.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use guatu::dataset::files;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::site::Site;

/// How often a press is done, if it takes too long.
const TIMES: usize = 3;

/// Keeps what the browser tells of each press.
const WATCH: &str = "window.paints = [];
    const tell = (list) => window.paints.push(...list.getEntries()
        .filter((event) => event.interactionId > 0).map((event) => event.duration));
    new PerformanceObserver(tell).observe({ type: 'event', durationThreshold: 16 });";

/// From here on timers can be held: what comes after the next paint comes by them.
const HOLD: &str =
    "const [start, stop] = [window.setTimeout, window.clearTimeout].map((own) => own.bind(window));
    const [held, started] = [new Map(), new Map()];
    let last = 0;
    window.hold = () => {
        window.setTimeout = (run, wait, ...rest) => {
            last -= 1;
            held.set(last, () => start(run, wait, ...rest));
            return last;
        };
    };
    window.clearTimeout = (id) => held.delete(id) || stop(started.get(id) ?? id);
    window.release = () => {
        window.setTimeout = start;
        held.forEach((go, id) => started.set(id, go()));
        held.clear();
    };";

/// Waits until what is in the page is painted.
const NEXT_PAINT: &str = "const done = arguments[arguments.length - 1];
    requestAnimationFrame(() => requestAnimationFrame(done));";

/// Waits until long lists have come.
const REST: &str = "const done = arguments[arguments.length - 1];
    const rest = (left) => requestAnimationFrame(() => left > 0 ? setTimeout(() => rest(left - 1), 25) : done());
    rest(6);";

/// What is measured of a press, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Measure {
    /// From the press to the next paint, in eights. What the browser does not tell took less than two of these.
    Paint,
    /// From the press to a page that is what was asked for, before it is painted.
    Answer,
    /// How long the page's own scripts ran until the next paint: the processor's time, without the layout that they
    /// asked for, which is the browser's.
    Scripts,
}

impl Measure {
    /// The longest that it may be.
    fn most(self, press: &str) -> f64 {
        match self {
            // An order may take longer.
            Self::Paint if press.starts_with("order") => 200.0,
            // Less than 50, told in eights.
            Self::Paint => 48.0,
            Self::Answer => 400.0,
            // A frame of a screen.
            Self::Scripts => 16.7,
        }
    }
}

/// What a reader does.
enum Press {
    On(&'static str),
    Key(char),
}

/// The presses in their order, each with a name: every filter, the keys of a search, views, orders, and forms of the
/// chart. Each leads to another link, and the last to where they began.
fn presses() -> Vec<(String, Press)> {
    let mut all = Vec::new();
    let mut press = |name: &str, selector| all.push((name.to_owned(), Press::On(selector)));
    let filters = [
        ("area", "[data-facet=area] label:nth-of-type(2) input"),
        ("period", "[data-facet=period] label:nth-of-type(2) input"),
        ("theme", "[data-facet=theme] label:nth-of-type(2) input"),
        ("kind", "[data-facet=kind] label:nth-of-type(2) input"),
        ("class", "[data-facet=class] label:nth-of-type(2) input"),
        ("status", "[data-facet=status] label:nth-of-type(2) input"),
        (
            "document",
            "[data-facet=document] label:nth-of-type(2) input",
        ),
    ];
    for (name, choice) in filters {
        press(&format!("{name} set"), choice);
        press(&format!("{name} cleared"), choice);
    }
    all.extend(
        "生产总值"
            .chars()
            .map(|key| (format!("key {key}"), Press::Key(key))),
    );
    let mut press = |name: &str, selector| all.push((name.to_owned(), Press::On(selector)));
    press("all cleared", ".chips > .quiet:not(.print-button)");
    press("cards by theme", ".board-head .switch a:nth-of-type(2)");
    press("cards by plan", ".board-head .switch a:nth-of-type(1)");
    press("table", "nav a[href^='#/table']");
    press("order by value", "th.col-value button");
    press("order by value again", "th.col-value button");
    press("order by indicator", "th.col-indicator button");
    press("order by area", "th.col-area button");
    press(
        "kind in the table",
        "[data-facet=kind] label:nth-of-type(2) input",
    );
    press(
        "no kind in the table",
        "[data-facet=kind] label:nth-of-type(2) input",
    );
    press("execution table", "a[href^='#/report']");
    press("chart", "nav a[href^='#/chart']");
    for (form, link) in [
        ("trend", "nav.forms a[href*='form=trend']"),
        ("ranking", "nav.forms a[href*='form=ranked']"),
        ("pairs", "nav.forms a[href*='form=dumbbell']"),
        ("pace", "nav.forms a[href*='form=pace']"),
        ("distribution", "nav.forms a[href*='form=distribution']"),
    ] {
        press(form, link);
    }
    press("units", "nav a[href^='#/units']");
    press("sources", "nav a[href^='#/sources']");
    press("document", ".shelf-title h2 a");
    press("board", "nav a[href^='#/board']");
    press("indicator", "a.card");
    press("board from an indicator", "nav a[href^='#/board']");
    all
}

/// Every filter, key of a search, view and order is painted in time, over a million figures.
pub async fn over_a_million_figures(browser: &Browser) {
    let folder = env::var_os("GUATU_MILLION");
    let folder = folder.expect("GUATU_MILLION names a package: `cargo xtask test` makes one");
    let site = Site::with_data(&package(Path::new(&folder))).await;
    hold(browser, &site, WATCH, async |press| {
        let before = link(browser).await;
        browser.eval::<()>("performance.clearMeasures()", &[]).await;
        press.on(browser).await;
        rests_elsewhere(browser, &before).await;
        let told = "return [
            Math.max(0, ...window.paints.splice(0)),
            Math.max(0, ...performance.getEntriesByName('guatu:change').map((one) => one.duration)),
        ]";
        let [paint, answer] = browser.eval(told, &[]).await;
        vec![(Measure::Paint, paint), (Measure::Answer, answer)]
    })
    .await;
}

/// The same presses over the built-in figures: no more work than a frame has room for.
pub async fn over_the_built_in_figures(browser: &Browser) {
    let clock = json!({ "timeDomain": "threadTicks" });
    browser.devtools::<Value>("Performance.enable", clock).await;
    let site = Site::witnessed().await;
    hold(browser, &site, HOLD, async |press| {
        let before = link(browser).await;
        browser.eval::<()>("window.hold()", &[]).await;
        let begun = scripts(browser).await;
        press.on(browser).await;
        browser.eval_async::<Value>(NEXT_PAINT).await;
        let taken = scripts(browser).await - begun;
        browser.eval::<()>("window.release()", &[]).await;
        rests_elsewhere(browser, &before).await;
        vec![(Measure::Scripts, taken)]
    })
    .await;
}

/// Fails with every press that takes longer than it may, each time.
async fn hold(
    browser: &Browser,
    site: &Site,
    watch: &str,
    measured: impl AsyncFn(&Press) -> Vec<(Measure, f64)>,
) {
    browser.open(&(site.address() + "#/board")).await;
    // The views are fetched after the first view: that is not what is measured.
    let views =
        "performance.getEntriesByType('resource').some((one) => one.name.includes('guatu-views'))";
    browser.until("the module of the views", views).await;
    browser.eval::<()>(watch, &[]).await;
    let mut best = BTreeMap::new();
    let mut slow = Vec::new();
    for _ in 0..TIMES {
        for (name, press) in presses() {
            for (measure, taken) in measured(&press).await {
                let known = best.entry((measure, name.clone())).or_insert(taken);
                *known = known.min(taken);
            }
        }
        let is_slow =
            |((measure, name), taken): &(&(Measure, String), &f64)| **taken > measure.most(name);
        slow = best
            .iter()
            .filter(is_slow)
            .map(|(press, taken)| (press.clone(), *taken))
            .collect();
        if slow.is_empty() {
            return;
        }
    }
    panic!("{slow:#?}\nof {best:#?}");
}

impl Press {
    async fn on(&self, browser: &Browser) {
        match self {
            Self::On(selector) => browser.click(selector).await,
            Self::Key(key) => browser.write(".search input", &key.to_string()).await,
        }
    }
}

async fn link(browser: &Browser) -> String {
    browser.eval("return location.hash", &[]).await
}

/// Waits for another link, and until all that belongs to it is in the page.
async fn rests_elsewhere(browser: &Browser, before: &str) {
    let elsewhere = format!("location.hash !== {}", json!(before));
    browser.until("another link", &elsewhere).await;
    browser.eval_async::<Value>(REST).await;
}

/// How long scripts have run in the page so far, in milliseconds.
async fn scripts(browser: &Browser) -> f64 {
    #[derive(Deserialize)]
    struct Metric {
        name: String,
        value: f64,
    }
    #[derive(Deserialize)]
    struct Metrics {
        metrics: Vec<Metric>,
    }
    let told: Metrics = browser.devtools("Performance.getMetrics", json!({})).await;
    let found = told.metrics.iter().find(|one| one.name == "ScriptDuration");
    found.expect("the time of scripts").value * 1000.0
}

/// The files of a package in one, as the site has them.
fn package(folder: &Path) -> String {
    let text = |name| Some((name, fs::read_to_string(folder.join(name)).ok()?));
    let texts: BTreeMap<&str, String> = files().filter_map(text).collect();
    serde_json::to_string(&texts).expect("the files")
}
