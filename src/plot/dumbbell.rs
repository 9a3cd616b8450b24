//! Two figures of the same thing side by side: of two areas, or as two documents print it.

use crate::chart::{Chart, Dumbbell, Dumbbells, End, Head};
use crate::dataset::{Code, Dataset, Kind, Lang, Observation, RelationKind, Row};
use crate::order;
use crate::query::Selection;
use crate::text::{Msg, figure, label, number, period};

use super::point::{documents, next};
use super::{Listing, Plot, Point, is_apart, look, passing};

/// What the two figures of a pair differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Apart {
    /// The areas; the period is the same.
    Areas,
    /// What they are, or what was printed; area and period are the same.
    Printings,
    /// The date up to which they count: an earlier and a later printing.
    Dates,
}

/// Two figures of one indicator that may be compared, with numbers.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    ends: [Observation<'a>; 2],
    apart: Apart,
}

impl Pair<'_> {
    /// Whether the numbers differ.
    pub(super) fn differs(&self) -> bool {
        let [a, b] = &self.ends;
        !super::are_close(a.base_value(), b.base_value())
    }
}

/// The pair to show of an indicator, whose figures are `rows`: two areas in the newest period that
/// has both, else two printings for the same period, else an earlier and a later printing which
/// the data tie to each other.
pub(super) fn pair<'a>(data: &'a Dataset, rows: &[Row]) -> Option<Pair<'a>> {
    let figures = rows.iter().filter_map(|row| data.observation(*row));
    let mut figures: Vec<Observation<'_>> = figures
        .filter(|figure| figure.kind != Kind::Context)
        .collect();
    // Those that can be a pair stand side by side, the newest period first.
    order::sort_by(&mut figures, |a, b| {
        let side = |o: &Observation<'_>| o.kind == Kind::Target;
        let dates = b.period.chronological(a.period);
        dates
            .then(side(a).cmp(&side(b)))
            .then(a.area_code.cmp(&b.area_code))
            .then_with(|| a.document.delivered.cmp(&b.document.delivered))
            .then(b.kind.cmp(&a.kind))
    });
    let neighbours = || figures.iter().zip(figures.iter().skip(1));
    let may = |a: &Observation<'_>, b: &Observation<'_>| {
        let side = (a.kind == Kind::Target) == (b.kind == Kind::Target);
        a.period == b.period && side && !is_apart(data, a.row, b.row)
    };
    let areas = neighbours().find(|(a, b)| may(a, b) && a.area_code != b.area_code);
    let differ = |a: &Observation<'_>, b: &Observation<'_>| {
        a.kind != b.kind || (a.value, a.comparator) != (b.value, b.comparator)
    };
    let printings =
        || neighbours().find(|(a, b)| may(a, b) && a.area_code == b.area_code && differ(a, b));
    let found = |(a, b): (&Observation<'a>, &Observation<'a>), apart| Pair {
        ends: [*a, *b],
        apart,
    };
    areas
        .map(|pair| found(pair, Apart::Areas))
        .or_else(|| printings().map(|pair| found(pair, Apart::Printings)))
        .or_else(|| tied(data, rows))
}

/// An earlier and a later printing, as a relation of the data says.
fn tied<'a>(data: &'a Dataset, rows: &[Row]) -> Option<Pair<'a>> {
    let kinds = [RelationKind::LaterCutoff, RelationKind::Restates];
    let mut relations = data.relations.iter().filter(|pair| {
        kinds.contains(&pair.kind) && rows.contains(&pair.from) && rows.contains(&pair.to)
    });
    relations.find_map(|pair| {
        let ends = [data.observation(pair.to)?, data.observation(pair.from)?];
        let [a, b] = &ends;
        (a.area_code == b.area_code && a.period != b.period).then_some(Pair {
            ends,
            apart: Apart::Dates,
        })
    })
}

/// A row for each of the picked indicators that has a pair.
#[must_use]
pub fn dumbbell(data: &Dataset, picks: &[Code], selection: &Selection, lang: Lang) -> Plot {
    let pairs = picks
        .iter()
        .filter_map(|pick| pair(data, &passing(data, selection, *pick)));
    let pairs: Vec<Pair<'_>> = pairs.collect();
    let mut units = pairs.iter().map(|pair| {
        let [a, _] = &pair.ends;
        (a.indicator.unit, a.indicator.measure)
    });
    let first = units.next();
    let shared = units.all(|unit| Some(unit) == first);
    let mut points = Vec::new();
    let rows = pairs
        .iter()
        .filter_map(|pair| row(data, pair, &mut points, lang));
    let chart = Chart::Dumbbells(Dumbbells {
        rows: rows.collect(),
        shared,
        empty: Msg::NoPairToDraw.get(lang).to_owned(),
    });
    let note = if shared {
        Msg::DumbbellShared
    } else {
        Msg::DumbbellApart
    };
    let rows = pairs.iter().flat_map(|pair| pair.ends.map(|end| end.row));
    let rows: Vec<Row> = rows.collect();
    Plot {
        id: "dumbbell".to_owned(),
        title: Msg::DumbbellTitle.get(lang).to_owned(),
        note: note.get(lang).to_owned(),
        sentence: sentence(data, &pairs, lang),
        chart,
        points,
        documents: documents(data, rows.iter().copied()),
        listing: Listing::Figures(rows),
    }
}

fn row(data: &Dataset, pair: &Pair<'_>, points: &mut Vec<Point>, lang: Lang) -> Option<Dumbbell> {
    let [a, b] = &pair.ends;
    let mut end = |figure: &Observation<'_>| {
        let point = next(points);
        points.push(Point::Figure(figure.row));
        Some(End {
            point,
            name: name(data, pair, figure, lang),
            value: figure.shown_value(data)?,
            look: look(figure.kind),
            figure: figure::line(figure, lang),
        })
    };
    let ends = [end(a)?, end(b)?];
    Some(Dumbbell {
        conflict: false,
        head: Head {
            name: a.indicator.name.get(lang).to_string(),
            detail: common(pair, lang),
            figure: difference(data, pair, lang),
        },
        ends,
    })
}

/// What both figures have in common: the period of two areas, the area of two printings.
fn common(pair: &Pair<'_>, lang: Lang) -> String {
    let [a, _] = &pair.ends;
    let area = a.area.name.get(lang);
    let when = period::of(a, lang);
    match pair.apart {
        Apart::Areas => when,
        Apart::Printings => format!("{area} · {when}"),
        Apart::Dates => area.to_owned(),
    }
}

/// What tells one end from the other.
fn name(data: &Dataset, pair: &Pair<'_>, end: &Observation<'_>, lang: Lang) -> String {
    let kind = label::kind(end.kind).get(lang).to_lowercase();
    let [a, b] = &pair.ends;
    match pair.apart {
        Apart::Areas => format!("{} · {kind}", end.area.name.get(lang)),
        Apart::Printings if a.document.id == b.document.id && lang == Lang::Zh => {
            format!("{kind} · 第{}行", end.line)
        }
        Apart::Printings if a.document.id == b.document.id => format!("{kind} · line {}", end.line),
        Apart::Printings => {
            let document = label::document(data, end.document, lang);
            format!("{kind} · {document}")
        }
        Apart::Dates => format!("{} · {kind}", period::of(end, lang)),
    }
}

/// How much the second figure is more or less than the first, in the unit of the indicator: of
/// shares and rates in percentage points. None where both are the same.
fn change(data: &Dataset, pair: &Pair<'_>, lang: Lang) -> Option<(f64, String)> {
    let [a, b] = &pair.ends;
    let by = b.shown_value(data)? - a.shown_value(data)?;
    let unit = data.units.get(usize::from(a.indicator.unit))?;
    let (amount, name) = number::with_unit(by.abs(), unit, lang);
    if amount == "0" {
        return None;
    }
    let name = match (&*unit.id, lang) {
        ("percent", Lang::Zh) => "个百分点".to_owned(),
        ("percent", Lang::En) => "points".to_owned(),
        _ => name,
    };
    let space = if lang == Lang::Zh { "" } else { " " };
    Some((by, format!("{amount}{space}{name}")))
}

/// The change with its sign.
fn difference(data: &Dataset, pair: &Pair<'_>, lang: Lang) -> String {
    match change(data, pair, lang) {
        Some((by, amount)) if by < 0.0 => format!("−{amount}"),
        Some((_, amount)) => format!("+{amount}"),
        None => Msg::NoDifference.get(lang).to_owned(),
    }
}

/// The change in a sentence.
fn compared(data: &Dataset, pair: &Pair<'_>, lang: Lang) -> String {
    let change = change(data, pair, lang);
    let is_less = change.as_ref().is_some_and(|(by, _)| *by < 0.0);
    match (change, lang) {
        (None, Lang::Zh) => "两数相同".to_owned(),
        (None, Lang::En) => "the same".to_owned(),
        (Some((_, amount)), Lang::Zh) => {
            format!("后者{}{amount}", if is_less { "少" } else { "多" })
        }
        (Some((_, amount)), Lang::En) => {
            let way = if is_less { "less" } else { "more" };
            format!("the second is {amount} {way}")
        }
    }
}

fn sentence(data: &Dataset, pairs: &[Pair<'_>], lang: Lang) -> String {
    let plain = |words: String| match lang {
        Lang::Zh => words.replace(" · ", ""),
        Lang::En => words.replace(" · ", ", "),
    };
    let words = |pair: &Pair<'_>| {
        let [a, b] = &pair.ends;
        let title = a.indicator.name.get(lang);
        let common = plain(common(pair, lang));
        let end = |end: &Observation<'_>| {
            let name = plain(name(data, pair, end, lang));
            let space = if lang == Lang::Zh { "" } else { " " };
            format!("{name}{space}{}", figure::line(end, lang))
        };
        let compared = compared(data, pair, lang);
        match lang {
            Lang::Zh => format!("{common}{title}：{}，{}，{compared}", end(a), end(b)),
            Lang::En => format!("{title}, {common}: {}; {}; {compared}", end(a), end(b)),
        }
    };
    let named: Vec<String> = pairs.iter().map(words).collect();
    match (named.is_empty(), lang) {
        (true, _) => Msg::NoPairToDraw.get(lang).to_owned(),
        (_, Lang::Zh) => format!("{}。", named.join("。")),
        (_, Lang::En) => format!("{}.", named.join(". ")),
    }
}
