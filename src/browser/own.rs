//! A reader's own files: chosen or dropped, read by the second program.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Array, Uint8Array};
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

use super::crash::is_alive;
use super::files::{called, called_again};
use super::{Refused, element, window};

/// What is read at most, in bytes: what is larger is not even fetched from the disk.
const LARGEST: f64 = 64.0 * 1024.0 * 1024.0;

/// The field of the page that files are chosen with.
const FIELD: &str = "open-data";

/// Files that a reader gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Files(Vec<File>);

/// Why the files were not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// They are larger than is read.
    TooLarge,
    /// The browser gives no access to one of them.
    Unread,
    /// The program that reads them did not come.
    NoProgram,
}

impl Files {
    fn of(list: Option<FileList>) -> Option<Self> {
        let list = list?;
        let files: Vec<File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
        (!files.is_empty()).then_some(Self(files))
    }

    /// The names of the files.
    pub fn names(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(File::name)
    }
}

/// The files that were chosen in a field; the next choice of the same files is told again.
#[must_use]
pub fn chosen(event: &Event) -> Option<Files> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let files = Files::of(field.files());
    field.set_value("");
    files
}

/// Opens the browser's own dialog for files.
///
/// # Errors
/// When the page has no field for them.
pub fn choose() -> Result<(), Refused> {
    let field = element(FIELD)?;
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.click();
    }
    Ok(())
}

/// Tells of files that are dropped anywhere on the page, until dropped itself. `is_over` is told while some are held over it.
#[must_use]
pub fn watch_drop(
    dropped: impl Fn(Files) + 'static,
    is_over: impl Fn(bool) + Clone + 'static,
) -> Vec<EventListener> {
    let Ok(window) = window() else {
        return Vec::new();
    };
    // What has no files, such as a word that is dragged, is the browser's.
    let has_files = |event: &Event| {
        let transfer = event
            .dyn_ref::<DragEvent>()
            .and_then(DragEvent::data_transfer);
        transfer.is_some_and(|transfer| transfer.types().includes(&JsValue::from_str("Files"), 0))
    };
    let may_prevent = EventListenerOptions::enable_prevent_default();
    let (over, left) = (is_over.clone(), is_over.clone());
    let held = EventListener::new_with_options(&window, "dragover", may_prevent, move |event| {
        if is_alive() && has_files(event) {
            event.prevent_default();
            over(true);
        }
    });
    let away = EventListener::new(&window, "dragleave", move |event| {
        // Between elements of the page it is not left.
        let related = event
            .dyn_ref::<DragEvent>()
            .and_then(|event| event.related_target());
        if is_alive() && related.is_none() {
            left(false);
        }
    });
    let drop = EventListener::new_with_options(&window, "drop", may_prevent, move |event| {
        if !is_alive() || !has_files(event) {
            return;
        }
        event.prevent_default();
        is_over(false);
        let transfer = event
            .dyn_ref::<DragEvent>()
            .and_then(DragEvent::data_transfer);
        if let Some(files) = Files::of(transfer.and_then(|transfer| transfer.files())) {
            dropped(files);
        }
    });
    vec![held, away, drop]
}

/// Has files read by the second program; `done` is told the text of its answer.
pub fn read_files(files: Files, done: impl FnOnce(Result<String, NotRead>) + 'static) {
    if files.0.iter().map(|file| file.size()).sum::<f64>() > LARGEST {
        return done(Err(NotRead::TooLarge));
    }
    spawn_local(async move {
        done(read(&files).await);
    });
}

async fn read(files: &Files) -> Result<String, NotRead> {
    let given = Array::new();
    for file in &files.0 {
        let bytes = JsFuture::from(file.array_buffer()).await;
        let bytes = Uint8Array::new(&bytes.map_err(|_| NotRead::Unread)?);
        given.push(&Array::of2(&file.name().into(), &bytes));
    }
    let answer = called("read", &[&given]).await;
    let answer = answer.map_err(|_| NotRead::NoProgram)?;
    answer.as_string().ok_or(NotRead::NoProgram)
}

/// The pinyin initials of a name, by the second program, which has read the files; empty where it has none.
#[must_use]
pub fn initials(name: &str) -> String {
    let answer = called_again("initials", &[&name.into()]);
    answer
        .ok()
        .and_then(|answer| answer.as_string())
        .unwrap_or_default()
}
