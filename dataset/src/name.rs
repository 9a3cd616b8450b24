//! The two languages of the data, and names that exist in both.

use std::rc::Rc;

/// A language in which every name of the data exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Chinese, simplified: the language of the sources.
    #[default]
    Zh,
    /// English.
    En,
}

/// A name in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// In Chinese.
    pub zh: Rc<str>,
    /// In English.
    pub en: Rc<str>,
}

impl Name {
    /// Makes a name of its two forms.
    #[must_use]
    pub fn new(zh: &str, en: &str) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// The name in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}
