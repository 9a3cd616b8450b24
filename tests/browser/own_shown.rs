//! While a reader's own data are shown, what leaves the page is of them and says so.

use guatu::dataset::Code;
use guatu::export::shared_link;
use guatu::intake::Mode;
use guatu::query::charges::Charge;
use guatu::view::{Action, Page, ViewState, link};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::exports::all_files;
use crate::native::Native;
use crate::own_files::{asks_before_leaving, figures, give, set, today, workbook};
use crate::paper::PRINTED;
use crate::site::Site;
use crate::units::strip_is_of;

/// What stands beside the edition.
const NOT_PUBLISHED: &str = "非公布数据";

/// Exports, the page of a unit, a citation and a print.
pub async fn leaves(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let folder = TempDir::with_prefix("guatu-own-").expect("a folder");
    let (state, _) = link::read("#/table?area=420106&kind=actual", &native.data);
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.shows(&native.screen(&state)).await;
    let book = workbook(&figures(&native.data));
    let files = [("next.xlsx", &*book)];
    let opened = set(&files, Mode::Add, &today(browser).await);
    let own = Native::holding(opened.data);
    give(browser, &folder, &files).await;
    browser.click("#open [data-own=show]").await;
    browser.shows(&own.screen(&state)).await;

    all_files(
        browser,
        (&own, &opened.tables),
        &state,
        Some(&site.address()),
    )
    .await;
    browser.click("#export .dialog-close").await;
    unit(browser, &native, &own).await;
    browser.go(&own.link(&state)).await;
    browser.shows(&own.screen(&state)).await;
    let link = shared_link(&own.data, &state, Some(&site.address()));
    assert!(link.contains(&*own.data.own), "{link}");
    cited(browser, &own, &link).await;
    printed(browser, &own, &link).await;
}

/// The page of a unit whose targets stand otherwise.
async fn unit(browser: &Browser, native: &Native, own: &Native) {
    let statuses = |native: &Native, unit: Code| {
        let charges = native.charges(unit);
        charges
            .iter()
            .map(|one: &Charge| one.status)
            .collect::<Vec<_>>()
    };
    let mut units = (0..).take(own.data.organisations.len());
    let is_other = |unit: &Code| statuses(native, *unit) != statuses(own, *unit);
    let unit = units.find(is_other).expect("a unit with an outcome");
    let state = guatu::view::reduce(&ViewState::default(), Action::Go(Page::Unit(unit)));
    browser.go(&own.link(&state)).await;
    browser.shows(&own.screen(&state)).await;
    strip_is_of(browser, &own.charges(unit)).await;
}

/// A citation names edition and link, and who shares is told what the link needs.
async fn cited(browser: &Browser, own: &Native, link: &str) {
    browser.click("[data-dialog=share]").await;
    browser.click("#share-cite").await;
    let cited = format!(
        "[...document.querySelectorAll('#share-panel textarea')].every((field) =>
            field.value.includes('{}') && field.value.includes('{}') && field.value.includes({link:?}))",
        own.data.edition, NOT_PUBLISHED
    );
    browser.until("a citation of the set", &cited).await;
    browser.click("#share .dialog-close").await;
}

/// The foot of a print has title, edition and link.
async fn printed(browser: &Browser, own: &Native, link: &str) {
    browser.eval::<()>(PRINTED, &[]).await;
    let foot = "return document.querySelector('.paper-foot').innerText";
    let foot: String = browser.eval(foot, &[]).await;
    for part in [&*own.data.edition, NOT_PUBLISHED, link] {
        assert!(foot.contains(part), "no {part} in {foot}");
    }
    let controls = "return [...document.querySelectorAll('.own-mark button')]
        .some((one) => one.checkVisibility())";
    assert!(!browser.eval::<bool>(controls, &[]).await);
    assert!(asks_before_leaving(browser).await);
    let back = "document.querySelector('[data-own=back]').click()";
    browser.eval::<()>(back, &[]).await;
    browser
        .until("back", "!document.querySelector('.own-mark')")
        .await;
    assert!(!asks_before_leaving(browser).await);
}
