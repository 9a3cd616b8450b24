//! What a reader sets who saves a set: its title, its day, the names of its areas.

use crate::dataset::{Period, Tables, titles_of};
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

/// A title with other names of areas in the place of those that it has, each of which was the first of a pair.
#[must_use]
pub fn retitled(title: &str, names: &[(&str, &str)]) -> String {
    let mut words = String::new();
    let mut rest = title;
    while let Some(first) = rest.chars().next() {
        let known = names
            .iter()
            .filter(|(was, _)| !was.is_empty() && rest.starts_with(was));
        let letter = first.len_utf8();
        let as_it_is = (letter, rest.get(..letter).unwrap_or_default());
        let known = known.max_by_key(|(was, _)| was.len());
        let (was, now) = known.map_or(as_it_is, |(was, now)| (was.len(), *now));
        words.push_str(now);
        rest = rest.get(was..).unwrap_or_default();
    }
    words
}

/// The tables with this in their descriptor, and with these Chinese names of areas by their codes: titles that are not
/// set have them too. What stays as it was stays byte for byte.
#[must_use]
pub fn renamed(tables: &Tables, said: Said<'_>, areas: &[(&str, &str)]) -> Tables {
    let mut tables = tables.clone();
    let names = name_areas(&mut tables, areas);
    let names: Vec<(&str, &str)> = names.iter().map(|(was, now)| (&**was, *now)).collect();
    let titles = titles_of(&tables).unwrap_or_default();
    let followed = titles.map(|was| Some(retitled(&was, &names)).filter(|now| *now != was));
    let [title, title_en] = followed.each_ref().map(Option::as_deref);
    let said = Said {
        title: said.title.or(title),
        title_en: said.title_en.or(title_en),
        ..said
    };
    if let Some(descriptor) = tables.get(DESCRIPTOR) {
        let descriptor = said.put(descriptor);
        tables.insert(DESCRIPTOR, descriptor);
    }
    tables
}

/// Gives areas these Chinese names by their codes; tells what each was called before.
fn name_areas<'a>(tables: &mut Tables, areas: &[(&str, &'a str)]) -> Vec<(String, &'a str)> {
    let mut names = Vec::new();
    if areas.is_empty() {
        return names;
    }
    let file = "areas.csv";
    let mut frames = Frames::of(tables);
    if let Some(frame) = frames.get_mut(file) {
        for row in 0..frame.entries.len() {
            let code = frame.get(row, "code");
            let Some((_, name)) = areas.iter().find(|(known, _)| *known == code) else {
                continue;
            };
            let was = frame.get(row, "name_zh").to_owned();
            // An English name is of what the area was called.
            frame.set(row, "name_en", *name);
            frame.set(row, "name_zh", *name);
            names.push((was, *name));
        }
    }
    if let Some(text) = Written::of(&frames).tables.get(file) {
        let text = text.to_owned();
        tables.insert(file, text);
    }
    names
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
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
    fn titles_have_the_names_that_areas_have_now() {
        for (title, is) in [
            ("甲区 · 乙区 发展指标", "乙区 · 丙区 发展指标"),
            ("区 发展指标", "区 发展指标"),
            ("", ""),
        ] {
            assert_eq!(retitled(title, &[("甲区", "乙区"), ("乙区", "丙区")]), is);
        }
        let tables = Tables::built_in();
        let areas = [("420106", "江汉区"), ("420103", "武昌区")];
        let titled = |said| titles_of(&renamed(&tables, said, &areas)).expect("a descriptor");
        let [was, was_en] = titles_of(&tables).expect("a descriptor");
        assert_eq!(was, "武昌区 · 江汉区 发展指标");
        let [title, title_en] = titled(Said::default());
        assert_eq!((&*title, title_en), ("江汉区 · 武昌区 发展指标", was_en));
        let title = Some("一张图");
        let said = Said {
            title,
            ..Said::default()
        };
        assert_eq!(titled(said)[0], "一张图");
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
