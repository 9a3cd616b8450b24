//! A reader's own data: the template is filled in, opened, mended, shown, saved as one file and found again there.

use guatu::assess::Ledger;
use guatu::dataset::Lang;
use guatu::intake::{Mode, Opened, What, compared, told};
use guatu::view::{Page, ViewState, link};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::native::Native;
use crate::own_files::{
    COUNT, Row, counts, figures, filled, give, natively, packed, press_strip, today, write,
};
use crate::paper::WATCHED;
use crate::site::{SingleFile, Site};

/// The last file that was saved.
const LAST: &str = "const done = arguments[arguments.length - 1];
    kept.files.at(-1).arrayBuffer().then((bytes) => done([...new Uint8Array(bytes)]))";

/// The workbook that is opened, and again under its name once it is mended.
const BOOK: &str = "next.xlsx";

/// The last of so many files that were saved.
pub async fn last(browser: &Browser, count: usize) -> Vec<u8> {
    let come = format!("kept.files.length === {count}");
    browser.until("a file is saved", &come).await;
    browser.eval_async(LAST).await
}

/// A reader at work in one page.
struct Work<'a> {
    browser: &'a Browser,
    native: Native,
    folder: TempDir,
    state: ViewState,
    template: Vec<u8>,
    today: String,
}

impl Work<'_> {
    /// Figures of which two have a fault: both are told where they stand, and nothing is opened.
    async fn with_faults(&self, mut figures: Vec<Row>) {
        write(&mut figures[4], "kind", "实绩");
        write(&mut figures[9], "unit", "没有的单位");
        let workbook = filled(&self.template, &figures);
        let files = [(BOOK, &*workbook)];
        let (none, found) = natively(&files, Mode::Add, &self.today);
        assert!(none.is_none());
        give(self.browser, &self.folder, &files).await;
        let told_so = "document.querySelector('[data-open=faulty]')";
        self.browser.until("the faults", told_so).await;
        let script = "return [...document.querySelectorAll('[data-fault=true]')].map((row) =>
            [row.parentElement.querySelector('th').lastChild.textContent,
                ...[...row.cells].map((cell) => cell.textContent)])";
        let shown: Vec<Vec<String>> = self.browser.eval(script, &[]).await;
        let expected = found.iter().filter(|one| one.what.is_fault()).map(|one| {
            let told = told(one, Lang::Zh);
            [
                told.place,
                told.row,
                told.column,
                told.wrong,
                told.read,
                told.allowed,
            ]
        });
        let expected: Vec<[String; 6]> = expected.collect();
        assert_eq!(shown, expected);
        let read: Vec<&str> = expected.iter().map(|row| &*row[4]).collect();
        assert_eq!(read, ["实绩", "没有的单位"]);
    }

    /// The same mended, in the same file: what would be otherwise, then all of it.
    async fn mended(&self, workbook: &[u8]) -> Opened {
        let files = [(BOOK, workbook)];
        let (opened, notes) = natively(&files, Mode::Add, &self.today);
        let opened = opened.unwrap_or_else(|| panic!("{notes:?}"));
        assert!(notes.iter().any(|one| one.what == What::Inferred(COUNT)));
        let changes = compared(
            (&opened.data, &Ledger::new(&opened.data)),
            (&self.native.data, self.native.ledger()),
        );
        assert!(changes.statuses.len() >= COUNT);
        give(self.browser, &self.folder, &files).await;
        let is_ready = "document.querySelector('[data-open=ready]')";
        self.browser.until("no fault", is_ready).await;
        let expected = [COUNT, 0, 0, changes.statuses.len()];
        assert_eq!(counts(self.browser).await, expected);
        self.browser.click("[data-own=show]").await;
        opened
    }
}

/// From the template to a file of one's own, and back.
pub async fn year(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let (state, _) = link::read("#/table?area=420106&period=2021", &native.data);
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.shows(&native.screen(&state)).await;
    browser.eval::<()>(WATCHED, &[]).await;
    browser.click("[data-dialog=open]").await;
    browser.click("#open [data-export=template]").await;
    let work = Work {
        browser,
        folder: TempDir::with_prefix("guatu-own-").expect("a folder"),
        template: last(browser, 1).await,
        today: today(browser).await,
        native,
        state,
    };
    let figures = figures(&work.native.data);
    work.with_faults(figures.clone()).await;
    let workbook = filled(&work.template, &figures);
    let opened = work.mended(&workbook).await;

    let (native, state) = (&work.native, &work.state);
    let own = Native::of(&opened.tables);
    browser.shows(&own.screen(state)).await;
    let mark = format!(
        "document.querySelector('.own-mark').dataset.own === '{}'",
        own.data.own
    );
    browser.until("the mark", &mark).await;
    let fragment: String = browser.eval("return location.hash", &[]).await;
    assert_eq!(fragment, own.link(state));
    let saved = saved(browser).await;
    let options = ["--add", "--today", &work.today];
    let is_packed = saved == packed(&[(BOOK, &workbook)], &options);
    assert!(is_packed, "not what the command makes");
    press_strip(browser, "[data-own=back]").await;
    browser.shows(&native.screen(state)).await;
    // A link to the set shows it while it is kept, and says that it needs it when it is not.
    browser.go(&own.link(state)).await;
    browser.shows(&own.screen(state)).await;
    press_strip(browser, "[data-own=back]").await;
    browser.shows(&native.screen(state)).await;
    press_strip(browser, "[data-own=forget]").await;
    let none = "!document.querySelector('.own-mark')";
    browser.until("none are kept", none).await;
    browser.go(&own.link(state)).await;
    let notice = format!(
        "document.querySelector('.notice')?.textContent.includes('{}')",
        own.data.own
    );
    browser.until("a notice", &notice).await;
    found_again(browser, &saved, &own, state).await;
}

/// Saves what is shown as one file.
async fn saved(browser: &Browser) -> String {
    press_strip(browser, "[data-dialog=save]").await;
    browser.click("#save [data-export=single-file]").await;
    let saved = String::from_utf8(last(browser, 2).await).expect("a page");
    browser.click("#save .dialog-close").await;
    let closed = "!document.querySelector('#save')";
    browser.until("the dialog is closed", closed).await;
    saved
}

/// The file opens from the disk, has the same views by the same links, and makes itself again.
async fn found_again(browser: &Browser, saved: &str, own: &Native, state: &ViewState) {
    let file = SingleFile::of(saved);
    for page in [Page::Table, Page::Report, Page::Board] {
        let state = ViewState {
            page,
            ..state.clone()
        };
        browser
            .open(&(file.address.clone() + &own.link(&state)))
            .await;
        browser.shows(&own.screen(&state)).await;
        let none = "!document.querySelector('.notice, .own-mark')";
        browser.until("no notice", none).await;
    }
    browser.eval::<()>(WATCHED, &[]).await;
    browser.click("[data-dialog=export]").await;
    browser.click("#export [data-export=single-file]").await;
    let again = last(browser, 1).await;
    assert!(again == saved.as_bytes(), "not the same file again");
}

/// Files that are dropped on the page are read as those that are chosen; what is no table changes nothing.
pub async fn dropped(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let state = ViewState::default();
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.shows(&native.screen(&state)).await;
    let drop = "
        const transfer = new DataTransfer();
        const bytes = Uint8Array.from(arguments[1], (sign) => sign.charCodeAt(0));
        transfer.items.add(new File([bytes], arguments[0]));
        for (const type of ['dragover', 'drop']) {
            const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer });
            document.querySelector('main').dispatchEvent(event);
        }";
    let words = "hello,world\nno,table\n";
    browser
        .eval::<()>(drop, &["a.csv".into(), words.into()])
        .await;
    browser
        .until(
            "it is refused",
            "document.querySelector('[data-open=faulty] [data-fault=true]')",
        )
        .await;
    // As Excel saves it in China: in GB18030, here with 一 and 实际.
    let row = "document,line,section,indicator,period,kind,value,as_printed\r\n\
        wuchang-2020-plan,1,\u{d2}\u{bb},gdp,2019,\u{ca}\u{b5}\u{bc}\u{ca},\"1,500.5\",1500.5\r\n";
    browser
        .eval::<()>(drop, &["figures.csv".into(), row.into()])
        .await;
    browser
        .until(
            "it is read",
            "document.querySelector('[data-open=ready] [data-change=new][data-count=\"1\"]')",
        )
        .await;
    browser.shows(&native.screen(&state)).await;
}
