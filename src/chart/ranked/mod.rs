//! Bars of one unit, longest first: name, bar, figure. No axis, for every bar carries its figure.

mod setting;

use plotters::coord::Shift;
use plotters::coord::ranged1d::Ranged as _;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::heads;
use super::paint::{LINE, NAME, Pen, SMALL, Type};
use super::rows;
use super::scale::{Scale, drawable};
use super::shape::Rect;
use super::{ChartError, HitMap, Look, Theme};
use crate::order;
use setting::Setting;

/// Bars of one unit over a common zero, in groups of what may be ranked against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The groups, top to bottom in the order given.
    pub groups: Vec<Rank>,
    /// What to say when there is nothing to draw.
    pub empty: String,
}

/// Figures of one period and kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Rank {
    /// Period and kind; drawn above the bars. May be empty.
    pub heading: String,
    /// The bars in any order: drawing puts the largest value first and keeps the order of equals.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it stands for, as in [`Mark`](super::Mark).
    pub point: u32,
    /// What the bar is, such as an area or an indicator.
    pub name: String,
    /// What tells it from bars of the same name, such as the document; may be empty.
    pub detail: String,
    /// The value, in the unit that all bars share. A negative bar goes left.
    pub value: f64,
    /// What the figure is, which decides how the bar is filled.
    pub look: Look,
    /// The figure in words, drawn at the bar's end.
    pub figure: String,
}

/// Height of a bar in CSS pixels.
const BAR: f64 = 14.0;
/// What a row has besides its lines of words where these stand above the bar, in CSS pixels.
const ABOVE: f64 = 30.0;
/// Height of a group's heading of one line in CSS pixels.
const HEADING: f64 = 30.0;

/// A bar that can be drawn, and its value.
type Drawable<'a> = (&'a Bar, f64);

impl Rank {
    /// The bars that can be drawn, largest value first.
    fn sorted(&self) -> Vec<Drawable<'_>> {
        let bars = self.bars.iter();
        let mut bars: Vec<_> = bars
            .filter_map(|bar| Some((bar, drawable(bar.value)?)))
            .collect();
        order::sort_by(&mut bars, |(_, a), (_, b)| b.total_cmp(a));
        bars
    }
}

impl Ranked {
    /// The height in CSS pixels that the chart wants at a width in CSS pixels.
    #[must_use]
    pub fn height(&self, width: u32) -> u32 {
        let rows = self.rows();
        if rows.is_empty() {
            return 120;
        }
        let setting = Setting::of(&rows, width);
        let heights = rows.iter().map(|row| row.height(&setting));
        (heights.sum::<f64>() + 8.0).ceil() as u32
    }

    /// What is drawn from top to bottom. A group without bars has no heading.
    fn rows(&self) -> Vec<Row<'_>> {
        let mut rows = Vec::new();
        for group in &self.groups {
            let bars = group.sorted();
            if !bars.is_empty() && !group.heading.is_empty() {
                rows.push(Row::Heading(&group.heading));
            }
            rows.extend(bars.into_iter().map(|(bar, value)| Row::Bar(bar, value)));
        }
        rows
    }
}

/// A line of the chart.
enum Row<'a> {
    Heading(&'a str),
    Bar(&'a Bar, f64),
}

impl Row<'_> {
    /// The height in CSS pixels.
    fn height(&self, setting: &Setting) -> f64 {
        match self {
            Self::Heading(words) => {
                let lines = heads::broken(words, f64::from(setting.width), SMALL);
                HEADING + (lines.len().max(1) - 1) as f64 * LINE
            }
            Self::Bar(..) if setting.wide => setting.pitch,
            Self::Bar(bar, _) => {
                let (name, detail, figure) = setting.lines(bar);
                (name.len() + detail.len() + figure.len()) as f64 * LINE + ABOVE
            }
        }
    }

    fn bar(&self) -> Option<Drawable<'_>> {
        match self {
            Self::Heading(_) => None,
            Self::Bar(bar, value) => Some((bar, *value)),
        }
    }
}

/// Where the parts of a row are, in device pixels.
struct Columns {
    setting: Setting,
    /// Width of the names left of the bars.
    names: i32,
    scale: Scale,
    /// The pixels of the scale's ends.
    ends: (i32, i32),
}

/// Draws the chart over the whole area. Bars that find no room in its height are left out.
pub(super) fn draw<B: DrawingBackend>(
    chart: &Ranked,
    area: &DrawingArea<B, Shift>,
    theme: &Theme,
) -> Result<HitMap, ChartError> {
    let rows = chart.rows();
    let bars = rows.iter().filter_map(Row::bar).count();
    let pen = Pen::new(area, theme, bars);
    if bars == 0 {
        pen.sentence(&chart.empty);
        return pen.done(Vec::new());
    }
    let columns = Columns::of(&pen, &rows);
    let mut marks = Vec::new();
    let heights = rows.iter().map(|row| row.height(&columns.setting));
    for (row, place) in rows.iter().zip(rows::places(&pen, 4.0, heights)) {
        match row {
            Row::Heading(words) => heading(&pen, words, place),
            Row::Bar(bar, value) => {
                let index = marks.len();
                if pen.is_selected(index) {
                    pen.fill(place, theme.accent.mix(theme.paper, 0.88));
                }
                let own = columns.words(&pen, bar, place, index);
                columns.bar(&pen, bar, *value, own, index);
                let zero = columns.scale.map(&0.0, columns.ends);
                let ends = (own.top, own.bottom);
                pen.upright(zero, ends, theme.hair(), theme.muted);
                marks.push(pen.mark(bar.point, pen.page.cut(&place)));
            }
        }
    }
    pen.done(marks)
}

/// A group's heading over a hairline.
fn heading<B: DrawingBackend>(pen: &Pen<'_, B>, words: &str, place: Rect) {
    let look = Type::of(SMALL, pen.quiet(pen.theme.muted)).bold();
    let lines = heads::broken(words, f64::from(pen.width_in_css()), SMALL);
    pen.lines(
        &lines,
        (0, place.top + pen.px(HEADING - 14.0)),
        HPos::Left,
        look,
    );
    let line = place.bottom - pen.px(4.0);
    pen.level(
        (0, place.right),
        line,
        pen.theme.hair(),
        None,
        pen.theme.line,
    );
}

impl Columns {
    fn of<B: DrawingBackend>(pen: &Pen<'_, B>, rows: &[Row<'_>]) -> Self {
        let setting = Setting::of(rows, pen.width_in_css());
        let plain = Type::of(NAME, pen.theme.ink);
        let (mut names, mut left, mut right) = (0, 0, 0);
        for (bar, value) in rows.iter().filter_map(Row::bar) {
            let detail = Type::of(SMALL, pen.theme.muted);
            let name = pen.width(&bar.name, plain);
            names = names.max(name).max(pen.width(&bar.detail, detail));
            let figure = pen.width(&bar.figure, Type::of(SMALL, pen.theme.ink).bold());
            let side = if value < 0.0 { &mut left } else { &mut right };
            *side = figure.max(*side);
        }
        let names = if setting.wide {
            names.min(pen.page.width() * 2 / 5) + pen.px(12.0)
        } else {
            0
        };
        // Figures stand beyond the bars' ends: each side keeps room for its widest, but never so
        // much that no bar is left.
        let room = pen.page.width() - names;
        let gap = pen.px(8.0);
        let keep = |side: i32| {
            if side > 0 && setting.beside {
                (side + gap).min(room * 2 / 5)
            } else {
                0
            }
        };
        let values = rows.iter().filter_map(Row::bar).map(|(_, value)| value);
        let low = values.clone().fold(0.0, f64::min);
        let high = values.fold(0.0, f64::max);
        let ends = (names + keep(left), pen.page.right - keep(right));
        Self {
            setting,
            names,
            scale: Scale::bars(low, high),
            ends,
        }
    }

    /// Writes a row's name and detail: in a column at the left, or in lines above the bar. Gives the
    /// place that is left for the bar.
    fn words<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        bar: &Bar,
        row: Rect,
        index: usize,
    ) -> Rect {
        let name = Type::of(NAME, pen.tone(pen.theme.ink, index));
        let detail = Type::of(SMALL, pen.tone(pen.theme.muted, index));
        if !self.setting.wide {
            let bold = Type::of(SMALL, name.colour).bold();
            let (names, details, figure) = self.setting.lines(bar);
            let first = row.top + pen.px(12.0);
            let next = pen.lines(&names, (0, first), HPos::Left, name);
            let next = pen.lines(&details, (0, next), HPos::Left, detail);
            let next = pen.lines(&figure, (0, next), HPos::Left, bold);
            return Rect {
                top: next - pen.px(8.0),
                ..row
            };
        }
        let right = self.names - pen.px(12.0);
        let (_, middle) = row.middle();
        if bar.detail.is_empty() {
            pen.block(&bar.name, (right, middle), right, name);
            return row;
        }
        let apart = pen.px(9.0);
        let first = pen.fit(&bar.name, right, name);
        pen.text(&first, (right, middle - apart), HPos::Right, name);
        let second = pen.fit(&bar.detail, right, detail);
        pen.text(&second, (right, middle + apart), HPos::Right, detail);
        row
    }

    /// Draws a row's bar and writes its figure at the bar's end.
    fn bar<B: DrawingBackend>(
        &self,
        pen: &Pen<'_, B>,
        bar: &Bar,
        value: f64,
        row: Rect,
        index: usize,
    ) {
        let leftward = value < 0.0;
        let y = if self.setting.wide {
            row.middle().1
        } else {
            row.top + pen.px(10.0)
        };
        let top = y - pen.px(BAR) / 2;
        let zero = self.scale.map(&0.0, self.ends);
        let end = self.scale.map(&value, self.ends);
        let rect = Rect::new((zero, top), (end, top + pen.px(BAR)));
        pen.bar(rect, bar.look, leftward, pen.tone(pen.theme.accent, index));
        if !self.setting.beside {
            return;
        }
        let figure = Type::of(SMALL, pen.tone(pen.theme.ink, index)).bold();
        let gap = pen.px(6.0);
        let (x, side, room) = if leftward {
            (end - gap, HPos::Right, end - gap - self.names)
        } else {
            (end + gap, HPos::Left, pen.page.right - end - gap)
        };
        let words = pen.fit(&bar.figure, room, figure);
        pen.text(&words, (x, y), side, figure);
    }
}

#[cfg(test)]
mod tests {
    use super::{Bar, Look, Rank, Ranked, Row};

    fn bar(point: u32, value: f64) -> Bar {
        Bar {
            point,
            name: String::new(),
            detail: String::new(),
            value,
            look: Look::Actual,
            figure: String::new(),
        }
    }

    fn ranked(values: &[f64]) -> Ranked {
        let points = (0..).zip(values);
        Ranked {
            groups: vec![Rank {
                heading: String::new(),
                bars: points.map(|(point, value)| bar(point, *value)).collect(),
            }],
            empty: String::new(),
        }
    }

    fn order(values: &[f64]) -> Vec<u32> {
        let chart = ranked(values);
        let rows = chart.rows();
        let bars = rows.iter().filter_map(Row::bar);
        bars.map(|(bar, _)| bar.point).collect()
    }

    #[test]
    fn the_largest_value_comes_first_and_equals_keep_their_order() {
        assert_eq!(order(&[1.0, 3.0, -2.0, 3.0, 0.0]), [1, 3, 0, 4, 2]);
    }

    #[test]
    fn values_that_are_no_numbers_have_no_bar() {
        assert_eq!(order(&[f64::NAN, 1.0, f64::INFINITY]), [1]);
        assert_eq!(ranked(&[f64::NAN]).height(600), 120);
    }

    #[test]
    fn height_grows_by_the_row_and_a_narrow_chart_is_taller() {
        assert_eq!(ranked(&[1.0, 2.0]).height(600), 80);
        assert_eq!(ranked(&[1.0, 2.0]).height(360), 104);
    }
}
