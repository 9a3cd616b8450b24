//! What signs mean, above a plot: each before its name, side by side in as many lines as it takes.

use super::paint::SMALL;
use super::width::css;

/// Height of a line in CSS pixels.
pub(super) const LINE: f64 = 20.0;
/// From a sign to its name, and from there to the next sign, in CSS pixels.
pub(super) const GAPS: [f64; 2] = [6.0, 16.0];

/// Where each entry begins: its left edge in CSS pixels, and its line. `sign` is the width of what
/// stands before the names. Measured by the table whatever the backend, so that the height is
/// known before there is one.
pub(super) fn places<'a>(
    names: impl IntoIterator<Item = &'a str>,
    sign: f64,
    width: u32,
) -> Vec<(f64, f64)> {
    let [before, after] = GAPS;
    let (mut left, mut line) = (0.0, 0.0);
    let place = |name| {
        let size = sign + before + css(name, SMALL);
        if left > 0.0 && left + size > f64::from(width) {
            (left, line) = (0.0, line + 1.0);
        }
        let at = (left, line);
        left += size + after;
        at
    };
    names.into_iter().map(place).collect()
}

/// The height of the lines in CSS pixels.
pub(super) fn height(places: &[(f64, f64)]) -> f64 {
    places.last().map_or(0.0, |(_, line)| (line + 1.0) * LINE)
}
