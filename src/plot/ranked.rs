//! One indicator's figures from the largest to the smallest, among those of one period and kind:
//! areas and documents compared.

use crate::chart::{Bar, Chart, Rank, Ranked};
use crate::dataset::{Code, Dataset, Lang, Observation, RelationKind, Row};
use crate::order;
use crate::text::{Msg, figure, label, number, period, source};

use super::once::once;
use super::point::documents;
use super::{Listing, Plot, Point, axis, largest, look};

/// How many groups, and figures of a group, the sentence names.
const NAMED: usize = 3;

/// The figures of `rows`, which are all of one indicator, `most` of them. Areas are ranked: the figures of a period
/// and kind that has but one area are left out, also where two documents print it differently.
#[must_use]
pub fn ranked(data: &Dataset, indicator: Code, rows: &[Row], most: usize, lang: Lang) -> Plot {
    let numbered = by_group(data, rows);
    let groups = numbered.chunk_by(|(a, _), (b, _)| a >> 16 == b >> 16);
    let groups = groups.filter(|own| own.first().map(key) != own.last().map(key));
    let (mut all, mut room) = (0, most);
    let mut ranked = Vec::new();
    for own in groups {
        all += count(data, own);
        // What there is room for may be of one area alone.
        let mut figures = if room > 1 {
            ordered(data, own)
        } else {
            Vec::new()
        };
        figures.truncate(room);
        if areas(&figures) > 1 {
            room -= figures.len();
            ranked.push(figures);
        }
    }
    let groups: Vec<&[Observation<'_>]> = ranked.iter().map(Vec::as_slice).collect();
    let figures = groups.concat();
    let (times, unit) = axis(data, indicator, largest(data, &figures), lang);
    let mut points = Vec::new();
    let ranks = groups.iter().map(|group| Rank {
        heading: heading(data, group, lang),
        bars: group
            .iter()
            .filter_map(|figure| {
                let point = super::point::next(&points);
                let value = figure.shown_value(data)? * times;
                points.push(Point::Figure(figure.row));
                Some(Bar {
                    point,
                    name: figure.area.name.get(lang).to_string(),
                    detail: detail(data, group, figure, lang),
                    value,
                    look: look(figure.kind),
                    figure: figure::line(figure, lang),
                })
            })
            .collect(),
    });
    let chart = Chart::Ranked(Ranked {
        groups: ranks.collect(),
        empty: Msg::NothingToDraw.get(lang).to_owned(),
    });
    let rows: Vec<Row> = figures.iter().map(|figure| figure.row).collect();
    let found = data.indicator(indicator);
    Plot {
        id: format!("ranked-{}", found.map_or("", |indicator| &indicator.id)),
        title: found.map_or_else(String::new, |i| i.name.get(lang).to_string()),
        note: unit,
        sentence: sentence(data, &groups, lang) + &label::not_drawn(all - figures.len(), lang),
        points,
        documents: documents(data, &rows),
        listing: Listing::Figures(rows),
        chart,
        statuses: false,
    }
}

/// The rows by period, the newest first, within a period by kind, and of these by area: each with a number of the
/// three, the last in 16 bits.
fn by_group(data: &Dataset, rows: &[Row]) -> Vec<(u64, Row)> {
    let columns = &data.observations;
    // Periods are numbered in the order of time; one may be written in two ways.
    let periods = data.periods.chunk_by(|a, b| a.chronological(*b).is_eq());
    let ranks = (0..).zip(periods);
    let ranks: Vec<u64> = ranks
        .flat_map(|(rank, alike)| std::iter::repeat_n(u64::from(u16::MAX - rank), alike.len()))
        .collect();
    let mut numbered = guatu_scan::ranked(rows, &columns.period, &ranks);
    for (number, row) in &mut numbered {
        let at = *row as usize;
        let kind = columns.kind.get(at).map_or(u64::MAX, |kind| *kind as u64);
        let area = columns.area.get(at).map_or(u64::MAX, u64::from);
        *number = *number << 24 | kind << 16 | area;
    }
    guatu_scan::sorted(numbered)
}

fn key((number, _): &(u64, Row)) -> u64 {
    *number
}

/// How many figures a group has where each fact counts once.
fn count(data: &Dataset, group: &[(u64, Row)]) -> usize {
    let areas = group.chunk_by(|(a, _), (b, _)| a == b);
    let counts = areas.map(|own| match own.len() {
        1 => 1,
        _ => once(own.iter().filter_map(|(_, row)| data.observation(*row))).len(),
    });
    counts.sum()
}

/// The figures of a group, the largest first, each fact once.
fn ordered<'a>(data: &'a Dataset, group: &[(u64, Row)]) -> Vec<Observation<'a>> {
    let mut rows: Vec<Row> = group.iter().map(|(_, row)| *row).collect();
    order::sort_by_key(&mut rows, |row| *row);
    let mut figures = once(rows.iter().filter_map(|row| data.observation(*row)));
    let value = |o: &Observation<'_>| o.shown_value(data).unwrap_or(f64::NAN);
    order::sort_by(&mut figures, |a, b| value(b).total_cmp(&value(a)));
    figures
}

/// How many areas an indicator has at most in one period and kind.
pub(super) fn most_areas(data: &Dataset, rows: &[Row]) -> usize {
    let columns = &data.observations;
    // A period, a kind and an area, as one number.
    let place = |row: &Row| {
        let at = *row as usize;
        let kind = *columns.kind.get(at)? as u64;
        let group = u64::from(columns.period.get(at)?) << 8 | kind;
        Some((group << 16 | u64::from(columns.area.get(at)?), *row))
    };
    let mut places = guatu_scan::sorted(rows.iter().filter_map(place).collect());
    places.dedup_by_key(|(place, _)| *place);
    let groups = places.chunk_by(|(a, _), (b, _)| a >> 16 == b >> 16);
    groups.map(<[_]>::len).max().unwrap_or_default()
}

fn areas(group: &[Observation<'_>]) -> usize {
    let mut known: Vec<Code> = Vec::new();
    for figure in group {
        if !known.contains(&figure.area_code) {
            known.push(figure.area_code);
        }
    }
    known.len()
}

/// What the figures of a group have in common, and why they must be read with care where the data
/// say so: `2020年 · 实际`.
fn heading(data: &Dataset, group: &[Observation<'_>], lang: Lang) -> String {
    let Some(figure) = group.first() else {
        return String::new();
    };
    let kind = label::kind(figure.kind).get(lang);
    let heading = format!("{} · {kind}", period::of(figure, lang));
    match care(data, group) {
        Some(care) => format!("{heading} · {}", care.get(lang)),
        None => heading,
    }
}

/// What the data say of two figures of a group.
fn care(data: &Dataset, group: &[Observation<'_>]) -> Option<Msg> {
    let has = |row: Row| group.iter().any(|figure| figure.row == row);
    data.relations.iter().find_map(|pair| {
        let care = match pair.kind {
            RelationKind::Conflicts => Msg::PrintingsDisagree,
            RelationKind::NotComparable => Msg::NotComparable,
            _ => return None,
        };
        (has(pair.from) && has(pair.to)).then_some(care)
    })
}

/// Where a figure is printed, where the group has the same area twice.
fn detail(
    data: &Dataset,
    group: &[Observation<'_>],
    figure: &Observation<'_>,
    lang: Lang,
) -> String {
    let others = group
        .iter()
        .filter(|other| other.area_code == figure.area_code && other.row != figure.row);
    let others: Vec<&Observation<'_>> = others.collect();
    if others.is_empty() {
        return String::new();
    }
    let here = |other: &&&Observation<'_>| other.document.id == figure.document.id;
    if !others.iter().any(|other| here(&other)) {
        return label::document(data, figure.document, lang);
    }
    let mut same_document = others.iter().filter(here);
    let is_line_shared = same_document.any(|other| other.line == figure.line);
    source::place_in_document(figure, is_line_shared, lang)
}

fn sentence(data: &Dataset, groups: &[&[Observation<'_>]], lang: Lang) -> String {
    let words = |group: &&[Observation<'_>]| {
        let figures = group.iter().take(NAMED).map(|figure| {
            let area = figure.area.name.get(lang);
            let line = figure::said(figure, lang);
            match lang {
                Lang::Zh => number::in_a_row(&[area, &line]),
                Lang::En => format!("{area} {line}"),
            }
        });
        let figures: Vec<String> = figures.collect();
        let heading = heading(data, group, lang);
        match lang {
            Lang::Zh => {
                let heading = heading.replacen(" · ", "", 1).replace(" · ", "，");
                format!("{heading}：{}", figures.join("，"))
            }
            Lang::En => {
                let heading = heading.replacen(" · ", " ", 1).replace(" · ", ", ");
                format!("{heading}: {}", figures.join(", "))
            }
        }
    };
    let count: usize = groups.iter().map(|group| group.len()).sum();
    if count == 0 {
        return Msg::NothingToDraw.get(lang).to_owned();
    }
    let count = number::count(count, lang);
    let named: Vec<String> = groups.iter().take(NAMED).map(words).collect();
    let is_cut = groups.len() > NAMED || groups.iter().any(|group| group.len() > NAMED);
    match lang {
        Lang::Zh => {
            let more = if is_cut { "等" } else { "" };
            let named = named.join("；");
            format!("共{count}个数值，同一时期、同一性质的互相比较：{named}{more}。")
        }
        Lang::En => {
            let more = if is_cut { "; and more" } else { "" };
            let named = named.join("; ");
            format!("{count} figures, ranked within a period and kind: {named}{more}.")
        }
    }
}
