//! What the shapes of a coloured matrix mean, above it, and how a cell's shape is drawn.

use plotters::element::Circle;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendCoord, DrawingBackend};

use super::super::legend::{self, GAPS, LINE};
use super::super::paint::{Pen, SMALL, Type};
use super::super::status::SIGN;
use super::super::{Colour, Matrix};
use crate::assess::Status;

/// Between the key and what stands below it, in CSS pixels.
const BELOW: f64 = 10.0;
/// Radius of what stands for subjects without targets, in CSS pixels.
const DOT: f64 = 2.0;

/// Where each entry of a matrix's key begins.
fn places(chart: &Matrix, width: u32) -> Vec<(f64, f64)> {
    let names = chart.key.iter().map(|(_, name)| name.as_str());
    legend::places(names, SIGN, width)
}

/// The height of the key in CSS pixels; none where the matrix is not coloured.
pub(super) fn height(chart: &Matrix, width: f64) -> f64 {
    if chart.key.is_empty() {
        return 0.0;
    }
    legend::height(&places(chart, width as u32)) + BELOW
}

/// Draws each shape of the key before its name.
pub(super) fn draw<B: DrawingBackend>(pen: &Pen<'_, B>, chart: &Matrix) {
    let places = places(chart, pen.width_in_css());
    for ((status, name), (left, line)) in chart.key.iter().zip(places) {
        let (x, y) = (pen.px(left + SIGN / 2.0), pen.px((line + 0.5) * LINE));
        sign(pen, *status, (x, y), SIGN, pen.theme.paper);
        let at = (x + pen.px(SIGN / 2.0 + GAPS[0]), y);
        pen.text(name, at, HPos::Left, Type::of(SMALL, pen.theme.ink));
    }
}

/// The shape of a status, or a dot for subjects without targets, on a ground.
pub(super) fn sign<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    status: Option<Status>,
    at: BackendCoord,
    size: f64,
    ground: Colour,
) {
    if let Some(status) = status {
        pen.status(status, at, size, [pen.theme.status(status), ground]);
    } else {
        let radius = pen.px(DOT).max(1);
        pen.draw(&Circle::new(at, radius, pen.theme.muted.fill()));
    }
}
