//! Where the rows of a chart stand.

use plotters_backend::DrawingBackend;

use super::paint::Pen;
use super::shape::Rect;

/// The height of a chart of such rows, all in CSS pixels; without rows there is a sentence.
pub(super) fn height(heights: impl Iterator<Item = f64>) -> u32 {
    let all: f64 = heights.sum();
    if all > 0.0 { all.ceil() as u32 } else { 120 }
}

/// Rows of the given heights one below the other from `top`, all in CSS pixels, over the whole
/// width. Each edge is rounded to device pixels where it stands: were the heights rounded, the
/// last rows would find no room where a CSS pixel is no whole number of device pixels. Rows that
/// do find none are left out, but never the first.
pub(super) fn places<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    top: f64,
    heights: impl IntoIterator<Item = f64>,
) -> Vec<Rect> {
    // A canvas is a whole number of CSS pixels high, which large text may cut short.
    let last = pen.page.height() + pen.px(2.0);
    let mut places: Vec<Rect> = Vec::new();
    let mut top = top;
    for height in heights {
        let bottom = top + height;
        let place = Rect::new((0, pen.px(top)), (pen.page.right, pen.px(bottom)));
        if place.bottom > last && !places.is_empty() {
            break;
        }
        places.push(place);
        top = bottom;
    }
    places
}
