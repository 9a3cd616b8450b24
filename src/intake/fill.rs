//! What a reader need not write: ids, what follows from another cell, and entries that are named where they are used.

use hashbrown::HashSet;

use crate::dataset::Comparator;
use crate::text::columns::{BOUNDS, Both, choices};

use super::finding::{Finding, Place, What};
use super::frame::{Frame, Frames, From, names};
use super::merge::{key_of, rows_by_key};
use super::names::{Found, Names};
use super::value::{aliases, count, date, period, plain, plan};

/// The columns that name an entry of a table, in the order in which tables are filled.
pub(super) const REFERENCES: [(&str, &str, &str); 17] = [
    ("areas.csv", "parent", "areas.csv"),
    ("documents.csv", "area", "areas.csv"),
    ("indicators.csv", "theme", "themes.csv"),
    ("indicators.csv", "unit", "units.csv"),
    ("indicators.csv", "part_of", "indicators.csv"),
    ("tasks.csv", "document", "documents.csv"),
    ("observations.csv", "area", "areas.csv"),
    ("observations.csv", "document", "documents.csv"),
    ("observations.csv", "indicator", "indicators.csv"),
    ("observations.csv", "unit", "units.csv"),
    ("observations.csv", "task", "tasks.csv"),
    ("responsibilities.csv", "organisation", "organisations.csv"),
    ("responsibilities.csv", "document", "documents.csv"),
    ("projects.csv", "area", "areas.csv"),
    ("projects.csv", "document", "documents.csv"),
    ("glossary.csv", "document", "documents.csv"),
    ("exclusions.csv", "document", "documents.csv"),
];

/// The tables whose entries have an id of their own and a name, and the column of the name.
const NAMED: [(&str, &str); 6] = [
    ("areas.csv", "name_zh"),
    ("themes.csv", "name_zh"),
    ("units.csv", "name_zh"),
    ("documents.csv", "title_zh"),
    ("indicators.csv", "name_zh"),
    ("organisations.csv", "name_zh"),
];

/// Tables whose rows are told apart by what they refer to.
const REFERRING: [&str; 6] = [
    "tasks.csv",
    "relations.csv",
    "responsibilities.csv",
    "projects.csv",
    "glossary.csv",
    "exclusions.csv",
];

/// What the filling of a reader's tables needs.
pub(super) struct Filling<'a> {
    /// The reader's tables.
    pub own: &'a mut Frames,
    /// The published ones, for what is known already.
    pub base: &'a Frames,
    /// Where a row and column of a table stands.
    pub place: &'a dyn Fn(&str, From, &str) -> Place,
    /// The pinyin initials of a name.
    pub initials: &'a dyn Fn(&str) -> String,
    /// What is found meanwhile.
    pub found: &'a mut Vec<Finding>,
    /// The figures whose indicator is named by another name than its own.
    pub by_alias: HashSet<usize>,
    /// The documents that were added by their name.
    pub added: HashSet<String>,
}

impl Filling<'_> {
    /// Brings the cells of all tables into their form and fills in what follows from others.
    pub(super) fn run(&mut self) {
        self.write_plainly();
        for (table, name) in NAMED {
            self.identify(table, name);
        }
        self.identify_tasks();
        self.inherit(NAMED.map(|(table, _)| table));
        for (file, column, table) in REFERENCES {
            self.refer(file, column, table);
        }
        self.subjects();
        self.inherit(REFERRING);
        self.figures();
        self.others();
        self.english();
    }

    /// Codes, numbers and times in the form of the tables.
    fn write_plainly(&mut self) {
        let files: Vec<&'static str> = self.own.iter().map(|frame| frame.schema.file).collect();
        for file in files {
            let Some(frame) = self.own.get_mut(file) else {
                continue;
            };
            for column in frame.schema.columns.iter().copied() {
                let choices = choices(file, column);
                let form: &dyn Fn(&str) -> String = match column {
                    "comparator" => &|cell| bound(cell).unwrap_or_else(|| coded(&choices, cell)),
                    _ if !choices.is_empty() => &|cell| coded(&choices, cell),
                    "period" | "covers" => &period,
                    "delivered" | "published" => &date,
                    "plan" => &plan,
                    "line" | "theme_line" | "theme_no" | "numerals" | "order" | "factor" => &count,
                    "number" if file == "tasks.csv" => &count,
                    "aliases" => &aliases,
                    "id" | "code" | "sha256" | "pinyin" | "from" | "to" => &plain,
                    _ => continue,
                };
                for row in 0..frame.entries.len() {
                    let cell = frame.get(row, column);
                    if !cell.is_empty() {
                        let text = form(cell);
                        frame.set(row, column, text);
                    }
                }
            }
        }
    }

    /// The names of a table, the reader's and the published.
    pub(super) fn names(&self, table: &str) -> Names {
        Names::of(self.own.get(table), self.base.get(table))
    }

    /// Ids for the entries of a table that have a name alone: that of the entry of this name, or a new one.
    fn identify(&mut self, table: &'static str, column: &'static str) {
        let mut names = self.names(table);
        for row in 0..self.own.count(table) {
            let Some(frame) = self.own.get_mut(table) else {
                return;
            };
            let key = frame.schema.columns.first().copied().unwrap_or_default();
            let own = frame.get(row, column).to_owned();
            if !frame.get(row, key).is_empty() || own.is_empty() {
                continue;
            }
            let id = match names.find(&own) {
                Found::One(id) => id,
                Found::Several => {
                    let read = own.as_str().into();
                    self.tell((table, row, column), What::Ambiguous { read, table });
                    continue;
                }
                // Codes of areas are given by a standard, and never made.
                _ if key == "code" => continue,
                found => {
                    let id = names.fresh(&(self.initials)(&own), table);
                    if let Found::Alias(other) = found {
                        let name = self.name_of(table, &other);
                        let read = own.as_str().into();
                        self.tell((table, row, column), What::Apart { read, name });
                    }
                    id
                }
            };
            let Some(frame) = self.own.get_mut(table) else {
                return;
            };
            frame.set(row, key, id);
            names.add(frame, row);
        }
    }

    /// What a reader leaves out of an entry that was published is as it was published.
    fn inherit<const COUNT: usize>(&mut self, tables: [&str; COUNT]) {
        for table in tables {
            let (Some(base), Some(own)) = (self.base.get(table), self.own.get_mut(table)) else {
                continue;
            };
            let known = rows_by_key(base);
            for row in 0..own.entries.len() {
                if let Some(published) = known.get(&key_of(own, row)).copied() {
                    for column in base.schema.columns {
                        if !is_outdated(own, row, base, published, column) {
                            own.fill(row, column, base.get(published, column));
                        }
                    }
                }
            }
        }
    }

    fn identify_tasks(&mut self) {
        let names = self.names("documents.csv");
        let Some(frame) = self.own.get_mut("tasks.csv") else {
            return;
        };
        for row in 0..frame.entries.len() {
            let found = names.find(frame.get(row, "document"));
            if let Found::One(document) | Found::Alias(document) = found {
                let parts = [
                    &document,
                    frame.get(row, "theme_no"),
                    frame.get(row, "number"),
                ];
                let id = parts.join("-");
                frame.fill(row, "id", id);
            }
        }
    }

    /// Has a column name entries of a table by their ids.
    fn refer(&mut self, file: &str, column: &str, table: &'static str) {
        let mut names = self.names(table);
        for row in 0..self.own.count(file) {
            let cell = self.own.cell(file, row, column);
            if let Some(id) = self.meant((file, row, column), &cell, table, &mut names)
                && let Some(frame) = self.own.get_mut(file)
            {
                frame.set(row, column, id);
            }
        }
    }

    /// The id of what a cell names; none where nothing is named or known, which the loader tells.
    fn meant(
        &mut self,
        (file, row, column): (&str, usize, &str),
        cell: &str,
        table: &'static str,
        names: &mut Names,
    ) -> Option<String> {
        if cell.is_empty() {
            return None;
        }
        for text in [cell, &plain(cell)] {
            match names.find(text) {
                Found::One(id) => return Some(id),
                Found::Alias(id) => {
                    if (file, column) == ("observations.csv", "indicator") {
                        self.by_alias.insert(row);
                    }
                    let read = cell.into();
                    let name = self.name_of(table, &id);
                    self.tell((file, row, column), What::ReadAs { read, name });
                    return Some(id);
                }
                Found::Several => {
                    let what = What::Ambiguous {
                        read: cell.into(),
                        table,
                    };
                    self.tell((file, row, column), what);
                    return None;
                }
                Found::None => {}
            }
        }
        self.added((file, row, column), cell, table, names)
    }

    /// The name of an entry.
    pub(super) fn name_of(&self, table: &str, id: &str) -> Box<str> {
        let frames = [self.own.get(table), self.base.get(table)];
        let mut found = frames.into_iter().flatten().filter_map(|frame| {
            let key = frame.schema.columns.first()?;
            let row = (0..frame.entries.len()).find(|row| frame.get(*row, key) == id)?;
            let [name, _] = names(frame, row);
            Some(name)
        });
        found.next().unwrap_or_default()
    }

    pub(super) fn tell(&mut self, (file, row, column): (&str, usize, &str), what: What) {
        let origin = self.own.get(file).and_then(|frame| frame.entries.get(row));
        if let Some(from) = origin.and_then(|entry| entry.origin.own()) {
            let mut place = (self.place)(file, from, column);
            if what.is_of_fragment() {
                place.beside = self.own.cell(file, row, "as_printed").into();
            }
            self.found.push(Finding { place, what });
        }
    }

    /// What is answered for: the parts of `area/plan/indicator` by their ids.
    fn subjects(&mut self) {
        let file = "responsibilities.csv";
        let mut areas = self.names("areas.csv");
        let mut indicators = self.names("indicators.csv");
        for row in 0..self.own.count(file) {
            let subject = self.own.cell(file, row, "subject");
            let [area, of_plan, indicator] = subject.split('/').collect::<Vec<_>>()[..] else {
                continue;
            };
            let place = (file, row, "subject");
            let area_id = self.meant(place, area.trim(), "areas.csv", &mut areas);
            let indicator_id =
                self.meant(place, indicator.trim(), "indicators.csv", &mut indicators);
            let parts = [
                area_id.as_deref().unwrap_or(area),
                &plan(of_plan),
                indicator_id.as_deref().unwrap_or(indicator),
            ];
            let subject = parts.join("/");
            if let Some(frame) = self.own.get_mut(file) {
                frame.set(row, "subject", subject);
            }
        }
    }
}

/// Whether a cell of a published row says in English, or in letters of pinyin, what the reader's row says otherwise.
pub(super) fn is_outdated(
    own: &Frame,
    row: usize,
    base: &Frame,
    published: usize,
    column: &str,
) -> bool {
    let chinese = match column.strip_suffix("_en") {
        Some(stem) => [stem, "_zh"].concat(),
        None if column == "pinyin" => "name_zh".to_owned(),
        None => return false,
    };
    let now = own.get(row, &chinese);
    !now.is_empty() && now != base.get(published, &chinese)
}

/// The comparator that a word or sign means.
fn bound(cell: &str) -> Option<String> {
    let text = plain(cell);
    let is_meant = |(word, _): &&(&str, Comparator)| text.eq_ignore_ascii_case(word);
    let found = BOUNDS.iter().find(is_meant);
    found.map(|(_, comparator)| comparator.code().to_owned())
}

/// The code that a cell means: a code, its name in either language, or the word of a spreadsheet for it.
fn coded(choices: &[(&'static str, Both)], cell: &str) -> String {
    let text = plain(cell);
    let sign = match text.as_str() {
        "TRUE" => "yes",
        "FALSE" => "no",
        other => other,
    };
    let is_meant = |(code, name): &&(&'static str, Both)| {
        *code == sign || plain(name.zh) == text || plain(name.en).eq_ignore_ascii_case(&text)
    };
    choices
        .iter()
        .find(is_meant)
        .map_or(text.clone(), |(code, _)| (*code).to_owned())
}
