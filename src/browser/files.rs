//! Files that the second program makes (`guatu-files`): it is fetched or inflated with the first of them.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use web_sys::{Blob, BlobPropertyBag};

use super::Refused;
use super::download::save;
use super::handed::tables;
use super::leave::ask_before_leaving;
use crate::dataset::{Tables, files};

thread_local! {
    /// The files of the data package, and the function of the boot script that loads the program.
    static GIVEN: RefCell<Option<(JsValue, Function)>> = const { RefCell::new(None) };
    /// The files of a reader's own data, and whether they are put aside for the published ones.
    static OWN: RefCell<Option<(JsValue, bool)>> = const { RefCell::new(None) };
    /// The second program, once it is here.
    static PROGRAM: RefCell<JsValue> = const { RefCell::new(JsValue::NULL) };
}

/// A file that the second program makes: the name of its function, and the type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileKind {
    /// The name of the function, which is the ending of the file too.
    pub name: &'static str,
    /// The media type.
    pub media: &'static str,
}

/// Keeps what the boot script hands over: the files of the data package, and a function that gives a
/// promise of the second program.
pub fn keep_given(files: &JsValue, load: &Function) {
    GIVEN.set(Some((files.clone(), load.clone())));
}

/// The published files, as they were handed over.
#[must_use]
pub fn published() -> Tables {
    GIVEN.with_borrow(|given| {
        given
            .as_ref()
            .map(|(files, _)| tables(files))
            .unwrap_or_default()
    })
}

/// The files that are shown: a reader's own, or the published ones.
#[must_use]
pub fn shown() -> Tables {
    shown_files().as_ref().map_or_else(published, tables)
}

/// The files of a reader's own data, shown or put aside; none where there are none.
#[must_use]
pub fn opened() -> Tables {
    let own = OWN.with_borrow(Clone::clone);
    own.map(|(files, _)| tables(&files)).unwrap_or_default()
}

/// Takes the files of a reader's own data in the place of the published ones. Until they are saved as a single file
/// they are in this page alone, and gone with it.
pub fn open_files(own: &Tables) {
    ask_before_leaving(true);
    let texts = files().filter_map(|name| Some((name, own.get(name)?)));
    OWN.set(Some((object(texts).into(), false)));
}

/// Puts the files of a reader's own data aside for the published ones, or takes them up again.
pub fn put_aside(is_aside: bool) {
    OWN.with_borrow_mut(|own| {
        if let Some((_, is)) = own {
            *is = is_aside;
        }
    });
}

/// Keeps the files of a reader's own data no longer.
pub fn forget_files() {
    ask_before_leaving(false);
    OWN.set(None);
}

/// The files of a reader's own data that are shown, equal to themselves alone.
pub(super) fn shown_files() -> Option<JsValue> {
    OWN.with_borrow(|own| {
        let own = own.as_ref().filter(|(_, is_aside)| !is_aside);
        own.map(|(files, _)| files.clone())
    })
}

/// An object with these texts by their names.
pub(super) fn object<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> Object {
    let object = Object::new();
    for (name, text) in texts {
        // A plain object takes any text.
        let _ = Reflect::set(&object, &name.into(), &text.into());
    }
    object
}

/// Has a file made and saves it under a name without its ending; `done` is told what came of it. It is made
/// of a text, or of the files of the data package where there is none.
pub fn save_made(
    kind: FileKind,
    text: Option<String>,
    name: String,
    done: impl FnOnce(Result<(), Refused>) + 'static,
) {
    let published = GIVEN.with_borrow(|given| given.as_ref().map(|(files, _)| files.clone()));
    let files = shown_files().or(published);
    let from = text.map_or(files, |text| Some(text.into()));
    spawn_local(async move {
        let blob = made(kind, &from.unwrap_or_default()).await;
        let blob = blob.map_err(|why| Refused::new("a file", why));
        done(blob.and_then(|blob| save(&blob, &[&name, ".", kind.name].concat())));
    });
}

async fn made(kind: FileKind, from: &JsValue) -> Result<Blob, JsValue> {
    let bytes: Uint8Array = called(kind.name, &[from]).await?.dyn_into()?;
    let options = BlobPropertyBag::new();
    options.set_type(kind.media);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options)
}

/// What a function of the second program answers, which is loaded with the first call.
pub(super) async fn called(name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let load = GIVEN.with_borrow(|given| given.as_ref().map(|(_, load)| load.clone()));
    let program: Promise = load
        .ok_or(JsValue::NULL)?
        .call0(&JsValue::NULL)?
        .dyn_into()?;
    let program = JsFuture::from(program).await?;
    PROGRAM.set(program.clone());
    answered(&program, name, arguments)
}

/// What a function of the second program answers at once: after another one has been called.
pub(super) fn called_again(name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    answered(&PROGRAM.with_borrow(Clone::clone), name, arguments)
}

fn answered(program: &JsValue, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(program, &name.into())?.dyn_into()?;
    function.apply(
        &JsValue::NULL,
        &arguments.iter().copied().collect::<Array>(),
    )
}
