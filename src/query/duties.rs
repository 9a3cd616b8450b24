//! All that one unit of government answers for, field by field.

use crate::dataset::{
    Code, Dataset, Kind, Observation, Organisation, Responsibility, Role, Row, Subject,
};
use crate::order;

use super::deck;
use super::units::{Field, field};

/// One subject that a unit answers for.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty<'a> {
    /// Where and how the document says so.
    pub printed: &'a Responsibility,
    /// Its targets, in the order of the document.
    pub targets: Vec<Row>,
}

/// The duties of a unit, field by field.
pub type Fields<'a> = Vec<(Field, Vec<Duty<'a>>)>;

/// All that a unit answers for, field by field, in the order of the documents.
#[must_use]
pub fn duties(data: &Dataset, unit: Code) -> Fields<'_> {
    let own = data.responsibilities.iter();
    let own = own.filter(|duty| duty.organisation == unit);
    let mut own: Vec<(Field, &Responsibility)> = own
        .filter_map(|duty| Some((field(data, duty.subject)?, duty)))
        .collect();
    order::sort_by_key(&mut own, |(field, duty)| (*field, duty.document, duty.line));
    let all = all_targets(data, &own);
    let mut fields: Fields<'_> = Vec::new();
    for (field, printed) in own {
        let targets = targets(&all, printed.subject);
        let duty = Duty { printed, targets };
        match fields.last_mut() {
            Some((last, duties)) if *last == field => duties.push(duty),
            _ => fields.push((field, vec![duty])),
        }
    }
    fields
}

/// The targets of the subjects of some responsibilities, the newest printing first.
fn all_targets<'a>(
    data: &'a Dataset,
    duties: &[(Field, &Responsibility)],
) -> Vec<(Subject, Observation<'a>)> {
    let mut targets: Vec<Observation<'a>> = data
        .iter()
        .filter(|figure| figure.kind == Kind::Target)
        .collect();
    deck::newest_first(&mut targets);
    let is_own = |subject: &Subject| duties.iter().any(|(_, duty)| duty.subject == *subject);
    let own = |target: Observation<'a>| Some((data.subject(target.row).filter(is_own)?, target));
    targets.into_iter().filter_map(own).collect()
}

/// The targets of one subject. Of several printings of one the newest stands.
fn targets(all: &[(Subject, Observation<'_>)], subject: Subject) -> Vec<Row> {
    let mut kept: Vec<&Observation<'_>> = Vec::new();
    for (_, target) in all.iter().filter(|(own, _)| *own == subject) {
        let code = target.indicator_code;
        if !kept.iter().any(|known| known.indicator_code == code) {
            kept.push(target);
        }
    }
    order::sort_by_key(&mut kept, |target| (target.line, target.ordinal()));
    kept.iter().map(|target| target.row).collect()
}

/// The duties in which a unit has one part, field by field.
#[must_use]
pub fn of_role<'a>(fields: &[(Field, Vec<Duty<'a>>)], role: Role) -> Fields<'a> {
    let own = |(field, duties): &(Field, Vec<Duty<'a>>)| {
        let duties = duties.iter().filter(|duty| duty.printed.role == role);
        (*field, duties.cloned().collect::<Vec<_>>())
    };
    let fields = fields.iter().map(own);
    fields.filter(|(_, duties)| !duties.is_empty()).collect()
}

/// The targets that a unit is named for, with its part in each place.
#[must_use]
pub fn named(fields: &[(Field, Vec<Duty<'_>>)]) -> Vec<(Role, Row)> {
    let duties = fields.iter().flat_map(|(_, duties)| duties);
    let of = |duty: &Duty<'_>| {
        let role = duty.printed.role;
        let targets = duty.targets.iter();
        targets.map(|row| (role, *row)).collect::<Vec<_>>()
    };
    duties.flat_map(of).collect()
}

/// The other names of a unit: those that documents print, and those that they do not.
#[must_use]
pub fn other_names<'a>(data: &'a Dataset, unit: &'a Organisation) -> (Vec<&'a str>, Vec<&'a str>) {
    let is_printed = |name: &&str| {
        let mut own = data.responsibilities.iter();
        own.any(|duty| {
            let of = data.organisations.get(usize::from(duty.organisation));
            *duty.as_printed == **name && of.is_some_and(|of| of.id == unit.id)
        })
    };
    unit.aliases
        .iter()
        .map(|name| &**name)
        .partition(is_printed)
}
