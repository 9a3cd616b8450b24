//! Barriers for assistive technology and weak eyes, as axe finds them.

use std::env;
use std::fs;
use std::path::PathBuf;

use guatu::dataset::Lang;
use guatu::query::Facet;
use guatu::view::{Action, Appearance, Page, Part, Place};

use crate::browser::Browser;
use crate::charts::are_drawn;
use crate::native::{Native, after};
use crate::site::Site;
use crate::walk::each_dialog;

/// What axe finds, a line for each rule and place: in the dialog that is open, or in the page.
pub const RUN: &str = r#"
    const done = arguments[arguments.length - 1];
    axe.run(document.querySelector("dialog[open]") ?? document, {
      resultTypes: ["violations"], preload: false, iframes: false,
    }).then(
      (found) => done(found.violations.flatMap((rule) => rule.nodes.map((node) =>
        `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`))),
      (error) => done([String(error)]),
    );
"#;

pub async fn light_in_chinese(browser: &Browser) {
    all_views(browser, Appearance::Light, Lang::Zh).await;
}

pub async fn light_in_english(browser: &Browser) {
    all_views(browser, Appearance::Light, Lang::En).await;
}

pub async fn dark_in_chinese(browser: &Browser) {
    all_views(browser, Appearance::Dark, Lang::Zh).await;
}

pub async fn dark_in_english(browser: &Browser) {
    all_views(browser, Appearance::Dark, Lang::En).await;
}

/// Every view, every part of the sources, and every dialog.
async fn all_views(browser: &Browser, look: Appearance, lang: Lang) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let figure = native.data.observation(0).expect("a figure");
    let place = Place::of(&native.data, figure.row).expect("its place");
    // A few dozen figures have every kind of element; axe takes long over hundreds of the same.
    let theme = &native.data.themes[usize::from(figure.indicator.theme)];
    let few = [
        Action::Appearance(look),
        Action::Lang(lang),
        native.toggle(Facet::Theme, &theme.id),
        native.toggle(Facet::Area, &figure.area.code),
    ];
    let axe = fs::read_to_string(axe()).expect("axe: `cargo xtask setup` installs it");
    browser.open(&(site.address() + "#/board")).await;
    browser.eval::<()>(&axe, &[]).await;
    let mut barriers = Vec::new();
    for view in [
        Action::Go(Page::Board),
        Action::Go(Page::Chart),
        Action::Go(Page::Table),
        Action::Go(Page::Report),
        Action::Go(Page::Indicator(figure.indicator_code)),
        Action::Go(Page::Units),
        Action::Go(Page::Unit(0)),
        Action::Go(Page::Sources),
        Action::Open(place),
        Action::Show(Part::Relations),
        Action::Show(Part::Projects),
        Action::Show(Part::Glossary),
    ] {
        let state = after(few.iter().cloned().chain([view]));
        let link = native.link(&state);
        browser.go(&link).await;
        browser.shows(&native.screen(&state)).await;
        are_drawn(browser).await;
        barriers.extend(found(browser, &link).await);
    }
    let indicator = Action::Go(Page::Indicator(figure.indicator_code));
    let state = after(few.into_iter().chain([indicator]));
    browser.go(&native.link(&state)).await;
    browser.shows(&native.screen(&state)).await;
    each_dialog(browser, async |what| {
        barriers.extend(found(browser, what).await);
    })
    .await;
    assert!(barriers.is_empty(), "{}", barriers.join("\n"));
}

/// What axe finds once the colours are at rest: halfway from light to dark, none stands out.
async fn found(browser: &Browser, place: &str) -> impl Iterator<Item = String> {
    let at_rest = "document.getAnimations().length === 0";
    browser.until("the colours at rest", at_rest).await;
    let found: Vec<String> = browser.eval_async(RUN).await;
    found
        .into_iter()
        .map(move |barrier| format!("{place} {barrier}"))
}

/// The script of axe.
pub fn axe() -> PathBuf {
    let tools = env::var_os("GUATU_TOOLS");
    let tools = tools.expect("GUATU_TOOLS names the tools: `cargo xtask test` says where they are");
    PathBuf::from(tools).join("node_modules/axe-core/axe.min.js")
}
