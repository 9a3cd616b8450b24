//! Names of files: what they show, and from which edition.

use crate::dataset::Dataset;

/// The name of a file without its ending, by what it shows: `guatu-trend-gdp-2026.11.0`.
///
/// A reader's own data may have any id: what a file system could refuse becomes a hyphen.
#[must_use]
pub fn file_name(data: &Dataset, id: &str) -> String {
    let name = format!("guatu-{id}-{}", data.edition);
    let safe = |letter: char| {
        if letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.') {
            letter
        } else {
            '-'
        }
    };
    // Most file systems take 255 bytes, and a Chinese character may need four.
    name.chars().take(60).map(safe).collect()
}
