//! The units of an area by the fields that they answer for.

use crate::assess::Status;
use crate::chart::{Band, Cell, Chart, Matrix as Drawn, MatrixRow};
use crate::dataset::{Dataset, Lang};
use crate::order;
use crate::query::charges::Worst;
use crate::query::units::{Count, Matrix, UnitRow};
use crate::text::{Msg, label, number, units};
use crate::view::{Colouring, Page};

use super::point::next;
use super::{Group, Listing, Plot, Point};

/// A matrix as a chart: units that lead anything above, the others below, under heads of their own.
/// Coloured, each count has the shape and colour of the worst status behind it.
#[must_use]
pub fn matrix(data: &Dataset, matrix: &Matrix, colouring: Colouring, lang: Lang) -> Plot {
    let is_coloured = colouring == Colouring::Status;
    let count = if is_coloured { units::assessed } else { plain };
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
            .map(|row| drawn(data, &heads, row, &mut points, count, lang));
        bands.push(Band {
            title: title.get(lang).to_owned(),
            rows: rows.collect(),
        });
    }
    let note = if is_coloured {
        Msg::UnitsColouredNote
    } else {
        Msg::UnitsNote
    };
    let mut sentence = units::sentence(data, matrix, lang);
    if is_coloured {
        sentence.push_str(&units::lagging(matrix, lang));
    }
    let subjects = matrix.subjects.iter().map(|count| {
        let count = number::count(*count as usize, lang);
        match lang {
            Lang::Zh => count + "项",
            Lang::En => count,
        }
    });
    Plot {
        id: format!("units-{code}"),
        title: label::headed(area, Msg::UnitsTitle.get(lang), lang),
        note: note.get(lang).to_owned(),
        sentence,
        chart: Chart::Matrix(Drawn {
            columns: heads.iter().cloned().zip(subjects).collect(),
            total: Msg::Total.get(lang).to_owned(),
            bands,
            key: if is_coloured {
                key(matrix, lang)
            } else {
                Vec::new()
            },
            empty: Msg::NoUnit.get(lang).to_owned(),
        }),
        points,
        listing: listing(data, matrix, heads, count, lang),
        documents: matrix.documents.clone(),
        statuses: is_coloured,
    }
}

/// Words for a count and what stands behind it.
type Words = fn(Count, [Option<Worst>; 2], Lang) -> String;

fn plain(count: Count, _: [Option<Worst>; 2], lang: Lang) -> String {
    units::count(count, lang)
}

/// The counts of a row with what stands behind each: its fields, and last all of it.
fn counted(row: &UnitRow) -> impl Iterator<Item = (Count, [Option<Worst>; 2])> {
    let counts = row.counts.iter().chain([&row.total]);
    counts.copied().zip(row.worst.iter().copied())
}

/// The statuses that the matrix shows, the worst first, and last what has no target.
fn key(matrix: &Matrix, lang: Lang) -> Vec<(Option<Status>, String)> {
    let mut shown: Vec<Option<Status>> = Vec::new();
    for (count, worst) in matrix.units.iter().flat_map(counted) {
        for (count, worst) in [count.lead, count.responsible].into_iter().zip(worst) {
            let status = worst.map(|worst| worst.status);
            if count > 0 && !shown.contains(&status) {
                shown.push(status);
            }
        }
    }
    order::sort_by_key(&mut shown, |status| {
        (status.is_none(), status.map(Status::urgency))
    });
    let name = |status: Option<Status>| status.map_or(Msg::WithoutTarget, label::status);
    let entry = |status: Option<Status>| (status, name(status).get(lang).to_owned());
    shown.into_iter().map(entry).collect()
}

/// A unit's row; its name and each of its cells lead to its page.
fn drawn(
    data: &Dataset,
    heads: &[String],
    row: &UnitRow,
    points: &mut Vec<Point>,
    words: Words,
    lang: Lang,
) -> MatrixRow {
    let name = units::name(data, row.unit, lang);
    let mut point = |field: Option<&String>, (count, worst): (Count, [Option<Worst>; 2])| {
        let index = next(points);
        let head = match (field, lang) {
            (Some(field), _) => format!("{name} · {field}"),
            (None, _) => name.to_owned(),
        };
        points.push(Point::Group(Group {
            words: label::headed(&head, &words(count, worst, lang), lang),
            choices: Vec::new(),
            page: Page::Unit(row.unit),
        }));
        Cell {
            point: index,
            lead: count.lead,
            responsible: count.responsible,
            worst: worst.map(|worst| Some(worst?.status)),
        }
    };
    let all = (row.total, row.worst.last().copied().unwrap_or_default());
    let total = point(None, all);
    let cells = heads.iter().zip(counted(row));
    let cells = cells.map(|(head, count)| (count.0.all() > 0).then(|| point(Some(head), count)));
    MatrixRow {
        name: name.to_owned(),
        cells: cells.collect(),
        total,
    }
}

fn listing(
    data: &Dataset,
    matrix: &Matrix,
    heads: Vec<String>,
    words: Words,
    lang: Lang,
) -> Listing {
    let unit = Msg::ColumnOrganisation.get(lang).to_owned();
    let total = Msg::Total.get(lang).to_owned();
    let row = |row: &UnitRow| {
        let name = units::name(data, row.unit, lang).to_owned();
        let counts = counted(row).map(|(count, worst)| words(count, worst, lang));
        std::iter::once(name).chain(counts).collect()
    };
    Listing::Cells {
        heads: std::iter::once(unit).chain(heads).chain([total]).collect(),
        rows: matrix.units.iter().map(row).collect(),
    }
}
