//! The browser: every call to web-sys, js-sys and gloo, each of which may fail and says so.
//!
//! Storage, history and canvas can all be refused (a page opened from a file, a sandboxed frame,
//! a memory limit), so nothing here panics: callers get a [`Refused`] and go on without.

mod brush;
mod busy;
mod canvas;
mod clipboard;
mod clock;
mod crash;
mod dialog;
mod download;
mod files;
mod focus;
mod handed;
mod host;
mod leave;
mod list;
mod location;
mod own;
mod page;
mod print;
mod scroll;
mod single;
mod storage;
mod timing;
mod watch;

pub use busy::{set_busy, watch_presses};
pub use canvas::{draw, save_picture};
pub use clipboard::{copy, select};
pub use clock::today;
pub use crash::install as install_crash_page;
pub use dialog::{close_dialog, open_dialog};
pub use download::save_text;
pub use files::{
    FileKind, forget_files, keep_given, open_files, opened, published, put_aside, save_made, shown,
};
pub use focus::{focus, focus_among, regain_focus, rescue_focus, return_focus, reveal};
pub use handed::tables;
pub use host::{Host, tell_link, watch_host};
pub use leave::asks_before_leaving;
pub use list::{
    focused_row, in_sight, rewind, row_heights, scroll_frame, scroll_list, watch_scroll,
};
use location::reload_address;
pub use location::{
    address, fragment, is_known_step, is_new_step, push, replace, visit, watch_fragment,
};
pub use own::{Files, NotRead, choose, chosen, initials, read_files, watch_drop};
pub use page::{
    close_popover, close_unless_within, element, is_loading, is_single_file, keep_in_sight, place,
    place_popover, set_appearance, set_embed, set_height, set_language, set_state, set_text_size,
    set_view,
};
pub use print::{clear_drawings, on_print, print, put_drawings};
pub use scroll::{kept, note_scrolled, return_to, scroll_to_top, scrolled, watch_page};
pub use single::save_single;
pub use storage::{remember, remembered};
pub use timing::{mark, measure};
pub use watch::{Later, Media, PixelRatio, Width, after, after_paint, watch_composed};

/// The browser refused a call.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser refused {what}: {why}")]
pub struct Refused {
    what: &'static str,
    why: String,
}

impl Refused {
    fn new(what: &'static str, why: impl std::fmt::Debug) -> Self {
        Self {
            what,
            why: format!("{why:?}"),
        }
    }
}

/// The page's window.
fn window() -> Result<web_sys::Window, Refused> {
    web_sys::window().ok_or_else(|| Refused::new("the window", "there is none"))
}

/// The page's document.
fn document() -> Result<web_sys::Document, Refused> {
    let document = window()?.document();
    document.ok_or_else(|| Refused::new("the document", "there is none"))
}

/// The root element.
fn root() -> Result<web_sys::Element, Refused> {
    let root = document()?.document_element();
    root.ok_or_else(|| Refused::new("the root element", "there is none"))
}
