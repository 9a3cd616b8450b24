//! From texts to a checked [`Dataset`]: tables first, then what ties them together.

use serde::Deserialize;

use super::cell::Keys;
use super::columns::Observations;
use super::entities::Row;
use super::fault::{Fault, Problem, Rule};
use super::name::Name;
use super::set::Dataset;
use super::tables::{DESCRIPTOR, Tables};

mod building;
mod catalogue;
mod changes;
mod few;
mod figures;
mod government;
mod printed;
mod relations;

/// The part of the descriptor that the program reads.
#[derive(Deserialize)]
struct Descriptor {
    version: String,
    title: String,
    title_en: String,
    #[serde(default)]
    created: String,
    #[serde(default)]
    own: String,
}

/// The keys of the tables that others refer to.
struct Index {
    areas: Keys,
    documents: Keys,
    themes: Keys,
    units: Keys,
    indicators: Keys,
    organisations: Keys,
    tasks: Keys,
    observations: Keys,
}

/// The edition that a package names in its descriptor; none where that cannot be read.
#[must_use]
pub fn edition_of(tables: &Tables) -> Option<String> {
    let descriptor = descriptor(tables, &mut Vec::new())?;
    Some(descriptor.version)
}

/// Reads and checks a data package.
///
/// # Errors
/// All faults of the package at once, in the order of the tables.
pub fn load(tables: &Tables) -> Result<Dataset, Vec<Fault>> {
    let mut faults = Vec::new();
    let descriptor = descriptor(tables, &mut faults);
    let mut index = Index::new();
    let areas = catalogue::areas(tables, &mut index, &mut faults);
    let documents = catalogue::documents(tables, &mut index, &mut faults);
    let themes = catalogue::themes(tables, &mut index, &mut faults);
    let units = catalogue::units(tables, &mut index, &mut faults);
    let (indicators, preferred) = catalogue::indicators(tables, &mut index, &mut faults);
    let tasks = government::tasks(tables, &mut index, &mut faults);
    let (observations, periods, plans) = figures::load(
        tables,
        &mut index,
        (&units, &indicators, &preferred),
        &mut faults,
    );
    let organisations = government::organisations(tables, &mut index, &mut faults);
    let responsibilities = government::responsibilities(tables, &index, &plans, &mut faults);
    let relations = relations::load(tables, &index, &observations, &mut faults);
    let projects = printed::projects(tables, &index, &mut faults);
    let terms = printed::terms(tables, &index, &mut faults);
    let exclusions = printed::exclusions(tables, &index, &mut faults);
    let changes = changes::load(
        tables,
        &index,
        descriptor.as_ref().map(|descriptor| &*descriptor.version),
        &mut faults,
    );
    if faults.is_empty() {
        check_use(&index, &observations, &mut faults);
    }
    match descriptor {
        Some(descriptor) if faults.is_empty() => Ok(Dataset {
            edition: descriptor.version.into(),
            created: descriptor.created.chars().take(10).collect(),
            title: Name::new(&descriptor.title, &descriptor.title_en),
            own: descriptor.own.into(),
            is_opened: false,
            opened_rows: Vec::new(),
            areas,
            documents,
            themes,
            units,
            indicators,
            organisations,
            periods,
            plans,
            tasks,
            responsibilities,
            projects,
            terms,
            exclusions,
            changes,
            relations,
            observations: Observations {
                id: index.observations.into_strings(),
                ..observations
            },
        }),
        _ => Err(faults),
    }
}

impl Index {
    fn new() -> Self {
        Self {
            areas: Keys::codes("areas.csv"),
            documents: Keys::codes("documents.csv"),
            themes: Keys::codes("themes.csv"),
            units: Keys::codes("units.csv"),
            indicators: Keys::codes("indicators.csv"),
            organisations: Keys::codes("organisations.csv"),
            tasks: Keys::codes("tasks.csv"),
            observations: Keys::rows("observations.csv"),
        }
    }
}

/// An indicator that no figure is of has no place in the package.
fn check_use(index: &Index, figures: &Observations, faults: &mut Vec<Fault>) {
    let totals = figures.indicator.totals(index.indicators.len());
    let is_used = |position: Row| {
        totals
            .get(position as usize)
            .is_some_and(|total| *total > 0)
    };
    for (row, id) in index.indicators.unused(is_used) {
        faults.push(Fault {
            file: "indicators.csv".to_owned(),
            row,
            column: "id".to_owned(),
            problem: Rule::Unused(id.to_owned()).into(),
        });
    }
}

fn descriptor(tables: &Tables, faults: &mut Vec<Fault>) -> Option<Descriptor> {
    let file = DESCRIPTOR;
    let mut fault = |problem| {
        faults.push(Fault {
            file: file.to_owned(),
            row: 0,
            column: String::new(),
            problem,
        });
    };
    let Some(text) = tables.get(file) else {
        fault(Problem::MissingFile);
        return None;
    };
    match serde_json::from_str(text) {
        Ok(descriptor) => Some(descriptor),
        Err(error) => {
            fault(Problem::Unreadable(error.to_string()));
            None
        }
    }
}
