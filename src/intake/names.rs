//! Entries of a table by their ids and by their names.

use hashbrown::{HashMap, HashSet};

use super::frame::Frame;

/// What a text may mean in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// The entry with this id.
    One(String),
    /// Several entries have the name.
    Several,
    /// None has it.
    None,
}

/// The ids of a table, and what each name stands for.
#[derive(Default)]
pub(super) struct Names {
    ids: HashSet<String>,
    /// The id that has a name; none where several have it.
    names: HashMap<String, Option<String>>,
}

/// The columns that name an entry. Several names in one stand with `|` between them.
const NAMING: [&str; 5] = ["name_zh", "name_en", "title_zh", "title_en", "aliases"];

impl Names {
    /// Takes the rows of a table in.
    pub(super) fn extend(&mut self, frame: &Frame) {
        for row in 0..frame.entries.len() {
            self.add(frame, row);
        }
    }

    /// Takes one row of a table in.
    pub(super) fn add(&mut self, frame: &Frame, row: usize) {
        let id = frame
            .schema
            .columns
            .first()
            .map_or("", |key| frame.get(row, key));
        if id.is_empty() {
            return;
        }
        self.ids.insert(id.to_owned());
        for column in NAMING {
            for name in frame
                .get(row, column)
                .split('|')
                .filter(|name| !name.is_empty())
            {
                let of_name = self.names.entry(name.to_owned());
                let known = of_name.or_insert_with(|| Some(id.to_owned()));
                if known.as_deref() != Some(id) {
                    *known = None;
                }
            }
        }
    }

    /// What a text means: an id, or a name.
    pub(super) fn find(&self, text: &str) -> Found {
        if self.ids.contains(text) {
            return Found::One(text.to_owned());
        }
        match self.names.get(text) {
            Some(Some(id)) => Found::One(id.clone()),
            Some(None) => Found::Several,
            None => Found::None,
        }
    }

    /// An id that none has yet, made of the letters and digits of a text.
    pub(super) fn fresh(&self, text: &str) -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        let mut stem: String = letters.take(24).collect();
        stem.make_ascii_lowercase();
        if stem.is_empty() {
            stem.push('x');
        }
        let others = (2_u32..).map(|number| format!("{stem}-{number}"));
        let mut ids = std::iter::once(stem.clone()).chain(others);
        ids.find(|id| !self.ids.contains(id)).unwrap_or(stem)
    }
}
