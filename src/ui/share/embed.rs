//! The lines that put the view on a page of one's own.

use yew::prelude::*;

use crate::browser;
use crate::export::shared_link;
use crate::text::Out;
use crate::ui::context::Shared;
use crate::ui::parts::copy_field;

/// The lines, to copy.
pub fn embed_panel(shared: &Shared) -> Html {
    let address = browser::address();
    let link = shared_link(&shared.data, &shared.state, address.as_deref());
    let title = shared.data.title.get(shared.lang());
    let title = title.replace('&', "&amp;").replace('"', "&quot;");
    let link = link.replace('&', "&amp;");
    let code =
        format!("<iframe src=\"{link}\" title=\"{title}\" width=\"100%\" height=\"800\"></iframe>");
    copy_field(shared, Out::EmbedCode, code)
}
