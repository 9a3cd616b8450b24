//! What the pages must show, worked out natively: the same library and data, without a browser.

use std::collections::BTreeMap;
use std::rc::Rc;

use guatu::assess::Ledger;
use guatu::dataset::{Code, Dataset, Lang, Tables, load};
use guatu::plot::{Plot, charts, matrix, of_indicator};
use guatu::query::board::Board;
use guatu::query::charges::{Charge, once};
use guatu::query::duties::{duties, named};
use guatu::query::execution::execution;
use guatu::query::sort::sorted;
use guatu::query::sources::sections;
use guatu::query::units::matrices;
use guatu::query::{Facet, FacetIndex, Selection};
use guatu::text::label;
use guatu::view::{Action, Grouping, Page, ViewState, link, reduce};

use crate::screen::{Choice, Screen};

/// The built-in data.
pub struct Native {
    pub data: Dataset,
    pub index: FacetIndex,
}

impl Native {
    pub fn built_in() -> Self {
        Self::of(&Tables::built_in())
    }

    /// Another package.
    pub fn of(tables: &Tables) -> Self {
        Self::holding(load(tables).expect("a valid package"))
    }

    /// Data that are loaded.
    pub fn holding(data: Dataset) -> Self {
        let index = FacetIndex::new(&data);
        Self { data, index }
    }

    /// The choice of a facet that a link's value stands for.
    pub fn toggle(&self, facet: Facet, value: &str) -> Action {
        let code = facet.find(&self.data, value);
        Action::Toggle(facet, code.expect("a value of the built-in data"))
    }

    pub fn selection(&self, state: &ViewState) -> Selection {
        Selection::new(&self.data, &self.index, &state.filters)
    }

    /// Every target with its status.
    pub fn ledger(&self) -> &Ledger {
        self.index.ledger()
    }

    pub fn link(&self, state: &ViewState) -> String {
        link::write(state, &self.data)
    }

    /// The charts of the chart view.
    pub fn plots(&self, state: &ViewState) -> Vec<Rc<Plot>> {
        let charts = charts(&self.data, &self.index, state, &self.selection(state));
        charts.plots.unwrap_or_default()
    }

    /// The matrices of the units.
    pub fn matrices(&self, state: &ViewState) -> Vec<Plot> {
        let found = matrices(&self.data, &self.index, &state.filters);
        let plots = found.iter();
        plots
            .map(|found| matrix(&self.data, found, state.colouring, state.lang))
            .collect()
    }

    /// The targets that a unit answers for, each once.
    pub fn charges(&self, unit: Code) -> Vec<Charge> {
        let named = named(&duties(&self.data, unit));
        once(&self.data, self.index.ledger(), &named)
    }

    /// The choices of a facet that any figure has.
    pub fn values(&self, facet: Facet) -> Vec<String> {
        let choices = self.index.choices(facet).iter();
        choices
            .filter_map(|code| facet.value(&self.data, *code))
            .collect()
    }

    /// The screen of a state.
    pub fn screen(&self, state: &ViewState) -> Screen {
        let selection = self.selection(state);
        let mut screen = Screen {
            lang: match state.lang {
                Lang::Zh => "zh-CN".to_owned(),
                Lang::En => "en".to_owned(),
            },
            link: self.link(state),
            count: selection.count(),
            cards: Vec::new(),
            rows: Vec::new(),
            table: None,
            charts: Vec::new(),
            indicator: None,
            search: state.filters.search.clone(),
            choices: self.choices(state, &selection),
        };
        match state.page {
            Page::Board => screen.cards = self.cards(state, &selection),
            Page::Table => screen.rows = self.rows(state, &selection),
            Page::Chart => {
                let plots = self.plots(state);
                screen.charts = plots.iter().map(|plot| plot.id.clone()).collect();
            }
            Page::Sources => screen.rows = self.printed(state, &selection),
            Page::Units => screen.charts = self.matrices(state).into_iter().map(|p| p.id).collect(),
            Page::Report => screen.rows = self.targets(&selection),
            Page::Unit(_) => screen.choices.clear(),
            Page::Indicator(code) => self.indicator(code, state.lang, &mut screen),
        }
        screen
    }

    fn choices(
        &self,
        state: &ViewState,
        selection: &Selection,
    ) -> BTreeMap<String, BTreeMap<String, Choice>> {
        let facet = |facet: Facet| {
            let counts = selection.counts(facet);
            let choice = |value: String| {
                let code = facet.find(&self.data, &value).expect("its own value");
                let name = label::choice(facet, &self.data, code, state.lang);
                let label = format!("{name}{}", counts[usize::from(code)]);
                let checked = state.filters.get(facet).contains(&code);
                (value, Choice { label, checked })
            };
            let values = self.values(facet).into_iter();
            (facet.key().to_owned(), values.map(choice).collect())
        };
        Facet::ALL.map(facet).into()
    }

    /// The page of an indicator, which takes no filters: it has every printing.
    fn indicator(&self, code: Code, lang: Lang, screen: &mut Screen) {
        screen.choices.clear();
        screen.indicator = Some(self.id(code));
        let own = self.data.iter().filter(|o| o.indicator_code == code);
        screen.rows = own.map(|o| o.id.to_owned()).collect();
        let all = self.selection(&ViewState::default());
        let plot = of_indicator(&self.data, &self.index, &all, code, lang);
        screen.charts = plot.into_iter().map(|plot| plot.id).collect();
    }

    fn id(&self, indicator: Code) -> String {
        self.data.indicators[usize::from(indicator)].id.to_string()
    }

    fn cards(&self, state: &ViewState, selection: &Selection) -> Vec<String> {
        let board = Board::new(&self.data, &self.index, selection);
        let sections = match state.grouping {
            Grouping::Plan => board.by_plan(usize::MAX),
            Grouping::Theme => board.by_theme(usize::MAX),
        };
        let cards = sections.iter().flat_map(|section| &section.cards);
        cards.map(|card| self.id(card.indicator)).collect()
    }

    /// The figures of the open document in the order of its text.
    fn printed(&self, state: &ViewState, selection: &Selection) -> Vec<String> {
        let Some(at) = state.at else {
            return Vec::new();
        };
        let sections = sections(&self.data, &self.index, selection, at.document, at.line);
        let lines = sections.iter().flat_map(|section| &section.lines);
        let rows = lines.flat_map(|line| &line.rows);
        let figures = rows.filter_map(|row| self.data.observation(*row));
        figures.map(|figure| figure.id.to_owned()).collect()
    }

    /// The targets that pass, in the order of the execution table.
    fn targets(&self, selection: &Selection) -> Vec<String> {
        let groups = execution(&self.data, self.ledger(), &|row| selection.passes(row));
        let rows = groups.iter().flat_map(|group| &group.targets);
        let targets = rows.filter_map(|row| self.data.observation(*row));
        targets.map(|target| target.id.to_owned()).collect()
    }

    fn rows(&self, state: &ViewState, selection: &Selection) -> Vec<String> {
        let rows = sorted(&self.data, &self.index, selection, &state.sort, state.lang);
        let figures = rows.iter().filter_map(|row| self.data.observation(*row));
        figures.map(|figure| figure.id.to_owned()).collect()
    }
}

/// The state after some actions, from the one that the page starts with.
pub fn after(actions: impl IntoIterator<Item = Action>) -> ViewState {
    let start = ViewState::default();
    actions
        .into_iter()
        .fold(start, |state, action| reduce(&state, action))
}
