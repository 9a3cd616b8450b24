//! The views: each a link away from the others.

use std::collections::BTreeMap;

use fantoccini::key::Key;
use guatu::dataset::{Indicator, Lang, Tables, files};
use guatu::query::Facet;
use guatu::text::source;
use guatu::view::{Action, Form, Page, ViewState};
use serde_json::json;

use crate::browser::{Browser, patiently};
use crate::native::{Native, after};
use crate::site::Site;

/// The link of the tab that is marked as open.
const CURRENT: &str = "document.querySelector('nav [aria-current=page]').hash";

/// From tab to tab, from a card to its indicator, and back the whole way.
pub async fn by_the_tabs(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    browser.open(&(site.address() + "#/board")).await;
    let mut way = vec![native.screen(&ViewState::default())];
    browser.shows(&way[0]).await;
    for (view, page) in [
        ("chart", Page::Chart),
        ("table", Page::Table),
        ("units", Page::Units),
        ("sources", Page::Sources),
        ("board", Page::Board),
    ] {
        browser.click(&format!("nav a[href^='#/{view}']")).await;
        way.push(native.screen(&after([Action::Go(page)])));
        browser.shows(&way[way.len() - 1]).await;
        browser
            .until(view, &format!("{CURRENT}.startsWith('#/{view}')"))
            .await;
    }
    let first = &way[0].cards[0];
    let code = native
        .data
        .indicator_code(first)
        .expect("a card's indicator");
    browser.click("a[data-indicator]").await;
    browser
        .shows(&native.screen(&after([Action::Go(Page::Indicator(code))])))
        .await;
    for step in way.iter().rev() {
        browser.back().await;
        browser.shows(step).await;
    }
}

/// From a card by Enter, and back: the focus is on the card again.
pub async fn back(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let board = native.screen(&ViewState::default());
    browser.open(&(site.address() + "#/board")).await;
    browser.shows(&board).await;
    let card = board.cards.last().expect("a card");
    let code = native.data.indicator_code(card).expect("its indicator");
    let selector = format!("a[data-indicator='{card}']");
    let focus = format!("document.querySelector(\"{selector}\").focus()");
    browser.eval::<()>(&focus, &[]).await;
    browser.press(Key::Enter).await;
    let page = after([Action::Go(Page::Indicator(code))]);
    browser.shows(&native.screen(&page)).await;
    // The page is arrived at once it has the focus, which may be a moment after it is drawn.
    let arrived = "document.activeElement.id === 'content'";
    browser.until("the focus on the page", arrived).await;
    browser.back().await;
    browser.shows(&board).await;
    let focus = "return document.activeElement.cloneNode().outerHTML";
    patiently("the focus on the card", async || {
        let focused: String = browser.eval(focus, &[]).await;
        let is_card = focused.contains(&format!("data-indicator=\"{card}\""));
        is_card.then_some(()).ok_or(focused)
    })
    .await;
}

/// From far down in a view to another and back, and after a reload: the view is scrolled as it was,
/// though its charts have no height yet when the browser goes back.
pub async fn scrolled(browser: &Browser) {
    const FAR: f64 = 350.0;
    let native = Native::built_in();
    let site = Site::witnessed().await;
    browser.resize(1000, 600).await;
    let there = format!("Math.abs(scrollY - {FAR}) < 2");
    let trends = after([Action::Go(Page::Chart), Action::Form(Form::Trend)]);
    let [units, board] = [Page::Units, Page::Board].map(|page| after([Action::Go(page)]));
    for state in [trends, units, board] {
        let view = native.screen(&state);
        browser
            .open(&format!("{}{}", site.address(), view.link))
            .await;
        browser.shows(&view).await;
        let reachable = format!("document.documentElement.scrollHeight > {FAR} + innerHeight");
        browser.until("a tall page", &reachable).await;
        browser
            .eval::<()>(&format!("scrollTo(0, {FAR})"), &[])
            .await;
        browser.until("far down", &there).await;
        // By a key, as a reader would: WebKit steps back over what a script alone has gone to.
        let focus = "document.querySelector('nav a[href*=sources]').focus({ preventScroll: true })";
        browser.eval::<()>(focus, &[]).await;
        browser.strike(Key::Enter).await;
        browser
            .until("another view", "location.hash.startsWith('#/sources')")
            .await;
        browser.until("its top", "scrollY === 0").await;
        browser.back().await;
        browser.shows(&view).await;
        browser.until("the place in the view", &there).await;
        browser.reload().await;
        browser.shows(&view).await;
        browser.until("the place after a reload", &there).await;
    }
}

/// Who comes back is where the way began and has the focus there, also at a card that comes into the page after the
/// first.
pub async fn far_card(browser: &Browser) {
    const CARD: &str = "document.querySelectorAll('a.card')[120]";
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let board = native.screen(&ViewState::default());
    browser
        .open(&format!("{}{}", site.address(), board.link))
        .await;
    browser.shows(&board).await;
    browser.eval::<()>(&format!("{CARD}.focus()"), &[]).await;
    browser.until("a place far down", "scrollY > 1000").await;
    let top: f64 = browser.eval("return scrollY", &[]).await;
    browser.strike(Key::Enter).await;
    let content = "document.activeElement.id === 'content'";
    browser.until("the page of the indicator", content).await;
    browser.back().await;
    let focused = format!("{CARD} && document.activeElement === {CARD}");
    browser.until("the focus on the card", &focused).await;
    let place = format!("Math.abs(scrollY - {top}) < 2");
    browser.until("the place in the view", &place).await;
}

/// A board of many cards lists the first of them, says how many are left, and lists them when it is asked to.
pub async fn many_cards(browser: &Browser) {
    let (tables, site) = with_targets(1).await;
    let mut board = Native::of(&tables).screen(&ViewState::default());
    let all = board.cards.clone();
    browser.open(&(site.address() + &board.link)).await;
    let cards = |count: usize| format!("document.querySelectorAll('a.card').length === {count}");
    let event = |name: &str| format!("dispatchEvent(new Event('{name}'))");
    browser.eval::<()>(&event("beforeprint"), &[]).await;
    browser.until("all cards on paper", &cards(all.len())).await;
    browser.eval::<()>(&event("afterprint"), &[]).await;
    browser.until("the first cards", &cards(40)).await;
    for listed in [40, 240, 440, 640] {
        board.cards = all.iter().take(listed).cloned().collect();
        browser.shows(&board).await;
        let left = source::not_listed(all.len() - listed, Lang::Zh);
        let said: String = browser
            .eval("return document.querySelector('.further').innerText", &[])
            .await;
        assert!(said.starts_with(&left), "{said}");
        browser.click(".further button").await;
        // Who reads on by keyboard goes on where the new cards begin.
        let focused =
            format!("document.activeElement === document.querySelectorAll('a.card')[{listed}]");
        browser
            .until("the focus on the first new card", &focused)
            .await;
    }
    let last = all.len() - 1;
    board.cards = all;
    browser.shows(&board).await;
    let button = "!document.querySelector('.further')";
    browser.until("nothing is left", button).await;
    // Who comes back finds as many, and has the focus where the way began.
    let focus = format!("document.querySelectorAll('a.card')[{last}].focus()");
    browser.eval::<()>(&focus, &[]).await;
    browser.strike(Key::Enter).await;
    browser.until("the page of the indicator", &cards(0)).await;
    browser.back().await;
    browser.until("all cards again", &cards(last + 1)).await;
    // An indicator may have several cards.
    let focused =
        format!("document.activeElement.href === document.querySelectorAll('a.card')[{last}].href");
    browser.until("the focus on a card of it", &focused).await;
}

/// What is pressed before the answer to the press before is there: a filter and at once a view lead to that view with
/// that filter, and a second press within the content, which is about to be another, to nothing.
pub async fn quick_presses(browser: &Browser) {
    // More than 20,000 figures.
    let (tables, site) = with_targets(50).await;
    let native = Native::of(&tables);
    browser.open(&(site.address() + "#/board")).await;
    let press = "for (const selector of arguments) document.querySelector(selector).click()";
    let is_target = native.toggle(Facet::Kind, "target");
    let choice = "[data-facet=kind] [value=target]";
    browser
        .eval::<()>(press, &[choice.into(), "nav a[href^='#/table']".into()])
        .await;
    let table = native.screen(&after([is_target, Action::Go(Page::Table)]));
    browser
        .until(
            "both presses",
            &format!("location.hash === {}", json!(table.link)),
        )
        .await;
    let order = "th.col-value button";
    let rests = format!("document.querySelector('#content[aria-busy=false] {order}')");
    browser.until("the table", &rests).await;
    browser
        .eval::<()>(press, &[order.into(), order.into()])
        .await;
    let ordered = "document.querySelector('th.col-value').ariaSort === 'ascending'";
    browser.until("one order", ordered).await;
}

/// A site with targets that plans of the years after 2030 have: one of each indicator a year.
async fn with_targets(years: u32) -> (Tables, Site) {
    let mut tables = Tables::built_in();
    let figures = tables.get("observations.csv").unwrap_or_default();
    let native = Native::of(&tables);
    let indicators = &native.data.indicators;
    let each = (2031..)
        .take(years as usize)
        .flat_map(|year| indicators.iter().map(move |indicator| (year, indicator)));
    let target = |(line, (year, indicator)): (usize, (u32, &Indicator))| {
        let unit = &native.data.units[usize::from(indicator.unit)].id;
        let id = format!("wuchang-2020-q3-{line}-1,wuchang-2020-q3,{line},made up");
        let what = format!("{},420100,{year},printed,target,>=,9,,{unit}", indicator.id);
        format!("{id},{what},,,{year}-annual,,,{line}9,,,\n")
    };
    let more: String = (900..).zip(each).map(target).collect();
    let figures = [figures, &more].concat();
    tables.insert("observations.csv", figures);
    let texts = files().filter_map(|name| Some((name, tables.get(name)?)));
    let texts: BTreeMap<&str, &str> = texts.collect();
    let site = Site::with_data(&serde_json::to_string(&texts).expect("the files")).await;
    (tables, site)
}
