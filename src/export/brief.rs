//! A view in a few lines, for a message: what it shows, how it is filtered, and its link.

use crate::dataset::{Dataset, Lang};
use crate::text::{Msg, filter, label, view};
use crate::view::ViewState;

/// Title, filters, number of figures, edition and link, a line each but the last two facts.
#[must_use]
pub fn brief(data: &Dataset, state: &ViewState, figures: u32, link: &str) -> String {
    let lang = state.lang;
    let (title, name) = (data.title.get(lang), view::name(data, state));
    let mut lines = vec![if name == title {
        title.to_owned()
    } else {
        format!("{title} · {name}")
    }];
    if state.page.takes_filters() && state.filters.active() > 0 {
        lines.push(filter::words(data, &state.filters, lang));
    }
    let edition = Msg::Edition.get(lang);
    let between = if lang == Lang::Zh { "，" } else { ", " };
    lines.push(
        [
            &label::figures(figures, lang),
            between,
            edition,
            " ",
            &data.edition,
        ]
        .concat(),
    );
    lines.push(link.to_owned());
    lines.join("\n")
}
