//! What is shared: the link to the view, how to cite it, and how to put it on a page of one's own.
//!
//! Start at [`SharePanel`]; each tab has a file.

mod cite;
mod embed;
mod link;
mod site;

use yew::prelude::*;

pub use self::cite::cite_button;
use super::context::{Shared, use_shared};
use crate::browser;
use crate::text::{Out, Own};

/// What the dialog offers, in the order of its tabs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tab {
    Link,
    Cite,
    Embed,
}

const TABS: [(Tab, &str, Out); 3] = [
    (Tab::Link, "share-link", Out::Link),
    (Tab::Cite, "share-cite", Out::Cite),
    (Tab::Embed, "share-embed", Out::Embed),
];

/// The tabs, and the panel of the one that is open.
#[component]
pub fn SharePanel() -> Html {
    let shared = use_shared();
    let open = use_state_eq(|| Tab::Link);
    let onkeydown = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            let step = match &*event.key() {
                "ArrowRight" => 1,
                "ArrowLeft" => TABS.len() - 1,
                _ => return,
            };
            let now = TABS.iter().position(|(tab, ..)| *tab == *open);
            let next = (now.unwrap_or_default() + step) % TABS.len();
            if let Some((tab, id, _)) = TABS.get(next) {
                open.set(*tab);
                // The tab is there whichever panel is.
                let _ = browser::focus(id);
            }
        })
    };
    let tab = |(tab, id, words): &(Tab, &'static str, Out)| {
        let (tab, setter) = (*tab, open.setter());
        let is_open = *open == tab;
        let onclick = Callback::from(move |_: MouseEvent| setter.set(tab));
        html! {
            <button
                type="button"
                role="tab"
                id={*id}
                aria-selected={is_open.to_string()}
                aria-controls="share-panel"
                tabindex={if is_open { "0" } else { "-1" }}
                {onclick}
            >
                { shared.msg(*words) }
            </button>
        }
    };
    let labelled = TABS.iter().find(|(tab, ..)| *tab == *open);
    html! {
        <>
            <div class="dialog-tabs" role="tablist" aria-label={shared.msg(Out::Share)} {onkeydown}>
                { TABS.iter().map(tab).collect::<Html>() }
            </div>
            <div
                class="dialog-panel"
                id="share-panel"
                role="tabpanel"
                aria-labelledby={labelled.map(|(_, id, _)| *id)}
            >
                { match *open {
                    Tab::Link => html! { <link::LinkPanel /> },
                    Tab::Cite => cite::cite_panel(&shared),
                    Tab::Embed => html! { <embed::EmbedPanel /> },
                } }
            </div>
        </>
    }
}

/// A link to data that a reader opened shows nothing to who has not opened the same.
fn needs_data(shared: &Shared) -> Html {
    html! {
        if shared.data.is_opened {
            <p class="dialog-note">{ shared.msg(Own::NeedsData) }</p>
        }
    }
}
