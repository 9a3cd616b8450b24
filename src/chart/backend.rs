//! The backend around a backend: passes every shape on and measures text by a measure of ours.

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

/// A drawing backend with its own measure of text.
///
/// Plotters measures text by its number of bytes, or in the page by laying out an element: the
/// first is wrong for Chinese, the second slow and forbidden by the security policy.
#[derive(Debug)]
pub struct Measured<B, M> {
    inner: B,
    measure: M,
    /// Factor on font sizes, 1 where the backend takes them as they are.
    letters: f64,
    /// How far centred text is moved down, in em.
    drop: f64,
}

impl<B: DrawingBackend, M: Measure> Measured<B, M> {
    /// Around a backend that takes font sizes as they are, like plotters-canvas.
    pub fn new(inner: B, measure: M) -> Self {
        Self {
            inner,
            measure,
            letters: 1.0,
            drop: 0.0,
        }
    }

    /// Around plotters-svg, which makes letters smaller than asked for and sets them too high:
    /// both are undone, so that a file looks like the canvas.
    pub fn svg(inner: B, measure: M) -> Self {
        Self {
            inner,
            measure,
            letters: SVG_LETTERS,
            drop: SVG_RISE,
        }
    }
}

type Done<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

impl<B: DrawingBackend, M: Measure> DrawingBackend for Measured<B, M> {
    type ErrorType = B::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }

    fn ensure_prepared(&mut self) -> Done<B> {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Done<B> {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Done<B> {
        self.inner.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done<B> {
        self.inner.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done<B> {
        self.inner.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done<B> {
        self.inner.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done<B> {
        self.inner.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Done<B> {
        self.inner.fill_polygon(vert, style)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Done<B> {
        let drop = match style.anchor().v_pos {
            VPos::Center => (style.size() * self.drop).round() as i32,
            VPos::Top | VPos::Bottom => 0,
        };
        let sized = Resized {
            style,
            size: style.size() * self.letters,
        };
        self.inner.draw_text(text, &sized, (x, y + drop))
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let family = style.family();
        let width = self
            .measure
            .width(text, family.as_str(), style.size(), bold);
        // A float that is no number becomes 0: the text is then drawn, only not fitted.
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }

    fn blit_bitmap(&mut self, pos: BackendCoord, size: (u32, u32), src: &[u8]) -> Done<B> {
        self.inner.blit_bitmap(pos, size, src)
    }
}

/// A text style at another font size.
struct Resized<'a, S> {
    style: &'a S,
    size: f64,
}

impl<S: BackendTextStyle> BackendTextStyle for Resized<'_, S> {
    type FontError = S::FontError;

    fn color(&self) -> BackendColor {
        self.style.color()
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn transform(&self) -> FontTransform {
        self.style.transform()
    }

    fn style(&self) -> FontStyle {
        self.style.style()
    }

    fn anchor(&self) -> Pos {
        self.style.anchor()
    }

    fn family(&self) -> FontFamily<'_> {
        self.style.family()
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        self.style.layout_box(text)
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        pos: BackendCoord,
        draw: F,
    ) -> Result<Result<(), E>, Self::FontError> {
        self.style.draw(text, pos, draw)
    }
}
