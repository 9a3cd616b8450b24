//! How soon a press is answered. Over a million figures: from the key or pointer to the next paint, as the browser tells
//! it (Event Timing), and until the page is what was asked for. Over the built-in ones: how long the page's own code
//! runs until the next paint.
//!
//! A machine that tests is busy, so what is held to a bound is the best of [`TIMES`] presses of a kind. What a press
//! costs by its nature, such as a pass too many over all figures, it costs each time.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

use guatu::dataset::files;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::site::Site;

/// How often a press is done, if it takes too long.
const TIMES: usize = 8;

/// Keeps what the browser tells of each press.
const WATCH: &str = "window.paints = [];
    const tell = (list) => window.paints.push(...list.getEntries()
        .filter((event) => event.interactionId > 0).map((event) => event.duration));
    new PerformanceObserver(tell).observe({ type: 'event', durationThreshold: 16 });";

/// From here on timers can be held. What a page does before it paints an answer may come by timers without a wait; what
/// comes after the paint comes by others, or by those that are set then.
const HOLD: &str =
    "const [start, stop] = [window.setTimeout, window.clearTimeout].map((own) => own.bind(window));
    const [held, started] = [new Map(), new Map()];
    let [last, isPainted] = [0, false];
    for (const kind of ['click', 'input'])
        addEventListener(kind, () => requestAnimationFrame(() => { isPainted = true; }), true);
    window.hold = () => {
        isPainted = false;
        window.setTimeout = (run, wait, ...rest) => {
            if (!isPainted && !(wait > 0)) return start(run, wait, ...rest);
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

/// Waits until the page rests: nothing has come into it for a while, such as the entries of a long list.
const REST: &str = "const done = arguments[arguments.length - 1];
    let rested;
    const wait = () => {
        clearTimeout(rested);
        rested = setTimeout(() => { changes.disconnect(); done(); }, 100);
    };
    const changes = new MutationObserver(wait);
    changes.observe(document.body, { childList: true, subtree: true });
    wait();";

/// What is measured of a press, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Measure {
    /// From the press to the next paint, in eights. What the browser does not tell took less than two of these.
    Paint,
    /// From the press to a page that is what was asked for, before it is painted.
    Answer,
    /// How long the page's own code ran until the next paint: its program and scripts, and the collection of what they
    /// left; not what the browser does for them, such as layout.
    Own,
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
            Self::Own => 16.7,
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
        leads_on(browser, &before).await;
        browser.eval_async::<Value>(REST).await;
        let told = "return [
            Math.max(0, ...window.paints.splice(0)),
            Math.max(...performance.getEntriesByName('guatu:change').map((one) => one.duration)),
        ]";
        // No answer that was measured would be no number.
        let [paint, answer] = browser.eval(told, &[]).await;
        vec![(Measure::Paint, paint), (Measure::Answer, answer)]
    })
    .await;
}

/// The same presses over the built-in figures: no more work than a frame has room for.
pub async fn over_the_built_in_figures(browser: &Browser) {
    browser
        .devtools::<Value>("Profiler.enable", json!({}))
        .await;
    let often = json!({ "interval": 200 });
    browser
        .devtools::<Value>("Profiler.setSamplingInterval", often)
        .await;
    let site = Site::witnessed().await;
    hold(browser, &site, HOLD, async |press| {
        let before = link(browser).await;
        browser.eval::<()>("window.hold()", &[]).await;
        browser.devtools::<Value>("Profiler.start", json!({})).await;
        press.on(browser).await;
        browser.eval_async::<Value>(NEXT_PAINT).await;
        let told: Told = browser.devtools("Profiler.stop", json!({})).await;
        browser.eval::<()>("window.release()", &[]).await;
        leads_on(browser, &before).await;
        vec![(Measure::Own, told.profile.own())]
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
    let mut best: BTreeMap<(String, Measure), f64> = BTreeMap::new();
    let mut slow: Vec<(String, Measure)> = Vec::new();
    for time in 0..TIMES {
        for (name, press) in presses() {
            if time > 0 && !slow.iter().any(|(known, _)| *known == name) {
                let before = link(browser).await;
                press.on(browser).await;
                leads_on(browser, &before).await;
                continue;
            }
            browser.eval_async::<Value>(REST).await;
            for (measure, taken) in measured(&press).await {
                let known = best.entry((name.clone(), measure)).or_insert(taken);
                *known = known.min(taken);
            }
        }
        let is_slow =
            |((name, measure), taken): &(&(String, Measure), &f64)| **taken > measure.most(name);
        slow = best
            .iter()
            .filter(is_slow)
            .map(|(press, _)| press.clone())
            .collect();

        if slow.is_empty() {
            break;
        }
    }
    assert!(
        best.values().any(|taken| *taken > 0.0),
        "nothing was measured: {best:#?}"
    );
    assert!(slow.is_empty(), "{slow:#?}\nof {best:#?}");
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

/// Waits for another link.
async fn leads_on(browser: &Browser, before: &str) {
    let elsewhere = format!("location.hash !== {}", json!(before));
    browser.until("another link", &elsewhere).await;
}

/// What the browser's profiler answers when it is stopped.
#[derive(Deserialize)]
struct Told {
    profile: Profile,
}

/// What ran at each of the profiler's looks, and how many microseconds after the look before.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Profile {
    nodes: Vec<Node>,
    samples: Vec<u32>,
    time_deltas: Vec<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    id: u32,
    call_frame: CallFrame,
}

/// A function. The browser's own have no address.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CallFrame {
    function_name: String,
    url: String,
}

impl Profile {
    /// How long the page's own code ran, in milliseconds.
    fn own(&self) -> f64 {
        let is_own = |node: &&Node| {
            let CallFrame { function_name, url } = &node.call_frame;
            // What reads or sets a property of the browser's, which then lays the page out within it.
            let is_call = function_name.starts_with("__wbg_");
            !url.is_empty() && !is_call || function_name == "(garbage collector)"
        };
        let own: BTreeSet<u32> = self
            .nodes
            .iter()
            .filter(is_own)
            .map(|node| node.id)
            .collect();
        let ran = self.samples.iter().zip(&self.time_deltas);
        let ran = ran.filter(|(node, _)| own.contains(node));
        ran.map(|(_, delta)| *delta as f64 / 1000.0).sum()
    }
}

/// The files of a package in one, as the site has them.
fn package(folder: &Path) -> String {
    let text = |name| Some((name, fs::read_to_string(folder.join(name)).ok()?));
    let texts: BTreeMap<&str, String> = files().filter_map(text).collect();
    serde_json::to_string(&texts).expect("the files")
}
