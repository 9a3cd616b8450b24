//! The units of an area by the fields that they answer for.

use crate::chart::{Band, Cell, Chart, Matrix as Drawn, MatrixRow};
use crate::dataset::{Dataset, Lang};
use crate::query::units::{Count, Matrix, UnitRow};
use crate::text::{Msg, label, units};
use crate::view::Page;

use super::point::next;
use super::{Group, Listing, Plot, Point};

/// A matrix as a chart: units that lead anything above, the others below, under heads of their own.
#[must_use]
pub fn matrix(data: &Dataset, matrix: &Matrix, lang: Lang) -> Plot {
    let area = data.area(matrix.area);
    let (code, area) = area.map_or(("", ""), |area| (&area.code, area.name.get(lang)));
    let heads: Vec<String> = matrix
        .fields
        .iter()
        .map(|field| units::column(data, &matrix.fields, *field, lang))
        .collect();
    let mut points = Vec::new();
    let split = matrix.units.iter().take_while(|row| row.total.lead > 0);
    let (leading, others) = matrix.units.split_at(split.count());
    let mut bands = Vec::new();
    for (title, rows) in [(Msg::LeadingUnits, leading), (Msg::OtherUnits, others)] {
        if rows.is_empty() {
            continue;
        }
        let rows = rows
            .iter()
            .map(|row| drawn(data, &heads, row, &mut points, lang));
        bands.push(Band {
            title: title.get(lang).to_owned(),
            rows: rows.collect(),
        });
    }
    let subjects = matrix.subjects.iter().map(|count| match lang {
        Lang::Zh => format!("{count}项"),
        Lang::En => count.to_string(),
    });
    Plot {
        id: format!("units-{code}"),
        title: label::headed(area, Msg::UnitsTitle.get(lang), lang),
        note: Msg::UnitsNote.get(lang).to_owned(),
        sentence: units::sentence(data, matrix, lang),
        chart: Chart::Matrix(Drawn {
            columns: heads.iter().cloned().zip(subjects).collect(),
            total: Msg::Total.get(lang).to_owned(),
            bands,
            empty: Msg::NoUnit.get(lang).to_owned(),
        }),
        points,
        listing: listing(data, matrix, heads, lang),
        documents: matrix.documents.clone(),
        statuses: false,
    }
}

/// A unit's row; its name and each of its cells lead to its page.
fn drawn(
    data: &Dataset,
    heads: &[String],
    row: &UnitRow,
    points: &mut Vec<Point>,
    lang: Lang,
) -> MatrixRow {
    let name = units::name(data, row.unit, lang);
    let mut point = |field: Option<&String>, count: Count| {
        let index = next(points);
        let head = match (field, lang) {
            (Some(field), _) => format!("{name} · {field}"),
            (None, _) => name.to_owned(),
        };
        points.push(Point::Group(Group {
            words: label::headed(&head, &units::count(count, lang), lang),
            choices: Vec::new(),
            page: Page::Unit(row.unit),
        }));
        Cell {
            point: index,
            lead: count.lead,
            responsible: count.responsible,
        }
    };
    let total = point(None, row.total);
    let cells = heads.iter().zip(&row.counts);
    let cells = cells.map(|(head, count)| (count.all() > 0).then(|| point(Some(head), *count)));
    MatrixRow {
        name: name.to_owned(),
        cells: cells.collect(),
        total,
    }
}

fn listing(data: &Dataset, matrix: &Matrix, heads: Vec<String>, lang: Lang) -> Listing {
    let unit = Msg::ColumnOrganisation.get(lang).to_owned();
    let total = Msg::Total.get(lang).to_owned();
    let row = |row: &UnitRow| {
        let name = units::name(data, row.unit, lang).to_owned();
        let counts = row.counts.iter().chain([&row.total]);
        let counts = counts.map(|count| units::count(*count, lang));
        std::iter::once(name).chain(counts).collect()
    };
    Listing::Cells {
        heads: std::iter::once(unit).chain(heads).chain([total]).collect(),
        rows: matrix.units.iter().map(row).collect(),
    }
}
