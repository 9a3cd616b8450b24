//! Counts by two of their sides: a row for each choice of the one, a segment for each of the other.

mod segment;

use plotters::coord::Shift;
use plotters::coord::ranged1d::Ranged as _;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use self::segment::{behind, draw_segment, fill, is_outside, outside_width};
use super::heads;
use super::legend::{self, GAPS, LINE};
use super::paint::{LINE as NAMES, NAME, Pen, SMALL, Type};
use super::rows;
use super::scale::{Scale, drawable};
use super::shape::Rect;
use super::status::SIGN;
use super::{ChartError, HitMap, Theme};
use crate::order;

pub use self::segment::Shade;

/// Rows of segments over a common zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Stacked {
    /// The rows in any order: drawing puts the longest first and keeps the order of equals.
    pub rows: Vec<Stack>,
    /// What each shade means; drawn above the rows, in the order of the segments.
    pub legend: Vec<(Shade, String)>,
    /// What to say when there is nothing to draw.
    pub empty: String,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// What is counted.
    pub name: String,
    /// The sum in words, drawn at the row's end.
    pub total: String,
    /// The segments, first at the left.
    pub segments: Vec<Segment>,
}

/// One segment.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// What it stands for, as in [`Mark`](super::Mark).
    pub point: u32,
    /// How it is filled.
    pub shade: Shade,
    /// Its length. A length that is not above zero is not drawn.
    pub value: f64,
    /// The count in words, drawn inside where it fits.
    pub figure: String,
}

/// From here on, in CSS pixels, names stand left of their bars; in less room above them.
const WIDE: u32 = 480;
/// Height in CSS pixels of a row with its name beside its bar or above it.
const PITCH: [f64; 2] = [34.0, 50.0];
/// A swatch of the legend, in CSS pixels.
const SWATCH: f64 = 18.0;

impl Stacked {
    /// The height in CSS pixels that the chart wants at a width in CSS pixels.
    #[must_use]
    pub fn height(&self, width: u32) -> u32 {
        let rows = self.sorted();
        if rows.is_empty() {
            return 120;
        }
        let heights = rows.iter().map(|(row, _)| row.height(width));
        (heights.sum::<f64>() + self.head(width)).ceil() as u32
    }

    /// The height of the legend, in CSS pixels.
    fn head(&self, width: u32) -> f64 {
        legend::height(&self.keys(width)) + 8.0
    }

    /// Where each entry of the legend begins.
    fn keys(&self, width: u32) -> Vec<(f64, f64)> {
        let names = self.legend.iter().map(|(_, name)| name.as_str());
        legend::places(names, self.sign(), width)
    }

    /// The width of what stands before the names of the legend.
    fn sign(&self) -> f64 {
        let mut shades = self.legend.iter().map(|(shade, _)| shade.status());
        if shades.any(|status| status.is_some()) {
            SIGN
        } else {
            SWATCH
        }
    }

    /// The rows that can be drawn with their lengths, longest first.
    fn sorted(&self) -> Vec<(&Stack, f64)> {
        let rows = self.rows.iter().filter_map(|row| {
            let length: f64 = row.segments.iter().filter_map(Segment::length).sum();
            drawable(length)
                .filter(|length| *length > 0.0)
                .map(|length| (row, length))
        });
        let mut rows: Vec<_> = rows.collect();
        order::sort_by(&mut rows, |(_, a), (_, b)| b.total_cmp(a));
        rows
    }
}

impl Segment {
    fn length(&self) -> Option<f64> {
        drawable(self.value).filter(|value| *value > 0.0)
    }
}

impl Stack {
    /// The height of the row in CSS pixels in a chart so many wide.
    fn height(&self, width: u32) -> f64 {
        let [beside, above] = PITCH;
        if width >= WIDE {
            return beside;
        }
        let more = self.lines(width).len().max(1) - 1;
        above + more as f64 * NAMES
    }

    /// The lines of the name above the bar.
    fn lines(&self, width: u32) -> Vec<String> {
        heads::broken(&self.name, f64::from(width), NAME)
    }
}

/// Draws the chart over the whole area. Rows that find no room in its height are left out.
pub(super) fn draw<B: DrawingBackend>(
    chart: &Stacked,
    area: &DrawingArea<B, Shift>,
    theme: &Theme,
) -> Result<HitMap, ChartError> {
    let rows = chart.sorted();
    let segments = rows.iter().map(|(row, _)| row.segments.iter());
    let count = segments
        .map(|row| row.filter_map(Segment::length).count())
        .sum();
    let pen = Pen::new(area, theme, count);
    if rows.is_empty() {
        pen.sentence(&chart.empty);
        return pen.done(Vec::new());
    }
    draw_legend(&pen, chart);
    let columns = Columns::of(&pen, &rows);
    let first = chart.head(pen.width_in_css());
    let heights = rows.iter().map(|(row, _)| row.height(pen.width_in_css()));
    let mut hits = HitMap::default();
    for ((row, _), place) in rows.iter().zip(rows::places(&pen, first, heights)) {
        columns.row(&pen, row, place, &mut hits);
    }
    pen.done(hits.marks)
}

fn draw_legend<B: DrawingBackend>(pen: &Pen<'_, B>, chart: &Stacked) {
    let look = Type::of(SMALL, pen.theme.muted);
    let keys = chart.keys(pen.width_in_css());
    for ((shade, name), (left, line)) in chart.legend.iter().zip(keys) {
        let (left, middle) = (pen.px(left), pen.px((line + 0.5) * LINE));
        let right = left + pen.px(chart.sign());
        let swatch = Rect::new((left, middle - pen.px(5.0)), (right, middle + pen.px(5.0)));
        match shade.status() {
            Some(status) => {
                let colours = [pen.theme.status(status), pen.theme.paper];
                pen.status(status, swatch.middle(), SIGN, colours);
            }
            None => fill(pen, swatch, *shade, &|colour| colour),
        }
        let at = (right + pen.px(GAPS[0]), middle);
        let room = pen.page.right - at.0;
        pen.text(&pen.fit(name, room, look), at, HPos::Left, look);
    }
}

/// Where the parts of a row are, in device pixels.
struct Columns {
    wide: bool,
    /// Width of the names left of the bars.
    names: i32,
    scale: Scale,
    /// The pixels of the scale's ends.
    ends: (i32, i32),
}

impl Columns {
    fn of<B: DrawingBackend>(pen: &Pen<'_, B>, rows: &[(&Stack, f64)]) -> Self {
        let wide = pen.width_in_css() >= WIDE;
        let mut names = 0;
        for (row, _) in rows {
            names = names.max(pen.width(&row.name, Type::of(NAME, pen.theme.ink)));
        }
        let names = if wide {
            names.min(pen.page.width() / 3) + pen.px(12.0)
        } else {
            0
        };
        let room = pen.page.width() - names;
        let longest = rows.first().map_or(1.0, |(_, length)| *length);
        let mut columns = Self {
            wide,
            names,
            scale: Scale::bars(0.0, longest),
            ends: (names, pen.page.right),
        };
        // Shorter bars have less room for shapes in them, and more of them stand at their ends.
        for _ in 0..2 {
            let ends = rows.iter().map(|(row, _)| columns.end(pen, row));
            let ends = ends.max().unwrap_or(0) + pen.px(8.0);
            columns.ends.1 = pen.page.right - ends.min(room * 2 / 5);
        }
        columns
    }

    /// The width of what stands at the end of a row.
    fn end<B: DrawingBackend>(&self, pen: &Pen<'_, B>, row: &Stack) -> i32 {
        let x = |value: f64| self.scale.map(&value, self.ends);
        let outside = row.segments.iter().filter(|segment| {
            let length = segment.length();
            length.is_some_and(|length| is_outside(pen, segment, x(length) - x(0.0) - 1))
        });
        let outside: i32 = outside.map(|segment| outside_width(pen, segment)).sum();
        pen.width(&row.total, total(pen)) + outside
    }

    fn row<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        row: &Stack,
        place: Rect,
        hits: &mut HitMap,
    ) {
        let drawn = row.segments.iter().filter_map(Segment::length).count();
        let own = hits.marks.len()..hits.marks.len() + drawn;
        let name = Type::of(NAME, pen.tone_of(pen.theme.ink, own.clone()));
        let middle = if self.wide {
            let right = self.names - pen.px(12.0);
            let (_, middle) = place.middle();
            pen.block(&row.name, (right, middle), right, name);
            middle
        } else {
            let first = (0, place.top + pen.px(12.0));
            let lines = row.lines(pen.width_in_css());
            pen.lines(&lines, first, HPos::Left, name) + pen.px(21.0 - NAMES)
        };
        let (zero, reach) = (self.ends.0, pen.px(14.0));
        let line = (middle - reach, middle + reach);
        pen.upright(zero, line, pen.theme.hair(), pen.theme.muted);
        let (mut sum, mut outside) = (0.0, Vec::new());
        for segment in &row.segments {
            let Some(length) = segment.length() else {
                continue;
            };
            let x = |value: f64| self.scale.map(&value, self.ends);
            let ends = (x(sum), x(sum + length));
            let bar = draw_segment(pen, segment, ends, middle, hits);
            if is_outside(pen, segment, bar.width()) {
                outside.push(segment);
            }
            sum += length;
        }
        let at = (self.scale.map(&sum, self.ends) + pen.px(6.0), middle);
        let look = Type {
            colour: name.colour,
            ..total(pen)
        };
        let text = pen.fit(&row.total, pen.page.right - at.0, look);
        pen.text(&text, at, HPos::Left, look);
        let mut left = at.0 + pen.width(&text, look);
        let small = Type {
            bold: false,
            ..look
        };
        let tone = |colour| pen.tone_of(colour, own.clone());
        for segment in outside {
            let place = (left, middle);
            left = behind(pen, segment, place, (&tone, small)).unwrap_or(left);
        }
    }
}

fn total<B: DrawingBackend>(pen: &Pen<'_, B>) -> Type {
    Type::of(SMALL, pen.theme.ink).bold()
}

#[cfg(test)]
mod tests {
    use super::{Segment, Shade, Stack, Stacked};
    use crate::chart::Look;

    fn stacked(rows: &[&[f64]]) -> Stacked {
        let segment = |value: &f64| Segment {
            point: 0,
            shade: Shade::Background,
            value: *value,
            figure: String::new(),
        };
        let row = |(name, values): (usize, &&[f64])| Stack {
            name: name.to_string(),
            total: String::new(),
            segments: values.iter().map(segment).collect(),
        };
        Stacked {
            rows: rows.iter().enumerate().map(row).collect(),
            legend: Vec::new(),
            empty: String::new(),
        }
    }

    #[test]
    fn the_longest_row_comes_first_and_rows_without_length_are_left_out() {
        let chart = stacked(&[&[1.0], &[2.0, 3.0], &[0.0, -4.0, f64::NAN], &[1.0]]);
        let names: Vec<&str> = chart
            .sorted()
            .iter()
            .map(|(row, _)| row.name.as_str())
            .collect();
        assert_eq!(names, ["1", "0", "3"]);
    }

    #[test]
    fn a_legend_that_finds_no_room_takes_another_line() {
        let mut chart = stacked(&[&[1.0]]);
        let key = (Shade::Look(Look::Actual), "实际".to_owned());
        chart.legend = vec![key.clone(), key.clone(), key];
        assert_eq!(chart.height(600), 34 + 28);
        assert_eq!(chart.height(140), 50 + 48);
    }
}
