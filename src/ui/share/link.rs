//! The link to the view: as text, as a code for telephones, and in a few words for a message.

use yew::prelude::*;

use crate::browser;
use crate::export::{QrCode, shared_link};
use crate::text::Out;
use crate::ui::context::use_shared;
use crate::ui::parts::copy_field;

/// The link and its code.
#[component]
pub fn LinkPanel() -> Html {
    let shared = use_shared();
    let address = browser::address();
    let link = shared_link(&shared.data, &shared.state, address.as_deref());
    let code = address.is_some().then(|| QrCode::of(&link)).flatten();
    html! {
        <>
            { copy_field(&shared, Out::LinkOfView, link) }
            if let Some(code) = code {
                { picture(&code, shared.msg(Out::CodeOfLink)) }
            }
        </>
    }
}

/// The code as a drawing, dark on white in every appearance, as readers of codes want it.
fn picture(code: &QrCode, name: &'static str) -> Html {
    html! {
        <figure class="share-code">
            <svg role="img" aria-label={name} viewBox={code.view_box()} shape-rendering="crispEdges">
                <path d={code.path.clone()} />
            </svg>
            <figcaption>{ name }</figcaption>
        </figure>
    }
}
