//! One segment of a row: its shade, and what stands in it or, where it is too short, behind the row.

use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::Segment;
use crate::assess::Status;
use crate::chart::paint::{Pen, SMALL, Type};
use crate::chart::shape::Rect;
use crate::chart::status::SIGN;
use crate::chart::{Colour, HitMap, Look};

/// Height of a bar in CSS pixels.
const BAR: f64 = 18.0;
/// From a shape to its count, and around both, in CSS pixels.
const GAP: f64 = 4.0;
/// Before a shape at the end of a row, in CSS pixels.
const OUTSIDE: f64 = 10.0;

/// How a segment is filled: as a figure of its kind would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// As a bar of this look; of targets, which have no bar, a pale one in a thin frame.
    Look(Look),
    /// Pale: what stands in the background.
    Background,
    /// In the colour of a status, with its shape; pale where nothing is decided.
    Status(Status),
}

impl Shade {
    pub(super) fn status(self) -> Option<Status> {
        match self {
            Self::Status(status) => Some(status),
            Self::Look(_) | Self::Background => None,
        }
    }

    /// Whether it is filled so that words in it have the colour of paper.
    pub(super) fn is_solid(self) -> bool {
        match self {
            Self::Look(look) => look == Look::Actual,
            Self::Background => false,
            Self::Status(status) => status.is_on_track().is_some(),
        }
    }
}

/// A box in a shade, whose colours may be faded.
pub(super) fn fill<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    rect: Rect,
    shade: Shade,
    tone: &dyn Fn(Colour) -> Colour,
) {
    let (accent, ink) = (tone(pen.theme.accent), tone(pen.theme.ink));
    let pale = |share| pen.fill(rect, ink.mix(pen.theme.paper, share));
    match shade {
        Shade::Look(Look::Target) => {
            pale(0.9);
            pen.frame(rect, pen.theme.hair(), ink.mix(pen.theme.paper, 0.4));
        }
        Shade::Look(look) => pen.bar(rect, look, false, accent),
        Shade::Background => pale(0.7),
        Shade::Status(status) if shade.is_solid() => {
            pen.fill(rect, tone(pen.theme.status(status)));
        }
        Shade::Status(status) => {
            pale(0.9);
            pen.frame(rect, pen.theme.hair(), tone(pen.theme.status(status)));
        }
    }
}

/// A segment from edge to edge, with its count inside where it fits; gives its box.
pub(super) fn draw_segment<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    segment: &Segment,
    (left, right): (i32, i32),
    middle: i32,
    hits: &mut HitMap,
) -> Rect {
    let (theme, mark) = (pen.theme, hits.marks.len());
    let half = pen.px(BAR) / 2;
    // A line of paper parts neighbours; what is shorter than it keeps a pixel.
    let end = (right - theme.hair()).max(left + 1);
    let bar = Rect::new((left, middle - half), (end, middle + half));
    let tone = |colour| pen.tone(colour, mark);
    fill(pen, bar, segment.shade, &tone);
    if pen.is_selected(mark) {
        pen.frame(bar.grown(pen.px(2.0)), pen.px(2.0).max(1), theme.ink);
    }
    inside(pen, segment, bar, &tone);
    let hit = Rect::new(
        (bar.left, middle - pen.px(12.0)),
        (bar.right, middle + pen.px(12.0)),
    );
    hits.marks.push(pen.mark(segment.point, pen.page.cut(&hit)));
    bar
}

/// The shape of a segment and its count, as much of both as fits in.
fn inside<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    segment: &Segment,
    bar: Rect,
    tone: &dyn Fn(Colour) -> Colour,
) {
    let theme = pen.theme;
    let colour = if segment.shade.is_solid() {
        theme.paper
    } else {
        tone(theme.ink)
    };
    let look = Type::of(SMALL, colour);
    let (mut room, mut middle) = (bar.width() - pen.px(2.0 * GAP), bar.middle());
    let width = pen.width(&segment.figure, look);
    if let Some(status) = segment.shade.status() {
        let sign = pen.px(SIGN);
        if is_outside(pen, segment, bar.width()) {
            return;
        }
        room -= sign + pen.px(GAP);
        let both = if width <= room {
            width + pen.px(GAP)
        } else {
            0
        };
        let ground = if segment.shade.is_solid() {
            tone(theme.status(status))
        } else {
            tone(theme.ink).mix(theme.paper, 0.9)
        };
        let at = (middle.0 - both / 2, middle.1);
        pen.status(status, at, SIGN, [colour, ground]);
        middle.0 += i32::midpoint(sign, pen.px(GAP));
    }
    if width > room {
        return;
    }
    if segment.shade == Shade::Look(Look::Estimate) {
        // Stripes would run through the number.
        let height = bar.height() - theme.hair() * 2;
        let ground = Rect::around(middle, width + pen.px(2.0 * GAP), height);
        pen.fill(ground, tone(theme.accent).mix(theme.paper, 0.8));
    }
    pen.text(&segment.figure, middle, HPos::Center, look);
}

/// The width of the shape and the count of a segment at the end of its row.
pub(super) fn outside_width<B: DrawingBackend>(pen: &Pen<'_, B>, segment: &Segment) -> i32 {
    let look = Type::of(SMALL, pen.theme.ink);
    pen.px(OUTSIDE + SIGN + GAP) + pen.width(&segment.figure, look)
}

/// Whether the shape of a status finds no room in a bar so many device pixels wide.
pub(super) fn is_outside<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    segment: &Segment,
    width: i32,
) -> bool {
    segment.shade.status().is_some() && pen.px(SIGN) > width - pen.px(2.0 * GAP)
}

/// A shape and a count behind a row, from an edge on; gives the edge after them, or none where there is
/// no room.
pub(super) fn behind<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    segment: &Segment,
    (left, middle): (i32, i32),
    (tone, look): (&dyn Fn(Colour) -> Colour, Type),
) -> Option<i32> {
    let right = left + outside_width(pen, segment);
    let status = segment.shade.status().filter(|_| right <= pen.page.right)?;
    let sign = left + pen.px(OUTSIDE + SIGN / 2.0);
    let colours = [tone(pen.theme.status(status)), pen.theme.paper];
    pen.status(status, (sign, middle), SIGN, colours);
    pen.text(&segment.figure, (right, middle), HPos::Right, look);
    Some(right)
}
