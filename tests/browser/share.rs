//! What is shared: the dialog, what is copied of it, citations, and links made with another edition.

use fantoccini::key::Key;
use guatu::dataset::Tables;
use guatu::export::shared_link;
use guatu::query::changes::since;
use guatu::text::{Out, changes};
use guatu::view::{Page, ViewState, link};

use crate::browser::Browser;
use crate::native::Native;
use crate::paper::WATCHED;
use crate::site::{SingleFile, Site};

const LINK: &str = "#/table?area=420106";
const OPEN: &str = "document.querySelector('#share')?.open === true";
const CLOSED: &str = "!document.querySelector('#share')";

/// The text of the first field of the open panel.
const FIELD: &str = "return document.querySelector('#share-panel textarea').value";

fn state(native: &Native, link: &str) -> ViewState {
    link::read(link, &native.data).0
}

async fn focus(browser: &Browser, selector: &str) {
    let script = format!("document.querySelector({selector:?}).focus()");
    browser.eval::<()>(&script, &[]).await;
}

/// The dialog opens, walks its tabs and closes by the keyboard; the focus goes back to its button. Back and
/// Forward go on after it.
pub async fn by_keyboard(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    // The query is this reader's alone, and goes into no link.
    browser.open(&(site.address() + "?reload=1" + LINK)).await;
    focus(browser, "[data-dialog=share]").await;
    browser.strike(Key::Enter).await;
    browser.until("the dialog", OPEN).await;
    let ready = "document.activeElement.matches('#share .share-link [data-copy]')";
    browser
        .until("the focus is where the link is copied", ready)
        .await;
    let expected = shared_link(&native.data, &state(&native, LINK), Some(&site.address()));
    assert_eq!(browser.eval::<String>(FIELD, &[]).await, expected);
    let code = "document.querySelector('#share .share-code path') !== null";
    browser.until("its code", code).await;

    focus(browser, "#share-link").await;
    browser.strike(Key::Right).await;
    let cited = "document.activeElement.id === 'share-cite'
        && document.querySelector('#share-panel textarea').value.includes('[DS/OL]')";
    browser.until("the citation", cited).await;
    browser.strike(Key::Escape).await;
    browser.until("closed", CLOSED).await;
    let back = "document.activeElement.dataset.dialog === 'share'";
    browser.until("the focus is back", back).await;

    // A link that was shared opens its view, and the history goes on through it.
    browser.go("#/chart").await;
    let shared = link::share(&state(&native, LINK), &native.data);
    browser.go(&shared).await;
    let count = native.selection(&state(&native, LINK)).count();
    let shown = format!("document.querySelector('#result-count').dataset.count === '{count}'");
    browser.until("the shared view", &shown).await;
    assert!(
        browser
            .eval::<bool>("return !document.querySelector('[role=alert]')", &[])
            .await
    );
    browser.back().await;
    browser
        .until("back", "document.documentElement.dataset.view === 'chart'")
        .await;
    browser.forward().await;
    browser.until("forward", &shown).await;
}

/// Link and citation are copied from the open dialog; where the browser refuses, the text is selected.
pub async fn copied(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    browser.open(&(site.address() + LINK)).await;
    browser.eval::<()>(WATCHED, &[]).await;
    browser.click("[data-dialog=share]").await;
    browser.until("the dialog", OPEN).await;
    browser.click("#share-panel [data-copy]").await;
    let expected = shared_link(&native.data, &state(&native, LINK), Some(&site.address()));
    browser.until("copied", "kept.copied.length === 2").await;
    assert_eq!(
        browser.eval::<String>("return kept.copied[0]", &[]).await,
        expected
    );
    browser.click("#share-cite").await;
    browser
        .until(
            "the citation",
            "document.querySelector('#share-panel textarea').value.includes('[DS/OL]')",
        )
        .await;
    browser
        .eval::<()>("document.execCommand = () => false", &[])
        .await;
    browser.click("#share-panel [data-copy]").await;
    let selected = "(({ value, selectionStart, selectionEnd }) =>
        value.slice(selectionStart, selectionEnd).includes('[DS/OL]'))(document.activeElement)";
    browser
        .until("selected to be copied by hand", selected)
        .await;
}

/// A figure is cited by its printing.
pub async fn figure(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let figure = native.data.observation(0).expect("a figure");
    let state = ViewState {
        page: Page::Indicator(figure.indicator_code),
        ..ViewState::default()
    };
    browser.open(&(site.address() + &native.link(&state))).await;
    let button = format!("[data-observation={:?}] [data-dialog^=cite]", figure.id);
    browser.click(&button).await;
    let cited = format!(
        "[...document.querySelectorAll('dialog[open] textarea')].at(-1).value.includes({:?})",
        figure.as_printed
    );
    browser.until("its fragment", &cited).await;
    let words = "document.querySelector('dialog[open] h2').textContent";
    let heading = format!("{words} === {:?}", Out::Cite.get(state.lang));
    browser.until("the heading", &heading).await;
}

/// From a file the link begins with the address of a site that the reader puts in, and with no other.
pub async fn from_disk(browser: &Browser) {
    let native = Native::built_in();
    let file = SingleFile::witnessed();
    browser.open(&(file.address.clone() + LINK)).await;
    browser.click("[data-dialog=share]").await;
    browser.until("the dialog", OPEN).await;
    let link = link::share(&state(&native, LINK), &native.data);
    assert_eq!(
        browser.eval::<String>(FIELD, &[]).await,
        format!("guatu.html{link}")
    );
    browser
        .write(".site-field input", "javascript:alert(1)")
        .await;
    browser
        .until(
            "refused",
            "document.querySelector('.site-wrong').textContent !== ''",
        )
        .await;
    assert_eq!(
        browser.eval::<String>(FIELD, &[]).await,
        format!("guatu.html{link}")
    );
    browser
        .eval::<()>("document.querySelector('.site-field input').select()", &[])
        .await;
    browser
        .write(".site-field input", "https://example.org/guatu/")
        .await;
    let taken = format!(
        "document.querySelector('#share-panel .share-link textarea').value === {:?}",
        format!("https://example.org/guatu/{link}")
    );
    browser.until("the site's address", &taken).await;
    browser
        .until(
            "its code",
            "document.querySelector('#share .share-code path') !== null",
        )
        .await;
}

/// A page with another edition says which of the figures that it shows are otherwise, and leads to them.
pub async fn edition(browser: &Browser) {
    const OLD: &str = "2026.1.0";
    let mut tables = Tables::built_in();
    let built_in = Native::built_in();
    let figure = built_in.data.observation(0).expect("a figure");
    let changed = format!(
        "edition,since,change,observation,field,before\n2026.11.0,{OLD},revised,{},value,12\n",
        figure.id
    );
    tables.insert("changes.csv", changed);
    let native = Native::of(&tables);
    let texts = guatu::dataset::files().filter_map(|name| Some((name, tables.get(name)?)));
    let texts: std::collections::BTreeMap<&str, &str> = texts.collect();
    let data = serde_json::to_string(&texts).expect("JSON");
    let site = Site::with_data(&data).await;
    let shared = format!("#/table?edition={OLD}");
    browser.open(&(site.address() + &shared)).await;
    let state = state(&native, &shared);
    let known = since(&native.data, OLD, &|_| true);
    let head = changes::head(&native.data, OLD, &known, state.lang);
    let told = format!("document.querySelector('[role=alert] p').textContent === {head:?}");
    browser.until("it says so", &told).await;
    let leads = format!(
        "document.querySelector('[role=alert] li a').hash === '#/indicator/{}'",
        figure.indicator.id
    );
    browser.until("it leads to the figure", &leads).await;
    browser.click("[role=alert] button").await;
    browser
        .until("no notice", "!document.querySelector('[role=alert]')")
        .await;
}
