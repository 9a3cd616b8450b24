//! Files made for a test: archives, and workbooks part by part.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use guatu_files::{Reading, Why, gb18030, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Reads one file.
pub fn reading(name: &str, bytes: impl Into<Vec<u8>>) -> Reading {
    read(&[(name.to_owned(), bytes.into())], &gb18030)
}

/// The rows of the only table of a file, of which nothing is refused.
pub fn rows(name: &str, bytes: impl Into<Vec<u8>>) -> Vec<Vec<String>> {
    let reading = reading(name, bytes);
    assert_eq!(reading.refused, []);
    assert_eq!(reading.grids.len(), 1, "{reading:?}");
    let lines = &reading.grids[0].lines;
    lines.iter().map(|line| line.cells.clone()).collect()
}

/// What is refused of a file: the reason, the place and what stood there.
pub fn refused(name: &str, bytes: impl Into<Vec<u8>>) -> Vec<(Why, u64, u64, String)> {
    let refused = reading(name, bytes).refused.into_iter();
    refused
        .map(|refusal| (refusal.why, refusal.row, refusal.column, refusal.read))
        .collect()
}

/// Why a file is refused, in the order of its faults.
pub fn why(name: &str, bytes: impl Into<Vec<u8>>) -> Vec<Why> {
    let refused = refused(name, bytes).into_iter();
    refused.map(|(why, ..)| why).collect()
}

/// An archive of files, each with its name.
pub fn archive<N: AsRef<str>, B: AsRef<[u8]>>(files: &[(N, B)]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive
            .start_file(name.as_ref(), options)
            .expect("an entry");
        archive.write_all(bytes.as_ref()).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

/// A workbook of one sheet, by what stands in its part.
pub fn workbook(sheet: &str) -> Vec<u8> {
    Parts::default().sheet(sheet).make()
}

/// The cells of a workbook of one sheet with one row, by what stands in it.
pub fn row(cells: &str) -> Vec<u8> {
    workbook(&data(&format!("<row r='1'>{cells}</row>")))
}

/// The part of a sheet with these rows.
pub fn data(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

/// The parts of a workbook.
pub struct Parts {
    parts: Vec<(String, Vec<u8>)>,
}

const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

impl Default for Parts {
    fn default() -> Self {
        let parts = Parts { parts: Vec::new() };
        parts
            .part("[Content_Types].xml", "<Types/>")
            .part(
                "_rels/.rels",
                format!(
                    "<Relationships><Relationship Id='r1' Type='{KIND}/officeDocument' \
                    Target='xl/workbook.xml'/></Relationships>"
                ),
            )
            .part(
                "xl/workbook.xml",
                "<workbook><sheets><sheet name='表' sheetId='1' r:id='r1'/></sheets></workbook>",
            )
            .part(
                "xl/_rels/workbook.xml.rels",
                format!(
                    "<Relationships><Relationship Id='r1' Type='{KIND}/worksheet' \
                    Target='worksheets/sheet1.xml'/><Relationship Id='r2' \
                    Type='{KIND}/sharedStrings' Target='/xl/sharedStrings.xml'/><Relationship \
                    Id='r3' Type='{KIND}/styles' Target='styles.xml'/></Relationships>"
                ),
            )
            .part("xl/sharedStrings.xml", "<sst><si><t>挂图</t></si></sst>")
            .part("xl/styles.xml", "<styleSheet/>")
    }
}

impl Parts {
    /// With a part in the place of what it was.
    pub fn part(mut self, name: &str, text: impl AsRef<[u8]>) -> Self {
        self.parts.retain(|(other, _)| other != name);
        self.parts.push((name.to_owned(), text.as_ref().to_vec()));
        self
    }

    /// What a part holds.
    pub fn get(&self, name: &str) -> Vec<u8> {
        let found = self.parts.iter().find(|(other, _)| other == name);
        found.map(|(_, bytes)| bytes.clone()).expect("a part")
    }

    /// Without a part.
    pub fn without(mut self, name: &str) -> Self {
        self.parts.retain(|(other, _)| other != name);
        self
    }

    /// With this part of the only sheet.
    pub fn sheet(self, text: &str) -> Self {
        self.part("xl/worksheets/sheet1.xml", text)
    }

    /// With a style for each code of a format: style 1 is the first.
    pub fn formats(self, codes: &[&str]) -> Self {
        let mut formats = String::new();
        let mut styles = String::from("<xf numFmtId='0'/>");
        for (id, code) in (176..).zip(codes) {
            let code = code.replace('&', "&amp;").replace('"', "&quot;");
            write!(formats, "<numFmt numFmtId='{id}' formatCode=\"{code}\"/>").expect("text");
            write!(styles, "<xf numFmtId='{id}'><alignment/></xf>").expect("text");
        }
        let text = format!(
            "<styleSheet><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId='9'/>\
            </cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>"
        );
        self.part("xl/styles.xml", &text)
    }

    /// The workbook.
    pub fn make(&self) -> Vec<u8> {
        archive(&self.parts)
    }
}
