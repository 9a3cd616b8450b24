//! While a reader's own data are shown, what leaves the page is of them and says so.

use guatu::dataset::Code;
use guatu::dataset::Lang;
use guatu::export::shared_link;
use guatu::intake::{Mode, own_rows};
use guatu::query::charges::Charge;
use guatu::query::{FacetIndex, Selection};
use guatu::text::{Own, edition};
use guatu::view::{Action, Page, ViewState, link};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::exports::all_files;
use crate::native::Native;
use crate::own::last;
use crate::own_files::{asks_before_leaving, figures, give, press_strip, set, today, workbook};
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
    told_apart(browser, [&native, &own], &state).await;
    published_step(browser, [&native, &own], &state).await;
    aside(browser, [&native, &own], &state).await;
    printed(browser, &own, &link).await;
    let_go(browser).await;
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
    let needs = Own::LinkToOpened.get(Lang::Zh);
    for part in [&*own.data.edition, NOT_PUBLISHED, link, needs] {
        assert!(foot.contains(part), "no {part} in {foot}");
    }
    let code = "return document.querySelector('.paper-code').childElementCount";
    assert_eq!(
        browser.eval::<usize>(code, &[]).await,
        0,
        "nobody can scan it"
    );
    let controls = "return [...document.querySelectorAll('.own-mark button')]
        .some((one) => one.checkVisibility())";
    assert!(!browser.eval::<bool>(controls, &[]).await);
    assert!(asks_before_leaving(browser).await);
}

/// A link to the published data shows these, as the steps of the history from before do, and each step after the opening
/// the opened ones. What the link cannot say is told of all the same.
async fn published_step(browser: &Browser, [native, own]: [&Native; 2], state: &ViewState) {
    browser.go(&own.link(state)).await;
    browser.shows(&own.screen(state)).await;
    let board = ViewState::default();
    let mut published = native.screen(&board);
    published.link += "?paint=red";
    browser.go(&published.link).await;
    browser.shows(&published).await;
    let told =
        |what| format!("document.querySelector('[role=alert] li')?.textContent.includes('{what}')");
    browser.until("what it cannot say", &told("paint")).await;
    let offered = "document.querySelector('[data-own=again]')";
    browser.until("the opened ones are kept", offered).await;
    assert!(asks_before_leaving(browser).await);
    browser.back().await;
    browser.shows(&own.screen(state)).await;
    browser.forward().await;
    browser.shows(&published).await;
    browser.until("what it cannot say", &told("paint")).await;
    browser.back().await;
    browser.shows(&own.screen(state)).await;
    let mut other = own.screen(&board);
    other.link = other.link.replace(&*own.data.own, "0123456789ab");
    browser.go(&other.link).await;
    browser.shows(&other).await;
    browser
        .until("that these are others", &told("0123456789ab"))
        .await;
    browser.go(&own.link(state)).await;
    browser.shows(&own.screen(state)).await;
}

/// Back to the published data, where the opened ones are kept.
async fn aside(browser: &Browser, [native, own]: [&Native; 2], state: &ViewState) {
    press_strip(browser, "[data-own=back]").await;
    browser.shows(&native.screen(state)).await;
    let focused = "document.activeElement.id === 'own-aside'";
    browser
        .until("the focus where the way on is", focused)
        .await;
    saved_besides(browser).await;
    assert!(asks_before_leaving(browser).await, "they are kept");
    press_strip(browser, "[data-own=again]").await;
    browser.shows(&own.screen(state)).await;
    let fragment: String = browser.eval("return location.hash", &[]).await;
    assert_eq!(fragment, own.link(state));
}

/// Back again, and the opened data are kept no longer, which takes two presses. The page looks as it is printed.
async fn let_go(browser: &Browser) {
    let press = "document.querySelector(arguments[0]).click()";
    browser.eval::<()>(press, &["[data-own=back]".into()]).await;
    let forget = ["[data-own=forget]".into()];
    browser.eval::<()>(press, &forget).await;
    let asked = format!(
        "document.querySelector('[data-own=forget]').textContent === '{}'",
        Own::ForgetSure.get(Lang::Zh)
    );
    browser.until("asked whether one is sure", &asked).await;
    browser.eval::<()>(press, &forget).await;
    let gone = "!document.querySelector('.own-mark') && document.activeElement.id === 'content'";
    browser.until("let go", gone).await;
    assert!(!asks_before_leaving(browser).await);
}

/// Saves the published data that are shown as a file: the others are still in the page alone.
async fn saved_besides(browser: &Browser) {
    let saved: usize = browser.eval("return kept.files.length", &[]).await;
    browser.click("[data-dialog=export]").await;
    browser.click("#export [data-export=single-file]").await;
    last(browser, saved + 1).await;
    browser.click("#export .dialog-close").await;
}

/// The strip says how many figures are the reader's and how many of these are shown, and each of them is marked.
async fn told_apart(browser: &Browser, [native, own]: [&Native; 2], state: &ViewState) {
    let rows = own_rows(&own.data, &native.data);
    let figure = own.data.observation(rows[0]).expect("a figure");
    let name = figure.indicator.name.zh.to_string();
    let state = &guatu::view::reduce(state, Action::Search(name));
    browser.go(&own.link(state)).await;
    browser.shows(&own.screen(state)).await;
    let index = FacetIndex::new(&own.data);
    let selection = Selection::new(&own.data, &index, &state.filters);
    let passing: Vec<_> = rows.iter().filter(|row| selection.passes(**row)).collect();
    assert!(!passing.is_empty() && passing.len() < rows.len());
    let words = edition::own_rows(rows.len(), passing.len(), Lang::Zh);
    let strip = "return document.querySelector('#own-mark [data-own-rows]').textContent";
    assert_eq!(browser.eval::<String>(strip, &[]).await, words);
    let mut alone = state.clone();
    alone.page = Page::Indicator(figure.indicator_code);
    browser.go(&own.link(&alone)).await;
    browser.shows(&own.screen(&alone)).await;
    let marked = "return [...document.querySelectorAll('tr[data-observation]:has(.own-figure)')]
        .map((row) => row.dataset.observation)";
    let mut marked: Vec<String> = browser.eval(marked, &[]).await;
    let of_indicator = rows.iter().filter_map(|row| own.data.observation(*row));
    let of_indicator = of_indicator.filter(|other| other.indicator_code == figure.indicator_code);
    let mut expected: Vec<&str> = of_indicator.map(|figure| figure.id).collect();
    marked.sort();
    expected.sort_unstable();
    assert_eq!(marked, expected);
}
