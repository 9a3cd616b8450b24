//! A narrow page, as wide as a phone or as narrow as the engine's window can be.

use fantoccini::key::Key;
use guatu::dataset::Lang;
use guatu::query::Facet;
use guatu::view::{Action, Form, Page, TextSize};

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
    for (width, text) in [(620, TextSize::Normal), (820, TextSize::Large)] {
        browser.resize(width, 900).await;
        let english = [Action::Lang(Lang::En), Action::Text(text)];
        let view = |more: Vec<Action>| after(english.clone().into_iter().chain(more));
        let ranked = vec![Action::Go(Page::Chart), Action::Form(Form::Ranked)];
        for state in [view(ranked), view(vec![Action::Go(unit)])] {
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
