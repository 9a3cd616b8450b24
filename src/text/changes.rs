//! What became of the figures since the edition of a link, in words.

use crate::dataset::{Change, Dataset, Lang, Observation, decimal};
use crate::query::changes::{Changes, Since};

use super::{figure, number};

/// With which edition the link was made, which this page has, and whether what is shown differs.
#[must_use]
pub fn head(data: &Dataset, edition: &str, since: &Since<'_>, lang: Lang) -> String {
    let own = &data.edition;
    match (since, lang) {
        (Since::Newer, Lang::Zh) => {
            format!("本链接按较新的{edition}版数据生成，本页为{own}版，所示数据可能不是最新。")
        }
        (Since::Newer, Lang::En) => format!(
            "The link was made with edition {edition} of the data, which is later than this page’s {own}: what is shown may be out of date."
        ),
        (Since::Unknown, Lang::Zh) => format!(
            "本链接按{edition}版数据生成，本页为{own}版；变动记录未追溯到该版，所示数据可能与当时不同。"
        ),
        (Since::Unknown, Lang::En) => format!(
            "The link was made with edition {edition} of the data; this page has {own}. The record of changes does not reach back so far: what is shown may differ."
        ),
        (Since::Known(changes), _) => known(own, edition, changes, lang),
    }
}

fn known(own: &str, edition: &str, changes: &Changes<'_>, lang: Lang) -> String {
    let is_same = changes.added.is_empty() && changes.revised.is_empty();
    match (is_same, lang) {
        (true, Lang::Zh) => {
            format!("本链接按{edition}版数据生成，本页为{own}版：所示数据无新增、无修订。")
        }
        (true, Lang::En) => format!(
            "The link was made with edition {edition} of the data; this page has {own}. None of the figures shown is new or revised."
        ),
        (false, Lang::Zh) => {
            format!("本链接按{edition}版数据生成，本页为{own}版：所示数据有变动。")
        }
        (false, Lang::En) => format!(
            "The link was made with edition {edition} of the data; this page has {own}. Of the figures shown:"
        ),
    }
}

/// How many are new.
#[must_use]
pub fn added(count: usize, lang: Lang) -> String {
    let count = number::count(count, lang);
    match lang {
        Lang::Zh => format!("新增{count}项"),
        Lang::En => format!("{count} new"),
    }
}

/// How many are revised.
#[must_use]
pub fn revised(count: usize, lang: Lang) -> String {
    let count = number::count(count, lang);
    match lang {
        Lang::Zh => format!("修订{count}项"),
        Lang::En => format!("{count} revised"),
    }
}

/// How many of all figures are gone.
#[must_use]
pub fn removed(count: usize, lang: Lang) -> String {
    let count = number::count(count, lang);
    match lang {
        Lang::Zh => format!("全部数据中另有{count}项已移除"),
        Lang::En => format!("of all figures, {count} withdrawn"),
    }
}

/// What a revised figure's number was and is; nothing where something else of it was revised, by which the two
/// are no longer of a kind.
#[must_use]
pub fn before(data: &Dataset, figure: &Observation<'_>, change: &Change, lang: Lang) -> String {
    const OTHERS: [&str; 5] = ["indicator", "unit", "comparator", "value_high", "statement"];
    let is_other = |one: &Change| *one.observation == *figure.id && OTHERS.contains(&&*one.field);
    let value = (&*change.field == "value").then(|| decimal(&change.before));
    let (Some(value), Some(_)) = (value.flatten(), figure.value) else {
        return String::new();
    };
    if data.changes.iter().any(is_other) {
        return String::new();
    }
    let mut was = *figure;
    was.value = Some(value);
    let [was, is] = [&was, figure].map(|figure| figure::line(figure, lang));
    match lang {
        Lang::Zh => format!("（原为{was}，现为{is}）"),
        Lang::En => format!(" (was {was}, now {is})"),
    }
}
