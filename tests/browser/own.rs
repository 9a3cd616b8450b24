//! A reader's own data: the template is filled in, opened, mended, shown, saved as one file and found again there.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};

use guatu::assess::Ledger;
use guatu::dataset::{Dataset, Lang, Tables};
use guatu::front::Front;
use guatu::intake::{Base, Finding, Mode, Opened, Own, What, compared, open, told};
use guatu::query::FacetIndex;
use guatu::view::{Page, ViewState, link};
use guatu_files::{child, gb18030, initials, read};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::browser::Browser;
use crate::native::Native;
use crate::paper::WATCHED;
use crate::site::{SingleFile, Site, dist};

/// The last file that was saved.
const LAST: &str = "const done = arguments[arguments.length - 1];
    kept.files.at(-1).arrayBuffer().then((bytes) => done([...new Uint8Array(bytes)]))";

/// The document that the figures are from.
const DOCUMENT: &str = "武昌区2021年计划执行情况报告";

/// The files that are opened, each under a name of its own: a browser need not tell one that is chosen again.
const FAULTY: &str = "next.xlsx";
const MENDED: &str = "mended.xlsx";

/// So many figures are filled in.
const COUNT: usize = 20;

/// Outcomes of a year for its targets, as rows of the template: a column's code with what is written.
fn figures(data: &Dataset) -> Vec<Vec<(&'static str, String)>> {
    let targets = data.iter().filter(|figure| {
        let ids = ["2021-annual", "2022-annual"];
        let is_of_year = figure.plan.is_some_and(|plan| ids.contains(&&*plan.id));
        is_of_year && figure.value.is_some()
    });
    let rows = (3..).zip(targets.take(COUNT)).map(|(line, target)| {
        let (value, unit) = (
            target.value.expect("a number"),
            target.unit.expect("a unit"),
        );
        vec![
            ("document", DOCUMENT.to_owned()),
            ("line", format!("{line}")),
            ("section", "一、2021年计划执行情况".to_owned()),
            ("indicator", target.indicator.id.to_string()),
            ("period", format!("{}年", target.period)),
            ("kind", "实际".to_owned()),
            ("value", format!("{value}")),
            ("unit", unit.name.zh.to_string()),
            ("as_printed", format!("{value}{}", unit.name.zh)),
        ]
    });
    rows.collect()
}

/// The template with rows in two of its sheets, as a spreadsheet would write them.
fn filled(template: &[u8], figures: &[Vec<(&str, String)>]) -> Vec<u8> {
    let document = [vec![
        ("area", "武昌区".to_owned()),
        ("kind", "计划执行报告".to_owned()),
        ("title_zh", DOCUMENT.to_owned()),
        ("delivered", "2022年1月5日".to_owned()),
    ]];
    let mut archive = ZipArchive::new(Cursor::new(template)).expect("a workbook");
    let mut workbook = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a part");
        let name = file.name().expect("UTF-8").into_owned();
        let mut text = Vec::new();
        file.read_to_end(&mut text).expect("its bytes");
        let own = match name.as_str() {
            "xl/worksheets/sheet1.xml" => Some(("observations.csv", figures)),
            "xl/worksheets/sheet3.xml" => Some(("documents.csv", &document[..])),
            _ => None,
        };
        if let Some((table, rows)) = own {
            text = with_rows(&String::from_utf8(text).expect("XML"), table, rows).into_bytes();
        }
        workbook
            .start_file(name, SimpleFileOptions::default())
            .expect("a part");
        workbook.write_all(&text).expect("its bytes");
    }
    workbook.finish().expect("a workbook").into_inner()
}

/// A sheet with rows after those that it has.
fn with_rows(sheet: &str, table: &str, rows: &[Vec<(&str, String)>]) -> String {
    let mut schemas = guatu::dataset::SCHEMAS.iter();
    let schema = schemas
        .find(|schema| schema.file == table)
        .expect("a table");
    let first = sheet.matches("<row ").count() + 1;
    let rows = (first..).zip(rows).map(|(number, row)| {
        let cells = row.iter().map(|(name, text)| {
            let at = schema
                .columns
                .iter()
                .position(|known| known == name)
                .expect("a column");
            let letter = char::from(b'A' + u8::try_from(at).expect("few columns"));
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            format!("<c r=\"{letter}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
        });
        format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
    });
    let rows: String = rows.collect();
    sheet.replacen("</sheetData>", &format!("{rows}</sheetData>"), 1)
}

/// What comes of a workbook by the same functions natively.
pub fn natively(name: &str, bytes: &[u8], today: &str) -> (Option<Opened>, Vec<Finding>) {
    let reading = read(&[(name.to_owned(), bytes.to_vec())], &gb18030);
    let own = Own::read(&reading.write()).expect("of the form");
    let tables = Tables::built_in();
    let edition = Native::built_in().data.edition;
    let base = Base {
        tables: &tables,
        edition: &edition,
        today,
        initials: &initials,
    };
    open(&own, base, Mode::Add)
}

async fn last(browser: &Browser, count: usize) -> Vec<u8> {
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
    /// Gives the page a file of the disk.
    async fn give(&self, name: &str, bytes: &[u8]) {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).expect("a file to open");
        let path = path.to_str().expect("a path of text");
        self.browser.write("#open-data", path).await;
    }

    /// Figures of which two have a fault: both are told where they stand, and nothing is opened.
    async fn with_faults(&self, mut figures: Vec<Vec<(&str, String)>>) {
        "实绩".clone_into(&mut figures[4][5].1);
        "没有的单位".clone_into(&mut figures[9][7].1);
        let workbook = filled(&self.template, &figures);
        let (none, found) = natively(FAULTY, &workbook, &self.today);
        assert!(none.is_none());
        self.give(FAULTY, &workbook).await;
        let told_so = "document.querySelector('[data-open=faulty]')";
        self.browser.until("the faults", told_so).await;
        let script = "return [...document.querySelectorAll('[data-fault=true]')].map((row) =>
            [...row.cells].map((cell) => cell.textContent))";
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

    /// The same mended: what would be otherwise, then all of it.
    async fn mended(&self, figures: &[Vec<(&str, String)>]) -> Opened {
        let workbook = filled(&self.template, figures);
        let (opened, notes) = natively(MENDED, &workbook, &self.today);
        let opened = opened.unwrap_or_else(|| panic!("{notes:?}"));
        assert!(notes.iter().any(|one| one.what == What::Inferred(COUNT)));
        let changes = compared(
            (&opened.data, &Ledger::new(&opened.data)),
            (&self.native.data, self.native.ledger()),
        );
        assert!(changes.statuses.len() >= COUNT);
        self.give(MENDED, &workbook).await;
        let is_ready = "document.querySelector('[data-open=ready]')";
        self.browser.until("no fault", is_ready).await;
        let script = "return [...document.querySelectorAll('[data-change]')]
            .map((one) => Number(one.dataset.count))";
        let counts: Vec<usize> = self.browser.eval(script, &[]).await;
        assert_eq!(counts, [COUNT, 0, 0, changes.statuses.len()]);
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
    let day = "const now = new Date();
        return new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10)";
    let work = Work {
        browser,
        folder: TempDir::with_prefix("guatu-own-").expect("a folder"),
        template: last(browser, 1).await,
        today: browser.eval(day, &[]).await,
        native,
        state,
    };
    let figures = figures(&work.native.data);
    assert_eq!(figures.len(), COUNT);
    work.with_faults(figures.clone()).await;
    let opened = work.mended(&figures).await;

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
    let saved = saved(browser, &opened).await;
    browser.click("[data-own=back]").await;
    browser.shows(&native.screen(state)).await;
    // A link to the set says here that it needs it.
    browser.go(&own.link(state)).await;
    let notice = format!(
        "document.querySelector('.notice')?.textContent.includes('{}')",
        own.data.own
    );
    browser.until("a notice", &notice).await;
    found_again(browser, &saved, &own, state).await;
}

/// Saves what is shown as one file: the one that the command makes.
async fn saved(browser: &Browser, opened: &Opened) -> String {
    // WebKit scrolls to what has the focus when it comes to it.
    let at_top =
        "(scrollTo(0, 0), document.querySelector('.own-mark').getBoundingClientRect().top > 0)";
    browser.until("the strip is in sight", at_top).await;
    browser.click("[data-dialog=save]").await;
    browser.click("#save [data-export=single-file]").await;
    let saved = String::from_utf8(last(browser, 2).await).expect("a page");
    let built = fs::read_to_string(dist().join("guatu.html")).expect("the single file");
    assert!(
        saved == page_of(&built, opened),
        "not what the command makes"
    );
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

/// The page that the command makes.
fn page_of(parent: &str, opened: &Opened) -> String {
    let text = |name: &str| Some((name.to_owned(), opened.tables.get(name)?.to_owned()));
    let files: Vec<(String, String)> = guatu::dataset::files().filter_map(text).collect();
    let front = Front::new(&opened.data, &FacetIndex::new(&opened.data), &opened.tables);
    child(parent, &front.pieces(), &files).expect("a page")
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
