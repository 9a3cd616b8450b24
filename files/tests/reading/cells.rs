//! Cells of a workbook: each is the text that a reader sees in it, or is refused with its place.

use guatu_files::Why;

use crate::made::{Parts, data, refused, row, rows, workbook};

#[test]
fn texts_shared_or_in_place_are_read_whole() {
    let book = row("<c r='A1' t='s'><v>0</v></c>\
        <c r='B1' t='inlineStr'><is><r><t>a </t></r><r><t>&lt;b&gt;</t></r><rPh><t>x</t></rPh></is></c>\
        <c r='D1' t='str'><f>A1&amp;\"!\"</f><v>挂图!</v></c>\
        <c r='E1' t='str'><f>\"\"</f><v></v></c><c r='F1' t='b'><v>1</v></c><c r='G1' t='b'><v>0</v></c>");
    let expected = ["挂图", "a <b>", "", "挂图!", "", "TRUE", "FALSE"];
    assert_eq!(rows("a.xlsx", book), [expected]);
}

#[test]
fn places_that_a_file_leaves_out_follow_the_one_before() {
    let book = workbook(&data(
        "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>\
        <row r='5'><c><v>4</v></c></row><row><c><v>5</v></c></row>",
    ));
    let reading = crate::made::reading("a.xlsx", book);
    let lines = reading.grids[0].lines.iter();
    let read: Vec<_> = lines
        .map(|line| (line.number, line.cells.join("|")))
        .collect();
    let expected = [(1, "1|||2|3"), (5, "4"), (6, "5")];
    assert_eq!(
        read,
        expected.map(|(number, cells)| (number, cells.to_owned()))
    );
}

#[test]
fn numbers_percentages_and_dates_are_as_they_are_shown() {
    let codes = [
        "0.00",
        "0.0%",
        "yyyy\"年\"m\"月\"",
        "yyyy-mm-dd",
        "yyyy",
        "0.0\"%\"",
    ];
    let sheet = data(
        "<row r='1'><c r='A1'><v>0.30000000000000004</v></c><c r='B1' s='1'><v>1E-3</v></c>\
        <c r='C1' s='2'><v>7.4999999999999997E-2</v></c><c r='D1' s='3'><v>46112</v></c>\
        <c r='E1' s='4'><v>46112</v></c><c r='F1' s='5'><v>46112</v></c>\
        <c r='G1' s='6'><v>7.5</v></c></row>",
    );
    let book = Parts::default().formats(&codes).sheet(&sheet);
    let expected = [
        "0.3",
        "0.001",
        "7.5%",
        "2026-03",
        "2026-03-31",
        "2026",
        "7.5%",
    ];
    assert_eq!(rows("a.xlsx", book.make()), [expected]);
}

#[test]
fn days_are_counted_from_1904_where_the_workbook_says_so() {
    let sheet = data("<row r='1'><c r='A1' s='1'><v>44650</v></c></row>");
    let book = Parts::default().formats(&["yyyy-mm-dd"]).sheet(&sheet);
    let book = book.part(
        "xl/workbook.xml",
        "<workbook><workbookPr date1904='1'/><sheets><sheet name='a' r:id='r1'/></sheets></workbook>",
    );
    assert_eq!(rows("a.xlsx", book.make()), [["2026-03-31"]]);
}

#[test]
fn a_date_that_is_text_is_read_as_it_is_shown() {
    let sheet = data(
        "<row r='1'><c r='A1' t='d'><v>2026-03-31</v></c>\
        <c r='B1' t='d' s='1'><v>2026-03-31T00:00:00</v></c></row>",
    );
    let book = Parts::default().formats(&["yyyy-mm"]).sheet(&sheet);
    assert_eq!(rows("a.xlsx", book.make()), [["2026-03-31", "2026-03"]]);
    let time = row("<c r='A1' t='d'><v>2026-03-31T08:00:00</v></c>");
    let read = "2026-03-31T08:00:00".to_owned();
    assert_eq!(refused("a.xlsx", time), [(Why::UnclearDate, 1, 1, read)]);
}

#[test]
fn a_number_that_is_shown_as_another_and_a_date_without_a_year_are_refused() {
    let codes = [
        "0!.0,\"万\"",
        "m\"月\"d\"日\"",
        "h:mm",
        "yyyy-mm-dd",
        "0%;0",
    ];
    let sheet = data(
        "<row r='1'><c r='A1' s='1'><v>12345</v></c><c r='B1' s='2'><v>46112</v></c>\
        <c r='C1' s='3'><v>0.5</v></c><c r='D1' s='4'><v>46112.5</v></c>\
        <c r='E1' s='4'><v>60</v></c><c r='F1' s='5'><v>1</v></c>\
        <c r='G1'><v>NaN</v></c><c r='H1' s='4'><v>-1</v></c></row>",
    );
    let book = Parts::default().formats(&codes).sheet(&sheet);
    let expected = [
        (Why::UnclearNumber, 1, "12345"),
        (Why::UnclearDate, 2, "46112"),
        (Why::UnclearDate, 3, "0.5"),
        (Why::UnclearDate, 4, "46112.5"),
        (Why::UnclearDate, 5, "60"),
        (Why::UnclearNumber, 6, "1"),
        (Why::UnclearNumber, 7, "NaN"),
        (Why::UnclearDate, 8, "-1"),
    ];
    let expected = expected.map(|(why, column, read)| (why, 1, column, read.to_owned()));
    assert_eq!(refused("a.xlsx", book.make()), expected);
}

#[test]
fn a_number_whose_format_leaves_out_its_scale_its_sign_or_all_of_it_is_refused() {
    let codes = ["0.0\"万元\"", "0;0", "0.0%;;\"—\"", "0.0_);(0.0)"];
    let cell = |place: &str, style: usize, value: &str| {
        format!("<c r='{place}' s='{style}'><v>{value}</v></c>")
    };
    let cells = [
        cell("A1", 1, "12.5"),
        cell("B1", 2, "-3"),
        cell("C1", 2, "3"),
        cell("D1", 3, "0"),
        cell("E1", 3, "-0.5"),
        cell("F1", 3, "0.075"),
        cell("G1", 4, "-7"),
    ];
    let sheet = data(&format!("<row r='1'>{}</row>", cells.concat()));
    let book = Parts::default().formats(&codes).sheet(&sheet).make();
    let reading = crate::made::reading("a.xlsx", book.clone());
    let read = ["", "", "3", "", "", "7.5%", "-7"];
    assert_eq!(reading.grids[0].lines[0].cells, read);
    let expected = [(1, "12.5"), (2, "-3"), (4, "0"), (5, "-0.5")];
    let expected = expected.map(|(at, read)| (Why::UnclearNumber, 1, at, read.to_owned()));
    assert_eq!(refused("a.xlsx", book), expected);
}

#[test]
fn an_error_and_a_formula_that_was_not_worked_out_are_refused() {
    let book = row(
        "<c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='B1'><f>1+1</f></c>\
        <c r='C1'><f>1+1</f><v></v></c><c r='D1'><f>1+1</f><v>2</v></c>",
    );
    let expected = [
        (Why::FormulaError, 1, 1, "#DIV/0!".to_owned()),
        (Why::FormulaWithoutValue, 1, 2, String::new()),
        (Why::FormulaWithoutValue, 1, 3, String::new()),
    ];
    assert_eq!(refused("a.xlsx", book), expected);
}

#[test]
fn values_of_formulas_that_are_to_be_worked_out_anew_are_not_believed() {
    let sheet = data("<row r='1'><c r='A1'><v>1</v></c><c r='B1'><f>1+1</f><v>0</v></c></row>");
    let book = Parts::default().sheet(&sheet).part(
        "xl/workbook.xml",
        "<workbook><sheets><sheet name='a' r:id='r1'/></sheets><calcPr fullCalcOnLoad='1'/></workbook>",
    );
    let expected = (Why::FormulaWithoutValue, 1, 2, "0".to_owned());
    assert_eq!(refused("a.xlsx", book.make()), [expected]);
}

#[test]
fn cells_merged_over_rows_are_refused_and_heads_over_columns_are_not() {
    let sheet = "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row>\
        <row r='2'><c r='A2'><v>2</v></c></row></sheetData><mergeCells><mergeCell ref='A1:C1'/>\
        <mergeCell ref='A2:A4'/><mergeCell ref='B2:B4'/></mergeCells></worksheet>";
    let expected = (Why::MergedCells, 2, 1, "A2:A4".to_owned());
    assert_eq!(refused("a.xlsx", workbook(sheet)), [expected]);
}

#[test]
fn signs_that_no_text_has_are_refused_in_a_workbook_too() {
    let book = row("<c r='A1' t='inlineStr'><is><t>a_x001F_b</t></is></c>\
        <c r='B1' t='inlineStr'><is><t>a_x000D__x000A_b&#9;</t></is></c>");
    let reading = crate::made::reading("a.xlsx", book.clone());
    assert_eq!(reading.grids[0].lines[0].cells, ["", "a\nb\t"]);
    let expected = (Why::ControlCharacter, 1, 1, "a\u{fffd}b".to_owned());
    assert_eq!(refused("a.xlsx", book), [expected]);
}
