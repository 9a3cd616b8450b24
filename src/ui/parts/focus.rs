//! The focus: after a press that takes away what was pressed, and past what covers the page.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::browser;

/// The index of what was pressed among its like, to be set when it is pressed. Once `shown` has
/// changed, what then stands there has the focus, or the last of the `selector`, or the element
/// with the id `otherwise`.
#[hook]
pub fn use_focus_after<T: PartialEq + 'static>(
    shown: T,
    selector: &'static str,
    otherwise: &'static str,
) -> Rc<Cell<Option<usize>>> {
    let pressed = use_memo((), |()| Cell::new(None));
    {
        let pressed = Rc::clone(&pressed);
        use_effect_with(shown, move |_| {
            if let Some(place) = pressed.take()
                && browser::focus_among(selector, place).is_err()
            {
                let _ = browser::focus(otherwise);
            }
        });
    }
    pressed
}

/// Closes a popover behind a focus that goes on past it, to what it would cover.
pub fn close_behind(id: &'static str) -> Callback<FocusEvent> {
    Callback::from(move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into().ok());
        if let Some(to) = to {
            // The filters beside the content, on a wide page, are no popover, and stay.
            let _ = browser::close_unless_within(id, &to);
        }
    })
}
