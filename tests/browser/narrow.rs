//! A narrow page, as wide as a phone or as narrow as the engine's window can be.

use std::fs;

use fantoccini::key::Key;
use guatu::dataset::Lang;
use guatu::query::Facet;
use guatu::view::{Action, Form, Page, TextSize};

use crate::access::{RUN, axe};
use crate::browser::Browser;
use crate::charts::are_drawn;
use crate::native::{Native, after};
use crate::site::{SingleFile, Site};
use crate::walk::every_view;

const OPEN: &str = "document.querySelector('#filters:popover-open')";

/// The rail opens over the page, works, closes on Escape and gives the focus back.
pub async fn filters(browser: &Browser) {
    let native = Native::built_in();
    let file = SingleFile::witnessed();
    narrow(browser).await;
    browser.open(&format!("{}#/board", file.address)).await;
    browser.click("main [popovertarget=filters]").await;
    browser.until("the filters open", OPEN).await;
    browser.click("[data-facet=area] [value='420106']").await;
    let chosen = after([native.toggle(Facet::Area, "420106")]);
    browser.shows(&native.screen(&chosen)).await;
    browser.press(Key::Escape).await;
    browser
        .until("the filters closed", &format!("!{OPEN}"))
        .await;
    let back = "document.activeElement.matches('main [popovertarget=filters]')";
    browser.until("the focus on the button", back).await;
}

/// What is set seldom stands behind one button, which works and closes as that of the filters does.
pub async fn settings(browser: &Browser) {
    let native = Native::built_in();
    let file = SingleFile::witnessed();
    narrow(browser).await;
    browser.open(&format!("{}#/board", file.address)).await;
    open_settings(browser).await;
    browser.click(".text-size").await;
    let large = after([Action::Text(TextSize::Large)]);
    browser.shows(&native.screen(&large)).await;
    let pressed = "document.querySelector('#settings:popover-open [aria-pressed=true]')";
    browser
        .until("it is still open, and says so", pressed)
        .await;
    browser.press(Key::Escape).await;
    let back = "document.activeElement.matches('.settings-button')
        && !document.querySelector('#settings:popover-open')";
    browser.until("closed, the focus on its button", back).await;
    let small: Vec<String> = browser.eval(SMALL, &[]).await;
    assert!(small.is_empty(), "smaller than a finger: {small:?}");
}

/// What of the page's head is smaller than the tip of a finger.
const SMALL: &str = "
    return [...document.querySelectorAll('.header :is(a, button, select, input)')]
      .filter((one) => one.checkVisibility() && !one.matches('.skip, .brand, .visually-hidden'))
      .filter((one) => Math.min(one.offsetWidth, one.offsetHeight) < 43.5)
      .map((one) => one.outerHTML);
";

async fn open_settings(browser: &Browser) {
    browser.click(".settings-button").await;
    let open = "document.querySelector('#settings:popover-open')";
    browser.until("the settings open", open).await;
}

/// With the settings open.
pub async fn access(browser: &Browser) {
    let site = Site::witnessed().await;
    narrow(browser).await;
    let axe = fs::read_to_string(axe()).expect("axe: `cargo xtask setup` installs it");
    for lang in ["zh", "en"] {
        let link = format!(
            "{}#/board?lang={lang}&area=420103&theme=finance",
            site.address()
        );
        browser.open(&link).await;
        browser.eval::<()>(&axe, &[]).await;
        open_settings(browser).await;
        let found: Vec<String> = browser.eval_async(RUN).await;
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

/// Every view in both languages.
pub async fn width(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    narrow(browser).await;
    browser.open(&site.address()).await;
    for lang in [Lang::Zh, Lang::En] {
        for view in every_view(&native) {
            let state = after([Action::Lang(lang)].into_iter().chain(view));
            let link = native.link(&state);
            browser.go(&link).await;
            browser.shows(&native.screen(&state)).await;
            are_drawn(browser).await;
            fits(browser, &link).await;
        }
    }
}

/// English takes the most room: between a phone and a wide page too nothing is wider than the window,
/// and nothing of a unit's page leaves its frame.
pub async fn tablet(browser: &Browser) {
    const OUTSIDE: &str = r#"
        const frame = document.querySelector(".unit .panel").getBoundingClientRect();
        return [...document.querySelectorAll(".duties td, .duties th")]
          .filter((cell) => cell.getBoundingClientRect().right > frame.right)
          .map((cell) => cell.textContent);
    "#;
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let unit = Facet::Organisation.find(&native.data, "wuchang-science-economy");
    let unit = Page::Unit(unit.expect("a unit of many duties"));
    browser.open(&site.address()).await;
    let (normal, large) = (TextSize::Normal, TextSize::Large);
    for (width, text) in [(620, normal), (820, normal), (820, large)] {
        browser.resize(width, 900).await;
        let english = [Action::Lang(Lang::En), Action::Text(text)];
        let view = |more: Vec<Action>| after(english.clone().into_iter().chain(more));
        let ranked = vec![Action::Go(Page::Chart), Action::Form(Form::Ranked)];
        let report = vec![Action::Go(Page::Report)];
        for state in [view(ranked), view(report), view(vec![Action::Go(unit)])] {
            let link = native.link(&state);
            browser.go(&link).await;
            browser.shows(&native.screen(&state)).await;
            are_drawn(browser).await;
            fits(browser, &link).await;
        }
        let outside: Vec<String> = browser.eval(OUTSIDE, &[]).await;
        assert!(outside.is_empty(), "{outside:?} at {width}");
    }
}

async fn fits(browser: &Browser, link: &str) {
    let widths = "return [document.documentElement.scrollWidth, innerWidth]";
    let [page, window]: [f64; 2] = browser.eval(widths, &[]).await;
    assert!(page <= window, "{link} is {page} wide in {window}");
}

async fn narrow(browser: &Browser) {
    browser.resize(390, 844).await;
    browser.until("a narrow window", "innerWidth <= 500").await;
}
