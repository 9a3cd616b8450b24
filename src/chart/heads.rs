//! The words over a row that has its own scale: name and detail at the left, what comes out at the
//! right. In little room the name has a line of its own.

use std::ops::Range;

use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::ChartError;
use super::paint::{NAME, Pen, SMALL, Type};
use super::rows;
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
const WIDE: u32 = 480;
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
            wide: width >= WIDE,
        }
    }

    /// For the page of a pen.
    pub(super) fn on<B: DrawingBackend>(pen: &Pen<'_, B>) -> Self {
        Self::of(pen.width_in_css())
    }

    /// The height of a chart of so many rows, of which each is `row` high below its words; all in
    /// CSS pixels. Without rows there is a sentence.
    pub(super) fn all(self, rows: usize, row: f64) -> u32 {
        match rows {
            0 => 120,
            rows => (rows as f64 * (self.height() + row)).ceil() as u32,
        }
    }

    /// Where so many such rows stand; those that find no room are left out.
    pub(super) fn places<B: DrawingBackend>(
        self,
        pen: &Pen<'_, B>,
        rows: usize,
        row: f64,
    ) -> Vec<Rect> {
        let heights = std::iter::repeat_n(self.height() + row, rows);
        rows::places(pen, 0.0, heights)
    }

    /// The height that the words take, in CSS pixels.
    fn height(self) -> f64 {
        if self.wide { LINE + 4.0 } else { 2.0 * LINE }
    }

    /// Writes the words of a row and gives the place below them; `own` are the marks of the row,
    /// with which the words fade.
    pub(super) fn draw<B: DrawingBackend>(
        self,
        pen: &Pen<'_, B>,
        head: &Head,
        place: Rect,
        own: Range<usize>,
    ) -> Result<Rect, ChartError> {
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
        // A detail that is cut tells nothing; the tip and the table have it.
        let room = left_of_figure - left + place.left;
        if pen.width(&head.detail, small)? <= room {
            pen.text(&head.detail, (left, second), HPos::Left, small)?;
        }
        Ok(Rect {
            top: place.top + pen.px(self.height()),
            ..place
        })
    }
}
