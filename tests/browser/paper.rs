//! What leaves the page: prints with vector charts and the way back, pictures, drawings, tables.

use guatu::chart::Sheet;
use guatu::dataset::Lang;
use guatu::export::{Table, file_name};
use guatu::query::Facet;
use guatu::text::Msg;
use guatu::view::{Action, Form, Page, TextSize, ViewState};
use serde::Deserialize;

use crate::browser::Browser;
use crate::charts::are_drawn;
use crate::native::{Native, after};
use crate::site::{SingleFile, Site};

/// Shows the page as paper has it: the rules of print for every medium, and what a browser tells
/// the page before it prints.
pub const PRINTED: &str = r#"
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        if (rule.media?.mediaText === "print") rule.media.mediaText = "all";
      }
    }
    dispatchEvent(new Event("beforeprint"));
"#;

/// What a print shows.
#[derive(Debug, Deserialize)]
struct Paper {
    /// Which of the elements that only a screen needs are still there.
    controls: Vec<String>,
    /// The texts in the drawing of each chart; none where its canvas is printed.
    charts: Vec<Option<String>>,
    /// The foot.
    foot: String,
    /// How many codes are drawn.
    codes: usize,
    /// The number before each document and place.
    numbers: Vec<String>,
    /// What it says of clicks.
    hints: usize,
}

const PAPER: &str = r#"
    const shown = (element) => element.checkVisibility();
    const of = (selector) => [...document.querySelectorAll(selector)];
    return {
      controls: of("header.header, .rail, .chips, button, select, input, .plot-table")
        .filter(shown).map((element) => element.outerHTML.slice(0, 80)),
      charts: of("canvas[data-chart]").map((canvas) => {
        const svg = canvas.parentElement.querySelector("svg");
        return svg && shown(svg) && !shown(canvas) ? svg.textContent : null;
      }),
      foot: of(".paper-foot").filter(shown).map((foot) => foot.innerText).join(),
      codes: of(".paper-code svg path").filter(shown).length,
      numbers: of(".cited").filter(shown).map((number) => number.textContent),
      hints: of(".plot-hint").filter(shown).length,
    };
"#;

/// Charts are vectors on paper, controls are gone, the foot leads back; afterwards all is as before.
pub async fn printed(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let view = after([Action::Go(Page::Chart), Action::Form(Form::Trend)]);
    let link = native.link(&view);
    browser.open(&(site.address() + &link)).await;
    are_drawn(browser).await;
    browser.eval::<()>(PRINTED, &[]).await;
    let paper: Paper = browser.eval(PAPER, &[]).await;
    assert_eq!(paper.controls, Vec::<String>::new());
    assert_eq!(paper.charts.len(), native.plots(&view).len());
    for drawn in &paper.charts {
        let drawn = drawn.as_deref().expect("a drawing in place of the canvas");
        assert!(drawn.contains("20"), "no year in {drawn}");
    }
    let address = site.address() + &link;
    assert!(paper.foot.contains(&address), "{address} in {}", paper.foot);
    assert_eq!(paper.codes, 2, "the ground and the dark modules");
    let left = "return document.querySelectorAll('.plot-on-paper svg, .paper-code svg').length";
    let after = format!("dispatchEvent(new Event('afterprint')); {left}");
    assert_eq!(browser.eval::<usize>(&after, &[]).await, 0);
}

/// A page from a file has no address that others could open: its foot says how to come back. Every
/// place of the indicator has the number of its document.
pub async fn printed_from_disk(browser: &Browser) {
    let native = Native::built_in();
    let file = SingleFile::witnessed();
    let code = native.data.indicator_code("gdp-growth").expect("known");
    let link = native.link(&after([Action::Go(Page::Indicator(code))]));
    browser.open(&(file.address.clone() + &link)).await;
    are_drawn(browser).await;
    browser.eval::<()>(PRINTED, &[]).await;
    let paper: Paper = browser.eval(PAPER, &[]).await;
    assert_eq!(paper.codes, 0);
    let way = Msg::LinkInFile.get(Lang::Zh);
    assert!(paper.foot.contains(way) && paper.foot.contains(&link));
    assert!(!paper.foot.contains("file:"), "{}", paper.foot);
    let rows = native.data.iter().filter(|o| o.indicator_code == code);
    assert!(
        paper.numbers.len() > rows.count(),
        "the documents have theirs too"
    );
    // The first that is used is 1, the next that is new 2, in the table and in the list below it.
    let mut last = 0;
    for number in &paper.numbers {
        let number = number.trim_matches(['[', ']']).parse::<usize>();
        let number = number.expect("a number in brackets");
        assert!(number <= last + 1, "{number} after {last}");
        last = last.max(number);
    }
}

/// The matrix of units has a drawing for each of its bands, and says nothing of clicks; text that is
/// large on the screen is not on paper.
pub async fn matrix(browser: &Browser) {
    const DRAWN: &str = "return document.querySelectorAll('.plot-on-paper svg').length";
    const SIZE: &str = "return parseFloat(getComputedStyle(document.documentElement).fontSize)";
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let view = after([Action::Go(Page::Units), Action::Text(TextSize::Large)]);
    browser.open(&(site.address() + &native.link(&view))).await;
    are_drawn(browser).await;
    browser.eval::<()>(PRINTED, &[]).await;
    let paper: Paper = browser.eval(PAPER, &[]).await;
    let bands = native.matrices(&view).remove(0).chart.parts().len();
    assert_eq!((bands, paper.hints), (2, 0));
    assert_eq!(browser.eval::<usize>(DRAWN, &[]).await, bands);
    let text: f64 = browser.eval(SIZE, &[]).await;
    assert!(text < 14.0, "{text} pixels");
}

/// A unit's page has its own heading and takes no filters: on paper its name stands once.
pub async fn brief(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let mut view = after([Action::Go(Page::Unit(0))]);
    view.filters.toggle(Facet::Area, 0);
    browser.open(&(site.address() + &native.link(&view))).await;
    browser
        .until("the unit", "document.querySelector('.unit')")
        .await;
    browser.eval::<()>(PRINTED, &[]).await;
    let head: String = browser
        .eval(
            "return document.querySelector('.paper-head').innerText",
            &[],
        )
        .await;
    let name = native.data.organisations[0].name.zh.to_string();
    assert!(!head.contains(&name) && !head.contains("筛选"), "{head}");
}

/// Keeps what the page saves and copies, and lets no file reach the disk.
pub const WATCHED: &str = r#"
    window.kept = { files: [], names: [], copied: [], revoked: 0 };
    URL.revokeObjectURL = () => (kept.revoked += 1);
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob) => (kept.files.push(blob), made.call(URL, blob));
    HTMLAnchorElement.prototype.click = function () { kept.names.push(this.download); };
    addEventListener("copy", ({ clipboardData }) => {
      kept.copied = ["text/plain", "text/html"].map((kind) => clipboardData.getData(kind));
    });
"#;

/// What was saved, read as other programs read it.
#[derive(Debug, Deserialize)]
struct Saved {
    names: Vec<String>,
    /// How many addresses are taken back while the browser may still fetch the file.
    revoked: u32,
    /// The width of the picture in pixels.
    wide: u32,
    /// The title of the drawing; none where it is not well-formed.
    title: Option<String>,
    /// The width of the drawing.
    drawn: String,
}

const SAVED: &str = r#"
    const done = arguments[arguments.length - 1];
    (async () => {
      const [picture, drawing] = ["image/png", "image/svg+xml"]
        .map((kind) => kept.files.find((file) => file.type === kind));
      const { width } = await createImageBitmap(picture);
      const text = await drawing.text();
      const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      const title = root.querySelector("title")?.textContent ?? null;
      done({ names: kept.names, revoked: kept.revoked, wide: width, title, drawn: root.getAttribute("width") });
    })();
"#;

fn bullets() -> ViewState {
    after([Action::Go(Page::Chart)])
}

/// A chart becomes a picture of twice its pixels, and a drawing with its title inside.
pub async fn saved(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let plot = native.plots(&bullets()).remove(0);
    browser
        .open(&(site.address() + &native.link(&bullets())))
        .await;
    are_drawn(browser).await;
    browser.eval::<()>(WATCHED, &[]).await;
    browser.click("[data-export=png]").await;
    browser.click("[data-export=svg]").await;
    browser.until("both files", "kept.names.length === 2").await;
    let words = Msg::Saved.get(Lang::Zh);
    let said =
        format!("document.querySelector('.plot-export [role=status]').textContent === '{words}'");
    browser.until("it says so", &said).await;
    let saved: Saved = browser.eval_async(SAVED).await;
    let name = file_name(&native.data, &plot.id);
    let mut names = saved.names;
    names.sort();
    assert_eq!(names, [format!("{name}.png"), format!("{name}.svg")]);
    assert_eq!(saved.revoked, 0);
    assert_eq!(saved.wide, 2 * Sheet::WIDTH);
    assert_eq!(saved.title, Some(plot.title.clone()));
    assert_eq!(saved.drawn, Sheet::WIDTH.to_string());
}

/// The chart's table is copied in both forms; where the browser refuses, it is selected for the
/// reader to copy.
pub async fn copied(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let plot = native.plots(&bullets()).remove(0);
    let table = Table::of(&native.data, native.ledger(), &plot.listing, Lang::Zh);
    browser
        .open(&(site.address() + &native.link(&bullets())))
        .await;
    browser.eval::<()>(WATCHED, &[]).await;
    browser.click("[data-export=chart-table]").await;
    let said = |msg: Msg| {
        let words = msg.get(Lang::Zh);
        format!("document.querySelector('.plot-export [role=status]').textContent === '{words}'")
    };
    browser.until("it says so", &said(Msg::Copied)).await;
    let copied: Vec<String> = browser.eval("return kept.copied", &[]).await;
    assert_eq!(copied, [table.tsv(), table.html()]);
    let focus = "document.activeElement.dataset.export === 'chart-table'";
    browser.until("the focus is where it was", focus).await;
    browser
        .eval::<()>("document.execCommand = () => false", &[])
        .await;
    browser.click("[data-export=chart-table]").await;
    browser.until("it says so", &said(Msg::CopyByHand)).await;
    let selected =
        "return getSelection().toString() || (({ value, selectionStart, selectionEnd }) =>
        value.slice(selectionStart, selectionEnd))(document.activeElement)";
    assert_eq!(browser.eval::<String>(selected, &[]).await, table.tsv());
}
