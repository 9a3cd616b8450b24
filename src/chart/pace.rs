//! How far a year has come: what is done so far against the whole year's figure, and where the
//! calendar stands. Units differ from row to row, so every row has its own scale
//! ([`frame`](super::frame)); the year's task is at the same place in all of them.

use plotters::coord::Shift;
use plotters::coord::ranged1d::Ranged as _;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::frame::{Figures, scales};
use super::heads::{Head, Heads};
use super::paint::{Pen, SMALL, Type};
use super::scale::{Scale, drawable};
use super::shape::Rect;
use super::{ChartError, HitMap, Look, Mark, Theme};

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
    /// What is measured and how far it has come.
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

/// Where the bars are, in CSS pixels from the end of the row's words: what is done so far, and
/// the whole year below it.
const SO_FAR: (f64, f64) = (8.0, 22.0);
const WHOLE: (f64, f64) = (31.0, 41.0);
/// Height of the bars' part of a row: each bar has 24 pixels for a finger.
const BARS: f64 = 52.0;

impl Progress {
    /// What the year is measured by: its target, or its outcome where there is none.
    fn task(&self) -> Option<f64> {
        self.target.as_ref().or(self.whole.as_ref())?.value.into()
    }

    fn figures(&self) -> Option<Figures> {
        drawable(self.so_far.value)?;
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
        Heads::of(width).all(self.drawable().len(), BARS)
    }

    fn drawable(&self) -> Vec<(&Progress, Figures)> {
        let rows = self.rows.iter();
        rows.filter_map(|row| Some((row, row.figures()?))).collect()
    }
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
    let pen = Pen::new(area, theme, count)?;
    if rows.is_empty() {
        pen.sentence(&chart.empty)?;
        return Ok(HitMap::default());
    }
    let heads = Heads::on(&pen);
    let places = heads.places(&pen, rows.len(), BARS);
    rows.truncate(places.len());
    let figures: Vec<Figures> = rows.iter().map(|(_, figures)| *figures).collect();
    let right = room(&pen, &rows)?;
    let mut marks = Vec::new();
    let rows = rows.iter().zip(scales(&figures)).zip(places);
    for (((row, _), scale), place) in rows {
        let own = marks.len()..marks.len() + stages(row);
        let top = heads.draw(&pen, &row.head, place, own)?.top;
        let year = Year {
            row,
            scale,
            top,
            ends: (0, right),
        };
        year.draw(&pen, &mut marks)?;
    }
    Ok(HitMap { marks })
}

/// Where the bars end at most: their figures stand beyond their ends.
fn room<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    rows: &[(&Progress, Figures)],
) -> Result<i32, ChartError> {
    let mut widest = 0;
    for (row, _) in rows {
        for stage in std::iter::once(&row.so_far).chain(&row.whole) {
            widest = widest.max(pen.width(&stage.figure, words(pen, 0))?);
        }
    }
    let width = pen.page.width();
    Ok(width - (widest + pen.px(8.0)).min(width * 2 / 5))
}

fn words<B: DrawingBackend>(pen: &Pen<'_, B>, mark: usize) -> Type {
    Type::of(SMALL, pen.tone(pen.theme.ink, mark))
}

/// One row, ready to be drawn.
struct Year<'a> {
    row: &'a Progress,
    scale: Scale,
    /// Upper edge of the bars' part.
    top: i32,
    /// The pixels of the scale's ends.
    ends: (i32, i32),
}

impl Year<'_> {
    fn draw<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        marks: &mut Vec<Mark>,
    ) -> Result<(), ChartError> {
        let (theme, row) = (pen.theme, self.row);
        let bottom = self.top + pen.px(WHOLE.1);
        let x = |value: f64| self.scale.map(&value, self.ends);
        pen.level(self.ends, bottom, theme.hair(), None, theme.line)?;
        let bars = [(Some(&row.so_far), SO_FAR), (row.whole.as_ref(), WHOLE)];
        let bars = bars
            .into_iter()
            .filter_map(|(stage, at)| Some((stage?, at)));
        for (index, (stage, at)) in bars.clone().enumerate() {
            self.bar(pen, stage, at, marks.len() + index)?;
        }
        if let Some((task, elapsed)) = row.task().zip(row.elapsed) {
            let calendar = x(task * elapsed);
            let line = (self.top + pen.px(2.0), bottom + pen.px(4.0));
            pen.upright(calendar, line, pen.px(3.0), theme.paper)?;
            pen.dashed_upright(calendar, line, theme.ink)?;
        }
        for (stage, at) in bars {
            let place = self.words(pen, stage, at, marks.len())?;
            marks.push(pen.mark(stage.point, pen.page.cut(&place)));
        }
        if let Some(target) = &row.target {
            let thick = pen.px(2.5).max(1);
            let height = (self.top + pen.px(4.0), bottom + pen.px(4.0));
            let colour = pen.tone(theme.ink, marks.len());
            let at = x(target.value);
            pen.upright(at, height, thick, colour)?;
            let half = pen.px(12.0);
            let place = Rect::new((at - half, self.top), (at + half, self.top + pen.px(BARS)));
            marks.push(pen.mark(target.point, pen.page.cut(&place)));
        }
        Ok(())
    }

    /// The bar of a figure, on the ground of its half of the row where it is selected.
    fn bar<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        stage: &Stage,
        at: (f64, f64),
        mark: usize,
    ) -> Result<(), ChartError> {
        let Some(value) = drawable(stage.value) else {
            return Ok(());
        };
        if pen.is_selected(mark) {
            let ground = pen.theme.accent.mix(pen.theme.paper, 0.88);
            pen.fill(self.half(pen, at), ground)?;
        }
        let bar = self.rect(pen, value, at);
        if stage.look == Look::ToDate {
            pen.fill(bar, pen.theme.paper)?;
        }
        let colour = pen.tone(pen.theme.accent, mark);
        pen.bar(bar, stage.look, value < 0.0, colour)
    }

    /// The figure at its bar's end, or beyond the target's tick where that would run through it.
    /// Gives the half of the row that belongs to the bar.
    fn words<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        stage: &Stage,
        at: (f64, f64),
        mark: usize,
    ) -> Result<Rect, ChartError> {
        let place = self.half(pen, at);
        let bar = self.rect(pen, drawable(stage.value).unwrap_or(0.0), at);
        let look = words(pen, mark);
        let gap = pen.px(6.0);
        let width = pen.width(&stage.figure, look)?;
        let tick = self.row.target.as_ref();
        let tick = tick.map_or(bar.right, |target| self.scale.map(&target.value, self.ends));
        let is_in_the_way = (bar.right - gap..bar.right + gap * 2 + width).contains(&tick);
        let left = if is_in_the_way {
            bar.right.max(tick) + gap
        } else {
            bar.right + gap
        };
        let figure = pen.fit(&stage.figure, pen.page.right - left, look)?;
        let (_, middle) = bar.middle();
        if stage.look == Look::ToDate && !pen.is_selected(mark) {
            // Paper under the figure parts it from the calendar's line.
            let size = (width + pen.px(4.0), pen.px(14.0));
            let ground = Rect::around((left + width / 2, middle), size.0, size.1);
            pen.fill(ground, pen.theme.paper)?;
        }
        pen.text(&figure, (left, middle), HPos::Left, look)?;
        Ok(place)
    }

    fn rect<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        value: f64,
        (top, bottom): (f64, f64),
    ) -> Rect {
        let x = |value: f64| self.scale.map(&value, self.ends);
        let (top, bottom) = (self.top + pen.px(top), self.top + pen.px(bottom));
        Rect::new((x(0.0), top), (x(value), bottom))
    }

    /// The half of the row around a bar.
    fn half<B: DrawingBackend>(&self, pen: &Pen<'_, B>, at: (f64, f64)) -> Rect {
        let (_, middle) = self.rect(pen, 0.0, at).middle();
        let half = pen.px(BARS / 4.0);
        Rect::new((0, middle - half), (pen.page.right, middle + half))
    }
}
