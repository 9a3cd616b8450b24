//! Plotters' canvas, told colours and fonts only where they change: a chart has hundreds of shapes and words of
//! a few colours and fonts, and each setting is a text that the browser would read again for every one.

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle, FontTransform,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsValue;
use web_sys::js_sys::Reflect;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::Refused;
use crate::order;

type Done = Result<(), DrawingErrorKind<Refused>>;

/// Draws boxes and words itself, and leaves the rest to plotters' canvas. For one drawing, whose words are of
/// one family. Nothing may hide words, so they are written last, font by font.
pub(super) struct Brush {
    canvas: CanvasBackend,
    context: CanvasRenderingContext2d,
    words: Vec<Word>,
    colour: Setting,
    font: Setting,
    align: Setting,
    baseline: Setting,
}

/// Words that are to be written: settings by their keys.
struct Word {
    text: String,
    at: BackendCoord,
    colour: u64,
    font: u64,
    align: u64,
    baseline: u64,
}

impl Brush {
    /// On a canvas with its context; none where plotters cannot draw on it.
    pub(super) fn of(canvas: HtmlCanvasElement, context: CanvasRenderingContext2d) -> Option<Self> {
        Some(Self {
            canvas: CanvasBackend::with_canvas_object(canvas)?,
            context,
            words: Vec::new(),
            colour: Setting::of("fillStyle"),
            font: Setting::of("font"),
            align: Setting::of("textAlign"),
            baseline: Setting::of("textBaseline"),
        })
    }

    /// The key of a colour. Charts mix colours with the paper, so that all are opaque.
    fn mixed(&mut self, color: BackendColor) -> u64 {
        let (red, green, blue) = color.rgb;
        let key = u32::from_be_bytes([0, red, green, blue]).into();
        let words = || format!("rgb({red},{green},{blue})");
        self.colour.know(key, words);
        key
    }

    fn write(&mut self, word: &Word) -> Result<(), JsValue> {
        self.colour.set(&self.context, word.colour)?;
        self.font.set(&self.context, word.font)?;
        self.align.set(&self.context, word.align)?;
        self.baseline.set(&self.context, word.baseline)?;
        let (x, y) = word.at;
        self.context.fill_text(&word.text, x.into(), y.into())
    }

    /// Plotters' canvas, which sets colours and fonts behind our back.
    fn plain(&mut self) -> &mut CanvasBackend {
        for setting in [
            &mut self.colour,
            &mut self.font,
            &mut self.align,
            &mut self.baseline,
        ] {
            setting.now = None;
        }
        &mut self.canvas
    }
}

impl DrawingBackend for Brush {
    type ErrorType = Refused;

    fn get_size(&self) -> (u32, u32) {
        self.canvas.get_size()
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        let mut words = std::mem::take(&mut self.words);
        order::sort_by_key(&mut words, |word| (word.font, word.colour, word.align));
        let mut words = words.iter();
        words.try_for_each(|word| self.write(word)).map_err(refused)
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Done {
        self.plain().draw_pixel(point, color).map_err(refused)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.plain().draw_line(from, to, style).map_err(refused)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        if !fill {
            return self
                .plain()
                .draw_rect(from, to, style, fill)
                .map_err(refused);
        }
        let colour = self.mixed(style.color());
        self.colour.set(&self.context, colour).map_err(refused)?;
        let [x, y, width, height] = [from.0, from.1, to.0 - from.0, to.1 - from.1].map(f64::from);
        self.context.fill_rect(x, y, width, height);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.plain().draw_path(path, style).map_err(refused)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        middle: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        let canvas = self.plain();
        canvas
            .draw_circle(middle, radius, style, fill)
            .map_err(refused)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Done {
        self.plain().fill_polygon(points, style).map_err(refused)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        if !matches!(style.transform(), FontTransform::None) {
            return self.plain().draw_text(text, style, at).map_err(refused);
        }
        let (size, weight) = (style.size(), style.style());
        let font = size.to_bits() << 1 | u64::from(matches!(weight, FontStyle::Bold));
        let words = || format!("{} {size}px {}", weight.as_str(), style.family().as_str());
        self.font.know(font, words);
        let (align, words) = match style.anchor().h_pos {
            HPos::Left => (0, "start"),
            HPos::Right => (1, "end"),
            HPos::Center => (2, "center"),
        };
        self.align.know(align, || words.to_owned());
        let (baseline, words) = match style.anchor().v_pos {
            VPos::Top => (0, "top"),
            VPos::Center => (1, "middle"),
            VPos::Bottom => (2, "bottom"),
        };
        self.baseline.know(baseline, || words.to_owned());
        let colour = self.mixed(style.color());
        self.words.push(Word {
            text: text.to_owned(),
            at,
            colour,
            font,
            align,
            baseline,
        });
        Ok(())
    }
}

/// A property of the context.
struct Setting {
    name: JsValue,
    /// Values by a key that tells them apart.
    values: Vec<(u64, JsValue)>,
    now: Option<u64>,
}

impl Setting {
    fn of(name: &str) -> Self {
        Self {
            name: name.into(),
            values: Vec::new(),
            now: None,
        }
    }

    /// Keeps the value of a key, in `words` that are made once.
    fn know(&mut self, key: u64, words: impl FnOnce() -> String) {
        if !self.values.iter().any(|(known, _)| *known == key) {
            self.values.push((key, words().into()));
        }
    }

    /// Sets the value of a key that is known, if it is not set.
    fn set(&mut self, context: &JsValue, key: u64) -> Result<(), JsValue> {
        let mut values = self.values.iter().filter(|_| self.now != Some(key));
        if let Some((_, value)) = values.find(|(known, _)| *known == key) {
            Reflect::set(context, &self.name, value)?;
            self.now = Some(key);
        }
        Ok(())
    }
}

fn refused(why: impl std::fmt::Debug) -> DrawingErrorKind<Refused> {
    DrawingErrorKind::DrawingError(Refused::new("a canvas", why))
}
