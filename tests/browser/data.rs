//! The data beside the program: what the reader is told when they do not come, or are at fault.

use std::fs;
use std::path::Path;

use guatu::dataset::Lang;
use guatu::text::Msg;

use crate::browser::Browser;
use crate::site::{SingleFile, Site};

/// The file of the site, and the element of the single file.
const FILE: &str = "data.json";
const BLOCK: &str = "id=\"guatu-data\">";

/// The site says that its data did not come, or are no data.
pub async fn missing(browser: &Browser) {
    let without = Site::changed(|folder| {
        fs::remove_file(folder.join(FILE)).expect("the data of the site");
    });
    is_told(browser, &without.await.address(), "./data.json: HTTP 404").await;
    let another = Site::changed(|folder| put(folder, "<!doctype html>"));
    is_told(browser, &another.await.address(), "./data.json: ").await;
}

/// The single file says that its block is damaged.
pub async fn damaged(browser: &Browser) {
    for block in ["", "H4sIAAAAAAAC", "?"] {
        let file = SingleFile::changed(|page| {
            let (start, rest) = page.split_once(BLOCK).expect("the block");
            let (_, end) = rest.split_once('<').expect("the end of the block");
            format!("{start}{BLOCK}{block}<{end}")
        });
        is_told(
            browser,
            &file.address,
            "#guatu-data: not JSON in gzip in base64",
        )
        .await;
    }
}

/// A package with faults names them, and one that is none lacks its files.
pub async fn faulty(browser: &Browser) {
    for data in ["{}", "null", "{\"areas.csv\": 1}"] {
        let site = Site::changed(|folder| put(folder, data)).await;
        browser.visit(&site.address()).await;
        has_failed(browser).await;
        let told: String = browser
            .eval(
                "return document.querySelector('main.faults').innerText",
                &[],
            )
            .await;
        for words in [heading().as_str(), "areas.csv: the file is missing"] {
            assert!(told.contains(words), "no {words} in {told}");
        }
    }
}

fn put(folder: &Path, data: &str) {
    fs::write(folder.join(FILE), data).expect("other data");
}

fn heading() -> String {
    let words = [Lang::Zh, Lang::En].map(|lang| Msg::DataFault.get(lang));
    words.join(" · ")
}

async fn has_failed(browser: &Browser) {
    let failed = "document.documentElement.dataset.state === 'failed'";
    browser.until("the page has failed", failed).await;
}

/// The page shows what happened in both languages, and what failed; nothing else.
async fn is_told(browser: &Browser, address: &str, what: &str) {
    browser.visit(address).await;
    has_failed(browser).await;
    let told: String = browser.eval("return document.body.innerText", &[]).await;
    let heading = heading();
    for words in [
        heading.as_str(),
        "请重新载入本页",
        "Load the page again",
        what,
    ] {
        assert!(told.contains(words), "no {words} in {told}");
    }
    assert!(!told.contains("WebAssembly"), "{told}");
}
