//! The text of a CSV file as a table: the separator is found out, and quotation marks are taken at their word.
//!
//! The records are told apart here and not by a library, for what must be refused, a quotation mark that is
//! never closed or stands where none can, is what those read as something; and only so lines are counted
//! whatever ends them.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::room::{CELL, COLUMNS};
use super::table::Table;
use super::{Refusal, Why};

/// What separates cells, and what does where nothing else is found to.
const SIGNS: [&[char]; 2] = [&[',', ';', '\t'], &['，', '；']];

/// How many records are looked at for the separator, and how many bytes of them: over the heads there may be
/// a title.
const HEADS: usize = 10;
const LOOKED_AT: usize = 1 << 16;

/// Reads the text into a table.
///
/// # Errors
/// When the table is read no further.
pub fn read(table: &mut Table<'_>, text: &str) -> Result<(), Refusal> {
    let mut records = declared(text).unwrap_or_else(|| Records {
        rest: text,
        line: 1,
        sign: sign(text),
    });
    while let Some(Record { line, cells }) = records.next()? {
        if records.sign == ';' {
            for (column, cell) in (1..).zip(&cells) {
                if is_unclear(cell) {
                    table.refuse(
                        Refusal::of(Why::UnclearNumber)
                            .at(line, column)
                            .reading(cell),
                    )?;
                }
            }
        }
        table.row(line, cells.into_iter().map(Cow::into_owned).collect())?;
    }
    Ok(())
}

/// Whether a number is thousands or has decimals: where spreadsheets part cells by semicolons, a comma is mostly
/// the sign before decimals, and `3,125` may be either.
fn is_unclear(cell: &str) -> bool {
    let number = cell.trim().trim_start_matches('-').split_once(',');
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    number.is_some_and(|(whole, rest)| {
        (1..=3).contains(&whole.len()) && rest.len() == 3 && is_digits(whole) && is_digits(rest)
    })
}

/// The records after a first line `sep=;`, by which spreadsheets are told the separator.
fn declared(text: &str) -> Option<Records<'_>> {
    let (line, rest) = text.split_once('\n')?;
    let line = line.trim_end_matches('\r').trim_matches('"');
    let (name, sign) = line.split_at_checked("sep=".len())?;
    let mut signs = sign.chars();
    let sign = signs
        .next()
        .filter(|sign| matches!(sign, '\t') || !(sign.is_alphanumeric() || sign.is_whitespace()))?;
    let is_declared = name.eq_ignore_ascii_case("sep=") && signs.next().is_none() && sign != '"';
    is_declared.then_some(Records {
        rest,
        line: 2,
        sign,
    })
}

/// The separator: which gives several cells in the earliest record, and there the most.
fn sign(text: &str) -> char {
    let text = text
        .get(..text.floor_char_boundary(LOOKED_AT))
        .unwrap_or(text);
    let found = SIGNS.iter().find_map(|signs| {
        let split = signs
            .iter()
            .filter_map(|&sign| Some((split(text, sign)?, sign)));
        split.min_by_key(|(split, _)| *split)
    });
    found.map_or(',', |(_, sign)| sign)
}

/// The first record that a separator splits, and into how many cells.
fn split(text: &str, sign: char) -> Option<(usize, Reverse<u64>)> {
    let (rest, line) = (text, 1);
    let mut records = Records { rest, line, sign };
    for at in 0..HEADS {
        let cells = match records.next() {
            Ok(record) => record?.cells.len() as u64,
            Err(refusal) if refusal.why == Why::TooManyColumns => refusal.column,
            Err(_) => return None,
        };
        if cells > 1 {
            return Some((at, Reverse(cells)));
        }
    }
    None
}

/// A record: the line where it begins, and its cells.
struct Record<'a> {
    line: u64,
    cells: Vec<Cow<'a, str>>,
}

/// The records that are still to be read.
struct Records<'a> {
    rest: &'a str,
    line: u64,
    sign: char,
}

impl<'a> Records<'a> {
    /// The next record that is no empty line.
    fn next(&mut self) -> Result<Option<Record<'a>>, Refusal> {
        while !self.rest.is_empty() && is_end(self.rest) {
            self.end();
        }
        if self.rest.is_empty() {
            return Ok(None);
        }
        let line = self.line;
        let mut cells = Vec::new();
        for column in 1..=COLUMNS {
            let (text, line_there) = (self.rest, self.line);
            let cell = self.cell();
            cells.push(cell.map_err(|why| match why {
                Why::UnclosedQuote => Refusal::of(why).at(line, column).reading(text),
                _ => Refusal::of(why).at(line_there, column).reading(text),
            })?);
            let Some(rest) = self.rest.strip_prefix(self.sign) else {
                self.end();
                return Ok(Some(Record { line, cells }));
            };
            self.rest = rest;
        }
        Err(Refusal::of(Why::TooManyColumns).at(line, COLUMNS + 1))
    }

    /// Passes over what ends a line.
    fn end(&mut self) {
        let rest = self.rest;
        let after = rest.strip_prefix("\r\n");
        if let Some(after) = after.or_else(|| rest.strip_prefix(['\r', '\n'])) {
            self.rest = after;
            self.line += 1;
        }
    }

    /// The next cell, up to the separator or the end of the line.
    fn cell(&mut self) -> Result<Cow<'a, str>, Why> {
        if let Some(rest) = self.rest.strip_prefix('"') {
            return self.quoted(rest);
        }
        let (cell, rest) = self
            .rest
            .split_at_checked(self.reach())
            .unwrap_or((self.rest, ""));
        if cell.trim_start().starts_with('"') {
            return Err(Why::StrayQuote);
        }
        self.rest = rest;
        Ok(Cow::Borrowed(cell))
    }

    /// How far a plain cell reaches.
    fn reach(&self) -> usize {
        let mut sign = [0; 4];
        self.sign.encode_utf8(&mut sign);
        let [first, ..] = sign;
        let mut ends = memchr::memchr3_iter(first, b'\r', b'\n', self.rest.as_bytes());
        let end = ends.find(|&at| {
            let rest = self.rest.get(at..);
            rest.is_some_and(|rest| is_end(rest) || rest.starts_with(self.sign))
        });
        end.unwrap_or(self.rest.len())
    }

    /// The rest of a cell in quotation marks, in which two of them stand for one.
    fn quoted(&mut self, rest: &'a str) -> Result<Cow<'a, str>, Why> {
        let mut marks = memchr::memchr_iter(b'"', rest.as_bytes()).peekable();
        let mut has_marks = false;
        let end = loop {
            let at = marks.next().ok_or(Why::UnclosedQuote)?;
            if marks.next_if_eq(&(at + 1)).is_none() {
                break at;
            }
            has_marks = true;
        };
        let (text, rest) = rest.split_at_checked(end).ok_or(Why::UnclosedQuote)?;
        self.rest = rest.strip_prefix('"').unwrap_or(rest);
        if !is_end(self.rest) && !self.rest.starts_with(self.sign) {
            return Err(Why::StrayQuote);
        }
        let mut text = Cow::Borrowed(text);
        // One that is longer than a cell can be is refused as it stands.
        if has_marks && text.len() <= 8 * CELL {
            text = Cow::Owned(text.replace("\"\"", "\""));
        }
        if text.contains('\r') {
            text = Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"));
        }
        self.line += text.matches('\n').count() as u64;
        Ok(text)
    }
}

/// Whether a line ends here.
fn is_end(rest: &str) -> bool {
    matches!(rest.as_bytes().first(), None | Some(b'\r' | b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::room::Room;
    use crate::read::{Grid, Line};

    fn of(text: &str) -> (Grid, Vec<Refusal>) {
        let mut room = Room::default();
        let mut table = Table::new(String::new(), String::new(), &mut room);
        let ended = read(&mut table, text);
        let (grid, mut refused) = table.finish();
        refused.extend(ended.err());
        (grid, refused)
    }

    fn lines(text: &str) -> Vec<Line> {
        let (grid, refused) = of(text);
        assert_eq!(refused, [], "{text:?}");
        grid.lines
    }

    fn line(number: u64, cells: &[&str]) -> Line {
        let cells = cells.iter().map(|&cell| cell.to_owned()).collect();
        Line { number, cells }
    }

    fn refused(text: &str) -> Vec<(Why, u64, u64)> {
        let (_, refused) = of(text);
        let places = refused.iter().map(|r| (r.why, r.row, r.column));
        places.collect()
    }

    #[test]
    fn a_comma_between_three_and_three_digits_beside_semicolons_is_unclear() {
        for (cell, expected) in [
            ("3,125", true),
            ("-12,500", true),
            ("3,12", false),
            ("1,234,567", false),
            ("甲,125", false),
        ] {
            assert_eq!(is_unclear(cell), expected, "{cell}");
        }
    }

    #[test]
    fn the_separator_is_the_sign_that_splits_the_heads_most() {
        for sign in [',', ';', '\t', '，', '；'] {
            let text = format!("指标{sign}数值{sign}单位\n产值{sign}1{sign}亿元\n");
            let read = lines(&text);
            assert_eq!(read[0], line(1, &["指标", "数值", "单位"]), "{sign:?}");
            assert_eq!(read[1], line(2, &["产值", "1", "亿元"]), "{sign:?}");
        }
        assert_eq!(lines("a;b,c;d\n")[0].cells, ["a", "b,c", "d"]);
        assert_eq!(lines("\"a;b;c\",d\n")[0].cells, ["a;b;c", "d"]);
        assert_eq!(lines("指标，单位,数值\n")[0].cells, ["指标，单位", "数值"]);
        assert_eq!(lines("一、总表\n\na;b\n")[1], line(3, &["a", "b"]));
    }

    #[test]
    fn a_first_line_may_name_the_separator() {
        assert_eq!(lines("sep=|\r\na|b,c|d\r\n"), [line(2, &["a", "b,c", "d"])]);
        assert_eq!(lines("\"SEP=;\"\na;b\n"), [line(2, &["a", "b"])]);
        assert_eq!(lines("sep=ab\nc,d\n")[0], line(1, &["sep=ab"]));
    }

    #[test]
    fn each_way_to_end_a_line_counts_as_one() {
        let expected = [line(1, &["a", "b"]), line(3, &["c", "d"]), line(4, &["e"])];
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "c,d", "e"].join(end);
            assert_eq!(lines(&text), expected, "{end:?}");
        }
    }

    #[test]
    fn a_cell_in_quotation_marks_holds_separators_line_breaks_and_marks() {
        let read = lines("a,b\n\"1,\"\"2\"\"\r\n3\",\"\"\nx,y\n");
        assert_eq!(read[1], line(2, &["1,\"2\"\n3", ""]));
        assert_eq!(read[2], line(4, &["x", "y"]));
        assert_eq!(lines("a,5\" pipe\n")[0].cells, ["a", "5\" pipe"]);
    }

    #[test]
    fn rows_of_other_lengths_stay_as_they_are_and_empty_ones_go() {
        let read = lines("a,b,c\n1\n,,\n \t,\u{3000}\n1,2,3,4,\n");
        let expected = [
            line(1, &["a", "b", "c"]),
            line(2, &["1"]),
            line(5, &["1", "2", "3", "4", ""]),
        ];
        assert_eq!(read, expected);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_refused_where_its_record_begins() {
        let text = "a,b\n1,2\n\"x\ny\",\"3\n4,5\n";
        assert_eq!(refused(text), [(Why::UnclosedQuote, 3, 2)]);
        assert_eq!(of(text).0.lines.len(), 2);
    }

    #[test]
    fn a_quotation_mark_that_means_nothing_is_refused() {
        assert_eq!(refused("a,b\n\"重点\"项目,1\n"), [(Why::StrayQuote, 2, 1)]);
        assert_eq!(refused("a,b\n1, \"2,3\"\n"), [(Why::StrayQuote, 2, 2)]);
    }

    #[test]
    fn more_columns_than_are_read_end_the_table() {
        let most = vec!["1"; 200].join(",");
        assert_eq!(lines(&most)[0].cells.len(), 200);
        let text = format!("a,b\n1,2\n{most},1\n3,4\n");
        assert_eq!(refused(&text), [(Why::TooManyColumns, 3, 201)]);
        assert_eq!(of(&text).0.lines.len(), 2);
        assert_eq!(
            refused(&";".repeat(1_000_000)),
            [(Why::TooManyColumns, 1, 201)]
        );
    }

    #[test]
    fn a_cell_is_refused_where_no_text_can_be_so_and_the_others_are_read() {
        let text = format!(
            "a,b\n1\u{1f},2\n\u{feff}3,4\n5,{}\n6,7\u{7f}\n",
            "长".repeat(10_001)
        );
        let expected = [
            (Why::ControlCharacter, 2, 1),
            (Why::ControlCharacter, 3, 1),
            (Why::CellTooLong, 4, 2),
            (Why::ControlCharacter, 5, 2),
        ];
        assert_eq!(refused(&text), expected);
        assert_eq!(of(&text).0.lines[1], line(2, &["", "2"]));
        assert_eq!(lines(&format!("a,{}", "长".repeat(10_000))).len(), 1);
    }

    #[test]
    fn after_very_many_faults_the_table_is_read_no_further() {
        let refused = refused(&"a,\u{1}\n".repeat(1_000));
        assert_eq!(refused.len(), 501);
        assert_eq!(refused[500], (Why::TooManyFaults, 501, 0));
    }

    #[test]
    fn more_rows_than_are_read_end_the_table() {
        let rows = refused(&"1\n".repeat(1_200_001));
        assert_eq!(rows, [(Why::TooManyRows, 1_200_001, 0)]);
    }
}
