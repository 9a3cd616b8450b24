//! Figures of one unit over time: outcomes as markers on a line, promises as dashed lines.
//!
//! [`model`] is the trend and what it keeps between drawings, [`place`] turns figures into pixels on the [`axis`] that hold them, [`labels`] and [`names`] write
//! the words, and this file draws: grid, lines, promises, markers, words, each over the one before.

mod axis;
mod course;
mod curve;
mod figure;
mod join;
mod labels;
mod level;
mod model;
mod names;
mod place;
mod thin;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::fill::MARKER;
use super::paint::{Dashes, Pen};
use super::shape::{Rect, Shape};
use super::status::SIGN;
use super::{ChartError, Colour, HitMap, Look, Theme};
use crate::order;
use curve::Density;
use figure::Kind;
use level::Level;
pub use model::{Series, Span, Trend};
use names::Names;
use place::{Layout, Placed};

/// Dashes of the lines of the series, so that they differ on a grey print.
fn dashes(series: usize) -> Dashes {
    match series % 4 {
        0 => None,
        1 => Some((10.0, 4.0)),
        2 => Some((2.0, 3.0)),
        _ => Some((6.0, 3.0)),
    }
}

/// Draws the chart over the whole area.
pub(super) fn draw<B: DrawingBackend>(
    chart: &Trend,
    area: &DrawingArea<B, Shift>,
    theme: &Theme,
) -> Result<HitMap, ChartError> {
    let pen = Pen::new(area, theme, chart.figures.len());
    let Some(ends) = chart.ends else {
        pen.sentence(&chart.empty);
        return pen.done(Vec::new());
    };
    let names = Names::of(chart, pen.width_in_css());
    let ink = Inks {
        theme,
        many: chart.many,
    };
    let axes = axis::Axes::around(&pen, ends, chart, pen.px(names.height()));
    axes.draw(&pen);
    let density = Density::of(&pen, chart, axes.plot.width());
    if density != Density::Roomy {
        for course in chart.courses.iter() {
            curve::draw(&pen, &axes, course, ink.outcome(course.series));
        }
    }
    let layout = Layout::of(&pen, &axes, chart, density);
    for line in &layout.lines {
        let colour = ink.outcome(line.series);
        let colour = if line.faint {
            colour.mix(theme.paper, 0.45)
        } else {
            colour
        };
        pen.slope(line.from, line.to, dashes(line.series), pen.quiet(colour));
    }
    for middle in &layout.breaks {
        break_mark(&pen, *middle);
    }
    let placed = || layout.placed.iter().enumerate();
    if let Some((_, mark)) = placed().find(|(index, _)| pen.is_selected(*index)) {
        point_out(&pen, mark, axes.plot.bottom);
    }
    // A target over a bar must stay visible, a marker over a target too; and a year's target over that
    // of several years.
    let promises = || {
        let mut promises: Vec<_> = placed()
            .filter(|(_, mark)| mark.kind.is_promise())
            .collect();
        order::sort_by_key(&mut promises, |(_, mark)| mark.from - mark.to);
        for (index, mark) in promises {
            let colour = pen.tone(ink.promise(mark.series), index);
            let level = Level::of(&layout, index);
            promise(&pen, mark, &level, colour);
            sign(&pen, mark, (index, level.place));
        }
    };
    if !layout.bars {
        promises();
    }
    let has_marker = |index: usize| density == Density::Roomy || pen.is_selected(index);
    let outcomes = placed().filter(|(_, mark)| !mark.kind.is_promise());
    for (index, mark) in outcomes.filter(|(index, _)| has_marker(*index)) {
        outcome(&pen, mark, pen.tone(ink.outcome(mark.series), index));
    }
    if layout.bars {
        promises();
    }
    labels::draw(&pen, &layout, &ink, &axes);
    names.draw(&pen, &ink);
    let marks = layout.placed.iter();
    let marks = marks.map(|mark| pen.mark(mark.point(), mark.rect));
    pen.done(marks.collect())
}

/// Which colour says what.
struct Inks<'a> {
    theme: &'a Theme,
    /// More than one series: then promises have their series' colour.
    many: bool,
}

impl Inks<'_> {
    fn outcome(&self, series: usize) -> Colour {
        if self.many {
            self.theme.series_colour(series)
        } else {
            self.theme.accent
        }
    }

    fn promise(&self, series: usize) -> Colour {
        if self.many {
            self.theme.series_colour(series)
        } else {
            self.theme.ink
        }
    }
}

/// The ground under the selected mark and a hairline down to its period.
fn point_out<B: DrawingBackend>(pen: &Pen<'_, B>, mark: &Placed<'_>, bottom: i32) {
    let theme = pen.theme;
    let (x, y) = mark.at;
    let ground = theme.accent.mix(theme.paper, 0.75);
    pen.upright(x, (y, bottom), theme.hair(), theme.muted);
    match mark.kind {
        Kind::Year | Kind::Stretch => {
            pen.blob(Shape::Circle, mark.at, pen.px(MARKER * 2.0), ground);
        }
        _ => pen.fill(mark.rect.grown(pen.px(3.0)), ground),
    }
}

/// A target or a plan: a dashed line over its period, two with a tinted band for a range. Over bars and
/// over a longer promise of the same height it stands on a strip of paper, and with others of the same
/// height and time its dashes alternate with theirs: every one is at its value.
fn promise<B: DrawingBackend>(pen: &Pen<'_, B>, mark: &Placed<'_>, level: &Level, colour: Colour) {
    let (dash, gap) = match mark.kind {
        Kind::Plan => (12.0, 5.0),
        _ => (5.0, 3.0),
    };
    let others = (level.count - 1) as f64 * (dash + gap);
    let skipped = pen.px(level.place as f64 * (dash + gap));
    let ends = ((mark.from + skipped).min(mark.to), mark.to);
    let thick = pen.px(2.0).max(1);
    if let Some(high) = mark.high {
        let band = Rect::new((mark.from, mark.at.1), (mark.to, high));
        pen.fill(band, colour.mix(pen.theme.paper, 0.88));
    }
    for y in [Some(mark.at.1), mark.high].into_iter().flatten() {
        if level.is_over && level.place == 0 {
            let (beside, halo) = (pen.px(4.0), thick + pen.theme.hair() * 2);
            let strip = (mark.from - beside, mark.to + beside);
            pen.level(strip, y, halo, None, pen.theme.paper);
        }
        pen.level(ends, y, thick, Some((dash, gap + others)), colour);
    }
}

/// The shape of a target's status at the end of its line; of several with the same ends, one before the
/// other.
fn sign<B: DrawingBackend>(pen: &Pen<'_, B>, mark: &Placed<'_>, (index, place): (usize, usize)) {
    let Some((status, (x, y))) = mark.sign() else {
        return;
    };
    let paper = pen.theme.paper;
    let middle = (x - pen.px(place as f64 * (SIGN + 2.0)), y);
    let ground = pen.px(SIGN + 3.0);
    pen.fill(Rect::around(middle, ground, ground), paper);
    let colour = pen.tone(pen.theme.status(status), index);
    pen.status(status, middle, SIGN, [colour, paper]);
}

/// Two short strokes where a line is broken.
fn break_mark<B: DrawingBackend>(pen: &Pen<'_, B>, (x, y): (i32, i32)) {
    let colour = pen.quiet(pen.theme.muted);
    let (rise, lean) = (pen.px(6.0), pen.px(3.0));
    for x in [x - pen.px(2.5), x + pen.px(2.5)] {
        pen.slope((x - lean, y + rise), (x + lean, y - rise), None, colour);
    }
}

/// An outcome: its marker, a level line where its period is not a year, an upright one where it
/// is a range.
fn outcome<B: DrawingBackend>(pen: &Pen<'_, B>, mark: &Placed<'_>, colour: Colour) {
    let (x, y) = mark.at;
    let thick = pen.px(2.0).max(1);
    if mark.kind == Kind::Bar {
        return pen.bar(mark.rect, mark.look(), false, colour);
    }
    if mark.kind == Kind::Stretch {
        pen.level((mark.from, mark.to), y, thick, None, colour);
    }
    if let Some(high) = mark.high {
        let reach = pen.px(MARKER);
        pen.upright(x, (high, y), thick, colour);
        pen.level((x - reach, x + reach), high, thick, None, colour);
    }
    pen.marker(Shape::of(mark.series), mark.at, mark.look(), colour);
}
