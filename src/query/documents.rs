//! The one order of documents, and when each was delivered.

use crate::dataset::{Code, Dataset, Document, Row};
use crate::order;

/// The documents as one would read them: area by area, the earlier first. The shelf, the filter and
/// the table have this one order.
#[must_use]
pub fn documents(data: &Dataset) -> Vec<Code> {
    let mut ordered: Vec<(&str, String, Code)> = (0..)
        .zip(&data.documents)
        .map(|(code, document)| {
            let area = data.area(document.area).map_or("", |area| &area.code);
            let when = match dated(document) {
                // Of an undated one it is known what year it speaks of.
                "" => document.covers.last_year().to_string(),
                stated => stated.to_owned(),
            };
            (area, when, code)
        })
        .collect();
    order::sort_by(&mut ordered, Ord::cmp);
    ordered.into_iter().map(|(_, _, code)| code).collect()
}

/// The place of each document in that order, by code.
fn places(data: &Dataset) -> Vec<Code> {
    let mut places = vec![Code::MAX; data.documents.len()];
    for (place, code) in (0..).zip(documents(data)) {
        if let Some(slot) = places.get_mut(usize::from(code)) {
            *slot = place;
        }
    }
    places
}

/// Puts rows into the order of the documents: by the document, its line, and which of the line a figure is.
pub fn sort(data: &Dataset, rows: &mut Vec<Row>) {
    let columns = &data.observations;
    let line = |row: Row| columns.lines().get(row as usize).copied();
    // No wider than it must be: what orders costs a pass for each byte.
    let last = rows.iter().filter_map(|row| line(*row)).max();
    let span = u64::from(last.unwrap_or_default()) + 1;
    let places = places(data).into_iter();
    let places: Vec<u64> = places.map(|place| u64::from(place) * span).collect();
    let mut numbered = guatu_scan::ranked(rows, &columns.document, &places);
    for (number, row) in &mut numbered {
        let line = line(*row).unwrap_or_default();
        // What has no document stands last already.
        *number = number.saturating_add(u64::from(line));
    }
    let mut numbered = guatu_scan::sorted(numbered);
    let lines = numbered.chunk_by_mut(|(a, _), (b, _)| a == b);
    for line in lines.filter(|line| line.len() > 1) {
        order::sort_by_key(line, |(_, row)| {
            data.observation(*row).map(|figure| figure.ordinal())
        });
    }
    rows.clear();
    rows.extend(numbered.into_iter().map(|(_, row)| row));
}

/// The documents that print some figures, in the order of their first use.
#[must_use]
pub fn in_order_of_use(data: &Dataset, rows: &mut dyn Iterator<Item = Row>) -> Vec<Code> {
    let mut is_used = vec![false; data.documents.len()];
    let mut used = Vec::new();
    for code in rows.filter_map(|row| data.observations.document.get(row as usize)) {
        if let Some(is_used) = is_used.get_mut(usize::from(code)).filter(|used| !**used) {
            *is_used = true;
            used.push(code);
        }
    }
    used
}

/// When a document was delivered; else when it was published; empty where neither is stated.
#[must_use]
pub fn dated(document: &Document) -> &str {
    let mut dates = [&document.delivered, &document.published].into_iter();
    dates.find(|date| !date.is_empty()).map_or("", |date| date)
}
