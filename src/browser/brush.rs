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

type Done = Result<(), DrawingErrorKind<Refused>>;

/// Draws what is filled, and words, itself, and leaves the rest to plotters' canvas. For one drawing, whose
/// words are of one family.
pub(super) struct Brush {
    canvas: CanvasBackend,
    context: CanvasRenderingContext2d,
    colour: Setting,
    font: Setting,
    align: Setting,
    baseline: Setting,
}

impl Brush {
    /// On a canvas with its context; none where plotters cannot draw on it.
    pub(super) fn of(canvas: HtmlCanvasElement, context: CanvasRenderingContext2d) -> Option<Self> {
        Some(Self {
            canvas: CanvasBackend::with_canvas_object(canvas)?,
            context,
            colour: Setting::of("fillStyle"),
            font: Setting::of("font"),
            align: Setting::of("textAlign"),
            baseline: Setting::of("textBaseline"),
        })
    }

    fn dip(&mut self, color: BackendColor) -> Done {
        let (red, green, blue) = color.rgb;
        // Charts mix their colours with the paper, so that all of them are opaque.
        let key = u32::from_be_bytes([0, red, green, blue]);
        let words = || format!("rgb({red},{green},{blue})");
        self.colour.set(&self.context, key.into(), words)
    }

    /// What plotters' canvas does sets colours and fonts behind our back.
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
        Ok(())
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
        self.dip(style.color())?;
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
        self.plain()
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

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Done {
        if !matches!(style.transform(), FontTransform::None) {
            return self.plain().draw_text(text, style, (x, y)).map_err(refused);
        }
        self.dip(style.color())?;
        let (size, weight) = (style.size(), style.style());
        let key = size.to_bits() << 1 | u64::from(matches!(weight, FontStyle::Bold));
        let words = || format!("{} {size}px {}", weight.as_str(), style.family().as_str());
        self.font.set(&self.context, key, words)?;
        let (side, align) = match style.anchor().h_pos {
            HPos::Left => (0, "start"),
            HPos::Right => (1, "end"),
            HPos::Center => (2, "center"),
        };
        self.align.set(&self.context, side, || align.to_owned())?;
        let (side, baseline) = match style.anchor().v_pos {
            VPos::Top => (0, "top"),
            VPos::Center => (1, "middle"),
            VPos::Bottom => (2, "bottom"),
        };
        self.baseline
            .set(&self.context, side, || baseline.to_owned())?;
        let written = self.context.fill_text(text, f64::from(x), f64::from(y));
        written.map_err(refused_value)
    }
}

/// A property of the context, and the values that it had.
struct Setting {
    name: JsValue,
    /// By a key that tells them apart.
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

    /// Sets the value with this key, in `words` that are made once.
    fn set(&mut self, context: &JsValue, key: u64, words: impl FnOnce() -> String) -> Done {
        if self.now == Some(key) {
            return Ok(());
        }
        let known = self.values.iter().find(|(known, _)| *known == key);
        let value = match known {
            Some((_, value)) => value.clone(),
            None => {
                let value = JsValue::from(words());
                self.values.push((key, value.clone()));
                value
            }
        };
        self.now = Some(key);
        Reflect::set(context, &self.name, &value)
            .map(drop)
            .map_err(refused_value)
    }
}

fn refused<E: std::error::Error + Send + Sync>(
    why: DrawingErrorKind<E>,
) -> DrawingErrorKind<Refused> {
    DrawingErrorKind::DrawingError(Refused::new("a canvas", why))
}

fn refused_value(why: JsValue) -> DrawingErrorKind<Refused> {
    DrawingErrorKind::DrawingError(Refused::new("a canvas", why))
}
