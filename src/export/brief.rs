//! A view in a few lines, for a message: what it shows, how it is filtered, and its link.

use crate::dataset::{Dataset, Lang};
use crate::text::{Msg, edition, filter, label, view};
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
            &edition::words(data, lang),
        ]
        .concat(),
    );
    lines.push(link.to_owned());
    lines.join("\n")
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::brief;
    use crate::dataset::{Tables, load};
    use crate::view::link;

    #[test]
    fn a_view_in_a_few_lines_has_title_filters_figures_edition_and_link() {
        let data = load(&Tables::built_in()).expect("no fault");
        let (state, _) = link::read("#/table?area=420106&lang=en", &data);
        let text = brief(&data, &state, 383, "https://example.org/#/table");
        let lines: Vec<&str> = text.lines().collect();
        let title = data.title.get(state.lang);
        assert_eq!(lines.first(), Some(&&*format!("{title} · Table")));
        assert_eq!(lines.get(1), Some(&"Filtered (area: Wuchang District)"));
        assert!(
            lines
                .get(2)
                .is_some_and(|line| line.contains("383") && line.ends_with("2026.11.0"))
        );
        assert_eq!(lines.get(3), Some(&"https://example.org/#/table"));
        let (state, _) = link::read("#/board", &data);
        assert_eq!(brief(&data, &state, 557, "x").lines().count(), 3);
    }
}
