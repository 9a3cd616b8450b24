//! The backend that every chart is drawn on: passes shapes on to another and measures text by a
//! measure of ours.
//!
//! The other backend stands behind a trait object. Plotters' functions are generic over their
//! backend, and the drawing of all charts would otherwise be in the program twice, for the canvas
//! and for the SVG.

use plotters_backend::text_anchor::{Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily, FontStyle, FontTransform,
};

/// Says how wide text is.
pub trait Measure {
    /// The width of one line of text in device pixels: `family` is a CSS font stack, `size` the
    /// font size in device pixels.
    fn width(&self, text: &str, family: &str, size: f64, bold: bool) -> f64;
}

/// What plotters-svg divides font sizes by, taking them for line heights.
const SVG_LETTERS: f64 = 1.24;

/// How far plotters-svg sets a vertically centred text above its middle, in em: it centres small
/// Latin letters, while Chinese and digits reach higher.
const SVG_RISE: f64 = 0.1;

/// The backend behind refused an operation.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NotDrawn(String);

type Done = Result<(), DrawingErrorKind<NotDrawn>>;

/// A drawing backend with its own measure of text.
///
/// Plotters measures text by its number of bytes, or in the page by laying out an element: the
/// first is wrong for Chinese, the second slow and forbidden by the security policy.
pub struct Measured<'a> {
    inner: Box<dyn Shapes + 'a>,
    measure: Box<dyn Measure + 'a>,
    /// Factor on font sizes, 1 where the backend takes them as they are.
    letters: f64,
    /// How far centred text is moved down, in em.
    drop: f64,
}

impl<'a> Measured<'a> {
    /// Around a backend that takes font sizes as they are, like plotters-canvas.
    pub fn new(inner: impl DrawingBackend + 'a, measure: impl Measure + 'a) -> Self {
        Self {
            inner: Box::new(inner),
            measure: Box::new(measure),
            letters: 1.0,
            drop: 0.0,
        }
    }

    /// Around plotters-svg, which makes letters smaller than asked for and sets them too high:
    /// both are undone, so that a file looks like the canvas.
    pub fn svg(inner: impl DrawingBackend + 'a, measure: impl Measure + 'a) -> Self {
        Self {
            letters: SVG_LETTERS,
            drop: SVG_RISE,
            ..Self::new(inner, measure)
        }
    }
}

impl DrawingBackend for Measured<'_> {
    type ErrorType = NotDrawn;

    fn get_size(&self) -> (u32, u32) {
        self.inner.size()
    }

    fn ensure_prepared(&mut self) -> Done {
        self.inner.prepare()
    }

    fn present(&mut self) -> Done {
        self.inner.finish()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Done {
        self.inner.pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.inner.line(from, to, Stroke::of(style))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let corners = [upper_left, bottom_right];
        self.inner.rect(corners, Stroke::of(style), fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        let points = path.into_iter().collect();
        self.inner.path(points, Stroke::of(style))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        self.inner.circle(center, radius, Stroke::of(style), fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Done {
        let points = vert.into_iter().collect();
        self.inner.polygon(points, Stroke::of(style))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Done {
        let drop = match style.anchor().v_pos {
            VPos::Center => (style.size() * self.drop).round() as i32,
            VPos::Top | VPos::Bottom => 0,
        };
        let letters = Letters {
            color: style.color(),
            size: style.size() * self.letters,
            transform: style.transform(),
            style: style.style(),
            anchor: style.anchor(),
            family: style.family(),
        };
        self.inner.text(text, &letters, (x, y + drop))
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<NotDrawn>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let family = style.family();
        let width = self
            .measure
            .width(text, family.as_str(), style.size(), bold);
        // A float that is no number becomes 0: the text is then drawn, only not fitted.
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}

/// What charts ask of a backend, without type parameters.
trait Shapes {
    fn size(&self) -> (u32, u32);
    fn prepare(&mut self) -> Done;
    fn finish(&mut self) -> Done;
    fn pixel(&mut self, point: BackendCoord, color: BackendColor) -> Done;
    fn line(&mut self, from: BackendCoord, to: BackendCoord, stroke: Stroke) -> Done;
    fn rect(&mut self, corners: [BackendCoord; 2], stroke: Stroke, fill: bool) -> Done;
    fn path(&mut self, points: Vec<BackendCoord>, stroke: Stroke) -> Done;
    fn circle(&mut self, middle: BackendCoord, radius: u32, stroke: Stroke, fill: bool) -> Done;
    fn polygon(&mut self, points: Vec<BackendCoord>, stroke: Stroke) -> Done;
    fn text(&mut self, text: &str, letters: &Letters<'_>, at: BackendCoord) -> Done;
}

impl<B: DrawingBackend> Shapes for B {
    fn size(&self) -> (u32, u32) {
        self.get_size()
    }

    fn prepare(&mut self) -> Done {
        self.ensure_prepared().map_err(not_drawn)
    }

    fn finish(&mut self) -> Done {
        self.present().map_err(not_drawn)
    }

    fn pixel(&mut self, point: BackendCoord, color: BackendColor) -> Done {
        self.draw_pixel(point, color).map_err(not_drawn)
    }

    fn line(&mut self, from: BackendCoord, to: BackendCoord, stroke: Stroke) -> Done {
        self.draw_line(from, to, &stroke).map_err(not_drawn)
    }

    fn rect(&mut self, [from, to]: [BackendCoord; 2], stroke: Stroke, fill: bool) -> Done {
        self.draw_rect(from, to, &stroke, fill).map_err(not_drawn)
    }

    fn path(&mut self, points: Vec<BackendCoord>, stroke: Stroke) -> Done {
        self.draw_path(points, &stroke).map_err(not_drawn)
    }

    fn circle(&mut self, middle: BackendCoord, radius: u32, stroke: Stroke, fill: bool) -> Done {
        self.draw_circle(middle, radius, &stroke, fill)
            .map_err(not_drawn)
    }

    fn polygon(&mut self, points: Vec<BackendCoord>, stroke: Stroke) -> Done {
        self.fill_polygon(points, &stroke).map_err(not_drawn)
    }

    fn text(&mut self, text: &str, letters: &Letters<'_>, at: BackendCoord) -> Done {
        self.draw_text(text, letters, at).map_err(not_drawn)
    }
}

fn not_drawn<E: std::error::Error + Send + Sync>(
    error: DrawingErrorKind<E>,
) -> DrawingErrorKind<NotDrawn> {
    DrawingErrorKind::DrawingError(NotDrawn(error.to_string()))
}

/// A colour and a width in device pixels.
#[derive(Clone, Copy)]
struct Stroke {
    color: BackendColor,
    width: u32,
}

impl Stroke {
    fn of(style: &impl BackendStyle) -> Self {
        Self {
            color: style.color(),
            width: style.stroke_width(),
        }
    }
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// How a text is set.
struct Letters<'a> {
    color: BackendColor,
    size: f64,
    transform: FontTransform,
    style: FontStyle,
    anchor: Pos,
    family: FontFamily<'a>,
}

impl BackendTextStyle for Letters<'_> {
    type FontError = NotDrawn;

    fn color(&self) -> BackendColor {
        self.color
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn transform(&self) -> FontTransform {
        self.transform.clone()
    }

    fn style(&self) -> FontStyle {
        self.style
    }

    fn anchor(&self) -> Pos {
        self.anchor
    }

    fn family(&self) -> FontFamily<'_> {
        self.family
    }

    fn layout_box(&self, _text: &str) -> Result<((i32, i32), (i32, i32)), NotDrawn> {
        Err(no_glyphs())
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _pos: BackendCoord,
        _draw: F,
    ) -> Result<Result<(), E>, NotDrawn> {
        Err(no_glyphs())
    }
}

/// Only a backend that sets text pixel by pixel would ask for the shapes of letters.
fn no_glyphs() -> NotDrawn {
    NotDrawn("the program carries no font".to_owned())
}
