//! The crash page: what a reader gets where the program has stopped, and that nothing of it runs any more.

use std::collections::BTreeSet;

use guatu::dataset::Lang;
use guatu::query::Facet;
use guatu::text::Msg;
use guatu::view::{Action, Page};

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::site::{SingleFile, Site};

/// Once the table is left nothing can be put into the page any more, as where a translator has taken its elements
/// apart: the program does not reckon with that, and panics. The table itself may still add rows, and Firefox follows
/// a link a moment after the press. Errors are counted from here on.
const PLANT: &str = "
    window.errors = 0;
    for (const kind of ['error', 'unhandledrejection']) addEventListener(kind, () => { window.errors += 1 });
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = function (...nodes) {
        if (location.hash.startsWith('#/table')) return insertBefore.apply(this, nodes);
        throw new DOMException('planted');
    };";

/// What the program has listened to, once more; afterwards, how many errors there were.
const ALL_EVENTS: &str = "
    const done = arguments[0];
    for (const kind of ['popstate', 'resize', 'scroll', 'beforeprint', 'afterprint', 'storage', 'message'])
        dispatchEvent(new Event(kind));
    for (const kind of ['keydown', 'copy', 'click', 'pointerdown', 'pointermove', 'visibilitychange'])
        document.dispatchEvent(new Event(kind, { bubbles: true }));
    document.body.dispatchEvent(new Event('click', { bubbles: true }));
    location.hash = '#/chart';
    setTimeout(() => done(window.errors), 1000)";

/// Where the links of the page lead.
const LINKS: &str = "return [...document.querySelectorAll('a')].map((link) => link.href)";

/// On the site.
pub async fn on_a_site(browser: &Browser) {
    let site = Site::as_built().await;
    stops(browser, &site.address()).await;
}

/// In the single file.
pub async fn from_disk(browser: &Browser) {
    let file = SingleFile::as_built();
    stops(browser, &file.address).await;
}

/// A panic at a filtered view shows what happened and leads back to the view.
async fn stops(browser: &Browser, page: &str) {
    let native = Native::built_in();
    let filters = || {
        let area = native.toggle(Facet::Area, "420106");
        [area, Action::Search("gdp".to_owned())]
    };
    let table = after(filters().into_iter().chain([Action::Go(Page::Table)]));
    let board = after(filters());
    browser
        .open(&(page.to_owned() + &native.link(&table)))
        .await;
    browser.shows(&native.screen(&table)).await;
    // In one script: what the page still has to put in would meet the panic before the press, and what a driver
    // presses is gone before the driver has done.
    let press = "document.querySelector(\"nav a[href^='#/board']\").click()";
    browser.eval::<()>(&[PLANT, press].concat(), &[]).await;
    let failed = "document.documentElement.dataset.state === 'failed'";
    browser.until("the page says that it failed", failed).await;

    let told: String = browser.eval("return document.body.innerText", &[]).await;
    let version = format!("Guatu {}", env!("CARGO_PKG_VERSION"));
    let messages = [Msg::CrashTitle, Msg::CrashText, Msg::Reload];
    let messages = messages
        .iter()
        .flat_map(|msg| [msg.get(Lang::Zh), msg.get(Lang::En)]);
    for words in messages.chain([&*version, "panicked at", "failed to insert node"]) {
        assert!(told.contains(words), "no {words} in {told}");
    }
    let back = [page, "?reload=1", &native.link(&board)].concat();
    let links: BTreeSet<String> = browser.eval(LINKS, &[]).await;
    assert_eq!(links, BTreeSet::from([back]), "{told}");

    let errors: u32 = browser.eval_async(ALL_EVENTS).await;
    assert_eq!(errors, 1, "the program ran again");
    let still: String = browser.eval("return document.body.innerText", &[]).await;
    assert_eq!(still, told);

    browser.click("main a").await;
    browser.is_ready().await;
    browser.shows(&native.screen(&board)).await;
}
