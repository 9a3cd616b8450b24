//! How far a year has come: figures to date against the whole year's, and where the calendar
//! stands.

use crate::assess::{Ledger, Status};
use crate::chart::{Chart, Head, Look, Pace, Progress, Stage, Standing};
use crate::dataset::{Code, Comparator, Dataset, Kind, Lang, Observation, Period, Row};
use crate::order;
use crate::query::{FacetIndex, Selection};
use crate::text::{Msg, figure, label, number, period};

use super::apart::Apart;
use super::point::{documents, next};
use super::{Listing, Plot, Point, adds_up, key, look, passing, share, standing};

/// How many years the sentence names.
const NAMED: usize = 3;

/// A year under way: what is done so far, and the whole year's outcome or target, or both.
#[derive(Clone, Copy)]
pub(super) struct Year<'a> {
    so_far: Observation<'a>,
    whole: Option<Observation<'a>>,
    target: Option<Observation<'a>>,
}

/// The newest year of an indicator of which there is a figure to date, and one for the whole year
/// in a unit that it can be measured by. `rows` are of one indicator.
///
/// Only what adds up over a year has a share of it: no rate, no share, no stock.
pub(super) fn year<'a>(data: &'a Dataset, apart: &Apart, rows: &[Row]) -> Option<Year<'a>> {
    let columns = &data.observations;
    let kind = |row: Row| columns.kind.get(row as usize).copied();
    // The figures for a whole year, by area and year.
    let key = |row: Row, year: u16| {
        let area = columns.area.get(row as usize)?;
        Some((u64::from(area) << 16 | u64::from(year), row))
    };
    let whole = rows.iter().filter(|row| {
        let kinds = [Kind::Actual, Kind::Estimate, Kind::Target];
        kind(**row).is_some_and(|kind| kinds.contains(&kind))
    });
    let whole = whole.filter_map(|row| {
        let period = data.period(*row)?;
        let year = period.first_year();
        key(*row, year).filter(|_| period == Period::year(year))
    });
    let whole = guatu_scan::sorted(whole.collect());
    let of_year = |row: Row| {
        let (key, _) = key(row, data.period(row)?.first_year())?;
        let first = whole.partition_point(|(known, _)| *known < key);
        let own = whole.get(first..)?;
        own.get(..own.partition_point(|(known, _)| *known == key))
    };
    let parts = rows.iter().filter(|row| kind(**row) == Some(Kind::ToDate));
    let parts = parts.filter_map(|row| Some((*row, of_year(*row).filter(|own| !own.is_empty())?)));
    let parts = parts.filter_map(|(row, own)| Some((data.observation(row)?, own)));
    let mut parts: Vec<_> = parts.filter(|(part, _)| is_part(part)).collect();
    order::sort_by(&mut parts, |(a, _), (b, _)| {
        let delivered = b.document.delivered.cmp(&a.document.delivered);
        b.period.end().total_cmp(&a.period.end()).then(delivered)
    });
    parts.into_iter().find_map(|(part, own)| {
        let own = own.iter().filter_map(|(_, row)| data.observation(*row));
        measured(data, apart, part, &own.collect::<Vec<_>>())
    })
}

/// The year of a figure to date, with what it is measured by: of the figures of its area for the whole year.
fn measured<'a>(
    data: &Dataset,
    apart: &Apart,
    so_far: Observation<'a>,
    figures: &[Observation<'a>],
) -> Option<Year<'a>> {
    let of_year = |is_wanted: fn(&Observation<'_>) -> bool| {
        let same = figures.iter().filter(|other| {
            let dimension = |o: &Observation<'_>| o.unit.map(|unit| unit.dimension.clone());
            is_wanted(other)
                && dimension(other) == dimension(&so_far)
                && !apart.has(other.row, so_far.row)
        });
        let newest = same.max_by(|a, b| {
            let delivered = a.document.delivered.cmp(&b.document.delivered);
            b.kind.cmp(&a.kind).then(delivered)
        });
        newest.copied()
    };
    let year = Year {
        so_far,
        whole: of_year(|o| matches!(o.kind, Kind::Actual | Kind::Estimate)),
        target: of_year(is_task),
    };
    // A task of nothing has no share.
    let task = year.task()?.shown_value(data)?;
    (task.abs() > 0.0).then_some(year)
}

/// Whether a figure is a target that can be done in part: no limit, and no range.
fn is_task(figure: &Observation<'_>) -> bool {
    let limits = [Some(Comparator::AtMost), Some(Comparator::LessThan)];
    figure.kind == Kind::Target
        && figure.value_high.is_none()
        && !limits.contains(&figure.comparator)
}

/// Whether a figure is a sum over the first part of a year.
fn is_part(figure: &Observation<'_>) -> bool {
    let (start, end) = (figure.period.start(), figure.period.end());
    let year = f64::from(figure.period.first_year());
    figure.kind == Kind::ToDate
        && adds_up(figure)
        && figure.value.is_some()
        && start - year < 0.001
        && end - year < 0.999
}

impl<'a> Year<'a> {
    /// What the year is measured by: its target, or its outcome where there is none.
    fn task(&self) -> Option<Observation<'a>> {
        self.target.or(self.whole)
    }

    /// The share of the year that had passed. Of a year's actual outcome the calendar says nothing:
    /// what was done early is no longer behind or ahead of it.
    fn elapsed(&self) -> Option<f64> {
        let is_over = self.task().is_some_and(|task| task.kind == Kind::Actual);
        (!is_over).then(|| self.so_far.period.end() - self.so_far.period.start())
    }

    /// How the target stood when the figure to date was the newest.
    fn standing(&self, data: &Dataset, ledger: &Ledger, lang: Lang) -> Option<Standing> {
        let one = ledger.get(data, self.target?.row)?;
        standing::pace(&one.by(self.so_far.row)?, lang)
    }

    fn rows(&self) -> impl Iterator<Item = Row> + use<'a> {
        let figures = [Some(self.so_far), self.whole, self.target];
        figures.into_iter().flatten().map(|figure| figure.row)
    }
}

/// A row for each of the picked indicators that has a year under way.
#[must_use]
pub fn pace(
    data: &Dataset,
    index: &FacetIndex,
    picks: &[Code],
    selection: &Selection,
    lang: Lang,
) -> Plot {
    let ledger = index.ledger();
    let apart = Apart::of(data);
    let years = picks
        .iter()
        .filter_map(|pick| year(data, &apart, &passing(data, index, selection, *pick)));
    let years: Vec<Year<'_>> = years.collect();
    let mut points = Vec::new();
    let rows = years
        .iter()
        .filter_map(|year| progress(data, ledger, year, &mut points, lang));
    let rows: Vec<Progress> = rows.collect();
    let note = note(&rows, lang);
    let statuses = rows.iter().any(|row| row.head.standing.is_some());
    let chart = Chart::Pace(Pace {
        rows,
        empty: Msg::NoYear.get(lang).to_owned(),
    });
    let rows: Vec<Row> = years.iter().flat_map(Year::rows).collect();
    Plot {
        id: "pace".to_owned(),
        title: Msg::PaceTitle.get(lang).to_owned(),
        note,
        sentence: sentence(data, ledger, &years, lang),
        chart,
        points,
        documents: documents(data, &rows),
        listing: Listing::Figures(rows),
        statuses,
    }
}

fn note(rows: &[Progress], lang: Lang) -> String {
    let bars = rows
        .iter()
        .flat_map(|row| row.whole.iter().chain([&row.so_far]));
    let looks: Vec<Look> = bars.map(|stage| stage.look).collect();
    let others = [
        (
            Msg::KeyYearTarget,
            rows.iter().any(|row| row.target.is_some()),
        ),
        (
            Msg::KeyCalendar,
            rows.iter().any(|row| row.elapsed.is_some()),
        ),
    ];
    let others = others.iter().filter(|(_, is_drawn)| *is_drawn);
    let others: Vec<Msg> = others.map(|(key, _)| *key).collect();
    key(Msg::PaceNote, &looks, &others, lang)
}

fn progress(
    data: &Dataset,
    ledger: &Ledger,
    year: &Year<'_>,
    points: &mut Vec<Point>,
    lang: Lang,
) -> Option<Progress> {
    let mut stage = |figure: &Observation<'_>| {
        let point = next(points);
        points.push(Point::Figure(figure.row));
        Some(Stage {
            point,
            value: figure.shown_value(data)?,
            look: look(figure.kind),
            figure: format!(
                "{} {}",
                label::kind(figure.kind).get(lang),
                figure::line(figure, lang)
            ),
        })
    };
    let area = year.so_far.area.name.get(lang);
    let when = period::of(&year.so_far, lang);
    Some(Progress {
        head: Head {
            name: year.so_far.indicator.name.get(lang).to_string(),
            detail: format!("{area} · {when}"),
            figure: share(data, year, lang)?,
            standing: year.standing(data, ledger, lang),
        },
        so_far: stage(&year.so_far)?,
        whole: year.whole.as_ref().and_then(&mut stage),
        target: year.target.as_ref().and_then(&mut stage),
        elapsed: year.elapsed(),
    })
}

/// What is done of the year's task and where the calendar stood: `占全年预计65%，时序进度75%`.
fn share(data: &Dataset, year: &Year<'_>, lang: Lang) -> Option<String> {
    let task = year.task()?;
    let done = share::told(data, &year.so_far, &task, lang);
    let calendar = year.elapsed().map(|elapsed| share::percent(elapsed, lang));
    let kind = label::kind(task.kind).get(lang);
    // The refusal is a list itself.
    let then = if done.is_some() { "," } else { ";" };
    let done = match (done, lang) {
        (None, _) => Msg::NotDivided.get(lang).to_owned(),
        (Some(done), Lang::Zh) => format!("占全年{kind}{done}"),
        (Some(done), Lang::En) if calendar.is_none() => format!("{done} of the annual outcome"),
        (Some(done), Lang::En) => format!("{done} of the annual {}", kind.to_ascii_lowercase()),
    };
    Some(match (calendar, lang) {
        (None, _) => done,
        (Some(calendar), Lang::Zh) => format!("{done}，时序进度{calendar}"),
        (Some(calendar), Lang::En) => format!("{done}{then} {calendar} of the year gone"),
    })
}

/// How many targets stood how, then the years with what is done of them, the worst first.
fn sentence(data: &Dataset, ledger: &Ledger, years: &[Year<'_>], lang: Lang) -> String {
    let mut years: Vec<_> = years
        .iter()
        .map(|year| (year, year.standing(data, ledger, lang)))
        .collect();
    order::sort_by_key(&mut years, |(_, standing)| {
        let status = standing.as_ref().map(|standing| standing.status);
        (status.is_none(), status.map(Status::urgency))
    });
    let statuses = years.iter().filter_map(|(_, standing)| standing.as_ref());
    let statuses: Vec<Status> = statuses.map(|standing| standing.status).collect();
    let counts = standing::counts(&statuses, lang);
    let words = |(year, standing): &(&Year<'_>, Option<Standing>)| {
        let name = year.so_far.indicator.name.get(lang);
        let area = year.so_far.area.name.get(lang);
        let when = period::of(&year.so_far, lang);
        let done = figure::said(&year.so_far, lang);
        let share = share(data, year, lang).unwrap_or_default();
        let said = match lang {
            Lang::Zh => {
                let head = number::in_a_row(&[area, name, &when]);
                format!("{head}累计{done}，{share}")
            }
            Lang::En => format!("{name}, {area} {when}: {done}, {share}"),
        };
        let standing = standing.as_ref().map(|standing| standing.words.as_str());
        match (standing, lang) {
            (None, _) => said,
            (Some(words), Lang::Zh) => format!("{said}，{words}"),
            (Some(words), Lang::En) => format!("{said}, {}", words.to_ascii_lowercase()),
        }
    };
    let named: Vec<String> = years.iter().take(NAMED).map(words).collect();
    let is_cut = years.len() > NAMED;
    match (named.is_empty(), lang) {
        (true, _) => Msg::NoYear.get(lang).to_owned(),
        (_, Lang::Zh) => {
            let more = if is_cut {
                "；其余见图中数据"
            } else {
                ""
            };
            let counts = if counts.is_empty() {
                counts
            } else {
                format!("{counts}。")
            };
            format!("{counts}{}{more}。", named.join("；"))
        }
        (_, Lang::En) => {
            let more = if is_cut {
                "; the others are in the table"
            } else {
                ""
            };
            let counts = if counts.is_empty() {
                counts
            } else {
                format!("{counts}. ")
            };
            format!("{counts}{}{more}.", named.join("; "))
        }
    }
}
