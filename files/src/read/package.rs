//! A data package as an archive: the tables and the descriptor, at the top or in one folder.

use super::archive::{Archive, Entry};
use super::file::{self, Desk};
use super::{Refusal, Why};

/// The folder in which macOS puts what it knows of the files beside.
const LEFT_BEHIND: &str = "__MACOSX/";

/// The endings of files that are read. Text without a form is none: it may be a note.
const READ: [&str; 4] = ["csv", "tsv", "tab", "json"];

/// Files that hold others, or tables that are not looked for in an archive.
const NESTED: [&str; 12] = [
    "zip", "7z", "rar", "gz", "tar", "xlsx", "xlsm", "xlsb", "xls", "ods", "et", "wps",
];

/// Reads all tables of an archive. Other files, such as a README, are passed over.
///
/// # Errors
/// When it has none.
pub fn read(desk: &mut Desk<'_>, name: &str, archive: &mut Archive<'_>) -> Result<(), Refusal> {
    let mut folder = None;
    let refused = desk.reading.refused.len();
    for entry in archive.entries(desk.decode) {
        if entry.name.starts_with(LEFT_BEHIND) {
            continue;
        }
        if !is_safe(&entry) {
            desk.refuse(name, Refusal::of(Why::UnsafeName).reading(&entry.name));
            continue;
        }
        let (place, file) = entry.name.rsplit_once('/').unwrap_or(("", &entry.name));
        let ending = file::ending(file);
        if NESTED.contains(&ending.as_str()) {
            desk.refuse(name, Refusal::of(Why::NestedFile).reading(&entry.name));
        } else if READ.contains(&ending.as_str()) && !file.starts_with("._") {
            let one = folder.get_or_insert_with(|| place.to_owned());
            if place.contains('/') || place != one {
                desk.refuse(name, Refusal::of(Why::ManyFolders).reading(&entry.name));
                continue;
            }
            let bytes = archive.unpack(entry.at, &mut desk.room);
            if let Err(refusal) = bytes.and_then(|bytes| file::document(desk, file, &bytes)) {
                desk.refuse(file, refusal);
            }
        }
    }
    Why::Empty.when(folder.is_none() && desk.reading.refused.len() == refused)
}

/// Whether a name stays within the folder where an archive is unpacked, on every system.
fn is_safe(entry: &Entry) -> bool {
    let name = &entry.name;
    let is_plain = |part: &str| !matches!(part, "" | "." | "..");
    !entry.is_link
        && !name.contains(['\\', ':'])
        && !name.contains(char::is_control)
        && name.split('/').all(is_plain)
}
