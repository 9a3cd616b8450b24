//! A sheet that a reader fills in: heads, what to write and examples, and cells that keep what is written in them.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Worksheet,
    XlsxError,
};

use crate::xlsx::width;
use crate::{Kind, Sheet};

/// So many rows have the choices of their columns.
const ROWS: u32 = 5000;

/// The narrowest and the widest column, in digits.
const NARROWEST: usize = 12;
const WIDEST: usize = 30;

/// Writes a form: heads, then the rows that explain, in another colour. A spreadsheet makes a date of `2026-09` and
/// a number of `420106`, unless a column is one of text.
pub(crate) fn form(to: &mut Worksheet, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
    to.set_name(sheet.label)?;
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0x00EE_F1F5))
        .set_border_bottom(FormatBorder::Thin);
    let remark = Format::new()
        .set_num_format("@")
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_font_color(Color::RGB(0x005A_6773))
        .set_background_color(Color::RGB(0x00F6_F7F8));
    let text = Format::new().set_num_format("@");
    for (at, column) in (0_u16..).zip(&sheet.columns) {
        if column.kind != Kind::Number {
            to.set_column_format(at, &text)?;
        }
        to.write_string_with_format(0, at, column.label, &head)?;
        let widest = width(column.label).clamp(NARROWEST, WIDEST);
        to.set_column_width(at, widest as f64 + 2.0)?;
        if !column.choices.is_empty() {
            let choices = DataValidation::new()
                .allow_list_strings(&column.choices)?
                // Codes are understood too.
                .set_error_style(DataValidationErrorStyle::Warning);
            to.add_data_validation(1, at, ROWS, at, &choices)?;
        }
    }
    for (line, row) in (1_u32..).zip(&sheet.rows) {
        for (at, cell) in (0_u16..).zip(row) {
            to.write_string_with_format(line, at, *cell, &remark)?;
        }
    }
    to.set_freeze_panes(1, 0)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use zip::ZipArchive;

    use crate::{Book, xlsx};

    #[test]
    fn a_form_has_choices_remarks_and_columns_of_text() {
        let text = "说明\u{1f}\u{1e}\u{1d}figures\u{1f}数据 figures\u{1f}form\u{1f}\u{1e}\
            period\u{1f}时期 period*\u{1f}string\u{1f}\u{1e}\
            kind\u{1f}性质 kind*\u{1f}string\u{1f}实际\u{1f}目标\u{1f}\u{1e}\
            value\u{1f}数值 value\u{1f}number\u{1f}\u{1e}\u{1e}\
            # 如 2026\u{1f}\u{1f}照原文\u{1f}\u{1e}\u{1d}";
        let bytes = xlsx(&Book::read(text).expect("a book")).expect("a workbook");
        let part = |name: &str| {
            let mut archive = ZipArchive::new(Cursor::new(&bytes)).expect("an archive");
            let mut text = String::new();
            let mut file = archive.by_name(name).expect(name);
            file.read_to_string(&mut text).expect("text");
            text
        };
        let sheet = part("xl/worksheets/sheet1.xml");
        assert!(
            sheet.contains("<formula1>\"实际,目标\"</formula1>"),
            "{sheet}"
        );
        assert!(sheet.contains("sqref=\"B2:B5001\""), "{sheet}");
        assert!(
            part("xl/styles.xml").contains("formatCode=\"@\""),
            "columns of text"
        );
        assert!(part("xl/sharedStrings.xml").contains("# 如 2026"));
        assert!(part("xl/workbook.xml").contains("数据 figures"));
    }
}
