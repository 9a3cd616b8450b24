//! A chart on a canvas, in device pixels, with text measured by the canvas itself.

use std::cell::RefCell;
use std::collections::HashMap;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::{self, Chart, HitMap, Measure, Measured, Sheet, Theme};

use super::brush::Brush;
use super::crash::is_alive;
use super::download::save;
use super::{Refused, document};

/// Draws a chart over the whole of a canvas that is `width` × `height` CSS pixels large.
///
/// # Errors
/// When the canvas gives no drawing context, or an operation is refused.
pub fn draw(
    canvas: &HtmlCanvasElement,
    chart: &Chart,
    theme: &Theme,
    size: (u32, u32),
) -> Result<HitMap, Refused> {
    let area = area(canvas, theme, size)?;
    let hits = chart::draw(chart, &area, theme).map_err(|why| Refused::new("a chart", why))?;
    let shown = area.present();
    shown.map_err(|why| Refused::new("a chart", why))?;
    Ok(hits)
}

/// Draws a sheet at `theme`'s pixel ratio on a canvas of its own and saves it as PNG, once the
/// browser has made one; `done` hears what came of it.
///
/// # Errors
/// As [`draw`]; `done` is then not called.
pub fn save_picture(
    sheet: &Sheet,
    theme: &Theme,
    name: String,
    done: impl FnOnce(Result<(), Refused>) + 'static,
) -> Result<(), Refused> {
    let canvas = document()?.create_element("canvas");
    let canvas = canvas.map_err(|why| Refused::new("a canvas", why))?;
    let canvas: HtmlCanvasElement = canvas
        .dyn_into()
        .map_err(|_| Refused::new("a canvas", "another element"))?;
    let area = area(&canvas, theme, (Sheet::WIDTH, sheet.height()))?;
    chart::draw_sheet(sheet, &area, theme).map_err(|why| Refused::new("a sheet", why))?;
    let shown = area.present();
    shown.map_err(|why| Refused::new("a sheet", why))?;
    let made = Closure::once_into_js(move |blob: Option<Blob>| {
        if is_alive() {
            // A browser without the memory for a picture gives none.
            let blob = blob.ok_or_else(|| Refused::new("a picture", "there is none"));
            done(blob.and_then(|blob| save(&blob, &name)));
        }
    });
    let asked = canvas.to_blob(made.unchecked_ref());
    asked.map_err(|why| Refused::new("a picture", why))
}

/// The whole of a canvas, made as large as `size` in CSS pixels asks for, to draw on.
fn area(
    canvas: &HtmlCanvasElement,
    theme: &Theme,
    (width, height): (u32, u32),
) -> Result<DrawingArea<Measured<'static>, Shift>, Refused> {
    let device = |css: u32| (f64::from(css) * theme.ratio).round() as u32;
    let (width, height) = (device(width), device(height));
    // To set a size, even the same, gives the canvas new memory; the chart covers all of what it has.
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let context = canvas
        .get_context("2d")
        .map_err(|why| Refused::new("a canvas", why))?;
    let context: CanvasRenderingContext2d = context
        .and_then(|context| context.dyn_into().ok())
        .ok_or_else(|| Refused::new("a canvas", "no context"))?;
    let brush = Brush::of(canvas.clone(), context.clone())
        .ok_or_else(|| Refused::new("a canvas", "no backend"))?;
    Ok(Measured::new(brush, CanvasMeasure(context)).into_drawing_area())
}

/// Widths by the canvas's own `measureText`, which needs no layout of the page; each kept, for
/// charts measure the same labels at every drawing.
struct CanvasMeasure(CanvasRenderingContext2d);

thread_local! {
    static FONTS: RefCell<Vec<Font>> = RefCell::default();
}

/// The widths of words that were set in a font.
struct Font {
    family: String,
    size: f64,
    bold: bool,
    widths: HashMap<String, f64>,
}

/// So many widths of one font are kept; beyond it the font starts anew.
const KEPT: usize = 4000;

impl Measure for CanvasMeasure {
    fn width(&self, text: &str, family: &str, size: f64, bold: bool) -> f64 {
        FONTS.with_borrow_mut(|fonts| {
            let is_own = |font: &Font| {
                font.size.total_cmp(&size).is_eq() && font.bold == bold && font.family == family
            };
            let place = fonts.iter().position(is_own).unwrap_or_else(|| {
                fonts.push(Font {
                    family: family.to_owned(),
                    size,
                    bold,
                    widths: HashMap::new(),
                });
                fonts.len() - 1
            });
            let Some(font) = fonts.get_mut(place) else {
                return 0.0;
            };
            font.width(text, &self.0)
        })
    }
}

impl Font {
    fn width(&mut self, text: &str, context: &CanvasRenderingContext2d) -> f64 {
        if let Some(width) = self.widths.get(text) {
            return *width;
        }
        if self.widths.len() >= KEPT {
            self.widths.clear();
        }
        let weight = if self.bold { "bold" } else { "normal" };
        // What is drawn has fonts of its own, which must not find another.
        context.save();
        context.set_font(&format!("{weight} {}px {}", self.size, self.family));
        // A canvas that cannot measure leaves the guess of half an em a character.
        let guess = self.size * 0.5 * text.chars().count() as f64;
        let width = context.measure_text(text).map_or(guess, |m| m.width());
        context.restore();
        self.widths.insert(text.to_owned(), width);
        width
    }
}
