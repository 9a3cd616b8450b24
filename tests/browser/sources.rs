//! The sources: each document with all its figures, the pairs side by side, and terms explained
//! where they stand.

use fantoccini::key::Key;
use guatu::dataset::{Lang, Relation, Row};
use guatu::query::glossary::mentions;
use guatu::query::{Facet, documents, relations};
use guatu::view::{Action, Page, Part, Place, ViewState};

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::screen::Screen;
use crate::site::{SingleFile, Site};
use crate::table::{reach, walked};

/// From the tab to a document, whose section folds and unfolds, and back.
pub async fn by_the_tab(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let shelf = after([Action::Go(Page::Sources)]);
    browser.open(&(site.address() + "#/board")).await;
    browser.click("nav a[href^='#/sources']").await;
    browser.shows(&native.screen(&shelf)).await;
    let has_shelf = "document.querySelector('[data-document]')";
    browser.until("the shelf", has_shelf).await;
    let listed =
        "return [...document.querySelectorAll('[data-document]')].map((e) => e.dataset.document)";
    let listed: Vec<String> = browser.eval(listed, &[]).await;
    let documents = documents::documents(&native.data).into_iter();
    let documents: Vec<&str> = documents
        .map(|code| &*native.data.documents[usize::from(code)].id)
        .collect();
    assert_eq!(listed, documents);

    browser.click("[data-document] h2 a").await;
    let first = opened(&native, documents[0]);
    browser.shows(&native.screen(&first)).await;
    for is_open in ["false", "true"] {
        browser.click("details.fold > summary").await;
        let is = format!("document.querySelector('details.fold').open === {is_open}");
        browser.until(is_open, &is).await;
    }
    browser.back().await;
    browser.shows(&native.screen(&shelf)).await;
}

/// Every document by its link, in a file; together they hold every figure and every task.
pub async fn all_figures(browser: &Browser) {
    let native = Native::built_in();
    let file = SingleFile::witnessed();
    browser.open(&format!("{}#/sources", file.address)).await;
    let mut shown = Vec::new();
    let mut tasks: Vec<String> = Vec::new();
    for document in &native.data.documents {
        let screen = native.screen(&opened(&native, &document.id));
        browser.go(&screen.link).await;
        browser.shows(&screen).await;
        shown.extend(screen.rows);
        let here =
            "return [...document.querySelectorAll('[data-task]')].map((e) => e.dataset.task)";
        tasks.extend(browser.eval::<Vec<String>>(here, &[]).await);
    }
    let known: Vec<String> = native.data.tasks.iter().map(|t| t.id.to_string()).collect();
    assert_eq!(tasks, known);
    let mut all: Vec<String> = native.data.iter().map(|o| o.id.to_owned()).collect();
    shown.sort();
    all.sort();
    assert_eq!(shown, all);
}

/// Each row of the table leads to its printing, which is in sight, marked, and has the focus.
pub async fn from_the_table(browser: &Browser) {
    const IN_SIGHT: &str = r#"(() => {
        const line = document.activeElement.closest(".pointed-at");
        const place = line?.getBoundingClientRect();
        return place && place.top >= 0 && place.top < innerHeight;
    })()"#;
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let table = native.screen(&after([Action::Go(Page::Table)]));
    browser.open(&(site.address() + &table.link)).await;
    browser.shows(&table).await;
    let links: Vec<String> = walked(browser, "row.querySelector('.place').hash").await;
    let place = |id: &String| {
        let figure = native.data.iter().find(|o| o.id == id).expect("a figure");
        let place = Place::of(&native.data, figure.row).expect("its place");
        after([Action::Open(place)])
    };
    let expected = table.rows.iter().map(|id| native.link(&place(id)));
    assert_eq!(links, expected.collect::<Vec<_>>());

    let last = table.rows.last().expect("a row");
    browser
        .click(&format!("[data-observation='{last}'] .place"))
        .await;
    browser.shows(&native.screen(&place(last))).await;
    let pointed = format!("document.querySelector('.pointed-at').dataset.observation === '{last}'");
    browser.until("the figure marked", &pointed).await;
    browser.until("the line in sight", IN_SIGHT).await;
}

/// Both printings of each pair, kind by kind.
pub async fn pairs(browser: &Browser) {
    const PAIRS: &str = r#"
        return [...document.querySelectorAll("[data-relation]")].map((pair) => [
          pair.dataset.relation,
          ...[...pair.querySelectorAll("[data-row]")].map((side) => side.dataset.row),
        ]);
    "#;
    const SIDES: &str = r#"[...document.querySelectorAll("details[open] [data-row]")].every(
        (side) => side.checkVisibility() && side.querySelector("q").textContent && side.querySelector(".place").hash,
    )"#;
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let state = after([Action::Show(Part::Relations)]);
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.shows(&native.screen(&state)).await;
    let shown: Vec<Vec<String>> = browser.eval(PAIRS, &[]).await;
    let selection = native.selection(&state);
    let id = |row: Row| {
        native
            .data
            .observation(row)
            .expect("a figure")
            .id
            .to_owned()
    };
    let sides = |pair: &&Relation| vec![pair.kind.code().to_owned(), id(pair.from), id(pair.to)];
    let groups = relations::by_kind(&native.data, &selection);
    let expected: Vec<Vec<String>> = groups
        .iter()
        .flat_map(|(_, pairs)| pairs.iter().map(sides))
        .collect();
    assert!(!expected.is_empty());
    assert_eq!(shown, expected);
    browser.until("both sides in the open groups", SIDES).await;
}

/// The marks of the table are those of the terms in the names of its indicators; the keyboard opens
/// what explains one, and Escape closes it.
pub async fn terms(browser: &Browser) {
    const MARKS: &str = r#"
        [...row.querySelectorAll("button[popovertarget^=term-]")]
          .map((mark) => mark.getAttribute("popovertarget"))
    "#;
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let terms = &native.data.terms;
    let texts = |id: &String| {
        let figure = native.data.iter().find(|o| o.id == id).expect("a figure");
        let name = figure.indicator.name.zh.to_string();
        [name, figure.as_printed.to_owned()]
    };
    let mentioned = |table: &Screen| -> Vec<usize> {
        let texts = table.rows.iter().flat_map(&texts);
        let found = texts.flat_map(|text| mentions(terms, &text, Lang::Zh));
        found.map(|mention| mention.term).collect()
    };
    // The figures of the shortest document that mentions a term: a whole table is long to walk.
    let documents = native.data.documents.iter().map(|document| {
        let only = native.toggle(Facet::Document, &document.id);
        native.screen(&after([only, Action::Go(Page::Table)]))
    });
    let table = documents
        .filter(|table| !mentioned(table).is_empty())
        .min_by_key(|table| table.rows.len())
        .expect("a document that mentions a term");
    let found = mentioned(&table);
    browser.open(&(site.address() + &table.link)).await;
    browser.shows(&table).await;
    let marks: Vec<Vec<String>> = walked(browser, MARKS).await;
    let marks: Vec<String> = marks.into_iter().flatten().collect();
    let expected: Vec<String> = found.iter().map(|term| format!("term-{term}")).collect();
    assert_eq!(marks, expected);
    let term = found.first().expect("a term in the name of an indicator");

    let open = format!("document.querySelector('#term-{term}:popover-open')");
    let mark = format!(".figures [popovertarget=term-{term}]");
    reach(browser, &mark).await;
    let focus = format!("document.querySelector('{mark}').focus()");
    browser.eval::<()>(&focus, &[]).await;
    browser.press(Key::Enter).await;
    browser.until("the term explained", &open).await;
    let words = format!("return {open}.textContent");
    let words: String = browser.eval(&words, &[]).await;
    assert!(words.contains(&*terms[*term].definition.zh), "{words}");
    browser.press(Key::Escape).await;
    browser.until("the term closed", &format!("!{open}")).await;
}

/// The state of an open document.
fn opened(native: &Native, document: &str) -> ViewState {
    let found = native
        .data
        .documents
        .iter()
        .position(|d| *d.id == *document);
    let document = found.and_then(|code| code.try_into().ok());
    let document = document.expect("a document");
    after([Action::Open(Place::document(document))])
}
