//! What holds of every file, whatever it is: the targets hand bytes to it.

use std::io::{Cursor, Write as _};

use guatu_files::{gb18030, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Ends a part of a workbook in the bytes of that target.
pub const END: u8 = 0;

/// The parts of a workbook, in the order of the bytes.
pub const PARTS: [&str; 6] = [
    "xl/worksheets/sheet1.xml",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "_rels/.rels",
];

/// Reads a file, and sees that something came of it and that nothing tears the text that is handed over.
pub fn check(name: &str, bytes: &[u8]) {
    let reading = read(&[(name.to_owned(), bytes.to_vec())], &gb18030);
    let has_any = !reading.grids.is_empty() || !reading.texts.is_empty();
    assert!(
        has_any || !reading.refused.is_empty(),
        "nothing is said of the file"
    );
    for line in reading.grids.iter().flat_map(|grid| &grid.lines) {
        assert!(!line.cells.is_empty() && line.cells.len() <= 200);
    }
    let ends = reading.write().matches('\u{1d}').count();
    assert_eq!(ends, 2 + reading.grids.len());
}

/// A workbook of parts: so the fuzzer changes what stands in them, and not a sum over packed bytes.
pub fn workbook(parts: &[u8]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in PARTS.iter().zip(parts.split(|&byte| byte == END)) {
        archive.start_file(*name, options).expect("an entry");
        archive.write_all(part).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}
