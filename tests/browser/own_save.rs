//! A reader's own data by the keyboard alone: opened in the place of the published ones, saved under a title, a day and
//! names of the reader's, and found so in the file.

use fantoccini::key::Key;
use guatu::assess::Ledger;
use guatu::dataset::Lang;
use guatu::front::Said;
use guatu::intake::{Mode, compared, renamed};
use guatu::text::Own;
use guatu::view::{Action, Page, ViewState};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::exports::tab_to;
use crate::native::{Native, after};
use crate::own::last;
use crate::own_files::{asks_before_leaving, counts, give, packed, set, today};
use crate::paper::WATCHED;
use crate::site::{SingleFile, Site};

/// The two tables that a set of one's own needs.
const FILES: [(&str, &[u8]); 2] = [
    (
        "figures.csv",
        "文件,行,所在标题,指标,地区,时期,性质,限定,数值,原文片段\n\
         甲区2026年工作报告,3,一,公园绿地面积,420107,2025,目标,>=,800,800公顷以上\n\
         甲区2026年工作报告,9,二,公园绿地面积,420107,2025,实际,,810.5,810.5公顷\n"
            .as_bytes(),
    ),
    (
        "indicators.csv",
        "名称,主题,计量单位,量的种类,方向,主要指标\n公园绿地面积,生态环境,公顷,时点数,越高越好,是\n".as_bytes(),
    ),
];

/// What is set.
const TITLE: &str = "甲区 <b>一张图</b>";
const TITLE_EN: &str = "District A & its plans";
const DAY: &str = "2026-02-28";
/// The same, as it is said in Chinese.
const WRITTEN_DAY: &str = "2026年2月28日";
const AREA: &str = "青山区";

/// From the button of the head to the saved file, and back to the published data.
pub async fn by_keyboard(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let folder = TempDir::with_prefix("guatu-own-").expect("a folder");
    let state = after([Action::Go(Page::Table)]);
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.shows(&native.screen(&state)).await;
    browser.eval::<()>(WATCHED, &[]).await;
    let today = today(browser).await;
    let opened = set(&FILES, Mode::Replace, &today);
    tab_to(browser, "[data-dialog=open]").await;
    browser.strike(Key::Enter).await;
    browser.element("#open [data-export=template]").await;
    give(browser, &folder, &FILES).await;
    replaced(browser, &native, &opened.data).await;
    tab_to(browser, "#open [data-own=show]").await;
    browser.strike(Key::Enter).await;
    browser
        .shows(&Native::of(&opened.tables).screen(&state))
        .await;

    let alone = "document.querySelector('#own-mark') && !document.querySelector('[data-own-rows]')";
    browser
        .until("no figure beside published ones", alone)
        .await;
    assert!(asks_before_leaving(browser).await, "nothing is saved");
    focus(browser, "[data-dialog=save]").await;
    browser.strike(Key::Enter).await;
    named(browser).await;
    let saved = String::from_utf8(last(browser, 1).await).expect("a page");
    assert!(!asks_before_leaving(browser).await, "it is saved");
    closed(browser).await;
    browser.strike(Key::Enter).await;
    let kept = format!(
        "['title', 'title_en', 'date', 'area'].map((name) =>
            document.querySelector(`#save [data-save=${{name}}]`)?.value).join()
            === {:?}",
        [TITLE, TITLE_EN, WRITTEN_DAY, AREA].join(",")
    );
    browser.until("what was typed", &kept).await;
    closed(browser).await;
    focus(browser, "[data-own=back]").await;
    browser.strike(Key::Enter).await;
    browser.shows(&native.screen(&state)).await;
    assert!(!asks_before_leaving(browser).await, "it is saved");
    focus(browser, "[data-dialog=export]").await;
    browser.strike(Key::Enter).await;
    let untouched = format!(
        "document.querySelector('#export [data-save=title]')?.value === {:?}
        && !document.querySelector('#export details:has([data-save])').open",
        native.data.title.get(Lang::Zh)
    );
    browser
        .until("the published data under their title", &untouched)
        .await;
    browser
        .click("#export details:has([data-save]) summary")
        .await;
    browser.write("#export [data-save=title]", "x").await;
    browser.strike(Key::Backspace).await;
    let open = untouched.replace("&& !", "&& ");
    browser.until("open while one types", &open).await;

    let area = format!("420107={AREA}");
    let options = ["--today", &today, "--title", TITLE, "--title-en", TITLE_EN];
    let options = [&options[..], &["--date", DAY, "--area", &area]].concat();
    assert!(
        saved == packed(&FILES, &options),
        "not what the command makes"
    );
    let said = Said {
        title: Some(TITLE),
        title_en: Some(TITLE_EN),
        created: Some(DAY),
        ..Said::default()
    };
    let tables = renamed(&opened.tables, said, &[("420107", AREA)]);
    is_named(browser, &saved, &Native::of(&tables), &state).await;
    steps_of_both(browser, &folder).await;
}

/// In the saved file, whose data are published ones there, other files are opened: a step from before shows the file's own
/// data, though it does not name them, and the step after it the opened ones.
async fn steps_of_both(browser: &Browser, folder: &TempDir) {
    let figures = String::from_utf8_lossy(FILES[0].1).replace("810.5", "811.5");
    let files = [(FILES[0].0, figures.as_bytes()), FILES[1]];
    // Back passes over what a script added to the history before anything was pressed, in WebKit.
    browser.click("nav a[href^='#/chart']").await;
    browser.go("#/board").await;
    browser.go("#/table").await;
    give(browser, folder, &files).await;
    browser.click("#open label:has([value=replace])").await;
    browser.element("#open [data-open=ready]").await;
    browser.click("#open [data-own=show]").await;
    browser.element("#own-mark").await;
    browser.back().await;
    let published = "document.querySelector('#own-aside') && location.hash === '#/board' && document.activeElement.id === 'own-aside'";
    browser.until("the file's own data", published).await;
    browser.forward().await;
    let opened = "document.querySelector('#own-mark') && location.hash.startsWith('#/table?data=')";
    browser.until("the opened data", opened).await;
}

/// Closes the dialog of saving.
async fn closed(browser: &Browser) {
    browser.strike(Key::Escape).await;
    let closed =
        "!document.querySelector('#save') && document.activeElement.dataset.dialog === 'save'";
    browser
        .until("closed, the focus on its button", closed)
        .await;
}

async fn focus(browser: &Browser, selector: &str) {
    let script = "document.querySelector(arguments[0]).focus()";
    browser.eval::<()>(script, &[selector.into()]).await;
}

/// The files take the place of the published ones, by an arrow key: those go.
async fn replaced(browser: &Browser, native: &Native, data: &guatu::dataset::Dataset) {
    browser.element("#open .open-mode").await;
    tab_to(browser, "#open [value=add]").await;
    browser.strike(Key::Down).await;
    let is_replaced = "document.querySelector('#open [data-open=ready] [data-change=targets]')";
    browser
        .until("the published targets would go", is_replaced)
        .await;
    let changes = compared((data, &Ledger::new(data)), (&native.data, native.ledger()));
    let targets = native.data.iter().filter(|figure| figure.plan.is_some());
    assert_eq!(changes.gone.len(), native.data.iter().count());
    assert_eq!(changes.gone_targets, targets.count());
    let (gone, status) = (changes.gone.len(), changes.statuses.len());
    assert_eq!(
        counts(browser).await,
        [2, 0, gone, status, changes.gone_targets]
    );
}

/// Fills in the fields of the dialog of saving, a wrong day first, and saves.
async fn named(browser: &Browser) {
    tab_to(browser, "#save [data-save=title]").await;
    rewrite(browser, "area", AREA).await;
    let follows =
        format!("document.querySelector('#save [data-save=title]').value.includes({AREA:?})");
    browser
        .until("the title has the area's name", &follows)
        .await;
    for (field, text) in [
        ("title", TITLE),
        ("title_en", TITLE_EN),
        ("date", "2026-02-29"),
    ] {
        rewrite(browser, field, text).await;
    }
    let refused = format!(
        "document.querySelector('#save .site-wrong').textContent === '{}'",
        Own::SaveDateWrong.get(Lang::Zh)
    );
    browser.until("there is no such day", &refused).await;
    tab_to(browser, "#save [data-export=single-file]").await;
    browser.strike(Key::Enter).await;
    rewrite(browser, "date", WRITTEN_DAY).await;
    let taken = "document.querySelector('#save .site-wrong').textContent === ''";
    browser.until("the day", taken).await;
    assert_eq!(
        browser.eval::<usize>("return kept.files.length", &[]).await,
        0
    );
    tab_to(browser, "#save [data-export=single-file]").await;
    browser.strike(Key::Enter).await;
}

async fn rewrite(browser: &Browser, field: &str, text: &str) {
    let field = format!("#save [data-save={field}]");
    let script = "document.querySelector(arguments[0]).select()";
    browser.eval::<()>(script, &[field.as_str().into()]).await;
    browser.write(&field, text).await;
}

/// What was set stands in the file: in its title, in what it says before its program, and in its views.
async fn is_named(browser: &Browser, saved: &str, own: &Native, state: &ViewState) {
    let title = TITLE.replace('<', "&lt;").replace('>', "&gt;");
    assert!(saved.contains(&format!("<title>{title} · ")));
    assert!(saved.contains(&format!("\"dateModified\":\"{DAY}\"")));
    let captions = saved.split("<caption>").skip(1);
    let of_area: Vec<_> = captions.filter(|caption| caption.contains(AREA)).collect();
    assert!(!of_area.is_empty(), "no headline table of {AREA}");
    let file = SingleFile::of(saved);
    browser
        .open(&(file.address.clone() + &own.link(state)))
        .await;
    browser.shows(&own.screen(state)).await;
    let said = format!(
        "document.querySelector('.brand span').textContent === {TITLE:?}
        && document.querySelector('.paper-foot').textContent.includes({TITLE:?})
        && document.querySelector('.footer').textContent.includes('{}')",
        own.data.edition
    );
    browser.until("its title and its edition", &said).await;
}
