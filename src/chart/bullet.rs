//! Outcomes against their targets: a row each, with the bar for the outcome and a tick for the
//! target. Units differ from row to row, so every row has its own scale ([`frame`](super::frame)).

use plotters::coord::Shift;
use plotters::coord::ranged1d::Ranged as _;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::frame::{Figures, scales};
use super::heads::{Head, Heads};
use super::paint::Pen;
use super::rows;
use super::scale::Scale;
use super::shape::Rect;
use super::{ChartError, HitMap, Look, Theme};

/// Outcomes against their targets, top to bottom in the order given.
#[derive(Clone, Debug, PartialEq)]
pub struct Bullets {
    /// The rows.
    pub rows: Vec<Bullet>,
    /// What to say when there is nothing to draw.
    pub empty: String,
}

/// One outcome against one target, both in the row's own unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Bullet {
    /// What the row stands for, as in [`Mark`](super::Mark).
    pub point: u32,
    /// What is measured, both figures in words, such as "201 / 190 个", and the status, which colours the
    /// bar.
    pub head: Head,
    /// The outcome; none draws the target alone.
    pub outcome: Option<f64>,
    /// The target, or the lower end of a range. A row whose target is no number is not drawn.
    pub target: f64,
    /// The upper end of a target given as a range.
    pub high: Option<f64>,
    /// What the outcome is, which decides how the bar is filled.
    pub look: Look,
    /// On which side of the target an outcome meets it; none where only the target itself does.
    pub good: Option<Good>,
}

/// The side of a target on which an outcome meets it: a flag at the tick points there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Good {
    /// At most the target.
    Below,
    /// At least the target.
    Above,
}

/// Height of a row below its words in CSS pixels, and where the bar is in it.
const ROW: f64 = 30.0;
const BAR_TOP: f64 = 4.0;
const BAR: f64 = 14.0;
/// How far the target's tick stands out above and below the bar.
const TICK: f64 = 4.0;
/// Length and height of a tick's flag.
const FLAG: [f64; 2] = [7.0, 6.0];

type Drawable<'a> = (&'a Bullet, Figures);

impl Bullets {
    /// The height in CSS pixels that the chart wants at a width in CSS pixels.
    #[must_use]
    pub fn height(&self, width: u32) -> u32 {
        let rows = self.drawable();
        rows::height(heights(&rows, heads(&rows, width)))
    }

    /// The rows that can be drawn, with their figures.
    fn drawable(&self) -> Vec<Drawable<'_>> {
        let rows = self.rows.iter();
        rows.filter_map(|row| Some((row, Figures::of(row.outcome, row.target, row.high)?)))
            .collect()
    }
}

fn heads(rows: &[Drawable<'_>], width: u32) -> Heads {
    Heads::of(width, rows.iter().map(|(row, _)| &row.head))
}

/// The heights of the rows in CSS pixels.
fn heights(rows: &[Drawable<'_>], heads: Heads) -> impl Iterator<Item = f64> {
    rows.iter()
        .map(move |(row, _)| heads.height(&row.head) + ROW)
}

/// Draws the chart over the whole area. Rows that find no room in its height are left out.
pub(super) fn draw<B: DrawingBackend>(
    chart: &Bullets,
    area: &DrawingArea<B, Shift>,
    theme: &Theme,
) -> Result<HitMap, ChartError> {
    let mut rows = chart.drawable();
    let pen = Pen::new(area, theme, rows.len());
    if rows.is_empty() {
        pen.sentence(&chart.empty);
        return pen.done(Vec::new());
    }
    let heads = heads(&rows, pen.width_in_css());
    let places = rows::places(&pen, 0.0, heights(&rows, heads));
    rows.truncate(places.len());
    let figures: Vec<Figures> = rows.iter().map(|(_, figures)| *figures).collect();
    let mut marks = Vec::new();
    let rows = rows.iter().zip(scales(&figures)).zip(places);
    for (index, (((row, figures), scale), place)) in rows.enumerate() {
        let below = heads.draw(&pen, &row.head, place, index..index + 1);
        let line = Line {
            row,
            figures,
            scale,
            index,
            place: below,
        };
        line.draw(&pen);
        marks.push(pen.mark(row.point, pen.page.cut(&place)));
    }
    pen.done(marks)
}

/// One row, ready to be drawn.
struct Line<'a> {
    row: &'a Bullet,
    figures: &'a Figures,
    scale: Scale,
    index: usize,
    /// The row without its words.
    place: Rect,
}

impl Line<'_> {
    fn draw<B: DrawingBackend>(&self, pen: &Pen<'_, B>) {
        let theme = pen.theme;
        let top = self.place.top + pen.px(BAR_TOP);
        let bottom = top + pen.px(BAR);
        // The tick has width: the axis keeps clear of the edges by half of it.
        let thick = pen.px(2.5).max(1);
        let ends = (self.place.left, self.place.right - thick);
        let x = |value: f64| self.scale.map(&value, ends);
        if pen.is_selected(self.index) {
            let ground = theme.accent.mix(theme.paper, 0.88);
            pen.fill(
                Rect::new(
                    (self.place.left, top - pen.px(TICK)),
                    (self.place.right, bottom + pen.px(TICK)),
                ),
                ground,
            );
        }
        let rule = bottom + pen.px(2.0);
        let ends_of_rule = (self.place.left, self.place.right);
        pen.level(ends_of_rule, rule, theme.hair(), None, theme.line);
        let ink = pen.tone(theme.ink, self.index);
        if let Some(high) = self.figures.high {
            let range = Rect::new((x(self.figures.target), top), (x(high), bottom));
            pen.fill(range, ink.mix(theme.paper, 0.82));
        }
        if let Some(outcome) = self.figures.outcome {
            let bar = Rect::new((x(0.0), top), (x(outcome), bottom));
            let standing = self.row.head.standing.as_ref();
            let colour = standing.map_or(theme.accent, |standing| theme.status(standing.status));
            let colour = pen.tone(colour, self.index);
            pen.bar(bar, self.row.look, outcome < 0.0, colour);
        }
        let zero = x(0.0);
        if zero > self.place.left {
            pen.upright(zero, (top - pen.px(2.0), rule), theme.hair(), theme.muted);
        }
        let ticks = [Some(self.figures.target), self.figures.high];
        for tick in ticks.into_iter().flatten() {
            let height = (top - pen.px(TICK), bottom + pen.px(TICK));
            pen.upright(x(tick) + thick / 2, height, thick, ink);
        }
        let Some(good) = self.row.good.filter(|_| self.figures.high.is_none()) else {
            return;
        };
        let [length, height] = FLAG.map(|css| pen.px(css));
        let (at, top) = (x(self.figures.target), top - pen.px(TICK));
        let (mast, tip) = match good {
            Good::Below => (at, at - length),
            Good::Above => (at + thick, at + thick + length),
        };
        pen.polygon(
            [(mast, top), (tip, top + height / 2), (mast, top + height)].into(),
            ink,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{Bullet, Bullets, Head, Look};

    fn bullet(outcome: Option<f64>, target: f64) -> Bullet {
        Bullet {
            point: 0,
            head: Head::default(),
            outcome,
            target,
            high: None,
            look: Look::Actual,
            good: None,
        }
    }

    #[test]
    fn a_row_needs_a_target_but_no_outcome() {
        let chart = Bullets {
            rows: vec![
                bullet(None, 10.0),
                bullet(Some(f64::NAN), 10.0),
                bullet(Some(1.0), f64::INFINITY),
            ],
            empty: String::new(),
        };
        let rows = chart.drawable();
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().all(|(_, figures)| figures.outcome.is_none()));
        assert_eq!(chart.height(600), 108);
        assert_eq!(chart.height(300), 68);
    }
}
