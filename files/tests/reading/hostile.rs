//! Files that are made to do harm: each is refused for what it is, soon, and nothing else happens.

use std::io::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use guatu_files::{Why, gb18030, read};

use crate::made::{Parts, archive, data, row, workbook};

/// How long a file may keep a reader waiting.
const WAIT: Duration = Duration::from_secs(2);

/// How often a file is tried: others may keep the machine busy.
const TRIES: usize = 3;

/// One file is read at a time: the others would be waited for too.
static ALONE: Mutex<()> = Mutex::new(());

/// Why a file is refused, and that this was soon and told in few words.
fn why(name: &str, bytes: Vec<u8>) -> Vec<Why> {
    let files = [(name.to_owned(), bytes)];
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    for _ in 0..TRIES {
        let began = Instant::now();
        let refused = read(&files, &gb18030).refused;
        if began.elapsed() < WAIT {
            assert!(refused.len() <= 501, "{name} has very many faults");
            return refused.iter().map(|refusal| refusal.why).collect();
        }
    }
    panic!("{name} takes more than {WAIT:?}");
}

/// Zeros, packed, without having them.
fn zeros(files: &[&str], each: usize) -> Vec<u8> {
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    let mut packed = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let block = vec![0; 1 << 20];
    for name in files {
        packed.start_file(*name, options).expect("an entry");
        for _ in 0..each {
            packed.write_all(&block).expect("zeros");
        }
    }
    packed.finish().expect("an archive").into_inner()
}

#[test]
fn an_archive_that_swells_is_cut_at_the_limit() {
    assert_eq!(why("a.zip", zeros(&["a.csv"], 110)), [Why::TooLarge]);
    let three = why("a.zip", zeros(&["a.csv", "b.csv", "c.csv"], 40));
    assert_eq!(
        three,
        [Why::NotATable, Why::NotATable, Why::TooLargeTogether]
    );
    let sheet = "xl/worksheets/sheet1.xml";
    let parts = ["[Content_Types].xml", "xl/workbook.xml", sheet];
    assert_eq!(why("a.xlsx", zeros(&parts, 70)), [Why::TooLarge]);
}

#[test]
fn many_entries_that_share_one_content_are_counted_each() {
    // All entries of the directory lead to the content of the first.
    let names: Vec<_> = (0..30).map(|at| format!("{at:02}.csv")).collect();
    let text = "1,2\n".repeat(1 << 20);
    let mut packed = archive(&[("00.csv", &text)]);
    let at = packed
        .windows(4)
        .position(|at| at == b"PK\x01\x02")
        .expect("a directory");
    let end = packed
        .windows(4)
        .position(|at| at == b"PK\x05\x06")
        .expect("its end");
    let entry = packed[at..end].to_vec();
    let mut last = packed.split_off(end);
    for name in &names[1..] {
        let mut entry = entry.clone();
        entry[46..46 + name.len()].copy_from_slice(name.as_bytes());
        packed.extend(entry);
    }
    let count = u16::try_from(names.len()).expect("few");
    let size = u32::try_from(packed.len() - at).expect("small");
    last[8..10].copy_from_slice(&count.to_le_bytes());
    last[10..12].copy_from_slice(&count.to_le_bytes());
    last[12..16].copy_from_slice(&size.to_le_bytes());
    packed.extend(last);
    let refused = why("a.zip", packed);
    assert_eq!(refused.first(), Some(&Why::TooManyRows));
    assert_eq!(refused.last(), Some(&Why::TooLargeTogether));
}

#[test]
fn an_archive_of_very_many_entries_is_refused() {
    let files: Vec<_> = (0..2_001).map(|at| (format!("{at}.csv"), "")).collect();
    assert_eq!(why("a.zip", archive(&files)), [Why::TooManyEntries]);
}

#[test]
fn an_archive_that_tells_sizes_it_has_not_is_refused() {
    let packed = archive(&[("a.csv", "a,b\n")]);
    let end = packed.len() - 22;
    for (at, expected) in [(8, 1), (10, 1), (12, 0), (16, 1)] {
        let mut packed = packed.clone();
        packed[end + at..end + at + 2].fill(0xff);
        assert_eq!(
            why("a.zip", packed),
            vec![Why::BrokenArchive; expected],
            "{at}"
        );
    }
    // A directory for more than 65,535 entries that tells of sixty million.
    let mut large = b"PK\x03\x04".to_vec();
    large.resize(60 << 20, 0);
    let start = large.len() as u64;
    large.extend(b"PK\x06\x06\x2c\0\0\0\0\0\0\0\x2d\0\x2d\0\0\0\0\0\0\0\0\0");
    for number in [start - 1, start - 1, u64::MAX >> 1, 0] {
        large.extend(number.to_le_bytes());
    }
    large.extend(b"PK\x06\x07\0\0\0\0");
    large.extend(start.to_le_bytes());
    large.extend(
        b"\x01\0\0\0PK\x05\x06\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\0\0",
    );
    assert_eq!(why("a.zip", large), [Why::BrokenArchive]);
}

#[test]
fn an_archive_that_ends_very_often_is_refused() {
    let mut packed = archive(&[("a.csv", "a,b\n")]);
    let end = b"PK\x05\x06\0\0\0\0\xff\x7f\xff\x7f\xff\xff\0\0\0\0\0\0\0\0";
    packed.extend(end.repeat(3_000));
    assert_eq!(why("a.zip", packed), [Why::BrokenArchive]);
}

#[test]
fn each_part_of_an_archive_alone_is_refused() {
    let packed = archive(&[("a.csv", "a,b\n"), ("b.csv", "c,d\n")]);
    for end in 4..packed.len() {
        assert_eq!(
            why("a.zip", packed[..end].to_vec()),
            [Why::BrokenArchive],
            "{end}"
        );
    }
    let book = workbook(&data("<row><c><v>1</v></c></row>"));
    let half = book[..book.len() / 2].to_vec();
    assert_eq!(why("a.xlsx", half), [Why::BrokenArchive]);
}

#[test]
fn one_line_without_end_and_a_file_without_end_are_refused() {
    assert_eq!(why("a.csv", vec![b'a'; 60 << 20]), [Why::CellTooLong]);
    assert_eq!(why("a.csv", vec![b'a'; (64 << 20) + 1]), [Why::TooLarge]);
    assert_eq!(why("a.zip", vec![b'a'; (64 << 20) + 1]), [Why::TooLarge]);
    let quoted = [b"\"".to_vec(), vec![b'a'; 60 << 20]].concat();
    assert_eq!(why("a.csv", quoted), [Why::UnclosedQuote]);
    assert_eq!(why("a.csv", vec![b'"'; 60 << 20]), [Why::CellTooLong]);
}

#[test]
fn a_million_columns_and_ever_more_cells_are_refused() {
    assert_eq!(why("a.csv", vec![b','; 1_000_000]), [Why::TooManyColumns]);
    assert_eq!(why("a.csv", vec![b';'; 60 << 20]), [Why::TooManyColumns]);
    let wide = [",".repeat(199), "1\n".to_owned()].concat();
    let many = wide.repeat((60 << 20) / wide.len());
    assert_eq!(why("a.csv", many.into_bytes()), [Why::TooLargeTogether]);
    assert_eq!(why("a.csv", b"1\n".repeat(1_300_000)), [Why::TooManyRows]);
    assert_eq!(why("a.csv", vec![b'\n'; 60 << 20]), [Why::Empty]);
    assert_eq!(why("a.csv", b",\n".repeat(30 << 20)), [Why::TooManyRows]);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    assert_eq!(
        why("a.csv", b"a,b\n\xff\xff\n".repeat(1 << 20)),
        [Why::NotText]
    );
    let last = ["挂图,1\n".repeat(5 << 20).into_bytes(), b"\xff".to_vec()].concat();
    assert_eq!(why("a.csv", last), [Why::NotText]);
    let (gb, ..) = encoding_rs::GB18030.encode("挂图,1\n");
    let last = [gb.repeat(4 << 20), b"\xff".to_vec()].concat();
    assert_eq!(why("a.csv", last), [Why::NotText]);
    let faults = why("a.csv", b"a,\x01\n".repeat(1 << 20));
    assert_eq!(faults.last(), Some(&Why::TooManyFaults));
}

#[test]
fn xml_that_swells_or_leads_elsewhere_is_refused() {
    let laughs: Vec<String> = (1..10)
        .map(|at| format!("<!ENTITY l{at} '{}'>", format!("&l{};", at - 1).repeat(10)))
        .collect();
    let bomb = format!(
        "<!DOCTYPE sst [<!ENTITY l0 'ha'>{}]><sst><si><t>&l9;</t></si></sst>",
        laughs.concat()
    );
    let sheet = data("<row><c t='s'><v>0</v></c></row>");
    let book = Parts::default()
        .sheet(&sheet)
        .part("xl/sharedStrings.xml", &bomb);
    assert_eq!(why("a.xlsx", book.make()), [Why::BrokenWorkbook]);
    let outside = "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><worksheet/>";
    assert_eq!(why("a.xlsx", workbook(outside)), [Why::BrokenWorkbook]);
    let deep = data(&"<row>".repeat(5 << 20));
    assert_eq!(why("a.xlsx", workbook(&deep)), [Why::BrokenWorkbook]);
    let names: Vec<String> = (0..500_000).map(|at| format!(" a{at}=''")).collect();
    let wide = data(&format!("<row{}><c><v>x</v></c></row>", names.concat()));
    assert_eq!(why("a.xlsx", workbook(&wide)), [Why::UnclearNumber]);
}

#[test]
fn a_long_text_that_very_many_cells_share_is_refused() {
    let cells = "<c t='s'><v>0</v></c>".repeat(200);
    let sheet = data(&format!("<row>{cells}</row>").repeat(300));
    for (length, expected) in [
        (9_000, Why::TooLargeTogether),
        (1 << 23, Why::TooManyFaults),
    ] {
        let text = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(length));
        let book = Parts::default()
            .sheet(&sheet)
            .part("xl/sharedStrings.xml", &text);
        assert_eq!(why("a.xlsx", book.make()).last(), Some(&expected));
    }
}

#[test]
fn a_cell_at_the_far_end_of_a_sheet_takes_no_room() {
    let far = data("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>");
    assert_eq!(why("a.xlsx", workbook(&far)), [Why::TooManyColumns]);
    let low = data("<row r='1048576'><c r='A1048576'><v>1</v></c></row>");
    assert_eq!(why("a.xlsx", workbook(&low)), []);
    let empty = data("<row r='1048576'><c r='XFD1048576' s='0'/></row>");
    assert_eq!(why("a.xlsx", workbook(&empty)), [Why::Empty]);
}

#[test]
fn a_workbook_that_contradicts_itself_is_refused() {
    for cell in [
        "<c t='s'><v>99999999999999999999</v></c>",
        "<c t='s'><v>-1</v></c>",
        "<c t='x'><v>1</v></c>",
        "<c s='-1'><v>1</v></c>",
        "<c r='ZZZZZZZZZZ1'><v>1</v></c>",
        "<c r='A18446744073709551617'><v>1</v></c>",
    ] {
        assert_eq!(why("a.xlsx", row(cell)), [Why::BrokenWorkbook], "{cell}");
    }
    let links = |target: &str| {
        format!(
            "<Relationships><Relationship Id='r1' Type='a/worksheet' Target='{target}'/>\
            </Relationships>"
        )
    };
    // A sheet that is the workbook, and one that is the list of links.
    for target in [
        "workbook.xml",
        "_rels/workbook.xml.rels",
        "../../../../etc/passwd",
        "",
    ] {
        let book = Parts::default().part("xl/_rels/workbook.xml.rels", links(target));
        assert_eq!(
            why("a.xlsx", book.make()),
            [Why::BrokenWorkbook],
            "{target}"
        );
    }
    let outside = links("http://example.org/a.xml").replace("/>", " TargetMode='External'/>");
    let book = Parts::default().part("xl/_rels/workbook.xml.rels", outside);
    assert_eq!(why("a.xlsx", book.make()), [Why::BrokenWorkbook]);
}

#[test]
fn very_many_sheets_of_one_part_are_refused() {
    let sheets: Vec<String> = (0..100_000)
        .map(|at| format!("<sheet name='{at}' r:id='r1'/>"))
        .collect();
    let book = Parts::default()
        .part(
            "xl/workbook.xml",
            format!("<workbook><sheets>{}</sheets></workbook>", sheets.concat()),
        )
        .sheet(&data(&"<row><c><v>1</v></c></row>".repeat(1_000)));
    assert_eq!(why("a.xlsx", book.make()), [Why::TooManyFiles]);
}
