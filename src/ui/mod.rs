//! The page: Yew components, a folder a view, what they share in `parts/`.
//!
//! Start at [`app`], which holds the [`ViewState`](crate::view::ViewState) and hands it down. A
//! component shows what it is given and sends [`Action`](crate::view::Action)s; what is shown is
//! worked out by the pure folders. Going somewhere is a link with the whole next state in it, so
//! it opens in a new tab too; only choices within a view are buttons and check boxes.

mod app;
mod arrival;
mod board;
mod chart;
mod chips;
mod context;
mod export;
mod header;
mod host;
mod indicator;
mod open;
mod own;
mod parts;
mod rail;
mod report;
mod share;
mod sources;
mod store;
mod table;
mod units;
mod views;

use std::rc::Rc;

use crate::browser::{self, Refused};
use crate::dataset::{Tables, load};

/// Mounts the page with the data of these tables, or with their faults.
///
/// # Errors
/// When the page has no place for it.
pub fn mount(tables: &Tables) -> Result<(), Refused> {
    let place = browser::element("app")?;
    // Without marks the page is the same, only unmeasured.
    let _ = browser::mark(app::FIRST_VIEW);
    let loaded = Rc::new(load(tables).map(Rc::new));
    yew::Renderer::<app::App>::with_root_and_props(place, app::AppProps { loaded }).render();
    Ok(())
}
