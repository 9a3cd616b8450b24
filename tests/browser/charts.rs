//! Charts: the picture, the table beside it, and the ways to a figure in it.

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use fantoccini::key::Key;
use guatu::chart::Chart;
use guatu::dataset::Lang;
use guatu::text::figure;
use guatu::view::{Action, Form, Page};
use serde::Deserialize;

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::site::Site;

/// A canvas with what stands beside it.
#[derive(Debug, Deserialize)]
struct Picture {
    chart: String,
    /// Its own pixels, and how many they should be.
    size: [f64; 2],
    wanted: [f64; 2],
    /// How many of them are not of the ground.
    painted: u32,
    /// The rows of the table.
    rows: usize,
    /// What assistive technology reads.
    label: String,
}

const PICTURES: &str = r#"
    return [...document.querySelectorAll("canvas[data-chart]")].map((canvas) => {
      const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
      const colours = new Uint32Array(pixels.buffer);
      const device = (length) => Math.round(length * devicePixelRatio);
      return {
        chart: canvas.dataset.chart,
        size: [canvas.width, canvas.height],
        wanted: [device(canvas.clientWidth), device(canvas.clientHeight)],
        painted: colours.reduce((sum, colour) => sum + (colour !== colours[0]), 0),
        rows: canvas.closest("figure").querySelectorAll("tbody tr").length,
        label: canvas.getAttribute("aria-label") ?? "",
      };
    });
"#;

/// Every form of the chart view, and the chart of an indicator's page.
pub async fn painted(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let ratio: f64 = browser.eval("return devicePixelRatio", &[]).await;
    assert!(ratio > 1.0, "the test needs a screen with small pixels");
    browser.open(&site.address()).await;
    for form in [Form::Bullets, Form::Trend, Form::Ranked] {
        let state = after([Action::Go(Page::Chart), Action::Form(form)]);
        browser.go(&native.link(&state)).await;
        browser.shows(&native.screen(&state)).await;
        is_drawn(browser).await;
        let pictures: Vec<Picture> = browser.eval(PICTURES, &[]).await;
        for (picture, plot) in pictures.iter().zip(native.plots(&state)) {
            assert_eq!(picture.chart, plot.id);
            assert_eq!(picture.rows, plot.rows.len(), "{picture:?}");
            assert!(picture.label.contains(&plot.sentence), "{picture:?}");
            assert_eq!(picture.size, picture.wanted, "{picture:?}");
            assert!(picture.painted > 500, "{picture:?}");
        }
    }
}

/// Waits until every canvas has the pixels that its size on the page asks for.
pub async fn is_drawn(browser: &Browser) {
    let is_crisp = "canvas.width === Math.round(canvas.clientWidth * devicePixelRatio)";
    let every = "[...document.querySelectorAll('canvas')].every";
    browser
        .until(
            "every chart is drawn",
            &format!("{every}((canvas) => {is_crisp})"),
        )
        .await;
}

/// Along the figures with the arrows, away with Escape, to an indicator with Enter.
pub async fn by_keyboard(browser: &Browser) {
    let native = Native::built_in();
    let lines = opened(browser, &native).await;
    let first = &lines[0];
    for (key, line) in [
        (Key::Right, first),
        (Key::Down, &lines[1]),
        (Key::Left, first),
    ] {
        browser.keys("canvas", &char::from(key).to_string()).await;
        tells(browser, &line.1).await;
    }
    browser
        .keys("canvas", &char::from(Key::Escape).to_string())
        .await;
    browser.until("no tip", NO_TIP).await;
    browser
        .keys(
            "canvas",
            &format!("{}{}", char::from(Key::Right), char::from(Key::Enter)),
        )
        .await;
    browser
        .shows(&native.screen(&after([Action::Go(first.0)])))
        .await;
}

/// Over a figure and away from it.
pub async fn by_pointer(browser: &Browser) {
    let native = Native::built_in();
    let lines = opened(browser, &native).await;
    // The keyboard says where a figure is: its tip stands at the upper edge of the mark.
    browser
        .keys("canvas", &char::from(Key::Right).to_string())
        .await;
    tells(browser, &lines[0].1).await;
    let place = r#"
        const canvas = document.querySelector("canvas");
        canvas.scrollIntoView({ block: "center" });
        const frame = canvas.getBoundingClientRect();
        const tip = document.querySelector(".tip").style;
        return [frame.left + parseFloat(tip.left), frame.top + parseFloat(tip.top) + 2];
    "#;
    let [x, y]: [f64; 2] = browser.eval(place, &[]).await;
    browser
        .keys("canvas", &char::from(Key::Escape).to_string())
        .await;
    browser.until("no tip", NO_TIP).await;
    point(browser, x, y).await;
    tells(browser, &lines[0].1).await;
    point(browser, 2.0, 2.0).await;
    browser.until("no tip", NO_TIP).await;
}

const NO_TIP: &str = "!document.querySelector('.tip')";

/// Opens the chart of targets and outcomes: for each of its marks the indicator's page, and the
/// figure in words.
async fn opened(browser: &Browser, native: &Native) -> Vec<(Page, String)> {
    let site = Site::witnessed().await;
    let state = after([Action::Go(Page::Chart)]);
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.shows(&native.screen(&state)).await;
    is_drawn(browser).await;
    let plots = native.plots(&state);
    let Chart::Bullets(bullets) = &plots[0].chart else {
        panic!("the chart view starts with targets and outcomes");
    };
    let figures = bullets
        .rows
        .iter()
        .map(|bullet| native.data.observation(bullet.row));
    figures
        .flatten()
        .map(|o| {
            (
                Page::Indicator(o.indicator_code),
                figure::line(&o, Lang::Zh),
            )
        })
        .collect()
}

/// The tip has this figure, and assistive technology is told.
async fn tells(browser: &Browser, line: &str) {
    for place in [".tip b", "figure [aria-live]"] {
        let text = format!("document.querySelector('{place}')?.textContent.includes('{line}')");
        browser.until(&format!("{line} in {place}"), &text).await;
    }
}

async fn point(browser: &Browser, x: f64, y: f64) {
    let there = PointerAction::MoveTo {
        duration: None,
        x,
        y,
    };
    let mouse = MouseActions::new("mouse".to_owned()).then(there);
    let moved = browser.client().perform_actions(mouse).await;
    moved.expect("a pointer");
}
