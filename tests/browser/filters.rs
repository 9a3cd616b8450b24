//! Filters: the check boxes, the chips, and the steps of the history that they make.

use guatu::dataset::Lang;
use guatu::query::Facet;
use guatu::text::Msg;
use guatu::view::{Action, ViewState};

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::site::{SingleFile, Site};

/// Two choices, a reload, and the way back and forth, in a file: a browser that takes no step of
/// the history from a file would show it here.
pub async fn by_checkbox(browser: &Browser) {
    let native = Native::built_in();
    let area = native.toggle(Facet::Area, "420106");
    let kind = native.toggle(Facet::Kind, "target");
    let steps = [
        native.screen(&ViewState::default()),
        native.screen(&after([area.clone()])),
        native.screen(&after([area, kind])),
    ];
    assert!(steps[0].count > steps[1].count && steps[1].count > steps[2].count);

    let file = SingleFile::witnessed();
    browser.open(&format!("{}#/board", file.address)).await;
    browser.shows(&steps[0]).await;
    browser.click("[data-facet=area] [value='420106']").await;
    browser.shows(&steps[1]).await;
    browser.click("[data-facet=kind] [value=target]").await;
    browser.shows(&steps[2]).await;

    browser.reload().await;
    browser.shows(&steps[2]).await;
    for step in [1, 0] {
        browser.back().await;
        browser.shows(&steps[step]).await;
    }
    for step in [1, 2] {
        browser.forward().await;
        browser.shows(&steps[step]).await;
    }
}

/// Each chip takes one choice away, and one press takes them all.
pub async fn by_chip(browser: &Browser) {
    let native = Native::built_in();
    let area = native.toggle(Facet::Area, "420103");
    let class = native.toggle(Facet::Class, "none");
    let both = after([area.clone(), class.clone()]);

    let site = Site::witnessed().await;
    browser.open(&(site.address() + &native.link(&both))).await;
    browser.shows(&native.screen(&both)).await;
    browser.click(".chip").await;
    browser.shows(&native.screen(&after([class]))).await;
    browser.click("[data-facet=area] [value='420103']").await;
    browser.shows(&native.screen(&both)).await;
    browser.click_words(Msg::Clear.get(Lang::Zh)).await;
    browser.shows(&native.screen(&after([Action::Clear]))).await;
}

/// The themes are more than the rail shows at first; the last one can still be chosen.
pub async fn all_choices(browser: &Browser) {
    let native = Native::built_in();
    let values = native.values(Facet::Theme);
    let last = values.last().expect("a theme");
    let last_box = format!("[data-facet=theme] [value='{last}']");
    let shown = "document.querySelectorAll('[data-facet=theme] input').length";

    let site = Site::witnessed().await;
    browser.open(&(site.address() + "#/board")).await;
    let few: usize = browser.eval(&format!("return {shown}"), &[]).await;
    assert!(few < values.len(), "the facet is not long enough to be cut");
    browser
        .click("[data-facet=theme] button[aria-expanded=false]")
        .await;
    browser
        .until("every theme", &format!("{shown} === {}", values.len()))
        .await;
    browser.click(&last_box).await;
    let chosen = after([native.toggle(Facet::Theme, last)]);
    browser.shows(&native.screen(&chosen)).await;
    // Cut again, the list keeps what is chosen.
    browser
        .click("[data-facet=theme] button[aria-expanded=true]")
        .await;
    browser
        .until("fewer themes", &format!("{shown} < {}", values.len()))
        .await;
    browser.shows(&native.screen(&chosen)).await;
}
