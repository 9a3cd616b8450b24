//! The columns of every table, and the typed row that each line is read into.

use super::fault::{Fault, Problem};
use super::tables::{DESCRIPTOR, Tables};

/// The file name and columns of one table.
#[derive(Debug)]
pub struct Schema {
    /// The file within the package.
    pub file: &'static str,
    /// The columns, in order.
    pub columns: &'static [&'static str],
}

/// The files that a package is looked through for, the descriptor first.
pub fn files() -> impl Iterator<Item = &'static str> {
    std::iter::once(DESCRIPTOR).chain(SCHEMAS.iter().map(|schema| schema.file))
}

/// Defines a row type whose fields are the columns, and how a whole table of them is read.
macro_rules! tables {
    ($($(#[$meta:meta])* $row:ident = $file:literal { $($column:ident),+ $(,)? })+) => {
        /// Every table of a package.
        pub const SCHEMAS: &[Schema] = &[$($row::SCHEMA),+];

        $(
            $(#[$meta])*
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
                    each_record(tables, &Self::SCHEMA, faults, &mut |line, cells, faults| {
                        // The columns in the order of the schema, which is that of the fields.
                        let row = $row { $($column: cells.next().unwrap_or_default(),)+ };
                        visit(line, &row, faults);
                    });
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

/// What is done with one record: its line, its cells in the order of the schema, and the faults.
type Visit<'a> = dyn FnMut(u64, &mut dyn Iterator<Item = &str>, &mut Vec<Fault>) + 'a;

/// Reads a table record by record. The same code for every table: what differs is in `visit`.
fn each_record(tables: &Tables, schema: &Schema, faults: &mut Vec<Fault>, visit: &mut Visit<'_>) {
    let Some(text) = tables.get(schema.file) else {
        faults.push(fault(schema, 0, "", Problem::MissingFile));
        return;
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let order = match reader.headers() {
        Ok(header) => order(schema, header, faults),
        Err(error) => {
            faults.push(unreadable(schema, 1, &error));
            None
        }
    };
    let Some(order) = order else { return };
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                let line = record.position().map_or(0, csv::Position::line);
                let mut cells = order.iter().filter_map(|index| record.get(*index));
                visit(line, &mut cells, faults);
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                faults.push(unreadable(schema, line, &error));
            }
        }
    }
}

/// Where each column of the schema stands in the header; they may stand in any order. Nothing
/// where one is missing.
fn order(
    schema: &Schema,
    header: &csv::StringRecord,
    faults: &mut Vec<Fault>,
) -> Option<Vec<usize>> {
    for name in header.iter().filter(|name| !schema.columns.contains(name)) {
        faults.push(fault(schema, 1, name, Problem::UnknownColumn));
    }
    let mut order = Vec::new();
    for column in schema.columns {
        let mut places = (0..).zip(header).filter(|(_, name)| name == column);
        match (places.next(), places.next()) {
            (Some((place, _)), None) => order.push(place),
            (Some(_), Some(_)) => {
                let read = (*column).to_owned();
                faults.push(fault(
                    schema,
                    1,
                    column,
                    Problem::Duplicate { read, first: 1 },
                ));
            }
            (None, _) => faults.push(fault(schema, 1, column, Problem::MissingColumn)),
        }
    }
    (order.len() == schema.columns.len()).then_some(order)
}

fn fault(schema: &Schema, row: u64, column: &str, problem: Problem) -> Fault {
    Fault {
        file: schema.file.to_owned(),
        row,
        column: column.to_owned(),
        problem,
    }
}

fn unreadable(schema: &Schema, row: u64, error: &csv::Error) -> Fault {
    let what = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!("the row has {len} cells, the header {expected_len}"),
        _ => error.to_string(),
    };
    fault(schema, row, "", Problem::Unreadable(what))
}
