//! Finds room for labels: a label is drawn beside its mark where it hides nothing, or not at all
//! (the table beside the chart has every figure).

use super::grid::Grid;
use super::shape::Rect;

/// What is taken already, in device pixels.
#[derive(Debug)]
pub(super) struct Room {
    /// No label may leave this box.
    bounds: Rect,
    /// Marks: no label may cover them, or stand over or under one when it belongs to another.
    marks: Grid,
    /// Labels: no other may cover them.
    labels: Grid,
    /// Pieces of lines: a label covers them only where it must be shown.
    lines: Grid,
}

impl Room {
    pub(super) fn new(bounds: Rect) -> Self {
        Self {
            bounds,
            marks: Grid::over(bounds),
            labels: Grid::over(bounds),
            lines: Grid::over(bounds),
        }
    }

    /// The width that a label may have at most.
    pub(super) fn width(&self) -> i32 {
        self.bounds.width()
    }

    /// Keeps labels off a mark.
    pub(super) fn take(&mut self, mark: Rect) {
        self.marks.put(mark);
    }

    /// Keeps labels off a straight line, where they can do without it: small boxes along it.
    pub(super) fn cross(&mut self, from: (i32, i32), to: (i32, i32), every: i32) {
        let every = every.max(1);
        let length = (to.0 - from.0).abs().max((to.1 - from.1).abs());
        let count = (length / every).max(1);
        for piece in 0..=count {
            let share = f64::from(piece) / f64::from(count);
            let at = |a: i32, b: i32| a + (f64::from(b - a) * share).round() as i32;
            let middle = (at(from.0, to.0), at(from.1, to.1));
            self.lines.put(Rect::around(middle, every, every));
        }
    }

    /// The first free box for a label beside its mark, which is then taken. `must` lets it come
    /// close to other things and lie over a line, but never over a mark or another label.
    pub(super) fn place(&mut self, beside: &Beside, must: bool) -> Option<Rect> {
        let options = beside.options(&self.bounds);
        let gap = beside.gap;
        // A label that is nearer to another mark than to its own would be read as that one's.
        let mut found = self.first(&options, beside, gap * 3, true);
        if must {
            found = found
                .or_else(|| self.first(&options, beside, gap, false))
                .or_else(|| self.first(&options, beside, 0, false));
        }
        if let Some(label) = found {
            self.labels.put(label);
        }
        found
    }

    /// The first option that keeps its distance from everything, and from lines if told to.
    fn first(&self, options: &[Rect], of: &Beside, apart: i32, lines: bool) -> Option<Rect> {
        let free = |option: &Rect| {
            let wide = option.grown(apart);
            let strange = |other: &Rect| *other != of.mark;
            // At the side of its own mark it must not stand over or under that of another period.
            let is_aside = option.left >= of.mark.right || option.right <= of.mark.left;
            let tall = Rect {
                top: option.top - option.height(),
                bottom: option.bottom + option.height(),
                ..*option
            };
            let is_taken = || {
                self.marks.overlaps(&wide, strange)
                    || self.labels.overlaps(&wide, strange)
                    || is_aside && self.marks.overlaps(&tall, strange)
            };
            let is_crossed = || lines && self.lines.overlaps(option, |_| true);
            self.bounds.holds(option) && !is_taken() && !is_crossed()
        };
        options.iter().copied().find(free)
    }
}

/// Where a label belongs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside {
    /// The mark that it names.
    pub(super) mark: Rect,
    /// Width and height of the label.
    pub(super) size: (i32, i32),
    /// Distance from the mark.
    pub(super) gap: i32,
    /// Prefer the side below, for figures that lie below zero.
    pub(super) below: bool,
}

impl Beside {
    /// The boxes to try, best first: over the middle, a little higher, over one end, then the
    /// same on the other side, then at the sides.
    fn options(&self, bounds: &Rect) -> Vec<Rect> {
        let (width, height) = self.size;
        let mark = &self.mark;
        let (x, y) = mark.middle();
        let lift = self.gap * 3;
        let above = mark.top - self.gap - height;
        let below = mark.bottom + self.gap;
        let rows = if self.below {
            [(below, lift), (above, -lift)]
        } else {
            [(above, -lift), (below, lift)]
        };
        let at = |left: i32, top: i32| {
            let option = Rect::new((left, top), (left + width, top + height));
            option.moved_between(bounds.left, bounds.right)
        };
        let middle = x - width / 2;
        let mut options = Vec::new();
        for (top, lift) in rows {
            options.push(at(middle, top));
            options.push(at(middle, top + lift));
            for left in [mark.left, mark.right - width] {
                options.push(at(left, top));
                options.push(at(left, top + lift));
            }
        }
        let sides = [mark.right + self.gap, mark.left - self.gap - width];
        for top in [y - height / 2, above, below] {
            options.extend(sides.map(|left| Rect::new((left, top), (left + width, top + height))));
        }
        options
    }
}

#[cfg(test)]
mod tests {
    use super::{Beside, Room};
    use crate::chart::shape::Rect;

    fn beside(x: i32, y: i32) -> Beside {
        Beside {
            mark: Rect::around((x, y), 10, 10),
            size: (40, 12),
            gap: 2,
            below: false,
        }
    }

    fn room() -> Room {
        Room::new(Rect::new((0, 0), (200, 100)))
    }

    #[test]
    fn a_label_stands_above_its_mark_and_below_where_told() {
        let above = room().place(&beside(100, 50), false);
        assert_eq!(above, Some(Rect::new((80, 31), (120, 43))));
        let label = Beside {
            below: true,
            ..beside(100, 50)
        };
        let below = room().place(&label, false);
        assert_eq!(below, Some(Rect::new((80, 57), (120, 69))));
    }

    #[test]
    fn a_label_at_the_edge_is_moved_inside() {
        let label = room().place(&beside(195, 50), false);
        assert_eq!(label.map(|label| label.right), Some(200));
    }

    #[test]
    fn a_label_at_the_side_of_its_mark_is_not_under_another() {
        let own = beside(100, 50);
        let mut room = Room::new(Rect::new((90, 40), (200, 60)));
        assert!(room.place(&own, true).is_some());
        let mut room = Room::new(Rect::new((90, 30), (200, 60)));
        room.take(own.mark);
        room.take(Rect::new((90, 35), (170, 38)));
        assert_eq!(room.place(&own, true), None);
    }

    #[test]
    fn labels_of_the_same_place_do_not_collide_and_run_out_of_room() {
        let mut room = room();
        let placed: Vec<Rect> = (0..20)
            .filter_map(|_| room.place(&beside(100, 50), true))
            .collect();
        assert!(placed.len() > 2 && placed.len() < 20);
        for (index, label) in placed.iter().enumerate() {
            let rest = placed.iter().skip(index + 1);
            assert!(!rest.into_iter().any(|other| other.overlaps(label)));
        }
    }

    #[test]
    fn only_a_label_that_must_be_shown_covers_a_line() {
        let crossed = || {
            let mut room = Room::new(Rect::new((80, 0), (120, 100)));
            room.cross((100, 0), (100, 100), 4);
            room
        };
        assert_eq!(crossed().place(&beside(100, 50), false), None);
        assert!(crossed().place(&beside(100, 50), true).is_some());
    }
}
