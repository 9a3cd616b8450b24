//! A reader's own files, made for the flows, and what comes of them without a browser.

use std::env;
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use guatu::dataset::{Dataset, Lang, SCHEMAS, Schema, Tables};
use guatu::intake::{Base, Finding, Mode, Opened, Own, open, template};
use guatu_files::{Book, gb18030, initials, read, xlsx};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::browser::Browser;
use crate::native::Native;

/// A row of a table: a column's code with what is written.
pub type Row = Vec<(&'static str, String)>;

/// The document that the figures are from.
const DOCUMENT: &str = "武昌区2021年计划执行情况报告";

/// So many figures there are.
pub const COUNT: usize = 20;

/// The day on the reader's clock.
const TODAY: &str = "const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10)";

/// Outcomes of a year for its targets.
pub fn figures(data: &Dataset) -> Vec<Row> {
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
            ("area", "武昌区".to_owned()),
            ("period", format!("{}年", target.period)),
            ("kind", "实际".to_owned()),
            ("value", format!("{value}")),
            ("unit", unit.name.zh.to_string()),
            ("as_printed", format!("{value}{}", unit.name.zh)),
        ]
    });
    let rows: Vec<Row> = rows.collect();
    assert_eq!(rows.len(), COUNT);
    rows
}

/// Writes another text into a cell.
pub fn write(row: &mut Row, column: &str, text: &str) {
    let cell = row.iter_mut().find(|(name, _)| *name == column);
    text.clone_into(&mut cell.expect("a cell").1);
}

/// The rows as CSV, with codes for heads.
pub fn table(rows: &[Row]) -> String {
    let heads = rows[0].iter().map(|(name, _)| *name);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(heads).expect("heads");
    for row in rows {
        let cells = row.iter().map(|(_, text)| text);
        writer.write_record(cells).expect("a row");
    }
    let text = writer.into_inner().expect("a table");
    String::from_utf8(text).expect("text")
}

/// An archive of these files.
pub fn archive<N: AsRef<str>, B: AsRef<[u8]>>(files: impl IntoIterator<Item = (N, B)>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive
            .start_file(name.as_ref(), SimpleFileOptions::default())
            .expect("an entry");
        archive.write_all(bytes.as_ref()).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

/// The template, filled in.
pub fn workbook(figures: &[Row]) -> Vec<u8> {
    let book = template(Lang::Zh);
    let book = Book::read(&book).expect("a book");
    filled(&xlsx(&book).expect("a workbook"), figures)
}

/// The template with rows in two of its sheets, as a spreadsheet would write them.
pub fn filled(template: &[u8], figures: &[Row]) -> Vec<u8> {
    let document = [vec![
        ("area", "武昌区".to_owned()),
        ("kind", "计划执行报告".to_owned()),
        ("title_zh", DOCUMENT.to_owned()),
        ("delivered", "2022年1月5日".to_owned()),
    ]];
    let mut held = ZipArchive::new(Cursor::new(template)).expect("a workbook");
    let parts = (0..held.len()).map(|at| {
        let mut file = held.by_index(at).expect("a part");
        let name = file.name().expect("UTF-8").into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        let own = match name.as_str() {
            "xl/worksheets/sheet1.xml" => Some(("observations.csv", figures)),
            "xl/worksheets/sheet3.xml" => Some(("documents.csv", &document[..])),
            _ => None,
        };
        if let Some((table, rows)) = own {
            bytes = with_rows(&String::from_utf8(bytes).expect("XML"), table, rows).into_bytes();
        }
        (name, bytes)
    });
    archive(parts.collect::<Vec<_>>())
}

/// A sheet with rows after those that it has.
fn with_rows(sheet: &str, table: &str, rows: &[Row]) -> String {
    let schema = schema(table);
    let first = sheet.matches("<row ").count() + 1;
    let rows = (first..).zip(rows).map(|(number, row)| {
        let cells = row.iter().map(|(name, text)| {
            let mut columns = schema.columns.iter();
            let at = columns.position(|known| known == name).expect("a column");
            let letter = char::from(b'A' + u8::try_from(at).expect("few columns"));
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            format!("<c r=\"{letter}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
        });
        format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
    });
    let rows: String = rows.collect();
    sheet.replacen("</sheetData>", &format!("{rows}</sheetData>"), 1)
}

/// The columns of a table.
pub fn schema(file: &str) -> &'static Schema {
    let found = SCHEMAS.iter().find(|schema| schema.file == file);
    found.expect("a table")
}

/// Gives the page files of the disk, at once. A browser takes these from where they are, so they are left there.
pub async fn give(browser: &Browser, folder: &TempDir, files: &[(&str, &[u8])]) {
    let paths = files.iter().map(|(name, bytes)| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("a file to open");
        path.to_str().expect("a path of text").to_owned()
    });
    let paths: Vec<String> = paths.collect();
    browser.write("#open-data", &paths.join("\n")).await;
}

/// What the dialog says would be new, changed, gone and of another status; and targets that would go, where any would.
pub async fn counts(browser: &Browser) -> Vec<usize> {
    let script = "return [...document.querySelectorAll('[data-change]')]
        .map((one) => Number(one.dataset.count))";
    browser.eval(script, &[]).await
}

/// Presses a button of the strip that says whose data are shown, once it is in sight: `WebKit` scrolls to what has the
/// focus when it comes to it.
pub async fn press_strip(browser: &Browser, selector: &str) {
    let at_top =
        "(scrollTo(0, 0), document.querySelector('.own-mark')?.getBoundingClientRect().top > 0)";
    browser.until("the strip is in sight", at_top).await;
    browser.click(selector).await;
}

/// The day of the browser's clock.
pub async fn today(browser: &Browser) -> String {
    browser.eval(TODAY, &[]).await
}

/// What comes of files by the same functions natively.
pub fn natively(
    files: &[(&str, &[u8])],
    mode: Mode,
    today: &str,
) -> (Option<Opened>, Vec<Finding>) {
    let files = files
        .iter()
        .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
    let reading = read(&files.collect::<Vec<_>>(), &gb18030);
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

/// The same of files without a fault.
pub fn set(files: &[(&str, &[u8])], mode: Mode, today: &str) -> Opened {
    let (opened, found) = natively(files, mode, today);
    opened.unwrap_or_else(|| panic!("{found:?}"))
}

/// The single file that `cargo xtask pack` makes of files in a folder.
pub fn packed(files: &[(&str, &[u8])], options: &[&str]) -> String {
    let folder = TempDir::with_prefix("guatu-pack-").expect("a folder");
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("a file to pack");
    }
    let place = TempDir::with_prefix("guatu-packed-").expect("a folder");
    let made = place.path().join("guatu.html");
    let mut command = Command::new(xtask());
    command.args(["pack".as_ref(), folder.path()]).args(options);
    command.args(["--to".as_ref(), made.as_path()]);
    // By this the command knows the project; the tests have it from cargo for the package that they are of.
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("xtask");
    command.env("CARGO_MANIFEST_DIR", package);
    let done = command.output().expect("the command runs");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
    fs::read_to_string(made).expect("the packed file")
}

/// The project's commands, as `cargo xtask build` has built them beside this program.
fn xtask() -> PathBuf {
    let program = env::current_exe().expect("where this program is");
    let folder = program.ancestors().nth(2).expect("a folder of cargo's");
    folder
        .join("xtask")
        .with_extension(env::consts::EXE_EXTENSION)
}

/// Whether the page has the browser ask before it is left.
pub async fn asks_before_leaving(browser: &Browser) -> bool {
    let asked = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    browser.eval(asked, &[]).await
}
