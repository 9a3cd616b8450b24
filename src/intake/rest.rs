//! What follows in the rows of the other tables.

use hashbrown::HashMap;

use crate::dataset::Period;

use super::fill::Filling;
use super::finding::What;
use super::frame::Frame;
use super::merge::{key_of, rows_by_key};

impl Filling<'_> {
    /// What follows in the rows of other tables.
    pub(super) fn others(&mut self) {
        let spans = self.spans();
        let initials = self.initials;
        for file in ["indicators.csv", "organisations.csv"] {
            self.each(file, |frame, row| {
                let made = initials(frame.get(row, "name_zh"));
                frame.fill(row, "pinyin", made);
            });
        }
        self.each("indicators.csv", |frame, row| {
            frame.fill(row, "headline", "no");
        });
        self.each("organisations.csv", |frame, row| {
            frame.fill(row, "kind", "unit");
        });
        self.each("documents.csv", |frame, row| {
            let id = frame.get(row, "id").to_owned();
            if let Some((first, last)) = spans.get(&id) {
                let covers = if first == last {
                    format!("{first}")
                } else {
                    format!("{first}/{last}")
                };
                frame.fill(row, "covers", covers);
            }
        });
        self.each("units.csv", |frame, row| {
            if frame.get(row, "factor").is_empty() && frame.get(row, "dimension").is_empty() {
                let own = frame.get(row, "id").to_owned();
                frame.set(row, "dimension", own);
            }
            frame.fill(row, "factor", "1");
        });
        let last = self.base.count("themes.csv");
        self.each("themes.csv", |frame, row| {
            frame.fill(row, "order", (last + row + 1).to_string());
        });
        self.orders();
        self.projects();
    }

    /// The place of a unit among those that answer for its subject: after those before it, and the published ones.
    fn orders(&mut self) {
        let file = "responsibilities.csv";
        let mut counts: HashMap<String, u32> = HashMap::new();
        if let Some(base) = self.base.get(file) {
            for row in 0..base.entries.len() {
                *counts
                    .entry(base.get(row, "subject").to_owned())
                    .or_default() += 1;
            }
        }
        let Some(frame) = self.own.get_mut(file) else {
            return;
        };
        for row in 0..frame.entries.len() {
            let count = counts
                .entry(frame.get(row, "subject").to_owned())
                .or_default();
            *count += 1;
            let order = count.to_string();
            frame.fill(row, "order", order);
        }
    }

    fn projects(&mut self) {
        let file = "projects.csv";
        let mut names = self.names(file);
        let Some(frame) = self.own.get_mut(file) else {
            return;
        };
        for row in 0..frame.entries.len() {
            if frame.get(row, "id").is_empty() {
                let place = [frame.get(row, "document"), frame.get(row, "line"), "p"].join("-");
                let id = names.numbered(&place, 1);
                frame.set(row, "id", id);
            }
        }
    }

    /// For each document the first and the last year of its figures.
    fn spans(&self) -> HashMap<String, (u16, u16)> {
        let file = "observations.csv";
        let mut spans = HashMap::new();
        for row in 0..self.own.count(file) {
            let Some(period) = Period::parse(&self.own.cell(file, row, "period")) else {
                continue;
            };
            let (first, last) = (period.first_year(), period.last_year());
            let span = spans.entry(self.own.cell(file, row, "document"));
            let span = span.or_insert((first, last));
            *span = (span.0.min(first), span.1.max(last));
        }
        spans
    }

    fn each(&mut self, file: &str, change: impl Fn(&mut Frame, usize)) {
        if let Some(frame) = self.own.get_mut(file) {
            for row in 0..frame.entries.len() {
                change(frame, row);
            }
        }
    }

    /// English names: where none is given the Chinese one stands. Told once, with how many.
    pub(super) fn english(&mut self) {
        let mut count = 0;
        let mut first = None;
        for (file, from, to) in [
            ("areas.csv", "name_zh", "name_en"),
            ("documents.csv", "title_zh", "title_en"),
            ("themes.csv", "name_zh", "name_en"),
            ("units.csv", "name_zh", "name_en"),
            ("indicators.csv", "name_zh", "name_en"),
            ("organisations.csv", "name_zh", "name_en"),
            ("tasks.csv", "theme_zh", "theme_en"),
            ("tasks.csv", "title_zh", "title_en"),
            ("relations.csv", "note_zh", "note_en"),
            ("projects.csv", "name_zh", "name_en"),
            ("glossary.csv", "term_zh", "term_en"),
            ("glossary.csv", "definition_zh", "definition_en"),
        ] {
            // Of the published ones those without a word in English need none.
            let known = self.base.get(file).map(rows_by_key).unwrap_or_default();
            for row in 0..self.own.count(file) {
                let key = self.own.get(file).map(|frame| key_of(frame, row));
                let published = key.and_then(|key| known.get(&key));
                let is_known = published.is_some_and(|published| {
                    self.base.cell(file, *published, from) == self.own.cell(file, row, from)
                });
                if is_known || !self.own.cell(file, row, to).is_empty() {
                    continue;
                }
                count += 1;
                first.get_or_insert((file, row, to));
                let name = self.own.cell(file, row, from);
                if let Some(frame) = self.own.get_mut(file) {
                    frame.set(row, to, name);
                }
            }
        }
        if let Some(place) = first {
            self.tell(place, What::NoEnglish(count));
        }
    }
}
