//! Two figures of the same thing side by side: of two areas, or as two documents print it.

use crate::chart::{Chart, Dumbbell, Dumbbells, End, Head, Look};
use crate::dataset::{
    Code, Comparator, Dataset, Kind, Lang, Observation, Relation, RelationKind, Row,
};
use crate::order;
use crate::query::same::says_the_same;
use crate::query::{FacetIndex, Selection};
use crate::text::{Msg, figure, label, number, period, source};

use super::apart::Apart;
use super::point::{documents, next};
use super::tied::Tied;
use super::{Listing, Plot, Point, adds_up, are_related, key, look, passing};

/// Two lengths of time nearer than this, in years (a week), are the same.
const SAME_LENGTH: f64 = 0.02;

/// What the two figures of a pair differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Differ {
    /// The areas; the period is the same.
    Areas,
    /// What they are, or what was printed; area and period are the same.
    Printings,
    /// The date up to which they count: an earlier and a later printing.
    Dates,
}

/// What comes out of a pair.
enum Compared {
    /// The data say that the two contradict each other: neither is more than the other.
    Conflict,
    /// One of them is a bound, a range or a rounded figure: there is no difference.
    Bounds,
    /// Both say the same.
    Same,
    /// Whether the second is less, and by how much, in words.
    By(bool, String),
}

/// Two figures of one indicator that may be compared, with numbers.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    ends: [Observation<'a>; 2],
    differ: Differ,
}

impl Pair<'_> {
    /// Whether the figures differ.
    pub(super) fn differs(&self) -> bool {
        let [a, b] = &self.ends;
        !says_the_same(a, b)
    }

    /// What comes out of setting one beside the other.
    fn compared(&self, data: &Dataset, lang: Lang) -> Compared {
        let [a, b] = &self.ends;
        if are_related(data, RelationKind::Conflicts, a.row, b.row) {
            return Compared::Conflict;
        }
        if says_the_same(a, b) {
            return Compared::Same;
        }
        // Of two bounds only the bounds differ: nothing says that the quantity does.
        if !(is_exact(a) && is_exact(b)) {
            return Compared::Bounds;
        }
        let (Some(first), Some(second)) = (a.shown_value(data), b.shown_value(data)) else {
            return Compared::Bounds;
        };
        Compared::By(
            second < first,
            amount(data, a, (second - first).abs(), lang),
        )
    }
}

/// Whether a figure says how much there is, and not in what bounds or about how much.
fn is_exact(figure: &Observation<'_>) -> bool {
    let is_equal = matches!(figure.comparator, None | Some(Comparator::Equal));
    is_equal && figure.value_high.is_none()
}

/// The pair to show of an indicator, whose figures are `rows`, in the order of the table: two areas in the newest
/// period that has both, else two printings for the same period, else an earlier and a later printing which
/// the data tie to each other.
pub(super) fn pair<'a>(
    data: &'a Dataset,
    (apart, tied): (&Apart, &Tied<'a>),
    indicator: Code,
    rows: &[Row],
) -> Option<Pair<'a>> {
    let columns = &data.observations;
    let is_drawn = |row: &&Row| columns.kind.get(**row as usize) != Some(&Kind::Context);
    let drawn: Vec<Row> = rows.iter().filter(is_drawn).copied().collect();
    // Periods are numbered in the order of time.
    let drawn = guatu_scan::sorted(guatu_scan::keyed(&drawn, &[&columns.period]));
    // The newest period first, and of none more than it takes to find a pair.
    let periods = || {
        let periods = drawn.chunk_by(|(a, _), (b, _)| a == b).rev();
        periods.filter(|own| own.len() > 1)
    };
    let mut areas = periods().map(|own| rivals(data, own));
    let mut printings = periods().map(|own| rivals(data, own));
    areas
        .find_map(|figures| {
            let own = figures.chunk_by(|a, b| are_rivals(a, b) && a.area_code == b.area_code);
            let newest: Vec<Observation<'_>> = own.filter_map(|own| own.last().copied()).collect();
            first(apart, &newest, Differ::Areas)
        })
        .or_else(|| printings.find_map(|figures| first(apart, &figures, Differ::Printings)))
        .or_else(|| later(data, tied.of_indicator(indicator), rows))
}

/// The figures of a period, those that can be a pair beside each other, an area's newest last.
fn rivals<'a>(data: &'a Dataset, rows: &[(u64, Row)]) -> Vec<Observation<'a>> {
    let figures = rows.iter().filter_map(|(_, row)| data.observation(*row));
    let mut figures: Vec<Observation<'_>> = figures.collect();
    order::sort_by(&mut figures, |a, b| {
        let targets = is_target(a).cmp(&is_target(b));
        targets
            .then(a.area_code.cmp(&b.area_code))
            .then_with(|| a.document.delivered.cmp(&b.document.delivered))
            .then(b.kind.cmp(&a.kind))
            .then_with(|| (a.line, a.ordinal()).cmp(&(b.line, b.ordinal())))
    });
    figures
}

fn is_target(figure: &Observation<'_>) -> bool {
    figure.kind == Kind::Target
}

/// Whether two figures are for one period, and both targets or both outcomes.
fn are_rivals(a: &Observation<'_>, b: &Observation<'_>) -> bool {
    a.period == b.period && is_target(a) == is_target(b)
}

/// The first two that differ as asked and may be compared. The figures are sorted: what cannot differ so from one
/// of them is not looked at.
fn first<'a>(apart: &Apart, figures: &[Observation<'a>], differ: Differ) -> Option<Pair<'a>> {
    let is_of_one = |a: &Observation<'_>, b: &Observation<'_>| a.area_code == b.area_code;
    let may = |a: &Observation<'_>, b: &Observation<'_>| match differ {
        Differ::Areas => are_rivals(a, b),
        _ => are_rivals(a, b) && is_of_one(a, b),
    };
    let fits = |a: &Observation<'_>, b: &Observation<'_>| match differ {
        Differ::Areas => !is_of_one(a, b),
        _ => a.kind != b.kind || !says_the_same(a, b),
    };
    for (place, a) in figures.iter().enumerate() {
        let others = figures.iter().skip(place + 1);
        let mut others = others.take_while(|b| may(a, b));
        if let Some(b) = others.find(|b| fits(a, b) && !apart.has(a.row, b.row)) {
            let ends = [*a, *b];
            return Some(Pair { ends, differ });
        }
    }
    None
}

/// An earlier and a later printing, as a relation of the data says. What adds up over time needs
/// periods of one length: nine months are no less than a year.
fn later<'a>(
    data: &'a Dataset,
    tied: impl Iterator<Item = &'a Relation>,
    rows: &[Row],
) -> Option<Pair<'a>> {
    let passes = |row: Row| rows.binary_search(&row).is_ok();
    let mut relations = tied.filter(|pair| passes(pair.from) && passes(pair.to));
    let length = |o: &Observation<'_>| o.period.end() - o.period.start();
    relations.find_map(|pair| {
        let ends = [data.observation(pair.to)?, data.observation(pair.from)?];
        let [a, b] = &ends;
        let as_long = !adds_up(a) || (length(a) - length(b)).abs() < SAME_LENGTH;
        let may = a.area_code == b.area_code && a.period != b.period && as_long;
        may.then_some(Pair {
            ends,
            differ: Differ::Dates,
        })
    })
}

/// A row for each of the picked indicators that has a pair.
#[must_use]
pub fn dumbbell(
    data: &Dataset,
    index: &FacetIndex,
    picks: &[Code],
    selection: &Selection,
    lang: Lang,
) -> Plot {
    let known = (&Apart::of(data), &Tied::of(data));
    let pairs = picks
        .iter()
        .filter_map(|pick| pair(data, known, *pick, &passing(data, index, selection, *pick)));
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
    let rows: Vec<Dumbbell> = rows.collect();
    let note = note(&rows, shared, lang);
    let chart = Chart::Dumbbells(Dumbbells {
        rows,
        shared,
        empty: Msg::NoPairToDraw.get(lang).to_owned(),
    });
    let rows = pairs.iter().flat_map(|pair| pair.ends.map(|end| end.row));
    let rows: Vec<Row> = rows.collect();
    Plot {
        id: "dumbbell".to_owned(),
        title: Msg::DumbbellTitle.get(lang).to_owned(),
        note,
        sentence: sentence(data, &pairs, lang),
        chart,
        points,
        documents: documents(data, &rows),
        listing: Listing::Figures(rows),
        statuses: false,
    }
}

fn note(rows: &[Dumbbell], shared: bool, lang: Lang) -> String {
    let scale = if shared {
        Msg::DumbbellShared
    } else {
        Msg::DumbbellApart
    };
    let ends = rows.iter().flat_map(|row| &row.ends);
    let looks: Vec<Look> = ends.map(|end| end.look).collect();
    let is_broken = rows.iter().any(|row| row.conflict);
    let broken = is_broken.then_some(Msg::KeyBroken);
    key(scale, &looks, broken.as_slice(), lang)
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
    let compared = pair.compared(data, lang);
    Some(Dumbbell {
        head: Head {
            name: a.indicator.name.get(lang).to_string(),
            detail: common(pair, lang),
            figure: difference(&compared, lang),
            standing: None,
        },
        conflict: matches!(compared, Compared::Conflict),
        ends,
    })
}

/// What both figures have in common: the period of two areas, the area of two printings.
fn common(pair: &Pair<'_>, lang: Lang) -> String {
    let [a, _] = &pair.ends;
    let area = a.area.name.get(lang);
    let when = period::of(a, lang);
    match pair.differ {
        Differ::Areas => when,
        Differ::Printings => format!("{area} · {when}"),
        Differ::Dates => area.to_owned(),
    }
}

/// What tells one end from the other.
fn name(data: &Dataset, pair: &Pair<'_>, end: &Observation<'_>, lang: Lang) -> String {
    let kind = label::kind(end.kind).get(lang).to_ascii_lowercase();
    let [a, b] = &pair.ends;
    match pair.differ {
        Differ::Areas => format!("{} · {kind}", end.area.name.get(lang)),
        Differ::Printings if a.document.id == b.document.id => {
            format!(
                "{kind} · {}",
                source::place_in_document(end, a.line == b.line, lang)
            )
        }
        Differ::Printings => {
            let document = label::document(data, end.document, lang);
            format!("{kind} · {document}")
        }
        Differ::Dates => format!("{} · {kind}", period::of(end, lang)),
    }
}

/// An amount in the unit of a figure's indicator: of shares and rates in points.
fn amount(data: &Dataset, figure: &Observation<'_>, amount: f64, lang: Lang) -> String {
    let Some(unit) = data.units.get(usize::from(figure.indicator.unit)) else {
        return number::plain(amount, lang);
    };
    let (number, name) = number::with_unit(amount, unit, lang);
    let name = match (&*unit.id, lang) {
        ("percent", Lang::Zh) => "个百分点",
        ("percent", Lang::En) if number == "1" => "percentage point",
        ("percent", Lang::En) => "percentage points",
        ("per-mille", Lang::Zh) => "个千分点",
        ("per-mille", Lang::En) => "per mille points",
        _ => &name,
    };
    let space = if lang == Lang::Zh { "" } else { " " };
    format!("{number}{space}{name}")
}

/// What comes out, in a few words: a change has its sign.
fn difference(compared: &Compared, lang: Lang) -> String {
    match compared {
        Compared::Conflict => Msg::PrintingsDisagree.get(lang).to_owned(),
        Compared::Bounds => Msg::NotSubtracted.get(lang).to_owned(),
        Compared::Same => Msg::NoDifference.get(lang).to_owned(),
        Compared::By(true, amount) => format!("−{amount}"),
        Compared::By(false, amount) => format!("+{amount}"),
    }
}

/// What comes out, in a sentence. An amount is more or less, a rate higher or lower.
fn conclusion(data: &Dataset, pair: &Pair<'_>, lang: Lang) -> String {
    let compared = pair.compared(data, lang);
    let Compared::By(is_less, amount) = &compared else {
        return difference(&compared, lang);
    };
    let [a, _] = &pair.ends;
    let [more, less] = match (adds_up(a), lang) {
        (true, Lang::Zh) => ["多", "少"],
        (true, Lang::En) => ["more", "less"],
        (false, Lang::Zh) => ["高", "低"],
        (false, Lang::En) => ["higher", "lower"],
    };
    let way = if *is_less { less } else { more };
    match lang {
        Lang::Zh => format!("后者{way}{amount}"),
        Lang::En => format!("the second is {amount} {way}"),
    }
}

fn sentence(data: &Dataset, pairs: &[Pair<'_>], lang: Lang) -> String {
    let plain = |words: String| match lang {
        Lang::Zh => number::in_a_row(&words.split(" · ").collect::<Vec<_>>()),
        Lang::En => words.replace(" · ", ", "),
    };
    let words = |pair: &Pair<'_>| {
        let [a, b] = &pair.ends;
        let title = a.indicator.name.get(lang);
        let common = plain(common(pair, lang));
        let end = |end: &Observation<'_>| {
            let name = plain(name(data, pair, end, lang));
            let figure = figure::said(end, lang);
            match lang {
                Lang::Zh => number::in_a_row(&[&name, &figure]),
                Lang::En => format!("{figure} ({name})"),
            }
        };
        let compared = conclusion(data, pair, lang);
        match lang {
            Lang::Zh => {
                let head = number::in_a_row(&[&common, title]);
                format!("{head}：{}，{}，{compared}", end(a), end(b))
            }
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
