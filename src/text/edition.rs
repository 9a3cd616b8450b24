//! The edition of the data, as it stands with whatever leaves the page.

use crate::dataset::{Dataset, Lang};

/// The edition, and whether it is none that was published.
#[must_use]
pub fn words(data: &Dataset, lang: Lang) -> String {
    [&data.edition, unpublished(data, lang)].concat()
}

/// That a reader opened the data; nothing of published ones.
#[must_use]
pub fn unpublished(data: &Dataset, lang: Lang) -> &'static str {
    match (data.is_opened, lang) {
        (false, _) => "",
        (true, Lang::Zh) => "（自行打开的数据，非公布数据）",
        (true, Lang::En) => " (opened by a reader, not published)",
    }
}
