//! The page that holds this one in a frame, often of another site: what it says, and what it is told.
//!
//! A message is an object `{guatu: 1, type, value}`. This page begins with `ready`, which carries
//! nothing and is for whoever holds the frame. A host answers `hello`; from then on it is told the
//! height of the content and each link that the reader comes to, and may ask for another `view`.
//! Nobody is told more than `ready` who has not said `hello`, and nobody is listened to but the window
//! around the frame, in the origin that said it. What has another form is left alone.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Object, Reflect};
use web_sys::{Element, MessageEvent, Window};

use super::crash::is_alive;
use super::{Refused, Width, document, window};

/// The version of the messages.
const VERSION: f64 = 1.0;

thread_local! {
    /// The origin that said `hello`.
    static HOST: RefCell<Option<String>> = const { RefCell::new(None) };
    /// The height that it was told.
    static TOLD: Cell<f64> = const { Cell::new(0.0) };
}

/// Speaks with the host until dropped.
pub struct Host {
    _listener: EventListener,
    _height: Width,
}

/// Says `ready` to the host, tells it the height of the content whenever that changes, and calls back
/// with each view that it asks for. What it asks for may be any text.
///
/// # Errors
/// When the page stands in no frame, or the browser observes no sizes.
pub fn watch_host(asked: impl Fn(String) + 'static) -> Result<Host, Refused> {
    let window = window()?;
    let listener = EventListener::new(&window, "message", move |event| {
        if is_alive()
            && let Some(event) = event.dyn_ref::<MessageEvent>()
            && let Some(view) = heard(event)
        {
            asked(view);
        }
    });
    let body = document()?.body();
    let body = body.ok_or_else(|| Refused::new("the page", "it has no body"))?;
    let content = body.clone();
    let height = Width::watch(&body, move |_| {
        // A host that takes no message has the height that it had.
        let _ = tell_height(&content);
    })?;
    send("ready", &JsValue::UNDEFINED, "*")?;
    Ok(Host {
        _listener: listener,
        _height: height,
    })
}

/// Tells the host a link that the reader came to; nothing before it said `hello`.
///
/// # Errors
/// When the message is refused.
pub fn tell_link(link: &str) -> Result<(), Refused> {
    tell("link", &link.into())
}

/// The view that a message asks for. A `hello` is answered at once.
fn heard(event: &MessageEvent) -> Option<String> {
    let parent = parent()?;
    let is_host = event
        .source()
        .is_some_and(|source| JsValue::from(source) == JsValue::from(parent));
    let message = event.data();
    if !is_host || !message.is_object() || field(&message, "guatu").as_f64() != Some(VERSION) {
        return None;
    }
    let is_known =
        HOST.with_borrow(|host| host.as_ref().is_some_and(|host| *host == event.origin()));
    match field(&message, "type").as_string()?.as_str() {
        "hello" => {
            HOST.with_borrow_mut(|host| {
                host.get_or_insert_with(|| event.origin());
            });
            TOLD.set(0.0);
            let _ = tell_height(document().ok()?.body()?.as_ref());
            None
        }
        "view" if is_known => field(&message, "value").as_string(),
        _ => None,
    }
}

/// A field of a message; undefined where it has none.
fn field(message: &JsValue, name: &str) -> JsValue {
    Reflect::get(message, &name.into()).unwrap_or_default()
}

fn tell_height(content: &Element) -> Result<(), Refused> {
    let height = content.get_bounding_client_rect().height().ceil();
    if HOST.with_borrow(Option::is_none) || TOLD.replace(height).to_bits() == height.to_bits() {
        return Ok(());
    }
    tell("height", &height.into())
}

fn tell(kind: &str, value: &JsValue) -> Result<(), Refused> {
    let host = HOST.with_borrow(Clone::clone);
    match host.as_deref() {
        None => Ok(()),
        Some(origin) if origin.starts_with("http") => send(kind, value, origin),
        // A page opened from a file has an origin without a name, which no message can be sent to. It is
        // the window around the frame all the same, and no other gets what is sent there.
        Some(_) => send(kind, value, "*"),
    }
}

/// Sends a message to the window around the frame, if it has this origin.
fn send(kind: &str, value: &JsValue, origin: &str) -> Result<(), Refused> {
    let parent = parent().ok_or_else(|| Refused::new("a host", "the page stands in no frame"))?;
    let message = Object::new();
    let fields = [
        ("guatu", VERSION.into()),
        ("type", kind.into()),
        ("value", value.clone()),
    ];
    for (name, value) in fields {
        let set = Reflect::set(&message, &name.into(), &value);
        set.map_err(|why| Refused::new("a message", why))?;
    }
    let sent = parent.post_message(&message, origin);
    sent.map_err(|why| Refused::new("a message", why))
}

/// The window around the frame; none where the page has a window of its own.
fn parent() -> Option<Window> {
    let window = window().ok()?;
    let parent = window.parent().ok()??;
    (JsValue::from(&parent) != JsValue::from(&window)).then_some(parent)
}
