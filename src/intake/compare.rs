//! What a set has otherwise than the one that is shown: figures, and how targets stand.

use hashbrown::HashMap;

use crate::assess::{Ledger, Status};
use crate::dataset::{Dataset, Row};

/// A target that stands otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusChange {
    /// The target, in the set that is opened.
    pub target: Row,
    /// How it stood; none for a new target.
    pub before: Option<Status>,
    /// How it stands.
    pub after: Status,
}

/// What a set has otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Its new figures.
    pub new: Vec<Row>,
    /// Its figures of which a cell is another, each with that of the set before.
    pub changed: Vec<(Row, Row)>,
    /// The figures that it lacks, in the set before.
    pub gone: Vec<Row>,
    /// The targets that stand otherwise, new ones last.
    pub statuses: Vec<StatusChange>,
    /// How many targets it lacks.
    pub gone_targets: usize,
}

/// Compares a set with the one before.
#[must_use]
pub fn compared(
    (data, ledger): (&Dataset, &Ledger),
    (before, old): (&Dataset, &Ledger),
) -> Preview {
    let known = before.iter().map(|figure| (figure.id, figure.row));
    let known: HashMap<&str, Row> = known.collect();
    let mut preview = Preview::default();
    let mut found: HashMap<Row, Row> = HashMap::new();
    for figure in data.iter() {
        match known.get(figure.id) {
            None => preview.new.push(figure.row),
            Some(row) => {
                found.insert(*row, figure.row);
                if !is_same(data, figure.row, before, *row) {
                    preview.changed.push((figure.row, *row));
                }
            }
        }
    }
    let rows = 0..before.observations.len();
    preview.gone = rows.filter(|row| !found.contains_key(row)).collect();
    let mut new = Vec::new();
    for target in ledger.targets() {
        let Some(after) = ledger.status(target) else {
            continue;
        };
        let id = data.observation(target).map_or("", |figure| figure.id);
        let before = known.get(id).and_then(|row| old.status(*row));
        let change = StatusChange {
            target,
            before,
            after,
        };
        match before {
            None => new.push(change),
            Some(before) if before != after => preview.statuses.push(change),
            Some(_) => {}
        }
    }
    preview.statuses.append(&mut new);
    let gone = old.targets().filter(|row| !found.contains_key(row));
    preview.gone_targets = gone.count();
    preview
}

/// Whether two figures say the same, whatever the codes of their sets.
fn is_same(data: &Dataset, row: Row, before: &Dataset, old: Row) -> bool {
    let (Some(a), Some(b)) = (data.observation(row), before.observation(old)) else {
        return false;
    };
    let words = |figure: &crate::dataset::Observation<'_>| {
        [
            figure.document.id.to_string(),
            figure.indicator.id.to_string(),
            figure.area.code.to_string(),
            figure
                .unit
                .map_or_else(String::new, |unit| unit.id.to_string()),
            figure
                .plan
                .map_or_else(String::new, |plan| plan.id.to_string()),
            figure.statement.to_owned(),
            figure.as_printed.to_owned(),
            figure.section.to_owned(),
        ]
    };
    let codes = |figure: &crate::dataset::Observation<'_>| {
        (
            figure.line,
            figure.kind,
            figure.comparator,
            figure.class,
            figure.period,
        )
    };
    let values = |figure: &crate::dataset::Observation<'_>| {
        [figure.value, figure.value_high].map(|value| value.map(f64::to_bits))
    };
    words(&a) == words(&b) && codes(&a) == codes(&b) && values(&a) == values(&b)
}
