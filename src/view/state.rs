//! The state of the page.

use crate::dataset::{Code, Dataset, Lang, Project, Row};
use crate::query::column::{Column, Columns};
use crate::query::sort::{self, Sort};
use crate::query::{Facet, Filters};

use super::embed::PageParts;

/// How many indicators a chart shows at most.
pub const PICKS: usize = 6;

/// The longest search, in characters.
pub const SEARCH: usize = 60;

/// The longest search, in bytes of UTF-8: 40 Chinese characters, each of which takes nine in a link.
const SEARCH_BYTES: usize = 120;

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
    /// 执行情况表: every target with what became of it.
    Report,
    /// 来源: the documents, and what ties their figures.
    Sources,
    /// 责任: the units of government, and what they answer for.
    Units,
    /// Everything that one unit answers for.
    Unit(Code),
    /// Everything about one indicator.
    Indicator(Code),
}

impl Page {
    /// Whether the filters apply: the pages of one unit and of one indicator show all there is.
    #[must_use]
    pub const fn takes_filters(self) -> bool {
        !matches!(self, Self::Indicator(_) | Self::Unit(_))
    }
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

/// What of a line is meant, where a line prints several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Printed {
    /// A figure.
    Figure(Row),
    /// A project, by its place in the table.
    Project(u32),
}

/// A document, a line of it, or one thing that the line prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The document.
    pub document: Code,
    /// The line of its text, from 1; something is printed there.
    pub line: Option<u32>,
    /// What of the line is meant; printed in that line.
    pub printed: Option<Printed>,
}

impl Place {
    /// Whether it points at a line as a whole.
    #[must_use]
    pub fn is_line(self, line: u32) -> bool {
        self.line == Some(line) && self.printed.is_none()
    }

    /// A whole document.
    #[must_use]
    pub const fn document(document: Code) -> Self {
        Self {
            document,
            line: None,
            printed: None,
        }
    }

    /// A whole line of a document.
    #[must_use]
    pub const fn line(document: Code, line: u32) -> Self {
        Self {
            line: Some(line),
            ..Self::document(document)
        }
    }

    /// Where a project of the data set is named.
    #[must_use]
    pub fn of_project(data: &Dataset, project: &Project) -> Self {
        let mut projects = (0..).zip(&data.projects);
        let index = projects.find(|(_, known)| std::ptr::eq(*known, project));
        Self {
            printed: index.map(|(index, _)| Printed::Project(index)),
            ..Self::line(project.document, project.line)
        }
    }

    /// Where a figure is printed. `None` past the end of the table.
    #[must_use]
    pub fn of(data: &Dataset, row: Row) -> Option<Self> {
        let figure = data.observation(row)?;
        Some(Self {
            document: data.observations.document.get(row as usize)?,
            line: Some(figure.line),
            printed: Some(Printed::Figure(row)),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Outcomes against targets.
    Bullets,
    /// Figures over time.
    Trend,
    /// What is done of a year's task, and where the calendar stands.
    Pace,
    /// Two areas or two printings of the same thing.
    Dumbbell,
    /// Ranked bars.
    Ranked,
    /// How many figures there are by theme and kind.
    Distribution,
}

impl Form {
    /// Every form, in the order of the page.
    pub const ALL: [Self; 6] = [
        Self::Bullets,
        Self::Trend,
        Self::Pace,
        Self::Dumbbell,
        Self::Ranked,
        Self::Distribution,
    ];

    /// The form's name in links.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bullets => "bullets",
            Self::Trend => "trend",
            Self::Pace => "pace",
            Self::Dumbbell => "dumbbell",
            Self::Ranked => "ranked",
            Self::Distribution => "distribution",
        }
    }
}

/// What the colours of the matrix of units say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Colouring {
    /// Nothing.
    #[default]
    None,
    /// The worst status of the targets.
    Status,
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

/// How large the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TextSize {
    /// As the browser has it.
    #[default]
    Normal,
    /// A quarter larger, charts included, for eyes that need it.
    Large,
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
    /// The target whose proof card is pointed at, on the page of its indicator.
    pub proof: Option<Row>,
    /// The filters.
    pub filters: Filters,
    /// The board's grouping.
    pub grouping: Grouping,
    /// The charts' form; none is for the figures to choose.
    pub form: Option<Form>,
    /// The indicators picked for charts, in the order of picking; none means the usual ones.
    pub picks: Vec<Code>,
    /// The table's order, the first key first; none means that of the documents.
    pub sort: Vec<Sort>,
    /// The table's columns.
    pub columns: Columns,
    /// What the colours of the matrix of units say.
    pub colouring: Colouring,
    /// The language.
    pub lang: Lang,
    /// Light or dark.
    pub appearance: Appearance,
    /// How large the text is.
    pub text: TextSize,
    /// In the frame of another site: which parts of the page that does without. None on a page of its
    /// own.
    pub embed: Option<PageParts>,
}

impl ViewState {
    /// The same view on a page of its own: what a link that leaves the page leads to.
    #[must_use]
    pub fn alone(&self) -> Self {
        Self {
            embed: None,
            ..self.clone()
        }
    }

    /// Opens a view as it is when nothing of it is pointed at.
    pub(super) fn go(&mut self, page: Page) {
        (self.page, self.part, self.at, self.proof) = (page, Part::default(), None, None);
    }

    /// Whether what is shown depends on how targets are assessed, more than by a mark beside each.
    #[must_use]
    pub fn rests_on_statuses(&self) -> bool {
        matches!(self.page, Page::Report | Page::Unit(_))
            || (self.page == Page::Units && self.colouring == Colouring::Status)
            || self.proof.is_some()
            || !self.filters.get(Facet::Status).is_empty()
            || self.sort.iter().any(|key| key.column == Column::Status)
    }

    /// The state as it is kept: at most [`PICKS`] different picks, a search that is not too long,
    /// without blanks around it, an order without idle keys, and no place in the sources while they are not shown.
    /// Whatever makes a state ends here.
    #[must_use]
    pub(super) fn normalize(mut self) -> Self {
        self.picks = distinct(&self.picks);
        self.picks.truncate(PICKS);
        self.sort = sort::normalized(&self.sort);
        self.filters.search = searched(&self.filters.search).to_owned();
        if self.page != Page::Sources {
            self.part = Part::default();
        }
        if self.page != Page::Sources || self.part != Part::Documents {
            self.at = None;
        }
        if !matches!(self.page, Page::Indicator(_)) {
            self.proof = None;
        }
        self
    }
}

/// A search as it is kept: without blanks around it, and as much of it as there is room for.
pub(super) fn searched(text: &str) -> &str {
    let text = text.trim();
    let ends = text
        .char_indices()
        .map(|(start, letter)| start + letter.len_utf8());
    let end = ends
        .take(SEARCH)
        .take_while(|end| *end <= SEARCH_BYTES)
        .last();
    text.get(..end.unwrap_or_default())
        .unwrap_or_default()
        .trim_end()
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
