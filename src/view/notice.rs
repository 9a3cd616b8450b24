//! What of a link could not be used.

/// A part of a link that was left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// No such view; the board is shown.
    UnknownPage(String),
    /// No such indicator; the board is shown.
    UnknownIndicator(String),
    /// No such key.
    UnknownKey(String),
    /// The key stands twice; the first was used.
    Doubled(String),
    /// The value is not one of the key's.
    UnknownValue {
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// More than the key takes; the first ones were used.
    TooMany {
        /// The key.
        key: String,
        /// How many it takes.
        most: usize,
    },
    /// A longer search than there may be; so many characters of it were used.
    LongSearch(usize),
    /// The escapes do not give text.
    Unreadable(String),
    /// Made where another version of the method decides on statuses.
    OtherMethod(String),
    /// Made from a reader's own data, which are not those that are shown.
    OtherData(String),
    /// Made from the published data, while a reader's own are shown.
    OfPublished,
    /// Made from another edition of the data.
    OtherEdition(String),
    /// Made by a later version of the grammar.
    Newer(String),
}
