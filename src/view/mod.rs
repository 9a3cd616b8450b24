//! What is on the screen, as a value, and the same value as a link.
//!
//! Start at [`ViewState`]. It is made by [`link::read`] from a link and by [`reduce`] from an
//! [`Action`], and is always valid for its data set: codes exist, picks are at most [`PICKS`],
//! the search is short. What holds without a data set is seen to in one place, `normalize`. [`link::write`] gives the link; equal states give equal links.
//!
//! [`Window`] is which rows of a long list are in sight, [`PageParts`] what an embed does without.
//!
//! This folder knows `dataset` and `query`, and nothing of screens.

mod action;
mod embed;
pub mod link;
mod notice;
mod state;
mod window;

pub use action::{Action, reduce};
pub use embed::{PagePart, PageParts, is_link};
pub use notice::Notice;
pub use state::{
    Appearance, Colouring, Form, Grouping, PICKS, Page, Part, Place, Printed, SEARCH, TextSize,
    ViewState,
};
pub use window::Window;
