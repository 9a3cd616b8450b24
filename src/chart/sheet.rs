//! A chart on a sheet of its own: title, unit, drawing, sentence, and at the foot where it comes
//! from, so that nothing is lost when the picture leaves the page.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::paint::{NAME, Pen, SMALL, Type};
use super::shape::Rect;
use super::{Chart, ChartError, Colour, Measure as _, TableWidths, Theme, width};

/// A chart with all that must go with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The title.
    pub title: String,
    /// The unit, or what the chart's marks mean.
    pub note: String,
    /// The chart.
    pub chart: Chart,
    /// What the chart shows, in a sentence.
    pub sentence: String,
    /// Sources, filters, edition: a paragraph each.
    pub foot: Vec<String>,
    /// The link to the view. It has no words, and is broken wherever a line ends.
    pub link: String,
}

/// What is drawn and how: font size and height of line in CSS pixels, bold, ink or muted.
struct Face {
    size: f64,
    line: f64,
    bold: bool,
    ink: bool,
}

const TITLE: Face = Face {
    size: 20.0,
    line: 28.0,
    bold: true,
    ink: true,
};
const SENTENCE: Face = Face {
    size: NAME,
    line: 21.0,
    bold: false,
    ink: true,
};
const QUIET: Face = Face {
    size: SMALL,
    line: 19.0,
    bold: false,
    ink: false,
};

/// Around everything, in CSS pixels.
const MARGIN: f64 = 32.0;
/// Between the parts of the sheet.
const GAP: f64 = 14.0;

/// One line of text and the middle of its height, in CSS pixels.
struct Line {
    text: String,
    y: f64,
    face: &'static Face,
}

/// Where everything stands, in CSS pixels from the top.
struct Layout {
    lines: Vec<Line>,
    chart: f64,
    rule: f64,
    height: f64,
}

impl Sheet {
    /// The width of every sheet in CSS pixels: two columns of a report, or a slide.
    pub const WIDTH: u32 = 900;

    /// The height of the sheet in CSS pixels.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.layout().height.ceil() as u32
    }

    /// What a reader is told who cannot see the picture.
    #[must_use]
    pub fn description(&self) -> String {
        let mut parts = vec![self.note.as_str(), self.sentence.as_str()];
        parts.extend(self.foot.iter().map(String::as_str));
        parts.push(&self.link);
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }

    /// Text is measured by the table on every backend: all pictures of a sheet are of one size.
    fn layout(&self) -> Layout {
        let mut layout = Layout {
            lines: Vec::new(),
            chart: 0.0,
            rule: 0.0,
            height: MARGIN,
        };
        layout.paragraph(&self.title, &TITLE);
        layout.paragraph(&self.note, &QUIET);
        layout.chart = layout.height + GAP;
        layout.height = layout.chart + f64::from(self.chart.height(room())) + GAP;
        layout.paragraph(&self.sentence, &SENTENCE);
        layout.rule = layout.height + GAP;
        layout.height = layout.rule + GAP - 4.0;
        for text in &self.foot {
            layout.paragraph(text, &QUIET);
        }
        layout.add(&broken(&self.link, &QUIET), &QUIET);
        layout.height += MARGIN - 4.0;
        layout
    }
}

impl Layout {
    fn paragraph(&mut self, text: &str, face: &'static Face) {
        let lines = width::wrap(text, room().cast_signed(), |text| {
            wide(text, face).ceil() as i32
        });
        self.add(&lines, face);
    }

    fn add(&mut self, lines: &[String], face: &'static Face) {
        for text in lines {
            let (text, y) = (text.clone(), self.height + face.line / 2.0);
            self.lines.push(Line { text, y, face });
            self.height += face.line;
        }
    }
}

/// The width between the margins in CSS pixels.
fn room() -> u32 {
    Sheet::WIDTH.saturating_sub((2.0 * MARGIN) as u32)
}

fn wide(text: &str, face: &Face) -> f64 {
    TableWidths.width(text, "", face.size, face.bold)
}

/// The text in lines as full as they can be, broken between any two characters.
fn broken(text: &str, face: &Face) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for letter in text.chars() {
        match lines.last_mut() {
            Some(line) if wide(&format!("{line}{letter}"), face) <= f64::from(room()) => {
                line.push(letter);
            }
            _ => lines.push(letter.to_string()),
        }
    }
    lines
}

/// Draws the sheet over the whole of `area`, [`Sheet::WIDTH`] × [`Sheet::height`] CSS pixels.
///
/// # Errors
/// When the backend refuses a drawing operation.
pub fn draw_sheet<B: DrawingBackend>(
    sheet: &Sheet,
    area: &DrawingArea<B, Shift>,
    theme: &Theme,
) -> Result<(), ChartError> {
    let layout = sheet.layout();
    let pen = Pen::new(area, theme, 0);
    let left = pen.px(MARGIN);
    let colour = |face: &Face| -> Colour { if face.ink { theme.ink } else { theme.muted } };
    for Line { text, y, face } in &layout.lines {
        let look = Type::of(face.size, colour(face));
        let look = if face.bold { look.bold() } else { look };
        pen.text(text, (left, pen.px(*y)), HPos::Left, look);
    }
    let right = pen.px(f64::from(Sheet::WIDTH) - MARGIN);
    let rule = pen.px(layout.rule);
    let hair = Rect::new((left, rule), (right, rule + theme.hair()));
    pen.fill(hair, theme.line);
    let height = pen.px(f64::from(sheet.chart.height(room())));
    let place = area
        .clone()
        .shrink((left, pen.px(layout.chart)), (right - left, height));
    pen.done(Vec::new())?;
    super::draw(&sheet.chart, &place, theme)?;
    Ok(())
}
