//! The rows that are in the page: those near the screen, with space above and below for the others.
//!
//! After each rendering the rows are measured, and what is in sight may then ask for others; this
//! comes to rest before the browser paints. On paper there are all rows, up to [`PRINTED`].

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::row::Figure;
use crate::browser::{self, Later, Refused, Width};
use crate::dataset::{Code, Row};
use crate::text::table;
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::{PRINTED, use_printing};
use crate::view::{Page, ViewState, Window, link};

/// The height of a row, and of what is in sight, before they are measured: CSS pixels.
const GUESS: f64 = 52.0;
const VIEW: f64 = 800.0;

/// When rows in sight are as good as painted, and those out of sight may follow.
const PAINTED_MS: u32 = 60;

thread_local! {
    /// The list that was left last and the link that it had, so that who comes back finds the place.
    static LEFT: RefCell<Option<(String, Window)>> = const { RefCell::new(None) };
}

/// Properties of [`Body`], all required.
#[derive(Properties, PartialEq)]
pub struct BodyProps {
    /// The figures, in order; at least one.
    pub rows: Rc<Vec<Row>>,
    /// Their documents, as paper numbers them.
    pub documents: Rc<Vec<Code>>,
    /// What scrolls the rows, unless the window does.
    pub frame: NodeRef,
}

/// What is in the page.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    rows: Range<usize>,
    /// The space above the rows and below them, CSS pixels.
    above: f64,
    below: f64,
    /// The row that has the focus, where it is not among the rows.
    kept: Option<usize>,
}

impl Shown {
    fn of(window: &Window, focused: Option<usize>) -> Self {
        let rows = window.rows();
        let above = window.above(rows.start);
        let end = window.above(rows.end);
        Self {
            above,
            below: (window.height() - end).max(0.0),
            kept: focused.filter(|row| !rows.contains(row)),
            rows,
        }
    }

    /// The rows in their order, and whether each is only kept.
    fn rows(&self) -> impl Iterator<Item = (usize, bool)> {
        let kept = self.kept;
        let above = kept.filter(|row| *row < self.rows.start);
        let below = kept.filter(|row| *row >= self.rows.end);
        let own = self.rows.clone().map(|row| (row, false));
        let kept = |row: Option<usize>| row.map(|row| (row, true)).into_iter();
        kept(above).chain(own).chain(kept(below))
    }
}

/// The body of the table.
#[component]
pub fn Body(props: &BodyProps) -> Html {
    let shared = use_shared();
    let (all, frame) = (props.rows.len(), &props.frame);
    let list = use_node_ref();
    let printed = use_printing().then_some(all.min(PRINTED));
    let (shown, onfocusin) = use_window(all, frame, &list, printed.is_some());
    let shown = printed.map_or(shown, |rows| Shown {
        rows: 0..rows,
        above: 0.0,
        below: 0.0,
        kept: None,
    });
    let row = |(index, is_kept): (usize, bool)| {
        let row = props.rows.get(index).copied().unwrap_or_default();
        html! { <Figure key={row} {row} {index} {is_kept} documents={Rc::clone(&props.documents)} /> }
    };
    let columns = shared.state.columns.iter().count().to_string();
    let is_whole = printed.is_some() || shown.rows == (0..all);
    html! {
        <tbody role="rowgroup" ref={list} data-whole={is_whole.then_some("")} {onfocusin}>
            { space("above", shown.above) }
            for row in shown.rows().map(row) { { row } }
            { space("below", shown.below) }
            if let Some(rows) = printed.filter(|rows| *rows < all) {
                <tr role="row" key="rest">
                    <td role="cell" colspan={columns}>{ table::printed(rows, all, shared.lang()) }</td>
                </tr>
            }
        </tbody>
    }
}

/// What stands in the place of rows that are not in the page. Its height comes with the rows, in one
/// rendering: were it set afterwards, a busy page could be painted with the one and not the other.
fn space(key: &'static str, height: f64) -> Html {
    html! { <tr {key} class="space" height={(height as u32).to_string()} aria-hidden="true"></tr> }
}

/// The rows to show as the list is scrolled, measured and made wider or narrower; and what brings a
/// row into sight that gets the focus.
#[hook]
fn use_window(
    all: usize,
    frame: &NodeRef,
    list: &NodeRef,
    is_printed: bool,
) -> (Shown, Callback<FocusEvent>) {
    let state = use_shared();
    let name = use_memo((), |()| name(&state));
    let arrival = use_mut_ref(|| None);
    let window = {
        let (name, arrival) = (Rc::clone(&name), Rc::clone(&arrival));
        use_mut_ref(move || {
            let left = left(&name);
            arrival.replace(Some(left.is_some()));
            left.unwrap_or_else(|| Window::new(all, GUESS, VIEW))
        })
    };
    let shown = use_state_eq(|| Shown::of(&window.borrow(), None));
    let nodes = (frame.clone(), list.clone());
    let follow = {
        let (nodes, window, shown) = (nodes.clone(), Rc::clone(&window), shown.setter());
        move || {
            let Some((frame, list)) = elements(&nodes) else {
                return;
            };
            let mut window = window.borrow_mut();
            window.measured(&browser::row_heights(&list));
            // Without a window there is nothing to follow.
            if let Ok((top, view)) = browser::in_sight(&frame, &list)
                && let Some(further) = window.scrolled(top, view)
            {
                let _ = browser::scroll_list(&frame, further);
            }
            shown.set(Shown::of(&window, browser::focused_row(&list)));
        }
    };
    let ahead = use_mut_ref(|| None::<(u32, Later)>);
    {
        let (follow, nodes, window) = (follow.clone(), nodes.clone(), Rc::clone(&window));
        use_effect(move || {
            if let Some(is_back) = arrival.take() {
                arrive(&nodes, &window.borrow(), is_back);
            }
            if is_printed {
                return;
            }
            follow();
            // Once after each leap, however often the rows change until then.
            let near = window.borrow().looks_no_further();
            let awaited = ahead.borrow().as_ref().map(|(leap, _)| *leap);
            if let Some(leap) = near.filter(|leap| awaited != Some(*leap)) {
                let later = browser::after(PAINTED_MS, move || {
                    window.borrow_mut().look_ahead();
                    follow();
                });
                ahead.replace(Some((leap, later)));
            }
        });
    }
    let reached = {
        let (nodes, window) = (nodes.clone(), Rc::clone(&window));
        Callback::from(move |_: FocusEvent| reach(&nodes, &window.borrow()))
    };
    use_effect_with((), move |()| {
        let scrolled = browser::watch_scroll(follow.clone());
        let resized = watch_size(nodes, Rc::clone(&window), follow);
        move || {
            drop((scrolled, resized));
            LEFT.set(Some((name.to_string(), window.borrow().clone())));
        }
    });
    ((*shown).clone(), reached)
}

/// What decides which rows the list has, and in which order: a link with nothing else in it.
fn name(shared: &Shared) -> String {
    let state = &shared.state;
    let own = ViewState {
        page: Page::Table,
        filters: state.filters.clone(),
        sort: state.sort.clone(),
        lang: state.lang,
        ..ViewState::default()
    };
    link::write(&own, &shared.data)
}

/// The list as it was left, for who comes back to it.
fn left(name: &str) -> Option<Window> {
    let is_back = browser::is_known_step().unwrap_or_default();
    LEFT.with_borrow(|left| {
        let (_, window) = left
            .as_ref()
            .filter(|(known, _)| is_back && known == name)?;
        Some(window.clone())
    })
}

fn elements((frame, list): &(NodeRef, NodeRef)) -> Option<(Element, Element)> {
    Some((frame.cast()?, list.cast()?))
}

/// Scrolls the frame to where the list was left, or to its top. The window is the browser's.
fn arrive(nodes: &(NodeRef, NodeRef), window: &Window, is_back: bool) {
    let Some((frame, list)) = elements(nodes) else {
        return;
    };
    if !is_back {
        browser::rewind(&frame);
    } else if let Ok((top, _)) = browser::in_sight(&frame, &list) {
        browser::scroll_frame(&frame, window.top() - top);
    }
}

/// Scrolls to the row that has the focus, where it is kept out of sight: the keyboard has gone on
/// within it.
fn reach(nodes: &(NodeRef, NodeRef), window: &Window) {
    let Some((frame, list)) = elements(nodes) else {
        return;
    };
    let row = browser::focused_row(&list).filter(|row| !window.rows().contains(row));
    if let (Some(row), Ok((top, _))) = (row, browser::in_sight(&frame, &list)) {
        // A list that does not scroll keeps the row where it is.
        let _ = browser::scroll_list(&frame, window.top_for(row) - top);
    }
}

/// Another width gives all rows other heights; what is in sight stays.
fn watch_size(
    nodes: (NodeRef, NodeRef),
    window: Rc<RefCell<Window>>,
    follow: impl Fn() + 'static,
) -> Option<Result<Width, Refused>> {
    let (frame, list) = elements(&nodes)?;
    let watched = frame.clone();
    let before = Cell::new(Width::now(&frame));
    Some(Width::watch(&watched, move |width| {
        if before.replace(width) != width {
            let to = window.borrow_mut().forget();
            if let Ok((top, _)) = browser::in_sight(&frame, &list) {
                let _ = browser::scroll_list(&frame, to - top);
            }
        }
        follow();
    }))
}
