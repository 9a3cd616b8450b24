//! What can be seen of more figures than there are pixels.

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
/// these covers in every column what the line through all figures would. `figures` are times, which
/// ascend, with their values; `column` says in which column a time is, and never goes back.
pub(super) fn thin(
    figures: impl Iterator<Item = (f64, f64)>,
    column: impl Fn(f64) -> i32,
) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (time, value) in figures {
        let at = column(time);
        match columns.last_mut().filter(|last| last.at == at) {
            Some(last) => {
                last.low = last.low.min(value);
                last.high = last.high.max(value);
                last.last = value;
            }
            None => columns.push(Column {
                at,
                first: value,
                low: value,
                high: value,
                last: value,
            }),
        }
    }
    columns
}

#[cfg(test)]
mod tests {
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
        let columns = thin(figures.into_iter(), |time| time.floor() as i32);
        assert_eq!(columns, expected);
    }
}
