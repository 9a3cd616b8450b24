//! Boxes by where they lie, so that of very many only those near a place are looked at.

use super::shape::Rect;

/// The side of a cell in device pixels: a few labels fit in.
const SIDE: i32 = 64;
/// The most columns and rows; what lies beyond the last is in it.
const MOST: i32 = 64;

/// Boxes in the cells that they touch.
#[derive(Debug)]
pub(super) struct Grid {
    bounds: Rect,
    columns: i32,
    rows: i32,
    cells: Vec<Vec<Rect>>,
}

impl Grid {
    /// An empty grid over a box; what lies outside is in the cells at its edges.
    pub(super) fn over(bounds: Rect) -> Self {
        let [columns, rows] =
            [bounds.width(), bounds.height()].map(|length| (length / SIDE).clamp(1, MOST));
        let count = usize::try_from(columns * rows).unwrap_or(1);
        Self {
            bounds,
            columns,
            rows,
            cells: vec![Vec::new(); count],
        }
    }

    pub(super) fn put(&mut self, rect: Rect) {
        for cell in self.touched(&rect) {
            if let Some(cell) = self.cells.get_mut(cell) {
                cell.push(rect);
            }
        }
    }

    /// Whether any box that overlaps another is what is asked for.
    pub(super) fn overlaps(&self, other: &Rect, is: impl Fn(&Rect) -> bool) -> bool {
        let mut near = self.touched(other).filter_map(|cell| self.cells.get(cell));
        near.any(|cell| cell.iter().any(|rect| rect.overlaps(other) && is(rect)))
    }

    /// The cells that a box touches.
    fn touched(&self, rect: &Rect) -> impl Iterator<Item = usize> + use<> {
        let cell =
            |at: i32, from: i32, count: i32| (at.saturating_sub(from) / SIDE).clamp(0, count - 1);
        let (bounds, columns) = (self.bounds, self.columns);
        let column = |x: i32| cell(x, bounds.left, columns);
        let row = |y: i32| cell(y, bounds.top, self.rows);
        let across = column(rect.left)..=column(rect.right);
        let rows = row(rect.top)..=row(rect.bottom);
        rows.flat_map(move |row| across.clone().map(move |column| row * columns + column))
            .filter_map(|cell| usize::try_from(cell).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::{Grid, MOST, Rect, SIDE};

    #[test]
    fn what_overlaps_is_found_wherever_it_lies() {
        // Boxes of several sizes in all cells, over their edges, and far outside.
        let far = SIDE * MOST * 3;
        let ends = [-far, -5, 0, 1, SIDE - 1, SIDE, SIDE + 1, 300, far];
        let corners = || ends.into_iter().flat_map(|x| ends.map(|y| (x, y)));
        let boxes: Vec<Rect> = corners()
            .flat_map(|from| {
                [1, 7, 2 * SIDE].map(|side| Rect::new(from, (from.0 + side, from.1 + side / 2)))
            })
            .collect();
        for bounds in [Rect::new((0, 0), (400, 200)), Rect::new((0, 0), (0, 0))] {
            for rect in &boxes {
                let mut grid = Grid::over(bounds);
                grid.put(*rect);
                for other in &boxes {
                    assert_eq!(grid.overlaps(other, |_| true), rect.overlaps(other));
                    assert!(!grid.overlaps(other, |found| found != rect));
                }
            }
        }
    }
}
