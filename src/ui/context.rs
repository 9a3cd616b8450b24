//! What every component may ask for: the data, the language, a way to act.

use std::rc::Rc;

use yew::prelude::*;

use crate::assess::Assessed;
use crate::dataset::{Dataset, Lang, Row};
use crate::query::FacetIndex;
use crate::text::Message;
use crate::view::{Action, ViewState, link, reduce};

/// Whose data are shown, and the way to show others.
#[derive(Clone)]
pub struct Source {
    /// The published data.
    pub published: Rc<Dataset>,
    /// A reader's own data that were opened, while the published ones are shown again.
    pub aside: Option<Rc<Dataset>>,
    /// Shows others.
    pub show: Callback<Show>,
}

/// Which data are to be shown.
pub enum Show {
    /// A reader's own.
    Own(Rc<Dataset>),
    /// The published ones again; a reader's own are kept beside them.
    Published,
    /// The published ones, and no others are kept.
    Alone,
}

/// The shared context. Equal while data, those put aside, state and language are the same values.
#[derive(Clone)]
pub struct Shared {
    /// The data set.
    pub data: Rc<Dataset>,
    /// The columns that figures are filtered by.
    pub index: Rc<FacetIndex>,
    /// The state.
    pub state: Rc<ViewState>,
    /// Sends an action.
    pub act: Callback<Action>,
    /// Whose data these are.
    pub source: Source,
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.data, &other.data)
            && Rc::ptr_eq(&self.state, &other.state)
            && self.source.aside.is_some() == other.source.aside.is_some()
            && self.act == other.act
    }
}

impl Shared {
    /// A reader's own data, which are shown or kept beside the published ones.
    pub fn opened(&self) -> Option<&Rc<Dataset>> {
        let shown = Some(&self.data).filter(|data| data.is_opened);
        shown.or(self.source.aside.as_ref())
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.state.lang
    }

    /// A message in the language.
    pub fn msg(&self, msg: impl Message) -> &'static str {
        msg.words(self.lang())
    }

    /// What was decided on a target, and why; none for another row.
    pub fn assessed(&self, target: Row) -> Option<Assessed> {
        self.index.ledger().get(&self.data, target)
    }

    /// The link to the state after an action.
    pub fn link(&self, action: Action) -> String {
        link::write(&reduce(&self.state, action), &self.data)
    }
}

/// The shared context of the component.
#[hook]
pub fn use_shared() -> Shared {
    // `App` provides it around every component; without it there is nothing to show.
    #[expect(
        clippy::expect_used,
        reason = "a component outside `App` is a fault of the program"
    )]
    use_context::<Shared>().expect("`App` provides the context")
}
