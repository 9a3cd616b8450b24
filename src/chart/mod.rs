//! Charts: figures in, a drawing on any plotters backend and a hit map out.
//!
//! Start at [`Chart`]: one variant a form, each drawn by the file or folder of its name. A chart
//! is plain values that are already in the reader's language; [`draw`] turns it into shapes in
//! device pixels and says, in CSS pixels, where each figure landed ([`HitMap`]), so that pointer,
//! keyboard and tests ask the same list.
//!
//! This folder knows plotters and nothing of Yew or the browser: the canvas, the SVG and the
//! golden tests run the same code. Text is measured by the backend ([`Measured`]), for plotters'
//! own measure counts bytes or asks the page's layout.

mod backend;
mod bullet;
mod dumbbell;
mod fill;
mod frame;
mod grid;
mod heads;
mod hit;
mod label;
mod legend;
mod matrix;
mod pace;
mod paint;
mod ranked;
mod rows;
mod scale;
mod shape;
mod sheet;
mod stacked;
mod status;
mod svg;
mod theme;
mod trend;
mod width;
mod years;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters_backend::DrawingBackend;

pub use backend::{Measure, Measured, NotDrawn};
pub use bullet::{Bullet, Bullets, Good};
pub use dumbbell::{Dumbbell, Dumbbells, End};
pub use heads::Head;
pub use hit::{HitMap, Mark, Way};
pub use matrix::{Band, Cell, Matrix, MatrixRow};
pub use pace::{Pace, Progress, Stage};
pub use ranked::{Bar, Rank, Ranked};
pub use sheet::{Sheet, draw_sheet};
pub use stacked::{Segment, Shade, Stack, Stacked};
pub use status::Standing;
pub use svg::{sheet_svg, svg};
pub use theme::{Colour, Theme};
pub use trend::{Series, Span, Trend};
pub use width::TableWidths;

/// What a mark's figure is, which decides how it is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// An outcome as reported: solid.
    Actual,
    /// An outcome that the document itself calls expected: hatched.
    Estimate,
    /// Part of the period: outlined.
    ToDate,
    /// A promise: a tick or a dashed line.
    Target,
}

/// One drawable chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Figures of one unit over time.
    Trend(Trend),
    /// Outcomes against their targets, a row each, every row on its own scale.
    Bullets(Bullets),
    /// Bars of one unit, longest first.
    Ranked(Ranked),
    /// Two figures of the same thing, a row each.
    Dumbbells(Dumbbells),
    /// Years under way, a row each, every row on its own scale.
    Pace(Pace),
    /// Counts by two of their sides.
    Stacked(Stacked),
    /// Counts in rows and columns.
    Matrix(Matrix),
}

impl Chart {
    /// The height in CSS pixels that the chart wants at a width in CSS pixels.
    #[must_use]
    pub fn height(&self, width: u32) -> u32 {
        match self {
            Self::Trend(chart) => chart.height(width),
            Self::Bullets(chart) => chart.height(width),
            Self::Ranked(chart) => chart.height(width),
            Self::Dumbbells(chart) => chart.height(width),
            Self::Pace(chart) => chart.height(width),
            Self::Stacked(chart) => chart.height(width),
            Self::Matrix(chart) => chart.height(width),
        }
    }

    /// The chart in parts that may stand on sheets of their own: a matrix by its bands, each of which
    /// has the heads of all columns.
    #[must_use]
    pub fn parts(&self) -> Vec<Self> {
        match self {
            Self::Matrix(chart) => chart.by_band().into_iter().map(Self::Matrix).collect(),
            _ => vec![self.clone()],
        }
    }
}

/// Why a chart could not be drawn: what the backend said.
#[derive(Debug, thiserror::Error)]
#[error("the chart could not be drawn: {0}")]
pub struct ChartError(String);

impl<E: std::error::Error + Send + Sync> From<DrawingAreaErrorKind<E>> for ChartError {
    fn from(error: DrawingAreaErrorKind<E>) -> Self {
        Self(error.to_string())
    }
}

/// Draws a chart over the whole of `area` and returns where its figures are.
///
/// # Errors
/// When the backend refuses a drawing operation.
pub fn draw<B: DrawingBackend>(
    chart: &Chart,
    area: &DrawingArea<B, Shift>,
    theme: &Theme,
) -> Result<HitMap, ChartError> {
    match chart {
        Chart::Trend(chart) => trend::draw(chart, area, theme),
        Chart::Bullets(chart) => bullet::draw(chart, area, theme),
        Chart::Ranked(chart) => ranked::draw(chart, area, theme),
        Chart::Dumbbells(chart) => dumbbell::draw(chart, area, theme),
        Chart::Pace(chart) => pace::draw(chart, area, theme),
        Chart::Stacked(chart) => stacked::draw(chart, area, theme),
        Chart::Matrix(chart) => matrix::draw(chart, area, theme),
    }
}
