//! A walk through the whole page, for flows that look at all of it: every view, every dialog.

use fantoccini::key::Key;
use guatu::view::{Action, Form, Page, Part, Place};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::hostile::UNBROKEN;
use crate::hostile_words::{FEW, WORDS};
use crate::native::Native;
use crate::own_files::{Row, archive, give, press_strip, schema, table};
use crate::paper::WATCHED;

/// The dialogs: what opens each, and what is pressed in it.
const DIALOGS: [[&str; 2]; 5] = [
    ["[data-dialog=share]", "#share-link"],
    ["[data-dialog=share]", "#share-cite"],
    ["[data-dialog=share]", "#share-embed"],
    ["[data-dialog^=cite]", "dialog h2"],
    ["[data-dialog=export]", "dialog h2"],
];

/// What leads to each view, to each form of the charts and to each part of the sources; the page of an
/// indicator last.
pub fn every_view(native: &Native) -> Vec<Vec<Action>> {
    let figure = native.data.observation(0).expect("a figure");
    let document = Place::of(&native.data, figure.row).expect("its place");
    let first = [
        Page::Board,
        Page::Table,
        Page::Report,
        Page::Units,
        Page::Unit(0),
    ];
    let sources = [
        Action::Go(Page::Sources),
        Action::Open(document),
        Action::Show(Part::Relations),
        Action::Show(Part::Projects),
        Action::Show(Part::Glossary),
    ];
    let mut views: Vec<Vec<Action>> = first.map(|page| vec![Action::Go(page)]).into();
    views.extend(Form::ALL.map(|form| vec![Action::Go(Page::Chart), Action::Form(form)]));
    views.extend(sources.map(|part| vec![part]));
    views.push(vec![Action::Go(Page::Indicator(figure.indicator_code))]);
    views
}

/// Opens one dialog after the other on the page of an indicator, looks at it with what has been pressed in
/// it, and closes it. The preview of an embed is there when it is looked at.
pub async fn each_dialog(browser: &Browser, mut look: impl AsyncFnMut(&str)) {
    const COME: &str = "[...document.querySelectorAll('dialog iframe')].every(
        (frame) => frame.contentDocument?.documentElement.dataset.state === 'ready')";
    for [opener, pressed] in DIALOGS {
        open(browser, opener).await;
        browser.click(pressed).await;
        browser.until("the preview", COME).await;
        look(pressed).await;
        close(browser, opener).await;
    }
    own_data(browser, look).await;
}

/// The dialogs of a reader's own data: before files are given, with faults, with what would be otherwise, and that of
/// saving. What stands in the files is hostile.
async fn own_data(browser: &Browser, mut look: impl AsyncFnMut(&str)) {
    const OPENER: &str = "[data-dialog=open]";
    let folder = TempDir::with_prefix("guatu-walk-").expect("a folder");
    open(browser, OPENER).await;
    browser.element("#open [data-export=template]").await;
    look(OPENING).await;
    let (faulty, ready) = hostile();
    for (name, state, bytes) in [(NAMED, "faulty", faulty), ("a.zip", "ready", ready)] {
        give(browser, &folder, &[(name, &bytes)]).await;
        browser.element(&format!("#open [data-open={state}]")).await;
        look(state).await;
    }
    close(browser, OPENER).await;
    open(browser, OPENER).await;
    give(browser, &folder, &[("a.zip", &hostile().1)]).await;
    browser.click("[data-own=show]").await;
    let shown = "document.activeElement.matches('.own-mark')";
    browser.until("the reader's data", shown).await;
    open(browser, "[data-dialog=save]").await;
    browser.element("#save [data-save=title]").await;
    look("the dialog of saving").await;
    close(browser, "[data-dialog=save]").await;
    press_strip(browser, "[data-own=back]").await;
    let back = "document.activeElement.id === 'own-aside' && !document.querySelector('#own-mark')";
    browser.until("the published data", back).await;
    look("the data put aside").await;
    press_strip(browser, "[data-own=forget]").await;
    look("what would be lost").await;
    press_strip(browser, "[data-own=forget]").await;
    let none = "!document.querySelector('.own-mark')";
    browser.until("none are kept", none).await;
}

/// The dialog of opening before it has files.
pub const OPENING: &str = "the dialog of opening";

/// A name that a file may have.
const NAMED: &str = "<img src=x onerror=window.ran=1>.csv";

/// A table with faults in each of its cells, and tables without any, whose words are hostile.
fn hostile() -> (Vec<u8>, Vec<u8>) {
    let words = |at: usize| format!("{} {UNBROKEN}", WORDS[at % WORDS.len()]);
    let columns = schema("observations.csv").columns.iter();
    let wrong: Row = columns
        .zip(0..)
        .map(|(name, at)| (*name, words(at)))
        .collect();
    let target = |line: &str, kind: &str| -> Row {
        let cells = [
            ("document", words(0)),
            ("line", line.to_owned()),
            ("section", words(1)),
            ("indicator", words(2)),
            ("period", "2026".to_owned()),
            ("kind", kind.to_owned()),
            ("value", "5".to_owned()),
            ("as_printed", format!("{FEW}5")),
            ("repair", words(3)),
        ];
        cells.into()
    };
    let indicator: Row = [
        ("name_zh", words(2)),
        ("theme", "economy".to_owned()),
        ("unit", "percent".to_owned()),
        ("measure", "ratio".to_owned()),
        ("direction", "up".to_owned()),
        ("aliases", words(4)),
        ("definition_zh", words(8)),
    ]
    .into();
    let document: Row = [
        ("area", "420106".to_owned()),
        ("kind", "work_report".to_owned()),
        ("title_zh", words(0)),
        ("issuer", words(6)),
        ("number", words(7)),
    ]
    .into();
    let ready = [
        (
            "observations.csv",
            table(&[target("1", "target"), target("2", "actual")]),
        ),
        ("indicators.csv", table(&[indicator])),
        ("documents.csv", table(&[document])),
    ];
    (table(&[wrong]).into_bytes(), archive(ready))
}

/// Has every kind of file made; none reaches the disk.
pub async fn each_file(browser: &Browser) {
    browser.eval::<()>(WATCHED, &[]).await;
    browser.click("[data-dialog=export]").await;
    for (before, kind) in ["csv", "xlsx", "json", "zip"].iter().enumerate() {
        browser
            .click(&format!("#export [data-export={kind}]"))
            .await;
        let made = format!("kept.names.length === {}", before + 1);
        browser.until(kind, &made).await;
    }
    close(browser, "[data-dialog=export]").await;
}

/// Opens a dialog by its button, which on a narrow page may stand in the popover of the settings.
async fn open(browser: &Browser, opener: &str) {
    let is_shown = format!("return document.querySelector('{opener}').checkVisibility()");
    if !browser.eval::<bool>(&is_shown, &[]).await {
        browser.click(".settings-button").await;
    }
    let in_sight = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
    browser.eval::<()>(in_sight, &[opener.into()]).await;
    browser.click(opener).await;
}

/// Closes the dialog by the keyboard; the focus is again where it was, or on the button of the popover that is closed too.
async fn close(browser: &Browser, opener: &str) {
    browser.strike(Key::Escape).await;
    let closed = format!(
        "!document.querySelector('dialog[open]') &&
        document.activeElement.matches('{opener}, .settings-button') && document.activeElement.checkVisibility()"
    );
    browser
        .until("closed, the focus where it was", &closed)
        .await;
}
