//! One indicator over time, a line for each area.

use crate::chart::{Chart, Series, Span, Trend};
use crate::dataset::{Code, Dataset, Lang, Measure, Observation, Row};
use crate::order;
use crate::text::number::Digits;
use crate::text::{Msg, figure, label, period};

use super::point::documents;
use super::{Listing, Plot, Point, axis, is_apart, largest, look, once, shown_high};

/// How many figures the sentence names.
const NAMED: usize = 6;

/// The figures of `rows`, which are all of one indicator.
#[must_use]
pub fn trend(data: &Dataset, indicator: Code, rows: &[Row], lang: Lang) -> Plot {
    let mut figures = once(rows.iter().filter_map(|row| data.observation(*row)));
    order::sort_by(&mut figures, |a, b| {
        let area = a.area.code.cmp(&b.area.code);
        area.then(a.period.chronological(b.period))
            .then(a.kind.cmp(&b.kind))
    });
    let (times, unit) = axis(data, indicator, largest(data, &figures), lang);
    let mut series: Vec<Series> = Vec::new();
    for (point, figure) in (0..).zip(&figures) {
        let Some(span) = span(data, (point, figure), times, lang) else {
            continue;
        };
        let name = figure.area.name.get(lang).to_string();
        match series.iter_mut().find(|known| known.name == name) {
            Some(known) => known.spans.push(span),
            None => series.push(Series {
                name,
                spans: vec![span],
            }),
        }
    }
    let breaks = breaks(data, &figures);
    let rows: Vec<Row> = figures.iter().map(|figure| figure.row).collect();
    let found = data.indicator(indicator);
    Plot {
        id: format!("trend-{}", found.map_or("", |indicator| &indicator.id)),
        title: found.map_or_else(String::new, |i| i.name.get(lang).to_string()),
        note: unit,
        sentence: sentence(&figures, &breaks, lang),
        points: rows.iter().copied().map(Point::Figure).collect(),
        documents: documents(data, rows.iter().copied()),
        listing: Listing::Figures(rows),
        chart: Chart::Trend(Trend {
            zero: found.is_some_and(|i| i.measure != Measure::Rank),
            series,
            breaks: breaks.iter().map(|(a, b)| (index(*a), index(*b))).collect(),
            digits: Digits::of(lang),
            empty: Msg::NothingToDraw.get(lang).to_owned(),
        }),
    }
}

fn index(figure: usize) -> u32 {
    u32::try_from(figure).unwrap_or(u32::MAX)
}

/// Neighbours in time that must not be joined: the data call them not comparable, or the period of
/// only one of them is printed. The figures are sorted by area and period.
fn breaks(data: &Dataset, figures: &[Observation<'_>]) -> Vec<(usize, usize)> {
    let is_near = |a: f64, b: f64| (a - b).abs() < 0.02;
    let follows = |a: &Observation<'_>, b: &Observation<'_>| {
        let [a_start, a_end] = [a.period.start(), a.period.end()];
        let [b_start, b_end] = [b.period.start(), b.period.end()];
        a.area_code == b.area_code
            && is_near(a_end - a_start, b_end - b_start)
            && (is_near(b_start, a_end) || is_near(b_start, a_start + 1.0))
    };
    let outcomes = || {
        figures
            .iter()
            .enumerate()
            .filter(|(_, o)| o.kind.is_outcome())
    };
    let mut breaks = Vec::new();
    for (at, a) in outcomes() {
        for (to, b) in outcomes().skip_while(|(to, _)| *to <= at) {
            if b.area_code != a.area_code || b.period.start() > a.period.end() + 1.0 {
                break;
            }
            if follows(a, b) && (a.basis != b.basis || is_apart(data, a.row, b.row)) {
                breaks.push((at, to));
            }
        }
    }
    breaks
}

/// What the broken lines mean: `2019年与2020年口径不同或时期系推定，不连线`.
fn broken(figures: &[Observation<'_>], breaks: &[(usize, usize)], lang: Lang) -> String {
    let pairs = breaks.iter().filter_map(|(a, b)| {
        let when = |at: usize| Some(period::words(figures.get(at)?.period, lang));
        let (a, b) = (when(*a)?, when(*b)?);
        Some(match lang {
            Lang::Zh => format!("{a}与{b}"),
            Lang::En => format!("{a} and {b}"),
        })
    });
    let pairs: Vec<String> = pairs.collect();
    match (pairs.is_empty(), lang) {
        (true, _) => String::new(),
        (_, Lang::Zh) => format!("{}口径不同或时期系推定，不连线。", pairs.join("、")),
        (_, Lang::En) => format!(
            " Not joined, for their definitions differ or a period is inferred: {}.",
            pairs.join("; ")
        ),
    }
}

fn span(
    data: &Dataset,
    (point, figure): (u32, &Observation<'_>),
    times: f64,
    lang: Lang,
) -> Option<Span> {
    Some(Span {
        point,
        start: figure.period.start(),
        end: figure.period.end(),
        value: figure.shown_value(data)? * times,
        high: shown_high(figure, data).map(|high| high * times),
        look: look(figure.kind),
        label: figure::line(figure, lang),
    })
}

fn sentence(figures: &[Observation<'_>], breaks: &[(usize, usize)], lang: Lang) -> String {
    let broken = broken(figures, breaks, lang);
    let words: Vec<String> = figures
        .iter()
        .take(NAMED)
        .map(|o| {
            let area = o.area.name.get(lang);
            let when = period::of(o, lang);
            let kind = label::kind(o.kind).get(lang);
            let figure = figure::line(o, lang);
            match lang {
                Lang::Zh => format!("{area}{when}{kind}{figure}"),
                Lang::En => format!("{area} {when} {}: {figure}", kind.to_lowercase()),
            }
        })
        .collect();
    let more = figures.len() > NAMED;
    match (words.is_empty(), lang) {
        (true, _) => Msg::NothingToDraw.get(lang).to_owned(),
        (_, Lang::Zh) => {
            let more = if more { "等" } else { "" };
            format!("{}{more}。{broken}", words.join("，"))
        }
        (_, Lang::En) => {
            let more = if more { "; and more" } else { "" };
            format!("{}{more}.{broken}", words.join("; "))
        }
    }
}
