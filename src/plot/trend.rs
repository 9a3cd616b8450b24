//! One indicator over time, a line for each area.

use crate::assess::{Ledger, Status};
use crate::chart::{Chart, Series, Span, Trend};
use crate::dataset::{Code, Dataset, Lang, Measure, Observation, Row};
use crate::order;
use crate::text::number::{self, Digits};
use crate::text::{Msg, figure, label, period};

use super::apart::Apart;
use super::once::once;
use super::point::documents;
use super::standing::legend;
use super::{Listing, Plot, Point, adds_up, axis, largest, look, shown_high, told};

/// How many figures the sentence names.
const NAMED: usize = 6;

/// The lines of so many areas are drawn: no one tells more from each other.
const AREAS: usize = 40;

/// The figures of `rows`, which are all of one indicator; those in words are told below.
#[must_use]
pub fn trend(data: &Dataset, ledger: &Ledger, indicator: Code, rows: &[Row], lang: Lang) -> Plot {
    let all = rows.len();
    let rows = of_first_areas(data, rows);
    let more = all - rows.len();
    let printed = rows.iter().filter_map(|row| data.observation(*row));
    let (numbers, in_words): (Vec<_>, Vec<_>) = printed.partition(|o| o.value.is_some());
    let mut figures = once(numbers);
    order::sort_by(&mut figures, |a, b| {
        let area = a.area.code.cmp(&b.area.code);
        area.then(a.period.chronological(b.period))
            .then(a.kind.cmp(&b.kind))
    });
    let is_drawn = drawn(&figures);
    let drawn: Vec<Observation<'_>> = figures.iter().copied().filter(&is_drawn).collect();
    let (times, unit) = axis(data, indicator, largest(data, &drawn), lang);
    let (mut series, mut statuses): (Vec<Series>, Vec<Status>) = (Vec::new(), Vec::new());
    let points = (0..).zip(&figures).filter(|(_, figure)| is_drawn(figure));
    let points: Vec<(u32, &Observation<'_>)> = points.collect();
    for own in points.chunk_by(|(_, a), (_, b)| a.area_code == b.area_code) {
        let spans = own.iter().filter_map(|(point, figure)| {
            let status = ledger.status(figure.row);
            let span = span(data, (*point, figure), (times, &unit), lang)?;
            Some(Span { status, ..span })
        });
        let spans: Vec<Span> = spans.collect();
        statuses.extend(spans.iter().filter_map(|span| span.status));
        if let Some((_, figure)) = own.first().filter(|_| !spans.is_empty()) {
            let name = figure.area.name.get(lang).to_string();
            series.push(Series { name, spans });
        }
    }
    let found = data.indicator(indicator);
    let chart = Trend::new(
        series,
        found.is_some_and(|i| i.measure != Measure::Rank),
        Digits::of(lang),
        Msg::NothingToDraw.get(lang).to_owned(),
    );
    let not_comparable = Apart::of(data);
    let breaks = breaks(&not_comparable, &chart, &figures);
    let points: Vec<(u32, u32)> = breaks.iter().map(|found| found.points).collect();
    let rows: Vec<Row> = figures.iter().chain(&in_words).map(|o| o.row).collect();
    Plot {
        id: format!("trend-{}", found.map_or("", |indicator| &indicator.id)),
        title: found.map_or_else(String::new, |i| i.name.get(lang).to_string()),
        note: note(data, &drawn, &unit, &legend(&statuses, lang), lang),
        sentence: sentence(&figures, &breaks, lang)
            + &apart(&not_comparable, &drawn, &breaks, lang)
            + &left_out(figures.iter().filter(|figure| !is_drawn(figure)), lang)
            + &words(&in_words, lang)
            + &label::not_drawn(more, lang),
        points: figures.iter().map(|o| Point::Figure(o.row)).collect(),
        documents: documents(data, &rows),
        listing: Listing::Figures(rows),
        chart: Chart::Trend(chart.broken(&points)),
        statuses: !statuses.is_empty(),
    }
}

/// Those of the rows that are of the first areas with a number, as many as are drawn.
fn of_first_areas(data: &Dataset, rows: &[Row]) -> Vec<Row> {
    let column = &data.observations.area;
    let area = |row: &Row| column.get(*row as usize).map(usize::from);
    let mut has_any = vec![false; data.areas.len()];
    let printed = &data.observations;
    for row in rows.iter().filter(|row| printed.value(**row).is_some()) {
        if let Some(slot) = area(row).and_then(|area| has_any.get_mut(area)) {
            *slot = true;
        }
    }
    let mut areas = (0..).zip(has_any).filter(|(_, has_any)| *has_any);
    let end = areas.nth(AREAS).map_or(usize::MAX, |(area, _)| area);
    let rows = rows.iter().copied();
    rows.filter(|row| area(row) < Some(end)).collect()
}

/// Whose the figures are where they are of one area, the unit, and which of them is printed in a unit
/// of another name for the same: `武昌区 · 个 · 目标：○待公布；2021年目标以“项”计`.
fn note(data: &Dataset, drawn: &[Observation<'_>], unit: &str, legend: &str, lang: Lang) -> String {
    let area = drawn.first().map(|figure| figure.area);
    let area = area.filter(|area| drawn.iter().all(|figure| figure.area.code == area.code));
    let parts = area
        .map(|area| area.name.get(lang))
        .into_iter()
        .chain([unit, legend]);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let mut note = parts.join(" · ");
    for figure in drawn {
        let shown = data.units.get(usize::from(figure.indicator.unit));
        let Some((shown, printed)) = shown.zip(figure.unit) else {
            continue;
        };
        let name = printed.name.get(lang);
        let is_as_large = shown.factor.total_cmp(&printed.factor).is_eq();
        if is_as_large && !name.is_empty() && name != shown.name.get(lang) {
            let (when, kind) = (period::of(figure, lang), label::kind(figure.kind).get(lang));
            let other = match lang {
                Lang::Zh => format!("；{when}{kind}以“{name}”计"),
                Lang::En => format!(
                    "; the {} of {when} counts “{name}”",
                    kind.to_ascii_lowercase()
                ),
            };
            note.push_str(&other);
        }
    }
    note
}

/// Which figures may stand on one scale. A sum over several years is no height of any of them: it
/// is left out beside figures of single years, and drawn where there is nothing else.
fn drawn(figures: &[Observation<'_>]) -> impl Fn(&Observation<'_>) -> bool + use<> {
    let is_total =
        |o: &Observation<'_>| adds_up(o) && o.period.end() - o.period.start() > 1.0 + 1e-6;
    let nothing_else = figures.iter().all(is_total);
    move |figure| nothing_else || !is_total(figure)
}

/// Which figures of one area the data call not comparable though no line would join them, as a target
/// and an outcome: `武昌区2020年实际与2021年目标口径不同，不可比。`
fn apart(apart: &Apart, drawn: &[Observation<'_>], breaks: &[Break<'_>], lang: Lang) -> String {
    let rows: Vec<Row> = drawn.iter().map(|figure| figure.row).collect();
    let pairs = apart.among(&rows).into_iter();
    let pairs = pairs.filter_map(|(a, b)| Some((drawn.get(a)?, drawn.get(b)?)));
    let is_told = |a: &Observation<'_>, b: &Observation<'_>| {
        let ends = [a.row, b.row];
        let is_break = |found: &Break<'_>| found.ends.iter().all(|o| ends.contains(&o.row));
        a.area_code == b.area_code && !breaks.iter().any(is_break)
    };
    let told = pairs.filter(|(a, b)| is_told(a, b));
    told.map(|(a, b)| not_comparable(a, b, lang)).collect()
}

fn not_comparable(a: &Observation<'_>, b: &Observation<'_>, lang: Lang) -> String {
    let area = a.area.name.get(lang);
    let [one, other] = [a, b].map(|figure| {
        let (kind, when) = (label::kind(figure.kind).get(lang), period::of(figure, lang));
        match lang {
            Lang::Zh => format!("{when}{kind}"),
            Lang::En => format!("{} of {when}", kind.to_ascii_lowercase()),
        }
    });
    match lang {
        Lang::Zh => {
            let one = number::in_a_row(&[area, &one]);
            format!("{one}与{other}口径不同，不可比。")
        }
        Lang::En => {
            format!(" {area}: {one} and {other} are not comparable, for their definitions differ.")
        }
    }
}

/// The totals that are not drawn: `武昌区2021—2025年目标10.5万人为多年合计，未绘入图。`
fn left_out<'a>(figures: impl Iterator<Item = &'a Observation<'a>>, lang: Lang) -> String {
    let words = figures.map(|figure| {
        let told = told(figure, lang);
        match lang {
            Lang::Zh => format!("{told}为多年合计，未绘入图。"),
            Lang::En => format!(" {told} is a total of several years, and is not drawn."),
        }
    });
    words.collect()
}

/// What the documents say without a number: `另有文字表述：武昌区2025年目标完成市下达目标。`
fn words(figures: &[Observation<'_>], lang: Lang) -> String {
    let told: Vec<String> = figures.iter().map(|figure| told(figure, lang)).collect();
    match (told.is_empty(), lang) {
        (true, _) => String::new(),
        (_, Lang::Zh) => format!("另有文字表述：{}。", told.join("，")),
        (_, Lang::En) => format!(" Also, in words: {}.", told.join("; ")),
    }
}

/// Why two outcomes that follow each other are not joined.
#[derive(Clone, Copy)]
enum Reason {
    /// The data call them not comparable.
    NotComparable,
    /// The period of only one of them is printed.
    Inferred,
}

/// A line that is not drawn: the points of its ends, and why.
struct Break<'a> {
    points: (u32, u32),
    ends: [Observation<'a>; 2],
    reason: Reason,
}

/// The lines of a chart that must not be drawn. The points are indices into `figures`.
fn breaks<'a>(apart: &Apart, chart: &Trend, figures: &[Observation<'a>]) -> Vec<Break<'a>> {
    let joined = chart.joined().into_iter();
    let breaks = joined.filter_map(|points| {
        let [a, b] = [points.0, points.1].map(|point| figures.get(point as usize));
        let (a, b) = (a?, b?);
        let reason = if apart.has(a.row, b.row) {
            Reason::NotComparable
        } else if a.basis != b.basis {
            Reason::Inferred
        } else {
            return None;
        };
        let ends = [*a, *b];
        Some(Break {
            points,
            ends,
            reason,
        })
    });
    breaks.collect()
}

/// What a broken line means: `武昌区2019年与2020年口径不同，不连线。`
fn broken(found: &Break<'_>, lang: Lang) -> String {
    let [a, b] = &found.ends;
    let area = a.area.name.get(lang);
    let [from, to] = [a, b].map(|figure| period::words(figure.period, lang));
    let row = number::in_a_row(&[area, &from]);
    match (found.reason, lang) {
        (Reason::NotComparable, Lang::Zh) => format!("{row}与{to}口径不同，不连线。"),
        (Reason::Inferred, Lang::Zh) => format!("{row}与{to}的时期有一处系推定，不连线。"),
        (Reason::NotComparable, Lang::En) => {
            format!(" {area}, {from} and {to}: not joined, for their definitions differ.")
        }
        (Reason::Inferred, Lang::En) => {
            format!(" {area}, {from} and {to}: not joined, for one period is inferred.")
        }
    }
}

fn span(
    data: &Dataset,
    (point, figure): (u32, &Observation<'_>),
    (times, unit): (f64, &str),
    lang: Lang,
) -> Option<Span> {
    let parts = figure::parts(figure, lang);
    let label = figure::line(figure, lang);
    Some(Span {
        point,
        start: figure.period.start(),
        end: figure.period.end(),
        value: figure.shown_value(data)? * times,
        high: shown_high(figure, data).map(|high| high * times),
        look: look(figure.kind),
        status: None,
        brief: if parts.unit == unit {
            parts.number
        } else {
            label.clone()
        },
        label,
    })
}

/// The newest figures, the newest first, and the lines that are not drawn.
fn sentence(figures: &[Observation<'_>], breaks: &[Break<'_>], lang: Lang) -> String {
    let mut newest = figures.to_vec();
    order::sort_by(&mut newest, |a, b| b.period.chronological(a.period));
    let words = newest.iter().take(NAMED).map(|figure| told(figure, lang));
    let words: Vec<String> = words.collect();
    let broken: String = breaks.iter().map(|found| broken(found, lang)).collect();
    let is_cut = figures.len() > NAMED;
    match (words.is_empty(), lang) {
        (true, _) => Msg::NothingToDraw.get(lang).to_owned(),
        (_, Lang::Zh) => {
            let more = if is_cut { "等" } else { "" };
            format!("{}{more}。{broken}", words.join("，"))
        }
        (_, Lang::En) => {
            let more = if is_cut { "; and more" } else { "" };
            format!("{}{more}.{broken}", words.join("; "))
        }
    }
}
