//! The state of the page.

use crate::dataset::{Code, Dataset, Lang, Row};
use crate::query::Filters;
use crate::query::column::Columns;
use crate::query::sort::{self, Sort};

/// How many indicators a chart shows at most.
pub const PICKS: usize = 6;

/// The longest search, in characters.
pub const SEARCH: usize = 60;

/// Which view is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// 挂图: the wall chart.
    #[default]
    Board,
    /// 图表: charts of picked indicators.
    Chart,
    /// 表格: every figure as a row.
    Table,
    /// 来源: the documents, and what ties their figures.
    Sources,
    /// Everything about one indicator.
    Indicator(Code),
}

/// What of the sources is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Part {
    /// The documents, or one of them.
    #[default]
    Documents,
    /// How their figures relate.
    Relations,
    /// The projects that they name.
    Projects,
    /// The terms that they explain.
    Glossary,
}

/// A document, or one line of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The document.
    pub document: Code,
    /// The line of its text, from 1; something is printed there.
    pub line: Option<u32>,
}

impl Place {
    /// Where a figure is printed. `None` past the end of the table.
    #[must_use]
    pub fn of(data: &Dataset, row: Row) -> Option<Self> {
        let figure = data.observation(row)?;
        Some(Self {
            document: *data.observations.document.get(row as usize)?,
            line: Some(figure.line),
        })
    }
}

/// How the board's cards are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// By plan.
    #[default]
    Plan,
    /// By theme.
    Theme,
}

/// The form of the charts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// Outcomes against targets.
    #[default]
    Bullets,
    /// Figures over time.
    Trend,
    /// Ranked bars.
    Ranked,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Appearance {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Everything that decides what is on the screen, but for the pointer and open menus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ViewState {
    /// The view.
    pub page: Page,
    /// What of the sources is open; the documents while another view is.
    pub part: Part,
    /// The document that is open, and the line that is pointed at.
    pub at: Option<Place>,
    /// The filters.
    pub filters: Filters,
    /// The board's grouping.
    pub grouping: Grouping,
    /// The charts' form.
    pub form: Form,
    /// The indicators picked for charts, in the order of picking; none means the usual ones.
    pub picks: Vec<Code>,
    /// The table's order, the first key first; none means that of the documents.
    pub sort: Vec<Sort>,
    /// The table's columns.
    pub columns: Columns,
    /// The language.
    pub lang: Lang,
    /// Light or dark.
    pub appearance: Appearance,
}

impl ViewState {
    /// The state as it is kept: at most [`PICKS`] different picks, a search of at most [`SEARCH`]
    /// characters without blanks around it, an order without idle keys, and no place in the sources while they are not shown.
    /// Whatever makes a state ends here.
    #[must_use]
    pub(super) fn normalize(mut self) -> Self {
        self.picks = distinct(&self.picks);
        self.picks.truncate(PICKS);
        self.sort = sort::normalized(&self.sort);
        let search = self.filters.search.trim();
        self.filters.search = search.chars().take(SEARCH).collect();
        if self.page != Page::Sources {
            self.part = Part::default();
        }
        if self.page != Page::Sources || self.part != Part::Documents {
            self.at = None;
        }
        self
    }
}

/// The picks without doubles, in their order.
pub(super) fn distinct(picks: &[Code]) -> Vec<Code> {
    let mut kept = Vec::new();
    for pick in picks {
        if !kept.contains(pick) {
            kept.push(*pick);
        }
    }
    kept
}
