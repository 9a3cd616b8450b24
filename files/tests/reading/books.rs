//! Workbooks: which sheets are read, and what is no workbook.

use guatu_files::{Hidden, Why};
use rust_xlsxwriter::{Format, Formula, Workbook};

use crate::made::{Parts, data, reading, rows, why, workbook};

#[test]
fn what_a_library_wrote_is_read_as_it_was_meant() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let percent = Format::new().set_num_format("0.00%");
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_string(0, 0, "地区生产总值 <&>").expect("text");
    sheet.write_number(0, 1, 0.1 + 0.2).expect("a number");
    sheet
        .write_number_with_format(0, 2, 0.075, &percent)
        .expect("a share");
    sheet
        .write_number_with_format(0, 3, 46112.0, &day)
        .expect("a day");
    sheet.write_boolean(0, 4, true).expect("a truth");
    sheet.write_string(2, 0, "a\nb").expect("text");
    let bytes = book.save_to_buffer().expect("a workbook");
    let reading = reading("a.xlsx", bytes);
    assert_eq!(reading.refused, []);
    let grid = &reading.grids[0];
    assert_eq!((&*grid.file, &*grid.sheet), ("a.xlsx", "Sheet1"));
    let cells = ["地区生产总值 <&>", "0.3", "7.5%", "2026-03-31", "TRUE"];
    assert_eq!(grid.lines[0].cells, cells);
    assert_eq!(
        (grid.lines[1].number, &*grid.lines[1].cells[0]),
        (3, "a\nb")
    );
}

#[test]
fn a_formula_that_a_library_wrote_without_working_it_out_is_refused() {
    let mut book = Workbook::new();
    let formula = Formula::new("1+1");
    book.add_worksheet()
        .write_formula(0, 0, formula)
        .expect("a formula");
    let bytes = book.save_to_buffer().expect("a workbook");
    assert_eq!(why("a.xlsx", bytes), [Why::FormulaWithoutValue]);
}

#[test]
fn hidden_sheets_are_read_and_empty_ones_and_charts_are_not() {
    const KIND: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    let links = ["worksheet", "worksheet", "worksheet", "chartsheet"];
    let links: Vec<String> = (1..)
        .zip(links)
        .map(|(at, kind)| {
            format!("<Relationship Id='r{at}' Type='{KIND}/{kind}' Target='sheet{at}.xml'/>")
        })
        .collect();
    let book = Parts::default()
        .part(
            "xl/workbook.xml",
            "<x:workbook xmlns:x='a' xmlns:q='b'><x:sheets><x:sheet name='甲' state='hidden' q:id='r1'/>\
            <x:sheet name='乙' q:id='r2'/><x:sheet name='&lt;script&gt;' state='veryHidden' q:id='r3'/>\
            <x:sheet name='图' q:id='r4'/></x:sheets></x:workbook>",
        )
        .part(
            "xl/_rels/workbook.xml.rels",
            format!("<Relationships>{}</Relationships>", links.concat()),
        )
        .part("xl/sheet1.xml", data("<row><c><v>1</v></c></row>"))
        .part("xl/sheet2.xml", data("<row r='9'><c s='0'/></row>"))
        .part(
            "xl/sheet3.xml",
            data("<row><c><v>3</v></c></row>").replace("worksheet", "x:worksheet"),
        )
        .part("xl/sheet4.xml", "<chartsheet/>");
    let reading = reading("a.xlsx", book.make());
    assert_eq!(reading.refused, []);
    let sheets: Vec<_> = reading.grids.iter().map(|grid| &*grid.sheet).collect();
    assert_eq!(sheets, ["甲", "<script>"]);
    assert!(reading.grids.iter().all(|grid| grid.hidden.is_sheet));
}

#[test]
fn what_is_hidden_of_a_sheet_is_read_and_counted() {
    let rows = "<row r='1'><c r='A1'><v>1</v></c><c r='C1'><v>2</v></c></row>\
        <row r='2' hidden='1'><c><v>3</v></c></row><row r='3' hidden='true'><c s='0'/></row>\
        <row r='4' hidden='0'><c><v>4</v></c></row>";
    let columns = "<cols><col min='2' max='3' hidden='1'/><col min='5' max='16384' hidden='1'/>\
        <col min='1' max='1' width='9'/></cols><sheetData>";
    let sheet = data(rows).replace("<sheetData>", columns);
    let reading = reading("a.xlsx", workbook(&sheet));
    let [grid] = &reading.grids[..] else {
        panic!("{reading:?}");
    };
    let expected = Hidden {
        is_sheet: false,
        rows: 1,
        columns: 1,
    };
    assert_eq!((grid.hidden, grid.lines.len()), (expected, 3));
    let written = reading.write();
    assert!(
        written.contains("表\u{1f}0\u{1f}1\u{1f}1\u{1f}\u{1e}1\u{1f}1"),
        "{written:?}"
    );
}

#[test]
fn a_workbook_is_one_whatever_its_name_is() {
    let book = workbook(&data("<row><c t='s'><v>0</v></c></row>"));
    for name in ["a.zip", "a.csv", "a.xlsm", "a"] {
        assert_eq!(rows(name, book.clone()), [["挂图"]], "{name}");
    }
}

#[test]
fn a_workbook_without_styles_or_shared_texts_is_read() {
    let sheet = data("<row><c><v>1</v></c><c s='0'><v>2</v></c></row>");
    let book = Parts::default().sheet(&sheet).part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='r1' Type='a/worksheet' \
        Target='./worksheets/../worksheets/sheet1.xml'/></Relationships>",
    );
    let book = book
        .without("xl/styles.xml")
        .without("xl/sharedStrings.xml");
    assert_eq!(
        rows("a.xlsx", book.without("_rels/.rels").make()),
        [["1", "2"]]
    );
}

#[test]
fn a_workbook_without_rows_is_empty() {
    assert_eq!(why("a.xlsx", workbook("<worksheet/>")), [Why::Empty]);
    let book = Parts::default().part("xl/workbook.xml", "<workbook/>");
    assert_eq!(why("a.xlsx", book.make()), [Why::Empty]);
}

#[test]
fn a_document_of_another_kind_is_no_workbook() {
    let book = Parts::default().without("xl/workbook.xml");
    assert_eq!(why("a.docx", book.make()), [Why::UnknownType]);
    for part in ["word/document.xml", "xl/workbook.bin"] {
        let links = format!(
            "<Relationships><Relationship Type='a/officeDocument' Target='{part}'/></Relationships>"
        );
        let book = Parts::default()
            .part("_rels/.rels", links)
            .part(part, "<document/>");
        assert_eq!(why("a.docx", book.make()), [Why::UnknownType]);
    }
    let book = crate::made::archive(&[("mimetype", "application/vnd.oasis.opendocument")]);
    assert_eq!(why("a.ods", book), [Why::UnknownType]);
}

#[test]
fn a_damaged_workbook_is_refused() {
    let sheets: [&str; 10] = [
        "<worksheet><sheetData>",
        "<worksheet><sheetData><row><c></row></sheetData></worksheet>",
        "<chartsheet/>",
        "no xml",
        &data("<row r='2'/><row r='2'/>"),
        &data("<row r='1048577'/>"),
        &data("<row r='1'><c r='B1'/><c r='A1'/></row>"),
        &data("<row r='1'><c r='A2'/></row>"),
        &data("<row r='1'><c t='s'><v>1</v></c></row>"),
        &data("<row r='1'><c s='7'><v>1</v></c></row>"),
    ];
    for sheet in sheets {
        assert_eq!(
            why("a.xlsx", workbook(sheet)),
            [Why::BrokenWorkbook],
            "{sheet}"
        );
    }
    let whole = Parts::default().sheet(&data("<row><c><v>1</v></c></row>"));
    for part in [
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml",
    ] {
        let book = Parts::default().sheet("").without(part).make();
        let read = reading("a.xlsx", book).refused;
        assert_eq!((read[0].why, &*read[0].read), (Why::BrokenWorkbook, part));
    }
    let no_text = whole.part("xl/styles.xml", b"<styleSheet>\xff</styleSheet>");
    assert_eq!(why("a.xlsx", no_text.make()), [Why::BrokenWorkbook]);
}

#[test]
fn a_fault_in_one_sheet_leaves_the_others() {
    let book = Parts::default()
        .part(
            "xl/workbook.xml",
            "<workbook><sheets><sheet name='a' r:id='r1'/><sheet name='b' r:id='r4'/></sheets></workbook>",
        )
        .part(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='r1' Type='a/worksheet' Target='1.xml'/>\
            <Relationship Id='r4' Type='a/worksheet' Target='2.xml'/></Relationships>",
        )
        .part("xl/1.xml", "<worksheet>")
        .part("xl/2.xml", data("<row><c><v>1</v></c></row>"));
    let reading = reading("a.xlsx", book.make());
    assert_eq!(reading.grids[0].sheet, "b");
    let refusal = &reading.refused[0];
    let place = (&*refusal.file, &*refusal.sheet);
    assert_eq!((refusal.why, place), (Why::BrokenWorkbook, ("a.xlsx", "a")));
}

#[test]
fn what_the_program_itself_makes_is_read() {
    let book = "挂图\u{1f}\u{1e}title\u{1f}标题\u{1f}string\u{1f}挂图\u{1f}\u{1e}\u{1d}\
        figures\u{1f}指标\u{1f}\u{1e}name\u{1f}名称\u{1f}string\u{1f}\u{1e}\
        value\u{1f}数值\u{1f}number\u{1f}\u{1e}day\u{1f}日期\u{1f}date\u{1f}\u{1e}\
        page\u{1f}网址\u{1f}link\u{1f}\u{1e}\u{1e}\
        =产值\u{1f}1800.50\u{1f}2026-03-31\u{1f}https://example.org/a\u{1f}\u{1e}\u{1d}";
    let book = guatu_files::Book::read(book).expect("a book");
    let bytes = guatu_files::xlsx(&book).expect("a workbook");
    let reading = reading("a.xlsx", bytes);
    assert_eq!(reading.refused, []);
    let grid = &reading.grids[0];
    assert_eq!(grid.sheet, "指标");
    let rows = [
        ["名称", "数值", "日期", "网址"],
        ["=产值", "1800.5", "2026-03-31", "https://example.org/a"],
    ];
    let read: Vec<_> = grid.lines.iter().map(|line| line.cells.clone()).collect();
    assert_eq!(read, rows);
}
