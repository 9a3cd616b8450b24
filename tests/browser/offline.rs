//! The site without its server: what a visit leaves behind, and what becomes of it when there is a new
//! version.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use guatu::dataset::Lang;
use guatu::text::{Msg, Out};
use guatu::view::{Action, Page, ViewState};

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::site::{FOLDER, Seen, SingleFile, Site};
use crate::walk::{OPENING, each_dialog, each_file, every_view};

/// The version that the page is of, and the edition of its data.
const PAGE: &str = "return [document.querySelector('link[data-version]').dataset.version,
    document.querySelector('.footer').innerText]";

/// A file that a new version names and its server lacks.
const MISSING: &str = "missing-fedcba9876543210.js";

/// Calls back with whether no worker is on its way to its work, whether one is at work, and the versions that are kept.
/// The state of a worker does not tell: that of `WebKit` may stay `installing` for a page that met the worker then.
const KEPT: &str = "const done = arguments[arguments.length - 1];
    navigator.serviceWorker.getRegistration()
        .then(async ({ installing, waiting, active } = {}) =>
            done([!installing && !waiting, Boolean(active), await caches.keys()]))
        .catch((error) => done([false, false, [String(error)]]))";

/// So often is looked at what is kept before the page is visited again, where no worker came of the first visit.
const LOOKS: usize = 100;

/// A view that nobody has opened yet opens when the server is gone.
pub async fn revisit(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::hosted().await;
    browser.open(&site.address()).await;
    is_kept(browser, 1).await;
    // The single file is a link as long as there is a server that has it.
    let links = "return document.querySelector('.from-server').checkVisibility()";
    assert!(browser.eval::<bool>(links, &[]).await);
    site.stop().await;
    browser.open(&site.address()).await;
    assert!(!browser.eval::<bool>(links, &[]).await);
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
    crate::browser::patiently("the new version was tried", async || {
        let mut seen = site.seen().into_iter();
        let tried = seen.any(|seen| seen.path.ends_with(MISSING) && seen.status == 404);
        tried.then_some(()).ok_or_else(|| "not yet".to_owned())
    })
    .await;
    site.stop().await;
    browser.open(&site.address()).await;
    let now: [String; 2] = browser.eval(PAGE, &[]).await;
    assert_eq!(now, [version, words]);
}

/// A session over all views, all dialogs and all kinds of files asks for the files of the page alone, and
/// each comes once.
pub async fn each_file_once(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::hosted().await;
    browser.open(&site.address()).await;
    for view in every_view(&native) {
        let screen = native.screen(&after(view));
        browser.go(&screen.link).await;
        browser.shows(&screen).await;
    }
    is_kept(browser, 1).await;
    let asked = || {
        let mut seen = site.seen().into_iter();
        seen.any(|seen| seen.path.contains("guatu-files"))
    };
    let was_looked_at = Cell::new(false);
    each_dialog(browser, async |what| {
        if what == OPENING {
            was_looked_at.set(true);
            assert!(!asked(), "nobody has asked for a file or given one");
        }
    })
    .await;
    assert!(was_looked_at.get() && asked(), "files were given");
    each_file(browser).await;
    came_once(browser, &site).await;
}

/// Each file of the site came once so far, and nothing else was asked for. What is asked after is answered
/// with `304 Not Modified`, and so does not come again. Service worker and preview take what the page has
/// loaded out of the browser's cache; an automated `WebKit` keeps none between them, so that there each
/// file comes once to each.
pub async fn came_once(browser: &Browser, site: &Site) {
    let is_webkit = "return !/Chrome|Firefox/.test(navigator.userAgent)";
    let is_webkit: bool = browser.eval(is_webkit, &[]).await;
    let mut came = BTreeSet::new();
    for Seen { path, by, status } in site.seen() {
        assert!(path.starts_with(FOLDER), "{path} is elsewhere");
        assert!(status == 200 || status == 304, "{path}: {status}");
        let to = if is_webkit { by } else { String::new() };
        let is_new = status == 304 || came.insert((path.clone(), to.clone()));
        assert!(is_new, "{path} came more than once {to}");
    }
}

/// A page never has the data of another version: neither a new page whose data do not come, nor one that
/// was kept while the server has new data.
pub async fn no_mixture(browser: &Browser) {
    let site = Site::hosted().await;
    browser.open(&site.address()).await;
    is_kept(browser, 1).await;
    let [old, _]: [String; 2] = browser.eval(PAGE, &[]).await;
    publish(site.folder(), true);
    site.refuse("data.json");
    browser.visit(&site.address()).await;
    let told = "document.querySelector('#guatu-no-data:not([hidden])') !== null
        && document.querySelector('link[data-version=\"0123456789abcdef\"]') !== null";
    browser.until("the new page has no data", told).await;
    // Now the page is refused, and the kept one comes in its place: not with the data that the server has.
    site.refuse("");
    browser.open(&site.address()).await;
    let [version, words]: [String; 2] = browser.eval(PAGE, &[]).await;
    assert_eq!(version, old);
    assert!(!words.contains("2031.1.0"), "{words}");
}

/// Where there is no room for the whole site nothing of it stays.
pub async fn no_room(browser: &Browser) {
    const FULL: &str = "const put = Cache.prototype.put; let puts = 0;
        Cache.prototype.put = function (...pair) {
            puts += 1;
            return puts > 3 ? Promise.reject(new Error('full')) : put.apply(this, pair);
        };\n";
    const LEFT: &str = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.register('sw.js').then(({ installing }) => {
            installing.onstatechange = async () => done([installing.state, ...await caches.keys()]);
        }).catch((error) => done([String(error)]));";
    let site = Site::hosted().await;
    let worker = site.folder().join("sw.js");
    let text = fs::read_to_string(&worker).expect("the worker");
    fs::write(&worker, FULL.to_owned() + &text).expect("a worker without room");
    browser.open(&site.address()).await;
    let left: Vec<String> = browser.eval_async(LEFT).await;
    assert_eq!(left, ["redundant"]);
}

/// Data that a host puts in place of ours are those that are there without a network.
pub async fn data_of_the_host(browser: &Browser) {
    const IS_NEW: &str = "const done = arguments[arguments.length - 1];
        caches.match('data.json').then((answer) => answer.text())
            .then((text) => done(text.includes('2031.1.0'))).catch(() => done(false))";
    let site = Site::hosted().await;
    browser.open(&site.address()).await;
    is_kept(browser, 1).await;
    let data = site.folder().join("data.json");
    let text = fs::read_to_string(&data).expect("the data");
    fs::write(&data, text.replace("2026.11.0", "2031.1.0")).expect("other data");
    browser.open(&site.address()).await;
    crate::browser::patiently("the new data are kept", async || {
        let is_new: bool = browser.eval_async(IS_NEW).await;
        is_new.then_some(()).ok_or_else(|| "the old".to_owned())
    })
    .await;
    site.stop().await;
    browser.open(&site.address()).await;
    let [_, words]: [String; 2] = browser.eval(PAGE, &[]).await;
    assert!(words.contains("2031.1.0"), "{words}");
}

/// The program that makes files is there without a network for who has used it, and otherwise the dialog
/// says so.
pub async fn exports(browser: &Browser) {
    let (saved, failed) = (Msg::Saved.get(Lang::Zh), Out::ExportFailed.get(Lang::Zh));
    for was_used in [false, true] {
        let site = Site::hosted().await;
        browser.open(&site.address()).await;
        is_kept(browser, 1).await;
        if was_used {
            export_says(browser, saved).await;
        }
        site.stop().await;
        browser.open(&site.address()).await;
        export_says(browser, if was_used { saved } else { failed }).await;
    }
}

/// Has a workbook made, and waits for what the dialog says.
async fn export_says(browser: &Browser, words: &str) {
    browser.click("[data-dialog=export]").await;
    browser.click("#export [data-export=xlsx]").await;
    let said = format!("document.querySelector('#export [role=status]').textContent === '{words}'");
    browser.until(words, &said).await;
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
    let looks = Cell::new(0);
    crate::browser::patiently("the site is kept", async || {
        let (is_settled, is_active, kept): (bool, bool, Vec<String>) =
            browser.eval_async(KEPT).await;
        if is_settled && is_active && kept.len() == versions {
            return Ok(());
        }
        // A browser that is short of time may give up a worker that is on its way: the next visit brings one.
        looks.set(looks.get() + 1);
        if looks.get() == LOOKS && is_settled && !is_active {
            browser.reload().await;
        }
        Err(format!(
            "settled {is_settled}, at work {is_active}: {kept:?}"
        ))
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
    let missing = if whole {
        String::new()
    } else {
        format!("\"{MISSING}\": \"\",\n")
    };
    let worker = other(worker).replace("FILES = {", &format!("FILES = {{{missing}"));
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
