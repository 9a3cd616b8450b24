//! Figures in words beside their marks.

use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::axis::Axes;
use super::place::{Layout, Placed};
use super::{Inks, Pen, Rect, SIGN};
use crate::chart::label::{Beside, Room};
use crate::chart::paint::{SMALL, Type};
use crate::order;

/// How much a figure wants to be written, most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    Promise,
    /// An outcome of the series' last year.
    Newest,
    /// The first, the highest or the lowest outcome of its series.
    Corner,
    Other,
}

/// What is remarkable in a series.
#[derive(Clone, Copy)]
struct Corners {
    first: f64,
    last: f64,
    low: f64,
    high: f64,
}

impl Corners {
    fn of(mark: &Placed<'_>) -> Self {
        Self {
            first: mark.end(),
            last: mark.end(),
            low: mark.value(),
            high: mark.value(),
        }
    }

    fn with(self, other: Self) -> Self {
        Self {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
            low: self.low.min(other.low),
            high: self.high.max(other.high),
        }
    }

    fn need(&self, mark: &Placed<'_>) -> Need {
        let value = mark.value();
        if mark.end() > self.last - 0.99 {
            Need::Newest
        } else if mark.end() <= self.first || value <= self.low || value >= self.high {
            Need::Corner
        } else {
            Need::Other
        }
    }
}

/// The marks in the order in which they get labels: by need, the newest first.
fn order(placed: &[Placed<'_>]) -> Vec<(usize, Need)> {
    let last = placed.iter().map(|mark| mark.series).max();
    let mut series: Vec<Option<Corners>> = vec![None; last.map_or(0, |last| last + 1)];
    for mark in placed.iter().filter(|mark| !mark.kind.is_promise()) {
        if let Some(known) = series.get_mut(mark.series) {
            let corners = Corners::of(mark);
            *known = Some(known.map_or(corners, |known| known.with(corners)));
        }
    }
    let need = |mark: &Placed<'_>| match series.get(mark.series) {
        Some(Some(corners)) if !mark.kind.is_promise() => corners.need(mark),
        _ => Need::Promise,
    };
    let marks = placed.iter().enumerate();
    let mut order: Vec<(usize, Need)> = marks.map(|(index, mark)| (index, need(mark))).collect();
    order::sort_by_key(&mut order, |(index, need)| {
        (*need, std::cmp::Reverse(*index))
    });
    order
}

/// Writes figures beside their marks. Promises and the newest outcomes come first; the corners of
/// one or two lines if there is room; all of them only where every year has room for its own.
pub(super) fn draw<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    layout: &Layout<'_>,
    inks: &Inks<'_>,
    axes: &Axes,
) {
    let bounds = Rect {
        top: axes.plot.top - pen.px(18.0),
        ..axes.plot
    };
    let mut room = Room::new(bounds);
    for mark in &layout.placed {
        room.take(mark.rect);
        if let Some((_, middle)) = mark.sign() {
            // A figure right behind a shape would be read as the shape's words.
            let (width, height) = (pen.px(SIGN + 6.0), pen.px(SIGN));
            room.take(Rect::around(middle, width, height));
        }
    }
    for middle in &layout.breaks {
        room.take(Rect::around(*middle, pen.px(12.0), pen.px(14.0)));
    }
    for line in &layout.lines {
        room.cross(line.from, line.to, pen.px(4.0));
    }
    let mut order = order(&layout.placed);
    if layout.bars {
        // Over a bar stands its own figure: a target's would be read as it.
        order::sort_by_key(&mut order, |(_, need)| *need == Need::Promise);
    }
    let brief = is_brief(pen, layout, axes);
    let few = layout.placed.iter().all(|mark| mark.series < 2);
    let most = match (few, is_roomy(pen, layout, (&order, brief), axes)) {
        (true, true) => Need::Other,
        (true, false) => Need::Corner,
        (false, _) => Need::Newest,
    };
    for (index, need) in order {
        if let Some(mark) = layout.placed.get(index).filter(|_| need <= most) {
            let look = look(inks, mark);
            let look = Type {
                colour: pen.tone(look.colour, index),
                ..look
            };
            let words = (mark.label(brief), look);
            write(pen, &mut room, mark, words, need <= Need::Newest);
        }
    }
}

/// Whether figures stand without the unit of the chart: with it, one would reach over to other years,
/// and push others away from their marks.
fn is_brief<B: DrawingBackend>(pen: &Pen<'_, B>, layout: &Layout<'_>, axes: &Axes) -> bool {
    let look = Type::of(SMALL, pen.theme.ink).bold();
    let band = axes.coord.x_spec().band(axes.plot.width());
    // A target beside its bar needs room as well.
    let most = if layout.bars {
        band * 3 / 4
    } else {
        band * 5 / 4
    };
    let mut placed = layout.placed.iter();
    placed.any(|mark| pen.width(mark.label(false), look) > most.max(mark.to - mark.from))
}

/// Whether every year is wide enough for the figures that are not remarkable.
fn is_roomy<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    layout: &Layout<'_>,
    (order, brief): (&[(usize, Need)], bool),
    axes: &Axes,
) -> bool {
    let look = Type::of(SMALL, pen.theme.ink).bold();
    let band = axes.coord.x_spec().band(axes.plot.width());
    let others = order.iter().filter(|(_, need)| *need == Need::Other);
    for mark in others.filter_map(|(index, _)| layout.placed.get(*index)) {
        if pen.width(mark.label(brief), look) + pen.px(12.0) > band {
            return false;
        }
    }
    true
}

/// Outcomes are bold; with several series all words have their series' colour.
fn look(inks: &Inks<'_>, mark: &Placed<'_>) -> Type {
    let promise = mark.kind.is_promise();
    let colour = match (inks.many, promise) {
        (true, _) => inks.outcome(mark.series),
        (false, true) => inks.theme.muted,
        (false, false) => inks.theme.ink,
    };
    Type {
        size: SMALL,
        bold: !promise,
        colour,
    }
}

/// Writes one figure where it finds room.
fn write<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    room: &mut Room,
    mark: &Placed<'_>,
    (words, look): (&str, Type),
    must: bool,
) {
    let text = pen.fit(words, room.width() - pen.px(4.0), look);
    if text.is_empty() {
        return;
    }
    let beside = Beside {
        mark: mark.rect,
        size: (pen.width(&text, look) + pen.px(4.0), pen.px(15.0)),
        gap: pen.px(2.0),
        below: mark.value() < 0.0 && !mark.kind.is_promise(),
    };
    if let Some(place) = room.place(&beside, must) {
        // Paper behind the text parts it from grid lines.
        pen.fill(place, pen.theme.paper);
        pen.text(&text, place.middle(), HPos::Center, look);
    }
}
