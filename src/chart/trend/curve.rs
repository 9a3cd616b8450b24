//! More outcomes over time than there are pixels: one line for each series, without markers, labels or marks to
//! point at. The sentence and the table beside the chart have the figures.

use plotters::coord::CoordTranslate as _;
use plotters_backend::DrawingBackend;

use super::axis::Axes;
use super::course::Course;
use super::thin::{Column, thin};
use super::{Colour, Pen, Shape, Trend};

/// Where there are more figures than this to a pixel, markers would be one heap.
const DENSE: usize = 2;
/// How far the outcomes of a line are apart at least that have markers, in CSS pixels.
const APART: f64 = 2.0;

/// Whether outcomes are so many that they are drawn as lines alone.
pub(super) fn is_dense<B: DrawingBackend>(pen: &Pen<'_, B>, chart: &Trend, pixels: i32) -> bool {
    let pixels = usize::try_from(pixels).unwrap_or(0).max(1);
    let apart = usize::try_from(pen.px(APART)).unwrap_or(0).max(1);
    let longest = chart.courses.iter().map(Course::len).max();
    let outcomes = chart.figures.len() - chart.promises.len();
    outcomes > DENSE * pixels || longest.is_some_and(|longest| longest > pixels / apart)
}

/// The line through the outcomes of a course: stroked, or where they are dense the surface that the stroke would
/// cover, which is quicker to fill than thousands of turns are to stroke. An outcome alone is a dot.
pub(super) fn draw<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    axes: &Axes,
    course: &Course,
    colour: Colour,
) {
    let at = |time, value| axes.coord.translate(&(time, value));
    let y = |value| at(0.0, value).1;
    let columns = thin(course, |time| at(time, 0.0).0);
    let colour = pen.quiet(colour);
    if course.len() > DENSE * columns.len() {
        return pen.polygon(covered(&columns, y, pen.px(1.0)), colour);
    }
    let points = columns.iter().flat_map(|column| {
        let values = [column.first, column.low, column.high, column.last];
        values.map(|value| (column.at, y(value)))
    });
    let mut points: Vec<_> = points.collect();
    points.dedup();
    match points.as_slice() {
        [dot] => pen.blob(Shape::Circle, *dot, pen.px(APART).max(1), colour),
        _ => pen.path(points, colour),
    }
}

/// The outline of what a line through columns covers, `beside` pixels above and below it: along its upper side
/// and back along the lower. From each column the line leads to the first figure of the next.
fn covered(columns: &[Column], y: impl Fn(f64) -> i32, beside: i32) -> Vec<(i32, i32)> {
    let next = columns.iter().skip(1).map(|column| column.first);
    let next = next.chain(columns.last().map(|column| column.last));
    let ends = columns.iter().zip(next).map(|(column, next)| {
        let (low, high) = (column.low.min(next), column.high.max(next));
        (column.at, y(high) - beside, y(low) + beside)
    });
    let ends: Vec<_> = ends.collect();
    // Each column is a pixel wide.
    let above = ends
        .iter()
        .flat_map(|(x, top, _)| [(*x, *top), (x + 1, *top)]);
    let below = ends.iter().rev();
    let below = below.flat_map(|(x, _, bottom)| [(x + 1, *bottom), (*x, *bottom)]);
    above.chain(below).collect()
}

#[cfg(test)]
mod tests {
    use super::{Column, covered};
    use crate::chart::{Chart, Look, Series, Span, Theme, Trend, svg};
    use crate::dataset::Lang;
    use crate::text::number::Digits;

    #[test]
    fn what_is_covered_reaches_from_the_lowest_to_the_highest_and_on_to_the_next_column() {
        let column = |at, first, low, high| Column {
            at,
            first,
            low,
            high,
            last: first,
        };
        let columns = [column(5, 2.0, 1.0, 3.0), column(6, 7.0, 7.0, 8.0)];
        let points = covered(&columns, |value| 100 - value as i32, 1);
        let above = [(5, 92), (6, 92), (6, 91), (7, 91)];
        let below = [(7, 94), (6, 94), (6, 100), (5, 100)];
        assert_eq!(points, [above, below].concat());
        assert_eq!(covered(&[], |_| 0, 1), []);
    }

    #[test]
    fn of_more_outcomes_than_pixels_only_the_promise_can_be_pointed_at() {
        let span = |point: u32, look| Span {
            point,
            start: 2000.0 + f64::from(point) / 365.0,
            end: 2000.0 + f64::from(point + 1) / 365.0,
            value: f64::from(point % 7),
            high: None,
            look,
            status: None,
            label: String::new(),
            brief: String::new(),
        };
        let outcomes = (0..4000).map(|point| span(point, Look::Actual));
        let spans = outcomes.chain([span(4000, Look::Target)]).collect();
        let series = vec![Series {
            name: String::new(),
            spans,
        }];
        let chart = Chart::Trend(Trend::new(
            series,
            true,
            Digits::of(Lang::Zh),
            String::new(),
        ));
        let (_, hits) = svg(&chart, 900, &Theme::light()).expect("drawn");
        let points: Vec<u32> = hits.marks.iter().map(|mark| mark.point).collect();
        assert_eq!(points, [4000]);
    }
}
