//! Shapes in device pixels: boxes, markers and hatching. Pure geometry, no drawing.

use plotters_backend::BackendCoord;

/// A box in device pixels; `right` and `bottom` are just outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rect {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Rect {
    /// The box between two corners, whichever way round they come.
    pub(super) fn new(a: BackendCoord, b: BackendCoord) -> Self {
        Self {
            left: a.0.min(b.0),
            top: a.1.min(b.1),
            right: a.0.max(b.0),
            bottom: a.1.max(b.1),
        }
    }

    /// The box of a size around a middle.
    pub(super) fn around((x, y): BackendCoord, width: i32, height: i32) -> Self {
        let (left, top) = (x - width / 2, y - height / 2);
        Self::new((left, top), (left + width, top + height))
    }

    pub(super) fn width(&self) -> i32 {
        self.right - self.left
    }

    pub(super) fn height(&self) -> i32 {
        self.bottom - self.top
    }

    pub(super) fn middle(&self) -> BackendCoord {
        (self.left + self.width() / 2, self.top + self.height() / 2)
    }

    /// Larger by `by` on every side; smaller, but never inside out, where `by` is negative.
    pub(super) fn grown(&self, by: i32) -> Self {
        let (x, y) = self.middle();
        Self {
            left: (self.left - by).min(x),
            top: (self.top - by).min(y),
            right: (self.right + by).max(x),
            bottom: (self.bottom + by).max(y),
        }
    }

    /// The smallest box around both.
    pub(super) fn with(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The part of another box that lies in this one.
    pub(super) fn cut(&self, other: &Self) -> Self {
        let x = |x: i32| x.max(self.left).min(self.right);
        let y = |y: i32| y.max(self.top).min(self.bottom);
        Self {
            left: x(other.left),
            top: y(other.top),
            right: x(other.right),
            bottom: y(other.bottom),
        }
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub(super) fn holds(&self, other: &Self) -> bool {
        self.with(other) == *self
    }

    /// Moved sideways as little as puts it between two edges.
    pub(super) fn moved_between(&self, left: i32, right: i32) -> Self {
        let by = (right - self.right).min(0).max(left - self.left);
        Self {
            left: self.left + by,
            right: self.right + by,
            ..*self
        }
    }

    pub(super) fn corners(&self) -> Vec<BackendCoord> {
        vec![
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        ]
    }
}

/// The marker of a series: neighbours differ in shape as well as in colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Circle,
    Square,
    Triangle,
    Diamond,
}

impl Shape {
    /// The shape of the series at `index`. Colours repeat every four series; the shapes are moved
    /// on by one there, so that no two of sixteen series look alike.
    pub(super) fn of(index: usize) -> Self {
        match (index + index / 4) % 4 {
            0 => Self::Circle,
            1 => Self::Square,
            2 => Self::Triangle,
            _ => Self::Diamond,
        }
    }

    /// The corners of the shape around a middle. The radius is the circle's: the others are sized
    /// to look as large as it.
    pub(super) fn outline(self, (x, y): BackendCoord, radius: i32) -> Vec<BackendCoord> {
        let part = |factor: f64| (f64::from(radius) * factor).round() as i32;
        match self {
            Self::Circle => (0..24)
                .map(|step| (x + part(cosine(step)), y + part(cosine(step + 18))))
                .collect(),
            Self::Square => Rect::around((x, y), part(0.9) * 2, part(0.9) * 2).corners(),
            Self::Triangle => vec![
                (x, y - part(1.25)),
                (x + part(1.2), y + part(0.85)),
                (x - part(1.2), y + part(0.85)),
            ],
            Self::Diamond => vec![
                (x, y - part(1.25)),
                (x + part(1.25), y),
                (x, y + part(1.25)),
                (x - part(1.25), y),
            ],
        }
    }
}

/// The cosine of so many 24ths of a turn. Corners need no more of it, and the functions for any
/// angle are 8 KB of the program.
fn cosine(step: usize) -> f64 {
    // Of 0°, 15°, … 90°.
    const QUARTER: [f64; 7] = [
        1.0,
        0.965_925_826_289_068_3,
        0.866_025_403_784_438_6,
        std::f64::consts::FRAC_1_SQRT_2,
        0.5,
        0.258_819_045_102_520_76,
        0.0,
    ];
    let step = step % 24;
    let half = step.min(24 - step);
    let value = QUARTER
        .get(half.min(12 - half))
        .copied()
        .unwrap_or_default();
    if half > 6 { -value } else { value }
}

/// The diagonal stripes that hatch a convex outline: `thick` wide in every `pitch` pixels, both
/// counted along the edge. The stripes of neighbouring shapes line up.
pub(super) fn stripes(outline: &[BackendCoord], pitch: i32, thick: i32) -> Vec<Vec<BackendCoord>> {
    let rises = outline.iter().map(|(x, y)| x + y);
    let (Some(low), Some(high)) = (rises.clone().min(), rises.max()) else {
        return Vec::new();
    };
    let pitch = pitch.max(2);
    let starts = (low.div_euclid(pitch)..=high.div_euclid(pitch)).map(|stripe| stripe * pitch);
    starts
        .map(|start| {
            let below = cut(outline, |(x, y)| x + y - start);
            cut(&below, |(x, y)| start + thick - x - y)
        })
        .filter(|stripe| stripe.len() > 2)
        .collect()
}

/// The part of a convex outline where `depth` is not negative (Sutherland and Hodgman's
/// clipping, 1974, for one edge). `depth` must be linear.
fn cut(outline: &[BackendCoord], depth: impl Fn(BackendCoord) -> i32) -> Vec<BackendCoord> {
    let mut kept = Vec::new();
    let nexts = outline.iter().cycle().skip(1);
    for (&from, &to) in outline.iter().zip(nexts) {
        let (inside, beyond) = (depth(from), depth(to));
        if inside >= 0 {
            kept.push(from);
        }
        if (inside < 0) != (beyond < 0) {
            let share = f64::from(inside) / f64::from(inside - beyond);
            let between = |a: i32, b: i32| a + (f64::from(b - a) * share).round() as i32;
            kept.push((between(from.0, to.0), between(from.1, to.1)));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{Rect, Shape, cosine, stripes};

    #[test]
    fn the_circle_is_round() {
        for step in 0..48_u32 {
            let turn = f64::from(step) * std::f64::consts::TAU / 24.0;
            assert!((cosine(step as usize) - turn.cos()).abs() < 1e-12, "{step}");
        }
    }

    #[test]
    fn a_box_shrinks_to_its_middle_and_not_beyond() {
        let rect = Rect::new((10, 20), (0, 0));
        assert_eq!(rect.grown(2), Rect::new((-2, -2), (12, 22)));
        assert_eq!(rect.grown(-99), Rect::new((5, 10), (5, 10)));
    }

    #[test]
    fn a_box_is_moved_only_as_far_as_needed() {
        let rect = Rect::new((10, 0), (30, 5));
        assert_eq!(rect.moved_between(0, 100), rect);
        assert_eq!(rect.moved_between(0, 25).right, 25);
        assert_eq!(rect.moved_between(15, 100).left, 15);
    }

    #[test]
    fn touching_boxes_do_not_overlap() {
        let rect = Rect::new((0, 0), (10, 10));
        assert!(!rect.overlaps(&Rect::new((10, 0), (20, 10))));
        assert!(rect.overlaps(&Rect::new((9, 9), (20, 20))));
        assert!(rect.holds(&Rect::new((0, 0), (10, 5))));
    }

    #[test]
    fn sixteen_series_have_different_pairs_of_colour_and_shape() {
        let pairs: Vec<_> = (0..16).map(|index| (index % 4, Shape::of(index))).collect();
        for (index, pair) in pairs.iter().enumerate() {
            assert!(!pairs.iter().skip(index + 1).any(|other| other == pair));
        }
    }

    #[test]
    fn stripes_stay_inside_what_they_hatch() {
        let outline = Rect::new((3, 4), (40, 18)).corners();
        let stripes = stripes(&outline, 6, 3);
        assert!(stripes.len() > 5);
        for (x, y) in stripes.into_iter().flatten() {
            assert!((3..=40).contains(&x) && (4..=18).contains(&y));
        }
    }

    #[test]
    fn a_shape_without_corners_has_no_stripes() {
        assert!(stripes(&[], 6, 3).is_empty());
        assert!(stripes(&[(1, 1)], 0, 0).is_empty());
    }
}
