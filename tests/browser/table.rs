//! The table: only the rows near the screen are in the page, and all of them are within reach.

use fantoccini::key::Key;
use guatu::query::column::{Column, Columns};
use guatu::view::{Action, Page, ViewState, reduce};
use serde::de::DeserializeOwned;

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::site::{SingleFile, Site};

/// The frame that scrolls the table, or the page on a phone.
const SCROLLER: &str = "const frame = document.querySelector('.table-frame');
    const scroller = getComputedStyle(frame).overflowY === 'auto' ? frame : document.scrollingElement;";

/// A walk through the table that calls `visit` with the rows in the page until it returns true, or
/// until the last row was there. The last row in the page becomes the first in sight, and the walk waits
/// for those that follow it, however busy the machine is.
const WALK: &str = r#"
    const index = (row) => Number(row.getAttribute("aria-rowindex"));
    const total = Number(document.querySelector(".figures").getAttribute("aria-rowcount"));
    const inPage = () => [...document.querySelectorAll("[data-observation]:not(.visually-hidden)")];
    const until = async (is) => {
      while (!is(inPage())) await new Promise((then) => setTimeout(then, 5));
    };
    const walk = async (visit) => {
      scroller.scrollTop = 0;
      await until((rows) => index(rows[0]) === 2);
      for (;;) {
        const last = inPage().at(-1);
        if (visit(inPage()) || index(last) === total) return;
        const at = index(last);
        last.scrollIntoView();
        await until((rows) => index(rows.at(-1)) > at);
      }
    };
    const done = arguments[arguments.length - 1];"#;

/// What `read` says of each row of the table, which is scrolled from its beginning to its end.
pub async fn walked<T: DeserializeOwned>(browser: &Browser, read: &str) -> Vec<T> {
    browser
        .eval_async(&format!(
            "{SCROLLER} {WALK}
            const found = [];
            walk((rows) => {{ for (const row of rows) found[index(row) - 2] = {read}; }})
              .then(() => done(found));"
        ))
        .await
}

/// Scrolls the table from its beginning until an element of a row is in the page.
pub async fn reach(browser: &Browser, selector: &str) {
    let is_there: bool = browser
        .eval_async(&format!(
            "{SCROLLER} {WALK}
            const isThere = () => document.querySelector(`{selector}`) !== null;
            walk(isThere).then(() => done(isThere()));"
        ))
        .await;
    assert!(is_there, "{selector} in the table");
}

/// A column's head orders the rows, the other way round, and no more.
pub async fn order(browser: &Browser) {
    let native = Native::built_in();
    let (_site, mut state) = opened(browser, &native).await;
    for order in ["ascending", "descending", "none"] {
        browser.click("th.col-value button").await;
        state = reduce(&state, Action::Sort(Column::Value));
        browser.shows(&native.screen(&state)).await;
        let is = "(document.querySelector('th.col-value').ariaSort ?? 'none')";
        browser.until(order, &format!("{is} === '{order}'")).await;
        let focus = "document.activeElement.matches('th.col-value button')";
        browser.until("the focus on the head", focus).await;
    }
}

/// Shift with a press on a head, and the list of columns by keyboard, add keys to the order.
pub async fn several(browser: &Browser) {
    const SHIFT: &str = "document.querySelector('th.col-area button')
        .dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }))";
    let native = Native::built_in();
    let (_site, mut state) = opened(browser, &native).await;
    browser.click("th.col-kind button").await;
    state = reduce(&state, Action::Sort(Column::Kind));
    browser.shows(&native.screen(&state)).await;
    browser.eval::<()>(SHIFT, &[]).await;
    state = reduce(&state, Action::SortThen(Column::Area));
    browser.shows(&native.screen(&state)).await;

    let opener = "[popovertarget=table-order]";
    browser
        .write(opener, &char::from(Key::Enter).to_string())
        .await;
    let open = "document.querySelector('#table-order:popover-open')";
    browser.until("the columns listed", open).await;
    let last = "#table-order [data-column=value]";
    for _ in 0..2 {
        browser
            .write(last, &char::from(Key::Enter).to_string())
            .await;
        state = reduce(&state, Action::SortThen(Column::Value));
        browser.shows(&native.screen(&state)).await;
    }
    assert_eq!(state.sort.len(), 3);
    let signs = "[...document.querySelectorAll('th .order-sign')].map((e) => e.textContent).join(' ').trim()";
    browser
        .until(
            "signs in the heads",
            &format!("{signs}.replace(/ +/g, ' ') === '2↑ 1↑ 3↓'"),
        )
        .await;
    browser.press(Key::Escape).await;
    browser.until("the list closed", &format!("!{open}")).await;
    browser.reload().await;
    browser.shows(&native.screen(&state)).await;
}

/// A column more and one less, in the page and in the link.
pub async fn columns(browser: &Browser) {
    let native = Native::built_in();
    let (_site, mut state) = opened(browser, &native).await;
    browser.click("[popovertarget=table-columns]").await;
    for column in [Column::Plan, Column::Printed] {
        browser
            .click(&format!("#table-columns [value={}]", column.key()))
            .await;
        state = reduce(&state, Action::Columns(state.columns.toggled(column)));
        browser.shows(&native.screen(&state)).await;
        has_columns(browser, state.columns).await;
    }
    browser.press(Key::Escape).await;
    browser.reload().await;
    has_columns(browser, state.columns).await;
}

async fn has_columns(browser: &Browser, columns: Columns) {
    let shown: Vec<String> = columns.iter().map(|c| format!("col-{}", c.key())).collect();
    let shown = shown.join(" ");
    for cells in ["col", "thead th"] {
        let are = format!(
            "[...document.querySelectorAll('.figures {cells}')].map((e) => e.className).join(' ')"
        );
        browser.until(cells, &format!("{are} === '{shown}'")).await;
    }
}

/// On a wide page and on a phone, all rows in their order.
pub async fn all_rows(browser: &Browser) {
    let native = Native::built_in();
    let file = SingleFile::witnessed();
    let table = native.screen(&after([Action::Go(Page::Table)]));
    browser
        .open(&format!("{}{}", file.address, table.link))
        .await;
    for (width, height) in [(1440, 900), (390, 844)] {
        browser.resize(width, height).await;
        browser.shows(&table).await;
        let rows: Vec<Option<String>> = walked(browser, "row.dataset.observation").await;
        let rows: Vec<String> = rows.into_iter().flatten().collect();
        assert_eq!(rows, table.rows, "{width}");
        browser.shows(&table).await;
        let few = format!(
            "document.querySelectorAll('[data-observation]').length < {}",
            table.rows.len() / 4
        );
        browser.until("few rows in the page", &few).await;
    }
}

/// A link in a row has the focus, whatever is scrolled, and the keyboard goes on from there.
pub async fn focus(browser: &Browser) {
    const ROW: &str = "document.activeElement.closest('[data-observation]')";
    let native = Native::built_in();
    let (_site, state) = opened(browser, &native).await;
    let table = native.screen(&state);
    let third = format!("{ROW}?.dataset.observation === '{}'", table.rows[2]);
    browser
        .eval::<()>(
            "document.querySelectorAll('[data-observation]')[2].querySelector('a').focus()",
            &[],
        )
        .await;
    let middle = format!("{SCROLLER} scroller.scrollTop = scroller.scrollHeight / 2");
    browser.eval::<()>(&middle, &[]).await;
    let there = "[...document.querySelectorAll('[data-observation]')].some((row) => row.ariaRowIndex > 200)";
    let there = there.replace("row.ariaRowIndex", "row.getAttribute('aria-rowindex')");
    browser.until("rows of the middle", &there).await;
    browser.shows(&table).await;
    browser.until("the focus in its row", &third).await;
    // The keyboard goes on within the row, which comes into sight.
    let next = format!("[...{ROW}.querySelectorAll('a')].at(-1).focus()");
    browser.eval::<()>(&next, &[]).await;
    browser
        .until(
            "the row in sight",
            &format!("!{ROW}.classList.contains('visually-hidden')"),
        )
        .await;
    let first = format!("{ROW}.querySelector('a').focus()");
    browser.eval::<()>(&first, &[]).await;
    browser.until("the focus in its row", &third).await;
    browser.press(Key::Enter).await;
    let figure = native.data.iter().find(|figure| figure.id == table.rows[2]);
    let page = Page::Indicator(figure.expect("a figure").indicator_code);
    let link = native.link(&after([Action::Go(page)]));
    browser
        .until("its page", &format!("location.hash === '{link}'"))
        .await;
}

/// From the middle of the table to a document and back.
pub async fn place(browser: &Browser) {
    let native = Native::built_in();
    let (_site, state) = opened(browser, &native).await;
    let table = native.screen(&state);
    let middle = format!("{SCROLLER} scroller.scrollTop = 8000");
    browser.eval::<()>(&middle, &[]).await;
    let first = "(() => {
        const edge = document.querySelector('.table-frame').getBoundingClientRect().top + 60;
        const rows = [...document.querySelectorAll('[data-observation]')];
        return rows.find((row) => row.getBoundingClientRect().bottom > edge)?.dataset.observation;
    })()";
    browser
        .until(
            "rows further down",
            &format!("{first} !== '{}'", table.rows[0]),
        )
        .await;
    browser.shows(&table).await;
    let seen: String = browser.eval(&format!("return {first}"), &[]).await;
    // By a key, as a reader would: WebKit steps back over what a script alone has gone to.
    let focus = format!(
        "document.querySelector(`[data-observation='${{{first}}}'] .place`)
            .focus({{ preventScroll: true }})"
    );
    browser.eval::<()>(&focus, &[]).await;
    browser.press(Key::Enter).await;
    browser
        .until("a document", "location.hash.startsWith('#/source/')")
        .await;
    browser.back().await;
    browser.shows(&table).await;
    browser
        .until("the same row first", &format!("{first} === '{seen}'"))
        .await;
}

/// The page's own button prints all rows, and afterwards those near the screen are left. The dialogue
/// is that of the system, which no driver answers: what the page holds when it would open is counted.
pub async fn paper(browser: &Browser) {
    let native = Native::built_in();
    let (_site, state) = opened(browser, &native).await;
    let table = native.screen(&state);
    let count = "document.querySelectorAll('[data-observation]').length";
    let dialogue = format!(
        "window.print = () => {{
           window.printed = {count};
           dispatchEvent(new Event('afterprint'));
         }}"
    );
    browser.eval::<()>(&dialogue, &[]).await;
    browser.click("[data-print]").await;
    let all = format!("window.printed === {}", table.rows.len());
    browser.until("all rows on paper", &all).await;
    browser.shows(&table).await;
    browser
        .until("few rows again", &format!("{count} < 100"))
        .await;
}

/// Back from another order to that of the documents; pressed again nothing changes.
pub async fn usual(browser: &Browser) {
    let native = Native::built_in();
    let (_site, mut state) = opened(browser, &native).await;
    browser.click("th.col-value button").await;
    state = reduce(&state, Action::Sort(Column::Value));
    browser.shows(&native.screen(&state)).await;
    browser.click("[popovertarget=table-order]").await;
    state = reduce(&state, Action::Unsort);
    for _ in 0..2 {
        browser.click("#table-order .quiet").await;
        browser.shows(&native.screen(&state)).await;
    }
}

async fn opened(browser: &Browser, native: &Native) -> (Site, ViewState) {
    let site = Site::witnessed().await;
    let state = after([Action::Go(Page::Table)]);
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.shows(&native.screen(&state)).await;
    (site, state)
}
