//! All that one unit of government answers for, field by field.

use crate::assess::outcome;
use crate::dataset::{
    Code, Dataset, Kind, Observation, Organisation, Responsibility, Row, Subject,
};
use crate::order;

use super::board;
use super::units::{Field, field};

/// A target of a subject, with the newest outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The target.
    pub target: Row,
    /// The newest outcome within the plan's period.
    pub outcome: Option<Row>,
}

/// One subject that a unit answers for.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty<'a> {
    /// Where and how the document says so.
    pub printed: &'a Responsibility,
    /// Its targets, in the order of the document.
    pub promises: Vec<Promise>,
}

/// All that a unit answers for, field by field, in the order of the documents.
#[must_use]
pub fn duties(data: &Dataset, unit: Code) -> Vec<(Field, Vec<Duty<'_>>)> {
    let own = data.responsibilities.iter();
    let own = own.filter(|duty| duty.organisation == unit);
    let mut own: Vec<(Field, &Responsibility)> = own
        .filter_map(|duty| Some((field(data, duty.subject)?, duty)))
        .collect();
    order::sort_by_key(&mut own, |(field, duty)| (*field, duty.document, duty.line));
    let targets = targets(data, &own);
    let mut fields: Vec<(Field, Vec<Duty<'_>>)> = Vec::new();
    for (field, printed) in own {
        let promises = promises(data, &targets, printed.subject);
        let duty = Duty { printed, promises };
        match fields.last_mut() {
            Some((last, duties)) if *last == field => duties.push(duty),
            _ => fields.push((field, vec![duty])),
        }
    }
    fields
}

/// The targets of the subjects of some responsibilities, the newest printing first.
fn targets<'a>(
    data: &'a Dataset,
    duties: &[(Field, &Responsibility)],
) -> Vec<(Subject, Observation<'a>)> {
    let mut targets: Vec<Observation<'a>> = data
        .iter()
        .filter(|figure| figure.kind == Kind::Target)
        .collect();
    board::newest_first(&mut targets);
    let is_own = |subject: &Subject| duties.iter().any(|(_, duty)| duty.subject == *subject);
    let own = |target: Observation<'a>| Some((data.subject(target.row).filter(is_own)?, target));
    targets.into_iter().filter_map(own).collect()
}

/// The targets of one subject. Of several printings of one the newest stands.
fn promises(
    data: &Dataset,
    targets: &[(Subject, Observation<'_>)],
    subject: Subject,
) -> Vec<Promise> {
    let mut kept: Vec<&Observation<'_>> = Vec::new();
    for (_, target) in targets.iter().filter(|(own, _)| *own == subject) {
        let code = target.indicator_code;
        if !kept.iter().any(|known| known.indicator_code == code) {
            kept.push(target);
        }
    }
    order::sort_by_key(&mut kept, |target| (target.line, target.ordinal()));
    kept.iter().map(|target| promise(data, target)).collect()
}

fn promise(data: &Dataset, target: &Observation<'_>) -> Promise {
    let period = target.plan.map_or(target.period, |plan| plan.period);
    let all = outcome::outcomes(data, target.indicator_code, target.area_code, period);
    Promise {
        target: target.row,
        outcome: outcome::newest(all).map(|outcome| outcome.row),
    }
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
