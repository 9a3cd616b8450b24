//! What the reader is told where the program may not run, or is not the one that was published.

use std::fs;
use std::path::Path;

use crate::browser::Browser;
use crate::native::Native;
use crate::site::{SingleFile, Site};

/// The first of the figures, in both languages.
const FIRST: [&str; 2] = ["地区生产总值增速", "GDP growth"];

/// Where the tables begin, in English and in Chinese.
const TOPS: &str = "return ['en', 'zh-CN'].map((lang) =>
    document.querySelector(`.headlines[lang=${lang}]`).getBoundingClientRect().top)";

/// Without WebAssembly, which the page's own policy then forbids, the page says why and shows the headline
/// figures. `WebKit` heeds no policy of the host here once that of the page allows it.
pub async fn without_wasm(browser: &Browser) {
    let site = Site::changed(|folder| {
        let index = folder.join("index.html");
        let page = fs::read_to_string(&index).expect("the page");
        let allowed = " 'wasm-unsafe-eval'";
        assert!(page.contains(allowed));
        fs::write(index, page.replace(allowed, "")).expect("the page");
    })
    .await;
    is_told(browser, &site, ["请使用", "WebAssembly"]).await;
}

/// Without JavaScript the page says why, which no browser shows that runs it, and the headline figures stand.
pub async fn without_scripts(browser: &Browser) {
    let site = Site::as_built().await;
    let file = SingleFile::as_built();
    for page in [site.address(), file.address] {
        browser.visit(&page).await;
        let told: String = browser.eval("return document.body.innerText", &[]).await;
        let why = ["挂图需要 JavaScript", "Guatu needs JavaScript"];
        for words in why.into_iter().chain(FIRST) {
            assert!(told.contains(words), "no {words} in {told}");
        }
        has_figures(browser).await;
    }
}

/// A program with another byte than was published is not run, be it WebAssembly or script.
pub async fn changed_program(browser: &Browser) {
    for ending in ["_bg.wasm", ".js"] {
        let site = Site::changed(|folder| change(folder, ending)).await;
        is_told(
            browser,
            &site,
            ["程序未能读取", "The program could not be read"],
        )
        .await;
    }
}

/// Adds what does not change the meaning: an empty section, or a blank line.
fn change(folder: &Path, ending: &str) {
    let names = fs::read_dir(folder)
        .expect("the site")
        .map(|entry| entry.expect("a file").file_name());
    let mut names = names.map(|name| name.to_string_lossy().into_owned());
    let of_program = |name: &String| {
        name.starts_with("guatu-") && !name.starts_with("guatu-files") && name.ends_with(ending)
    };
    let file = folder.join(names.find(of_program).expect("the program"));
    let mut bytes = fs::read(&file).expect("the program");
    bytes.extend(if ending == ".js" {
        &b"\n"[..]
    } else {
        &b"\0\x02\x01x"[..]
    });
    fs::write(&file, bytes).expect("a changed program");
}

/// The page has failed, says this in both languages, and shows the headline figures.
async fn is_told(browser: &Browser, site: &Site, words: [&str; 2]) {
    let link = site.address() + "#/table?lang=en";
    browser.visit(&link).await;
    // Firefox may put the page into another process when its program is refused: a look in between finds none.
    let edition = Native::built_in().data.edition.to_string();
    let all = words.into_iter().chain(FIRST).chain([&*edition]);
    for words in all {
        let told = format!(
            "document.documentElement.dataset.state === 'failed'
                && document.body?.innerText.includes({words:?})"
        );
        browser.until("the page says why", &told).await;
    }
    let back = "return document.querySelector('#guatu-back a').href";
    assert_eq!(browser.eval::<String>(back, &[]).await, link);
    let [english, chinese]: [f64; 2] = browser.eval(TOPS, &[]).await;
    assert!(
        english < chinese,
        "the language of the link is not the first"
    );
    has_figures(browser).await;
}

/// The headline figures are in sight.
async fn has_figures(browser: &Browser) {
    let rows = "return [...document.querySelectorAll('.headlines tbody tr')]
        .filter((row) => row.checkVisibility()).length";
    let rows: usize = browser.eval(rows, &[]).await;
    assert!(rows > 40, "{rows} rows in sight");
}
