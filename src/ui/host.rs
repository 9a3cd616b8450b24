//! The view in the frame of another site: what the host is told, and what it asks for.

use std::rc::Rc;

use yew::prelude::*;

use super::context::Shared;
use crate::browser;
use crate::dataset::Dataset;
use crate::text::{Msg, Out, edition, filter};
use crate::view::{PagePart, ViewState, is_link, link};

/// Follows the views that the host asks for, and tells it those that the reader comes to.
#[hook]
pub fn use_host(data: &Rc<Dataset>, state: &Rc<ViewState>) {
    // The link that the host knows.
    let known = use_mut_ref(String::new);
    {
        let (data, known) = (Rc::clone(data), Rc::clone(&known));
        use_effect_with(state.embed.is_some(), move |is_embedded| {
            let host = is_embedded.then(|| {
                browser::watch_host(move |asked| {
                    if is_link(&asked) {
                        let (asked_for, _) = link::read(&asked, &data);
                        known.replace(link::write(&asked_for.alone(), &data));
                        // Where the address refuses, the view stays as it is.
                        let _ = browser::visit(&asked);
                    }
                })
            });
            move || drop(host)
        });
    }
    let link = link::write(&state.alone(), data);
    use_effect_with(link, move |link| {
        let before = known.replace(link.clone());
        if !before.is_empty() && before != *link {
            // A host that takes no message is behind; the view itself is right.
            let _ = browser::tell_link(link);
        }
    });
}

/// One quiet line: whose figures these are, their edition, what of them is left out where nothing else says
/// so, and the way to the same view on a page of its own.
pub fn embed_foot(shared: &Shared) -> Html {
    let (data, state, lang) = (&shared.data, &shared.state, shared.lang());
    let href = link::write(&state.alone(), data);
    let hidden = state.embed.unwrap_or_default();
    let is_filtered = state.page.takes_filters() && state.filters.active() > 0;
    let is_untold = is_filtered && hidden.has(PagePart::Chips);
    html! {
        <footer class="footer">
            { format!("{} · {} {} · ", data.title.get(lang), shared.msg(Msg::Edition), edition::words(data, lang)) }
            if is_untold {
                { filter::words(data, &state.filters, lang) }{ " · " }
            }
            <a class="embed-open" {href} target="_blank" rel="noopener">{ shared.msg(Out::OpenAlone) }</a>
        </footer>
    }
}
