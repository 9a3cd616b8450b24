//! The tables that figures refer to: areas, documents, themes, units of measure and indicators.

use super::super::cell::{Keys, Place};
use super::super::codes::{Direction, DocumentKind, Measure};
use super::super::entities::{Area, Code, Document, Indicator, Theme, Unit};
use super::super::fault::{Fault, Problem};
use super::super::name::Name;
use super::super::period::Period;
use super::super::rows::{AreaRow, DocumentRow, IndicatorRow, ThemeRow, UnitRow};
use super::super::tables::Tables;
use super::Index;
use guatu_scan::order;

/// The rows of a table whose key is new. A row with another fault is kept all the same, so that
/// positions stay those of the keys and one fault is not told twice.
pub(super) fn areas(tables: &Tables, index: &mut Index, faults: &mut Vec<Fault>) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    let mut parents = Vec::new();
    let is_open = AreaRow::visit(tables, faults, |row, place| {
        if index.areas.add(place, "code", row.code).is_none() {
            return;
        }
        place.text("name_zh", row.name_zh);
        place.text("name_en", row.name_en);
        parents.push((place.row, row.parent.to_owned()));
        areas.push(Area {
            code: row.code.into(),
            name: Name::new(row.name_zh, row.name_en),
            parent: None,
        });
    });
    index.areas.opened(is_open);
    // A parent may stand after its parts.
    for ((row, parent), area) in parents.into_iter().zip(&mut areas) {
        let file = "areas.csv";
        area.parent = above(
            &index.areas,
            &mut Place { file, row, faults },
            "parent",
            &parent,
        );
        check_other(
            &mut Place { file, row, faults },
            "parent",
            &parent,
            &area.code,
        );
    }
    areas
}

/// The code of the entry above, where one is named.
fn above(keys: &Keys, place: &mut Place<'_>, column: &str, key: &str) -> Option<Code> {
    if key.is_empty() {
        return None;
    }
    keys.find(place, column, key)
}

/// Nothing stands above itself.
pub(super) fn check_other(place: &mut Place<'_>, column: &str, key: &str, own: &str) {
    if key == own {
        place.fault(
            column,
            Problem::Inconsistent("names the row itself".to_owned()),
        );
    }
}

pub(super) fn documents(
    tables: &Tables,
    index: &mut Index,
    faults: &mut Vec<Fault>,
) -> Vec<Document> {
    let mut documents = Vec::new();
    let is_open = DocumentRow::visit(tables, faults, |row, place| {
        if index.documents.add(place, "id", row.id).is_none() {
            return;
        }
        let area = index.areas.find(place, "area", row.area);
        let kind = place.code("kind", row.kind, DocumentKind::parse, DocumentKind::CODES);
        place.text("title_zh", row.title_zh);
        place.text("title_en", row.title_en);
        place.date("delivered", row.delivered);
        place.date("published", row.published);
        let covers = place.period("covers", row.covers);
        let numerals = place.count("numerals", row.numerals);
        check_sum(place, row.sha256);
        documents.push(Document {
            id: row.id.into(),
            area: area.unwrap_or_default(),
            kind: kind.unwrap_or(DocumentKind::News),
            title: Name::new(row.title_zh, row.title_en),
            issuer: row.issuer.into(),
            number: row.number.into(),
            delivered: row.delivered.into(),
            published: row.published.into(),
            covers: covers.unwrap_or(Period::year(1)),
            sha256: row.sha256.into(),
            numerals: numerals.unwrap_or_default(),
        });
    });
    index.documents.opened(is_open);
    documents
}

fn check_sum(place: &mut Place<'_>, sha256: &str) {
    let is_digit = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f');
    if sha256.len() != 64 || !sha256.bytes().all(is_digit) {
        let what = "is not a SHA-256 of 64 small hexadecimal digits";
        place.fault("sha256", Problem::Inconsistent(what.to_owned()));
    }
}

pub(super) fn themes(tables: &Tables, index: &mut Index, faults: &mut Vec<Fault>) -> Vec<Theme> {
    let mut seen = Keys::codes("themes.csv");
    let mut themes: Vec<(u32, u64, Theme)> = Vec::new();
    let is_open = ThemeRow::visit(tables, faults, |row, place| {
        if seen.add(place, "id", row.id).is_none() {
            return;
        }
        place.text("name_zh", row.name_zh);
        place.text("name_en", row.name_en);
        let order = place.count("order", row.order).unwrap_or(u32::MAX);
        let name = Name::new(row.name_zh, row.name_en);
        themes.push((
            order,
            place.row,
            Theme {
                id: row.id.into(),
                name,
            },
        ));
    });
    index.themes.opened(is_open);
    // A theme's code is its place in the reading order, so that lists need no sorting later.
    order::sort_by_key(&mut themes, |(order, _, _)| *order);
    for (_, row, theme) in &themes {
        let mut place = Place {
            file: "themes.csv",
            row: *row,
            faults,
        };
        index.themes.add(&mut place, "id", &theme.id);
    }
    themes.into_iter().map(|(_, _, theme)| theme).collect()
}

pub(super) fn units(tables: &Tables, index: &mut Index, faults: &mut Vec<Fault>) -> Vec<Unit> {
    let mut units = Vec::new();
    let is_open = UnitRow::visit(tables, faults, |row, place| {
        if index.units.add(place, "id", row.id).is_none() {
            return;
        }
        place.text("name_zh", row.name_zh);
        place.text("dimension", row.dimension);
        let factor = place.number("factor", row.factor);
        if factor.is_some_and(|factor| factor <= 0.0) {
            place.fault(
                "factor",
                Problem::Inconsistent("must be above 0".to_owned()),
            );
        }
        units.push(Unit {
            id: row.id.into(),
            name: Name::new(row.name_zh, row.name_en),
            dimension: row.dimension.into(),
            factor: factor.unwrap_or(1.0),
        });
    });
    index.units.opened(is_open);
    units
}

/// The indicators, and the unit of each where that is known.
pub(super) fn indicators(
    tables: &Tables,
    index: &mut Index,
    faults: &mut Vec<Fault>,
) -> (Vec<Indicator>, Vec<Option<Code>>) {
    let mut indicators: Vec<Indicator> = Vec::new();
    let mut preferred = Vec::new();
    let mut wholes = Vec::new();
    let is_open = IndicatorRow::visit(tables, faults, |row, place| {
        if index.indicators.add(place, "id", row.id).is_none() {
            return;
        }
        let (indicator, unit) = self::indicator(row, index, place);
        indicators.push(indicator);
        preferred.push(unit);
        wholes.push((place.row, row.part_of.to_owned()));
    });
    index.indicators.opened(is_open);
    for ((row, whole), indicator) in wholes.into_iter().zip(&mut indicators) {
        let file = "indicators.csv";
        let mut place = Place { file, row, faults };
        indicator.part_of = above(&index.indicators, &mut place, "part_of", &whole);
        check_other(&mut place, "part_of", &whole, &indicator.id);
    }
    (indicators, preferred)
}

fn indicator(
    row: &IndicatorRow<'_>,
    index: &Index,
    place: &mut Place<'_>,
) -> (Indicator, Option<Code>) {
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
    let indicator = Indicator {
        id: row.id.into(),
        name: Name::new(row.name_zh, row.name_en),
        theme: theme.unwrap_or_default(),
        unit: unit.unwrap_or_default(),
        measure: measure.unwrap_or(Measure::Level),
        direction: direction.unwrap_or(Direction::None),
        headline: headline.unwrap_or_default(),
        aliases: list(row.aliases),
        pinyin: row.pinyin.into(),
        definition: Name::new(row.definition_zh, row.definition_en),
        part_of: None,
    };
    (indicator, unit)
}

/// The parts of a cell that holds several, `|` between them.
pub(super) fn list(cell: &str) -> Vec<std::rc::Rc<str>> {
    cell.split('|')
        .filter(|part| !part.is_empty())
        .map(Into::into)
        .collect()
}
