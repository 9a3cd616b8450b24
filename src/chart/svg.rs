//! Charts as SVG: the same drawing as on the canvas, as text that is the same on every machine.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea as _};
use plotters_svg::SVGBackend;

use crate::text::escaped;

use super::{
    Chart, ChartError, HitMap, Measured, Sheet, TableWidths, Theme, draw, draw_sheet as on_area,
};

type Area<'a> = DrawingArea<Measured<'a>, Shift>;

/// A chart as SVG, `width` CSS pixels wide and as high as it wants to be, and its hit map.
///
/// # Errors
/// When the drawing is refused.
pub fn svg(chart: &Chart, width: u32, theme: &Theme) -> Result<(String, HitMap), ChartError> {
    let device = |css: u32| (f64::from(css) * theme.ratio).round() as u32;
    let size = (device(width), device(chart.height(width)));
    let mut hits = HitMap::default();
    let text = drawn(size, |area| {
        hits = draw(chart, area, theme)?;
        Ok(())
    })?;
    Ok((text, hits))
}

/// A sheet as an SVG file in light colours, with its title and description inside.
///
/// # Errors
/// When the drawing is refused.
pub fn sheet_svg(sheet: &Sheet) -> Result<String, ChartError> {
    let theme = Theme::light();
    let size = (Sheet::WIDTH, sheet.height());
    let text = drawn(size, |area| on_area(sheet, area, &theme))?;
    // Plotters writes no names: they go behind the opening tag, where readers of SVG look for them.
    let Some((open, rest)) = text.split_once(">\n") else {
        return Ok(text);
    };
    let (title, description) = (escaped(&sheet.title), escaped(&sheet.description()));
    Ok(format!(
        "{open} role=\"img\">\n<title>{title}</title>\n<desc>{description}</desc>\n{rest}"
    ))
}

/// What is drawn on an area of a size in device pixels.
fn drawn(
    size: (u32, u32),
    draw: impl FnOnce(&Area<'_>) -> Result<(), ChartError>,
) -> Result<String, ChartError> {
    let mut text = String::new();
    let backend = SVGBackend::with_string(&mut text, size);
    let area = Measured::svg(backend, TableWidths).into_drawing_area();
    draw(&area)?;
    area.present()?;
    drop(area);
    Ok(text)
}
