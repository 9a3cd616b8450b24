//! What a figure is shows in how its mark is filled: solid, hatched, outlined,
//! dashed; the marker of a target has a dot in its ring.

use plotters::element::{Circle, Polygon};
use plotters_backend::{BackendCoord, DrawingBackend};

use super::paint::Pen;
use super::shape::{Rect, Shape, stripes};
use super::{Colour, Look};

/// Radius of a marker in CSS pixels.
pub(super) const MARKER: f64 = 4.5;

impl<B: DrawingBackend> Pen<'_, B> {
    /// A bar from zero to a value. A promise is a dashed line with a tick at the value's end,
    /// which is the left one where `leftward`.
    pub(super) fn bar(&self, rect: Rect, look: Look, leftward: bool, colour: Colour) {
        let thick = self.px(1.5).max(1);
        match look {
            Look::Actual => self.fill(rect, colour),
            Look::Estimate => {
                self.fill(rect, colour.mix(self.theme.paper, 0.8));
                self.hatch(&rect.corners(), (6.0, 2.5), colour);
                self.frame(rect, self.theme.hair(), colour);
            }
            Look::ToDate => self.frame(rect, thick, colour),
            Look::Target => {
                let (_, y) = rect.middle();
                let ends = (rect.left, rect.right);
                self.level(ends, y, thick, Some((5.0, 3.0)), colour);
                let end = if leftward { rect.left } else { rect.right };
                let height = (rect.top, rect.bottom);
                self.upright(end, height, self.px(2.0).max(1), colour);
            }
        }
    }

    /// The marker of a figure.
    pub(super) fn marker(&self, shape: Shape, middle: BackendCoord, look: Look, colour: Colour) {
        let paper = self.theme.paper;
        let radius = self.px(MARKER);
        let inner = radius - self.px(1.5).max(1);
        // A rim of paper parts the marker from lines that pass under it.
        self.blob(shape, middle, radius + self.px(1.5), paper);
        self.blob(shape, middle, radius, colour);
        match look {
            Look::Actual => {}
            Look::ToDate => self.blob(shape, middle, inner, paper),
            Look::Target => {
                self.blob(shape, middle, inner, paper);
                self.blob(Shape::Circle, middle, self.px(1.5).max(1), colour);
            }
            Look::Estimate => {
                self.blob(shape, middle, inner, paper);
                self.hatch(&shape.outline(middle, inner), (3.6, 1.6), colour);
            }
        }
    }

    /// Stripes over a convex outline: their pitch and width along the edge in CSS pixels.
    fn hatch(&self, outline: &[BackendCoord], (pitch, thick): (f64, f64), colour: Colour) {
        for stripe in stripes(outline, self.px(pitch), self.px(thick).max(1)) {
            self.polygon(stripe, colour);
        }
    }

    /// A filled outline.
    pub(super) fn polygon(&self, outline: Vec<BackendCoord>, colour: Colour) {
        self.draw(&Polygon::new(outline, colour.fill()));
    }

    /// A shape of one colour.
    pub(super) fn blob(&self, shape: Shape, middle: BackendCoord, radius: i32, colour: Colour) {
        if shape == Shape::Circle {
            self.draw(&Circle::new(middle, radius, colour.fill()));
        } else {
            self.polygon(shape.outline(middle, radius), colour);
        }
    }
}
