//! Entries of a table by their ids and by their names.

use hashbrown::{HashMap, HashSet};

use super::frame::Frame;

/// What a text may mean in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// The entry with this id.
    One(String),
    /// The entry with this id, which is also called so.
    Alias(String),
    /// Several entries have the name.
    Several,
    /// None has it.
    None,
}

/// The ids that have a name; none where several have it.
type Named = HashMap<String, Option<String>>;

/// The entries of one set.
#[derive(Default)]
struct Entries {
    names: Named,
    aliases: Named,
}

/// The ids of a table, and what each name stands for: a name means the reader's own entry before a published one.
#[derive(Default)]
pub(super) struct Names {
    ids: HashSet<String>,
    own: Entries,
    published: Entries,
    /// How many ids were made of each stem.
    made: HashMap<String, u32>,
}

/// The columns that name an entry.
const NAMING: [&str; 4] = ["name_zh", "name_en", "title_zh", "title_en"];

impl Names {
    /// The entries of the reader's table and of the published one.
    pub(super) fn of(own: Option<&Frame>, published: Option<&Frame>) -> Self {
        let mut names = Self::default();
        if let Some(frame) = published {
            for row in 0..frame.entries.len() {
                add(&mut names.published, &mut names.ids, frame, row);
            }
        }
        if let Some(frame) = own {
            for row in 0..frame.entries.len() {
                names.add(frame, row);
            }
        }
        names
    }

    /// Takes a row of the reader's table in.
    pub(super) fn add(&mut self, frame: &Frame, row: usize) {
        add(&mut self.own, &mut self.ids, frame, row);
    }

    /// What a text means: an id, a name, or another name.
    pub(super) fn find(&self, text: &str) -> Found {
        if self.ids.contains(text) {
            return Found::One(text.to_owned());
        }
        let named = |named: &Named| named.get(text).cloned();
        for entries in [&self.own, &self.published] {
            match named(&entries.names) {
                Some(Some(id)) => return Found::One(id),
                Some(None) => return Found::Several,
                None => {}
            }
        }
        match named(&self.own.aliases).or_else(|| named(&self.published.aliases)) {
            Some(Some(id)) => Found::Alias(id),
            Some(None) => Found::Several,
            None => Found::None,
        }
    }

    /// An id that none has yet, made of the letters and digits of a text, or of the table's name where it has none.
    pub(super) fn fresh(&mut self, text: &str, table: &str) -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        let mut stem: String = letters.take(24).collect();
        stem.make_ascii_lowercase();
        if stem.is_empty() {
            let stem = table.trim_end_matches(".csv");
            return self.numbered(&[stem, "-"].concat(), 1);
        }
        if self.ids.insert(stem.clone()) {
            return stem;
        }
        self.numbered(&[&stem, "-"].concat(), 2)
    }

    /// The first id of a stem with a number behind it, from a first one on, that none has.
    pub(super) fn numbered(&mut self, stem: &str, first: u32) -> String {
        let next = self.made.entry(stem.to_owned()).or_insert(first);
        loop {
            let id = format!("{stem}{next}");
            *next += 1;
            if self.ids.insert(id.clone()) {
                return id;
            }
        }
    }
}

fn add(entries: &mut Entries, ids: &mut HashSet<String>, frame: &Frame, row: usize) {
    let id = frame.schema.columns.first();
    let id = id.map_or("", |key| frame.get(row, key));
    if id.is_empty() {
        return;
    }
    ids.insert(id.to_owned());
    let note = |named: &mut Named, name: &str| {
        if name.is_empty() {
            return;
        }
        let known = named.entry(name.to_owned());
        let known = known.or_insert_with(|| Some(id.to_owned()));
        if known.as_deref() != Some(id) {
            *known = None;
        }
    };
    for column in NAMING {
        note(&mut entries.names, frame.get(row, column));
    }
    for alias in frame.get(row, "aliases").split('|') {
        note(&mut entries.aliases, alias);
    }
}
