//! A matrix of counts: units in rows, fields in columns; a filled circle for what a unit leads, a
//! hollow one for what it answers for. Heads stand over the middles of their columns, and once more
//! over each band of rows, for a long matrix is read a screen at a time.
//!
//! Coloured, the shapes of the worst statuses stand in place of the circles, and left and right alone tell
//! what a unit leads from what it answers for.

mod key;
mod layout;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendCoord, DrawingBackend};

use self::layout::{BESIDE, BandPlace, Layout, RowPlace};
use super::paint::{NAME, Pen, SMALL, Type};
use super::shape::{Rect, Shape};
use super::status::SIGN;
use super::{ChartError, Colour, HitMap, Mark, Theme};
use crate::assess::Status;

/// Radius of the circles of totals, in CSS pixels.
const TOTAL: f64 = 4.0;

/// A matrix of counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The columns' heads, each with what stands under it.
    pub columns: Vec<(String, String)>,
    /// The head of the totals.
    pub total: String,
    /// The rows, in bands under heads of their own.
    pub bands: Vec<Band>,
    /// What the shapes mean, where the worst statuses colour the matrix: each status with its name, and
    /// none for what has no target. Empty where they do not.
    pub key: Vec<(Option<Status>, String)>,
    /// What to say when there is nothing to draw.
    pub empty: String,
}

/// Rows with something in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// What they have in common.
    pub title: String,
    /// The rows.
    pub rows: Vec<MatrixRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    /// Its name; broken into lines, and shortened where it is too long for its column.
    pub name: String,
    /// A cell for each column; none where there is nothing to count.
    pub cells: Vec<Option<Cell>>,
    /// The whole row, which the mark of the name stands for.
    pub total: Cell,
}

/// What is counted in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What the cell stands for, as in [`Mark`].
    pub point: u32,
    /// The count of the filled circle.
    pub lead: u32,
    /// The count of the hollow circle.
    pub responsible: u32,
    /// The worst status behind each; none where there is no target.
    pub worst: [Option<Status>; 2],
}

impl Cell {
    fn most(&self) -> u32 {
        self.lead.max(self.responsible)
    }
}

impl Matrix {
    /// The height in CSS pixels that the chart wants at a width in CSS pixels.
    #[must_use]
    pub fn height(&self, width: u32) -> u32 {
        if self.bands.is_empty() {
            return 120;
        }
        Layout::of(self, f64::from(width)).height.ceil() as u32
    }

    /// A matrix of each band.
    #[must_use]
    pub fn by_band(&self) -> Vec<Self> {
        let own = |band: &Band| Self {
            bands: vec![band.clone()],
            ..self.clone()
        };
        self.bands.iter().map(own).collect()
    }
}

/// Draws the chart over the whole area: the marks are a row's name and then its cells, row by row.
pub(super) fn draw<B: DrawingBackend>(
    chart: &Matrix,
    area: &DrawingArea<B, Shift>,
    theme: &Theme,
) -> Result<HitMap, ChartError> {
    let rows = chart.bands.iter().flat_map(|band| &band.rows);
    let marks = rows.map(|row| 1 + row.cells.iter().flatten().count()).sum();
    let pen = Pen::new(area, theme, marks);
    if chart.bands.is_empty() {
        pen.sentence(&chart.empty);
        return pen.done(Vec::new());
    }
    key::draw(&pen, chart);
    let layout = Layout::of(chart, f64::from(pen.width_in_css()));
    let mut painter = Painter {
        chart,
        pen,
        layout: &layout,
        marks: Vec::with_capacity(marks),
    };
    for (band, place) in chart.bands.iter().zip(&layout.bands) {
        painter.heads(&band.title, place);
        for (row, place) in band.rows.iter().zip(&place.rows) {
            painter.row(row, place);
        }
    }
    painter.pen.done(painter.marks)
}

/// Draws a matrix from the top and keeps its marks.
struct Painter<'a, B: DrawingBackend> {
    chart: &'a Matrix,
    pen: Pen<'a, B>,
    layout: &'a Layout,
    marks: Vec<Mark>,
}

impl<B: DrawingBackend> Painter<'_, B> {
    /// The title of a band, the heads over their columns, and a rule under all.
    fn heads(&self, title: &str, place: &BandPlace) {
        let (pen, layout) = (&self.pen, self.layout);
        let bottom = place.top + layout.head;
        let name = Type::of(SMALL, pen.theme.ink);
        let count = Type::of(SMALL, pen.theme.muted);
        let at = |x: f64, y: f64| (pen.px(x), pen.px(y));
        pen.text(title, at(0.0, bottom - 14.0), HPos::Left, name.bold());
        let columns = self.chart.columns.iter().zip(&layout.heads);
        for (column, ((_, under), lines)) in columns.enumerate() {
            let x = layout.middle(column);
            pen.text(under, at(x, bottom - 14.0), HPos::Center, count);
            let first = bottom - 14.0 - lines.len() as f64 * 16.0;
            for (line, text) in lines.iter().enumerate() {
                pen.text(text, at(x, first + line as f64 * 16.0), HPos::Center, name);
            }
        }
        let x = layout.middle(self.chart.columns.len());
        let total = at(x, bottom - 14.0);
        pen.text(&self.chart.total, total, HPos::Center, name);
        let ends = (0, pen.page.right);
        pen.level(ends, pen.px(bottom), pen.theme.hair(), None, pen.theme.ink);
    }

    fn row(&mut self, row: &MatrixRow, place: &RowPlace) {
        let first = self.marks.len();
        let pen = &self.pen;
        let (top, bottom) = (pen.px(place.top), pen.px(place.top + place.height));
        let strip = Rect::new((0, top), (pen.page.right, bottom));
        let cells = row.cells.iter().enumerate();
        let cells: Vec<(usize, &Cell)> = cells
            .filter_map(|(column, cell)| Some((column, cell.as_ref()?)))
            .collect();
        let selected = (first..=first + cells.len()).find(|mark| pen.is_selected(*mark));
        let ground = match selected {
            Some(_) => pen.theme.accent.mix(pen.theme.paper, 0.9),
            None => pen.theme.paper,
        };
        // Below the rule of the row above.
        let below = Rect {
            top: top + pen.px(1.0),
            ..strip
        };
        pen.fill(below, ground);
        let ends = (0, pen.page.right);
        pen.level(ends, bottom, pen.theme.hair(), None, pen.theme.line);
        self.name(place, selected == Some(first));
        let names = Rect {
            right: pen.px(self.layout.names),
            ..strip
        };
        self.marks.push(self.pen.mark(row.total.point, names));
        for (column, cell) in cells {
            self.cell(column, cell, strip, ground);
        }
        self.total(row, strip, ground);
    }

    fn name(&self, place: &RowPlace, is_selected: bool) {
        let pen = &self.pen;
        let plain = Type::of(NAME, pen.theme.ink);
        let look = if is_selected { plain.bold() } else { plain };
        let lines = place.name.len() as f64;
        let mut y = place.top + place.height / 2.0 - (lines - 1.0) * 8.0;
        for line in &place.name {
            pen.text(line, (0, pen.px(y)), HPos::Left, look);
            y += 16.0;
        }
    }

    /// A cell's circles with their counts, each always on its own side of the middle.
    fn cell(&mut self, column: usize, cell: &Cell, strip: Rect, ground: Colour) {
        let (pen, layout) = (&self.pen, self.layout);
        let middle = layout.middle(column);
        let half = layout.column / 2.0;
        let place = Rect {
            left: pen.px(middle - half),
            right: pen.px(middle + half),
            ..strip
        };
        let ground = if pen.is_selected(self.marks.len()) {
            let ground = pen.theme.accent.mix(pen.theme.paper, 0.76);
            pen.fill(place, ground);
            ground
        } else {
            ground
        };
        let lanes = layout.lanes().map(|lane| middle + lane);
        self.counts(cell, lanes, strip, None, ground);
        self.marks.push(self.pen.mark(cell.point, place));
    }

    /// Both counts beside their circles, whose middles are `lanes` in CSS pixels, of one radius or each by
    /// its count; nothing for none.
    fn counts(
        &self,
        cell: &Cell,
        [lead, responsible]: [f64; 2],
        strip: Rect,
        radius: Option<f64>,
        ground: Colour,
    ) {
        let pen = &self.pen;
        let (_, y) = strip.middle();
        let bold = Type::of(SMALL, pen.theme.ink).bold();
        let sides = [
            (cell.lead, lead, bold),
            (
                cell.responsible,
                responsible,
                Type::of(SMALL, pen.theme.muted),
            ),
        ];
        for (place, (count, x, look)) in sides.into_iter().enumerate() {
            if count == 0 {
                continue;
            }
            let at = (pen.px(x), y);
            let radius = if self.chart.key.is_empty() {
                let radius = radius.unwrap_or_else(|| self.layout.radius(count));
                self.circle(at, radius, (place == 1).then_some(ground));
                radius
            } else {
                let room = radius.map_or(self.layout.sign(), |radius| 2.0 * radius);
                let size = room.min(SIGN);
                let worst = cell.worst.get(place).copied().flatten();
                key::sign(pen, worst, at, size, ground);
                size / 2.0
            };
            let at = (pen.px(x + radius + BESIDE), y);
            pen.text(&count.to_string(), at, HPos::Left, look);
        }
    }

    /// A circle, hollow on a ground.
    fn circle(&self, at: BackendCoord, radius: f64, hollow: Option<Colour>) {
        let (pen, size) = (&self.pen, self.pen.px(radius));
        pen.blob(Shape::Circle, at, size, pen.theme.accent);
        if let Some(ground) = hollow {
            let inner = size - pen.px(1.5).max(1);
            pen.blob(Shape::Circle, at, inner, ground);
        }
    }

    /// The totals, with circles of one size: they are no part of what is compared.
    fn total(&self, row: &MatrixRow, strip: Rect, ground: Colour) {
        let middle = self.layout.middle(self.chart.columns.len());
        let lanes = [middle - 22.0, middle + 10.0];
        self.counts(&row.total, lanes, strip, Some(TOTAL), ground);
    }
}
