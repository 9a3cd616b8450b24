//! Where a drawn chart's figures are: one list for the pointer, the keyboard and the tests.

/// How far beside a mark a pointer still means it, in CSS pixels.
const REACH: f64 = 12.0;

/// Where one figure was drawn, in CSS pixels from the upper left corner of the chart's area.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What the mark stands for: an index into the points of the plot that the chart belongs to.
    pub point: u32,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width, 0 or more.
    pub width: f64,
    /// Height, 0 or more.
    pub height: f64,
}

impl Mark {
    /// How far a point is from the mark: 0 inside.
    fn distance(&self, x: f64, y: f64) -> f64 {
        let aside = (self.x - x).max(x - self.x - self.width).max(0.0);
        let above = (self.y - y).max(y - self.y - self.height).max(0.0);
        aside.hypot(above)
    }

    fn area(&self) -> f64 {
        self.width * self.height
    }
}

/// A way across a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Up.
    Up,
    /// Down.
    Down,
}

/// The marks of a drawn chart in reading order: rows from the top, periods from the left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HitMap {
    /// The marks; [`Theme::selected`](super::Theme::selected) is an index into them.
    pub marks: Vec<Mark>,
}

impl HitMap {
    /// The index of the mark at a point in CSS pixels: the smallest of those under it, else the
    /// nearest within 12 pixels.
    #[must_use]
    pub fn at(&self, x: f64, y: f64) -> Option<usize> {
        if !(x.is_finite() && y.is_finite()) {
            return None;
        }
        let near = self.marks.iter().enumerate().filter_map(|(index, mark)| {
            let distance = mark.distance(x, y);
            (distance <= REACH).then_some((index, distance, mark.area()))
        });
        // A marker may sit on its period's long line: the smaller one is what is pointed at.
        let best = near.min_by(|a, b| a.1.total_cmp(&b.1).then(a.2.total_cmp(&b.2)));
        best.map(|(index, ..)| index)
    }

    /// The mark that is `by` marks after `current`, going round at both ends. Without a current
    /// mark, a step forward gives the first and a step back the last.
    #[must_use]
    pub fn step(&self, current: Option<usize>, by: isize) -> Option<usize> {
        let count = isize::try_from(self.marks.len()).ok()?;
        let current = current
            .and_then(|index| isize::try_from(index).ok())
            .filter(|index| *index < count);
        let from = match current {
            Some(index) => index,
            None if by > 0 => -1,
            None => 0,
        };
        // Taken round before adding, so that no `by` overflows.
        let next = (from + by.checked_rem(count)?).rem_euclid(count);
        usize::try_from(next).ok()
    }

    /// The next mark in the same row or column: the nearest ahead that lies in line with `current`,
    /// or `current` itself at the edge. Without a current mark, the first.
    #[must_use]
    pub fn toward(&self, current: Option<usize>, way: Way) -> Option<usize> {
        let Some((index, from)) = current.and_then(|index| Some((index, self.marks.get(index)?)))
        else {
            return self.step(None, 1);
        };
        let ahead = self.marks.iter().enumerate().filter_map(|(index, mark)| {
            let (right, below) = (mark.x - from.x, mark.y - from.y);
            let distance = match way {
                Way::Left => -right,
                Way::Right => right,
                Way::Up => -below,
                Way::Down => below,
            };
            let in_line = match way {
                Way::Left | Way::Right => {
                    mark.y < from.y + from.height && from.y < mark.y + mark.height
                }
                Way::Up | Way::Down => mark.x < from.x + from.width && from.x < mark.x + mark.width,
            };
            (in_line && distance > 0.0).then_some((index, distance))
        });
        let next = ahead.min_by(|a, b| a.1.total_cmp(&b.1));
        Some(next.map_or(index, |(index, _)| index))
    }
}

#[cfg(test)]
mod tests {
    use super::{HitMap, Mark, Way};

    fn mark(x: f64, y: f64, width: f64, height: f64) -> Mark {
        Mark {
            point: 0,
            x,
            y,
            width,
            height,
        }
    }

    /// A long line, a marker on it, and a marker far to the right.
    fn map() -> HitMap {
        HitMap {
            marks: vec![
                mark(0.0, 10.0, 100.0, 10.0),
                mark(45.0, 10.0, 10.0, 10.0),
                mark(200.0, 10.0, 10.0, 10.0),
            ],
        }
    }

    #[test]
    fn a_point_hits_the_smallest_mark_under_it() {
        assert_eq!(map().at(50.0, 15.0), Some(1));
        assert_eq!(map().at(20.0, 15.0), Some(0));
    }

    #[test]
    fn a_point_beside_hits_the_nearest_mark_within_twelve_pixels() {
        assert_eq!(map().at(189.0, 15.0), Some(2));
        assert_eq!(map().at(150.0, 15.0), None);
        assert_eq!(map().at(222.0, 15.0), Some(2));
        assert_eq!(map().at(223.0, 15.0), None);
    }

    #[test]
    fn a_point_that_is_no_number_hits_nothing() {
        assert_eq!(map().at(f64::NAN, 15.0), None);
        assert_eq!(map().at(f64::INFINITY, 15.0), None);
    }

    #[test]
    fn steps_go_round_at_both_ends() {
        assert_eq!(map().step(Some(2), 1), Some(0));
        assert_eq!(map().step(Some(0), -1), Some(2));
        assert_eq!(map().step(Some(0), 4), Some(1));
        assert_eq!(map().step(Some(1), isize::MIN), map().step(Some(1), -2));
    }

    #[test]
    fn the_first_step_enters_at_the_near_end() {
        assert_eq!(map().step(None, 1), Some(0));
        assert_eq!(map().step(None, -1), Some(2));
        assert_eq!(map().step(Some(9), 1), Some(0));
    }

    #[test]
    fn ways_keep_to_the_row_or_column_and_stop_at_the_edge() {
        // Two rows of a grid; the second has no mark in the middle.
        let grid = HitMap {
            marks: [
                (0.0, 0.0),
                (30.0, 0.0),
                (60.0, 0.0),
                (0.0, 20.0),
                (60.0, 20.0),
            ]
            .map(|(x, y)| mark(x, y, 30.0, 20.0))
            .to_vec(),
        };
        let walked = |ways: &[Way]| {
            ways.iter()
                .fold(None, |current, way| grid.toward(current, *way))
        };
        assert_eq!(walked(&[Way::Down]), Some(0));
        assert_eq!(walked(&[Way::Down, Way::Right]), Some(1));
        assert_eq!(walked(&[Way::Down, Way::Right, Way::Down]), Some(1));
        assert_eq!(walked(&[Way::Down, Way::Down, Way::Right]), Some(4));
        assert_eq!(
            walked(&[Way::Down, Way::Down, Way::Right, Way::Up]),
            Some(2)
        );
        assert_eq!(walked(&[Way::Down, Way::Left, Way::Up]), Some(0));
        assert_eq!(HitMap::default().toward(None, Way::Up), None);
    }

    #[test]
    fn an_empty_chart_has_nothing_to_step_to() {
        assert_eq!(HitMap::default().step(None, 1), None);
        assert_eq!(HitMap::default().at(0.0, 0.0), None);
    }
}
