//! What of a link could not be used, in words.

use crate::assess::METHOD;
use crate::dataset::Lang;
use crate::query::Facet;
use crate::view::Notice;

use super::{Msg, Out, Own, label};

/// One notice on a line. Empty for another edition, of which [`head`](super::changes::head) tells.
#[must_use]
pub fn words(notice: &Notice, lang: Lang) -> String {
    match lang {
        Lang::Zh => zh(notice),
        Lang::En => en(notice),
    }
}

/// What a key stands for, in words where the page has them.
#[must_use]
pub fn key(key: &str, lang: Lang) -> &str {
    let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key);
    if let Some(facet) = facet {
        return label::facet(facet).get(lang);
    }
    match key {
        "q" => Msg::SearchLabel.get(lang),
        "line" => Msg::ColumnLine.get(lang),
        "at" => Msg::ColumnSource.get(lang),
        "proof" => Msg::Proofs.get(lang),
        "part" => Msg::Parts.get(lang),
        "group" => Msg::GroupBy.get(lang),
        "form" => Msg::Form.get(lang),
        "pick" => Msg::Tray.get(lang),
        "sort" => Msg::Order.get(lang),
        "columns" => Msg::Columns.get(lang),
        "colour" => Msg::ColourBy.get(lang),
        "method" => Msg::ColumnMethod.get(lang),
        "edition" => Msg::ColumnEdition.get(lang),
        "data" => Own::Open.get(lang),
        "lang" => Out::EmbedLanguage.get(lang),
        "appearance" => Msg::Appearance.get(lang),
        "text" => Msg::LargeText.get(lang),
        "embed" => Out::Embed.get(lang),
        "hide" => Out::EmbedHide.get(lang),
        _ => key,
    }
}

fn zh(notice: &Notice) -> String {
    match notice {
        Notice::UnknownPage(page) => format!("未找到“{page}”视图，已转到挂图"),
        Notice::UnknownIndicator(id) => format!("未找到“{id}”指标，已转到挂图"),
        Notice::UnknownKey(key) => format!("“{key}”不是本页的参数"),
        Notice::Doubled(key) => format!("“{key}”出现两次，仅采用第一个"),
        Notice::UnknownValue { key: name, value } => {
            format!("{}：没有“{value}”", key(name, Lang::Zh))
        }
        Notice::TooMany { key: name, most } => {
            format!("{}：最多{most}项，其余已略去", key(name, Lang::Zh))
        }
        Notice::LongSearch(kept) => {
            format!("搜索词过长，仅采用前{kept}字，其余已略去")
        }
        Notice::Unreadable(part) => format!("“{part}”无法解码"),
        Notice::OtherMethod(version) => {
            format!("链接按评估方法第{version}版生成，本页采用第{METHOD}版，完成情况可能不同")
        }
        Notice::OtherData(own) => {
            format!(
                "链接所指是另一份自行打开的数据（{own}），本页没有，以下所示并非该数据。请打开其数据文件；他人发来的链接，请向其索取数据文件或另存的单一文件"
            )
        }
        Notice::OfPublished => "链接所指是公布的数据，以下所示是自行打开的数据".to_owned(),
        Notice::OtherEdition(_) => String::new(),
        Notice::Newer(version) => {
            format!("链接由较新的版本（{version}）生成，部分内容可能无法识别")
        }
    }
}

fn en(notice: &Notice) -> String {
    match notice {
        Notice::UnknownPage(page) => format!("there is no view “{page}”; the board is shown"),
        Notice::UnknownIndicator(id) => {
            format!("there is no indicator “{id}”; the board is shown")
        }
        Notice::UnknownKey(key) => format!("“{key}” is not a key of this page"),
        Notice::Doubled(key) => format!("“{key}” stands twice; the first was used"),
        Notice::UnknownValue { key: name, value } => {
            format!("{}: there is no “{value}”", key(name, Lang::En))
        }
        Notice::TooMany { key: name, most } => {
            format!(
                "{}: {most} at most; the rest is left out",
                key(name, Lang::En)
            )
        }
        Notice::LongSearch(kept) => {
            format!("the search is too long; its first {kept} characters were used")
        }
        Notice::Unreadable(part) => format!("“{part}” could not be decoded"),
        Notice::OtherMethod(version) => {
            format!(
                "the link was made with method {version}; this page uses method {METHOD}, and statuses may differ"
            )
        }
        Notice::OtherData(own) => format!(
            "the link is to other data that were opened ({own}); this page has not got them and shows others: open their files, or ask who sent the link for these or for the page saved as one file"
        ),
        Notice::OfPublished => {
            "the link is to the published data; those that you opened are shown".to_owned()
        }
        Notice::OtherEdition(_) => String::new(),
        Notice::Newer(version) => {
            format!("the link was made by a later version ({version}); parts may be unknown")
        }
    }
}
