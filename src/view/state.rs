//! The state of the page.

use crate::dataset::{Code, Lang};
use crate::query::Filters;
use crate::query::sort::Sort;

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
    /// Everything about one indicator.
    Indicator(Code),
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
    /// The filters.
    pub filters: Filters,
    /// The board's grouping.
    pub grouping: Grouping,
    /// The charts' form.
    pub form: Form,
    /// The indicators picked for charts, in the order of picking; none means the usual ones.
    pub picks: Vec<Code>,
    /// The table's order.
    pub sort: Sort,
    /// The language.
    pub lang: Lang,
    /// Light or dark.
    pub appearance: Appearance,
}

impl ViewState {
    /// The state as it is kept: at most [`PICKS`] different picks, a search of at most [`SEARCH`]
    /// characters without blanks around it. Whatever makes a state ends here.
    #[must_use]
    pub(super) fn normalize(mut self) -> Self {
        self.picks = distinct(&self.picks);
        self.picks.truncate(PICKS);
        let search = self.filters.search.trim();
        self.filters.search = search.chars().take(SEARCH).collect();
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
