//! One indicator's figures from the largest to the smallest, among those of one period and kind:
//! areas and documents compared.

use std::cmp::Ordering;

use crate::chart::{Bar, Chart, Rank, Ranked};
use crate::dataset::{Code, Dataset, Lang, Observation, RelationKind, Row};
use crate::order;
use crate::text::{Msg, figure, label, period, source};

use super::once::once;
use super::point::documents;
use super::{Listing, MOST, Plot, Point, axis, largest, look};

/// How many groups, and figures of a group, the sentence names.
const NAMED: usize = 3;

/// The figures of `rows`, which are all of one indicator. Areas are ranked: the figures of a period and
/// kind that has but one area are left out, also where two documents print it differently.
#[must_use]
pub fn ranked(data: &Dataset, indicator: Code, rows: &[Row], lang: Lang) -> Plot {
    let mut figures = once(rows.iter().filter_map(|row| data.observation(*row)));
    order::sort_by(&mut figures, |a, b| {
        by_group(a, b).then_with(|| {
            let value = |o: &Observation<'_>| o.shown_value(data).unwrap_or(f64::NAN);
            value(b).total_cmp(&value(a))
        })
    });
    let groups = figures.chunk_by(|a, b| by_group(a, b).is_eq());
    let mut groups: Vec<&[Observation<'_>]> = groups.filter(|group| areas(group) > 1).collect();
    let all: usize = groups.iter().map(|group| group.len()).sum();
    let mut room = MOST;
    groups.retain_mut(|group| {
        *group = group.get(..group.len().min(room)).unwrap_or_default();
        // What there is room for may be of one area alone.
        let is_ranking = areas(group) > 1;
        if is_ranking {
            room -= group.len();
        }
        is_ranking
    });
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
        documents: documents(data, rows.iter().copied()),
        listing: Listing::Figures(rows),
        chart,
        statuses: false,
    }
}

/// Newest period first, and within a period by kind.
fn by_group(a: &Observation<'_>, b: &Observation<'_>) -> Ordering {
    b.period.chronological(a.period).then(a.kind.cmp(&b.kind))
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
                Lang::Zh => format!("{area}{line}"),
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
