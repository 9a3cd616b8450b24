//! The words over a row that has its own scale: name and detail at the left, what comes out at the
//! right. Where a row of the chart has no room for them side by side, they stand one below the
//! other in all rows, broken into lines: a figure is never cut.

use std::ops::Range;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendCoord, DrawingBackend};

use super::paint::{LINE, NAME, Pen, SMALL, Type};
use super::shape::Rect;
use super::status::SIGN;
use super::width::{css, wrap};
use super::{Measure as _, Standing, TableWidths};

/// The words of a row, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// What is measured.
    pub name: String,
    /// Where and when, or whatever else tells it from rows of the same name; may be empty.
    pub detail: String,
    /// What comes out, such as both figures or their difference.
    pub figure: String,
    /// How the row's target stands, at the row's end.
    pub standing: Option<Standing>,
}

/// In less room, in CSS pixels, the words of a row always stand one below the other.
const WIDE: u32 = 480;
/// The gap between words side by side in CSS pixels.
const GAP: f64 = 12.0;
/// From the left edge of a status' shape to its words, in CSS pixels.
const SIGNED: f64 = SIGN + 5.0;

/// How the words of a chart's rows are set. Measured by the table whatever the backend, so that
/// the height is known before there is one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heads {
    /// Of the chart, in CSS pixels.
    width: u32,
    /// Whether everything stands side by side.
    pub(super) wide: bool,
    /// The width of the column of statuses at the right, in CSS pixels: 0 without any.
    standings: f64,
}

/// The words of a row one below the other, in lines.
struct Lines {
    name: Vec<String>,
    detail: Vec<String>,
    figure: Vec<String>,
    standing: Vec<String>,
    /// Whether the figure stands at the right end of the detail's line.
    beside: bool,
}

impl Heads {
    /// For a chart so many CSS pixels wide with these heads.
    pub(super) fn of<'a>(width: u32, heads: impl Iterator<Item = &'a Head> + Clone) -> Self {
        let standings = heads.clone().filter_map(|head| head.standing.as_ref());
        let standings = standings.map(|standing| GAP + SIGNED + bold(&standing.words));
        let standings = standings.fold(0.0, f64::max);
        let mut heads = heads;
        let fits = |head: &Head| {
            let words = css(&head.name, NAME) + css(&head.detail, SMALL) + bold(&head.figure);
            words + 2.0 * GAP + standings <= f64::from(width)
        };
        Self {
            width,
            wide: width >= WIDE && heads.all(fits),
            standings,
        }
    }

    /// The height that the words of a row take, in CSS pixels.
    pub(super) fn height(self, head: &Head) -> f64 {
        if self.wide {
            return LINE + 6.0;
        }
        let lines = self.lines(head);
        let below = if lines.beside { 0 } else { lines.figure.len() };
        let all = lines.name.len() + lines.detail.len() + below + lines.standing.len();
        all as f64 * LINE + 4.0
    }

    fn lines(self, head: &Head) -> Lines {
        let room = f64::from(self.width);
        let detail = css(&head.detail, SMALL);
        Lines {
            name: broken(&head.name, room, NAME),
            detail: broken(&head.detail, room, SMALL),
            figure: broken(&head.figure, room, SMALL),
            standing: head.standing.as_ref().map_or_else(Vec::new, |standing| {
                broken(&standing.words, room - SIGNED, SMALL)
            }),
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
        let (words, sign) = if self.wide {
            let detail = place.left + pen.width(&head.name, name) + pen.px(10.0);
            let right = place.right - pen.px(self.standings);
            pen.text(&head.name, (place.left, first), HPos::Left, name);
            pen.text(&head.detail, (detail, first), HPos::Left, small);
            pen.text(&head.figure, (right, first), HPos::Right, bold);
            let words = head.standing.iter().map(|standing| standing.words.clone());
            (words.collect(), (right + pen.px(GAP), first))
        } else {
            self.stacked(pen, head, (place, first), [name, small, bold])
        };
        if let Some(standing) = &head.standing {
            let colour = tone(pen.theme.status(standing.status));
            let look = Type::of(SMALL, colour).bold();
            let middle = (sign.0 + pen.px(SIGN / 2.0), sign.1);
            pen.status(standing.status, middle, SIGN, [colour, pen.theme.paper]);
            pen.lines(&words, (sign.0 + pen.px(SIGNED), sign.1), HPos::Left, look);
        }
        Rect {
            top: place.top + pen.px(self.height(head)),
            ..place
        }
    }

    /// Writes the words one below the other, and gives the lines of the status with the place where they
    /// begin.
    fn stacked<B: DrawingBackend>(
        self,
        pen: &Pen<'_, B>,
        head: &Head,
        (place, first): (Rect, i32),
        [name, small, bold]: [Type; 3],
    ) -> (Vec<String>, BackendCoord) {
        let lines = self.lines(head);
        let below = pen.lines(&lines.name, (place.left, first), HPos::Left, name);
        let last = pen.lines(&lines.detail, (place.left, below), HPos::Left, small);
        let (at, side) = if lines.beside {
            ((place.right, below), HPos::Right)
        } else {
            ((place.left, last), HPos::Left)
        };
        let end = pen.lines(&lines.figure, at, side, bold);
        (lines.standing, (place.left, last.max(end)))
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
            standing: None,
        }
    }

    #[test]
    fn words_stand_side_by_side_only_where_those_of_all_rows_do() {
        let (short, long) = (head("1%"), head(&"预计".repeat(20)));
        assert!(Heads::of(500, [&short].into_iter()).wide);
        assert!(!Heads::of(479, [&short].into_iter()).wide);
        assert!(!Heads::of(500, [&short, &long].into_iter()).wide);
    }

    #[test]
    fn a_figure_that_has_no_room_beside_the_detail_takes_lines_of_its_own() {
        let (short, long) = (head("1%"), head(&"预计".repeat(20)));
        let heads = Heads::of(240, [&short, &long].into_iter());
        assert!((heads.height(&short) - 40.0).abs() < 1e-9);
        assert!((heads.height(&long) - 94.0).abs() < 1e-9);
        let lines = heads.lines(&long).figure;
        assert_eq!(lines.concat(), long.figure);
    }
}
