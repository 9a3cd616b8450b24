//! The link to the view: as text, as a code for telephones, and in a few words for a message.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::needs_data;
use super::site::{SITE, site};
use crate::browser;
use crate::export::{QrCode, Scope, brief, shared_link, site_address};
use crate::text::Out;
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::copy_field;

/// The longest link that every mail program and messenger keeps whole, in characters.
const LONGEST: usize = 2000;

/// The link, its code and a few words. From a file, the field for the site's address.
#[component]
pub fn LinkPanel() -> Html {
    let shared = use_shared();
    let typed = use_state_eq(|| browser::remembered(SITE).unwrap_or_default());
    let own = browser::address();
    let address = site(&typed);
    let link = shared_link(&shared.data, &shared.state, address.as_deref());
    let figures = *use_memo((), |()| {
        Scope::of(&shared.data, &shared.index, &shared.state).count()
    });
    let words = brief(&shared.data, &shared.state, figures, &link);
    let code = address.is_some().then(|| QrCode::of(&link)).flatten();
    let is_long = link.chars().count() > LONGEST;
    html! {
        <>
            <div class="share-link">
                { copy_field(&shared, Out::LinkOfView, link) }
                if let Some(code) = code {
                    { picture(&code, shared.msg(Out::CodeOfLink)) }
                }
            </div>
            { needs_data(&shared) }
            if is_long {
                <p class="dialog-note">{ shared.msg(Out::LongLink) }</p>
            }
            { copy_field(&shared, Out::LinkInWords, words) }
            if own.is_none() {
                { site_field(&shared, typed) }
            }
        </>
    }
}

/// Why a link from a file opens nothing for others, and where to put the address of a site that has the page.
fn site_field(shared: &Shared, typed: UseStateHandle<String>) -> Html {
    let is_wrong = !typed.trim().is_empty() && site_address(&typed).is_none();
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                // One that is not kept is typed again next time.
                let _ = browser::remember(SITE, &field.value());
                typed.set(field.value());
            }
        })
    };
    html! {
        <div class="site-field">
            <p class="dialog-note">{ shared.msg(Out::LinkFromFile) }</p>
            <label>
                <span>{ shared.msg(Out::SiteAddress) }</span>
                <input
                    type="url"
                    inputmode="url"
                    autocomplete="url"
                    spellcheck="false"
                    placeholder="https://"
                    value={(*typed).clone()}
                    aria-invalid={is_wrong.to_string()}
                    aria-describedby="site-wrong"
                    {oninput}
                />
            </label>
            <p id="site-wrong" class="site-wrong" role="status">
                if is_wrong { { shared.msg(Out::SiteWrong) } }
            </p>
        </div>
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
