//! Hostile data and links in the page: nothing runs, nothing is asked for, nothing is torn.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use guatu::dataset::{Dataset, Observation, SCHEMAS, Tables, files, load};
use guatu::query::changes::{Since, since};
use guatu::view::link;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::browser::Browser;
use crate::hostile_words::{WORDS, package};
use crate::site::{FOLDER, Seen, Site};
use crate::walk::each_dialog;

/// Calls back when a change of the address has been drawn: charts take a second frame.
const DRAWN: &str = "
    const done = arguments[0];
    const frames = (left) => left ? requestAnimationFrame(() => frames(left - 1)) : done(null);
    setTimeout(() => frames(3), 0)";

/// A word that no browser breaks by itself: not the longest of German laws, but wider than a telephone.
pub const UNBROKEN: &str =
    "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetzesentwurfsberatungsausschuss";

/// What of hostile words has become more than words: code that ran, elements and attributes that the
/// program never makes, and what sticks out of the page.
const HARM: &str = "
    const harm = [];
    if ('ran' in window) harm.push('code ran');
    const made = 'img, iframe:not(.embed-preview > *), object, embed, base, [onerror], [onload], [onclick], [srcdoc], ' +
        'a[href^=\"javascript:\" i], #app script, #app style';
    for (const one of document.querySelectorAll(made)) harm.push(one.outerHTML.slice(0, 200));
    for (const whole of [document.documentElement, ...document.querySelectorAll('dialog[open]')]) {
        const { scrollWidth, clientWidth } = whole;
        const { left } = whole.getBoundingClientRect();
        if (left >= 0 && scrollWidth <= clientWidth) continue;
        const out = (one) => one.getBoundingClientRect().right > left + clientWidth + 1;
        const names = [...whole.querySelectorAll('*')].filter(out)
            .map((one) => `${one.localName}.${one.className}`);
        harm.push(`${whole.localName}: ${scrollWidth} pixels in ${clientWidth} from ${left}: ${names.slice(0, 8)}`);
    }
    return harm";

/// A package whose words are markup, scripts and formulas, each with a word too long for any line.
pub static HOSTILE: LazyLock<Tables> = LazyLock::new(|| {
    let words = WORDS.map(|words| format!("{words} {UNBROKEN}"));
    package(&words.each_ref().map(String::as_str)).0
});

/// The files of the package.
fn texts() -> BTreeMap<&'static str, String> {
    let text = |name| Some((name, HOSTILE.get(name)?.to_owned()));
    files().filter_map(text).collect()
}

/// Every view and every dialog of the package, on a wide page and on a narrow one.
pub async fn data(browser: &Browser) {
    let data = load(&HOSTILE).expect("no fault");
    let json = serde_json::to_string(&texts()).expect("the files");
    let site = Site::with_data(&json).await;
    let views = views(&data);
    let mut all = Vec::new();
    browser.open(&site.address()).await;
    for view in &views {
        go(browser, view).await;
        for width in [1440, 390] {
            browser.resize(width, 900).await;
            browser.eval_async::<()>(DRAWN).await;
            let found = lasting_harm(browser).await.into_iter();
            all.extend(found.map(|harm| format!("{view} at {width}: {harm}")));
        }
    }
    // The last is the page of an indicator, with a figure to cite. It is narrow, and so opened a dialog stays.
    each_dialog(browser, async |what| {
        for width in [820, 1440, 390] {
            browser.resize(width, 900).await;
            let found = lasting_harm(browser).await.into_iter();
            all.extend(found.map(|harm| format!("{what} at {width}: {harm}")));
        }
    })
    .await;
    assert_eq!(all, Vec::<String>::new());
    asks_for_its_own(&site);
    // Its name stands there as it is.
    let names =
        "return [...document.querySelectorAll('h1')].map((head) => head.textContent).join()";
    let shown: String = browser.eval(names, &[]).await;
    let indicator = &some_target(&data).indicator.name.zh;
    assert!(shown.contains(&**indicator), "no {indicator} in {shown}");
}

/// Goes to a link and waits until the view stands.
async fn go(browser: &Browser, link: &str) {
    browser.go(link).await;
    browser.eval_async::<()>(DRAWN).await;
}

/// Every view with something hostile in each of its keys, and views that there are not.
pub async fn links(browser: &Browser) {
    let site = Site::witnessed().await;
    let keys: Vec<&str> = link::PARAMETERS.iter().map(|one| one.key).collect();
    let views = [
        "board",
        "chart",
        "table",
        "indicator/gdp",
        "units",
        "sources",
    ];
    browser.resize(390, 844).await;
    browser.open(&site.address()).await;
    for (number, words) in WORDS.iter().enumerate() {
        let words = utf8_percent_encode(words, NON_ALPHANUMERIC).to_string();
        let pairs: Vec<String> = keys.iter().map(|key| format!("{key}={words}")).collect();
        let view = views[number % views.len()];
        for hostile in [
            format!("#/{view}?v={words}&{}&{words}={words}", pairs.join("&")),
            format!("#/{words}?q={words}"),
            format!("#/indicator/{words}"),
            format!("#{words}"),
        ] {
            go(browser, &hostile).await;
            is_unharmed(browser, &hostile).await;
        }
    }
    let long = format!(
        "#/board?q={}&area={}",
        "w".repeat(50_000),
        "x~".repeat(5_000)
    );
    go(browser, &long).await;
    is_unharmed(browser, "a link of 60,000 signs").await;
    asks_for_its_own(&site);
}

/// Data whose ids are hostile are refused, and the faults that name them are words.
pub async fn faults(browser: &Browser) {
    let mut texts = texts();
    for schema in SCHEMAS.iter().filter(|schema| schema.columns[0] == "id") {
        let rows = WORDS.map(|words| format!("\"{}\"\n", words.replace('"', "\"\"")));
        texts.insert(
            schema.file,
            format!("{}\n{}", schema.columns.join(","), rows.concat()),
        );
    }
    let json = serde_json::to_string(&texts).expect("the files");
    let site = Site::with_data(&json).await;
    browser.resize(390, 844).await;
    browser.visit(&site.address()).await;
    browser
        .until(
            "faults are named",
            "document.querySelector('main.faults li')",
        )
        .await;
    is_unharmed(browser, "the list of faults").await;
    asks_for_its_own(&site);
}

/// A target whose plan says whether it binds.
fn some_target(data: &Dataset) -> Observation<'_> {
    let target = data.iter().find(|figure| figure.class.is_some());
    target.expect("a target with a class")
}

/// A link for each view, for each part of the sources and for things with long names.
fn views(data: &Dataset) -> Vec<String> {
    let figure = some_target(data);
    let unit = &data.organisations[0].id;
    // The edition before this one, so that what changed is told.
    let before = &data.changes[0].since;
    let since = since(data, before, &|_| true);
    assert!(matches!(since, Since::Known(_)), "{since:?}");
    let before = utf8_percent_encode(before, NON_ALPHANUMERIC).to_string();
    let mut views: Vec<String> = [
        "board",
        "board?group=theme&lang=en",
        "table",
        "report",
        "units",
    ]
    .map(|view| format!("#/{view}"))
    .into();
    let parts = ["documents", "relations", "projects", "glossary"];
    views.extend(parts.map(|part| format!("#/sources?part={part}")));
    let forms = [
        "bullets",
        "trend",
        "pace",
        "dumbbell",
        "ranked",
        "distribution",
    ];
    views.extend(forms.map(|form| format!("#/chart?form={form}")));
    views.extend([
        format!("#/unit/{unit}"),
        format!("#/source/{}", figure.document.id),
        format!("#/board?embed=1&edition={before}"),
        format!(
            "#/indicator/{}?lang=en&edition={before}",
            figure.indicator.id
        ),
        format!("#/indicator/{}", figure.indicator.id),
    ]);
    views
}

async fn is_unharmed(browser: &Browser, what: &str) {
    let harm: Vec<String> = harm(browser).await.collect();
    assert_eq!(harm, Vec::<String>::new(), "{what}");
}

/// The harm that is still there once the page is drawn: after another size of the window neither it nor its charts may
/// have their width yet.
async fn lasting_harm(browser: &Browser) -> Vec<String> {
    let found: Vec<String> = harm(browser).await.collect();
    if found.is_empty() {
        return found;
    }
    browser.eval_async::<()>(DRAWN).await;
    harm(browser).await.collect()
}

/// What has come of hostile words, and what the page complains of.
async fn harm(browser: &Browser) -> impl Iterator<Item = String> {
    let harm: Vec<String> = browser.eval(HARM, &[]).await;
    let complaints = browser.complaints().await;
    harm.into_iter().chain(complaints)
}

fn asks_for_its_own(site: &Site) {
    for Seen { path, status, .. } in site.seen() {
        assert!(
            path.starts_with(FOLDER) && !path.contains("hostile"),
            "{path}"
        );
        assert!(
            status.is_success() || status.as_u16() == 304,
            "{path}: {status}"
        );
    }
}
