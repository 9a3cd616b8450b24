//! The state as Yew keeps it, and how it and the address bar follow each other.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::arrival::use_arrival;
use crate::browser;
use crate::dataset::{Dataset, Row};
use crate::view::{Action, Notice, ViewState, link, reduce};

/// From what happens to the page as changed; charts are drawn in the next frame.
pub const CHANGE: &str = "guatu:change";

/// How long typing must rest before the link follows: Safari takes 100 changes in 30 seconds.
const REST_MS: u32 = 150;

/// How the address bar follows a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Not at all: the change came from there.
    Came,
    /// With a step that Back undoes.
    Push,
    /// In place, once typing rests.
    Replace,
}

/// The state, what its link could not say, and how the address bar follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Store {
    /// The state.
    pub state: Rc<ViewState>,
    /// What of the link was left out.
    pub notices: Rc<Vec<Notice>>,
    step: Step,
}

/// What happens to the store.
pub enum Event {
    /// The reader did something.
    Act(Action),
    /// The address bar has a link.
    Arrive(ViewState, Vec<Notice>),
    /// The reader has seen the notices.
    Dismiss,
}

impl Store {
    /// The store for the link in the address bar.
    pub fn arrive(data: &Dataset) -> Self {
        let (state, notices) = link::read(&fragment(), data);
        Self {
            state: Rc::new(state),
            notices: Rc::new(notices),
            step: Step::Came,
        }
    }
}

impl Reducible for Store {
    type Action = Event;

    // Always another pointer, so that the page is rendered and tells that it has answered.
    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        Rc::new(match event {
            Event::Act(action) => {
                let is_typed = matches!(action, Action::Search(_));
                let state = reduce(&self.state, action);
                if state == *self.state {
                    return Rc::new((*self).clone());
                }
                Self {
                    state: Rc::new(state),
                    notices: Rc::default(),
                    step: if is_typed { Step::Replace } else { Step::Push },
                }
            }
            Event::Arrive(state, notices) => Self {
                state: Rc::new(state),
                notices: Rc::new(notices),
                step: Step::Came,
            },
            Event::Dismiss => Self {
                notices: Rc::default(),
                ..(*self).clone()
            },
        })
    }
}

/// Whether two states differ in nothing but the search.
fn is_typed(before: &ViewState, state: &ViewState) -> bool {
    let mut same = before.clone();
    same.filters.search.clone_from(&state.filters.search);
    same == *state
}

/// The arrival at what the address bar has now.
fn arrival(data: &Dataset) -> Event {
    let (state, notices) = link::read(&fragment(), data);
    Event::Arrive(state, notices)
}

/// A frame may hide its address: the page then starts with the usual view.
fn fragment() -> String {
    browser::fragment().unwrap_or_default()
}

/// What so many figures answer, they answer within a frame.
const AT_ONCE: Row = 20_000;

/// The store, kept in step with the address bar, and what is told of all that happens. With very many figures a press
/// is painted before it is answered: the control that was pressed does not wait for what it asks for. An arrival that
/// `leads_elsewhere`, to other data, is none here.
#[hook]
pub fn use_store(
    data: &Rc<Dataset>,
    leads_elsewhere: Callback<Vec<Notice>, bool>,
) -> (UseReducerHandle<Store>, Callback<Event>) {
    let store = {
        let data = Rc::clone(data);
        use_reducer(move || Store::arrive(&data))
    };
    let waiting = use_memo((), |()| Cell::new(0));
    let happened = {
        let (dispatcher, waiting) = (store.dispatcher(), Rc::clone(&waiting));
        let is_at_once = data.observations.len() <= AT_ONCE;
        let data = Rc::clone(data);
        use_callback((), move |event, ()| {
            let _ = browser::mark(CHANGE);
            if is_at_once {
                return dispatcher.dispatch(event);
            }
            waiting.set(waiting.get() + 1);
            // A page that does not say so answers all the same.
            let _ = browser::set_busy(true);
            let (dispatcher, waiting) = (dispatcher.clone(), Rc::clone(&waiting));
            let data = Rc::clone(&data);
            browser::after_paint(move || {
                waiting.set(waiting.get() - 1);
                // What was answered before may have changed the address.
                let is_arrival = matches!(event, Event::Arrive(..));
                dispatcher.dispatch(if is_arrival { arrival(&data) } else { event });
            });
        })
    };
    let resting = use_mut_ref(|| None::<(browser::Later, String)>);
    {
        let data = Rc::clone(data);
        let resting = Rc::clone(&resting);
        // Several changes may be one rendering.
        let written = use_mut_ref(|| Rc::clone(&store.state));
        let changed = (Rc::clone(&store.state), store.step);
        use_effect_with(changed, move |(state, step)| {
            let typed = resting.borrow_mut().take();
            let link = link::write(state, &data);
            let before = written.replace(Rc::clone(state));
            if *step == Step::Came || link == fragment() {
                return;
            }
            // A refused step leaves the address bar behind; the view itself is right.
            if *step == Step::Push || !is_typed(&before, state) {
                // What was typed before is the step that Back comes to.
                if let Some((_, typed)) = typed {
                    let _ = browser::replace(&typed);
                }
                let _ = browser::push(&link);
            } else {
                let rested = link.clone();
                let later = browser::after(REST_MS, move || {
                    let _ = browser::replace(&rested);
                });
                resting.borrow_mut().replace((later, link));
            }
        });
    }
    // With each answer that is in the page and in the address bar.
    use_effect(move || {
        if waiting.get() == 0 {
            let _ = browser::set_busy(false);
        }
    });
    use_arrival(data, &store.state, store.step == Step::Came);
    {
        let (data, happened) = (Rc::clone(data), happened.clone());
        use_effect_with((), move |()| {
            let typed = Rc::clone(&resting);
            let presses = browser::watch_presses(move || {
                // What was typed is the step that Back comes to.
                if let Some((_, typed)) = typed.take() {
                    let _ = browser::replace(&typed);
                }
            });
            let listeners = browser::watch_fragment(move || {
                browser::note_scrolled();
                // What is still to be written belongs to the step that was left.
                resting.take();
                let (state, notices) = link::read(&fragment(), &data);
                if !leads_elsewhere.emit(notices.clone()) {
                    happened.emit(Event::Arrive(state, notices));
                }
            });
            move || drop((listeners, presses))
        });
    }
    (store, happened)
}
