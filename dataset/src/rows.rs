//! The columns of every table, and the typed row that each line is read into.

use super::cell::Place;
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

impl Schema {
    /// The rows of the table as they stand, with the line that each begins in and its cells in the
    /// order of the columns. Rows that cannot be read are left out: [`load`](super::load) names
    /// them.
    #[must_use]
    pub fn rows(&self, tables: &Tables) -> Vec<(u64, Vec<String>)> {
        let mut rows = Vec::new();
        each_record(tables, self, &mut Vec::new(), &mut |cells, place| {
            rows.push((place.row, cells.map(str::to_owned).collect()));
        });
        rows
    }
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
                pub(super) const SCHEMA: Schema = Schema { file: $file, columns: &[$(stringify!($column)),+] };

                /// Calls `visit` with each readable row and its place.
                pub(super) fn visit(
                    tables: &Tables,
                    faults: &mut Vec<Fault>,
                    mut visit: impl FnMut(&$row<'_>, &mut Place<'_>),
                ) -> bool {
                    each_record(tables, &Self::SCHEMA, faults, &mut |cells, place| {
                        // The columns in the order of the schema, which is that of the fields.
                        let row = $row { $($column: cells.next().unwrap_or_default(),)+ };
                        visit(&row, place);
                    })
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
    TaskRow = "tasks.csv" {
        id, document, line, theme_no, theme_line, theme_zh, theme_en, number, title_zh, title_en
    }
    /// A unit of government.
    OrganisationRow = "organisations.csv" { id, name_zh, name_en, kind, aliases, pinyin }
    /// Who answers for what.
    ResponsibilityRow = "responsibilities.csv" {
        subject, organisation, role, order, document, line, as_printed
    }
    /// One printing of a named project.
    ProjectRow = "projects.csv" {
        id, name_zh, name_en, area, document, line, stage, period, as_printed
    }
    /// A term.
    GlossaryRow = "glossary.csv" { term_zh, term_en, document, line, definition_zh, definition_en }
    /// A numeral that is no measurement.
    ExclusionRow = "exclusions.csv" { document, line, as_printed, reason }
    /// What an edition of the data has otherwise than an earlier one.
    ChangeRow = "changes.csv" { edition, since, change, observation, field, before }
}

/// So many faults of one table are told: a table with more is of another kind.
const MOST: usize = 10_000;

/// What is done with one record: its cells in the order of the schema, and its place.
type Visit<'a> = dyn FnMut(&mut dyn Iterator<Item = &str>, &mut Place<'_>) + 'a;

/// Reads a table record by record; whether it could be opened. The same code for every table:
/// what differs is in `visit`.
fn each_record(
    tables: &Tables,
    schema: &Schema,
    faults: &mut Vec<Fault>,
    visit: &mut Visit<'_>,
) -> bool {
    let Some(text) = tables.get(schema.file) else {
        faults.push(fault(schema, 0, "", Problem::MissingFile));
        return false;
    };
    let mut lines = Lines::new(text);
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let order = match reader.headers() {
        Ok(header) => order(schema, header, faults),
        Err(error) => {
            faults.push(unreadable(schema, 1, &error));
            None
        }
    };
    let Some(order) = order else { return false };
    let mut record = csv::StringRecord::new();
    let most = faults.len() + MOST;
    while faults.len() < most {
        match reader.read_record(&mut record) {
            Ok(false) => return true,
            Ok(true) => {
                let row = lines.at(record.position());
                let file = schema.file;
                let mut cells = order.iter().filter_map(|index| record.get(*index));
                visit(&mut cells, &mut Place { file, row, faults });
            }
            Err(error) => {
                let row = lines.at(error.position());
                faults.push(unreadable(schema, row, &error));
            }
        }
    }
    true
}

/// Lines of a text by byte offsets that only grow. The reader's own count is that of the line
/// before where lines end in CR LF, or where blank ones stand between.
struct Lines<'a> {
    text: &'a [u8],
    byte: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            byte: 0,
            line: 1,
        }
    }

    /// The line of a record's first character.
    fn at(&mut self, position: Option<&csv::Position>) -> u64 {
        let start = position.map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        let rest = self.text.get(start..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let end = start + blank.count();
        let passed = self.text.get(self.byte..end).unwrap_or_default();
        self.line += passed
            .iter()
            .map(|byte| u64::from(*byte == b'\n'))
            .sum::<u64>();
        self.byte = self.byte.max(end);
        self.line
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
    let problem = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => Problem::Ragged {
            cells: *len,
            header: *expected_len,
        },
        _ => Problem::Unreadable(error.to_string()),
    };
    fault(schema, row, "", problem)
}
