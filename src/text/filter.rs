//! The filters in words: what a print or a file says that it leaves out.

use crate::dataset::{Dataset, Lang};
use crate::query::{Facet, Filters};

use super::{Msg, label};

/// `已筛选（地区：武昌区；时期：2020年、2021年）`, or that nothing is filtered.
#[must_use]
pub fn words(data: &Dataset, filters: &Filters, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    for facet in Facet::ALL {
        let chosen = filters.get(facet).iter();
        let names: Vec<String> = chosen
            .map(|code| label::choice(facet, data, *code, lang))
            .collect();
        if !names.is_empty() {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            parts.push(part(
                label::facet(facet),
                &label::listed(&names, lang),
                lang,
            ));
        }
    }
    if !filters.search.is_empty() {
        parts.push(part(
            Msg::SearchLabel,
            &format!("“{}”", filters.search),
            lang,
        ));
    }
    let filtered = Msg::Filtered.get(lang);
    match (parts.is_empty(), lang) {
        (true, _) => Msg::NotFiltered.get(lang).to_owned(),
        (_, Lang::Zh) => format!("{filtered}（{}）", parts.join("；")),
        (_, Lang::En) => format!("{filtered} ({})", parts.join("; ")),
    }
}

fn part(head: Msg, text: &str, lang: Lang) -> String {
    label::headed(&head.get(lang).to_ascii_lowercase(), text, lang)
}
