//! What a set has otherwise than the one that is shown: figures, and how targets stand.

use hashbrown::HashMap;

use crate::assess::{Ledger, Status};
use crate::dataset::{Dataset, Lang, Observation, Row};

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
    let pair = data.observation(row).zip(before.observation(old));
    pair.is_some_and(|(a, b)| said(&a) == said(&b))
}

/// What stands in the columns of a figure, each of them.
fn said<'a>(figure: &Observation<'a>) -> impl PartialEq + use<'a> {
    let Observation {
        indicator,
        area,
        document,
        unit,
        plan,
        task,
        ..
    } = *figure;
    let values = [figure.value, figure.value_high];
    (
        [figure.id, &indicator.id, &area.code, &document.id],
        [
            unit.map(|unit| &*unit.id),
            plan.map(|plan| &*plan.id),
            task.map(|task| &*task.id),
        ],
        [figure.section, figure.statement, figure.as_printed],
        [figure.repair, figure.note(Lang::Zh), figure.note(Lang::En)],
        (figure.line, figure.period, figure.basis, figure.kind),
        (figure.comparator, figure.class, figure.shared),
        (values.map(|value| value.map(f64::to_bits)), figure.decimals),
    )
}
