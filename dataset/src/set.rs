//! The checked data set as a whole.

use std::rc::Rc;

use super::codes::Role;
use super::columns::Observations;
use super::entities::{
    Area, Change, Code, Document, Exclusion, Indicator, Organisation, Project, Relation,
    Responsibility, Row, Subject, Task, Term, Theme, Unit,
};
use super::name::Name;
use super::period::Period;
use super::plan::Plan;

/// A checked data set. Every code in it points at an entity of it.
#[derive(Debug, PartialEq)]
pub struct Dataset {
    /// The edition of the data, from the descriptor.
    pub edition: Rc<str>,
    /// The day of the edition, ISO 8601, from the descriptor; empty where it says none.
    pub created: String,
    /// The title, from the descriptor.
    pub title: Name,
    /// What tells a reader's own data from others, from the descriptor; empty for published data.
    pub own: Rc<str>,
    /// Whether a reader opened them beside or in the place of what the page was published with.
    pub is_opened: bool,
    /// The rows that are the reader's where published ones stand beside them, in order.
    pub opened_rows: Vec<Row>,
    /// Areas, by code.
    pub areas: Vec<Area>,
    /// Sources, by id.
    pub documents: Vec<Document>,
    /// Themes, in reading order.
    pub themes: Vec<Theme>,
    /// Units of measure.
    pub units: Vec<Unit>,
    /// Indicators, by id.
    pub indicators: Vec<Indicator>,
    /// Units of government, by id.
    pub organisations: Vec<Organisation>,
    /// The periods that occur, in order of their end.
    pub periods: Vec<Period>,
    /// The plans that occur, oldest first.
    pub plans: Vec<Plan>,
    /// The tasks of plans, by id.
    pub tasks: Vec<Task>,
    /// Who answers for what: subject by subject, leading units first, then as printed.
    pub responsibilities: Vec<Responsibility>,
    /// Printings of named projects, by id.
    pub projects: Vec<Project>,
    /// The terms that documents explain.
    pub terms: Vec<Term>,
    /// The fragments of the texts that measure nothing.
    pub exclusions: Vec<Exclusion>,
    /// What became of figures from edition to edition, the oldest first.
    pub changes: Vec<Change>,
    /// How printings relate.
    pub relations: Vec<Relation>,
    /// The figures.
    pub observations: Observations,
}

impl Dataset {
    /// Whether a figure is the reader's, where published ones stand beside it.
    #[must_use]
    pub fn is_own(&self, row: Row) -> bool {
        self.opened_rows.binary_search(&row).is_ok()
    }

    /// The code of the indicator with this slug.
    #[must_use]
    pub fn indicator_code(&self, id: &str) -> Option<Code> {
        let index = self.indicators.iter().position(|known| *known.id == *id)?;
        Code::try_from(index).ok()
    }

    /// The indicator with this code.
    #[must_use]
    pub fn indicator(&self, code: Code) -> Option<&Indicator> {
        self.indicators.get(usize::from(code))
    }

    /// The area with this code.
    #[must_use]
    pub fn area(&self, code: Code) -> Option<&Area> {
        self.areas.get(usize::from(code))
    }

    /// The period of a figure.
    #[must_use]
    pub fn period(&self, row: Row) -> Option<Period> {
        let code = self.observations.period.get(row as usize)?;
        self.periods.get(usize::from(code)).copied()
    }

    /// The units that answer for a subject, leading ones first, then as printed.
    pub fn responsible(&self, subject: Subject) -> impl Iterator<Item = (&Organisation, Role)> {
        let first = self
            .responsibilities
            .partition_point(|r| r.subject < subject);
        let own = self.responsibilities.iter().skip(first);
        own.take_while(move |r| r.subject == subject)
            .filter_map(|r| Some((self.organisations.get(usize::from(r.organisation))?, r.role)))
    }

    /// All that units answer for, in order: a subject is found by [`slice::binary_search`].
    #[must_use]
    pub fn subjects(&self) -> Vec<Subject> {
        let mut subjects: Vec<Subject> = self.responsibilities.iter().map(|r| r.subject).collect();
        subjects.dedup();
        subjects
    }

    /// What is answered for in a figure: the task that it stands in, whose units are printed there;
    /// else its indicator under its plan. None where no unit is named.
    #[must_use]
    pub fn subject(&self, row: Row) -> Option<Subject> {
        let (figures, index) = (&self.observations, row as usize);
        let own = || {
            let plan = figures.plan.get(index)?;
            Some(Subject::Indicator {
                area: figures.area.get(index)?,
                plan: (usize::from(plan) < self.plans.len()).then_some(plan)?,
                indicator: figures.indicator.get(index)?,
            })
        };
        let task = || {
            let task = figures.task.get(index)?;
            Some(Subject::Task(
                (usize::from(task) < self.tasks.len()).then_some(task)?,
            ))
        };
        let named = |subject: &Subject| self.responsible(*subject).next().is_some();
        task().filter(named).or_else(|| own().filter(named))
    }
}
