//! What a set has otherwise than the one that is shown: figures, and how targets stand.

use hashbrown::HashMap;

use crate::assess::{Ledger, Status};
use crate::dataset::{Class, Comparator, Dataset, Lang, Observation, Period, Row};

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

/// The rows of a set that are not in the published one as they are, where others are: a reader's own among them.
#[must_use]
pub fn own_rows(data: &Dataset, published: &Dataset) -> Vec<Row> {
    let known = published.iter().map(|figure| (figure.id, figure.row));
    let known: HashMap<&str, Row> = known.collect();
    let is_own = |figure: &Observation<'_>| {
        let was = known.get(figure.id).copied();
        let was = was.and_then(|row| published.observation(row));
        was.is_none_or(|was| !changed_columns(figure, &was).is_empty())
    };
    let rows: Vec<Row> = data
        .iter()
        .filter(is_own)
        .map(|figure| figure.row)
        .collect();
    if rows.len() < data.observations.len() as usize {
        rows
    } else {
        Vec::new()
    }
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
                let was = before.observation(*row);
                if was.is_some_and(|was| !changed_columns(&figure, &was).is_empty()) {
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
    let is_target = |row: &Row| ledger.status(*row).is_some();
    let gone = old.targets();
    let gone = gone.filter(|row| !found.get(row).is_some_and(is_target));
    preview.gone_targets = gone.count();
    preview
}

/// The columns in which a figure has something else than another, by their names in the table.
#[must_use]
pub fn changed_columns(figure: &Observation<'_>, other: &Observation<'_>) -> Vec<&'static str> {
    let others = columns(other).into_iter();
    let pairs = columns(figure).into_iter().zip(others);
    let changed = pairs.filter(|(one, other)| one != other);
    changed.map(|((name, _), _)| name).collect()
}

/// What stands in a column.
#[derive(PartialEq)]
enum Cell<'a> {
    Text(&'a str),
    /// A number, and how closely it is known.
    Number(Option<u64>, u8),
    Period(Period),
}

/// What stands in the columns of a figure, each of them, whatever the codes of its set.
fn columns<'a>(figure: &Observation<'a>) -> [(&'static str, Cell<'a>); 21] {
    let Observation {
        indicator,
        area,
        document,
        unit,
        plan,
        task,
        comparator,
        class,
        ..
    } = *figure;
    let text = Cell::Text;
    let named = |name: Option<&'a str>| Cell::Text(name.unwrap_or_default());
    let whole = |number: u32| Cell::Number(Some(number.into()), 0);
    let number = |number: Option<f64>| {
        let decimals = number.map_or(0, |_| figure.decimals);
        Cell::Number(number.map(f64::to_bits), decimals)
    };
    [
        ("document", text(&document.id)),
        ("line", whole(figure.line)),
        ("section", text(figure.section)),
        ("indicator", text(&indicator.id)),
        ("area", text(&area.code)),
        ("period", Cell::Period(figure.period)),
        ("period_basis", text(figure.basis.code())),
        ("kind", text(figure.kind.code())),
        ("comparator", named(comparator.map(Comparator::code))),
        ("value", number(figure.value)),
        ("value_high", number(figure.value_high)),
        ("unit", named(unit.map(|unit| &*unit.id))),
        ("statement", text(figure.statement)),
        ("class", named(class.map(Class::code))),
        ("plan", named(plan.map(|plan| &*plan.id))),
        ("task", named(task.map(|task| &*task.id))),
        ("shared", whole(figure.shared.into())),
        ("as_printed", text(figure.as_printed)),
        ("repair", text(figure.repair)),
        ("note_zh", text(figure.note(Lang::Zh))),
        ("note_en", text(figure.note(Lang::En))),
    ]
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::dataset::{SCHEMAS, Tables, load};

    #[test]
    fn the_readers_rows_are_those_that_the_published_set_has_not_as_they_are() {
        let tables = Tables::built_in();
        let published = load(&tables).expect("valid");
        assert_eq!(own_rows(&published, &published), [0; 0]);
        let figures = tables.get("observations.csv").expect("figures");
        let (before, after) = (",2024,inferred,actual,=,35,", ",2024,inferred,actual,=,36,");
        assert!(figures.contains(before));
        let mut others = tables.clone();
        others.insert("observations.csv", figures.replacen(before, after, 1));
        let data = load(&others).expect("valid");
        let own = own_rows(&data, &published);
        let values = own.iter().filter_map(|row| data.observation(*row)?.value);
        assert_eq!(values.collect::<Vec<_>>(), [36.0]);
    }

    #[test]
    fn every_column_of_a_figure_but_its_id_is_compared() {
        let data = load(&Tables::built_in()).expect("valid");
        let figure = data.observation(0).expect("one");
        let of_figures = SCHEMAS.iter().find(|one| one.file == "observations.csv");
        let known = of_figures.expect("figures").columns.iter().copied();
        let mut known: Vec<&str> = known.filter(|name| *name != "id").collect();
        let mut compared = columns(&figure).map(|(name, _)| name);
        known.sort_unstable();
        compared.sort_unstable();
        assert_eq!(compared[..], known);
    }
}
