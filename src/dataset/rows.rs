//! The columns of every table, and the typed row that each line is read into.

use serde::Deserialize;

use super::fault::{Fault, Problem};
use super::tables::Tables;

/// The file name and columns of one table.
#[derive(Debug)]
pub struct Schema {
    /// The file within the package.
    pub file: &'static str,
    /// The columns, in order.
    pub columns: &'static [&'static str],
}

/// Defines a row type whose fields are the columns, and how a whole table of them is read.
macro_rules! tables {
    ($($(#[$meta:meta])* $row:ident = $file:literal { $($column:ident),+ $(,)? })+) => {
        /// Every table of a package.
        pub const SCHEMAS: &[Schema] = &[$($row::SCHEMA),+];

        $(
            $(#[$meta])*
            #[derive(Deserialize)]
            pub(super) struct $row<'a> {
                $(pub $column: &'a str,)+
            }

            impl $row<'_> {
                const SCHEMA: Schema = Schema { file: $file, columns: &[$(stringify!($column)),+] };

                /// Calls `visit` with line number and row for each readable row.
                pub(super) fn visit(
                    tables: &Tables,
                    faults: &mut Vec<Fault>,
                    mut visit: impl FnMut(u64, &$row<'_>, &mut Vec<Fault>),
                ) {
                    let Some((mut reader, header)) = open(tables, &Self::SCHEMA, faults) else {
                        return;
                    };
                    let mut record = csv::StringRecord::new();
                    loop {
                        match reader.read_record(&mut record) {
                            Ok(false) => break,
                            Ok(true) => {
                                let line = record.position().map_or(0, csv::Position::line);
                                match record.deserialize(Some(&header)) {
                                    Ok(row) => visit(line, &row, faults),
                                    Err(error) => faults.push(unreadable($file, line, &error)),
                                }
                            }
                            Err(error) => {
                                let line = error.position().map_or(0, csv::Position::line);
                                faults.push(unreadable($file, line, &error));
                            }
                        }
                    }
                }
            }
        )+
    };
}

tables! {
    /// An area.
    AreaRow = "areas.csv" { code, name_zh, name_en, parent }
    /// A source.
    DocumentRow = "documents.csv" {
        id, area, kind, title_zh, title_en, issuer, number, delivered, published, covers, sha256, numerals
    }
    /// A theme.
    ThemeRow = "themes.csv" { id, name_zh, name_en, order }
    /// A unit of measure.
    UnitRow = "units.csv" { id, name_zh, name_en, dimension, factor }
    /// An indicator.
    IndicatorRow = "indicators.csv" {
        id, name_zh, name_en, theme, unit, measure, direction, headline, aliases, pinyin,
        definition_zh, definition_en, part_of
    }
    /// One printing of one figure.
    ObservationRow = "observations.csv" {
        id, document, line, section, indicator, area, period, period_basis, kind, comparator, value,
        value_high, unit, statement, class, plan, task, shared, as_printed, repair, note_zh, note_en
    }
    /// How two printings relate.
    RelationRow = "relations.csv" { from, to, kind, note_zh, note_en }
    /// A task of a plan.
    TaskRow = "tasks.csv" { id, document, theme_no, number, title_zh, title_en }
    /// A unit of government.
    OrganisationRow = "organisations.csv" { id, name_zh, name_en, kind, aliases }
    /// Who answers for what.
    ResponsibilityRow = "responsibilities.csv" { subject, organisation, role, as_printed }
    /// A named project.
    ProjectRow = "projects.csv" { id, name_zh, name_en, area, document, stage, period, as_printed }
    /// A term.
    GlossaryRow = "glossary.csv" { term_zh, term_en, document, definition_zh, definition_en }
    /// A numeral that is no measurement.
    ExclusionRow = "exclusions.csv" { document, line, as_printed, reason }
}

type Reader<'a> = csv::Reader<&'a [u8]>;

/// Opens a table and compares its header with the schema, whose columns may stand in any order.
fn open<'a>(
    tables: &'a Tables,
    schema: &Schema,
    faults: &mut Vec<Fault>,
) -> Option<(Reader<'a>, csv::StringRecord)> {
    let mut fault = |row, column: &str, problem| {
        faults.push(Fault {
            file: schema.file.to_owned(),
            row,
            column: column.to_owned(),
            problem,
        });
    };
    let Some(text) = tables.get(schema.file) else {
        fault(0, "", Problem::MissingFile);
        return None;
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            fault(1, "", Problem::Unreadable(error.to_string()));
            return None;
        }
    };
    let mut complete = true;
    for column in schema.columns {
        match header.iter().filter(|name| name == column).count() {
            1 => {}
            0 => {
                complete = false;
                fault(1, column, Problem::MissingColumn);
            }
            _ => {
                complete = false;
                let problem = Problem::Duplicate {
                    read: (*column).to_owned(),
                    first: 1,
                };
                fault(1, column, problem);
            }
        }
    }
    for name in header.iter().filter(|name| !schema.columns.contains(name)) {
        fault(1, name, Problem::UnknownColumn);
    }
    complete.then_some((reader, header))
}

fn unreadable(file: &str, row: u64, error: &csv::Error) -> Fault {
    let what = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!("the row has {len} cells, the header {expected_len}"),
        _ => error.to_string(),
    };
    Fault {
        file: file.to_owned(),
        row,
        column: String::new(),
        problem: Problem::Unreadable(what),
    }
}
