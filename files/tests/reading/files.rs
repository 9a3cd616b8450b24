//! Files: what each is by its bytes and its name, and the text by which a reading is handed over.

use guatu_files::{Grid, Hidden, Line, Reading, Refusal, Text, Why, gb18030, read};

use crate::made::{archive, reading, refused, rows, why};

#[test]
fn a_table_is_read_in_each_encoding_that_spreadsheets_save() {
    let table = "指标,数值\r\n地区生产总值,1\r\n";
    let expected = [["指标", "数值"], ["地区生产总值", "1"]];
    assert_eq!(rows("a.csv", table), expected);
    assert_eq!(rows("a.CSV", format!("\u{feff}{table}")), expected);
    let (gb, ..) = encoding_rs::GB18030.encode(table);
    assert_eq!(rows("a.txt", gb), expected);
    let unicode = format!("\u{feff}{}", table.replace(',', "\t"));
    let little: Vec<u8> = unicode.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = unicode.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(rows("a.txt", little), expected);
    assert_eq!(rows("a.tsv", big), expected);
}

#[test]
fn a_mark_of_the_byte_order_within_is_refused() {
    let expected = (Why::ControlCharacter, 1, 1, "\u{fffd}a".to_owned());
    assert_eq!(refused("a.csv", "\u{feff}\u{feff}a,b\n"), [expected]);
}

#[test]
fn what_is_no_table_is_refused_whatever_its_name_is() {
    for begin in [
        &b"%PDF-1.7\n"[..],
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"\x1f\x8b\x08",
        b"{\"a\": 1}",
        b" [\n {\"a\": 1}]",
        b"[]",
        b"<!DOCTYPE html>",
        b"\n<HTML><table>",
        b"a\0,\0b\0",
    ] {
        assert_eq!(why("a.csv", begin), [Why::NotATable], "{begin:?}");
    }
    assert_eq!(rows("a.csv", "[亿元],{a}\n"), [["[亿元]", "{a}"]]);
}

#[test]
fn types_that_are_not_read_are_told_apart() {
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0";
    for (name, bytes, expected) in [
        ("a.xls", &old[..], Why::OldOrLockedWorkbook),
        ("a.xlsx", old, Why::OldOrLockedWorkbook),
        ("a.csv", old, Why::OldOrLockedWorkbook),
        ("a.et", old, Why::UnknownType),
        ("a.wps", old, Why::UnknownType),
        ("a.ods", b"no archive", Why::UnknownType),
        ("a.xls", b"a,b\n", Why::UnknownType),
        ("a.pdf", b"%PDF", Why::UnknownType),
        ("csv", b"a,b\n", Why::UnknownType),
        ("a.xlsx", b"a,b\n", Why::NotAnArchive),
        ("a.zip", b"a,b\n", Why::NotAnArchive),
        ("a.xlsx", b"", Why::Empty),
        ("a.csv", b"", Why::Empty),
        ("a.csv", b"\xef\xbb\xbf\r\n ", Why::Empty),
        ("a.csv", b",,,\n", Why::Empty),
        ("a.json", b" ", Why::Empty),
    ] {
        assert_eq!(why(name, bytes), [expected], "{name} {bytes:?}");
    }
}

#[test]
fn a_descriptor_is_handed_over_as_text() {
    let reading = reading("datapackage.json", "\u{feff}{\r\n\t\"name\": \"挂图\"}");
    assert_eq!(reading.refused, []);
    let [text] = &reading.texts[..] else {
        panic!("one text: {reading:?}");
    };
    let expected = ("datapackage.json", "{\r\n\t\"name\": \"挂图\"}");
    assert_eq!((&*text.file, &*text.text), expected);
    let expected = (Why::ControlCharacter, 2, 0, String::new());
    assert_eq!(refused("a.json", "{\n\u{1f}}"), [expected]);
}

#[test]
fn two_tables_of_one_name_are_refused() {
    let files = ["a.csv", "b.csv", "a.csv"].map(|name| (name.to_owned(), b"a,b\n".to_vec()));
    let reading = read(&files, &gb18030);
    let refused: Vec<_> = reading.refused.iter().map(|r| (r.why, &*r.file)).collect();
    assert_eq!(refused, [(Why::SameName, "a.csv")]);
    let files = [1, 2].map(|_| ("datapackage.json".to_owned(), b"{}".to_vec()));
    assert_eq!(read(&files, &gb18030).refused[0].why, Why::SameName);
}

#[test]
fn more_files_than_are_read_are_refused_once() {
    let names = |count| (0..count).map(|at| format!("{at:02}.csv"));
    let files: Vec<_> = names(60).map(|name| (name, b"a,b\n".to_vec())).collect();
    let reading = read(&files, &gb18030);
    assert_eq!(reading.grids.len(), 40);
    let refused: Vec<_> = reading.refused.iter().map(|r| (r.why, &*r.file)).collect();
    assert_eq!(refused, [(Why::TooManyFiles, "40.csv")]);
    let packed: Vec<_> = names(41).map(|name| (name, "a,b\n")).collect();
    assert_eq!(why("a.zip", archive(&packed)), [Why::TooManyFiles]);
}

#[test]
fn a_reading_is_handed_over_as_refusals_texts_and_tables() {
    let reading = Reading {
        grids: vec![Grid {
            file: "a.xlsx".to_owned(),
            sheet: "表".to_owned(),
            hidden: Hidden::default(),
            lines: vec![Line {
                number: 3,
                cells: vec!["x".to_owned(), String::new(), "1\n2".to_owned()],
            }],
        }],
        texts: vec![Text {
            file: "datapackage.json".to_owned(),
            text: "{}".to_owned(),
        }],
        refused: vec![Refusal {
            file: "b.csv".to_owned(),
            sheet: String::new(),
            row: 2,
            column: 7,
            why: Why::CellTooLong,
            read: "长".to_owned(),
        }],
    };
    let expected = "b.csv||2|7|cell-too-long|长|/#datapackage.json|{}|/#a.xlsx|表|/3|x||1\n2|/#";
    let signs = ['|', '/', '#']
        .into_iter()
        .zip(['\u{1f}', '\u{1e}', '\u{1d}']);
    let expected = signs.fold(expected.to_owned(), |text, (sign, separator)| {
        text.replace(sign, &separator.to_string())
    });
    assert_eq!(reading.write(), expected);
    assert_eq!(Reading::default().write(), "\u{1d}\u{1d}");
}

#[test]
fn no_name_tears_the_text_that_is_handed_over() {
    let files = [("a\u{1f}b\u{1e}\u{1d}.csv".to_owned(), b"a,b\n".to_vec())];
    let written = read(&files, &gb18030).write();
    let expected = "\u{1d}\u{1d}a\u{fffd}b\u{fffd}\u{fffd}.csv\u{1f}\u{1f}\u{1e}\
        1\u{1f}a\u{1f}b\u{1f}\u{1e}\u{1d}";
    assert_eq!(written, expected);
}
