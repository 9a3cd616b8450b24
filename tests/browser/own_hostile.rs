//! Broken and hostile files: each is refused with a word of why, soon, and the page goes on as it was.

use std::fs;
use std::io::{Cursor, Write as _};
use std::time::Duration;

use guatu::dataset::Lang;
use guatu::intake::{Mode, told};
use guatu::view::link;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::browser::Browser;
use crate::native::Native;
use crate::own_files::natively;
use crate::site::Site;

/// How long an answer may take.
const SOON: Duration = Duration::from_secs(2);

/// So often a file is given: a machine that tests is busy, and the quickest answer counts.
const TIMES: usize = 4;

/// From the file's arrival to the sentence that says why it is refused, in milliseconds.
const WATCHED: &str = "
    addEventListener('change', () => (window.given = performance.now()), true);
    new MutationObserver(() => {
        const told = document.querySelector('[data-open=faulty] [data-fault=true]');
        if (told && window.given) {
            window.took = performance.now() - window.given;
            window.given = 0;
        }
    }).observe(document, { childList: true, subtree: true });";

/// An archive of one file of so many zeros.
fn bomb(size: usize) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    archive
        .start_file("observations.csv", options)
        .expect("a file");
    let zeros = vec![b'0'; 1 << 20];
    for _ in 0..size >> 20 {
        archive.write_all(&zeros).expect("zeros");
    }
    archive.finish().expect("an archive").into_inner()
}

fn corpus() -> Vec<(&'static str, Vec<u8>)> {
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.resize(4096, 0);
    let mut half = bomb(1 << 20);
    half.truncate(half.len() / 2);
    let mut cells = b"document,line\n".to_vec();
    cells.extend(b"1,".repeat(20 << 20));
    vec![
        ("bomb.zip", bomb(200 << 20)),
        ("half.zip", half),
        ("line.csv", vec![b'a'; 60 << 20]),
        ("columns.csv", cells),
        ("bytes.csv", b"document,line\n\xff\xfe\xfd,1\n".to_vec()),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("locked.xlsx", locked),
        ("empty.csv", Vec::new()),
        (
            "words.csv",
            "观测,指标\n<img src=x onerror=ran=1>,NaN\n".into(),
        ),
    ]
}

/// Each file of the corpus.
pub async fn files(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let folder = TempDir::with_prefix("guatu-hostile-").expect("a folder");
    let (state, _) = link::read("#/board?area=420106", &native.data);
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.shows(&native.screen(&state)).await;
    browser.eval::<()>(WATCHED, &[]).await;
    for (name, bytes) in corpus() {
        let path = folder.path().join(name);
        fs::write(&path, &bytes).expect("a file");
        let (_, found) = natively(&[(name, &bytes)], Mode::Add, "2026-11-23");
        let fault = found.iter().find(|one| one.what.is_fault());
        let why = told(fault.expect("a fault"), Lang::Zh).wrong;
        let mut quickest = f64::INFINITY;
        for _ in 0..TIMES {
            browser.eval::<()>("window.took = undefined", &[]).await;
            browser
                .write("#open-data", path.to_str().expect("text"))
                .await;
            browser
                .until(&format!("{name} is refused"), "window.took")
                .await;
            quickest = quickest.min(browser.eval("return window.took", &[]).await);
            let script = "return document.querySelector('.open-faults').textContent";
            let said: String = browser.eval(script, &[]).await;
            assert!(said.contains(&why), "{name}: {said}");
            browser.click("#open .dialog-close").await;
            browser
                .until("closed", "!document.querySelector('#open')")
                .await;
            if quickest < SOON.as_secs_f64() * 1e3 {
                break;
            }
        }
        assert!(
            quickest < SOON.as_secs_f64() * 1e3,
            "{name} took {quickest} ms"
        );
    }
    browser
        .until("nothing ran", "window.ran === undefined")
        .await;
    // The page is as alive as it was.
    browser.shows(&native.screen(&state)).await;
    browser.go("#/table").await;
    let (state, _) = link::read("#/table", &native.data);
    browser.shows(&native.screen(&state)).await;
}
