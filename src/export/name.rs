//! Names of files: what they show, and from which edition.

use crate::assess::Status;
use crate::dataset::Dataset;
use crate::query::{Facet, Filters};

/// Most file systems take 255 bytes, and a Chinese character may need four.
const LONGEST: usize = 60;

/// The name of a file without its ending, by what it shows: `guatu-trend-gdp-2026.11.0`. The edition
/// stands whole; of a long `id` as many of its parts between hyphens as there is room for.
///
/// A reader's own data may have any id: what a file system could refuse becomes a hyphen.
#[must_use]
pub fn file_name(data: &Dataset, id: &str) -> String {
    let edition: String = data.edition.chars().take(LONGEST / 2).collect();
    let room = LONGEST - "guatu--".len() - edition.chars().count();
    let mut known: String = id.chars().take(room).collect();
    if known.len() < id.len() {
        let whole = known.rfind('-').unwrap_or(known.len());
        known.truncate(whole);
    }
    let safe = |letter: char| {
        if letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.') {
            letter
        } else {
            '-'
        }
    };
    let name = ["guatu", &known, &edition].join("-");
    name.chars().map(safe).collect()
}

/// The name of the execution table of some filters: `guatu-report-420106-missed-2026.11.0`. It tells
/// the areas and statuses that are chosen, by which most tables differ; all filters stand in what is copied.
#[must_use]
pub fn report_name(data: &Dataset, filters: &Filters) -> String {
    let mut id = String::from("report");
    let areas = filters.get(Facet::Area).iter();
    let areas = areas.filter_map(|code| Some(&*data.area(*code)?.code));
    let statuses = filters.get(Facet::Status).iter();
    let statuses = statuses.filter_map(|code| Some(Status::ALL.get(usize::from(*code))?.code()));
    for part in areas.chain(statuses) {
        id.push('-');
        id.push_str(part);
    }
    file_name(data, &id)
}
