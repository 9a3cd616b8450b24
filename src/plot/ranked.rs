//! One indicator's figures from the largest to the smallest: areas, periods and documents compared.

use crate::chart::{Bar, Chart, Ranked};
use crate::dataset::{Code, Dataset, Lang, Observation, Row};
use crate::order;
use crate::text::{Msg, figure, label, period};

use super::point::documents;
use super::{Listing, Plot, Point, axis, look, once};

/// The figures of `rows`, which are all of one indicator.
#[must_use]
pub fn ranked(data: &Dataset, indicator: Code, rows: &[Row], lang: Lang) -> Plot {
    let mut figures: Vec<(f64, Observation<'_>)> =
        once(rows.iter().filter_map(|row| data.observation(*row)))
            .into_iter()
            .filter_map(|figure| Some((figure.shown_value(data)?, figure)))
            .collect();
    order::sort_by(&mut figures, |(a, _), (b, _)| b.total_cmp(a));
    let most = figures
        .iter()
        .fold(0.0_f64, |most, (value, _)| most.max(value.abs()));
    let (times, unit) = axis(data, indicator, most, lang);
    let bars = (0..).zip(&figures).map(|(point, (value, figure))| Bar {
        point,
        name: name(figure, lang),
        detail: label::kind(figure.kind).get(lang).to_owned(),
        value: *value * times,
        look: look(figure.kind),
        figure: figure::line(figure, lang),
    });
    let rows: Vec<Row> = figures.iter().map(|(_, figure)| figure.row).collect();
    let found = data.indicator(indicator);
    Plot {
        id: format!("ranked-{}", found.map_or("", |indicator| &indicator.id)),
        title: found.map_or_else(String::new, |i| i.name.get(lang).to_string()),
        note: unit,
        sentence: sentence(&figures, lang),
        points: rows.iter().copied().map(Point::Figure).collect(),
        documents: documents(data, rows.iter().copied()),
        listing: Listing::Figures(rows),
        chart: Chart::Ranked(Ranked {
            bars: bars.collect(),
            empty: Msg::NothingToDraw.get(lang).to_owned(),
        }),
    }
}

fn name(figure: &Observation<'_>, lang: Lang) -> String {
    let area = figure.area.name.get(lang);
    format!("{area} {}", period::of(figure, lang))
}

fn sentence(figures: &[(f64, Observation<'_>)], lang: Lang) -> String {
    let words = |entry: Option<&(f64, Observation<'_>)>| {
        entry.map(|(_, o)| {
            let kind = label::kind(o.kind).get(lang);
            (name(o, lang), kind, figure::line(o, lang))
        })
    };
    let count = figures.len();
    match (words(figures.first()), words(figures.last()), lang) {
        (Some((name, kind, figure)), _, Lang::Zh) if count == 1 => {
            format!("只有一个数值：{name}{kind}{figure}。")
        }
        (Some((name, kind, figure)), _, Lang::En) if count == 1 => {
            format!("One figure: {name}, {}, {figure}.", kind.to_lowercase())
        }
        (Some(most), Some(least), Lang::Zh) => format!(
            "共{count}个数值，最大为{}{}{}，最小为{}{}{}。",
            most.0, most.1, most.2, least.0, least.1, least.2
        ),
        (Some(most), Some(least), Lang::En) => format!(
            "{count} figures; the largest is {} ({}), {}, the smallest {} ({}), {}.",
            most.0,
            most.1.to_lowercase(),
            most.2,
            least.0,
            least.1.to_lowercase(),
            least.2
        ),
        (_, _, _) => Msg::NothingToDraw.get(lang).to_owned(),
    }
}
