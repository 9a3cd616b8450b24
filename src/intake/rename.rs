//! What a reader sets who saves a set: its title, its day, the names of its areas.

use crate::dataset::{Period, Tables};
use crate::front::Said;

use super::frame::Frames;
use super::grid::DESCRIPTOR;
use super::merge::Written;
use super::value::date;

/// Whether a text is a day as ISO 8601 writes it.
#[must_use]
pub fn is_day(text: &str) -> bool {
    text.len() == "2027-01-31".len() && Period::parse(text).is_some()
}

/// A day as people write it, in ISO 8601; none where it is no day.
#[must_use]
pub fn day(text: &str) -> Option<String> {
    Some(date(text)).filter(|day| is_day(day))
}

/// The tables with this in their descriptor, and with these Chinese names of areas by their codes. What stays as it
/// was stays byte for byte.
#[must_use]
pub fn renamed(tables: &Tables, said: Said<'_>, areas: &[(&str, &str)]) -> Tables {
    let mut tables = tables.clone();
    if let Some(descriptor) = tables.get(DESCRIPTOR) {
        let descriptor = said.put(descriptor);
        tables.insert(DESCRIPTOR, descriptor);
    }
    if areas.is_empty() {
        return tables;
    }
    let file = "areas.csv";
    let mut frames = Frames::of(&tables);
    if let Some(frame) = frames.get_mut(file) {
        for row in 0..frame.entries.len() {
            let code = frame.get(row, "code");
            let Some((_, name)) = areas.iter().find(|(known, _)| *known == code) else {
                continue;
            };
            // A name that stood for the English one too, for want of it, still does.
            if frame.get(row, "name_en") == frame.get(row, "name_zh") {
                frame.set(row, "name_en", *name);
            }
            frame.set(row, "name_zh", *name);
        }
    }
    if let Some(text) = Written::of(&frames).tables.get(file) {
        let text = text.to_owned();
        tables.insert(file, text);
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_of_a_month_and_a_year() {
        assert!(is_day("2027-01-31"));
        for other in [
            "2027",
            "2027-1-31",
            "2027-02-31",
            "31.01.2027",
            "2027-01-31T00:00:00Z",
        ] {
            assert!(!is_day(other), "{other}");
        }
    }

    #[test]
    fn a_day_is_understood_as_people_write_it() {
        for text in ["2027-01-31", "2027年1月31日", " 2027/1/31", "2027.1.31"] {
            assert_eq!(day(text).as_deref(), Some("2027-01-31"), "{text}");
        }
        for other in ["", "2027年", "2027年2月31日", "1月31日"] {
            assert_eq!(day(other), None, "{other}");
        }
    }
}
