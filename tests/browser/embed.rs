//! `<guatu-view>` and plain frames on a page of another site, as docs/embedding.md tells a webmaster: its
//! lines and its policy are used as they stand there.

use std::collections::BTreeSet;

use guatu::dataset::Lang;
use guatu::query::Facet;
use guatu::view::{Action, Page, PagePart, PageParts, ViewState, link, reduce};
use serde_json::{Value, json};

use crate::browser::{Browser, patiently};
use crate::native::Native;
use crate::site::{Seen, SingleFile, Site};

const GUIDE: &str = include_str!("../../docs/embedding.md");

/// Keeps what the page hears, and finds the frame of an element.
const HEAR: &str = "
    window.heard = [];
    addEventListener('guatu:link', (event) => heard.push(event.detail));
    window.view = (number = 0) => document.querySelectorAll('guatu-view')[number];
    window.frame = (number) => view(number).shadowRoot.querySelector('iframe');
";

/// How tall the frame is, and how much of it could be scrolled.
const FITS: &str = "return [innerHeight, document.documentElement.scrollHeight - innerHeight]";

/// The first lines of this kind in the guide, with this site in place of the example's.
fn example(kind: &str, site: &Site) -> String {
    let start = format!("```{kind}\n");
    let found = GUIDE
        .split(&start)
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let lines = found.unwrap_or_else(|| panic!("the guide has no lines of {kind}"));
    lines
        .replace("https://data.example/guatu/", &site.address())
        .replace("https://data.example", &site.origin)
}

/// A page of another site, under the policy of the guide, with these lines in its body.
async fn host(site: &Site, body: &str) -> Site {
    let policy = example("text", site);
    let policy = policy.trim().strip_prefix("Content-Security-Policy: ");
    let policy = policy.expect("a policy in the guide").to_owned();
    let page = format!("<!doctype html><meta charset=utf-8><title>Host</title>{body}");
    Site::under(policy, page).await
}

/// Opens the host and waits until its first element has been told a height.
async fn open(browser: &Browser, host: &Site) {
    browser.visit(&host.elsewhere()).await;
    browser.eval::<()>(HEAR, &[]).await;
    browser
        .until("a frame", "customElements.get('guatu-view') && frame()")
        .await;
    browser.until("a height", "frame().style.height").await;
}

/// The view whose link the lines of the guide have.
pub fn state_of(native: &Native, fragment: &str) -> ViewState {
    let (state, notices) = link::read(fragment, &native.data);
    assert_eq!(notices, [], "{fragment}");
    state
}

/// Goes into the frame of an element, and waits for the screen of a state.
async fn shows(browser: &Browser, native: &Native, number: usize, state: &ViewState) {
    browser.enter_view(number).await;
    browser.is_ready().await;
    browser.shows(&native.screen(state)).await;
    browser.has_no_complaint().await;
}

/// Waits until the frame in which we are is as tall as what it shows.
async fn fits(browser: &Browser) {
    patiently("the frame fits", async || {
        let [height, over]: [i32; 2] = browser.eval(FITS, &[]).await;
        let content: f64 = browser
            .eval("return document.body.getBoundingClientRect().height", &[])
            .await;
        let is_fit = over == 0 && f64::from(height) - content < 2.0;
        is_fit
            .then_some(())
            .ok_or_else(|| format!("{height} for {content}, {over} over"))
    })
    .await;
}

/// The two lines of the guide: the view is drawn, the frame is as tall as it, a press inside is heard, an
/// attribute is followed, and no file comes twice.
pub async fn two_lines(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let host = host(&site, &example("html", &site)).await;
    open(browser, &host).await;
    let embed = state_of(&native, "#/board?area=420106&embed=1");
    shows(browser, &native, 0, &embed).await;
    fits(browser).await;
    let header: bool = browser
        .eval("return !!document.querySelector('.header')", &[])
        .await;
    assert!(!header, "an embed has no head");

    // What the reader does is heard, and the frame follows the content.
    browser.click("a[href^='#/report']").await;
    let report = reduce(&embed, Action::Go(Page::Report));
    browser.shows(&native.screen(&report)).await;
    fits(browser).await;
    browser.leave().await;
    let own = native.link(&report.alone());
    let href = site.address() + &own;
    browser.until("the link is heard", "heard.length").await;
    let heard: Value = browser.eval("return heard", &[]).await;
    assert_eq!(heard, json!([{ "link": own, "href": href }]));

    // One that is set to what it says already brings the reader back.
    let again = "view().setAttribute('view', view().getAttribute('view'))";
    browser.eval::<()>(again, &[]).await;
    shows(browser, &native, 0, &embed).await;
    browser.leave().await;

    // An attribute is followed without a new load, and is nothing that the reader did.
    let change = "frame().name = 'same'; view().lang = 'en'; view().setAttribute('view', 'units')";
    browser.eval::<()>(change, &[]).await;
    let units = reduce(&embed, Action::Go(Page::Units));
    let units = reduce(&units, Action::Lang(Lang::En));
    shows(browser, &native, 0, &units).await;
    fits(browser).await;
    browser.leave().await;
    let same: (String, usize) = browser
        .eval("return [frame().name, heard.length]", &[])
        .await;
    assert_eq!(same, ("same".to_owned(), 1));

    let mut files = BTreeSet::new();
    for Seen { path, status, .. } in site.seen() {
        assert_eq!(status, 200, "{path}");
        assert!(files.insert(path.clone()), "{path} was asked for twice");
    }
    assert!(
        files.iter().any(|path| path.ends_with("/embed.js")),
        "{files:?}"
    );
}

/// Several elements, each of its own height; one is taken away and put back; one has a fixed height.
pub async fn several(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let script = format!("<script src={}embed.js></script>", site.address());
    let shared = format!("{}#/table?q=gdp&amp;lang=en", site.address());
    let body = format!(
        "<guatu-view view=units hide='filters notes'></guatu-view>{script}{script}
         <guatu-view href='{shared}'></guatu-view>
         <guatu-view view=sources height=420></guatu-view>"
    );
    let host = host(&site, &body).await;
    open(browser, &host).await;
    let parts = PageParts::of(&[PagePart::Filters, PagePart::Notes]);
    let mut units = state_of(&native, "#/units?embed=1");
    units.embed = Some(parts);
    shows(browser, &native, 0, &units).await;
    fits(browser).await;
    let hidden: bool = browser
        .eval(
            "return document.querySelector('.filter-button').offsetWidth === 0",
            &[],
        )
        .await;
    assert!(hidden, "the button of the filters is hidden");
    browser.leave().await;
    browser.eval::<()>("view(1).scrollIntoView()", &[]).await;
    let mut table = state_of(&native, "#/table?q=gdp&lang=en&embed=1");
    shows(browser, &native, 1, &table).await;
    fits(browser).await;
    browser.leave().await;
    browser.eval::<()>("view(2).scrollIntoView()", &[]).await;
    browser.enter_view(2).await;
    browser.is_ready().await;
    let [height, over]: [i32; 2] = browser.eval(FITS, &[]).await;
    assert!(height == 420 && over > 0, "{height}, {over} over");
    browser.leave().await;
    browser
        .eval::<()>("view(2).removeAttribute('height')", &[])
        .await;
    browser.enter_view(2).await;
    fits(browser).await;
    browser.leave().await;
    browser
        .eval::<()>("view(2).setAttribute('height', 420)", &[])
        .await;

    // Put back it is loaded anew and heard again, and its listener is gone in between.
    let moved = "window.gone = view(1); gone.remove(); gone.setAttribute('theme', 'dark')";
    browser.eval::<()>(moved, &[]).await;
    browser
        .until("no frame", "!gone.shadowRoot.firstChild")
        .await;
    browser
        .eval::<()>("view(0).before(gone); gone.scrollIntoView()", &[])
        .await;
    table.appearance = guatu::view::Appearance::Dark;
    shows(browser, &native, 0, &table).await;
    fits(browser).await;
    browser.leave().await;
    let heights: Vec<i32> = browser
        .eval(
            "return [0, 1, 2].map((number) => frame(number).clientHeight)",
            &[],
        )
        .await;
    assert_eq!(heights[2], 420);
    assert!(heights[0] != heights[1], "{heights:?}");
}

/// Messages of another form, origin or window change nothing on either side.
pub async fn wrong_messages(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let other = Site::other(
        "<script>
        const say = (message) => parent.postMessage(message, '*');
        say({ guatu: 1, type: 'height', value: 4321 });
        say({ guatu: 1, type: 'link', value: '#/table' });
        say({ guatu: 1, type: 'ready' });
        </script>"
            .to_owned(),
    )
    .await;
    let body = format!(
        "<script src={}embed.js></script><guatu-view></guatu-view><iframe src={}></iframe>",
        site.address(),
        other.origin
    );
    let page = format!("<!doctype html><meta charset=utf-8><title>Host</title>{body}");
    let host = Site::other(page).await;
    open(browser, &host).await;
    let embed = state_of(&native, "#/board?embed=1");
    shows(browser, &native, 0, &embed).await;
    fits(browser).await;

    // From the right frame, in the wrong form; the last one is right, and so the end.
    let wrong = r##"
        const say = (type, value, guatu = 1) => parent.postMessage({ guatu, type, value }, "*");
        for (const value of [-5, 0, 1e9, NaN, Infinity, "900", null, [900], { valueOf: 900 }]) say("height", value);
        say("height", 900, 2);
        for (const value of ["javascript:alert(1)", "https://x.example/#/board", "", 7, null, ["#/table"]]) say("link", value);
        say("link", "#/" + "a".repeat(5000));
        for (const value of [null, "guatu", 1, [], { guatu: "1", type: "height", value: 900 }]) parent.postMessage(value, "*");
        say("link", "#/table?q=end");
    "##;
    browser.eval::<()>(wrong, &[]).await;
    let [height, _]: [i32; 2] = browser.eval(FITS, &[]).await;
    browser.leave().await;
    browser.until("the end is heard", "heard.length").await;
    let heard: Vec<Value> = browser
        .eval("return heard.map((one) => one.link)", &[])
        .await;
    assert_eq!(heard, ["#/table?q=end"]);
    let now: i32 = browser.eval("return frame().clientHeight", &[]).await;
    assert_eq!(now, height);

    // To the frame: from the wrong window, in the wrong form; then a right one.
    browser.enter_view(0).await;
    let own = "
        window.moves = [];
        addEventListener('hashchange', () => moves.push(location.hash));
        postMessage({ guatu: 1, type: 'view', value: '#/chart?embed=1' }, '*');
    ";
    browser.eval::<()>(own, &[]).await;
    browser.leave().await;
    let wrong = r##"
        const say = (type, value, guatu = 1) => frame().contentWindow.postMessage({ guatu, type, value }, "*");
        for (const value of ["javascript:alert(1)", "//x.example/#/table", "/#/table", "table", 7, null, ["#/table"]]) say("view", value);
        say("view", "#/" + "a".repeat(5000));
        say("view", "#/table", 2);
        for (const value of [null, "guatu", 1, [], { guatu: 1 }, { guatu: 1, type: 7 }]) frame().contentWindow.postMessage(value, "*");
    "##;
    browser.eval::<()>(wrong, &[]).await;
    let right = "#/units?embed=1&q=%3Cscript%3E&area=%3E";
    let say =
        "frame().contentWindow.postMessage({ guatu: 1, type: 'view', value: arguments[0] }, '*')";
    browser.eval::<()>(say, &[right.into()]).await;
    browser.enter_view(0).await;
    browser
        .until("a notice", "document.querySelector('[role=alert] li')")
        .await;
    let moves: Vec<String> = browser.eval("return moves", &[]).await;
    assert_eq!(moves, [right]);
    browser.has_no_complaint().await;
    browser.leave().await;
}

/// Page and single file both opened from disk, where origins have no names.
pub async fn from_disk(browser: &Browser) {
    let native = Native::built_in();
    let page = "<!doctype html><meta charset=utf-8><title>Host</title>
        <guatu-view view=units></guatu-view><script src=embed.js></script>";
    let file = SingleFile::in_a_page(page);
    browser.visit(&file.address).await;
    browser.eval::<()>(HEAR, &[]).await;
    browser.until("a height", "frame().style.height").await;
    let units = state_of(&native, "#/units?embed=1");
    shows(browser, &native, 0, &units).await;
    fits(browser).await;
    browser.leave().await;
    browser
        .eval::<()>("view().setAttribute('view', 'sources')", &[])
        .await;
    let sources = reduce(&units, Action::Go(Page::Sources));
    shows(browser, &native, 0, &sources).await;
    browser.leave().await;
}

/// A frame of a fixed height, without a script: it scrolls inside, and its views stay in it.
pub async fn plain_frame(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let guide = GUIDE
        .split("### A plain frame")
        .nth(1)
        .expect("plain frames");
    let line = guide
        .split("```html\n")
        .nth(1)
        .and_then(|rest| rest.lines().next());
    let line = line
        .expect("a line")
        .replace("https://data.example/guatu/", &site.address());
    let host = host(&site, &line).await;
    browser.visit(&host.elsewhere()).await;
    browser.enter("iframe").await;
    browser.is_ready().await;
    let embed = state_of(&native, "#/board?area=420106&embed=1");
    browser.shows(&native.screen(&embed)).await;
    let [height, over]: [i32; 2] = browser.eval(FITS, &[]).await;
    assert!(height == 800 && over > 0, "{height}, {over} over");
    // The filters lie over the view, and the way out has the view without the frame.
    browser.click(".filter-button").await;
    browser.click("[data-facet=kind] [value=target]").await;
    let targets = reduce(&embed, native.toggle(Facet::Kind, "target"));
    browser.shows(&native.screen(&targets)).await;
    let out: String = browser
        .eval(
            "return document.querySelector('.embed-open').getAttribute('href')",
            &[],
        )
        .await;
    assert_eq!(out, native.link(&targets.alone()));
    browser.has_no_complaint().await;
    browser.leave().await;
}
