//! A reader's own data: the template is filled in, opened, mended, shown, saved as one file and found again there.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use guatu::assess::Ledger;
use guatu::dataset::{Dataset, Lang, Tables};
use guatu::front::Front;
use guatu::intake::{Base, Mode, Opened, Own, What, compared, open, told};
use guatu::query::FacetIndex;
use guatu::text::columns::column;
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
fn natively(
    name: &str,
    bytes: &[u8],
    today: &str,
    mode: Mode,
) -> (Option<Opened>, Vec<guatu::intake::Finding>) {
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
    open(&own, base, mode)
}

/// Gives the page a file of the disk.
async fn give(browser: &Browser, folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file to open");
    browser
        .write("#open-data", path.to_str().expect("a path of text"))
        .await;
}

async fn last(browser: &Browser, count: usize) -> Vec<u8> {
    let come = format!("kept.files.length === {count}");
    browser.until("a file is saved", &come).await;
    browser.eval_async(LAST).await
}

/// From the template to a file of one's own, and back.
pub async fn year(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let folder = TempDir::with_prefix("guatu-own-").expect("a folder");
    let (state, _) = link::read("#/table?area=420106&period=2021", &native.data);
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.shows(&native.screen(&state)).await;
    browser.eval::<()>(WATCHED, &[]).await;
    let today: String = browser
        .eval("return new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 10)", &[])
        .await;

    // The template, with twenty figures of which two have a fault.
    browser.click("[data-dialog=open]").await;
    browser.click("#open [data-export=template]").await;
    let template = last(browser, 1).await;
    let figures = figures(&native.data);
    assert_eq!(figures.len(), COUNT);
    let mut faulty = figures.clone();
    faulty[4][5].1 = "实绩".to_owned();
    faulty[9][7].1 = "没有的单位".to_owned();
    let faulty = filled(&template, &faulty);
    let (none, found) = natively("next.xlsx", &faulty, &today, Mode::Add);
    assert!(none.is_none());
    let faults: Vec<_> = found.iter().filter(|one| one.what.is_fault()).collect();
    assert_eq!(faults.len(), 2, "{faults:?}");
    give(browser, folder.path(), "next.xlsx", &faulty).await;
    browser
        .until("the faults", "document.querySelector('[data-open=faulty]')")
        .await;
    let script = "return [...document.querySelectorAll('[data-fault=true]')].map((row) =>
        [...row.cells].map((cell) => cell.textContent))";
    let shown: Vec<Vec<String>> = browser.eval(script, &[]).await;
    let expected: Vec<Vec<String>> = faults
        .iter()
        .map(|one| {
            let told = told(one, Lang::Zh);
            vec![
                told.place,
                told.row,
                told.column,
                told.wrong,
                told.read,
                told.allowed,
            ]
        })
        .collect();
    assert_eq!(shown, expected);
    assert!(!expected[0][2].is_empty() && column("observations.csv", "kind").is_some());

    // Mended: what would be otherwise, then all of it.
    let mended = filled(&template, &figures);
    let (opened, notes) = natively("next.xlsx", &mended, &today, Mode::Add);
    let opened = opened.unwrap_or_else(|| panic!("{notes:?}"));
    assert!(notes.iter().any(|one| one.what == What::Inferred(COUNT)));
    let changes = compared(
        (&opened.data, &Ledger::new(&opened.data)),
        (&native.data, native.ledger()),
    );
    assert_eq!(changes.new.len(), COUNT);
    assert!(changes.statuses.len() >= COUNT);
    give(browser, folder.path(), "next.xlsx", &mended).await;
    browser
        .until("no fault", "document.querySelector('[data-open=ready]')")
        .await;
    let script = "return [...document.querySelectorAll('[data-change]')].map((one) => Number(one.dataset.count))";
    let counts: Vec<usize> = browser.eval(script, &[]).await;
    assert_eq!(counts, [COUNT, 0, 0, changes.statuses.len()]);
    browser.click("[data-own=show]").await;
    let own = Native::of(&opened.tables);
    browser.shows(&own.screen(&state)).await;
    let mark = format!(
        "document.querySelector('.own-mark').dataset.own === '{}'",
        own.data.own
    );
    browser.until("the mark", &mark).await;
    let fragment: String = browser.eval("return location.hash", &[]).await;
    assert_eq!(fragment, own.link(&state));

    // Saved, and opened from the disk by the same links.
    browser.click("[data-dialog=save]").await;
    browser.click("#save [data-export=single-file]").await;
    let saved = last(browser, 2).await;
    let saved = String::from_utf8(saved).expect("a page");
    let built = fs::read_to_string(dist().join("guatu.html")).expect("the single file");
    assert!(
        saved == page_of(&built, &opened),
        "not what the command makes"
    );
    browser.click("#save .dialog-close").await;
    let closed = "!document.querySelector('#save')";
    browser.until("the dialog is closed", closed).await;
    browser.click("[data-own=back]").await;
    browser.shows(&native.screen(&state)).await;
    let file = SingleFile::of(&saved);
    for page in [Page::Table, Page::Report, Page::Board] {
        let state = ViewState {
            page,
            ..state.clone()
        };
        browser
            .open(&(file.address.clone() + &own.link(&state)))
            .await;
        browser.shows(&own.screen(&state)).await;
        browser
            .until("no notice", "!document.querySelector('.notice, .own-mark')")
            .await;
    }

    // It makes itself again.
    browser.eval::<()>(WATCHED, &[]).await;
    browser.click("[data-dialog=export]").await;
    browser.click("#export [data-export=single-file]").await;
    let again = last(browser, 1).await;
    assert!(again == saved.into_bytes(), "not the same file again");
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
        transfer.items.add(new File([arguments[1]], arguments[0]));
        for (const type of ['dragover', 'drop']) {
            const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer });
            document.querySelector('main').dispatchEvent(event);
        }";
    let words = "你好，世界\n这不是表\n";
    browser
        .eval::<()>(drop, &["a.csv".into(), words.into()])
        .await;
    browser
        .until(
            "it is refused",
            "document.querySelector('[data-open=faulty] [data-fault=true]')",
        )
        .await;
    let row = "document,line,section,indicator,period,kind,value,as_printed\n\
        wuchang-2020-plan,1,一,gdp,2019,actual,\"1,500.5\",1500.5亿元\n";
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
