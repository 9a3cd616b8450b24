//! Whatever a file holds, it is read or refused; and what was written as a table is read as it was.

use std::sync::LazyLock;

use csv::{QuoteStyle, Terminator, WriterBuilder};
use guatu_files::{Why, gb18030, read};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::made::{Parts, archive, data, reading};

/// Files that are as they should be.
static SEEDS: LazyLock<[(&str, Vec<u8>); 4]> = LazyLock::new(|| {
    let table = "指标,数值,单位\r\n\"地区,生产\"\"总值\",1.5,亿元\r\n";
    let (gb, ..) = encoding_rs::GB18030.encode(table);
    let package = archive(&[
        ("包/datapackage.json", "{}"),
        ("包/observations.csv", table),
    ]);
    let sheet = data(
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>0.075</v></c></row>\
        <row r='3'><c r='A3' s='2'><v>46112</v></c><c r='C3' t='str'><f>A1</f><v>a</v></c></row>",
    );
    let book = Parts::default()
        .formats(&["0.0%", "yyyy-mm-dd"])
        .sheet(&sheet);
    [
        ("a.csv", table.into()),
        ("b.csv", gb.into()),
        ("a.zip", package),
        ("a.xlsx", book.make()),
    ]
});

/// A change of bytes: where, what is taken out, what comes in.
fn changes() -> impl Strategy<Value = Vec<(Index, usize, Vec<u8>)>> {
    let signs: &[&[u8]] = &[
        b"",
        b"\0",
        b"\xff",
        b"\"",
        b",",
        b"\n",
        b"\r",
        b"PK\x01\x02",
        b"PK\x05\x06",
        b"<",
        b"&",
        b"'/>",
    ];
    let inserted = prop_oneof![
        select(signs).prop_map(<[u8]>::to_vec),
        proptest::collection::vec(any::<u8>(), 0..8),
    ];
    proptest::collection::vec((any::<Index>(), 0_usize..12, inserted), 1..6)
}

fn changed(bytes: &[u8], changes: Vec<(Index, usize, Vec<u8>)>) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (place, taken, inserted) in changes {
        let at = place.index(bytes.len() + 1);
        let end = bytes.len().min(at + taken);
        bytes.splice(at..end, inserted);
    }
    bytes
}

/// A text as a cell may hold it.
fn cell() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        5 => select(vec!['a', '1', '挂', '"', ',', ';', '\t', '，', '；', '\n', ' ', '\'', '=']),
        1 => any::<char>().prop_filter("a sign of text", |sign| {
            !sign.is_control() && *sign != '\u{feff}'
        }),
    ];
    proptest::collection::vec(sign, 0..8).prop_map(String::from_iter)
}

/// A table whose first row has heads, and whose rows are none of them wholly empty.
fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (2_usize..6).prop_flat_map(|width| {
        let heads = proptest::collection::vec("挂[a-z图]{0,3}", width);
        let row = proptest::collection::vec(cell(), width);
        let row = row.prop_filter("not empty", |row| {
            row.iter().any(|cell| !cell.trim().is_empty())
        });
        (heads, proptest::collection::vec(row, 0..6)).prop_map(|(heads, mut rows)| {
            rows.insert(0, heads);
            rows
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_damaged_file_is_read_or_refused(seed in 0_usize..4, changes in changes()) {
        let (name, bytes) = &SEEDS[seed];
        let reading = reading(name, changed(bytes, changes));
        prop_assert!(!reading.refused.is_empty() || !reading.grids.is_empty() || !reading.texts.is_empty());
        for line in reading.grids.iter().flat_map(|grid| &grid.lines) {
            prop_assert!(line.cells.len() <= 200);
            let tears = |cell: &String| cell.contains(['\u{1f}', '\u{1e}', '\u{1d}', '\r']);
            prop_assert!(!line.cells.iter().any(tears));
        }
    }

    #[test]
    fn damaged_parts_of_a_workbook_are_read_or_refused(
        part in select(vec!["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
            "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"]),
        changes in changes(),
    ) {
        let sheet = data("<row r='1'><c r='A1' t='s' s='1'><v>0</v></c><c r='B1' s='1'><v>1</v></c></row>");
        let book = Parts::default().formats(&["[$-804]yyyy\"年\"m\"月\";@"]).sheet(&sheet);
        let whole = book.get(part);
        let book = book.part(part, changed(&whole, changes));
        let reading = reading("a.xlsx", book.make());
        prop_assert!(!reading.refused.is_empty() || !reading.grids.is_empty());
    }

    #[test]
    fn a_table_is_read_as_it_was_written(
        table in table(),
        sign in select(vec![b',', b';', b'\t']),
        ends in select(vec![Terminator::CRLF, Terminator::Any(b'\n'), Terminator::Any(b'\r')]),
        style in select(vec![QuoteStyle::Always, QuoteStyle::Necessary]),
        encoding in 0..4,
    ) {
        let mut writer = WriterBuilder::new()
            .delimiter(sign).terminator(ends).quote_style(style).from_writer(Vec::new());
        for row in &table {
            writer.write_record(row).expect("a row");
        }
        let text = String::from_utf8(writer.into_inner().expect("text")).expect("UTF-8");
        let bytes = match encoding {
            0 => text.into_bytes(),
            1 => format!("\u{feff}{text}").into_bytes(),
            2 => encoding_rs::GB18030.encode(&text).0.into_owned(),
            _ => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        };
        let reading = read(&[("a.csv".to_owned(), bytes)], &gb18030);
        prop_assert_eq!(&reading.refused, &[]);
        let read: Vec<_> = reading.grids[0].lines.iter().map(|line| &line.cells).collect();
        prop_assert_eq!(read, table.iter().collect::<Vec<_>>());
    }

    #[test]
    fn a_number_of_a_workbook_is_the_one_that_was_written(value in any::<f64>()) {
        prop_assume!(value.is_finite());
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().write_number(0, 0, value).expect("a number");
        let bytes = book.save_to_buffer().expect("a workbook");
        let reading = reading("a.xlsx", bytes);
        prop_assert!(reading.refused.iter().all(|refusal| refusal.why != Why::UnclearNumber));
        let read: f64 = reading.grids[0].lines[0].cells[0].parse().expect("a number");
        prop_assert!((read - value).abs() <= value.abs() * 1e-14, "{} is not {}", read, value);
    }
}
