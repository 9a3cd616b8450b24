//! The page: Yew components, a folder a view, what they share in `parts/`.
//!
//! Start at [`app`], which holds the [`ViewState`](crate::view::ViewState) and hands it down. A
//! component shows what it is given and sends [`Action`](crate::view::Action)s; what is shown is
//! worked out by the pure folders. Going somewhere is a link with the whole next state in it, so
//! it opens in a new tab too; only choices within a view are buttons and check boxes.

mod app;
mod board;
mod chart;
mod chips;
mod context;
mod header;
mod indicator;
mod parts;
mod rail;
mod store;
mod table;

/// Mounts the page.
///
/// # Errors
/// When the page has no place for it.
pub fn mount() -> Result<(), crate::browser::Refused> {
    crate::browser::install_crash_page();
    let place = crate::browser::element("app")?;
    yew::Renderer::<app::App>::with_root(place).render();
    Ok(())
}
