//! The words over a row that has its own scale: name and detail at the left, what comes out at the
//! right. In little room the name has a line of its own.

use std::ops::Range;

use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::ChartError;
use super::paint::{NAME, Pen, SMALL, Type};
use super::shape::Rect;

/// The words of a row, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// What is measured.
    pub name: String,
    /// Where and when, or whatever else tells it from rows of the same name; may be empty.
    pub detail: String,
    /// What comes out, such as both figures or their difference.
    pub figure: String,
}

/// From here on, in CSS pixels, all words of a row stand on one line.
const WIDE: f64 = 480.0;
/// Height of a line of words in CSS pixels.
const LINE: f64 = 20.0;

/// How the heads of a chart's rows are set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heads {
    wide: bool,
}

impl Heads {
    /// For a chart so many CSS pixels wide.
    pub(super) fn of(width: u32) -> Self {
        Self {
            wide: f64::from(width) >= WIDE,
        }
    }

    /// For the page of a pen.
    pub(super) fn on<B: DrawingBackend>(pen: &Pen<'_, B>) -> Self {
        Self {
            wide: pen.css(pen.page.width()) >= WIDE,
        }
    }

    /// The height that the words take, in CSS pixels.
    pub(super) fn height(self) -> f64 {
        if self.wide { LINE + 4.0 } else { 2.0 * LINE }
    }

    /// Writes the words of a row; `own` are the marks of the row, with which they fade.
    pub(super) fn draw<B: DrawingBackend>(
        self,
        pen: &Pen<'_, B>,
        head: &Head,
        place: Rect,
        own: Range<usize>,
    ) -> Result<(), ChartError> {
        let tone = |colour| pen.tone_of(colour, own.clone());
        let name = Type::of(NAME, tone(pen.theme.ink));
        let small = Type::of(SMALL, tone(pen.theme.muted));
        let bold = Type::of(SMALL, tone(pen.theme.ink)).bold();
        let (gap, width) = (pen.px(10.0), place.width());
        let first = place.top + pen.px(13.0);
        let second = if self.wide {
            first
        } else {
            first + pen.px(LINE - 2.0)
        };
        let figure = pen.fit(&head.figure, width * 3 / 5, bold)?;
        pen.text(&figure, (place.right, second), HPos::Right, bold)?;
        let left_of_figure = width - pen.width(&figure, bold)? - gap;
        let room = if self.wide { left_of_figure } else { width };
        let title = pen.fit(&head.name, room, name)?;
        pen.text(&title, (place.left, first), HPos::Left, name)?;
        let left = if self.wide {
            place.left + pen.width(&title, name)? + gap
        } else {
            place.left
        };
        let detail = pen.fit(&head.detail, left_of_figure - left + place.left, small)?;
        pen.text(&detail, (left, second), HPos::Left, small)
    }
}
