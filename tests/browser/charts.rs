//! Charts as pictures: crisp, painted, and beside a table of the same figures.

use guatu::dataset::Lang;
use guatu::plot::Why;
use guatu::view::{Action, Form, Page, ViewState, reduce};
use serde::Deserialize;

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::site::Site;

/// A canvas with what stands beside it.
#[derive(Debug, Deserialize)]
struct Picture {
    /// The chart's name.
    chart: String,
    /// Width and height in pixels of its own.
    size: [u32; 2],
    /// Width and height in pixels of the screen.
    room: [u32; 2],
    /// How many pixels are not of the colour of the first.
    painted: u32,
    /// How many rows the table has.
    rows: usize,
    /// What assistive technology reads.
    label: String,
}

/// Reads off every [`Picture`] of the page.
const PICTURES: &str = r#"
    return [...document.querySelectorAll("canvas[data-chart]")].map((canvas) => {
      const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Uint32Array(pixels.data.buffer);
      const device = (length) => Math.round(length * devicePixelRatio);
      return {
        chart: canvas.dataset.chart,
        size: [canvas.width, canvas.height],
        room: [device(canvas.clientWidth), device(canvas.clientHeight)],
        painted: colours.filter((colour) => colour !== colours[0]).length,
        rows: canvas.closest("figure").querySelectorAll("tbody tr").length,
        label: canvas.getAttribute("aria-label"),
      };
    });
"#;

/// Every form of the chart view; the first as it is when the page says that it is ready.
pub async fn painted(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let views = Form::ALL.map(|form| after([Action::Go(Page::Chart), Action::Form(form)]));
    browser
        .open(&(site.address() + &native.link(&views[0])))
        .await;
    let ratio: f64 = browser.eval("return devicePixelRatio", &[]).await;
    assert!(ratio > 1.0, "the test needs a screen with small pixels");
    are_right(browser, &native, &views[0]).await;
    for view in &views[1..] {
        browser.go(&native.link(view)).await;
        browser.shows(&native.screen(view)).await;
        are_drawn(browser).await;
        are_right(browser, &native, view).await;
    }
}

/// A form that does not fit says why in place of its charts, and leads to one that does.
pub async fn unfit(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let pick = native.data.indicator_code("relief-loans");
    let pick = vec![pick.expect("an indicator of the built-in data")];
    let view = after([
        Action::Go(Page::Chart),
        Action::Pick(pick),
        Action::Form(Form::Pace),
    ]);
    browser.open(&(site.address() + &native.link(&view))).await;
    browser.shows(&native.screen(&view)).await;
    let reason = Why::NoYear.sentence().get(Lang::Zh);
    let says =
        format!("document.querySelector('[data-unfit=pace]')?.textContent.includes('{reason}')");
    browser.until("the reason", &says).await;
    browser
        .eval::<()>(
            "document.querySelector('[data-unfit] a.first').click()",
            &[],
        )
        .await;
    let fits = reduce(&view, Action::Form(Form::Distribution));
    browser.shows(&native.screen(&fits)).await;
}

/// A canvas has the pixels of the screen that the window is moved to, one after the other.
pub async fn on_another_screen(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let view = after([Action::Go(Page::Chart), Action::Form(Form::Trend)]);
    browser.open(&(site.address() + &native.link(&view))).await;
    are_drawn(browser).await;
    for ratio in ["1", "3", "1.5"] {
        browser.eval::<()>(&MOVE.replace("RATIO", ratio), &[]).await;
        are_drawn(browser).await;
        are_right(browser, &native, &view).await;
    }
}

/// Another pixel ratio, and the change of the media query that watches it.
const MOVE: &str = r#"
    Object.defineProperty(window, "devicePixelRatio", { value: RATIO, configurable: true });
    for (const list of [...window.mediaLists].filter((list) => list.media.includes("resolution")))
      list.dispatchEvent(new Event("change"));
"#;

/// A chart is drawn a frame after its place is in the page, and has its height then.
const DRAWN: &str =
    "[...document.querySelectorAll('canvas[data-chart]')].every((canvas) => canvas.style.height)";

/// How many rows stand beside each chart: a table comes into the page after its chart.
const ROWS: &str = "[...document.querySelectorAll('canvas[data-chart]')].map(
    (canvas) => canvas.closest('figure').querySelectorAll('tbody tr').length)";

async fn are_right(browser: &Browser, native: &Native, view: &ViewState) {
    browser.until("the charts are drawn", DRAWN).await;
    let plots = native.plots(view);
    let rows: Vec<usize> = plots.iter().map(|plot| plot.listing.len()).collect();
    let have_come = format!("JSON.stringify({ROWS}) === '{rows:?}'.replaceAll(' ', '')");
    browser.until("the tables", &have_come).await;
    let pictures: Vec<Picture> = browser.eval(PICTURES, &[]).await;
    assert_eq!(pictures.len(), plots.len());
    for (picture, plot) in pictures.iter().zip(plots) {
        assert_eq!(picture.chart, plot.id);
        assert_eq!(picture.size, picture.room, "{picture:?}");
        assert!(picture.painted > 500, "{picture:?}");
        assert_eq!(picture.rows, plot.listing.len(), "{picture:?}");
        assert!(picture.label.contains(&plot.sentence), "{picture:?}");
    }
}

/// Waits until every canvas has as many pixels as the screen has for it.
pub async fn are_drawn(browser: &Browser) {
    let drawn = "[...document.querySelectorAll('canvas')].every(
        (canvas) => canvas.clientWidth === 0 || canvas.width === Math.round(canvas.clientWidth * devicePixelRatio))";
    browser.until("every chart is drawn", drawn).await;
}
