//! A long list of which the first entries are listed, and with each press more: a screen of them at once, so that
//! a press is answered in the next frame, and the others as soon as that is painted. What is listed stands in no
//! link: it is where a reader is, not what the page shows. Who comes back to a view finds as much of it.

use std::cell::RefCell;

use yew::prelude::*;

use super::paper::{PRINTED, use_printing};
use crate::browser;
use crate::text::{Msg, source, table};
use crate::ui::context::Shared;
use crate::view::link;

/// A list of no more entries is listed whole: a district has fewer. Of a longer one, which no one reads to its end, a
/// part is listed, and so many more with each press.
const STEP: usize = 200;
const PART: usize = 40;

/// So many are added at once: few, for several lists of a view may grow together, and more to a list that is folded
/// (it begins with none), which is not laid out. The next ones come when these are as good as painted.
const CHUNK: usize = 16;
const FOLDED: usize = 40;
const PAINTED_MS: u32 = 30;

thread_local! {
    /// How many entries the reader has asked for, by the link of the view and what its list consists of.
    static ASKED: RefCell<Vec<((String, String), usize)>> = const { RefCell::new(Vec::new()) };
}

/// How far a list is.
#[derive(Clone, Copy, PartialEq)]
struct Reached {
    /// So many entries the reader is to have.
    asked: usize,
    /// So many are in the page already.
    drawn: usize,
}

/// A list by steps: see [`use_steps`].
pub struct Steps<T: 'static> {
    place: (String, String),
    of: T,
    reached: Reached,
    first: usize,
    state: UseStateHandle<Option<(T, Reached)>>,
}

/// The steps of the list that `of` tells from others: another begins anew. `first` entries are in the page at
/// once: those that fill a screen, or reach to the one that a link points at. The `selector` is of all its entries.
#[hook]
pub fn use_steps<T: Clone + PartialEq + 'static>(
    shared: &Shared,
    of: T,
    first: usize,
    selector: &str,
) -> Steps<T> {
    let place = (
        link::write(&shared.state, &shared.data),
        selector.to_owned(),
    );
    let state = use_state(|| {
        // A new step of the history begins anew.
        let is_come_back = browser::is_known_step().unwrap_or_default();
        let asked = is_come_back.then(|| asked_before(&place)).flatten()?;
        let drawn = first;
        Some((of.clone(), Reached { asked, drawn }))
    });
    let known = state.as_ref().filter(|(known, _)| *known == of);
    let begun = Reached {
        asked: STEP,
        drawn: first,
    };
    let reached = known.map_or(begun, |(_, reached)| *reached);
    // A link may point further than the list is.
    let reached = Reached {
        asked: reached.asked.max(first),
        drawn: reached.drawn.max(first),
    };
    Steps {
        place,
        of,
        reached,
        first,
        state,
    }
}

impl<T: Clone + PartialEq + 'static> Steps<T> {
    /// How many of `all` entries the reader is to have. Of a folded list, which costs little, it is a whole step.
    fn asked(&self, all: usize) -> usize {
        let asked = self.reached.asked;
        let is_begun = asked == STEP.max(self.first);
        if is_begun && all > asked && self.first > 0 {
            PART.max(self.first)
        } else {
            asked
        }
    }

    /// How many are added at once: more of a list that is come back to and was long, so that it soon is again.
    fn chunk(&self) -> usize {
        let usual = if self.first > 0 { CHUNK } else { FOLDED };
        usual.max(self.reached.asked / CHUNK)
    }

    /// Whether all of `all` entries that the reader is to have are in the page, and what comes below may follow.
    pub fn are_done(&self, all: usize) -> bool {
        self.reached.drawn >= self.asked(all).min(all)
    }

    fn set(&self, reached: Reached) -> impl Fn() + use<T> {
        let (state, of) = (self.state.setter(), self.of.clone());
        move || state.set(Some((of.clone(), reached)))
    }
}

/// How many entries a list must have ready: those that the reader is to have, or on paper all, up to [`PRINTED`].
#[hook]
pub fn use_most<T: Clone + PartialEq + 'static>(steps: &Steps<T>) -> usize {
    if use_printing() {
        PRINTED
    } else {
        steps.reached.asked
    }
}

/// How many of `all` entries are in the page now; and, below them, how many are not and a button that lists more.
/// With a press the focus goes on to the first entry that was not there. On paper there are all, up to [`PRINTED`].
#[hook]
pub fn use_listed<T: Clone + PartialEq + 'static>(
    shared: &Shared,
    steps: &Steps<T>,
    all: usize,
) -> (usize, Html) {
    let (asked, drawn) = (steps.asked(all), steps.reached.drawn);
    let is_printed = use_printing();
    let pressed = use_mut_ref(|| None);
    {
        let add = steps.set(Reached {
            asked,
            drawn: drawn + steps.chunk(),
        });
        let pressed = std::rc::Rc::clone(&pressed);
        let now = (steps.of.clone(), asked, drawn, all);
        let (_, selector) = steps.place.clone();
        use_effect_with(now, move |(_, asked, drawn, all)| {
            if let Some(place) = pressed.take() {
                let _ = browser::focus_among(&selector, place);
            }
            let is_whole = drawn >= asked.min(all);
            let later = (!is_whole).then(|| browser::after(PAINTED_MS, add));
            move || drop(later)
        });
    }
    let listed = asked.min(all);
    let more = {
        let place = steps.place.clone();
        let list = steps.set(Reached {
            asked: asked + STEP,
            drawn: listed + steps.chunk(),
        });
        Callback::from(move |_: MouseEvent| {
            pressed.replace(Some(listed));
            keep_asked(&place, asked + STEP);
            list();
        })
    };
    if is_printed {
        let rows = all.min(PRINTED);
        let left_out = (rows < all).then(|| table::printed(rows, all, shared.lang()));
        return (
            rows,
            html! { if let Some(words) = left_out { <p>{ words }</p> } },
        );
    }
    let further = html! {
        if listed < all {
            <p class="further">
                { source::not_listed(all - listed, shared.lang()) }
                <button type="button" class="quiet" onclick={more}>{ shared.msg(Msg::ListMore) }</button>
            </p>
        }
    };
    (drawn.min(listed), further)
}

fn asked_before(place: &(String, String)) -> Option<usize> {
    ASKED.with_borrow(|known| {
        let found = known.iter().find(|(known, _)| known == place);
        found.map(|(_, asked)| *asked)
    })
}

fn keep_asked(place: &(String, String), asked: usize) {
    ASKED.with_borrow_mut(|known| {
        known.retain(|(known, _)| known != place);
        known.push((place.clone(), asked));
    });
}

/// The groups that have any of so many entries, each with how many of its own.
pub fn leading<T>(
    groups: &[T],
    len: fn(&T) -> usize,
    count: usize,
) -> impl Iterator<Item = (&T, usize)> {
    let mut left = count;
    groups.iter().map_while(move |group| {
        let own = len(group).min(left);
        left -= own;
        (own > 0).then_some((group, own))
    })
}
