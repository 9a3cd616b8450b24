//! Files that the second program makes (`guatu-files`): it is fetched or inflated with the first of them.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use web_sys::{Blob, BlobPropertyBag};

use super::Refused;
use super::download::save;

thread_local! {
    /// The files of the data package, and the function of the boot script that loads the program.
    static GIVEN: RefCell<Option<(JsValue, Function)>> = const { RefCell::new(None) };
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

/// Has a file made and saves it under a name without its ending; `done` is told what came of it. It is made
/// of a text, or of the files of the data package where there is none.
pub fn save_made(
    kind: FileKind,
    text: Option<String>,
    name: String,
    done: impl FnOnce(Result<(), Refused>) + 'static,
) {
    let files = GIVEN.with_borrow(|given| given.as_ref().map(|(files, _)| files.clone()));
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
    let function: Function = Reflect::get(&program, &name.into())?.dyn_into()?;
    function.apply(
        &JsValue::NULL,
        &arguments.iter().copied().collect::<Array>(),
    )
}
