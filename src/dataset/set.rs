//! The checked data set as a whole.

use std::rc::Rc;

use super::codes::Role;
use super::columns::Observations;
use super::entities::{
    Area, Code, Document, Indicator, Organisation, Relation, Responsibility, Theme, Unit,
};
use super::name::Name;
use super::period::Period;
use super::plan::Plan;

/// A checked data set. Every code in it points at an entity of it.
#[derive(Debug, PartialEq)]
pub struct Dataset {
    /// The edition of the data, from the descriptor.
    pub edition: Rc<str>,
    /// The title, from the descriptor.
    pub title: Name,
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
    /// Who answers for which indicator of which plan.
    pub responsibilities: Vec<Responsibility>,
    /// How printings relate.
    pub relations: Vec<Relation>,
    /// The figures.
    pub observations: Observations,
}

impl Dataset {
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

    /// The units that answer for an indicator of an area under a plan, leading ones first.
    pub fn responsible(
        &self,
        area: Code,
        plan: Code,
        indicator: Code,
    ) -> impl Iterator<Item = (&Organisation, Role)> {
        let subject = (area, plan, indicator);
        let of = move |role| {
            self.responsibilities
                .iter()
                .filter(move |r| (r.area, r.plan, r.indicator) == subject && r.role == role)
        };
        of(Role::Lead)
            .chain(of(Role::Responsible))
            .filter_map(|r| Some((self.organisations.get(usize::from(r.organisation))?, r.role)))
    }
}
