//! The works `scroll` and `search`: the built site itself, with a generated package in the place of its own.
//!
//! What is measured is the page's own work in a frame, from what the reader did or the begin of the frame to the
//! moment at which the frame is handed on to be painted; not the wait for the screen.

use anyhow::{Context, Result};

use crate::Plan;
use crate::chromium::Chromium;
use crate::record::Record;
use crate::server::Server;

/// A step of the table down, so that the whole of it is passed in so many frames. Fails unless the rows change.
const SCROLL: &str = "await (async (steps) => {
    const frame = document.querySelector('.table-frame');
    const scroller = getComputedStyle(frame).overflowY === 'auto' ? frame : document.scrollingElement;
    const first = () => Number(document.querySelector('[data-observation]').getAttribute('aria-rowindex'));
    const times = [];
    let shown = first();
    for (let step = 1; step <= steps; step++) {
        scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * step / steps;
        times.push(await new Promise((done) => requestAnimationFrame((start) => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => done(performance.now() - start);
            channel.port2.postMessage(0);
        })));
        // A heavy frame may be drawn one later; what stands still for longer does not scroll.
        if (step % 10 === 0 && shown === (shown = first())) throw new Error(`row ${shown} stands still`);
    }
    return times;
})(...args)";

/// A letter more in the search field: all that the page does from the key to the frame that shows what was found, less
/// the waits for frames. Fails unless the word changes what is found.
const SEARCH: &str = "await (async (word) => {
    const field = document.querySelector('.search input[type=search]');
    const found = () => document.getElementById('result-count').dataset.count;
    const before = found();
    let worked = 0;
    let is_answered = false;
    // What a task leaves to be done at its end is its work too.
    const timed = (task) => {
        const start = performance.now();
        task();
        const end = (left) => left > 0
            ? queueMicrotask(() => end(left - 1))
            : worked += performance.now() - start;
        if (!is_answered) end(50);
    };
    const later = window.setTimeout.bind(window);
    window.setTimeout = (task, wait, ...rest) => later(() => timed(() => task(...rest)), wait);
    const frame = () => new Promise((done) => requestAnimationFrame((start) => {
        const before = worked;
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now() - start - (worked - before));
        channel.port2.postMessage(0);
    }));
    const times = [];
    for (let length = 1; length <= word.length; length++) {
        performance.clearMeasures();
        [worked, is_answered] = [0, false];
        field.value = word.slice(0, length);
        // Blanks around it are no other search.
        const is_other = word[length - 1] !== ' ';
        timed(() => field.dispatchEvent(new InputEvent('input', { bubbles: true })));
        const is_told = () => performance.getEntriesByName('guatu:change').length > 0;
        for (let frames = 0; is_other && !is_told(); frames++) {
            if (frames === 300) throw new Error(`${field.value} is not answered`);
            worked += await frame();
        }
        worked += await frame();
        is_answered = true;
        times.push(worked);
        await new Promise((done) => later(done, 300));
    }
    if (found() === before) throw new Error(`${word} changes nothing`);
    return times;
})(...args)";

/// Waits for the first view.
const READY: &str = "await new Promise((done, failed) => {
    const look = () => {
        const { state } = document.documentElement.dataset;
        if (state === 'ready') done();
        else if (state === 'failed') failed(new Error(document.body.innerText));
        else setTimeout(look, 20);
    };
    look();
})";

/// Measures both works on the table of a sample of so many figures.
///
/// # Errors
/// The page does not open, or has no table or no search field.
pub async fn run(chromium: &Chromium, server: &Server, plan: &Plan) -> Result<Vec<Record>> {
    // The sample site has the largest of the packages.
    let rows = *plan.packages.last().context("a package")?;
    let address = format!("{}/sample/index.html#/table", server.origin);
    let steps = if plan.is_quick { 60 } else { 300 };
    let works = [
        ("scroll", SCROLL, serde_json::Value::from(steps)),
        (
            "search",
            SEARCH,
            serde_json::Value::from("生产总值 增长 武昌"),
        ),
    ];
    let mut records = Vec::new();
    for (work, script, about) in works.into_iter().filter(|(work, ..)| plan.has(work)) {
        chromium.open(&address).await?;
        chromium.ask::<()>(READY, vec![]).await?;
        let times: Vec<f64> = chromium.ask(script, vec![about]).await?;
        records.push(Record::of((work, "guatu", rows), None, &times));
    }
    Ok(records)
}
