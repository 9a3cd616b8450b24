//! What follows in the rows of the other tables.

use crate::dataset::Period;

use super::fill::Filling;
use super::finding::What;
use super::frame::Frame;

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
            let span = spans.iter().find(|(document, _)| *document == id);
            if let Some((_, (first, last))) = span {
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
        self.each("responsibilities.csv", |frame, row| {
            let subject = frame.get(row, "subject").to_owned();
            let before = (0..row).filter(|other| frame.get(*other, "subject") == subject);
            let order = before.count() + 1;
            frame.fill(row, "order", order.to_string());
        });
        self.each("projects.csv", |frame, row| {
            let place = format!(
                "{}-{}-p",
                frame.get(row, "document"),
                frame.get(row, "line")
            );
            let before = (0..row).filter(|other| frame.get(*other, "id").starts_with(&place));
            let id = format!("{place}{}", before.count() + 1);
            frame.fill(row, "id", id);
        });
    }

    /// For each document the first and the last year of its figures.
    fn spans(&self) -> Vec<(String, (u16, u16))> {
        let file = "observations.csv";
        let mut spans: Vec<(String, (u16, u16))> = Vec::new();
        for row in 0..self.own.count(file) {
            let Some(period) = Period::parse(&self.own.cell(file, row, "period")) else {
                continue;
            };
            let document = self.own.cell(file, row, "document");
            let (first, last) = (period.first_year(), period.last_year());
            match spans.iter_mut().find(|(known, _)| *known == document) {
                Some((_, span)) => *span = (span.0.min(first), span.1.max(last)),
                None => spans.push((document, (first, last))),
            }
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
            ("indicators.csv", "name_zh", "name_en"),
            ("organisations.csv", "name_zh", "name_en"),
            ("tasks.csv", "theme_zh", "theme_en"),
            ("tasks.csv", "title_zh", "title_en"),
            ("relations.csv", "note_zh", "note_en"),
            ("projects.csv", "name_zh", "name_en"),
            ("glossary.csv", "term_zh", "term_en"),
            ("glossary.csv", "definition_zh", "definition_en"),
        ] {
            for row in 0..self.own.count(file) {
                if !self.own.cell(file, row, to).is_empty() {
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
