//! How the view is cited, and how one figure is.

use yew::prelude::*;

use super::site::known_site;
use crate::browser;
use crate::dataset::Row;
use crate::export::{Citation, Visit, cite_figure, cite_view};
use crate::text::Out;
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::{DialogButton, copy_field};

/// The citation of the view, in both forms.
pub fn cite_panel(shared: &Shared) -> Html {
    let address = known_site();
    let date = browser::today();
    let visit = Visit {
        date: &date,
        address: address.as_deref(),
    };
    both(shared, cite_view(&shared.data, &shared.state, visit))
}

/// The button by a figure that opens its citation.
pub fn cite_button(shared: &Shared, row: Row) -> Html {
    html! {
        <DialogButton id={format!("cite-{row}")} class="quiet cite-button" words={shared.msg(Out::Cite)}>
            <FigureCitation {row} />
        </DialogButton>
    }
}

/// Properties of [`FigureCitation`].
#[derive(Properties, PartialEq)]
struct FigureProps {
    /// The figure.
    row: Row,
}

#[component]
fn FigureCitation(props: &FigureProps) -> Html {
    let shared = use_shared();
    let Some(figure) = shared.data.observation(props.row) else {
        return html! {};
    };
    let address = known_site();
    let date = browser::today();
    let visit = Visit {
        date: &date,
        address: address.as_deref(),
    };
    let citation = cite_figure(&shared.data, &shared.state, &figure, visit);
    html! { <div class="dialog-panel">{ both(&shared, citation) }</div> }
}

fn both(shared: &Shared, citation: Citation) -> Html {
    html! {
        <>
            { copy_field(shared, Out::CiteStandard, citation.standard) }
            { copy_field(shared, Out::CitePlain, citation.plain) }
        </>
    }
}
