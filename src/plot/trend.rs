//! One indicator over time, a line for each area.

use crate::chart::{Chart, Series, Span, Trend};
use crate::dataset::{Code, Dataset, Lang, Measure, Observation, Row};
use crate::order;
use crate::text::number::Digits;
use crate::text::{Msg, figure, label, period};

use super::point::documents;
use super::{Listing, Plot, Point, axis, largest, look, once, shown_high};

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
    let rows: Vec<Row> = figures.iter().map(|figure| figure.row).collect();
    let found = data.indicator(indicator);
    Plot {
        id: format!("trend-{}", found.map_or("", |indicator| &indicator.id)),
        title: found.map_or_else(String::new, |i| i.name.get(lang).to_string()),
        note: unit,
        sentence: sentence(&figures, lang),
        points: rows.iter().copied().map(Point::Figure).collect(),
        documents: documents(data, rows.iter().copied()),
        listing: Listing::Figures(rows),
        chart: Chart::Trend(Trend {
            zero: found.is_some_and(|i| i.measure != Measure::Rank),
            series,
            digits: Digits::of(lang),
            empty: Msg::NothingToDraw.get(lang).to_owned(),
        }),
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

fn sentence(figures: &[Observation<'_>], lang: Lang) -> String {
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
        (_, Lang::Zh) => format!("{}{}。", words.join("，"), if more { "等" } else { "" }),
        (_, Lang::En) => format!(
            "{}{}.",
            words.join("; "),
            if more { "; and more" } else { "" }
        ),
    }
}
