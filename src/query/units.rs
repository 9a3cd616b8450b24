//! Who answers for what: the units of government by the fields that a plan is divided into.
//!
//! A field is what documents themselves group by: the indicators of a plan, and the themes of its
//! tasks. So every subject stands in one field, and nothing is counted twice.

use std::cmp::Reverse;

use crate::assess::Ledger;
use crate::dataset::{Code, Dataset, Kind, Observation, Responsibility, Role, Row, Subject};
use crate::order;

use super::charges::{self, Worst};
use super::facet::{Facet, FacetIndex};
use super::filter::Filters;
use super::listed;
use super::search::{self, Found};
use super::select::Selection;

/// What subjects are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The indicators of a plan.
    Plan(Code),
    /// The tasks of one theme.
    Theme {
        /// The document that sets them.
        document: Code,
        /// The theme's number, as printed.
        number: u32,
    },
}

/// How many subjects a unit leads, and how many more it answers for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Those that it leads.
    pub lead: u32,
    /// Those that it answers for under, or beside, a leading unit.
    pub responsible: u32,
}

impl Count {
    /// All of them.
    #[must_use]
    pub const fn all(self) -> u32 {
        self.lead + self.responsible
    }

    fn add(&mut self, role: Role) {
        match role {
            Role::Lead => self.lead += 1,
            Role::Responsible => self.responsible += 1,
        }
    }
}

/// One unit's row of a [`Matrix`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// The unit.
    pub unit: Code,
    /// What it answers for in each field, in the order of the matrix.
    pub counts: Vec<Count>,
    /// What it answers for in all.
    pub total: Count,
    /// The worst status of the targets that it leads, and of those that it only answers for: in each field,
    /// and last in all. A target stands once in each field, and once in all.
    pub worst: Vec<[Option<Worst>; 2]>,
}

/// The units of one area by fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The area.
    pub area: Code,
    /// The fields, plans before tasks.
    pub fields: Vec<Field>,
    /// How many different subjects each field has.
    pub subjects: Vec<u32>,
    /// The units: those that lead most first, then those that answer for most.
    pub units: Vec<UnitRow>,
    /// The documents that say so.
    pub documents: Vec<Code>,
}

/// A matrix for each area with units that answer for anything that passes the filters.
///
/// A subject passes when a figure of it does; a task without figures has no theme, kind or class,
/// and passes while none is asked for. Each word must be found in the figure's indicator, the task,
/// the area or the unit itself; a choice of units leaves those alone.
#[must_use]
pub fn matrices(data: &Dataset, index: &FacetIndex, filters: &Filters) -> Vec<Matrix> {
    let passing = Passing::new(data, index, filters);
    let mut placed: Vec<Placed<'_>> = Vec::new();
    for duty in &data.responsibilities {
        let place = area(data, duty.subject).zip(field(data, duty.subject));
        if let Some((area, field)) = place.filter(|_| passing.has(data, duty)) {
            placed.push((area, field, duty));
        }
    }
    order::sort_by_key(&mut placed, |(area, field, duty)| {
        (*area, *field, duty.subject)
    });
    let areas = placed.chunk_by(|(a, ..), (b, ..)| a == b);
    let mut matrices: Vec<(Matrix, &[Placed<'_>])> = areas
        .filter_map(|duties| Some((matrix(duties)?, duties)))
        .collect();
    for (matrix, duties) in &mut matrices {
        assess(data, index.ledger(), &passing, matrix, duties);
    }
    matrices.into_iter().map(|(matrix, _)| matrix).collect()
}

/// A responsibility with its area and field.
type Placed<'a> = (Code, Field, &'a Responsibility);

/// Counts the duties of an area, which stand field by field and subject by subject.
fn matrix(duties: &[Placed<'_>]) -> Option<Matrix> {
    let (area, ..) = *duties.first()?;
    let mut fields: Vec<Field> = duties.iter().map(|(_, field, _)| *field).collect();
    fields.dedup();
    let mut subjects = vec![0; fields.len()];
    let mut documents: Vec<Code> = Vec::new();
    let mut units: Vec<UnitRow> = Vec::new();
    let mut last = None;
    for (_, field, duty) in duties {
        let column = fields.iter().position(|known| known == field);
        if last.replace(duty.subject) != Some(duty.subject)
            && let Some(count) = column.and_then(|column| subjects.get_mut(column))
        {
            *count += 1;
        }
        if !documents.contains(&duty.document) {
            documents.push(duty.document);
        }
        let known = units.iter().position(|row| row.unit == duty.organisation);
        let row = known.unwrap_or_else(|| {
            units.push(UnitRow {
                unit: duty.organisation,
                counts: vec![Count::default(); fields.len()],
                total: Count::default(),
                worst: Vec::new(),
            });
            units.len() - 1
        });
        if let Some(row) = units.get_mut(row) {
            row.total.add(duty.role);
            if let Some(count) = column.and_then(|column| row.counts.get_mut(column)) {
                count.add(duty.role);
            }
        }
    }
    order::sort_by_key(&mut units, |row| {
        (Reverse(row.total.lead), Reverse(row.total.all()), row.unit)
    });
    Some(Matrix {
        area,
        fields,
        subjects,
        units,
        documents,
    })
}

/// Puts the worst status into each row: of the targets that pass.
fn assess(
    data: &Dataset,
    ledger: &Ledger,
    passing: &Passing<'_>,
    matrix: &mut Matrix,
    duties: &[Placed<'_>],
) {
    let mut named: Vec<(Code, Field, Role, Row)> = Vec::new();
    for (_, field, duty) in duties {
        let targets = passing.targets(data, duty).into_iter();
        named.extend(targets.map(|row| (duty.organisation, *field, duty.role, row)));
    }
    for row in &mut matrix.units {
        let own: Vec<_> = named
            .iter()
            .filter(|(unit, ..)| *unit == row.unit)
            .collect();
        let of = |is_own: &dyn Fn(Field, Role) -> bool| {
            let own = own
                .iter()
                .filter(|(_, field, role, _)| is_own(*field, *role));
            let own: Vec<(Role, Row)> = own.map(|(.., role, row)| (*role, *row)).collect();
            charges::worst(&charges::counted(data, ledger, &own))
        };
        let fields = matrix.fields.iter();
        row.worst = fields.map(|at| of(&|field, _| field == *at)).collect();
        // The total of a part is the worst of its cells, in whatever part else a target is named.
        let [lead, responsible] =
            [Role::Lead, Role::Responsible].map(|part| of(&|_, role| role == part));
        row.worst.push([lead[0], responsible[1]]);
    }
}

/// Which duties pass the filters.
struct Passing<'a> {
    filters: &'a Filters,
    words: Vec<Found>,
    /// All that units answer for, in order.
    subjects: Vec<Subject>,
    /// The figures of each that pass; empty where none does, and none where there are no figures.
    figures: Vec<Option<Vec<Row>>>,
}

impl<'a> Passing<'a> {
    fn new(data: &Dataset, index: &FacetIndex, filters: &'a Filters) -> Self {
        // Words and units are looked for in each duty, not in all units of a figure.
        let mut others = filters.clone();
        others.search.clear();
        others.set(Facet::Organisation, Vec::new());
        let subjects = data.subjects();
        let mut figures: Vec<Option<Vec<Row>>> = vec![None; subjects.len()];
        // Where nobody answers for anything no figure is looked at.
        let rows = if subjects.is_empty() {
            0..0
        } else {
            0..data.observations.len()
        };
        let selection = Selection::uncounted(data, index, &others);
        for row in rows {
            let place = index.set_of(row);
            if let Some(own) = place.and_then(|place| figures.get_mut(place)) {
                let own = own.get_or_insert_default();
                own.extend(Some(row).filter(|row| selection.passes(*row)));
            }
        }
        Self {
            filters,
            words: search::find_words(data, &filters.search),
            subjects,
            figures,
        }
    }

    /// The figures of a subject that pass; none where it has no figures at all.
    fn of(&self, subject: Subject) -> Option<&[Row]> {
        let place = self.subjects.binary_search(&subject).ok()?;
        self.figures.get(place)?.as_deref()
    }

    /// The targets of a duty that pass.
    fn targets(&self, data: &Dataset, duty: &Responsibility) -> Vec<Row> {
        let rows = self.of(duty.subject).unwrap_or_default().iter();
        let figures = rows.filter_map(|row| data.observation(*row));
        let targets = figures.filter(|figure| {
            figure.kind == Kind::Target && self.is_named(data, duty, Some(figure))
        });
        targets.map(|target| target.row).collect()
    }

    fn has(&self, data: &Dataset, duty: &Responsibility) -> bool {
        let units = self.filters.get(Facet::Organisation);
        if !units.is_empty() && !units.contains(&duty.organisation) {
            return false;
        }
        match self.of(duty.subject) {
            Some(rows) => {
                let mut figures = rows.iter().filter_map(|row| data.observation(*row));
                figures.any(|figure| self.is_named(data, duty, Some(&figure)))
            }
            None => self.takes_bare(data, duty) && self.is_named(data, duty, None),
        }
    }

    /// Whether a subject without figures passes the choices.
    fn takes_bare(&self, data: &Dataset, duty: &Responsibility) -> bool {
        let area = area(data, duty.subject);
        let is_asked = |facet: Facet| !self.filters.get(facet).is_empty();
        let document = data.documents.get(usize::from(duty.document));
        !is_asked(Facet::Theme)
            && !is_asked(Facet::Kind)
            && !is_asked(Facet::Class)
            && !is_asked(Facet::Status)
            && area.is_some_and(|area| listed::is_chosen(self.filters, Facet::Area, area))
            && listed::is_chosen(self.filters, Facet::Document, duty.document)
            && document.is_some_and(|d| listed::is_within(data, self.filters, d.covers))
    }

    /// Whether every word is found in the unit, the area, the task, the figure's indicator or, if
    /// it is a number, in the figure as printed.
    fn is_named(
        &self,
        data: &Dataset,
        duty: &Responsibility,
        figure: Option<&Observation<'_>>,
    ) -> bool {
        let has = |list: &[bool], code: Option<Code>| {
            code.and_then(|code| list.get(usize::from(code))) == Some(&true)
        };
        let task = match duty.subject {
            Subject::Task(task) => Some(task),
            Subject::Indicator { .. } => None,
        };
        self.words.iter().all(|word| {
            let number = figure.zip(word.number.as_ref());
            has(&word.organisations, Some(duty.organisation))
                || has(&word.areas, area(data, duty.subject))
                || has(&word.tasks, task)
                || has(&word.indicators, figure.map(|figure| figure.indicator_code))
                || number.is_some_and(|(figure, word)| search::prints(figure.as_printed, word))
        })
    }
}

/// The area of a subject: a task's is that of the document that sets it.
#[must_use]
pub fn area(data: &Dataset, subject: Subject) -> Option<Code> {
    match subject {
        Subject::Indicator { area, .. } => Some(area),
        Subject::Task(task) => {
            let task = data.tasks.get(usize::from(task))?;
            let document = data.documents.get(usize::from(task.document))?;
            Some(document.area)
        }
    }
}

/// The field of a subject.
#[must_use]
pub fn field(data: &Dataset, subject: Subject) -> Option<Field> {
    match subject {
        Subject::Indicator { plan, .. } => Some(Field::Plan(plan)),
        Subject::Task(task) => data.tasks.get(usize::from(task)).map(|task| Field::Theme {
            document: task.document,
            number: task.theme,
        }),
    }
}
