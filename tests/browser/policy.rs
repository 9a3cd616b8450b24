//! The security policy: what someone puts into a page neither runs nor asks for anything.

use crate::browser::Browser;
use crate::site::{SingleFile, Site};

/// A script that would leave a mark, and two requests to another server.
const INJECT: &str = r#"
    const script = document.createElement("script");
    script.textContent = "document.documentElement.dataset.ran = 'yes'";
    document.body.append(script);
    const image = new Image();
    image.src = `${arguments[0]}/x.png`;
    document.body.append(image);
    fetch(`${arguments[0]}/data`).catch(() => {});
"#;

/// In both forms of the page.
pub async fn stops_all(browser: &Browser) {
    let site = Site::witnessed().await;
    let file = SingleFile::witnessed();
    for page in [site.address(), file.address] {
        stops_all_in(browser, &page).await;
    }
}

async fn stops_all_in(browser: &Browser, page: &str) {
    let other = Site::other(String::new()).await;
    browser.open(page).await;
    browser
        .eval::<()>(INJECT, &[other.origin.as_str().into()])
        .await;
    let stopped = "document.documentElement.dataset.witness?.match(/policy: /g)?.length >= 3";
    browser.until("three things stopped", stopped).await;
    let complaints = browser.complaints().await;
    for kind in ["connect", "img", "script"] {
        let stopped = format!("policy: {kind}");
        let is_told = complaints.iter().any(|words| words.starts_with(&stopped));
        assert!(is_told, "no {stopped} in {complaints:?}");
    }
    let ran: bool = browser
        .eval("return 'ran' in document.documentElement.dataset", &[])
        .await;
    assert!(!ran, "the script ran");
    assert_eq!(other.seen(), []);
    // What was stopped here is no complaint about the page.
    browser.visit("about:blank").await;
}
