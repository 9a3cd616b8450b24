//! How a target stands, as a shape: the same drawings as beside words in the page, for no colour says
//! anything alone.

use plotters::element::Circle;
use plotters_backend::{BackendCoord, DrawingBackend};

use super::paint::Pen;
use super::shape::{Rect, Shape};
use super::{Colour, Theme};
use crate::assess::Status;

/// How a target stands, as it is said beside its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The status, which has a shape and a colour.
    pub status: Status,
    /// The status in the reader's language, with what must be known beside it.
    pub words: String,
}

/// The width and height of a shape beside words, in CSS pixels.
pub(super) const SIGN: f64 = 10.0;

/// The field that the shapes are drawn on is so many units wide and high.
const FIELD: f64 = 12.0;
/// The radius of circles, and the width of lines, in units of the field.
const RADIUS: f64 = 5.5;
const LINE: f64 = 1.8;

impl Theme {
    /// The colour of a status, shared by what a reader acts on alike.
    #[must_use]
    pub fn status(&self, status: Status) -> Colour {
        let [met, pace, warn, behind, missed] = self.statuses;
        match status {
            Status::Met | Status::MetEarly | Status::ReportedMet => met,
            Status::Ahead => self.accent,
            Status::OnPace => pace,
            Status::SlightlyBehind => warn,
            Status::Behind => behind,
            Status::Missed | Status::Reversing => missed,
            Status::Awaiting | Status::NotAssessable => self.muted,
        }
    }
}

impl<B: DrawingBackend> Pen<'_, B> {
    /// The shape of a status around a middle, `size` CSS pixels wide and high, in a colour on a ground.
    pub(super) fn status(
        &self,
        status: Status,
        middle: BackendCoord,
        size: f64,
        [colour, ground]: [Colour; 2],
    ) {
        let unit = size / FIELD;
        let at = |x: f64, y: f64| {
            let part = |from: f64| self.px((from - FIELD / 2.0) * unit);
            (middle.0 + part(x), middle.1 + part(y))
        };
        let disc = |radius: f64, colour: Colour| {
            let radius = self.px(radius * unit).max(1);
            self.draw(&Circle::new(middle, radius, colour.fill()));
        };
        let ring = || {
            disc(RADIUS, colour);
            disc(RADIUS - LINE, ground);
        };
        let shape = |corners: &[(f64, f64)], colour: Colour| {
            let corners = corners.iter().map(|(x, y)| at(*x, *y));
            self.polygon(corners.collect(), colour);
        };
        match status {
            Status::Met => disc(RADIUS, colour),
            Status::MetEarly => {
                ring();
                disc(2.6, colour);
            }
            Status::ReportedMet => {
                ring();
                let radius = self.px(RADIUS * unit).max(1);
                let mut half = Shape::Circle.outline(middle, radius);
                half.retain(|(x, _)| *x >= middle.0);
                self.polygon(half, colour);
            }
            Status::Ahead => shape(&[(6.0, 1.0), (11.0, 11.0), (1.0, 11.0)], colour),
            Status::OnPace => shape(&[(6.0, 0.5), (11.5, 6.0), (6.0, 11.5), (0.5, 6.0)], colour),
            Status::SlightlyBehind => {
                shape(&[(0.5, 1.0), (11.5, 1.0), (6.0, 12.0)], colour);
                shape(&[(3.4, 2.8), (8.6, 2.8), (6.0, 8.0)], ground);
            }
            Status::Behind => shape(&[(1.0, 1.0), (11.0, 1.0), (6.0, 11.0)], colour),
            Status::Reversing => shape(&[(11.0, 1.0), (11.0, 11.0), (1.0, 6.0)], colour),
            Status::Missed => self.fill(Rect::new(at(1.0, 1.0), at(11.0, 11.0)), colour),
            Status::Awaiting => ring(),
            Status::NotAssessable => {
                let (thick, (left, y)) = (self.px(LINE * unit).max(1), at(1.5, 6.0));
                self.level((left, at(10.5, 6.0).0), y, thick, None, colour);
            }
        }
    }
}
