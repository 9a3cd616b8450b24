//! Promises of the same height, which would hide each other.

use super::place::{Layout, Placed};

/// How a promise lies among those that it meets at its height.
pub(super) struct Level {
    /// Whether it lies over bars, or over a promise for a longer time.
    pub(super) is_over: bool,
    /// How many promises of the same ends there are with it, at least 1.
    pub(super) count: usize,
    /// Which of them it is, from 0.
    pub(super) place: usize,
}

impl Level {
    /// Of the promise with an index.
    pub(super) fn of(layout: &Layout<'_>, index: usize) -> Self {
        let mut level = Self {
            is_over: layout.bars,
            count: 1,
            place: 0,
        };
        let Some(own) = layout.placed.get(index) else {
            return level;
        };
        let length = |mark: &Placed<'_>| mark.to - mark.from;
        let others = layout.placed.iter().enumerate();
        for (other, mark) in others.filter(|(other, mark)| *other != index && meet(own, mark)) {
            if (mark.from, mark.to) == (own.from, own.to) {
                level.count += 1;
                level.place += usize::from(other < index);
            } else if length(mark) > length(own) {
                level.is_over = true;
            }
        }
        level
    }
}

/// Whether two promises would be drawn over each other.
fn meet(own: &Placed<'_>, mark: &Placed<'_>) -> bool {
    let is_near = |a: i32, b: i32| (a - b).abs() <= 3;
    let heights = [own.at.1, own.high.unwrap_or(own.at.1)];
    let others = [mark.at.1, mark.high.unwrap_or(mark.at.1)];
    let level = heights
        .iter()
        .any(|a| others.iter().any(|b| is_near(*a, *b)));
    mark.kind.is_promise() && level && mark.from < own.to && own.from < mark.to
}
