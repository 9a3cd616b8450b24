//! The words over a row that has its own scale: name and detail at the left, what comes out at the
//! right. Where a row of the chart has no room for them side by side, they stand one below the
//! other in all rows, broken into lines: a figure is never cut.

use std::ops::Range;

use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::paint::{NAME, Pen, SMALL, Type};
use super::shape::Rect;
use super::width::{css, wrap};
use super::{Measure as _, TableWidths};

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

/// In less room, in CSS pixels, the words of a row always stand one below the other.
const WIDE: u32 = 480;
/// Height of a line of words in CSS pixels, and the gap between words side by side.
pub(super) const LINE: f64 = 18.0;
const GAP: f64 = 12.0;

/// How the words of a chart's rows are set. Measured by the table whatever the backend, so that
/// the height is known before there is one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heads {
    /// Of the chart, in CSS pixels.
    width: u32,
    /// Whether everything stands side by side.
    pub(super) wide: bool,
}

/// The words of a row one below the other, in lines.
struct Lines {
    name: Vec<String>,
    detail: Vec<String>,
    figure: Vec<String>,
    /// Whether the figure stands at the right end of the detail's line.
    beside: bool,
}

impl Heads {
    /// For a chart so many CSS pixels wide with these heads.
    pub(super) fn of<'a>(width: u32, heads: impl IntoIterator<Item = &'a Head>) -> Self {
        let fits = |head: &Head| {
            let words = css(&head.name, NAME) + css(&head.detail, SMALL) + bold(&head.figure);
            words + 2.0 * GAP <= f64::from(width)
        };
        Self {
            width,
            wide: width >= WIDE && heads.into_iter().all(fits),
        }
    }

    /// The height that the words of a row take, in CSS pixels.
    pub(super) fn height(self, head: &Head) -> f64 {
        if self.wide {
            return LINE + 6.0;
        }
        let lines = self.lines(head);
        let below = if lines.beside { 0 } else { lines.figure.len() };
        (lines.name.len() + lines.detail.len() + below) as f64 * LINE + 4.0
    }

    fn lines(self, head: &Head) -> Lines {
        let room = f64::from(self.width);
        let detail = css(&head.detail, SMALL);
        Lines {
            name: broken(&head.name, room, NAME),
            detail: broken(&head.detail, room, SMALL),
            figure: broken(&head.figure, room, SMALL),
            beside: detail > 0.0 && detail + GAP + bold(&head.figure) <= room,
        }
    }

    /// Writes the words of a row and gives the place below them; `own` are the marks of the row,
    /// with which the words fade.
    pub(super) fn draw<B: DrawingBackend>(
        self,
        pen: &Pen<'_, B>,
        head: &Head,
        place: Rect,
        own: Range<usize>,
    ) -> Rect {
        let tone = |colour| pen.tone_of(colour, own.clone());
        let name = Type::of(NAME, tone(pen.theme.ink));
        let small = Type::of(SMALL, tone(pen.theme.muted));
        let bold = Type::of(SMALL, tone(pen.theme.ink)).bold();
        let first = place.top + pen.px(13.0);
        if self.wide {
            let detail = place.left + pen.width(&head.name, name) + pen.px(10.0);
            pen.text(&head.name, (place.left, first), HPos::Left, name);
            pen.text(&head.detail, (detail, first), HPos::Left, small);
            pen.text(&head.figure, (place.right, first), HPos::Right, bold);
        } else {
            let Lines {
                name: names,
                detail,
                figure,
                beside,
            } = self.lines(head);
            let below = pen.lines(&names, (place.left, first), HPos::Left, name);
            let last = pen.lines(&detail, (place.left, below), HPos::Left, small);
            let (at, side) = if beside {
                ((place.right, below), HPos::Right)
            } else {
                ((place.left, last), HPos::Left)
            };
            pen.lines(&figure, at, side, bold);
        }
        Rect {
            top: place.top + pen.px(self.height(head)),
            ..place
        }
    }
}

/// The width of a figure, which is bold and small.
pub(super) fn bold(text: &str) -> f64 {
    TableWidths.width(text, "", SMALL, true)
}

/// A text in lines no wider than a room in CSS pixels, with room for bold letters.
pub(super) fn broken(text: &str, room: f64, size: f64) -> Vec<String> {
    let width = |text: &str| TableWidths.width(text, "", size, true).ceil() as i32;
    wrap(text, room as i32, width)
}

#[cfg(test)]
mod tests {
    use super::{Head, Heads};

    fn head(figure: &str) -> Head {
        Head {
            name: "地区生产总值".to_owned(),
            detail: "武昌区 · 2020年".to_owned(),
            figure: figure.to_owned(),
        }
    }

    #[test]
    fn words_stand_side_by_side_only_where_those_of_all_rows_do() {
        let (short, long) = (head("1%"), head(&"预计".repeat(20)));
        assert!(Heads::of(500, [&short]).wide);
        assert!(!Heads::of(479, [&short]).wide);
        assert!(!Heads::of(500, [&short, &long]).wide);
    }

    #[test]
    fn a_figure_that_has_no_room_beside_the_detail_takes_lines_of_its_own() {
        let (short, long) = (head("1%"), head(&"预计".repeat(20)));
        let heads = Heads::of(240, [&short, &long]);
        assert!((heads.height(&short) - 40.0).abs() < 1e-9);
        assert!((heads.height(&long) - 94.0).abs() < 1e-9);
        let lines = heads.lines(&long).figure;
        assert_eq!(lines.concat(), long.figure);
    }
}
