//! Two figures of the same thing: a row each, with both ends named and the difference in words.

use plotters::coord::Shift;
use plotters::coord::ranged1d::Ranged as _;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::fill::MARKER;
use super::heads::{self, Head, Heads};
use super::paint::{LINE, Pen, SMALL, Type};
use super::rows;
use super::scale::{Scale, drawable};
use super::shape::{Rect, Shape};
use super::{ChartError, HitMap, Look, Mark, Theme};

/// Pairs of figures, top to bottom in the order given.
#[derive(Clone, Debug, PartialEq)]
pub struct Dumbbells {
    /// The rows.
    pub rows: Vec<Dumbbell>,
    /// Whether all rows are of one unit, and share a scale. Otherwise each has its own.
    pub shared: bool,
    /// What to say when there is nothing to draw.
    pub empty: String,
}

/// Two figures in the row's own unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Dumbbell {
    /// What is measured, and the difference.
    pub head: Head,
    /// Whether the figures contradict each other: the bar between them is broken then.
    pub conflict: bool,
    /// The figures: the first has a round marker, the second a square one.
    pub ends: [End; 2],
}

/// One end of a pair.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// What it stands for, as in [`Mark`].
    pub point: u32,
    /// Whose figure it is: an area, a document or a period; drawn below.
    pub name: String,
    /// The value. A row of which one cannot be drawn is left out.
    pub value: f64,
    /// What the figure is, which decides how its marker is filled.
    pub look: Look,
    /// The figure in words, drawn at the marker.
    pub figure: String,
}

/// Distances in CSS pixels from the end of a row's words: the markers, the first line below them,
/// and what a row has below its last line.
const TRACK: f64 = 13.0;
const NAMES: f64 = 32.0;
const BELOW: f64 = 18.0;
/// From a marker, or the one before its name, to the words, in CSS pixels.
const GAP: f64 = 6.0;

type Drawable<'a> = (&'a Dumbbell, [f64; 2]);

impl Dumbbells {
    /// The height in CSS pixels that the chart wants at a width in CSS pixels.
    #[must_use]
    pub fn height(&self, width: u32) -> u32 {
        let rows = self.drawable();
        let heads = heads(&rows, width);
        rows::height(rows.iter().map(|row| height(row, heads, width)))
    }

    fn drawable(&self) -> Vec<Drawable<'_>> {
        let rows = self.rows.iter().filter_map(|row| {
            let [a, b] = &row.ends;
            Some((row, [drawable(a.value)?, drawable(b.value)?]))
        });
        rows.collect()
    }
}

/// The heads of the rows. Beside its marker a figure needs room, and each name a half of the row:
/// in less, both stand below in lines.
fn heads(rows: &[Drawable<'_>], width: u32) -> Heads {
    let mut heads = Heads::of(width, rows.iter().map(|(row, _)| &row.head));
    let mut ends = rows.iter().flat_map(|(row, _)| &row.ends);
    heads.wide = heads.wide
        && ends.all(|end| {
            heads::bold(&end.figure) + MARKER * 2.0 + 8.0 <= f64::from(width) * 0.3
                && heads::broken(&end.name, room(width), SMALL).len() == 1
        });
    heads
}

/// The width that the words of an end have below the markers, in CSS pixels.
fn room(width: u32) -> f64 {
    f64::from(width) / 2.0 - MARKER * 2.0 - GAP * 2.0
}

/// The lines below the markers: the name of an end, and its figure where that is not beside it.
fn lines(end: &End, heads: Heads, width: u32) -> (Vec<String>, Vec<String>) {
    let broken = |text: &str| heads::broken(text, room(width), SMALL);
    let figure = if heads.wide {
        Vec::new()
    } else {
        broken(&end.figure)
    };
    (broken(&end.name), figure)
}

/// The height of a row in CSS pixels.
fn height((row, _): &Drawable<'_>, heads: Heads, width: u32) -> f64 {
    let count = |end: &End| {
        let (name, figure) = lines(end, heads, width);
        name.len() + figure.len()
    };
    let most = row.ends.iter().map(count).fold(1, usize::max);
    heads.height(&row.head) + NAMES + (most - 1) as f64 * LINE + BELOW
}

/// Draws the chart over the whole area. Rows that find no room in its height are left out.
pub(super) fn draw<B: DrawingBackend>(
    chart: &Dumbbells,
    area: &DrawingArea<B, Shift>,
    theme: &Theme,
) -> Result<HitMap, ChartError> {
    let mut rows = chart.drawable();
    let pen = Pen::new(area, theme, rows.len() * 2);
    if rows.is_empty() {
        pen.sentence(&chart.empty);
        return pen.done(Vec::new());
    }
    let width = pen.width_in_css();
    let heads = heads(&rows, width);
    let heights = rows.iter().map(|row| height(row, heads, width));
    let places = rows::places(&pen, 0.0, heights);
    rows.truncate(places.len());
    let common = scale(rows.iter().flat_map(|(_, values)| *values));
    let ends = ends(&pen, &rows, heads);
    let mut marks = Vec::new();
    for ((row, values), place) in rows.iter().zip(places) {
        let below = heads.draw(&pen, &row.head, place, marks.len()..marks.len() + 2);
        let own = scale(*values);
        let scale = if chart.shared { &common } else { &own };
        let xs = values.map(|value| scale.map(&value, ends));
        let zero = scale.map(&0.0, ends);
        let line = Line {
            row,
            heads,
            place: below,
            ends,
            zero,
            xs,
        };
        line.draw(&pen, &mut marks);
    }
    pen.done(marks)
}

/// From zero to the furthest value.
fn scale(values: impl IntoIterator<Item = f64>) -> Scale {
    let (low, high) = values
        .into_iter()
        .fold((0.0_f64, 0.0_f64), |(low, high), v| {
            (low.min(v), high.max(v))
        });
    Scale::bars(low, high)
}

/// The pixels that markers may have: where there is room, figures stand left and right of them.
fn ends<B: DrawingBackend>(pen: &Pen<'_, B>, rows: &[Drawable<'_>], heads: Heads) -> (i32, i32) {
    let figures = rows.iter().flat_map(|(row, _)| &row.ends);
    let widths = figures.map(|end| heads::bold(&end.figure) + 8.0);
    let widest = widths.filter(|_| heads.wide).fold(0.0, f64::max);
    let room = pen.px(widest + MARKER * 2.0);
    (room, pen.page.width() - room)
}

/// One row, ready to be drawn.
struct Line<'a> {
    row: &'a Dumbbell,
    heads: Heads,
    /// The row without its words.
    place: Rect,
    /// The pixels of the scale's ends.
    ends: (i32, i32),
    zero: i32,
    /// The markers' middles.
    xs: [i32; 2],
}

impl Line<'_> {
    fn draw<B: DrawingBackend>(&self, pen: &Pen<'_, B>, marks: &mut Vec<Mark>) {
        let theme = pen.theme;
        let y = self.place.top + pen.px(TRACK);
        let first = marks.len();
        let [a, b] = self.xs;
        pen.level(self.ends, y, theme.hair(), None, theme.line);
        let rise = (y - pen.px(4.0), y + pen.px(4.0));
        pen.upright(self.zero, rise, theme.hair(), theme.muted);
        let bar = pen
            .tone_of(theme.accent, first..first + 2)
            .mix(theme.paper, 0.6);
        let dashes = self.row.conflict.then_some((4.0, 4.0));
        pen.level((a.min(b), a.max(b)), y, pen.px(3.0).max(1), dashes, bar);
        let half = i32::midpoint(a, b);
        let right = [a > b, a <= b];
        let shapes = [Shape::Circle, Shape::Square];
        // Each stands at its true value: two that would cover each other, over and under the line.
        let radius = pen.px(MARKER);
        let lift = if (a - b).abs() < radius * 2 {
            radius + 1
        } else {
            0
        };
        let lifts = [-lift, lift];
        let keys = self.keys(pen);
        for (index, end) in self.row.ends.iter().enumerate() {
            let at = |pair: [i32; 2]| pair.get(index).copied().unwrap_or_default();
            let is_right = right.get(index) == Some(&true);
            let shape = shapes.get(index).copied().unwrap_or(Shape::Circle);
            let (x, height) = (at(self.xs), y + at(lifts));
            let mark = marks.len();
            let side = if is_right {
                Rect {
                    left: half,
                    ..self.place
                }
            } else {
                Rect {
                    right: half,
                    ..self.place
                }
            };
            let colour = pen.tone(theme.accent, mark);
            if pen.is_selected(mark) {
                let ground = theme.accent.mix(theme.paper, 0.75);
                pen.blob(Shape::Circle, (x, height), pen.px(MARKER * 2.0), ground);
            }
            pen.marker(shape, (x, height), end.look, colour);
            self.words(pen, end, [x, at(keys)], is_right, (shape, mark));
            marks.push(pen.mark(end.point, pen.page.cut(&side)));
        }
    }

    /// Where the names below the markers begin, each at its marker and clear of the other.
    fn keys<B: DrawingBackend>(&self, pen: &Pen<'_, B>) -> [i32; 2] {
        let small = Type::of(SMALL, pen.theme.muted);
        let [radius, gap] = [MARKER, GAP].map(|css| pen.px(css));
        let widths = [0, 1].map(|index: usize| {
            let name = self.row.ends.get(index).map_or("", |end| &end.name);
            radius * 2 + gap + pen.width(name, small)
        });
        let beside = |[left, right]: [i32; 2], [first, second]: [i32; 2]| {
            let end = self.place.right - second;
            // Names that find no room side by side at their markers move together.
            let next = (right - radius).clamp(self.place.left, end.max(self.place.left));
            let start = (left + radius - first).min(next - gap * 2 - first);
            let start = start.max(self.place.left);
            [start, next.max(start + first + gap * 2)]
        };
        let [a, b] = self.xs;
        let [first, second] = widths;
        if a <= b {
            beside([a, b], [first, second])
        } else {
            let [right, left] = beside([b, a], [second, first]);
            [left, right]
        }
    }

    /// Whose the figure is, below its marker, and the figure beside the marker; in little room at the
    /// edge below, and the figure under the name.
    fn words<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        end: &End,
        [x, key]: [i32; 2],
        is_right: bool,
        (shape, mark): (Shape, usize),
    ) {
        let bold = Type::of(SMALL, pen.tone(pen.theme.ink, mark)).bold();
        let small = Type::of(SMALL, pen.tone(pen.theme.muted, mark));
        let accent = pen.tone(pen.theme.accent, mark);
        let (radius, gap) = (pen.px(MARKER), pen.px(GAP));
        let (y, below) = (
            self.place.top + pen.px(TRACK),
            self.place.top + pen.px(NAMES),
        );
        if !self.heads.wide {
            let (edge, inward, side) = if is_right {
                (self.place.right, -1, HPos::Right)
            } else {
                (self.place.left, 1, HPos::Left)
            };
            pen.marker(shape, (edge + inward * radius, below), end.look, accent);
            let from = edge + inward * (radius * 2 + gap);
            let (name, figure) = lines(end, self.heads, pen.width_in_css());
            let next = pen.lines(&name, (from, below), side, small);
            pen.lines(&figure, (from, next), side, bold);
            return;
        }
        pen.marker(shape, (key + radius, below), end.look, accent);
        let from = key + radius * 2 + gap;
        pen.text(&end.name, (from, below), HPos::Left, small);
        // Paper parts the figure from the row's line.
        let (away, width) = (radius + gap, pen.width(&end.figure, bold));
        let left = if is_right { x + away } else { x - away - width };
        let ground = Rect::new((left - gap / 2, y - gap), (left + width + gap / 2, y + gap));
        pen.fill(ground, pen.theme.paper);
        pen.text(&end.figure, (left, y), HPos::Left, bold);
    }
}
