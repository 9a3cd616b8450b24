//! Files for other programs: each button of the dialog saves one, with what is shown or with everything.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use fantoccini::key::Key;
use guatu::dataset::{Lang, Tables, files};
use guatu::export::{Export, Scope, book, figures, figures_name, file_name};
use guatu::query::{Facet, FacetIndex};
use guatu::text::Msg;
use guatu::view::{Action, Page, ViewState, link};
use guatu_files::{Book, json, xlsx};
use zip::ZipArchive;

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::paper::WATCHED;
use crate::site::{SingleFile, Site};

/// The last file that was saved: its name and its bytes.
const LAST: &str = "const done = arguments[arguments.length - 1];
    kept.files.at(-1).arrayBuffer().then((bytes) => done([kept.names.at(-1), [...new Uint8Array(bytes)]]))";

/// What the page has asked for of the program that makes files.
const ASKED: &str = "return performance.getEntriesByType('resource').map((entry) => entry.name)
    .filter((name) => name.includes('/guatu-files-'))";

/// The files of an archive by their names.
fn held(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut held = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let name = file.name().expect("UTF-8").into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        held.insert(name, text);
    }
    held
}

/// What the page hands to the program that makes files, and the table of the figures.
fn handed(native: &Native, state: &ViewState, address: Option<&str>) -> (String, String) {
    let index = FacetIndex::new(&native.data);
    let export = Export {
        scope: &Scope::of(&native.data, &index, state),
        index: &native.index,
        address,
    };
    (book(&export), figures(&export).table(state.lang).csv())
}

/// Presses a button of the dialog; the name and the bytes of what was saved.
async fn saved(browser: &Browser, kind: &str) -> (String, Vec<u8>) {
    let before: usize = browser.eval("return kept.names.length", &[]).await;
    browser
        .click(&format!("#export [data-export={kind}]"))
        .await;
    let come = format!("kept.names.length === {}", before + 1);
    browser.until("a file is saved", &come).await;
    let words = Msg::Saved.get(Lang::Zh);
    let said = format!("document.querySelector('#export [role=status]').textContent === '{words}'");
    browser.until("it says so", &said).await;
    browser.eval_async(LAST).await
}

/// All four files of a filtered view of the published data, and one of everything, from a page at this address.
async fn published(browser: &Browser, page: &str, address: Option<&str>) {
    let native = Native::built_in();
    let state = after([
        native.toggle(Facet::Kind, "target"),
        Action::Go(Page::Table),
    ]);
    browser
        .open(&(page.to_owned() + &native.link(&state)))
        .await;
    browser.shows(&native.screen(&state)).await;
    all_files(browser, (&native, &Tables::built_in()), &state, address).await;
}

/// All four files of a view that is open, and one of everything; the dialog is left open.
pub async fn all_files(
    browser: &Browser,
    (native, tables): (&Native, &Tables),
    state: &ViewState,
    address: Option<&str>,
) {
    browser.eval::<()>(WATCHED, &[]).await;
    browser.click("[data-dialog=export]").await;
    let (text, csv) = handed(native, state, address);
    let sheets = Book::read(&text).expect("a book");
    let index = FacetIndex::new(&native.data);
    let name = figures_name(&Scope::of(&native.data, &index, state));

    let (named, bytes) = saved(browser, "xlsx").await;
    assert_eq!(named, name.clone() + ".xlsx");
    let workbook = xlsx(&sheets).expect("a workbook");
    assert!(held(&bytes) == held(&workbook), "another workbook");
    let (named, bytes) = saved(browser, "csv").await;
    assert_eq!(named, name.clone() + ".csv");
    assert_eq!(bytes, ["\u{feff}", &csv].concat().into_bytes());
    let (named, bytes) = saved(browser, "json").await;
    assert_eq!(named, name + ".json");
    assert_eq!(String::from_utf8(bytes).expect("text"), json(&sheets));
    let (named, bytes) = saved(browser, "zip").await;
    assert_eq!(named, file_name(&native.data, "data") + ".zip");
    let package = files().filter_map(|name| Some((name.to_owned(), tables.get(name)?.to_owned())));
    assert_eq!(held(&bytes), package.collect::<BTreeMap<_, _>>());

    browser.click("#export label:nth-of-type(2) input").await;
    let all = link::read("#/table", &native.data).0;
    let (text, _) = handed(native, &all, address);
    let (_, bytes) = saved(browser, "json").await;
    let everything = json(&Book::read(&text).expect("a book"));
    assert_eq!(String::from_utf8(bytes).expect("text"), everything);
}

/// From the site, which asks for the program that makes files with the first of them, and once.
pub async fn from_a_site(browser: &Browser) {
    let site = Site::witnessed().await;
    browser.open(&site.address()).await;
    let asked: Vec<String> = browser.eval(ASKED, &[]).await;
    assert_eq!(asked, Vec::<String>::new(), "before the first file");
    published(browser, &site.address(), Some(&site.address())).await;
    let asked: Vec<String> = browser.eval(ASKED, &[]).await;
    let of = |ending: &str| asked.iter().filter(|path| path.ends_with(ending)).count();
    assert_eq!(
        (of(".js"), of(".wasm"), asked.len()),
        (1, 1, 2),
        "{asked:?}"
    );
}

/// From the single file, which holds the program that makes them.
pub async fn from_disk(browser: &Browser) {
    let file = SingleFile::witnessed();
    published(browser, &file.address, None).await;
}

/// The dialog by the keyboard alone: opened, everything chosen, a file saved, closed; the focus goes back
/// to its button.
pub async fn by_keyboard(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let state = after([
        native.toggle(Facet::Kind, "target"),
        Action::Go(Page::Table),
    ]);
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.shows(&native.screen(&state)).await;
    browser.eval::<()>(WATCHED, &[]).await;
    tab_to(browser, "[data-dialog=export]").await;
    browser.strike(Key::Enter).await;
    tab_to(browser, "#export input:checked").await;
    browser.strike(Key::Down).await;
    let all = "document.activeElement.matches('#export label:nth-of-type(2) input:checked')";
    browser.until("everything is chosen", all).await;
    tab_to(browser, "#export [data-export=json]").await;
    browser.strike(Key::Enter).await;
    let (state, _) = link::read("#/table", &native.data);
    let index = FacetIndex::new(&native.data);
    let name = figures_name(&Scope::of(&native.data, &index, &state)) + ".json";
    let saved = format!("kept.names.join() === {name:?}");
    browser.until("the file", &saved).await;
    browser.strike(Key::Escape).await;
    browser
        .until("closed", "!document.querySelector('#export')")
        .await;
    let back = "document.activeElement.dataset.dialog === 'export'";
    browser.until("the focus is back", back).await;
}

/// Goes on by Tab until an element has the focus, if it has not.
pub async fn tab_to(browser: &Browser, selector: &str) {
    const MOST: usize = 30;
    let is_there = format!("return document.activeElement.matches({selector:?})");
    for _ in 0..MOST {
        if browser.eval(&is_there, &[]).await {
            return;
        }
        browser.strike(Key::Tab).await;
    }
    panic!("{selector} has no focus after {MOST} times Tab");
}
