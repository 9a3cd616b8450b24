//! From texts to a checked [`Dataset`]: tables first, then what ties them together.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::cell::{Keys, Place};
use super::codes::{Direction, DocumentKind, Measure, RelationKind, Role};
use super::columns::Observations;
use super::entities::{
    Area, Code, Document, Indicator, Organisation, Relation, Responsibility, Theme, Unit,
};
use super::fault::{Fault, Problem};
use super::name::Name;
use super::plan::Plan;
use super::rows::{
    AreaRow, DocumentRow, ExclusionRow, GlossaryRow, IndicatorRow, ObservationRow, OrganisationRow,
    ProjectRow, RelationRow, ResponsibilityRow, TaskRow, ThemeRow, UnitRow,
};
use super::set::Dataset;
use super::tables::{DESCRIPTOR, Tables};

mod figures;
mod ties;

/// The part of the descriptor that the program reads.
#[derive(Deserialize)]
struct Descriptor {
    version: String,
    title: String,
    title_en: String,
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
    plans: BTreeMap<String, Plan>,
}

/// Reads and checks a data package.
///
/// # Errors
/// All faults of the package at once, in the order of the tables.
pub fn load(tables: &Tables) -> Result<Dataset, Vec<Fault>> {
    let mut faults = Vec::new();
    let descriptor = descriptor(tables, &mut faults);
    let mut index = Index {
        areas: Keys::codes("areas.csv"),
        documents: Keys::codes("documents.csv"),
        themes: Keys::codes("themes.csv"),
        units: Keys::codes("units.csv"),
        indicators: Keys::codes("indicators.csv"),
        organisations: Keys::codes("organisations.csv"),
        tasks: Keys::codes("tasks.csv"),
        observations: Keys::rows("observations.csv"),
        plans: BTreeMap::new(),
    };
    let areas = areas(tables, &mut index, &mut faults);
    let documents = documents(tables, &mut index, &mut faults);
    let themes = themes(tables, &mut index, &mut faults);
    let units = units(tables, &mut index, &mut faults);
    let indicators = indicators(tables, &mut index, &mut faults);
    tasks(tables, &mut index, &mut faults);
    let (observations, periods, plans) =
        figures::load(tables, &mut index, &units, &indicators, &mut faults);
    let organisations = organisations(tables, &mut index, &mut faults);
    let responsibilities = ties::responsibilities(tables, &index, &plans, &mut faults);
    let relations = ties::relations(tables, &index, &observations, &mut faults);
    ties::check_the_rest(tables, &index, &mut faults);
    match descriptor {
        Some(descriptor) if faults.is_empty() => Ok(Dataset {
            edition: descriptor.version.into(),
            title: Name::new(&descriptor.title, &descriptor.title_en),
            areas,
            documents,
            themes,
            units,
            indicators,
            organisations,
            periods,
            plans,
            responsibilities,
            relations,
            observations,
        }),
        _ => Err(faults),
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

fn areas(tables: &Tables, index: &mut Index, faults: &mut Vec<Fault>) -> Vec<Area> {
    // A parent may stand after its parts: the codes are taken in first.
    AreaRow::visit(tables, faults, |row, area, faults| {
        let mut place = Place {
            file: "areas.csv",
            row,
            faults,
        };
        index.areas.add(&mut place, "code", area.code);
    });
    let mut areas = Vec::new();
    AreaRow::visit(tables, &mut Vec::new(), |row, area, _| {
        let mut place = Place {
            file: "areas.csv",
            row,
            faults,
        };
        let parent = (!area.parent.is_empty())
            .then(|| index.areas.find(&mut place, "parent", area.parent))
            .flatten();
        place.text("name_zh", area.name_zh);
        place.text("name_en", area.name_en);
        areas.push(Area {
            code: area.code.into(),
            name: Name::new(area.name_zh, area.name_en),
            parent,
        });
    });
    areas
}

fn documents(tables: &Tables, index: &mut Index, faults: &mut Vec<Fault>) -> Vec<Document> {
    let mut documents = Vec::new();
    DocumentRow::visit(tables, faults, |row, document, faults| {
        let mut place = Place {
            file: "documents.csv",
            row,
            faults,
        };
        index.documents.add(&mut place, "id", document.id);
        let area = index.areas.find(&mut place, "area", document.area);
        let kind = place.code(
            "kind",
            document.kind,
            DocumentKind::parse,
            DocumentKind::CODES,
        );
        place.text("title_zh", document.title_zh);
        place.text("title_en", document.title_en);
        place.date("delivered", document.delivered);
        place.date("published", document.published);
        place.period("covers", document.covers);
        place.count("numerals", document.numerals);
        if document.sha256.len() != 64 || !document.sha256.bytes().all(|b| b.is_ascii_hexdigit()) {
            let problem = Problem::Inconsistent("is not a SHA-256 in hexadecimal".to_owned());
            place.fault("sha256", problem);
        }
        let (Some(area), Some(kind)) = (area, kind) else {
            return;
        };
        documents.push(Document {
            id: document.id.into(),
            area,
            kind,
            title: Name::new(document.title_zh, document.title_en),
            issuer: document.issuer.into(),
            number: document.number.into(),
            delivered: document.delivered.into(),
            published: document.published.into(),
        });
    });
    documents
}

fn themes(tables: &Tables, index: &mut Index, faults: &mut Vec<Fault>) -> Vec<Theme> {
    let mut themes: Vec<(u32, Theme)> = Vec::new();
    ThemeRow::visit(tables, faults, |row, theme, faults| {
        let mut place = Place {
            file: "themes.csv",
            row,
            faults,
        };
        place.text("id", theme.id);
        place.text("name_zh", theme.name_zh);
        place.text("name_en", theme.name_en);
        let Some(order) = place.count("order", theme.order) else {
            return;
        };
        let name = Name::new(theme.name_zh, theme.name_en);
        themes.push((
            order,
            Theme {
                id: theme.id.into(),
                name,
            },
        ));
    });
    // A theme's code is its place in the reading order, so that lists need no sorting later.
    themes.sort_by_key(|(order, _)| *order);
    for (row, (_, theme)) in (2..).zip(&themes) {
        let mut place = Place {
            file: "themes.csv",
            row,
            faults,
        };
        index.themes.add(&mut place, "id", &theme.id);
    }
    themes.into_iter().map(|(_, theme)| theme).collect()
}

fn units(tables: &Tables, index: &mut Index, faults: &mut Vec<Fault>) -> Vec<Unit> {
    let mut units = Vec::new();
    UnitRow::visit(tables, faults, |row, unit, faults| {
        let mut place = Place {
            file: "units.csv",
            row,
            faults,
        };
        index.units.add(&mut place, "id", unit.id);
        place.text("name_zh", unit.name_zh);
        place.text("dimension", unit.dimension);
        let Some(factor) = place.number("factor", unit.factor) else {
            return;
        };
        if factor <= 0.0 {
            place.fault(
                "factor",
                Problem::Inconsistent("must be above 0".to_owned()),
            );
        }
        units.push(Unit {
            id: unit.id.into(),
            name: Name::new(unit.name_zh, unit.name_en),
            dimension: unit.dimension.into(),
            factor,
        });
    });
    units
}

fn indicators(tables: &Tables, index: &mut Index, faults: &mut Vec<Fault>) -> Vec<Indicator> {
    IndicatorRow::visit(tables, faults, |row, indicator, faults| {
        let mut place = Place {
            file: "indicators.csv",
            row,
            faults,
        };
        index.indicators.add(&mut place, "id", indicator.id);
    });
    let mut indicators = Vec::new();
    IndicatorRow::visit(tables, &mut Vec::new(), |row, indicator, _| {
        let mut place = Place {
            file: "indicators.csv",
            row,
            faults,
        };
        indicators.extend(self::indicator(indicator, index, &mut place));
    });
    indicators
}

fn indicator(row: &IndicatorRow<'_>, index: &Index, place: &mut Place<'_>) -> Option<Indicator> {
    place.text("name_zh", row.name_zh);
    place.text("name_en", row.name_en);
    let theme = index.themes.find(place, "theme", row.theme);
    let unit = index.units.find(place, "unit", row.unit);
    let measure = place.code("measure", row.measure, Measure::parse, Measure::CODES);
    let direction = place.code(
        "direction",
        row.direction,
        Direction::parse,
        Direction::CODES,
    );
    let headline = place.flag("headline", row.headline, "no");
    let part_of = (!row.part_of.is_empty())
        .then(|| index.indicators.find(place, "part_of", row.part_of))
        .flatten();
    Some(Indicator {
        id: row.id.into(),
        name: Name::new(row.name_zh, row.name_en),
        theme: theme?,
        unit: unit?,
        measure: measure?,
        direction: direction?,
        headline: headline?,
        aliases: list(row.aliases),
        pinyin: row.pinyin.into(),
        definition: Name::new(row.definition_zh, row.definition_en),
        part_of,
    })
}

fn tasks(tables: &Tables, index: &mut Index, faults: &mut Vec<Fault>) {
    TaskRow::visit(tables, faults, |row, task, faults| {
        let mut place = Place {
            file: "tasks.csv",
            row,
            faults,
        };
        index.tasks.add(&mut place, "id", task.id);
        index.documents.find(&mut place, "document", task.document);
        place.count("theme_no", task.theme_no);
        place.count("number", task.number);
        place.text("title_zh", task.title_zh);
        place.text("title_en", task.title_en);
    });
}

fn organisations(tables: &Tables, index: &mut Index, faults: &mut Vec<Fault>) -> Vec<Organisation> {
    let mut organisations = Vec::new();
    OrganisationRow::visit(tables, faults, |row, organisation, faults| {
        let mut place = Place {
            file: "organisations.csv",
            row,
            faults,
        };
        index.organisations.add(&mut place, "id", organisation.id);
        place.text("name_zh", organisation.name_zh);
        place.text("name_en", organisation.name_en);
        place.text("kind", organisation.kind);
        organisations.push(Organisation {
            id: organisation.id.into(),
            name: Name::new(organisation.name_zh, organisation.name_en),
            aliases: list(organisation.aliases),
        });
    });
    organisations
}

/// The parts of a cell that holds several, `|` between them.
fn list(cell: &str) -> Vec<std::rc::Rc<str>> {
    cell.split('|')
        .filter(|part| !part.is_empty())
        .map(Into::into)
        .collect()
}
