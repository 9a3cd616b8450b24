//! All that one unit of government answers for, field by field.

use std::collections::BTreeMap;

use crate::dataset::{
    Code, Dataset, Kind, Observation, Organisation, Responsibility, Row, Subject,
};
use crate::order;

use super::units::{Field, field};
use super::{board, outcome};

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
    let mut promises = promises(data, own.clone());
    let mut fields: BTreeMap<Field, Vec<Duty<'_>>> = BTreeMap::new();
    for printed in own {
        if let Some(field) = field(data, printed.subject) {
            let promises = promises.remove(&printed.subject).unwrap_or_default();
            let duty = Duty { printed, promises };
            fields.entry(field).or_default().push(duty);
        }
    }
    for duties in fields.values_mut() {
        order::sort_by_key(duties, |duty| (duty.printed.document, duty.printed.line));
    }
    fields.into_iter().collect()
}

/// The targets of the subjects of some duties. Of several printings of one the newest stands.
fn promises<'a>(
    data: &'a Dataset,
    duties: impl Iterator<Item = &'a Responsibility>,
) -> BTreeMap<Subject, Vec<Promise>> {
    let mut found: BTreeMap<Subject, Vec<Observation<'a>>> =
        duties.map(|duty| (duty.subject, Vec::new())).collect();
    for target in data.iter().filter(|figure| figure.kind == Kind::Target) {
        let own = data.subject(target.row);
        if let Some(targets) = own.and_then(|subject| found.get_mut(&subject)) {
            targets.push(target);
        }
    }
    let newest = |mut targets: Vec<Observation<'a>>| {
        board::newest_first(&mut targets);
        let mut kept: Vec<Observation<'a>> = Vec::new();
        for target in targets {
            let code = target.indicator_code;
            if !kept.iter().any(|known| known.indicator_code == code) {
                kept.push(target);
            }
        }
        order::sort_by_key(&mut kept, |target| (target.line, target.ordinal()));
        kept.iter().map(|target| promise(data, target)).collect()
    };
    let found = found.into_iter();
    found.map(|(subject, all)| (subject, newest(all))).collect()
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
