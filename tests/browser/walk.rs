//! A walk through the whole page, for flows that look at all of it: every view, every dialog.

use guatu::view::{Action, Form, Page, Part, Place};

use crate::browser::Browser;
use crate::native::Native;
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
        let in_sight = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
        browser.eval::<()>(in_sight, &[opener.into()]).await;
        browser.click(opener).await;
        browser.click(pressed).await;
        browser.until("the preview", COME).await;
        look(pressed).await;
        close(browser).await;
    }
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
    close(browser).await;
}

async fn close(browser: &Browser) {
    browser.click("dialog .dialog-close").await;
    let closed = "!document.querySelector('dialog[open]')";
    browser.until("the dialog closed", closed).await;
}
