//! What changes under the page: its pixel ratio, an element's width, the system's colours.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlInputElement, MediaQueryList, ResizeObserver};

use super::crash::is_alive;
use super::{Refused, window};

/// Device pixels per CSS pixel, watched until dropped.
///
/// The ratio changes with zoom and when the window moves to another screen, without a resize
/// event. A media query for the present ratio fires once when it stops being true, and is then
/// made anew for the next.
pub struct PixelRatio {
    listener: Rc<RefCell<Option<EventListener>>>,
}

impl PixelRatio {
    /// The ratio now; 1 where the browser does not say.
    #[must_use]
    pub fn now() -> f64 {
        window().map_or(1.0, |window| window.device_pixel_ratio())
    }

    /// Calls back with each new ratio.
    ///
    /// # Errors
    /// When the browser takes no media query.
    pub fn watch(changed: impl Fn(f64) + 'static) -> Result<Self, Refused> {
        let listener = Rc::new(RefCell::new(None));
        renew(&listener, Rc::new(changed))?;
        Ok(Self { listener })
    }
}

impl Drop for PixelRatio {
    fn drop(&mut self) {
        self.listener.borrow_mut().take();
    }
}

type Slot = Rc<RefCell<Option<EventListener>>>;

fn renew(slot: &Slot, changed: Rc<dyn Fn(f64)>) -> Result<(), Refused> {
    let query = media(&format!("(resolution: {}dppx)", PixelRatio::now()))?;
    let weak = Rc::downgrade(slot);
    let listener = EventListener::once(&query, "change", move |_| {
        if !is_alive() {
            return;
        }
        changed(PixelRatio::now());
        if let Some(slot) = weak.upgrade() {
            // Refused only where the first query was refused too: then nothing is watched.
            let _ = renew(&slot, changed);
        }
    });
    slot.replace(Some(listener));
    Ok(())
}

/// An element's width in CSS pixels, watched until dropped.
pub struct Width {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut()>,
}

impl Width {
    /// The width now.
    #[must_use]
    pub fn now(element: &Element) -> u32 {
        u32::try_from(element.client_width()).unwrap_or_default()
    }

    /// Calls back with the width at first and at each change, after the browser has told all sizes:
    /// what changes while they are told is a fault to it.
    ///
    /// # Errors
    /// When the browser observes no sizes.
    pub fn watch(element: &Element, changed: impl Fn(u32) + 'static) -> Result<Self, Refused> {
        let (watched, changed) = (element.clone(), Rc::new(changed));
        let later = RefCell::new(None);
        let closure = Closure::<dyn FnMut()>::new(move || {
            let (watched, changed) = (watched.clone(), Rc::clone(&changed));
            later.replace(Some(after(0, move || changed(Self::now(&watched)))));
        });
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref())
            .map_err(|why| Refused::new("to watch a size", why))?;
        observer.observe(element);
        Ok(Self {
            observer,
            _closure: closure,
        })
    }
}

impl Drop for Width {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// A state of the page's surroundings that a media query asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// The system asks for dark colours.
    Dark,
}

impl Media {
    const fn query(self) -> &'static str {
        match self {
            Self::Dark => "(prefers-color-scheme: dark)",
        }
    }

    /// Whether it is so now.
    #[must_use]
    pub fn now(self) -> bool {
        media(self.query()).is_ok_and(|query| query.matches())
    }

    /// Calls back when it changes; until dropped.
    ///
    /// # Errors
    /// When the browser takes no media query.
    pub fn watch(self, changed: impl Fn(bool) + 'static) -> Result<EventListener, Refused> {
        let query = media(self.query())?;
        let asked = query.clone();
        Ok(EventListener::new(&query, "change", move |_| {
            if is_alive() {
                changed(asked.matches());
            }
        }))
    }
}

/// Calls back with the text of a field when an input method has finished composing; until dropped.
pub fn watch_composed(
    input: &HtmlInputElement,
    composed: impl Fn(String) + 'static,
) -> EventListener {
    let field = input.clone();
    EventListener::new(input, "compositionend", move |_| {
        if is_alive() {
            composed(field.value());
        }
    })
}

/// A call that is still to come; dropping it calls it off.
pub type Later = Timeout;

/// Calls back once after some milliseconds; not at all if dropped before.
pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Later {
    Timeout::new(milliseconds, || {
        if is_alive() {
            then();
        }
    })
}

/// How long a page may go unpainted: one that is hidden, or out of sight in another, is.
const UNPAINTED_MS: u32 = 100;

/// Calls back once, when what is in the page now is painted, or a moment later where nothing is painted.
pub fn after_paint(then: impl FnOnce() + 'static) {
    let then = Rc::new(Cell::new(Some(then)));
    let once = move || {
        if let Some(then) = then.take() {
            then();
        }
    };
    let painted = once.clone();
    // Frames are told of before they are painted, and timers come after.
    let frame = Closure::once_into_js(move || after(0, painted).forget());
    if let Ok(window) = window() {
        // Where it is refused the other call comes.
        let _ = window.request_animation_frame(frame.unchecked_ref());
    }
    after(UNPAINTED_MS, once).forget();
}

fn media(query: &str) -> Result<MediaQueryList, Refused> {
    match window()?.match_media(query) {
        Ok(Some(list)) => Ok(list),
        Ok(None) => Err(Refused::new("a media query", query)),
        Err(why) => Err(Refused::new("a media query", why)),
    }
}
