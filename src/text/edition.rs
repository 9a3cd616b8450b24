//! The edition of the data, as it stands with whatever leaves the page.

use crate::dataset::{Dataset, Lang};

use super::number;

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

/// How many figures are a reader's beside published ones, and how many of these pass the filters.
#[must_use]
pub fn own_rows(count: usize, passing: usize, lang: Lang) -> String {
    let [all, shown] = [count, passing].map(|count| number::count(count, lang));
    match (lang, passing == count) {
        (Lang::Zh, true) => format!("其中新增、修改的{all}条"),
        (Lang::Zh, false) => format!("其中新增、修改的{all}条，筛选后显示{shown}条"),
        (Lang::En, true) => format!("{all} new or changed"),
        (Lang::En, false) => {
            format!("{all} new or changed, {shown} within the filters")
        }
    }
}
