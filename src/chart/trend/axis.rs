//! The frame of a trend: how much room names and axes take, and the grid.

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::{Ranged as _, ValueFormatter as _};
use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::model::Ends;
use super::{Pen, Rect, Trend};
use crate::chart::paint::{SMALL, Type};
use crate::chart::scale::Scale;
use crate::chart::years::Years;

/// The widest that a year is drawn, in CSS pixels.
const WIDEST: f64 = 200.0;

/// The coordinate system of a trend and the box that it fills.
pub(super) struct Axes {
    pub(super) coord: Cartesian2d<Years, Scale>,
    /// Inside the axes, in device pixels.
    pub(super) plot: Rect,
    /// Whether there is room for the numbers of the value axis.
    numbers: bool,
}

impl Axes {
    /// Fits the axes around the figures, leaving room above, in device pixels.
    pub(super) fn around<B: DrawingBackend>(
        pen: &Pen<'_, B>,
        ends: Ends,
        chart: &Trend,
        above: i32,
    ) -> Self {
        let top = pen.px(20.0) + above;
        let bottom = (pen.page.bottom - pen.px(26.0)).max(top);
        let most = (pen.css(bottom - top) / 40.0) as usize + 1;
        let (low, high) = ends.values;
        let scale = Scale::around([low, high], chart.zero, most.clamp(3, 5));
        let scale = scale.with_digits(chart.digits);
        let small = Type::of(SMALL, pen.theme.muted);
        let mut widest = 0;
        for tick in scale.ticks() {
            widest = widest.max(pen.width(&scale.format_ext(&tick), small));
        }
        let numbers = widest <= pen.page.width() * 2 / 5;
        let left = if numbers { widest + pen.px(10.0) } else { 0 };
        let right = (pen.page.right - pen.px(2.0)).max(left);
        let plot = Rect::new((left, top), (right, bottom));
        let years = Years::around(ends.times, plot.width(), pen.px(WIDEST));
        let pixels = (plot.left..plot.right, plot.bottom..plot.top);
        Self {
            coord: Cartesian2d::new(years, scale, pixels),
            plot,
            numbers,
        }
    }

    pub(super) fn draw<B: DrawingBackend>(&self, pen: &Pen<'_, B>) {
        self.grid(pen);
        self.years(pen);
    }

    /// Light level lines with their numbers; the one at zero is darker.
    fn grid<B: DrawingBackend>(&self, pen: &Pen<'_, B>) {
        let (scale, theme) = (self.coord.y_spec(), pen.theme);
        let small = Type::of(SMALL, theme.muted);
        let ends = (self.plot.left, self.plot.right);
        for tick in scale.key_points(5) {
            let y = scale.map(&tick, (self.plot.bottom, self.plot.top));
            let number = scale.format_ext(&tick);
            let colour = if number == "0" {
                theme.muted
            } else {
                theme.line
            };
            pen.level(ends, y, theme.hair(), None, colour);
            if self.numbers {
                let at = (self.plot.left - pen.px(8.0), y);
                pen.text(&number, at, HPos::Right, small);
            }
        }
    }

    /// The years' names under the plot, and a tick where one year ends and the next starts.
    fn years<B: DrawingBackend>(&self, pen: &Pen<'_, B>) {
        let (years, theme) = (self.coord.x_spec(), pen.theme);
        let small = Type::of(SMALL, theme.muted);
        let ends = (self.plot.left, self.plot.right);
        if years.band(self.plot.width()) >= pen.px(8.0) {
            let height = (self.plot.bottom, self.plot.bottom + pen.px(5.0));
            for border in years.borders() {
                pen.upright(years.map(&border, ends), height, theme.hair(), theme.line);
            }
        }
        let room = pen.width("0000", small) + pen.px(12.0);
        let most = self.plot.width() / room.max(1);
        let y = self.plot.bottom + pen.px(15.0);
        for middle in years.key_points(usize::try_from(most).unwrap_or(0)) {
            let name = years.format_ext(&middle);
            let x = years.map(&middle, ends);
            let place = Rect::around((x, y), pen.width(&name, small), 0);
            let (x, _) = place.moved_between(0, pen.page.right).middle();
            pen.text(&name, (x, y), HPos::Center, small);
        }
    }
}
