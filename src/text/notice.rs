//! What of a link could not be used, in words.

use crate::assess::METHOD;
use crate::dataset::Lang;
use crate::query::Facet;
use crate::view::Notice;

use super::{Msg, label};

/// One notice on a line.
#[must_use]
pub fn words(notice: &Notice, lang: Lang) -> String {
    match lang {
        Lang::Zh => zh(notice),
        Lang::En => en(notice),
    }
}

/// What a key stands for, in words where the page has them.
fn key(key: &str, lang: Lang) -> String {
    let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key);
    let msg = facet.map(label::facet).or(match key {
        "line" => Some(Msg::ColumnLine),
        "at" => Some(Msg::ColumnSource),
        "proof" => Some(Msg::Proofs),
        "part" => Some(Msg::Parts),
        "group" => Some(Msg::GroupBy),
        "form" => Some(Msg::Form),
        "pick" => Some(Msg::Tray),
        "appearance" => Some(Msg::Appearance),
        _ => None,
    });
    msg.map_or(key, |msg| msg.get(lang)).to_owned()
}

fn zh(notice: &Notice) -> String {
    match notice {
        Notice::UnknownPage(page) => format!("没有“{page}”这一视图，已打开挂图"),
        Notice::UnknownIndicator(id) => format!("没有“{id}”这一指标，已打开挂图"),
        Notice::UnknownKey(key) => format!("“{key}”不是本页的参数"),
        Notice::Doubled(key) => format!("“{key}”出现两次，只用第一个"),
        Notice::UnknownValue { key: name, value } => {
            format!("{}：没有“{value}”", key(name, Lang::Zh))
        }
        Notice::TooMany { key: name, most } => {
            format!("{}：最多{most}个，其余未显示", key(name, Lang::Zh))
        }
        Notice::Unreadable(part) => format!("“{part}”无法解码"),
        Notice::OtherMethod(version) => {
            format!("链接按评估方法第{version}版生成，本页采用第{METHOD}版，完成情况可能不同")
        }
        Notice::OtherEdition(edition) => format!("链接按{edition}版数据生成"),
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
                "{}: {most} at most; the rest is not shown",
                key(name, Lang::En)
            )
        }
        Notice::Unreadable(part) => format!("“{part}” could not be decoded"),
        Notice::OtherMethod(version) => {
            format!(
                "the link was made with method {version}; this page uses method {METHOD}, and statuses may differ"
            )
        }
        Notice::OtherEdition(edition) => {
            format!("the link was made with edition {edition} of the data")
        }
        Notice::Newer(version) => {
            format!("the link was made by a later version ({version}); parts may be unknown")
        }
    }
}
