//! The pen: every stroke of every chart goes through here, in whole device pixels.
//!
//! Level and upright lines are filled boxes, not strokes: a stroke on whole pixels lies half on
//! each of two pixel rows, and the backends correct that differently.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{DashedPathElement, Drawable, PathElement, PointCollection, Rectangle};
use plotters::style::{Color as _, FontDesc, FontFamily, FontStyle, TextStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendCoord, DrawingBackend};

use super::shape::Rect;
use super::{ChartError, Colour, HitMap, Mark, Theme, width};

/// Names: rows, series.
pub(super) const NAME: f64 = 13.0;
/// Everything else, and the smallest text there is.
pub(super) const SMALL: f64 = 12.0;
/// Height of a line of words in CSS pixels.
pub(super) const LINE: f64 = 18.0;

/// How text looks; the size is in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) colour: Colour,
}

impl Type {
    pub(super) fn of(size: f64, colour: Colour) -> Self {
        Self {
            size,
            bold: false,
            colour,
        }
    }

    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }
}

/// Dashes of a line in CSS pixels: drawn, left out. None is a solid line.
pub(super) type Dashes = Option<(f64, f64)>;

/// Draws on an area with a theme. Points are device pixels from the area's upper left corner.
pub(super) struct Pen<'a, B: DrawingBackend> {
    pub(super) area: &'a DrawingArea<B, Shift>,
    pub(super) theme: &'a Theme,
    /// The whole area.
    pub(super) page: Rect,
    selected: Option<usize>,
    /// The styles of words that were asked for: plotters copies the names of the fonts for each that it makes.
    styles: RefCell<Vec<(Type, TextStyle<'a>)>>,
    /// What the backend refused first: nothing comes of drawing on, and nothing is lost by it.
    refused: Cell<Option<ChartError>>,
}

impl<'a, B: DrawingBackend> Pen<'a, B> {
    /// A pen on an area that it has covered with paper, for a chart of so many marks.
    pub(super) fn new(area: &'a DrawingArea<B, Shift>, theme: &'a Theme, marks: usize) -> Self {
        let refused = area.fill(&theme.paper.rgb()).err().map(ChartError::from);
        let (width, height) = area.dim_in_pixel();
        let whole = |size: u32| i32::try_from(size).unwrap_or(0);
        Self {
            area,
            theme,
            page: Rect::new((0, 0), (whole(width), whole(height))),
            // A selection left over from another chart must not fade the whole of this one.
            selected: theme.selected.filter(|index| *index < marks),
            styles: RefCell::default(),
            refused: Cell::new(refused),
        }
    }

    /// The hit map of a chart that is drawn.
    ///
    /// # Errors
    /// What the backend refused first.
    pub(super) fn done(&self, marks: Vec<Mark>) -> Result<HitMap, ChartError> {
        match self.refused.take() {
            Some(refused) => Err(refused),
            None => Ok(HitMap { marks }),
        }
    }

    /// Draws a shape of plotters'.
    pub(super) fn draw<E>(&self, shape: &E)
    where
        for<'e> &'e E: PointCollection<'e, BackendCoord>,
        E: Drawable<B>,
    {
        self.keep(self.area.draw(shape));
    }

    fn keep(&self, done: Result<(), DrawingAreaErrorKind<B::ErrorType>>) {
        if let Err(error) = done {
            let first = self.refused.take().unwrap_or_else(|| error.into());
            self.refused.set(Some(first));
        }
    }

    /// A length in CSS pixels as device pixels.
    pub(super) fn px(&self, css: f64) -> i32 {
        self.theme.px(css)
    }

    /// A width in device pixels as CSS pixels of the chart, which large text leaves fewer of.
    pub(super) fn css(&self, device: i32) -> f64 {
        f64::from(device) / self.theme.scale()
    }

    /// The width of the page in CSS pixels of the chart: the one that its height was asked for.
    pub(super) fn width_in_css(&self) -> u32 {
        self.theme.width(self.page.width())
    }

    pub(super) fn is_selected(&self, mark: usize) -> bool {
        self.selected == Some(mark)
    }

    /// The colour of a mark: faded while another one is selected.
    pub(super) fn tone(&self, colour: Colour, mark: usize) -> Colour {
        match self.selected {
            Some(selected) if selected != mark => colour.mix(self.theme.paper, 0.65),
            _ => colour,
        }
    }

    /// The colour of what belongs to no single mark: faded while any mark is selected.
    pub(super) fn quiet(&self, colour: Colour) -> Colour {
        self.tone(colour, usize::MAX)
    }

    /// The colour of what belongs to several marks: faded while another one is selected.
    pub(super) fn tone_of(&self, colour: Colour, marks: Range<usize>) -> Colour {
        match self.selected {
            Some(selected) if marks.contains(&selected) => colour,
            _ => self.quiet(colour),
        }
    }

    /// The place of a point, for the hit map.
    pub(super) fn mark(&self, point: u32, rect: Rect) -> Mark {
        Mark {
            point,
            x: self.theme.css(rect.left),
            y: self.theme.css(rect.top),
            width: self.theme.css(rect.width()),
            height: self.theme.css(rect.height()),
        }
    }

    /// A filled box. What lies outside the area is cut off.
    pub(super) fn fill(&self, rect: Rect, colour: Colour) {
        if rect.width() > 0 && rect.height() > 0 {
            let corners = [(rect.left, rect.top), (rect.right, rect.bottom)];
            self.draw(&Rectangle::new(corners, colour.fill()));
        }
    }

    /// The frame of a box, `thick` device pixels wide, inside its edges.
    pub(super) fn frame(&self, rect: Rect, thick: i32, colour: Colour) {
        let inner = rect.grown(-thick);
        let sides = [
            Rect {
                bottom: inner.top,
                ..rect
            },
            Rect {
                top: inner.bottom,
                ..rect
            },
            Rect {
                right: inner.left,
                ..rect
            },
            Rect {
                left: inner.right,
                ..rect
            },
        ];
        for side in sides {
            self.fill(side, colour);
        }
    }

    /// A level line from `from` to `to`, `thick` device pixels around `y`.
    pub(super) fn level(
        &self,
        (from, to): (i32, i32),
        y: i32,
        thick: i32,
        dashes: Dashes,
        colour: Colour,
    ) {
        let top = y - thick / 2;
        let (dash, gap) = match dashes {
            Some((dash, gap)) => (self.px(dash).max(1), self.px(gap).max(1)),
            None => ((to - from).max(1), 1),
        };
        let every = usize::try_from(dash + gap).unwrap_or(1);
        for start in (from..to).step_by(every) {
            let end = (start + dash).min(to);
            self.fill(Rect::new((start, top), (end, top + thick)), colour);
        }
    }

    /// An upright line from `top` to `bottom`, `thick` device pixels around `x`.
    pub(super) fn upright(&self, x: i32, (top, bottom): (i32, i32), thick: i32, colour: Colour) {
        let left = x - thick / 2;
        self.fill(Rect::new((left, top), (left + thick, bottom)), colour);
    }

    /// A thin dashed upright line.
    pub(super) fn dashed_upright(&self, x: i32, (top, bottom): (i32, i32), colour: Colour) {
        let (dash, every) = (self.px(3.0).max(1), self.px(6.0).max(2));
        let mut start = top;
        while start < bottom {
            let piece = (start, (start + dash).min(bottom));
            self.upright(x, piece, self.theme.hair(), colour);
            start += every;
        }
    }

    /// A straight line at any angle, 2 CSS pixels wide.
    pub(super) fn slope(
        &self,
        from: BackendCoord,
        to: BackendCoord,
        dashes: Dashes,
        colour: Colour,
    ) {
        let thick = u32::try_from(self.px(2.0)).unwrap_or(1).max(1);
        let style = colour.rgb().stroke_width(thick);
        let points = vec![from, to];
        match dashes {
            None => self.draw(&PathElement::new(points, style)),
            Some((dash, gap)) => {
                let (dash, gap) = (self.px(dash).max(1), self.px(gap).max(1));
                let path = DashedPathElement::new(points, dash, gap, style);
                self.draw(&path);
            }
        }
    }

    /// A line through many points, 2 CSS pixels wide.
    pub(super) fn path(&self, points: Vec<BackendCoord>, colour: Colour) {
        let thick = u32::try_from(self.px(2.0)).unwrap_or(1).max(1);
        self.draw(&PathElement::new(points, colour.rgb().stroke_width(thick)));
    }

    /// One line of text; `y` is its middle.
    pub(super) fn text(&self, text: &str, at: BackendCoord, side: HPos, look: Type) {
        if !text.is_empty() {
            let drawn = self.styled(look, |style| {
                style.pos = Pos::new(side, VPos::Center);
                self.area.draw_text(text, style, at)
            });
            self.keep(drawn);
        }
    }

    /// Lines of text one below the other; gives the middle of the line after the last.
    pub(super) fn lines(
        &self,
        lines: &[String],
        (x, mut y): BackendCoord,
        side: HPos,
        look: Type,
    ) -> i32 {
        for line in lines {
            self.text(line, (x, y), side, look);
            y += self.px(LINE);
        }
        y
    }

    /// The width of one line of text in device pixels.
    pub(super) fn width(&self, text: &str, look: Type) -> i32 {
        // `Measured` asks its own measure, which has an answer for every text.
        let size = self.styled(look, |style| self.area.estimate_text_size(text, style));
        size.map_or(0, |(width, _)| i32::try_from(width).unwrap_or(i32::MAX))
    }

    /// The text, shortened to fit a width.
    pub(super) fn fit(&self, text: &str, room: i32, look: Type) -> String {
        width::shorten(text, room, |text| self.width(text, look))
    }

    /// A name in one line or two, its right end at a point and its middle at the point's height.
    pub(super) fn block(&self, text: &str, (right, middle): BackendCoord, room: i32, look: Type) {
        let lines = width::wrap(text, room, |text| self.width(text, look));
        let lines = match lines.as_slice() {
            [first, second, _, ..] => {
                // The second line takes what is left, as much of it as fits.
                let rest = text.get(first.len()..).unwrap_or(second).trim_start();
                vec![first.clone(), self.fit(rest, room, look)]
            }
            _ => lines,
        };
        let pitch = self.px(look.size * 1.25);
        let count = i32::try_from(lines.len()).unwrap_or(0);
        let mut y = middle - pitch * (count - 1) / 2;
        for line in &lines {
            self.text(line, (right, y), HPos::Right, look);
            y += pitch;
        }
    }

    /// The sentence that stands in place of a chart without figures.
    pub(super) fn sentence(&self, text: &str) {
        let look = Type::of(NAME, self.theme.muted);
        let room = (self.page.width() - self.px(32.0)).min(self.px(420.0));
        let lines = width::wrap(text, room, |text| self.width(text, look));
        let (x, y) = self.page.middle();
        let pitch = self.px(NAME * 1.6);
        let count = i32::try_from(lines.len()).unwrap_or(0);
        let mut at = y - pitch * (count - 1) / 2;
        for line in &lines {
            self.text(line, (x, at), HPos::Center, look);
            at += pitch;
        }
    }

    /// Does something with the style of a look.
    fn styled<T>(&self, look: Type, with: impl FnOnce(&mut TextStyle<'a>) -> T) -> T {
        let mut styles = self.styles.borrow_mut();
        if let Some((_, style)) = styles.iter_mut().find(|(known, _)| *known == look) {
            return with(style);
        }
        let mut style = self.style(look);
        let done = with(&mut style);
        styles.push((look, style));
        done
    }

    fn style(&self, look: Type) -> TextStyle<'a> {
        let family = FontFamily::Name(&self.theme.font);
        let weight = if look.bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        };
        let size = look.size * self.theme.scale();
        FontDesc::new(family, size, weight).color(&look.colour.rgb())
    }
}
