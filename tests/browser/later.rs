//! The views that come after the first: what is said where their file does not come, or is not the one that
//! was published.

use std::fs;
use std::path::Path;

use guatu::dataset::Lang;
use guatu::text::Msg;
use guatu::view::{Action, Page, ViewState, reduce};

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::site::{Site, dist};

/// What is said in place of the view, and in place of what a dialog holds.
const SAID: [&str; 2] = [".content > .nothing[role=alert]", "#share [role=alert]"];

/// It is said in the reader's language, the board is a step back, and the view comes when it is asked for
/// again.
pub async fn not_come(browser: &Browser) {
    let native = Native::built_in();
    for lang in [Lang::Zh, Lang::En] {
        let site = Site::as_built().await;
        site.refuse(&views_of(&dist()));
        let start = ViewState {
            lang,
            ..ViewState::default()
        };
        let table = native.screen(&reduce(&start, Action::Go(Page::Table)));
        let board = native.screen(&start);
        browser.open(&(site.address() + &board.link)).await;
        // Pressed: WebKit steps back over what a script has opened.
        browser.click("nav a[href^='#/table']").await;
        is_said(browser, SAID[0], lang).await;
        browser.back().await;
        browser.shows(&board).await;
        browser.click("[data-dialog=share]").await;
        is_said(browser, SAID[1], lang).await;
        // A link from elsewhere opens with the same words.
        browser.visit("about:blank").await;
        browser.open(&(site.address() + &table.link)).await;
        is_said(browser, SAID[0], lang).await;
        site.refuse("");
        browser.click(&format!("{} button", SAID[0])).await;
        browser.shows(&table).await;
    }
}

/// A link to a line shows the line, though the view was not there when the page was opened.
pub async fn line(browser: &Browser) {
    let site = Site::as_built().await;
    let link = "#/source/wuchang-2020-plan?line=57";
    browser.open(&(site.address() + link)).await;
    let seen = "(() => {
        const line = document.querySelector('.pointed-at')?.getBoundingClientRect();
        return line !== undefined && line.top >= 0 && line.bottom <= innerHeight && scrollY > 0;
    })()";
    browser.until("the line in sight", seen).await;
}

/// A file with another byte than was published is not run.
pub async fn changed(browser: &Browser) {
    let site = Site::changed(|folder| {
        let file = folder.join(views_of(folder));
        let mut bytes = fs::read(&file).expect("the views");
        // An empty section, which does not change the meaning.
        bytes.extend(b"\0\x02\x01x");
        fs::write(&file, bytes).expect("changed views");
    })
    .await;
    let table = after([Action::Go(Page::Table)]);
    let link = Native::built_in().screen(&table).link;
    browser.open(&(site.address() + &link)).await;
    is_said(browser, SAID[0], table.lang).await;
}

fn views_of(folder: &Path) -> String {
    let names = fs::read_dir(folder).expect("the site");
    let mut names = names.map(|entry| entry.expect("a file").file_name());
    let views = names.find(|name| name.to_string_lossy().starts_with("guatu-views-"));
    let views = views.expect("the views");
    views.to_string_lossy().into_owned()
}

async fn is_said(browser: &Browser, place: &str, lang: Lang) {
    let words = Msg::NotCome.get(lang);
    let said = format!("document.querySelector('{place}')?.innerText.includes('{words}')");
    browser.until(words, &said).await;
}
