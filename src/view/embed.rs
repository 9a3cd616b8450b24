//! What of the page an embed shows: the view in a frame of another site, without head and rail.

/// A part of the page that an embed can go without too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PagePart {
    /// The button that opens the filters.
    Filters,
    /// The search field.
    Search,
    /// How many figures pass, and a chip for each choice.
    Chips,
    /// The strip of statuses over the board.
    Strip,
    /// The switches between forms of a view.
    Switch,
    /// What saves, copies, prints and compares, and what sets up the table.
    Tools,
    /// Hints and notes around the figures.
    Notes,
}

impl PagePart {
    /// Every part, in the order of links.
    pub const ALL: [Self; 7] = [
        Self::Filters,
        Self::Search,
        Self::Chips,
        Self::Strip,
        Self::Switch,
        Self::Tools,
        Self::Notes,
    ];

    /// The part's name in links, and in the style sheets.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Filters => "filters",
            Self::Search => "search",
            Self::Chips => "chips",
            Self::Strip => "strip",
            Self::Switch => "switch",
            Self::Tools => "tools",
            Self::Notes => "notes",
        }
    }

    /// The part with this name.
    #[must_use]
    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Some parts of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PageParts(u8);

impl PageParts {
    /// These parts.
    #[must_use]
    pub const fn of(parts: &[PagePart]) -> Self {
        let mut all = Self(0);
        let mut left = parts;
        // No iterator runs in a constant.
        while let [part, rest @ ..] = left {
            all.0 |= part.bit();
            left = rest;
        }
        all
    }

    /// Whether a part is among them.
    #[must_use]
    pub const fn has(self, part: PagePart) -> bool {
        self.0 & part.bit() != 0
    }

    /// The same with one part more or less.
    #[must_use]
    pub const fn toggled(self, part: PagePart) -> Self {
        Self(self.0 ^ part.bit())
    }

    /// Their names, in order, with a sign between them.
    #[must_use]
    pub fn keys(self, between: &str) -> String {
        let mut keys = String::new();
        for part in PagePart::ALL {
            if self.has(part) {
                if !keys.is_empty() {
                    keys.push_str(between);
                }
                keys.push_str(part.key());
            }
        }
        keys
    }
}

/// The longest link that a host may ask for, in bytes: no view needs half of it.
const LONGEST: usize = 4000;

/// Whether what a host sent has the form of a link. What it says is for the reader of links to find out.
#[must_use]
pub fn is_link(text: &str) -> bool {
    text.starts_with("#/") && text.len() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_in_their_order_and_are_found_by_their_names() {
        let parts = PageParts::of(&[PagePart::Notes, PagePart::Filters]);
        assert_eq!(parts.keys("~"), "filters~notes");
        assert_eq!(parts.toggled(PagePart::Notes).keys("~"), "filters");
        for part in PagePart::ALL {
            assert_eq!(PagePart::find(part.key()), Some(part));
            assert_eq!(parts.toggled(part).toggled(part), parts);
        }
        assert_eq!(PagePart::find("header"), None);
    }

    #[test]
    fn what_has_not_the_form_of_a_link_is_none() {
        assert!(is_link("#/board?area=420106"));
        for text in [
            "",
            "#",
            "board",
            "javascript:alert(1)",
            "//host/#/board",
            "/#/board",
        ] {
            assert!(!is_link(text), "{text}");
        }
        assert!(!is_link(&format!("#/{}", "a".repeat(LONGEST))));
    }
}
