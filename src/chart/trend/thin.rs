//! What can be seen of more figures than there are pixels.

use guatu_scan::ends;

use super::course::Course;

/// What the figures in one column of pixels come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Column {
    /// Which column.
    pub(super) at: i32,
    pub(super) first: f64,
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) last: f64,
}

/// Of the figures of each column of pixels the first, the lowest, the highest and the last: a line through
/// these covers in every column what the line through all figures would. `column` says in which column a time
/// is, and never goes back.
pub(super) fn thin(course: Course<'_>, column: impl Fn(f64) -> i32) -> Vec<Column> {
    let (mut times, mut values) = (course.times, course.values);
    let mut columns = Vec::new();
    while let Some(at) = times.first().map(|time| column(*time)) {
        let is_here = |time: &f64| column(*time) <= at;
        // Where a column has few figures, its end is near.
        let mut near = 1;
        while times.get(near).is_some_and(is_here) {
            near *= 2;
        }
        let count = times.get(..near).unwrap_or(times).partition_point(is_here);
        let own = values.get(..count).unwrap_or_default();
        let (Some(first), Some((low, high)), Some(last)) = (own.first(), ends(own), own.last())
        else {
            break;
        };
        columns.push(Column {
            at,
            first: *first,
            low,
            high,
            last: *last,
        });
        times = times.get(count..).unwrap_or_default();
        values = values.get(count..).unwrap_or_default();
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::super::course::Course;
    use super::{Column, thin};

    #[test]
    fn a_column_reaches_as_far_as_its_figures_and_is_entered_and_left_where_they_are() {
        let figures = [(0.1, 3.0), (0.2, 9.0), (0.8, 1.0), (0.9, 4.0), (2.5, 7.0)];
        let column = |at, [first, low, high, last]: [f64; 4]| Column {
            at,
            first,
            low,
            high,
            last,
        };
        let expected = [column(0, [3.0, 1.0, 9.0, 4.0]), column(2, [7.0; 4])];
        let (times, values): (Vec<f64>, Vec<f64>) = figures.into_iter().unzip();
        let course = Course {
            series: 0,
            times: &times,
            values: &values,
        };
        let columns = thin(course, |time| time.floor() as i32);
        assert_eq!(columns, expected);
    }
}
