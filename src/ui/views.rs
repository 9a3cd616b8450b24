//! What the program fetches after the first view: every view but the board, and the dialogs of the head.
//!
//! [`Drawn`] draws one of them, once they are here. They are a module of their own (`views`), which
//! `xtask` cuts off the linked program at [`drawing`]; it works in the program's memory.

#![expect(
    clippy::unnecessary_wraps,
    reason = "the loading of the module may fail, and `wasm_split` takes no attribute on the function"
)]

use std::cell::Cell;
use std::rc::Rc;

use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::chart::chart_view;
use super::context::{Shared, use_shared};
use super::export::ExportPanel;
use super::indicator::IndicatorPage;
use super::own::{OpenPanel, SavePanel};
use super::parts::SelectionProps;
use super::report::Report;
use super::share::SharePanel;
use super::sources::sources_view;
use super::table::Table;
use super::units::{UnitsView, unit_page};
use crate::browser::Files;
use crate::text::Msg;
use crate::view::Page;

/// What there is to draw.
#[derive(Clone, PartialEq)]
pub enum What {
    /// The view that is open, of the figures that pass.
    View(SelectionProps),
    /// What the dialog of sharing holds.
    Share,
    /// What the dialog of exporting holds.
    Export,
    /// What the dialog of saving as a single file holds.
    Save,
    /// What the dialog of a reader's own data holds, and the files that were given to it.
    Open(Option<Files>),
}

/// Draws any of it. A pointer, so that who has it can draw without waiting.
type Draw = fn(&Shared, &What) -> Html;

thread_local! {
    /// Once the module is here.
    static DRAW: Cell<Option<Draw>> = const { Cell::new(None) };
}

/// Fetches the module, unless it is here: the way into it.
#[wasm_split(views, fallible)]
fn drawing() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(shared: &Shared, what: &What) -> Html {
    let selection = match what {
        What::View(props) => &props.selection,
        What::Share => return html! { <SharePanel /> },
        What::Export => return html! { <ExportPanel /> },
        What::Save => return html! { <div class="export-panel"><SavePanel /></div> },
        What::Open(files) => return html! { <OpenPanel files={files.clone()} /> },
    };
    match shared.state.page {
        // It came with the program.
        Page::Board => html! {},
        Page::Chart => chart_view(shared, selection),
        Page::Table => html! { <Table selection={Rc::clone(selection)} /> },
        Page::Report => html! { <Report selection={Rc::clone(selection)} /> },
        Page::Sources => sources_view(shared, selection),
        Page::Units => html! { <UnitsView /> },
        Page::Unit(code) => unit_page(shared, code),
        Page::Indicator(code) => html! { <IndicatorPage key={code} {code} /> },
    }
}

/// Whether the view that is open can be drawn without waiting.
pub fn is_here(page: Page) -> bool {
    page == Page::Board || has_come()
}

/// Whether the module is here.
pub fn has_come() -> bool {
    DRAW.get().is_some()
}

/// Fetches the module, and says whether it came. One that did not is asked for again the next time.
pub async fn fetch() -> bool {
    if let Ok(draw) = drawing().await {
        DRAW.set(Some(draw));
    }
    has_come()
}

/// Properties of [`Drawn`].
#[derive(Properties, PartialEq)]
pub struct DrawnProps {
    /// What is drawn. Required.
    pub what: What,
    /// When it is drawn, or it is said that it did not come.
    #[prop_or_default]
    pub onsettled: Callback<()>,
}

/// What is asked for, once the module is here; before, that it is coming, or that it did not come and a
/// button that asks again.
#[component]
pub fn Drawn(props: &DrawnProps) -> Html {
    let shared = use_shared();
    let page = shared.state.page;
    // For the view of which page it was asked for, and whether it came: another page asks again.
    let answer = use_state_eq(|| None);
    let came = match DRAW.get() {
        Some(_) => Some(true),
        None => answer.and_then(|(of, came)| (of == page).then_some(came)),
    };
    {
        let (setter, onsettled) = (answer.setter(), props.onsettled.clone());
        use_effect_with((page, came), move |(page, came)| {
            let page = *page;
            match came {
                Some(_) => onsettled.emit(()),
                None => spawn_local(async move { setter.set(Some((page, fetch().await))) }),
            }
        });
    }
    match (DRAW.get(), came) {
        (Some(draw), _) => draw(&shared, &props.what),
        (None, None) => html! { <p class="coming" role="status">{ shared.msg(Msg::Coming) }</p> },
        (None, Some(_)) => {
            let again = answer.setter();
            let onclick = Callback::from(move |_: MouseEvent| again.set(None));
            html! {
                <div class="nothing" role="alert">
                    <p>{ shared.msg(Msg::NotCome) }</p>
                    <button type="button" class="quiet again" {onclick}>{ shared.msg(Msg::TryAgain) }</button>
                </div>
            }
        }
    }
}
