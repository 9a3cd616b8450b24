//! More outcomes over time than there is room for markers: lines alone. Of more than there are pixels the sentence
//! and the table beside the chart have the figures.

use plotters::coord::CoordTranslate as _;
use plotters_backend::DrawingBackend;

use super::axis::Axes;
use super::course::Course;
use super::thin::{Column, thin};
use super::{Colour, MARKER, Pen, Shape, Trend};

/// More outcomes than this to a pixel are a heap.
const HEAP: usize = 2;

/// How close to each other outcomes lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Density {
    /// Each has its marker.
    Roomy,
    /// Markers would hide each other: a line, and a marker where it is pointed at.
    Crowded,
    /// More than can be told apart: a line, and nothing to point at.
    Heap,
}

impl Density {
    /// Of the outcomes of a trend on an axis so many pixels long.
    pub(super) fn of<B: DrawingBackend>(pen: &Pen<'_, B>, chart: &Trend, pixels: i32) -> Self {
        let count = |length: i32| usize::try_from(length).unwrap_or(0).max(1);
        let longest = chart.courses.iter().map(|course| course.times.len());
        let outcomes = chart.figures.len() - chart.promises.len();
        if outcomes > HEAP * count(pixels) {
            Self::Heap
        } else if longest.max() > Some(count(pixels) / count(pen.px(MARKER))) {
            Self::Crowded
        } else {
            Self::Roomy
        }
    }
}

/// The line through the outcomes of a course: stroked, or where they are dense the surface that the stroke would
/// cover, which is quicker to fill than thousands of turns are to stroke. An outcome alone is a dot.
pub(super) fn draw<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    axes: &Axes,
    course: Course<'_>,
    colour: Colour,
) {
    let at = |time, value| axes.coord.translate(&(time, value));
    let y = |value| at(0.0, value).1;
    let columns = thin(course, |time| at(time, 0.0).0);
    let colour = pen.quiet(colour);
    if course.times.len() > HEAP * columns.len() {
        for run in columns.chunk_by(|a, b| b.at == a.at + 1) {
            pen.polygon(covered(run, y, pen.px(1.0)), colour);
        }
        let pairs = columns.iter().zip(columns.iter().skip(1));
        for (from, to) in pairs.filter(|(from, to)| to.at > from.at + 1) {
            pen.slope((from.at, y(from.last)), (to.at, y(to.first)), None, colour);
        }
        return;
    }
    let points = columns.iter().flat_map(|column| {
        let values = [column.first, column.low, column.high, column.last];
        values.map(|value| (column.at, y(value)))
    });
    let mut points: Vec<_> = points.collect();
    points.dedup();
    match points.as_slice() {
        [dot] => pen.blob(Shape::Circle, *dot, pen.px(2.0).max(1), colour),
        _ => pen.path(points, colour),
    }
}

/// The outline of what a line through neighbouring columns covers, `beside` pixels above and below it: along its upper side
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

    /// So many outcomes, a day each, and a target.
    fn trend(count: u32) -> Chart {
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
        let outcomes = (0..count).map(|point| span(point, Look::Actual));
        let series = vec![Series {
            name: String::new(),
            spans: outcomes.chain([span(count, Look::Target)]).collect(),
        }];
        Chart::Trend(Trend::new(
            series,
            true,
            Digits::of(Lang::Zh),
            String::new(),
        ))
    }

    #[test]
    fn of_more_outcomes_than_pixels_only_the_promise_can_be_pointed_at() {
        let (_, hits) = svg(&trend(4000), 900, &Theme::light()).expect("drawn");
        let points: Vec<u32> = hits.marks.iter().map(|mark| mark.point).collect();
        assert_eq!(points, [4000]);
    }

    #[test]
    fn outcomes_without_room_for_markers_have_one_where_they_are_pointed_at() {
        let markers = |count, selected| {
            let theme = Theme {
                selected,
                ..Theme::light()
            };
            let (drawn, hits) = svg(&trend(count), 900, &theme).expect("drawn");
            assert_eq!(hits.marks.len(), count as usize + 1);
            drawn.matches("<circle").count()
        };
        assert_eq!(markers(400, None), 0);
        assert!(markers(400, Some(7)) > 0);
        assert!(markers(100, None) >= 100);
    }
}
