//! How fixed messages are written down: both languages side by side.

use crate::dataset::Lang;

/// A fixed message.
pub trait Message {
    /// Its words in a language.
    fn words(self, lang: Lang) -> &'static str;
}

/// Defines the messages with both languages side by side.
macro_rules! messages {
    ($(#[$doc:meta])* $name:ident { $($msg:ident: $zh:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each message says what it is")]
        pub enum $name {
            $($msg,)+
        }

        impl $name {
            /// Every message.
            pub const ALL: &'static [Self] = &[$(Self::$msg),+];

            /// The message in a language.
            #[must_use]
            pub const fn get(self, lang: $crate::dataset::Lang) -> &'static str {
                match (self, lang) {
                    $(
                        (Self::$msg, $crate::dataset::Lang::Zh) => $zh,
                        (Self::$msg, $crate::dataset::Lang::En) => $en,
                    )+
                }
            }
        }

        impl $crate::text::message::Message for $name {
            fn words(self, lang: $crate::dataset::Lang) -> &'static str {
                self.get(lang)
            }
        }
    };
}

pub(super) use messages;

#[cfg(test)]
mod tests {
    use super::super::{Front, Msg, Out, Own};
    use super::*;

    #[test]
    fn chinese_messages_hold_no_stray_english_and_english_ones_no_chinese() {
        let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        let swapped = [Msg::OtherLanguage, Msg::OtherLanguageLabel];
        let views = Msg::ALL.iter().filter(|msg| !swapped.contains(msg));
        let views = views.map(|msg| (msg.get(Lang::Zh), msg.get(Lang::En)));
        let out = Out::ALL.iter();
        let out = out.map(|msg| (msg.get(Lang::Zh), msg.get(Lang::En)));
        let front = Front::ALL.iter();
        let front = front.map(|msg| (msg.get(Lang::Zh), msg.get(Lang::En)));
        let own = Own::ALL.iter();
        let own = own.map(|msg| (msg.get(Lang::Zh), msg.get(Lang::En)));
        for (zh, en) in views.chain(out).chain(front).chain(own) {
            assert!(!en.chars().any(is_chinese), "{en}");
            assert!(zh.chars().any(is_chinese), "{zh}");
        }
    }
}
