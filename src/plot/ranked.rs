//! One indicator's figures from the largest to the smallest, among those of one period and kind:
//! areas and documents compared.

use crate::chart::{Bar, Chart, Rank, Ranked};
use crate::dataset::{Code, Dataset, Lang, Observation, Row};
use crate::order;
use crate::text::{Msg, figure, label, period};

use super::point::documents;
use super::{Listing, Plot, Point, axis, largest, look, once};

/// How many groups, and figures of a group, the sentence names.
const NAMED: usize = 3;

/// The figures of `rows`, which are all of one indicator.
#[must_use]
pub fn ranked(data: &Dataset, indicator: Code, rows: &[Row], lang: Lang) -> Plot {
    let mut figures = once(rows.iter().filter_map(|row| data.observation(*row)));
    order::sort_by(&mut figures, |a, b| {
        let groups = b.period.chronological(a.period).then(a.kind.cmp(&b.kind));
        groups.then_with(|| {
            let value = |o: &Observation<'_>| o.shown_value(data).unwrap_or(f64::NAN);
            value(b).total_cmp(&value(a))
        })
    });
    let groups: Vec<&[Observation<'_>]> = figures
        .chunk_by(|a, b| (a.period, a.kind) == (b.period, b.kind))
        .collect();
    let (times, unit) = axis(data, indicator, largest(data, &figures), lang);
    let mut points = Vec::new();
    let ranks = groups.iter().map(|group| Rank {
        heading: heading(group, lang),
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
        sentence: sentence(&groups, lang),
        points,
        documents: documents(data, rows.iter().copied()),
        listing: Listing::Figures(rows),
        chart,
    }
}

/// What the figures of a group have in common: `2020年 · 实际`.
fn heading(group: &[Observation<'_>], lang: Lang) -> String {
    group.first().map_or_else(String::new, |figure| {
        let kind = label::kind(figure.kind).get(lang);
        format!("{} · {kind}", period::of(figure, lang))
    })
}

/// The document, where the group has the same area twice.
fn detail(
    data: &Dataset,
    group: &[Observation<'_>],
    figure: &Observation<'_>,
    lang: Lang,
) -> String {
    let same = group
        .iter()
        .filter(|other| other.area_code == figure.area_code);
    if same.count() > 1 {
        label::document(data, figure.document, lang)
    } else {
        String::new()
    }
}

fn sentence(groups: &[&[Observation<'_>]], lang: Lang) -> String {
    let (between, space, ends) = match lang {
        Lang::Zh => (
            "，",
            "",
            [
                "共",
                "个数值，同一时期、同一性质的互相比较：",
                "；",
                "等",
                "。",
            ],
        ),
        Lang::En => (
            ", ",
            " ",
            [
                "",
                " figures, ranked within a period and kind: ",
                "; ",
                "; and more",
                ".",
            ],
        ),
    };
    let [before, after, next, more, end] = ends;
    let words = |group: &&[Observation<'_>]| {
        let figures = group
            .iter()
            .take(NAMED)
            .map(|o| format!("{}{space}{}", o.area.name.get(lang), figure::line(o, lang)));
        let figures: Vec<String> = figures.collect();
        let heading = heading(group, lang).replace(" · ", space);
        label::headed(&heading, &figures.join(between), lang)
    };
    let count: usize = groups.iter().map(|group| group.len()).sum();
    if count == 0 {
        return Msg::NothingToDraw.get(lang).to_owned();
    }
    let named: Vec<String> = groups.iter().take(NAMED).map(words).collect();
    let left_out = groups.len() > NAMED || groups.iter().any(|group| group.len() > NAMED);
    let more = if left_out { more } else { "" };
    format!("{before}{count}{after}{}{more}{end}", named.join(next))
}
