//! The tables that figures refer to: areas, documents, themes, units of measure and indicators.

use super::super::cell::{Keys, Place};
use super::super::codes::{Direction, DocumentKind, Measure};
use super::super::entities::{Area, Code, Document, Indicator, Theme, Unit};
use super::super::fault::{Fault, Rule};
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
    let of = ("areas.csv", "parent");
    let above = wholes(&index.areas, of, &parents, faults);
    for (area, parent) in areas.iter_mut().zip(above) {
        area.parent = parent;
    }
    areas
}

/// What each entry is a part of, as its row names it in a column: the line of each row with the key there.
fn wholes(
    keys: &Keys,
    (file, column): (&'static str, &str),
    named: &[(u64, String)],
    faults: &mut Vec<Fault>,
) -> Vec<Option<Code>> {
    let mut above: Vec<Option<Code>> = Vec::new();
    for (row, key) in named {
        let row = *row;
        let mut place = Place { file, row, faults };
        let found = (!key.is_empty()).then(|| keys.find(&mut place, column, key));
        above.push(found.flatten());
    }
    // From where the way up first came to each entry.
    let mut passed: Vec<Option<usize>> = vec![None; above.len()];
    for start in 0..above.len() {
        let mut at = Some(start);
        while let Some(entry) = at {
            let Some(mark) = passed.get_mut(entry) else {
                break;
            };
            if let Some(first) = *mark {
                let closed = named.get(entry).filter(|_| first == start);
                if let Some((row, _)) = closed {
                    let row = *row;
                    Place { file, row, faults }.fault(column, Rule::Circle);
                }
                break;
            }
            *mark = Some(start);
            at = above.get(entry).copied().flatten().map(usize::from);
        }
    }
    above
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
        let is_counted = !row.numerals.is_empty();
        let numerals = is_counted.then(|| place.count("numerals", row.numerals));
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
            numerals: numerals.flatten().unwrap_or_default(),
        });
    });
    index.documents.opened(is_open);
    documents
}

fn check_sum(place: &mut Place<'_>, sha256: &str) {
    let is_digit = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f');
    let is_sum = sha256.len() == 64 && sha256.bytes().all(is_digit);
    if !sha256.is_empty() && !is_sum {
        place.fault("sha256", Rule::NotASum);
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
            place.fault("factor", Rule::NotAboveZero);
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
    let mut named = Vec::new();
    let is_open = IndicatorRow::visit(tables, faults, |row, place| {
        if index.indicators.add(place, "id", row.id).is_none() {
            return;
        }
        let (indicator, unit) = self::indicator(row, index, place);
        indicators.push(indicator);
        preferred.push(unit);
        named.push((place.row, row.part_of.to_owned()));
    });
    index.indicators.opened(is_open);
    let of = ("indicators.csv", "part_of");
    let above = wholes(&index.indicators, of, &named, faults);
    for (indicator, whole) in indicators.iter_mut().zip(above) {
        indicator.part_of = whole;
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
