//! The site without its server: what a visit leaves behind, and what becomes of it when there is a new
//! version.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use guatu::view::{Action, Page, ViewState};

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::site::{FOLDER, SingleFile, Site};

/// The version that the page is of, and the edition of its data.
const PAGE: &str = "return [document.querySelector('link[data-version]').dataset.version,
    document.querySelector('.footer').innerText]";

/// Calls back with the versions that are kept whole and at work.
const KEPT: &str = "const done = arguments[arguments.length - 1];
    navigator.serviceWorker.ready
        .then((registration) => registration.active.state)
        .then(async (state) => done(state === 'activated' ? await caches.keys() : []))
        .catch((error) => done([String(error)]))";

/// A view that nobody has opened yet opens when the server is gone.
pub async fn revisit(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::hosted().await;
    browser.open(&site.address()).await;
    is_kept(browser, 1).await;
    site.stop().await;
    browser.open(&site.address()).await;
    let table = native.screen(&after([Action::Go(Page::Table)]));
    browser.open(&(site.address() + &table.link)).await;
    browser.shows(&table).await;
}

/// A new version is there at the next visit, and is what is kept then.
pub async fn update(browser: &Browser) {
    let site = Site::hosted().await;
    browser.open(&site.address()).await;
    is_kept(browser, 1).await;
    let [old, _]: [String; 2] = browser.eval(PAGE, &[]).await;
    publish(site.folder(), true);
    browser.open(&site.address()).await;
    is_of(browser, "0123456789abcdef", "2031.1.0").await;
    is_kept(browser, 2).await;
    site.stop().await;
    browser.open(&site.address()).await;
    is_of(browser, "0123456789abcdef", "2031.1.0").await;
    assert_ne!(old, "0123456789abcdef");
}

/// A new version that does not come whole leaves the one before as it was: no file of both.
pub async fn broken_update(browser: &Browser) {
    let site = Site::hosted().await;
    browser.open(&site.address()).await;
    is_kept(browser, 1).await;
    let [version, words]: [String; 2] = browser.eval(PAGE, &[]).await;
    publish(site.folder(), false);
    browser.open(&site.address()).await;
    is_of(browser, "0123456789abcdef", "2031.1.0").await;
    site.stop().await;
    browser.open(&site.address()).await;
    let now: [String; 2] = browser.eval(PAGE, &[]).await;
    assert_eq!(now, [version, words]);
}

/// A session over all views asks for the files of the page alone, and each comes once. What is asked after
/// is answered with `304 Not Modified`, and so does not come again. An automated `WebKit` keeps no cache of files
/// between page and worker, so that there the worker has each come a second time.
pub async fn each_file_once(browser: &Browser) {
    let site = Site::hosted().await;
    browser.open(&site.address()).await;
    for view in ["chart", "table", "units", "sources", "board"] {
        browser.click(&format!("nav a[href^='#/{view}']")).await;
        let there = format!("document.documentElement.dataset.view === '{view}'");
        browser.until(view, &there).await;
    }
    is_kept(browser, 1).await;
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for (path, status) in site.seen() {
        let name = path
            .strip_prefix(FOLDER)
            .unwrap_or_else(|| panic!("{path} is elsewhere"));
        let file = if name.is_empty() { "index.html" } else { name };
        assert!(
            site.folder().join(file).is_file(),
            "{path} is no file of the site"
        );
        assert!(status == 200 || status == 304, "{path}: {status}");
        *times.entry(path).or_default() += usize::from(status == 200);
    }
    let is_webkit = "return !/Chrome|Firefox/.test(navigator.userAgent)";
    let most = 1 + usize::from(browser.eval::<bool>(is_webkit, &[]).await);
    times.retain(|_, times| *times > most);
    assert_eq!(times, BTreeMap::new(), "came more than once");
}

/// A link shows the same view of the site and of the single file, which may not be written to.
pub async fn same_link(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::hosted().await;
    let file = SingleFile::read_only();
    let states: [ViewState; 2] = [
        after([Action::Go(Page::Units)]),
        after([
            Action::Go(Page::Table),
            native.toggle(guatu::query::Facet::Kind, "target"),
        ]),
    ];
    for state in states {
        let screen = native.screen(&state);
        for page in [site.address(), file.address.clone()] {
            browser.open(&(page + &screen.link)).await;
            browser.shows(&screen).await;
        }
    }
}

/// Waits until so many versions are kept, and the newest is at work.
async fn is_kept(browser: &Browser, versions: usize) {
    crate::browser::patiently("the site is kept", async || {
        let kept: Vec<String> = browser.eval_async(KEPT).await;
        (kept.len() == versions)
            .then_some(())
            .ok_or_else(|| format!("{kept:?}"))
    })
    .await;
}

async fn is_of(browser: &Browser, version: &str, edition: &str) {
    let [own, words]: [String; 2] = browser.eval(PAGE, &[]).await;
    assert!(own == version && words.contains(edition), "{own}: {words}");
}

/// Puts another version in the place of the site: another edition of the data, another version of page
/// and worker, and the styles under another name. `whole`, or with a file that the list names and the
/// server lacks.
fn publish(folder: &Path, whole: bool) {
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("a built file");
    let (worker, page) = (read("sw.js"), read("index.html"));
    let quoted = |text: &str, before: &str| {
        let rest = text.split_once(before).expect("what stands before").1;
        rest.split('"').next().expect("an end").to_owned()
    };
    let version = quoted(&worker, "VERSION = \"");
    let styles = quoted(&page, "rel=\"stylesheet\" href=\"./");
    let other = |text: String| {
        let text = text.replace(&version, "0123456789abcdef");
        text.replace(&styles, "styles-fedcba9876543210.css")
    };
    // What the page's hash is cannot be told here: none is asked for.
    let own = quoted(&worker, "\"./\": \"");
    let missing = if whole {
        ""
    } else {
        "\"missing-fedcba9876543210.js\": \"\",\n"
    };
    let worker = other(worker).replace(&own, "");
    let worker = worker.replace("FILES = {", &format!("FILES = {{{missing}"));
    let data = read("data.json").replace("2026.11.0", "2031.1.0");
    fs::rename(
        folder.join(&styles),
        folder.join("styles-fedcba9876543210.css"),
    )
    .expect("styles");
    for (name, text) in [
        ("sw.js", worker),
        ("index.html", other(page)),
        ("data.json", data),
    ] {
        fs::write(folder.join(name), text).expect("a new file");
    }
}
