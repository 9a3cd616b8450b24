//! The files of a data package in one: as an archive, and as the text that stands beside the program or in
//! the single file.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::Error;
use crate::json::quoted;

/// The name of the file that describes a data package: it stands first, where programs look for it.
const DESCRIPTOR: &str = "datapackage.json";

/// Packs files, each with its name, and the descriptor of a data package first, the others in the order of
/// their names. A name that leads into another folder is left out: who unpacks the archive gets files of
/// that folder alone.
///
/// # Errors
/// When the archive cannot hold them.
pub fn zip(files: &[(String, String)]) -> Result<Vec<u8>, Error> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in ordered(files).filter(|(name, _)| is_plain(name)) {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The files of a data package in one text: JSON, an object with the text of each by its name, a file a line. The same
/// package gives the same bytes.
#[must_use]
pub fn data(files: &[(String, String)]) -> String {
    let mut json = String::from("{");
    for (name, text) in ordered(files) {
        let start = if json.len() == 1 { "\n  " } else { ",\n  " };
        json.extend([start, &quoted(name), ": ", &quoted(text)]);
    }
    json + "\n}\n"
}

/// Files with the descriptor of a data package first, the others in the order of their names.
fn ordered(files: &[(String, String)]) -> impl Iterator<Item = &(String, String)> {
    let mut files: Vec<_> = files.iter().collect();
    files.sort_by_key(|(name, _)| (name != DESCRIPTOR, name));
    files.into_iter()
}

fn is_plain(name: &str) -> bool {
    let is_known = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    !name.is_empty() && !name.starts_with('.') && name.chars().all(is_known)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use zip::ZipArchive;

    use super::*;

    #[test]
    fn files_come_out_as_they_went_in_with_the_descriptor_first() {
        let files = [
            "b.csv",
            "../c.csv",
            "datapackage.json",
            "a.csv",
            ".d",
            "e/f.csv",
        ];
        let files = files.map(|name| (name.to_owned(), format!("挂图,{name}\r\n").repeat(50)));
        let bytes = zip(&files).expect("an archive");
        assert_eq!(bytes, zip(&files).expect("the same bytes"));
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut names = Vec::new();
        for at in 0..archive.len() {
            let file = archive.by_index(at).expect("a file");
            names.push(file.name().expect("UTF-8").into_owned());
        }
        assert_eq!(names, ["datapackage.json", "a.csv", "b.csv"]);
        for (name, text) in files.iter().filter(|(name, _)| names.contains(name)) {
            let mut held = String::new();
            let mut file = archive.by_name(name).expect("the file");
            assert!(file.compressed_size() < file.size());
            file.read_to_string(&mut held).expect("text");
            assert_eq!(held, *text);
        }
    }
}
