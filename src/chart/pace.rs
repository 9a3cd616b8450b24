//! How far a year has come: what is done so far against the whole year's figure, and where the
//! calendar stands. Units differ from row to row, so every row has its own scale
//! ([`frame`](super::frame)); the year's task is at the same place in all of them.

use plotters::coord::Shift;
use plotters::coord::ranged1d::Ranged as _;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::frame::{Figures, scales};
use super::heads::{self, Head, Heads};
use super::paint::{Pen, SMALL, Type};
use super::rows;
use super::scale::{Scale, drawable};
use super::shape::Rect;
use super::{ChartError, Colour, HitMap, Look, Mark, Theme};

/// Years under way, top to bottom in the order given.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    /// The rows.
    pub rows: Vec<Progress>,
    /// What to say when there is nothing to draw.
    pub empty: String,
}

/// One quantity in one year; all figures in the row's own unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// What is measured, how far it has come, and how the target stands by that, which colours the bar of
    /// what is done so far.
    pub head: Head,
    /// What is done so far.
    pub so_far: Stage,
    /// The whole year's outcome.
    pub whole: Option<Stage>,
    /// The year's target. A row with neither is not drawn.
    pub target: Option<Stage>,
    /// The share of the year that has passed, 0 to 1; none where it is no measure of the row.
    pub elapsed: Option<f64>,
}

/// One figure of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// What it stands for, as in [`Mark`].
    pub point: u32,
    /// The value.
    pub value: f64,
    /// What the figure is, which decides how it is filled.
    pub look: Look,
    /// The figure in words.
    pub figure: String,
}

/// Where a bar is, in CSS pixels from the end of the row's words: its edges, and the upper edge of
/// what belongs to it.
#[derive(Clone, Copy)]
struct Band {
    from: f64,
    top: f64,
    bottom: f64,
}

/// The bars of what is done so far and of the whole year, with their figures at their ends. Each
/// has 24 pixels for a finger.
const BESIDE: [Band; 2] = [band(2.0, 5.0, 22.0), band(27.0, 31.0, 41.0)];
/// The same with their figures above them.
const ABOVE: [Band; 2] = [band(2.0, 21.0, 35.0), band(40.0, 59.0, 69.0)];
/// What a row has below its last bar, in CSS pixels.
const BELOW: f64 = 11.0;
/// From a bar's end to its figure, in CSS pixels.
const GAP: f64 = 6.0;

const fn band(from: f64, top: f64, bottom: f64) -> Band {
    Band { from, top, bottom }
}

fn bands(heads: Heads) -> [Band; 2] {
    if heads.wide { BESIDE } else { ABOVE }
}

type Drawable<'a> = (&'a Progress, Figures);

impl Progress {
    /// What the year is measured by: its target, or its outcome where there is none.
    fn task(&self) -> Option<f64> {
        self.target.as_ref().or(self.whole.as_ref())?.value.into()
    }

    /// What is drawn as a bar.
    fn bars(&self) -> impl Iterator<Item = &Stage> {
        std::iter::once(&self.so_far).chain(&self.whole)
    }

    fn figures(&self) -> Option<Figures> {
        drawable(self.so_far.value);
        let whole = self.target.as_ref().and(self.whole.as_ref());
        let figures = Figures::of(
            Some(self.so_far.value),
            self.task()?,
            whole.map(|whole| whole.value),
        );
        // A task of nothing has no share.
        figures.filter(|figures| figures.target.abs() > 0.0)
    }
}

impl Pace {
    /// The height in CSS pixels that the chart wants at a width in CSS pixels.
    #[must_use]
    pub fn height(&self, width: u32) -> u32 {
        let rows = self.drawable();
        rows::height(heights(&rows, heads(&rows, width)))
    }

    fn drawable(&self) -> Vec<Drawable<'_>> {
        let rows = self.rows.iter();
        rows.filter_map(|row| Some((row, row.figures()?))).collect()
    }
}

/// The heads of the rows. At the ends of the bars their figures need room: in less, they stand above.
fn heads(rows: &[Drawable<'_>], width: u32) -> Heads {
    let mut heads = Heads::of(width, rows.iter().map(|(row, _)| &row.head));
    heads.wide = heads.wide && widest(rows) <= f64::from(width) * 0.3;
    heads
}

/// The width of the widest figure in CSS pixels.
fn widest(rows: &[Drawable<'_>]) -> f64 {
    let stages = rows.iter().flat_map(|(row, _)| row.bars());
    stages
        .map(|stage| heads::bold(&stage.figure))
        .fold(0.0, f64::max)
}

/// The heights of the rows in CSS pixels.
fn heights(rows: &[Drawable<'_>], heads: Heads) -> impl Iterator<Item = f64> {
    let [_, last] = bands(heads);
    rows.iter()
        .map(move |(row, _)| heads.height(&row.head) + last.bottom + BELOW)
}

/// Draws the chart over the whole area. Rows that find no room in its height are left out.
pub(super) fn draw<B: DrawingBackend>(
    chart: &Pace,
    area: &DrawingArea<B, Shift>,
    theme: &Theme,
) -> Result<HitMap, ChartError> {
    let mut rows = chart.drawable();
    let stages = |row: &Progress| 1 + row.whole.iter().count() + row.target.iter().count();
    let count = rows.iter().map(|(row, _)| stages(row)).sum();
    let pen = Pen::new(area, theme, count);
    if rows.is_empty() {
        pen.sentence(&chart.empty);
        return pen.done(Vec::new());
    }
    let heads = heads(&rows, pen.width_in_css());
    let places = rows::places(&pen, 0.0, heights(&rows, heads));
    rows.truncate(places.len());
    let figures: Vec<Figures> = rows.iter().map(|(_, figures)| *figures).collect();
    let figure = if heads.wide {
        widest(&rows) + GAP + 2.0
    } else {
        GAP
    };
    let right = pen.page.right - pen.px(figure);
    let mut marks = Vec::new();
    let rows = rows.iter().zip(scales(&figures)).zip(places);
    for (((row, _), scale), place) in rows {
        let own = marks.len()..marks.len() + stages(row);
        let top = heads.draw(&pen, &row.head, place, own).top;
        let year = Year {
            row,
            heads,
            scale,
            top,
            ends: (0, right),
        };
        year.draw(&pen, &mut marks);
    }
    pen.done(marks)
}

fn words<B: DrawingBackend>(pen: &Pen<'_, B>, mark: usize) -> Type {
    Type::of(SMALL, pen.tone(pen.theme.ink, mark))
}

/// One row, ready to be drawn.
struct Year<'a> {
    row: &'a Progress,
    heads: Heads,
    scale: Scale,
    /// Upper edge of the bars' part.
    top: i32,
    /// The pixels of the scale's ends.
    ends: (i32, i32),
}

impl Year<'_> {
    fn draw<B: DrawingBackend>(&self, pen: &Pen<'_, B>, marks: &mut Vec<Mark>) {
        let (theme, row) = (pen.theme, self.row);
        let bars = || row.bars().zip(bands(self.heads));
        let [_, last] = bands(self.heads);
        let bottom = self.top + pen.px(last.bottom);
        // Up to the furthest mark: beyond, it would run through a figure.
        let reach = row
            .bars()
            .chain(&row.target)
            .map(|stage| self.x(stage.value))
            .fold(0, i32::max);
        pen.level((self.ends.0, reach), bottom, theme.hair(), None, theme.line);
        for (index, (stage, band)) in bars().enumerate() {
            let standing = row.head.standing.as_ref().filter(|_| index == 0);
            let colour = standing.map_or(theme.accent, |standing| theme.status(standing.status));
            self.bar(pen, (stage, colour), band, marks.len() + index);
        }
        if let Some(x) = self.calendar() {
            // Beside the bar that it measures: further down it would run through figures.
            let bar = self.rect(pen, 0.0, self.so_far());
            let line = (bar.top - pen.px(4.0), bar.bottom + pen.px(4.0));
            pen.upright(x, line, pen.px(3.0), theme.paper);
            pen.dashed_upright(x, line, theme.ink);
        }
        for (stage, band) in bars() {
            let place = self.words(pen, stage, band, marks.len());
            marks.push(pen.mark(stage.point, pen.page.cut(&place)));
        }
        if let Some(target) = &row.target {
            let thick = pen.px(2.5).max(1);
            let top = self.rect(pen, 0.0, self.so_far()).top - pen.px(4.0);
            let at = self.x(target.value);
            let colour = pen.tone(theme.ink, marks.len());
            pen.upright(at, (top, bottom + pen.px(4.0)), thick, colour);
            let half = pen.px(12.0);
            let place = Rect::new((at - half, top), (at + half, bottom + pen.px(8.0)));
            marks.push(pen.mark(target.point, pen.page.cut(&place)));
        }
    }

    fn so_far(&self) -> Band {
        let [so_far, _] = bands(self.heads);
        so_far
    }

    fn x(&self, value: f64) -> i32 {
        self.scale.map(&value, self.ends)
    }

    /// Where the bar would end if the year's task were done evenly.
    fn calendar(&self) -> Option<i32> {
        let (task, elapsed) = self.row.task().zip(self.row.elapsed)?;
        Some(self.x(task * elapsed))
    }

    /// The bar of a figure, on the ground of its part of the row where it is selected.
    fn bar<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        (stage, colour): (&Stage, Colour),
        band: Band,
        mark: usize,
    ) {
        let Some(value) = drawable(stage.value) else {
            return;
        };
        if pen.is_selected(mark) {
            let ground = pen.theme.accent.mix(pen.theme.paper, 0.88);
            pen.fill(self.part(pen, band), ground);
        }
        let bar = self.rect(pen, value, band);
        if stage.look == Look::ToDate {
            pen.fill(bar, pen.theme.paper);
        }
        let colour = pen.tone(colour, mark);
        pen.bar(bar, stage.look, value < 0.0, colour);
    }

    /// The figure above its bar, or at the bar's end: inside an outlined bar where the calendar's line
    /// would run through it, beyond the target's tick where that would. Gives the part of the row that
    /// belongs to the bar.
    fn words<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        stage: &Stage,
        band: Band,
        mark: usize,
    ) -> Rect {
        let place = self.part(pen, band);
        let bar = self.rect(pen, drawable(stage.value).unwrap_or(0.0), band);
        let look = words(pen, mark);
        let gap = pen.px(GAP);
        if !self.heads.wide {
            let at = (place.left, place.top + pen.px(10.0));
            pen.text(&stage.figure, at, HPos::Left, look);
            return place;
        }
        let reach = gap * 2 + pen.width(&stage.figure, look);
        let is_met = |line: &i32| (bar.right - gap..bar.right + reach).contains(line);
        // Beyond the calendar's line the figure would be read as the line's.
        let is_hollow = stage.look == Look::ToDate && bar.width() > reach;
        let y = bar.middle().1;
        let calendar = self.calendar().filter(|_| stage.look == Look::ToDate);
        if is_hollow && calendar.as_ref().is_some_and(is_met) {
            let at = (bar.right - gap, y);
            pen.text(&stage.figure, at, HPos::Right, look);
            return place;
        }
        let target = self.row.target.as_ref().map(|target| self.x(target.value));
        let lines = [calendar, target].into_iter().flatten();
        let left = lines.filter(is_met).fold(bar.right, i32::max);
        pen.text(&stage.figure, (left + gap, y), HPos::Left, look);
        place
    }

    fn rect<B: DrawingBackend>(&self, pen: &Pen<'_, B>, value: f64, band: Band) -> Rect {
        let (top, bottom) = (self.top + pen.px(band.top), self.top + pen.px(band.bottom));
        Rect::new((self.x(0.0), top), (self.x(value), bottom))
    }

    /// The part of the row that belongs to a bar.
    fn part<B: DrawingBackend>(&self, pen: &Pen<'_, B>, band: Band) -> Rect {
        let (top, bottom) = (
            self.top + pen.px(band.from),
            self.top + pen.px(band.bottom + 5.0),
        );
        Rect::new((0, top), (pen.page.right, bottom))
    }
}
