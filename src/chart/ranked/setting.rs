//! How much room the words of a ranking take.

use super::{Bar, Row};
use crate::chart::heads;
use crate::chart::paint::{NAME, SMALL};

/// From here on, in CSS pixels, names stand left of their bars; in less room above them.
const WIDE: u32 = 480;

/// How the words of the rows are set: measured by the table whatever the backend, so that the height is
/// known before there is one. A figure is never cut.
pub(super) struct Setting {
    /// Of the chart, in CSS pixels.
    pub(super) width: u32,
    /// Whether names stand left of their bars; otherwise above.
    pub(super) wide: bool,
    /// Whether figures stand at the ends of their bars; otherwise above.
    pub(super) beside: bool,
    /// Height of a row in CSS pixels where names stand left.
    pub(super) pitch: f64,
}

impl Setting {
    pub(super) fn of(rows: &[Row<'_>], width: u32) -> Self {
        let bars = || rows.iter().filter_map(Row::bar);
        let figures = bars().map(|(bar, _)| heads::bold(&bar.figure) + 8.0);
        let widest = figures.fold(0.0, f64::max);
        // Two fifths of what names leave, which is at least three fifths.
        let wide = width >= WIDE && widest <= f64::from(width) * 0.23;
        let details = bars().any(|(bar, _)| !bar.detail.is_empty());
        Self {
            width,
            wide,
            beside: widest <= f64::from(width) * 0.4,
            pitch: if details { 44.0 } else { 36.0 },
        }
    }

    /// The lines above a bar: of its name, of the detail, and of a figure that is not beside it.
    pub(super) fn lines(&self, bar: &Bar) -> (Vec<String>, Vec<String>, Vec<String>) {
        let room = f64::from(self.width);
        let figure = if self.beside {
            Vec::new()
        } else {
            heads::broken(&bar.figure, room, SMALL)
        };
        let mut name = heads::broken(&bar.name, room, NAME);
        // A bar keeps its distance also without a name.
        if name.is_empty() {
            name.push(String::new());
        }
        (name, heads::broken(&bar.detail, room, SMALL), figure)
    }
}
