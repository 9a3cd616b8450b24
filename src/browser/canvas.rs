//! A chart on a canvas, in device pixels, with text measured by the canvas itself.

use std::cell::RefCell;
use std::collections::HashMap;

use plotters::drawing::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::{self, Chart, HitMap, Measure, Measured, Theme};

use super::Refused;

/// Draws a chart over the whole of a canvas that is `width` × `height` CSS pixels large.
///
/// # Errors
/// When the canvas gives no drawing context, or an operation is refused.
pub fn draw(
    canvas: &HtmlCanvasElement,
    chart: &Chart,
    theme: &Theme,
    (width, height): (u32, u32),
) -> Result<HitMap, Refused> {
    let device = |css: u32| (f64::from(css) * theme.ratio).round() as u32;
    canvas.set_width(device(width));
    canvas.set_height(device(height));
    let measure = CanvasMeasure::new(canvas)?;
    let backend = CanvasBackend::with_canvas_object(canvas.clone())
        .ok_or_else(|| Refused::new("a canvas", "no backend"))?;
    let area = Measured::new(backend, measure).into_drawing_area();
    chart::draw(chart, &area, theme).map_err(|why| Refused::new("a chart", why))
}

/// Widths by the canvas's own `measureText`, which needs no layout of the page; each kept, for
/// charts measure the same labels at every drawing.
struct CanvasMeasure {
    context: CanvasRenderingContext2d,
}

thread_local! {
    static WIDTHS: RefCell<HashMap<String, HashMap<String, f64>>> = RefCell::default();
}

/// So many widths of one font are kept; beyond it the font starts anew.
const KEPT: usize = 4000;

impl CanvasMeasure {
    fn new(canvas: &HtmlCanvasElement) -> Result<Self, Refused> {
        let context = canvas
            .get_context("2d")
            .map_err(|why| Refused::new("a canvas", why))?
            .and_then(|context| context.dyn_into().ok())
            .ok_or_else(|| Refused::new("a canvas", "no context"))?;
        Ok(Self { context })
    }
}

impl Measure for CanvasMeasure {
    fn width(&self, text: &str, family: &str, size: f64, bold: bool) -> f64 {
        let weight = if bold { "bold" } else { "normal" };
        let font = format!("{weight} {size}px {family}");
        WIDTHS.with_borrow_mut(|fonts| {
            let widths = fonts.entry(font.clone()).or_default();
            if let Some(width) = widths.get(text) {
                return *width;
            }
            if widths.len() >= KEPT {
                widths.clear();
            }
            self.context.set_font(&font);
            // A canvas that cannot measure leaves the guess of half an em a character.
            let guess = size * 0.5 * text.chars().count() as f64;
            let width = self.context.measure_text(text).map_or(guess, |m| m.width());
            widths.insert(text.to_owned(), width);
            width
        })
    }
}
