//! Where the reader is when a view appears: how far it is scrolled, and what has the focus.

use std::rc::Rc;

use yew::prelude::*;

use super::views::is_here;
use crate::browser::{self, Later, Width};
use crate::dataset::Dataset;
use crate::view::{ViewState, link};

/// How long a view that is come back to may take until it is as tall as it was.
const GROWN_MS: u32 = 2000;

/// What is known of the views that were left.
#[derive(Default)]
struct Left {
    state: Option<Rc<ViewState>>,
    /// It was left for one that is not drawn yet.
    is_away: bool,
    /// How far each was scrolled, by its link.
    tops: Vec<(String, f64)>,
    returning: Option<(Width, Later)>,
}

impl Left {
    fn keep(&mut self, link: String) {
        self.tops.retain(|(known, _)| *known != link);
        self.tops.push((link, browser::scrolled()));
    }

    fn top(&self, link: &str) -> Option<f64> {
        let found = self.tops.iter().find(|(known, _)| known == link);
        found.map(|(_, top)| *top)
    }
}

/// A view that is gone to, or filtered anew, starts at its top, or at the line that its link points
/// at, and has the focus where what was pressed is gone. A view of the same data that is come back to is scrolled as it
/// was left, and has the focus at the link that led away. `is_come` tells that the state came from the
/// address bar.
#[hook]
pub fn use_arrival(data: &Rc<Dataset>, state: &Rc<ViewState>, is_come: bool) {
    let left = use_mut_ref(Left::default);
    use_effect_with((), |()| {
        // Without it the browser scrolls as it can.
        let watched = browser::watch_page();
        move || drop(watched)
    });
    let data = Rc::clone(data);
    // Before that there is neither a line to point at nor a place to scroll to.
    let is_drawn = is_here(state.page);
    let arrived = (Rc::clone(state), is_come, is_drawn);
    use_effect_with(arrived, move |(state, is_come, is_drawn)| {
        let mut known = left.borrow_mut();
        let name = known.state.as_ref().map(|left| link::write(left, &data));
        let is_away = std::mem::replace(&mut known.is_away, !is_drawn);
        if let Some(name) = name.clone().filter(|_| !is_away) {
            known.keep(name);
        }
        if !is_drawn {
            return;
        }
        // Where the history is refused nothing is new, and the view stays where it is.
        let is_new = browser::is_new_step().unwrap_or_default() || !is_come;
        let before = known.state.replace(Rc::clone(state));
        let place = |state: &ViewState| (state.page, state.part, state.at, state.proof);
        let is_elsewhere = before.as_deref().map(place) != Some(place(state));
        // A term that is explained is one of what stood here; the focus in it must go on.
        let _ = browser::close_popover("term-card");
        let is_pointed = state.proof.is_some() || state.at.is_some_and(|at| at.line.is_some());
        known.returning = None;
        if is_new {
            return match before {
                _ if is_elsewhere && is_pointed => {
                    let _ = browser::reveal(".pointed-at");
                }
                Some(_) if is_elsewhere => {
                    let _ = browser::rescue_focus("content");
                    let _ = browser::scroll_to_top();
                }
                Some(before) if before.filters != state.filters && !is_pointed => {
                    let _ = browser::scroll_to_top();
                }
                _ => {}
            };
        }
        let name = name.filter(|_| is_elsewhere);
        if let Some(name) = &name {
            let _ = browser::return_focus(name, "content");
        }
        let top = match before {
            None => browser::kept(),
            Some(_) => known.top(&link::write(state, &data)),
        };
        known.returning = top.and_then(|top| {
            let left = Rc::clone(&left);
            let enough = browser::after(GROWN_MS, move || left.borrow_mut().returning = None);
            // The link may stand in what a long list adds.
            let grown = move || {
                if let Some(name) = &name {
                    let _ = browser::regain_focus(name, "content");
                }
            };
            Some((browser::return_to(top, grown).ok()?, enough))
        });
    });
}
