//! Writes files from which the fuzzer starts, a folder for each target: `seeds FOLDER`.

use std::io::{Cursor, Write as _};
use std::path::Path;
use std::{env, fs, io};

use guatu_files_fuzz::{END, workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TABLES: [&str; 5] = [
    "指标,数值,单位\r\n\"地区,生产\"\"总值\",1.5,亿元\r\n",
    "sep=;\na;b\n\"1\r\n2\";3\n",
    "\u{feff}a\tb\n\"c\td\"\te\n",
    "名称，数值；单位\n甲，1；2\n",
    "a|b\n\n,,\n\u{1f},\u{feff}\n",
];

const RELS: &str = "<Relationships><Relationship Id='r1' Type='a/officeDocument' Target='xl/workbook.xml'/>\
    </Relationships>";
const LINKS: &str = "<Relationships><Relationship Id='r1' Type='a/worksheet' Target='worksheets/sheet1.xml'/>\
    <Relationship Id='r2' Type='a/sharedStrings' Target='sharedStrings.xml'/>\
    <Relationship Id='r3' Type='a/styles' Target='/xl/styles.xml'/></Relationships>";
const BOOK: &str = "<workbook><workbookPr date1904='0'/><sheets><sheet name='表' r:id='r1'/></sheets>\
    <calcPr fullCalcOnLoad='0'/></workbook>";
const STRINGS: &str = "<sst><si><t xml:space='preserve'>挂 &amp;图</t></si>\
    <si><r><rPr/><t>a</t></r><rPh><t>b</t></rPh></si><si><t>_x000D_<![CDATA[c]]></t></si></sst>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='176' formatCode='0.0%;[Red]-0.0%'/>\
    <numFmt numFmtId='177' formatCode='[$-804]yyyy\"年\"m\"月\"d\"日\";@'/>\
    <numFmt numFmtId='178' formatCode='0!.0,\"万\"'/></numFmts><cellXfs><xf numFmtId='0'/>\
    <xf numFmtId='176'/><xf numFmtId='177'/><xf numFmtId='178'/><xf numFmtId='57'/></cellXfs></styleSheet>";
const SHEET: &str = "<worksheet><dimension ref='A1:D3'/><sheetData><row r='1' spans='1:4'>\
    <c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>7.4999999999999997E-2</v></c><c r='C1' s='2'><v>46112</v></c>\
    <c s='3'><v>12345</v></c></row><row><c t='inlineStr'><is><t>a</t></is></c><c t='b'><v>1</v></c>\
    <c t='e'><v>#REF!</v></c><c t='str'><f>A1</f><v>x</v></c><c><f>1+1</f></c></row>\
    <row r='9'><c r='D9' s='4'><v>1E+3</v></c><c t='d'><v>2026-03-31T00:00:00</v></c></row></sheetData>\
    <mergeCells count='1'><mergeCell ref='A1:A2'/></mergeCells></worksheet>";

fn main() -> io::Result<()> {
    let to = env::args().nth(1).expect("the folder");
    let save = |target: &str, name: usize, bytes: &[u8]| {
        let folder = Path::new(&to).join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name.to_string()), bytes)
    };
    for (at, table) in TABLES.iter().enumerate() {
        save("csv", at, table.as_bytes())?;
        let unicode = table.encode_utf16().flat_map(u16::to_le_bytes);
        let unicode: Vec<u8> = [0xff, 0xfe].into_iter().chain(unicode).collect();
        save("csv", at + TABLES.len(), &unicode)?;
    }
    save("csv", 2 * TABLES.len(), b"\xb9\xd2,\xcd\xbc\n1,2\n")?;
    let parts = [SHEET, STYLES, STRINGS, BOOK, LINKS, RELS].map(str::as_bytes);
    let parts = parts.join(&END);
    save("xlsx", 0, &parts)?;
    save("zip", 0, &workbook(&parts))?;
    for (at, method) in [CompressionMethod::Stored, CompressionMethod::Deflated]
        .into_iter()
        .enumerate()
    {
        let options = SimpleFileOptions::default().compression_method(method);
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [
            ("包/datapackage.json", "{}"),
            ("包/a.csv", TABLES[0]),
            ("包/README.md", "a"),
        ] {
            archive.start_file(name, options)?;
            archive.write_all(text.as_bytes())?;
        }
        save("zip", at + 1, &archive.finish()?.into_inner())?;
    }
    Ok(())
}
