//! Files as programs write them: in other encodings, with other separators, as a package.

use encoding_rs::GB18030;
use guatu::assess::Ledger;
use guatu::dataset::{Tables, files};
use guatu::intake::{Mode, compared};
use guatu::view::{Action, Page};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::own_files::{archive, counts, figures, give, press_strip, set, table, today, write};
use crate::site::Site;

/// The file that is given, again and again: each time it holds something else.
const FILE: &str = "figures.csv";

/// One table in each way gives one set; a whole package gives what differs in it.
pub async fn same(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let folder = TempDir::with_prefix("guatu-own-").expect("a folder");
    let gdp = native.data.indicator_code("gdp").expect("known");
    let state = after([Action::Go(Page::Indicator(gdp))]);
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.shows(&native.screen(&state)).await;
    let today = today(browser).await;
    let mut figures = figures(&native.data);
    let text = table(&figures);
    let opened = set(&[(FILE, text.as_bytes())], Mode::Add, &today);
    write(&mut figures[2], "period", "2021年秋");
    give(browser, &folder, &[(FILE, table(&figures).as_bytes())]).await;
    browser.element("#open [data-open=faulty]").await;
    for (way, bytes) in ways(&text) {
        give(browser, &folder, &[(FILE, &bytes)]).await;
        shown(browser, way, &opened.data.own).await;
    }
    package(browser, &native, &folder, &today).await;
    browser.shows(&native.screen(&state)).await;
}

/// The same table as programs write it.
fn ways(text: &str) -> [(&'static str, Vec<u8>); 6] {
    // No cell has a comma or a quotation mark.
    let [semicolons, tabs] = [";", "\t"].map(|separator| text.replace(',', separator));
    let utf16 = |text: &str, to: fn(u16) -> [u8; 2]| {
        let units = "\u{feff}".encode_utf16().chain(text.encode_utf16());
        units.flat_map(to).collect::<Vec<u8>>()
    };
    let (gb18030, _, _) = GB18030.encode(&semicolons);
    [
        ("UTF-8 with commas", text.into()),
        (
            "UTF-8 with a mark",
            ["\u{feff}", &text.replace('\n', "\r\n")].concat().into(),
        ),
        ("GB18030 with semicolons", gb18030.into_owned()),
        ("UTF-16 with tabs", utf16(&tabs, u16::to_le_bytes)),
        ("UTF-16, the other way round", utf16(text, u16::to_be_bytes)),
        ("UTF-8 with tabs", tabs.into()),
    ]
}

/// Shows what was given, which has this sum, and goes back.
async fn shown(browser: &Browser, way: &str, sum: &str) {
    browser.element("#open [data-open=ready]").await;
    browser.click("[data-own=show]").await;
    let mark = format!("document.querySelector('.own-mark')?.dataset.own === '{sum}'");
    browser.until(way, &mark).await;
    press_strip(browser, "[data-own=back]").await;
    browser
        .until("back", "!document.querySelector('#own-mark')")
        .await;
}

/// The whole package with another value, in the place of the published one.
async fn package(browser: &Browser, native: &Native, folder: &TempDir, today: &str) {
    let mut tables = Tables::built_in();
    let table = tables.get("observations.csv").expect("figures");
    let (before, after) = (",2024,inferred,actual,=,35,", ",2024,inferred,actual,=,36,");
    let table = table.replacen(before, after, 1);
    tables.insert("observations.csv", table);
    let held = files().filter_map(|name| Some((format!("data/{name}"), tables.get(name)?)));
    let zip = archive(held);
    let files = [("data.zip", &*zip)];
    let opened = set(&files, Mode::Replace, today);
    give(browser, folder, &files).await;
    browser.click("#open [value=replace]").await;
    let changes = compared(
        (&opened.data, &Ledger::new(&opened.data)),
        (&native.data, native.ledger()),
    );
    let expected = [0, 1, 0, changes.statuses.len()];
    let is_told =
        "document.querySelector('#open [data-open=ready] [data-change=changed][data-count=\"1\"]')";
    browser.until("one figure changes", is_told).await;
    assert_eq!(counts(browser).await, expected);
    shown(browser, "the package", &opened.data.own).await;
}
