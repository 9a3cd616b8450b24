//! The ways in: a file from disk, a folder of a server, a frame of another site.

use std::collections::BTreeSet;

use guatu::query::Facet;
use guatu::view::ViewState;

use crate::browser::{Browser, patiently};
use crate::native::{Native, after};
use crate::offline::came_once;
use crate::site::{SingleFile, Site};
use crate::walk::{each_dialog, each_file, every_view};

/// The addresses of all that the page has asked for.
const ASKED: &str = "return performance.getEntriesByType('resource').map((entry) => entry.name)";

/// The single file opened by double click, as it is.
pub async fn from_disk(browser: &Browser) {
    let native = Native::built_in();
    let mut start = native.screen(&ViewState::default());
    // No link is written before the reader does something.
    start.link = String::new();
    let file = SingleFile::as_built();
    browser.open(&file.address).await;
    browser.shows(&start).await;
    every_tab(browser).await;
    asks_for_nothing(browser).await;
}

/// Every view, every dialog and every kind of file of the single file, with a witness of what its policy
/// stops.
pub async fn whole_from_disk(browser: &Browser) {
    let native = Native::built_in();
    let file = SingleFile::witnessed();
    browser.open(&file.address).await;
    for view in every_view(&native) {
        let screen = native.screen(&after(view));
        browser.go(&screen.link).await;
        browser.shows(&screen).await;
    }
    each_dialog(browser, async |_| ()).await;
    each_file(browser).await;
    asks_for_nothing(browser).await;
}

async fn asks_for_nothing(browser: &Browser) {
    let asked: Vec<String> = browser.eval(ASKED, &[]).await;
    assert_eq!(asked, Vec::<String>::new());
}

/// The site at a server that has it in some folder.
pub async fn from_a_folder(browser: &Browser) {
    let site = Site::as_built().await;
    browser.open(&site.address()).await;
    every_tab(browser).await;
    let folder = site.address();
    let asked: Vec<String> = browser.eval(ASKED, &[]).await;
    assert!(!asked.is_empty(), "the browser keeps no account");
    for address in asked {
        assert!(address.starts_with(&folder), "{address} is elsewhere");
    }
    came_once(browser, &site).await;
    let files: BTreeSet<String> = site.seen().into_iter().map(|seen| seen.path).collect();
    // Program, views and data, and not the single file, which holds them once more.
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let asked = |ending: &str| files.iter().filter(|path| path.ends_with(ending)).count();
    assert_eq!((asked(".wasm"), asked("/data.json")), (2, 1), "{files:?}");
    assert_eq!(asked(".html"), 0, "{files:?}");
}

/// Whether the choice of targets is taken, once the page has had its time.
const IS_TAKEN: &str = "
    const box = document.querySelector('[data-facet=kind] [value=target]');
    setTimeout(() => arguments[0](box.checked), 500);
";

/// The single file as another site shows it.
pub async fn in_a_frame(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::as_built().await;
    let page = format!(
        "<!doctype html><title>Host</title><iframe width=1200 height=500 src={}guatu.html></iframe>",
        site.address()
    );
    let host = Site::other(page).await;
    browser.visit(&host.origin).await;
    browser.enter("iframe").await;
    browser.is_ready().await;
    // WebKit's driver brings an element into sight of its frame, and presses beside it where the window ends
    // before the frame; and it answers before the page has heard of the press: to press again at once would
    // take the choice back.
    patiently("the choice is taken", async || {
        browser.click("[data-facet=kind] [value=target]").await;
        let is_taken: bool = browser.eval_async(IS_TAKEN).await;
        is_taken.then_some(()).ok_or_else(|| "not taken".to_owned())
    })
    .await;
    let targets = after([native.toggle(Facet::Kind, "target")]);
    browser.shows(&native.screen(&targets)).await;
}

/// Goes through a few views and comes back.
async fn every_tab(browser: &Browser) {
    for view in ["chart", "table", "board"] {
        browser.click(&format!("nav a[href^='#/{view}']")).await;
        browser
            .until(view, &format!("location.hash.startsWith('#/{view}')"))
            .await;
    }
}
